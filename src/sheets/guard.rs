//! What is refused of a workbook before it is read: other kinds of files, and
//! files that unpack to more than a page can hold.

use crate::form::limits::WORKBOOK_BYTES;
use crate::form::{FileKind, file_kind};
use crate::text::{self, sheets as words};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes that the parts of a workbook unpack to, at most. The largest form file
/// makes a workbook of a third of it.
pub const UNPACKED: u64 = 64 << 20;

/// Refuses what is no workbook, is cut, or unpacks to too much, in words for the
/// user. The sizes that the file declares are checked first, then the true ones:
/// never more than they allow is unpacked.
pub fn check(workbook: &[u8]) -> Result<(), String> {
    let kind = file_kind(workbook);
    if kind != FileKind::Workbook {
        return Err(text::file_kind(kind).unwrap_or(words::NOT_OURS).to_owned());
    }
    if workbook.len() > WORKBOOK_BYTES {
        return Err(words::file_too_large(workbook.len(), WORKBOOK_BYTES));
    }
    let damaged = |_| words::DAMAGED.to_owned();
    let mut zip = ZipArchive::new(Cursor::new(workbook)).map_err(damaged)?;
    let mut left = UNPACKED;
    for at in 0..zip.len() {
        let declared = zip.by_index_raw(at).map_err(damaged)?.size();
        left = left.checked_sub(declared).ok_or(words::UNPACKS_TO_TOO_MUCH)?;
    }
    for at in 0..zip.len() {
        let entry = zip.by_index(at).map_err(damaged)?;
        let declared = entry.size();
        let mut bounded = entry.take(declared + 1);
        let unpacked = std::io::copy(&mut bounded, &mut std::io::sink());
        if unpacked.map_err(|_| words::DAMAGED.to_owned())? > declared {
            return Err(words::UNPACKS_TO_TOO_MUCH.to_owned());
        }
    }
    Ok(())
}
