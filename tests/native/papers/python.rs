//! The papers, opened by python-docx, where a Python here has it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands in each file: `styles text` of its paragraphs, and how many rows
/// its tables have, a file a line.
const OPEN: &str = "
import sys, docx
for path in sys.argv[1:]:
    document = docx.Document(path)
    headings = [p.text for p in document.paragraphs if p.style.name.startswith('Heading')]
    titles = [p.text for p in document.paragraphs if p.style.name == 'Title']
    rows = [len(table.rows) for table in document.tables]
    cells = sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)
    wide = document.sections[0].page_width > document.sections[0].page_height
    print(len(titles), len(headings), sum(rows), cells > 0, wide, sep='|')
";

/// What python-docx found in a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub titles: usize,
    pub headings: usize,
    pub rows: usize,
    pub has_cells: bool,
    pub is_wide: bool,
}

/// Opens files; none when no Python here has python-docx.
#[track_caller]
pub fn open(files: &[PathBuf]) -> Option<Vec<Found>> {
    let knows = |python: &&str| {
        let ran = Command::new(python).args(["-c", "import docx"]).output();
        ran.is_ok_and(|output| output.status.success())
    };
    let Some(python) = ["python3", "/usr/bin/python3"].into_iter().find(knows) else {
        eprintln!("skipped: no Python here has python-docx, another reader of papers");
        return None;
    };
    let output = Command::new(python).args(["-c", OPEN]).args(files).output().expect("Python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(text.lines().map(found).collect())
}

fn found(line: &str) -> Found {
    let parts: Vec<&str> = line.split('|').collect();
    let number = |at: usize| parts[at].parse().expect("a number");
    Found {
        titles: number(0),
        headings: number(1),
        rows: number(2),
        has_cells: parts[3] == "True",
        is_wide: parts[4] == "True",
    }
}

/// Writes a file into the folder of this suite.
#[track_caller]
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    std::fs::create_dir_all(folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}
