//! Adds what a fresh machine lacks.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The target the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the running toolchain when it is missing.
pub fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// The folder of the running toolchain.
fn sysroot() -> Result<PathBuf> {
    let printed = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .context("rustc could not be started")?
        .stdout;
    Ok(PathBuf::from(String::from_utf8_lossy(&printed).trim()))
}

/// Adds a component of the toolchain (`rustfmt`, `clippy`) when it is missing.
pub fn component(name: &str) -> Result<()> {
    let command = if name == "rustfmt" { "fmt" } else { name };
    let asked = workspace::cargo().args([command, "--version"]).output();
    if asked.is_ok_and(|answer| answer.status.success()) {
        return Ok(());
    }
    rustup(&["component", "add", name])
}

/// The programs of the tests that need a browser.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs both with apt where it may. A
/// font for Chinese comes along: without one the screenshots are empty boxes.
pub fn browser() -> Result<Browser> {
    let find = || {
        let chromium = named_or_on_path("QIANGXIAN_CHROMIUM", &["chromium", "google-chrome"]);
        let driver = named_or_on_path("CHROMEDRIVER", &["chromedriver"]);
        chromium.zip(driver)
    };
    if find().is_none() {
        apt(&["chromium", "chromium-driver", "fonts-noto-cjk"])?;
    }
    let (chromium, driver) = find().context("apt installed Chromium, yet it is not on PATH")?;
    Ok(Browser { chromium, driver })
}

/// Adds the browsers of other engines than Chromium's, and what drives them.
pub fn engines() -> Result<()> {
    let wanted = [
        ("firefox-esr", "firefox-esr"),
        ("WebKitWebDriver", "webkit2gtk-driver"),
        ("Xvfb", "xvfb"),
    ];
    let missing = wanted.into_iter().filter(|(program, _)| on_path(program).is_none());
    let missing: Vec<&str> = missing.map(|(_, package)| package).collect();
    if missing.is_empty() { Ok(()) } else { apt(&missing) }
}

/// Adds what looks at files that the page makes: PDF by poppler, workbooks by
/// openpyxl, papers by python-docx. Where they cannot be had, the tests that want
/// them say so.
pub fn readers() {
    let mut missing = Vec::new();
    if on_path("pdftoppm").is_none() {
        missing.push("poppler-utils");
    }
    for (module, package) in [("openpyxl", "python3-openpyxl"), ("docx", "python3-docx")] {
        if !knows(module) {
            missing.push(package);
        }
    }
    if !missing.is_empty()
        && let Err(error) = apt(&missing)
    {
        eprintln!("warning: some tests are skipped: {error:#}");
    }
}

/// Whether a Python that the tests try has this module.
fn knows(module: &str) -> bool {
    ["python3", "/usr/bin/python3"].into_iter().any(|python| {
        let ran = Command::new(python).args(["-c", &format!("import {module}")]).output();
        ran.is_ok_and(|output| output.status.success())
    })
}

fn named_or_on_path(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    named.or_else(|| programs.iter().find_map(|program| on_path(program)))
}

/// Installs Debian packages, as root or by a `sudo` that asks for no password.
fn apt(packages: &[&str]) -> Result<()> {
    let wanted = packages.join(", ");
    if on_path("apt-get").is_none() {
        bail!("install {wanted} first: the tests run in a browser, and there is no apt-get here");
    }
    let root = Command::new("id").arg("-u").output();
    let is_root = root.is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    if !is_root {
        let sudo = Command::new("sudo").args(["-n", "true"]).output();
        if !sudo.is_ok_and(|answer| answer.status.success()) {
            bail!("run `sudo apt-get install {}` first", packages.join(" "));
        }
    }
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    for args in [["update"].as_slice(), &install] {
        let line = format!("apt-get {}", args.join(" "));
        eprintln!("{line}");
        let mut command = if is_root {
            Command::new("apt-get")
        } else {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            sudo
        };
        let status = command.args(args).env("DEBIAN_FRONTEND", "noninteractive").status();
        if !status.is_ok_and(|status| status.success()) {
            bail!("`{line}` failed, see the message above");
        }
    }
    Ok(())
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

/// Where on the search path a program lies.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
