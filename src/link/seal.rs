//! The envelope of a link: letters, length, edition and checksums around the
//! coded form.
//!
//! `q1` to `q5`, then base64url (RFC 4648, section 5, no padding) of
//!
//! | bytes | what |
//! | --- | --- |
//! | 2 | how many bytes follow these first three, high byte first |
//! | 1 | CRC-8 of the version and the length: a length that can be trusted tells a link that was cut from one that was changed |
//! | 2 + 2 | digests of the edition's name and of what a form's places mean |
//! | … | the coded form |
//! | 4 | CRC-32 of the version and all before: finds every change of one character |
//!
//! The first character of the base64 is no digit, as [`MOST_BYTES`] bounds the
//! length: so `q12` is version 12, never version 1.

use super::problem::LinkProblem;
use crate::rulebook::{FieldKind, Rulebook};

/// The newest version that this build reads, and writes where a form needs it.
pub const VERSION: u32 = WITH_REVIEWS;
/// The version of links to forms that are no slice and have no figures of targets.
pub const FIRST: u32 = 1;
/// The version of links to forms that are a slice or have figures of targets, under the
/// usual readings.
pub const WITH_PARTS: u32 = 2;
/// The version of links to forms with other readings than the usual ones.
pub const WITH_READINGS: u32 = 3;
/// The version of links to forms that call units otherwise than the document.
pub const WITH_UNITS: u32 = 4;
/// The version of links to forms that reviewers said something of.
pub const WITH_REVIEWS: u32 = 5;
/// Bytes in a link.
pub const MOST_BYTES: usize = 49_149;
/// Characters in a link; a longer text is refused before it is looked at.
pub const MOST_CHARACTERS: usize = PREFIX + MOST_BYTES / 3 * 4;

/// Characters that say how long a link is.
pub const HEAD_CHARACTERS: usize = PREFIX + HEADER_TEXT;

/// What links of each version begin with.
const PREFIXES: [&str; 5] = ["q1", "q2", "q3", "q4", "q5"];
/// Characters of each of them.
const PREFIX: usize = 2;
/// Bytes of the length and its check.
const HEADER: usize = 3;
/// Characters of the header.
const HEADER_TEXT: usize = 4;
const DIGESTS: usize = 4;
const CHECKSUM: usize = 4;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What an envelope holds.
#[derive(Debug)]
pub struct Sealed {
    pub version: u32,
    pub edition: Digests,
    pub coded: Vec<u8>,
}

/// What identifies the edition that a link was written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digests {
    /// Of the edition's name.
    pub name: u16,
    /// Of everything that gives a place in a link its meaning.
    pub places: u16,
}

impl Digests {
    /// The digests of an edition, for links of a version.
    pub fn of(rulebook: &Rulebook, version: u32) -> Digests {
        let mut text = format!("{}\n", rulebook.year);
        let mut line = |part: &str| {
            text.push_str(part);
            text.push('\n');
        };
        rulebook.bases.iter().for_each(|base| line(&base.normalize().to_string()));
        rulebook.indicators.iter().for_each(|indicator| line(indicator.id));
        if version < WITH_READINGS {
            rulebook.usual_metrics().for_each(|metric| line(rulebook[metric].id));
        } else {
            rulebook.metrics.iter().for_each(|metric| line(metric.id));
        }
        for field in rulebook.fields {
            line(field.id);
            line(kind(field.kind));
            field.options.iter().for_each(|option| line(option.id));
            field.suggestions.iter().for_each(|suggestion| line(suggestion));
        }
        if version > FIRST {
            rulebook.targets.iter().for_each(|target| line(target.id));
        }
        if version >= WITH_READINGS {
            for reading in rulebook.readings {
                line(reading.id);
                reading.options.iter().for_each(|option| line(option.id));
            }
        }
        if version >= WITH_UNITS {
            rulebook.units().into_iter().for_each(line);
        }
        Digests { name: folded(rulebook.id.as_bytes()), places: folded(text.as_bytes()) }
    }
}

/// A kind of field, by a name that no renaming in the code changes.
fn kind(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::YesNo => "yes-no",
        FieldKind::Choice => "choice",
        FieldKind::Set => "set",
        FieldKind::Count => "count",
        FieldKind::Percent => "percent",
        FieldKind::Amount => "amount",
        FieldKind::Rate => "rate",
        FieldKind::List => "list",
    }
}

/// Puts a coded form into its envelope.
pub fn seal(sealed: &Sealed) -> Result<String, LinkProblem> {
    let prefix = prefix(sealed.version);
    let length = DIGESTS + sealed.coded.len() + CHECKSUM;
    let length = u16::try_from(length).map_err(|_| LinkProblem::TooLong)?;
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.push(crc8(prefix, length));
    bytes.extend(sealed.edition.name.to_be_bytes());
    bytes.extend(sealed.edition.places.to_be_bytes());
    bytes.extend(&sealed.coded);
    bytes.extend(checksum(prefix, &bytes).to_be_bytes());
    if bytes.len() > MOST_BYTES {
        return Err(LinkProblem::TooLong);
    }
    Ok(format!("{prefix}{}", letters(&bytes)))
}

