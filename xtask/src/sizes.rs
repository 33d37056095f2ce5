//! How much the page weighs, as it is and as a server sends it.

use std::path::Path;

use anyhow::{Context, Result};

use crate::dist::{REST, SHEETS, SINGLE_FILE};

/// What a first visit may load before the page answers, in bytes by brotli.
pub const MOST: usize = 130_000;

/// Prints each file of the folder and the sum of a first visit, which it returns.
pub fn print(folder: &Path) -> Result<usize> {
    println!("{:<41} {:>9} {:>9}", "", "raw", "brotli");
    let mut rest = 0;
    let first_load = each(folder, |name, raw, brotli| {
        println!("{name:<41} {raw:>9} {brotli:>9}");
        rest += if name.starts_with(REST) { brotli } else { 0 };
    })?;
    println!("{:<41} {first_load:>19}", "first load, bytes");
    println!("{:<41} {:>19}", "with what follows unasked, bytes", first_load + rest);
    Ok(first_load)
}

/// Calls `show` for each file with its size in bytes, raw and by brotli at its
/// best, and returns the brotli sum of what a first visit loads before the page answers.
pub fn each(folder: &Path, mut show: impl FnMut(&str, usize, usize)) -> Result<usize> {
    let listed = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .with_context(|| format!("listing {}", folder.display()))?;
    let mut names: Vec<String> =
        listed.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let mut first_load = 0;
    for name in names {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let packed = brotli(&bytes)?;
        if name != SINGLE_FILE && !name.starts_with(SHEETS) && !name.starts_with(REST) {
            first_load += packed;
        }
        show(&name, bytes.len(), packed);
    }
    Ok(first_load)
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best).context("brotli failed")?;
    Ok(packed.len())
}
