//! The papers that are handed in, as Word documents.
//!
//! In the page this room is a module of its own (`ui/later.rs`), which is fetched
//! when a paper is asked for: the crate that knows Word's format is large.
//! `docs/decisions/papers.md` says why this crate, and what it lacks.
//!
//! `text::papers` words a paper as rows and sentences; a file here lays them out.
//! `document` has the page with its styles and page numbers,
//! `grid` the tables, `clean` what may stand in a document at all, and `packed`
//! the files.

mod application;
mod brief;
mod clean;
mod covers;
mod document;
mod evidence;
mod fonts;
mod grid;
mod league;
mod orders;
mod packed;
mod report;
mod scores;
mod tasks;

pub use crate::text::papers::Paper;
pub use league::league;

use crate::desk::Desk;
use crate::text::papers as words;
use crate::text::report::supposed;

/// The media types of a paper and of all of them in one archive.
pub const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The media type of the archive of all papers.
pub const ARCHIVE: &str = "application/zip";

/// A paper as the bytes of a `.docx` file. `scenario` is the name of the scenario
/// that the desk is of, which then stands on every page as supposed (假设).
///
/// None if the paper could not be packed, which memory alone can cause.
pub fn paper(desk: &Desk, paper: Paper, scenario: Option<&str>) -> Option<Vec<u8>> {
    let mark = scenario.map(supposed::mark);
    let mark = mark.as_deref();
    let document = match paper {
        Paper::Scores => scores::document(desk, mark),
        Paper::Report => report::document(desk, mark),
        Paper::Evidence => evidence::document(desk, mark),
        Paper::Covers => covers::document(desk, mark),
        Paper::Orders => orders::document(desk, &words::orders(desk), mark),
        Paper::Brief => brief::document(desk, mark),
        Paper::Application => application::document(desk, mark),
        Paper::Tasks => tasks::document(desk, mark),
    };
    document.bytes()
}

/// All papers of a form in one archive (`.zip`); the orders are a file for each unit.
pub fn all(desk: &Desk, scenario: Option<&str>) -> Option<Vec<u8>> {
    let mut files = Vec::new();
    for paper in Paper::all(desk.rulebook().kind) {
        let name = paper.name();
        if *paper != Paper::Orders {
            files.push((format!("{name}.docx"), self::paper(desk, *paper, scenario)?));
            continue;
        }
        let mark = scenario.map(supposed::mark);
        for order in words::orders(desk) {
            let file = format!("{name}/{}.docx", words::order_file(&order.unit));
            let order = orders::document(desk, std::slice::from_ref(&order), mark.as_deref());
            files.push((file, order.bytes()?));
        }
    }
    packed::archive(&files)
}

/// What a paper's file is called before its ending, without county and day.
pub fn file_part(paper: Option<Paper>, scenario: Option<&str>) -> String {
    let name = paper.map_or(words::ALL, Paper::name);
    match scenario {
        Some(scenario) => supposed::file_part(name, scenario),
        None => name.to_owned(),
    }
}
