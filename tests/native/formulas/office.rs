//! LibreOffice, which computes workbooks afresh.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Workbooks as LibreOffice computes them; none where it is not installed.
#[track_caller]
pub fn computed(name: &str, books: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: LibreOffice (soffice) is not here to compute formulas");
        return None;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run left; there may be nothing.
    let _ = std::fs::remove_dir_all(&folder);
    let (before, after) = (folder.join("before"), folder.join("after"));
    std::fs::create_dir_all(&before).expect("target/ can be written");
    let file = |at: usize| format!("{at:04}.xlsx");
    for (at, book) in books.iter().enumerate() {
        std::fs::write(before.join(file(at)), without_results(book)).expect("a file");
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&after)
        .args((0..books.len()).map(|at| before.join(file(at))))
        .output()
        .expect("soffice starts");
    let read = |at: usize| read(&after.join(file(at)), &output.stderr);
    Some((0..books.len()).map(read).collect())
}

#[track_caller]
fn read(path: &Path, said: &[u8]) -> Vec<u8> {
    match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => panic!("{}: {error}\n{}", path.display(), String::from_utf8_lossy(said)),
    }
}

/// A workbook whose formulas have no results: whoever shows one has computed it.
fn without_results(book: &[u8]) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("a part");
        if name.starts_with("xl/worksheets/sheet") {
            bytes = strip(&String::from_utf8(bytes).expect("XML")).into_bytes();
        }
        written.start_file(name, SimpleFileOptions::default()).expect("a part");
        written.write_all(&bytes).expect("a part");
    }
    written.finish().expect("a workbook").into_inner()
}

fn strip(sheet: &str) -> String {
    let mut stripped = String::with_capacity(sheet.len());
    let mut parts = sheet.split("</f><v>");
    stripped.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (_, rest) = part.split_once("</v>").expect("a result ends");
        stripped.push_str("</f>");
        stripped.push_str(rest);
    }
    assert!(!stripped.contains("</f><v>"));
    stripped
}
