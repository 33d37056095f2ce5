//! From Rust to the modules a browser loads: cargo, wasm-bindgen, wasm-opt.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::split::{self, Part};
use crate::{floor, install, optimise, workspace};

/// How the page is built.
#[derive(Clone, Copy, PartialEq)]
pub enum Build {
    /// What ships: cargo profile `page`, then `wasm-opt` where it is found.
    Page,
    /// Quick to build, large to load: cargo profile `dev`.
    Dev,
}

/// A compiled app: its modules and the JavaScript that loads the first.
pub struct App {
    /// wasm-bindgen's ES module for the web: its default export, called with
    /// `{ module_or_path }`, starts the app.
    pub glue: String,
    pub wasm: Vec<u8>,
    /// The modules that follow.
    pub parts: Vec<Part>,
    /// The parts, by name, that each split point needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// Compiles the page and makes it loadable.
pub fn build(how: Build) -> Result<App> {
    match how {
        Build::Page => compile(how, &["--bin", "qiangxian", "--features", "split"], true),
        // Parts double the time of a build that is reloaded at every change.
        Build::Dev => compile(how, &["--bin", "qiangxian"], false),
    }
}

/// Compiles the module for spreadsheets, which the page loads when it is asked
/// for one, and makes it loadable.
pub fn build_sheets(how: Build) -> Result<App> {
    compile(how, &["--bin", "sheets", "--features", "sheets"], false)
}

fn compile(how: Build, what: &[&str], in_parts: bool) -> Result<App> {
    install::wasm_target()?;
    let profile = match how {
        Build::Page => "page",
        Build::Dev => "dev",
    };
    let target = [&["--profile", profile, "--target", install::WASM], what].concat();
    // Relocations, which splitting needs. All other compiler options stand in
    // `.cargo/config.toml` and `Cargo.toml`.
    let options: &[&str] = if in_parts { &["-Clink-arg=--emit-relocs"] } else { &[] };
    let compiled = workspace::build_executable(&target, options)?;
    let module =
        std::fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let mut app = if in_parts {
        let cut = split::cut(&module, &compiled.with_extension("split"))?;
        App { parts: cut.parts, needs: cut.needs, ..bind(cut.first, how, true)? }
    } else {
        bind(module, how, false)?
    };
    if how == Build::Page {
        let parts = app.parts.iter_mut().map(|part| &mut part.wasm);
        for module in std::iter::once(&mut app.wasm).chain(parts) {
            optimise::in_place(module, &compiled.with_extension("opt"))?;
            floor::check(module)?;
        }
    }
    Ok(app)
}

fn bind(module: Vec<u8>, how: Build, in_parts: bool) -> Result<App> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("qiangxian", module)
        .web(true)?
        .typescript(false)
        // Keeps the table of functions exported: the parts share it.
        .keep_lld_exports(in_parts)
        .remove_name_section(how == Build::Page)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().context("wasm-bindgen refused the module")?;
    // The glue is inlined in the single file, where it can import nothing.
    let snippets = output.snippets().iter();
    let brought = snippets.filter(|(_, files)| !files.is_empty()).map(|(name, _)| name);
    if let Some(name) = brought.chain(output.local_modules().keys()).next() {
        bail!("a dependency brings its own JavaScript ({name}), which the single file cannot hold");
    }
    let glue = output.js().to_owned();
    let wasm = output.wasm_mut().emit_wasm();
    Ok(App { glue, wasm, parts: Vec::new(), needs: BTreeMap::new() })
}
