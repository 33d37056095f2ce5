//! Adds what a fresh machine lacks.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The target the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the running toolchain when it is missing.
pub fn wasm_target() -> Result<()> {
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .context("rustc could not be started")?
        .stdout;
    let sysroot = String::from_utf8_lossy(&sysroot);
    let installed = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM);
    if installed.join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

fn rustup(args: &[&str]) -> Result<()> {
    let line = format!("rustup {}", args.join(" "));
    eprintln!("{line}");
    let status = Command::new("rustup").args(args).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => bail!("`{line}` failed, see the message above"),
        Err(_) => bail!("rustup was not found; install it from https://rustup.rs, then `{line}`"),
    }
}

/// Whether a program can be started from the search path.
pub fn on_path(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}
