//! `wasm-opt`, which makes the module smaller where it is installed.

use std::path::Path;
use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result, bail};
use wasm_encoder::{Module, RawSection, SectionId};
use wasmparser::{ExternalKind, Parser, Payload, RefType, Validator};

use crate::{floor, install};

/// Smallest size, with the features of [`floor`] and no others: what
/// `--all-features` writes, Chromium refuses.
const ARGUMENTS: &[&str] = &[
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

/// Prints the note once, however many modules there are.
static NOTE: Once = Once::new();

/// Takes what no browser needs out of the module, and optimises it if it can; any
/// trouble with that is a warning, for the module runs as it is. `scratch` is a path
/// to write beside.
pub fn in_place(wasm: &mut Vec<u8>, scratch: &Path) -> Result<()> {
    *wasm = bare(wasm)?;
    if install::on_path("wasm-opt").is_none() {
        NOTE.call_once(|| {
            eprintln!("note: wasm-opt was not found, the modules ship a little larger");
        });
        return Ok(());
    }
    match optimised(wasm, scratch) {
        Ok(smaller) => *wasm = smaller,
        Err(error) => eprintln!("warning: shipping the module without wasm-opt: {error:#}"),
    }
    Ok(())
}

/// The module without the sections of tools: names, relocations and the like.
fn bare(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut bare = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Some((id, range)) = payload?.as_section()
            && id != SectionId::Custom as u8
        {
            let data = wasm.get(range).context("a section ends after the module")?;
            bare.section(&RawSection { id, data });
        }
    }
    Ok(bare.finish())
}

fn optimised(wasm: &[u8], scratch: &Path) -> Result<Vec<u8>> {
    let input = scratch.with_extension("before.wasm");
    let output = scratch.with_extension("after.wasm");
    std::fs::write(&input, wasm).with_context(|| format!("writing {}", input.display()))?;
    let ran = Command::new("wasm-opt")
        .args(ARGUMENTS)
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .output()
        .context("it could not be started")?;
    if !ran.status.success() {
        let said = String::from_utf8_lossy(&ran.stderr);
        bail!("{}", said.lines().next().unwrap_or("it failed silently"));
    }
    let smaller =
        std::fs::read(&output).with_context(|| format!("reading {}", output.display()))?;
    floor::check(&smaller)?;
    // Up to version 108 it exports the table of functions in place of the table
    // of JavaScript values (binaryen fixed it in 110): valid, and cannot start.
    if exported_tables(&smaller)? != exported_tables(wasm)? {
        bail!("it exported the wrong table, as versions before 110 do");
    }
    Ok(smaller)
}

/// The tables a module exports: their names and what they hold.
fn exported_tables(wasm: &[u8]) -> Result<Vec<(String, RefType)>> {
    let types = Validator::new().validate_all(wasm)?;
    let types = types.as_ref();
    let mut tables = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ExportSection(exports) = payload? else {
            continue;
        };
        for export in exports {
            let export = export?;
            if export.kind == ExternalKind::Table {
                let table = types.table_at(export.index);
                tables.push((export.name.to_owned(), table.element_type));
            }
        }
    }
    Ok(tables)
}

#[cfg(test)]
mod tests {
    use super::{bare, exported_tables};

    /// A module with a table of functions and one of JavaScript values, which
    /// exports one of the two as `t`.
    fn module(exported: u8) -> Vec<u8> {
        let tables = [4, 7, 2, 0x70, 0, 0, 0x6f, 0, 0];
        let exports = [7, 5, 1, 1, b't', 1, exported];
        [b"\0asm\x01\0\0\0".as_slice(), &tables, &exports].concat()
    }

    #[test]
    fn only_sections_of_tools_go() -> anyhow::Result<()> {
        let named = [&module(0)[..], &[0, 3, 1, b'n', 7]].concat();
        assert_eq!(bare(&named)?, module(0));
        Ok(())
    }

    #[test]
    fn an_export_of_another_table_is_noticed() -> anyhow::Result<()> {
        assert_eq!(exported_tables(&module(1))?, exported_tables(&module(1))?);
        assert_ne!(exported_tables(&module(1))?, exported_tables(&module(0))?);
        Ok(())
    }
}
