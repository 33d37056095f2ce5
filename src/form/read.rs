//! Reading a form file. A file with any error is refused as a whole: nothing of it is
//! loaded.

mod answer;
mod content;
pub(crate) mod node;
mod record;
mod reviews;
pub(super) mod units;

use super::file_kind::{FileKind, file_kind};
use super::json::Node;
use super::limits::FILE_BYTES;
use super::model::Form;
use super::parse::top_level;
use super::problem::{Expected, FormProblem};
use super::write::{FORMAT, VERSION};
use crate::rulebook::{Rulebook, editions};
pub(crate) use content::section;
use node::{Read, missing, wrong};

/// Reads the bytes of a form file; a byte order mark is accepted. A file of another kind is
/// reported as what it is.
pub fn read_bytes(bytes: &[u8]) -> Read<Form> {
    if bytes.len() > FILE_BYTES {
        return Err(FormProblem::TooLarge { bytes: bytes.len() });
    }
    let kind = file_kind(bytes);
    if kind != FileKind::Form {
        return Err(FormProblem::OtherKind { kind });
    }
    read(std::str::from_utf8(bytes).map_err(|_| FormProblem::NotText)?)
}

/// Reads the text of a form file of any edition that this build carries.
pub fn read(text: &str) -> Read<Form> {
    read_with(text, editions::find)
}

/// Reads the text of a form file whose edition `find` knows.
pub fn read_with(text: &str, find: impl Fn(&str) -> Option<&'static Rulebook>) -> Read<Form> {
    if text.len() > FILE_BYTES {
        return Err(FormProblem::TooLarge { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let pairs = top_level(text)?;
    let get =
        |wanted: &str| pairs.iter().find(|(key, _, _)| key == wanted).map(|(_, node, _)| node);

    match get("format") {
        Some(Node::Text(format)) if format == FORMAT => {}
        Some(other) => return Err(wrong("format", other, Expected::Format)),
        None => return Err(FormProblem::NoForm),
    }
    match get("version") {
        Some(Node::Integer(version)) if *version == VERSION => {}
        Some(Node::Integer(version)) if *version > VERSION => {
            return Err(FormProblem::Newer { version: version.to_string() });
        }
        // A whole number too large for `Node::Integer` is a newer version as well.
        Some(Node::Number(version)) if version.bytes().all(|b| b.is_ascii_digit()) => {
            return Err(FormProblem::Newer { version: version.clone() });
        }
        Some(other) => return Err(wrong("version", other, Expected::Version)),
        None => return Err(missing("version", Expected::Version)),
    }
    let node = get("rulebook").ok_or_else(|| missing("rulebook", Expected::Rulebook))?;
    let Node::Text(id) = node else { return Err(wrong("rulebook", node, Expected::Rulebook)) };
    let rulebook = find(id).ok_or_else(|| FormProblem::UnknownRulebook { id: id.clone() })?;
    let mut form = Form::new(rulebook);
    for (key, node, raw) in &pairs {
        let is_known = matches!(key.as_str(), "format" | "version" | "rulebook")
            || content::section(&mut form, key, key, node)?
            || record::memory(&mut form, key, node)?;
        if !is_known {
            form.extra.push((key.clone(), (*raw).to_owned()));
        }
    }
    Ok(form)
}
