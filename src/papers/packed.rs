//! Documents and archives as bytes.
//!
//! The crate writes no mark for a row that is repeated as head, no table of fonts
//! but its own, and does not compress. So its package is read and written again:
//! two parts are completed, and every part is compressed.

use super::fonts;
use docx_rs::Docx;
use docx_zip::result::ZipResult;
use docx_zip::write::SimpleFileOptions;
use docx_zip::{CompressionMethod, ZipArchive, ZipWriter};
use std::io::{Cursor, Read, Write};

/// The height that a row of a table's head is given, which no other row has and
/// which has no effect, as the crate writes it.
pub const HEAD_HEIGHT: f32 = 1.0;
const HEAD_MARK: &str = "<w:trHeight w:val=\"1\" w:hRule=\"auto\" />";
/// A row that is repeated as head on each page (ECMA-376, 17.4.78).
const HEAD: &str = "<w:tblHeader />";

/// The document as a file; none where it cannot be packed.
pub fn document(docx: Docx) -> Option<Vec<u8>> {
    let mut plain = Cursor::new(Vec::new());
    docx.pack(&mut plain).ok()?;
    completed(plain).ok()
}

/// Files with their names as one archive.
pub fn archive(files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let write = || -> ZipResult<Vec<u8>> {
        let mut to = Cursor::new(Vec::new());
        let mut zip = ZipWriter::new(&mut to);
        for (name, bytes) in files {
            // They are compressed already.
            let options = SimpleFileOptions::default();
            zip.start_file(name.as_str(), options.compression_method(CompressionMethod::Stored))?;
            zip.write_all(bytes)?;
        }
        zip.finish()?;
        Ok(to.into_inner())
    };
    write().ok()
}

fn completed(plain: Cursor<Vec<u8>>) -> ZipResult<Vec<u8>> {
    let mut from = ZipArchive::new(plain)?;
    // The zip writer that the crate uses, so that the module has only one.
    let mut packed = Cursor::new(Vec::new());
    let mut to = ZipWriter::new(&mut packed);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for at in 0..from.len() {
        let mut part = from.by_index(at)?;
        if part.is_dir() {
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        let text = match part.name() {
            "word/document.xml" => text.replace(HEAD_MARK, HEAD),
            "word/fontTable.xml" => text.replace("</w:fonts>", &(fonts::entries() + "</w:fonts>")),
            _ => text,
        };
        to.start_file(part.name(), options)?;
        to.write_all(text.as_bytes())?;
    }
    to.finish()?;
    Ok(packed.into_inner())
}
