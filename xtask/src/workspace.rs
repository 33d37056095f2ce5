//! Where the project lies, and cargo as it was called.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The project's root folder.
pub fn root() -> PathBuf {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map_or(xtask.clone(), PathBuf::from)
}

/// The folder of what ships.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The cargo that runs this command, called in the project's root.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Runs `cargo rustc` with these arguments, and options for the compiler that hold
/// for the executable alone; returns the executable (or wasm module) it made.
/// Compiler messages go to the terminal as usual.
pub fn build_executable(args: &[&str], options: &[&str]) -> Result<PathBuf> {
    let output = cargo()
        .arg("rustc")
        .arg("--message-format=json-render-diagnostics")
        .args(args)
        .arg("--")
        .args(options)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    if !output.status.success() {
        bail!("cargo could not build `{}`, see the messages above", args.join(" "));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact")
        .filter_map(|message| message["executable"].as_str().map(PathBuf::from))
        .next_back()
        .with_context(|| format!("cargo made no executable of `{}`", args.join(" ")))
}
