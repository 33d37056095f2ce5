//! Cuts the page's module in two: what is needed to begin, and the rest.
//!
//! The cut is `src/ui/rest.rs`: whatever only the rest leads to, code and
//! constants, goes into a second module. That one shares memory and table of
//! functions with the first, and has nothing of its own to say to the browser.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

/// The module that the second imports from: the first's exports, by their names.
pub const FIRST: &str = "__wasm_split";

/// The two modules of a compiled page, before wasm-bindgen has seen the first.
/// `folder` is one to write in.
pub fn cut(compiled: &[u8], folder: &Path) -> Result<(Vec<u8>, Vec<u8>)> {
    let main = folder.join("main.wasm");
    let mut options = Options::new(compiled);
    options.output_dir = folder;
    options.main_out_path = &main;
    let cut = transform(options).map_err(|error| anyhow!("the page cannot be cut: {error:#}"))?;
    let [rest] = cut.split_modules.as_slice() else {
        bail!("the page was cut in {} parts and not in two", cut.split_modules.len() + 1);
    };
    let read =
        |path: &Path| std::fs::read(path).with_context(|| format!("reading {}", path.display()));
    Ok((read(&main)?, read(rest)?))
}

/// What a second module imports of the first.
pub fn shared(rest: &[u8]) -> Result<HashSet<String>> {
    let mut names = HashSet::new();
    for payload in Parser::new(0).parse_all(rest) {
        let Payload::ImportSection(imports) = payload? else { continue };
        for import in imports.into_imports() {
            let import = import?;
            if import.module != FIRST {
                bail!("the second half imports `{}` of `{}`", import.name, import.module);
            }
            names.insert(import.name.to_owned());
        }
    }
    Ok(names)
}
