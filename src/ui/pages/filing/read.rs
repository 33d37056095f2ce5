//! Reading files piece by piece: of what is in them only the fingerprint is kept.

use crate::form::FileMark;
use crate::ui::browser;
use sha2::{Digest, Sha256};
use web_sys::File;

/// Bytes that are read at once, so that a large file does not fill the memory.
const PIECE: f64 = 4_194_304.0;

/// The mark of a file; none where it cannot be read, as a folder cannot.
pub async fn mark(file: &File) -> Option<FileMark> {
    let (size, mut at) = (file.size(), 0.0);
    let mut hash = Sha256::new();
    while at < size {
        let end = size.min(at + PIECE);
        let piece = file.slice_with_f64_and_f64(at, end).ok()?;
        hash.update(browser::bytes(&piece).await?);
        at = end;
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Some(FileMark { name: file.name(), bytes: size as u64, sha256 })
}
