//! How much the page weighs, as it is and as a server sends it.

use std::path::Path;

use anyhow::{Context, Result};

use crate::dist::{PAPERS, PART, SHEETS, SINGLE_FILE};

/// What a visit may load before the page answers, in bytes by brotli. The aim is
/// 200,000; `docs/decisions/build.md` tells what stands in its way.
const MOST_NEEDED: usize = 368_000;

/// What it may load in all as long as neither league, nor papers, nor spreadsheets are asked
/// for; the aim is 380,000. What those share with the views comes in chunks of its own,
/// which pack less well (`docs/decisions/papers.md`).
const MOST: usize = 726_000;

/// How the part begins that is loaded only when one of its views is asked for: leagues,
/// what came in, reviewing, filing, an earlier year's answers.
const LEAGUE: &str = "qiangxian-part-league";

/// What is loaded with them.
const MOST_LEAGUE: usize = 200_000;

/// What is loaded when a paper is asked for.
const MOST_PAPERS: usize = 240_000;

/// What a visit loads, in bytes by brotli.
#[derive(Default)]
pub struct Sizes {
    /// Before the page answers: page, style, JavaScript and the first module.
    pub needed: usize,
    /// What follows unasked: the parts.
    pub parts: usize,
    /// What is loaded only when the league is asked for.
    pub league: usize,
    /// What is loaded only when a paper is asked for.
    pub papers: usize,
    /// What is loaded only when a spreadsheet is asked for.
    pub sheets: usize,
}

impl Sizes {
    /// What is over its limit, in words.
    pub fn too_much(&self) -> Option<String> {
        let all = self.needed + self.parts;
        if self.needed > MOST_NEEDED {
            Some(format!("{} bytes are needed to begin, {MOST_NEEDED} are allowed", self.needed))
        } else if all > MOST {
            Some(format!("what a visit loads unasked has {all} bytes, {MOST} are allowed"))
        } else if self.league > MOST_LEAGUE {
            Some(format!(
                "views that few need have {} bytes, {MOST_LEAGUE} are allowed",
                self.league
            ))
        } else if self.papers > MOST_PAPERS {
            Some(format!("papers have {} bytes, {MOST_PAPERS} are allowed", self.papers))
        } else {
            None
        }
    }
}

/// Prints each file of the folder and what a visit loads, which it returns.
pub fn print(folder: &Path) -> Result<Sizes> {
    println!("{:<45} {:>9} {:>9}", "", "raw", "brotli");
    let mut sizes = Sizes::default();
    for name in names(folder)? {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let packed = brotli(&bytes)?;
        println!("{name:<45} {:>9} {packed:>9}", bytes.len());
        if name.starts_with(SHEETS) {
            sizes.sheets += packed;
        } else if name.starts_with(LEAGUE) {
            sizes.league += packed;
        } else if name.starts_with(PAPERS) {
            sizes.papers += packed;
        } else if name.starts_with(PART) {
            sizes.parts += packed;
        } else if name != SINGLE_FILE {
            sizes.needed += packed;
        }
    }
    println!("{:<45} {:>19}", "needed before the page answers", sizes.needed);
    println!("{:<45} {:>19}", "with the parts that follow unasked", sizes.needed + sizes.parts);
    println!("{:<45} {:>19}", "league", sizes.league);
    println!("{:<45} {:>19}", "papers", sizes.papers);
    println!("{:<45} {:>19}", "spreadsheets", sizes.sheets);
    Ok(sizes)
}

/// The files of the folder in their order.
fn names(folder: &Path) -> Result<Vec<String>> {
    let listed = std::fs::read_dir(folder)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .with_context(|| format!("listing {}", folder.display()))?;
    let mut names: Vec<String> =
        listed.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best).context("brotli failed")?;
    Ok(packed.len())
}
