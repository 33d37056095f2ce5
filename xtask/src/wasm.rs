//! From Rust to the module a browser loads: cargo, wasm-bindgen, wasm-opt.

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{floor, glue, install, optimise, order, split, workspace};

/// How the page is built.
#[derive(Clone, Copy, PartialEq)]
pub enum Build {
    /// What ships: cargo profile `page`, then `wasm-opt` where it is found.
    Page,
    /// Quick to build, large to load: cargo profile `dev`.
    Dev,
}

/// A compiled app: the module and the JavaScript that loads it.
pub struct App {
    /// The text of an ES module whose function `start` starts the app from a
    /// response or from bytes.
    pub glue: String,
    pub wasm: Vec<u8>,
    /// The second module of an app that is cut in two.
    pub rest: Option<Vec<u8>>,
}

/// Compiles the page and makes it loadable.
pub fn build(how: Build) -> Result<App> {
    let what: &[&str] = match how {
        Build::Page => &["--bin", "qiangxian", "--features", "split"],
        Build::Dev => &["--bin", "qiangxian"],
    };
    compile(how, what, how == Build::Page)
}

/// Compiles the module for spreadsheets, which the page loads when it is asked
/// for one, and makes it loadable.
pub fn build_sheets(how: Build) -> Result<App> {
    compile(how, &["--bin", "sheets", "--features", "sheets"], false)
}

fn compile(how: Build, what: &[&str], in_two: bool) -> Result<App> {
    install::wasm_target()?;
    let profile = match how {
        Build::Page => "page",
        Build::Dev => "dev",
    };
    let target = [&["--profile", profile, "--target", install::WASM], what].concat();
    // What calls and points to what, for the cut.
    let options: &[&str] = if in_two { &["-Clink-arg=--emit-relocs"] } else { &[] };
    let compiled = match how {
        Build::Page => smallest(&target, options)
            .or_else(|_| workspace::build_executable_with(workspace::cargo(), &target, options))?,
        Build::Dev => workspace::build_executable(&target)?,
    };
    let module =
        std::fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    let (first, rest) = match in_two {
        true => {
            let (first, rest) = split::cut(&module, &compiled.with_extension("split"))?;
            (first, Some(rest))
        }
        false => (module, None),
    };
    let shared = rest.as_deref().map(split::shared).transpose()?.unwrap_or_default();
    let mut app = bind(&first, &shared, how)?;
    app.rest = rest;
    if how == Build::Page {
        for module in std::iter::once(&mut app.wasm).chain(&mut app.rest) {
            optimise::in_place(module, &compiled.with_extension("opt"));
            *module = order::by_likeness(module)?;
            floor::check(module)?;
        }
    }
    Ok(app)
}

/// Compiles the page together with the standard library, tuned for size and
/// without the texts of panics: an eighth less to load. The options are not
/// stable; where a toolchain refuses them, the page is built without.
fn smallest(target: &[&str], options: &[&str]) -> Result<PathBuf> {
    if !install::standard_library_source()? {
        eprintln!("warning: the page gets larger, rust-src could not be added");
        bail!("no source of the standard library");
    }
    let mut cargo = workspace::cargo();
    cargo.env("RUSTC_BOOTSTRAP", "1");
    let flags = [
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
        "-Zpanic-immediate-abort",
        "--config",
        "profile.page.panic=\"immediate-abort\"",
        "--config",
        "target.wasm32-unknown-unknown.rustflags=[\"-Zlocation-detail=none\",\"-Zfmt-debug=none\"]",
    ];
    // Passes that unroll what is shared into more locals: faster loops, which the
    // page has few of, and a hundredth more to load.
    let passes = ["-Cllvm-args=-disable-lsr -disable-machine-licm"];
    let built = workspace::build_executable_with(
        cargo,
        &[&flags, target].concat(),
        &[&passes, options].concat(),
    );
    if built.is_err() {
        eprintln!("warning: the page gets larger, this toolchain did not build the smallest one");
    }
    built
}

fn bind(module: &[u8], shared: &HashSet<String>, how: Build) -> Result<App> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("qiangxian", module.to_vec())
        .web(true)?
        // The table of functions, which the second module shares. What nobody shares
        // goes with the names.
        .keep_lld_exports(!shared.is_empty())
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
    let glue = glue::shorten(output.wasm_mut(), &glue, shared)?;
    let wasm = output.wasm_mut().emit_wasm();
    Ok(App { glue, wasm, rest: None })
}
