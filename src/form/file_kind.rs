//! What kind of file was picked, by its first bytes and its table of contents.

/// Kinds of files that people pick for a form or a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Text that begins with `{`: it may be a form file.
    Form,
    /// A workbook of Excel's XML format. Its end is there, so it was not cut off.
    Workbook,
    /// A zip file whose end is missing: it was cut off.
    Cut,
    /// A workbook of the format before 2007, or of WPS's own.
    OldWorkbook,
    /// An Office document that is locked with a password.
    Locked,
    /// A workbook of Excel's binary format.
    BinaryWorkbook,
    /// A spreadsheet of LibreOffice or OpenOffice.
    OpenDocument,
    /// A text document of Word or WPS.
    Document,
    /// Slides.
    Slides,
    /// Any other zip file.
    Archive,
    /// A compressed archive that is no zip file.
    OtherArchive,
    /// A PDF document.
    Pdf,
    /// A picture: PNG, JPEG, GIF, BMP, TIFF, WebP or HEIF.
    Image,
    /// A web page.
    WebPage,
    /// Lines of cells separated by commas or tabs.
    Csv,
    /// Nothing, or nothing but blanks.
    Empty,
    /// Other text.
    Text,
    /// None of these: it is not text, and its first bytes are of no known kind.
    Unknown,
}

/// Bytes at the beginning that tell text from other files.
const SAMPLE: usize = 4096;
/// How many of the last bytes of a zip file are searched for its end record, behind which a
/// comment of up to 65,535 bytes may stand.
const ZIP_END: usize = 22 + 65_535;

/// The kind of a file. Takes time in proportion to its bytes.
pub fn file_kind(bytes: &[u8]) -> FileKind {
    if bytes.starts_with(b"PK") {
        return zip(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return compound(bytes);
    }
    let starts = |all: &[&[u8]]| all.iter().any(|one| bytes.starts_with(one));
    // Workbooks of Excel 2 to 4 have no container.
    if starts(&[&[9, 8, 16, 0], &[9, 8, 8, 0], &[9, 4, 6, 0], &[9, 2, 6, 0], &[9, 0, 4, 0]]) {
        return FileKind::OldWorkbook;
    }
    if starts(&[b"%PDF"]) {
        return FileKind::Pdf;
    }
    if starts(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM", b"II*\0", b"MM\0*"])
        || bytes.get(8..12) == Some(b"WEBP".as_slice())
        || bytes.get(4..8) == Some(b"ftyp".as_slice())
    {
        return FileKind::Image;
    }
    if starts(&[b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B"]) {
        return FileKind::OtherArchive;
    }
    text(bytes)
}

/// The kind of a zip file, by the names in its table of contents.
fn zip(bytes: &[u8]) -> FileKind {
    let tail = bytes.get(bytes.len().saturating_sub(ZIP_END)..).unwrap_or(bytes);
    if !has(tail, b"PK\x05\x06") {
        return FileKind::Cut;
    }
    let named = |name: &str| has(bytes, name.as_bytes());
    if named("xl/workbook.xml") || named("xl/worksheets/") {
        FileKind::Workbook
    } else if named("xl/workbook.bin") {
        FileKind::BinaryWorkbook
    } else if named("word/document.xml") || named("opendocument.text") {
        FileKind::Document
    } else if named("ppt/presentation.xml") || named("opendocument.presentation") {
        FileKind::Slides
    } else if named("opendocument.spreadsheet") {
        FileKind::OpenDocument
    } else {
        FileKind::Archive
    }
}

/// The kind of a compound file, by the names of its streams, which are UTF-16.
fn compound(bytes: &[u8]) -> FileKind {
    let named = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        has(bytes, &wide)
    };
    if named("EncryptedPackage") || named("EncryptionInfo") {
        FileKind::Locked
    } else if named("WordDocument") {
        FileKind::Document
    } else if named("PowerPoint Document") {
        FileKind::Slides
    } else if named("Workbook") || named("Book") {
        FileKind::OldWorkbook
    } else {
        FileKind::Unknown
    }
}

fn text(bytes: &[u8]) -> FileKind {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.contains(&0) {
        return FileKind::Unknown;
    }
    // A character may be cut at the end of the sample; other encodings than
    // UTF-8 keep commas, tabs and lines.
    let sample = String::from_utf8_lossy(sample);
    let seen = crate::score::trimmed(&sample);
    if seen.is_empty() {
        return FileKind::Empty;
    }
    if seen.starts_with('{') {
        return FileKind::Form;
    }
    if seen.starts_with('<') {
        return FileKind::WebPage;
    }
    let lines: Vec<&str> = seen.lines().take(20).collect();
    let parted = |sign: char| {
        let with = lines.iter().filter(|line| line.contains(sign)).count();
        lines.len() > 1 && with * 2 > lines.len()
    };
    if parted(',') || parted('\t') { FileKind::Csv } else { FileKind::Text }
}

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some(first) = wanted.first() else { return true };
    bytes.iter().enumerate().any(|(at, byte)| {
        byte == first && bytes.get(at..).is_some_and(|rest| rest.starts_with(wanted))
    })
}
