//! From Rust to the module a browser loads: cargo, wasm-bindgen, wasm-opt.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{floor, install, workspace};

/// How the page is built.
#[derive(Clone, Copy, PartialEq)]
pub enum Build {
    /// What ships: cargo profile `page`, then `wasm-opt` where it is found.
    Page,
    /// Quick to build, large to load: cargo profile `page-dev`.
    Dev,
}

/// A compiled app: the module and the JavaScript that loads it.
pub struct App {
    /// An ES module whose `__wbg_init` starts the app.
    pub glue: String,
    pub wasm: Vec<u8>,
}

/// The features `wasm-opt` may use: those of [`floor`].
const OPTIMISE: &[&str] = &[
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Compiles the page and makes it loadable.
pub fn build(how: Build) -> Result<App> {
    install::wasm_target()?;
    let profile = match how {
        Build::Page => "page",
        Build::Dev => "page-dev",
    };
    let compiled = workspace::build_executable(&[
        "--profile",
        profile,
        "--target",
        install::WASM,
        "--bin",
        "qiangxian",
    ])?;
    let mut app = bind(&compiled, how)?;
    if how == Build::Page {
        optimise(&mut app.wasm, &compiled.with_extension("opt"));
        floor::check(&app.wasm)?;
    }
    Ok(app)
}

fn bind(compiled: &Path, how: Build) -> Result<App> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .web(true)?
        .remove_name_section(how == Build::Page)
        .remove_producers_section(true);
    let mut output = bindgen
        .generate_output()
        .with_context(|| format!("wasm-bindgen refused {}", compiled.display()))?;
    // The glue is inlined in the single file, where it can import nothing.
    let snippets = output.snippets().iter();
    let brought = snippets.filter(|(_, files)| !files.is_empty()).map(|(name, _)| name);
    if let Some(name) = brought.chain(output.local_modules().keys()).next() {
        bail!("a dependency brings its own JavaScript ({name}), which the single file cannot hold");
    }
    let glue = output.js().to_owned();
    if !glue.contains("__wbg_init as default") {
        bail!("this wasm-bindgen names its start function other than `__wbg_init`");
    }
    let wasm = output.wasm_mut().emit_wasm();
    Ok(App { glue, wasm })
}

/// Makes the module smaller where `wasm-opt` is installed; any trouble with it
/// is a warning, for what it was given runs as well.
fn optimise(wasm: &mut Vec<u8>, scratch: &Path) {
    if !install::on_path("wasm-opt") {
        eprintln!("note: wasm-opt was not found, the module ships about a tenth larger");
        return;
    }
    match wasm_opt(wasm, scratch) {
        Ok(smaller) => *wasm = smaller,
        Err(error) => eprintln!("warning: shipping without wasm-opt: {error:#}"),
    }
}

fn wasm_opt(wasm: &[u8], scratch: &Path) -> Result<Vec<u8>> {
    let input = scratch.with_extension("before.wasm");
    let output = scratch.with_extension("after.wasm");
    std::fs::write(&input, wasm).with_context(|| format!("writing {}", input.display()))?;
    let ran = Command::new("wasm-opt")
        .args(OPTIMISE)
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .output()
        .context("wasm-opt could not be started")?;
    if !ran.status.success() {
        let stderr = String::from_utf8_lossy(&ran.stderr);
        bail!("{}", stderr.lines().next().unwrap_or("it failed silently"));
    }
    let optimised =
        std::fs::read(&output).with_context(|| format!("reading {}", output.display()))?;
    floor::check(&optimised)?;
    Ok(optimised)
}
