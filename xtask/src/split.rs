//! Splits the page's module into what is needed to begin and the parts that follow.
//!
//! The split points are the functions that `src/ui/later.rs` declares. Each names a part.
//! Code and constants that only functions of one part lead to go into that part; what
//! several parts share goes into a chunk. `wasm_split_cli_support` does the splitting, as
//! it does for cargo-leptos.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::wasm::App;

/// The JavaScript module from which the first wasm module imports the loaders of the parts.
const LINK: &str = "./__wasm_split.js";

/// Defines the loaders. It uses `source` and `needs`, which the lines before it define.
const LOADERS: &str = include_str!("parts.js");

/// A compiled page in several modules, before wasm-bindgen has seen the first.
pub struct Cut {
    pub first: Vec<u8>,
    pub parts: Vec<Part>,
    /// The parts, by name, that each split point needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// A module that shares the memory and the table of functions of the first, and needs no
/// JavaScript of its own.
pub struct Part {
    pub name: String,
    pub wasm: Vec<u8>,
}

/// Splits a compiled page. `folder` is one to write in.
pub fn cut(compiled: &[u8], folder: &Path) -> Result<Cut> {
    let main = folder.join("main.wasm");
    let mut options = Options::new(compiled);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let cut = transform(options).map_err(|error| anyhow!("the page cannot be cut: {error:#}"))?;
    let read =
        |path: &Path| std::fs::read(path).with_context(|| format!("reading {}", path.display()));
    let mut parts = Vec::new();
    for path in &cut.split_modules {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        parts.push(Part { name: part_name(&stem), wasm: read(path)? });
    }
    let named = |stems: Vec<String>| stems.iter().map(|stem| part_name(stem)).collect();
    let needs = cut.prefetch_map.into_iter().map(|(point, stems)| (point, named(stems)));
    Ok(Cut { first: read(&main)?, parts, needs: needs.collect() })
}

/// `split_pages` is the part `pages`; a chunk that parts share is `chunk_1`.
fn part_name(stem: &str) -> String {
    stem.strip_prefix("split_").unwrap_or(stem).to_owned()
}

/// The JavaScript of an app with the loaders of its parts in it, as in any bundler.
/// `source` defines a function of that name: it promises a response or the bytes of a
/// part's file. `file` is a part's file by the part's name.
pub fn bundle(app: &App, source: &str, file: impl Fn(&str) -> String) -> Result<String> {
    let files = |parts: &Vec<String>| parts.iter().map(|part| file(part)).collect();
    let needs: BTreeMap<&String, Vec<String>> =
        app.needs.iter().map(|(point, parts)| (point, files(parts))).collect();
    let loaders = match needs.is_empty() {
        true => String::new(),
        false => {
            format!("{source}\nconst needs = {};\n{LOADERS}", serde_json::to_string(&needs)?)
        }
    };
    without_imports(&app.glue, &loaders)
}

/// wasm-bindgen's JavaScript, whose imports of the loaders give way to their text:
/// the single file can import nothing.
fn without_imports(glue: &str, loaders: &str) -> Result<String> {
    let mut bundled = loaders.to_owned();
    for line in glue.lines() {
        let import = line.strip_prefix("import * as ").and_then(|rest| {
            let (name, from) = rest.split_once(" from ")?;
            (from.trim_end_matches(';').trim_matches(['"', '\'']) == LINK).then_some(name)
        });
        match import {
            Some(name) => bundled.push_str(&format!("const {name} = parts;")),
            None if line.starts_with("import ") => {
                bail!("the single file cannot hold what the page imports: {line}")
            }
            None => bundled.push_str(line),
        }
        bundled.push('\n');
    }
    Ok(bundled)
}

#[cfg(test)]
mod tests {
    use super::without_imports;

    #[test]
    fn imports_of_the_loaders_give_way_to_them() -> anyhow::Result<()> {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nlet a = import1;\n";
        let bundled = without_imports(glue, "const parts = {};\n")?;
        assert_eq!(bundled, "const parts = {};\nconst import1 = parts;\nlet a = import1;\n");
        Ok(())
    }

    #[test]
    fn another_import_is_refused() {
        assert!(without_imports("import { a } from './b.js';\n", "").is_err());
        assert!(without_imports("import * as b from './b.js';\n", "").is_err());
    }
}