/// Takes a coded form out of its envelope.
///
/// Errors: everything but a whole, unchanged link of a version that is known.
pub fn open(text: &str) -> Result<Sealed, LinkProblem> {
    let (version, payload) = payload(text)?;
    if text.len() > MOST_CHARACTERS {
        return Err(LinkProblem::TooLong);
    }
    let came = text.len();
    let Some(whole) = whole(version, payload)? else {
        return Err(LinkProblem::Cut { came, of: None });
    };
    if payload.len() < whole {
        return Err(LinkProblem::Cut { came, of: Some(PREFIX + whole) });
    }
    if payload.len() > whole {
        return Err(LinkProblem::Damaged);
    }
    let bytes = bytes(payload).ok_or(LinkProblem::Damaged)?;
    parts(version, &bytes).ok_or(LinkProblem::Damaged)
}

/// Characters of the whole link whose beginning a text is, if its beginning
/// says that.
pub fn length(text: &str) -> Option<usize> {
    let (version, payload) = payload(text).ok()?;
    Some(PREFIX + whole(version, payload).ok()??)
}

/// The version, and what follows it.
fn payload(text: &str) -> Result<(u32, &str), LinkProblem> {
    let rest = text.strip_prefix('q').ok_or(LinkProblem::NotALink)?;
    if rest.is_empty() {
        return Err(LinkProblem::Cut { came: text.len(), of: None });
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (version, payload) = rest.split_at_checked(digits).unwrap_or_default();
    if version.is_empty() || version.starts_with('0') {
        return Err(LinkProblem::NotALink);
    }
    match version.parse() {
        Ok(version @ FIRST..=VERSION) => Ok((version, payload)),
        // A version of three digits is not to be expected: the link was changed.
        Ok(version @ 0..100) => Err(LinkProblem::Newer { version }),
        _ => Err(LinkProblem::Damaged),
    }
}

/// Characters of the payload as its beginning says; none if that is not there.
fn whole(version: u32, payload: &str) -> Result<Option<usize>, LinkProblem> {
    let Some(head) = payload.as_bytes().get(..HEADER_TEXT) else {
        // Even the few characters that came may be none of a payload.
        let known = payload.bytes().all(|letter| ALPHABET.contains(&letter));
        return if known { Ok(None) } else { Err(LinkProblem::Damaged) };
    };
    let head = std::str::from_utf8(head).ok().and_then(bytes);
    let Some(&[high, low, check]) = head.as_deref() else { return Err(LinkProblem::Damaged) };
    let length = u16::from_be_bytes([high, low]);
    let bytes = HEADER + usize::from(length);
    if check != crc8(prefix(version), length) || bytes > MOST_BYTES {
        return Err(LinkProblem::Damaged);
    }
    Ok(Some((bytes * 8).div_ceil(6)))
}

fn parts(version: u32, bytes: &[u8]) -> Option<Sealed> {
    let (body, sum) = bytes.split_last_chunk::<CHECKSUM>()?;
    let [a, b, c, d, coded @ ..] = body.get(HEADER..)? else { return None };
    let name = u16::from_be_bytes([*a, *b]);
    let places = u16::from_be_bytes([*c, *d]);
    let edition = Digests { name, places };
    (checksum(prefix(version), body).to_be_bytes() == *sum).then(|| Sealed {
        version,
        edition,
        coded: coded.to_vec(),
    })
}

fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(6));
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let all = byte(0) << 16 | byte(1) << 8 | byte(2);
        for letter in 0..=three.len() {
            let [.., six] = (all >> (18 - 6 * letter)).to_be_bytes();
            text.push(ALPHABET[usize::from(six & 63)].into());
        }
    }
    text
}

/// The bytes that a text stands for, if it is the one text for them.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let mut all = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for at in 0..4 {
            let six = match four.get(at) {
                Some(letter) => ALPHABET.iter().position(|known| known == letter)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(six).ok()?;
        }
        let [_, three @ ..] = bits.to_be_bytes();
        let (filled, left) = three.split_at_checked(four.len() - 1)?;
        if filled.is_empty() || left.iter().any(|byte| *byte != 0) {
            return None;
        }
        all.extend(filled);
    }
    Some(all)
}

fn prefix(version: u32) -> &'static str {
    let [first, second, third, fourth, fifth] = PREFIXES;
    match version {
        FIRST => first,
        WITH_PARTS => second,
        WITH_READINGS => third,
        WITH_UNITS => fourth,
        _ => fifth,
    }
}

/// CRC-8 (polynomial 0x07) of the version and a length.
fn crc8(prefix: &str, length: u16) -> u8 {
    let mut crc = 0u8;
    for byte in prefix.bytes().chain(length.to_be_bytes()) {
        crc ^= byte;
        for _ in 0..8 {
            crc = crc << 1 ^ if crc & 0x80 != 0 { 0x07 } else { 0 };
        }
    }
    crc
}

fn checksum(prefix: &str, body: &[u8]) -> u32 {
    crc32(prefix.bytes().chain(body.iter().copied()))
}

/// CRC-32 as in IEEE 802.3 and zlib.
fn crc32(bytes: impl Iterator<Item = u8>) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ if crc & 1 != 0 { 0xedb8_8320 } else { 0 };
        }
    }
    !crc
}

fn folded(bytes: &[u8]) -> u16 {
    let [a, b, c, d] = crc32(bytes.iter().copied()).to_be_bytes();
    u16::from_be_bytes([a ^ c, b ^ d])
}
