//! A folder of files beside what is on file of the evidence.

use crate::form::{FileMark, Filing, Form};
use crate::rulebook::IndicatorId;
use crate::score::fold;

/// A row of evidence: the indicator, and the row's position.
pub type Proof = (IndicatorId, usize);

/// What a folder has and lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// How many files are there as they were filed.
    pub kept: usize,
    /// Filed, and neither the name nor the content is there.
    pub missing: Vec<(Proof, FileMark)>,
    /// The name is there, with another content.
    pub changed: Vec<(Proof, FileMark)>,
    /// The content is there under another name, which stands behind.
    pub renamed: Vec<(Proof, FileMark, String)>,
    /// One content that several rows claim: the name, and the rows.
    pub shared: Vec<(String, Vec<Proof>)>,
    /// There, and filed under nothing.
    pub unclaimed: Vec<FileMark>,
}

/// Compares the files of a folder with what is on file.
pub fn folder(filing: &Filing, found: &[FileMark]) -> Folder {
    let mut all = Folder::default();
    for (id, row, filed) in filing.files() {
        let proof = (id, row);
        let same = || found.iter().filter(|one| one.sha256 == filed.sha256);
        match same().next() {
            Some(_) if same().any(|one| one.name == filed.name) => all.kept += 1,
            Some(first) => all.renamed.push((proof, filed.clone(), first.name.clone())),
            None if found.iter().any(|one| one.name == filed.name) => {
                all.changed.push((proof, filed.clone()));
            }
            None => all.missing.push((proof, filed.clone())),
        }
    }
    let is_claimed = |one: &&FileMark| {
        filing.files().any(|(_, _, filed)| filed.sha256 == one.sha256 || filed.name == one.name)
    };
    all.unclaimed = found.iter().filter(|one| !is_claimed(one)).cloned().collect();
    all.shared = shared(filing);
    all
}

/// Contents that several rows claim, in the order of the rulebook.
fn shared(filing: &Filing) -> Vec<(String, Vec<Proof>)> {
    let mut all: Vec<(&FileMark, Vec<Proof>)> = Vec::new();
    for (id, row, filed) in filing.files() {
        match all.iter_mut().find(|(first, _)| first.sha256 == filed.sha256) {
            Some((_, proofs)) => proofs.push((id, row)),
            None => all.push((filed, vec![(id, row)])),
        }
    }
    let several = all.into_iter().filter(|(_, proofs)| proofs.len() > 1);
    several.map(|(first, proofs)| (first.name.clone(), proofs)).collect()
}

/// The row of evidence that a file's name speaks of: by a number before it (`14-2 …`),
/// or else by the longest title that stands in it, or that it stands in. None where
/// nothing fits, or two fit alike. With `within` only that indicator's rows count.
pub fn proof_of_name(form: &Form, name: &str, within: Option<IndicatorId>) -> Option<Proof> {
    let is_within = |id: IndicatorId| within.is_none_or(|only| only == id);
    let rows = || {
        let rows = form.evidence.iter().filter(|(id, _)| is_within(**id));
        rows.flat_map(|(id, rows)| rows.iter().enumerate().map(|(row, one)| (*id, row, one)))
    };
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    if let Some((number, row)) = number(stem) {
        let of_number =
            |(id, at, _): &(IndicatorId, usize, _)| form.edition[*id].id == number && at + 1 == row;
        if let Some((id, row, _)) = rows().find(of_number) {
            return Some((id, row));
        }
    }
    /// Characters of a name by which a title is known from a part of it.
    const ENOUGH: usize = 4;
    let plain =
        |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
    let stem = plain(stem);
    let fits = |title: &str| {
        let title = plain(title);
        let length = title.chars().count();
        let is_part = stem.chars().count() >= ENOUGH && title.contains(&stem);
        (length > 1 && stem.contains(&title) || is_part).then_some(length)
    };
    let mut best: Vec<(usize, Proof)> =
        rows().filter_map(|(id, row, one)| Some((fits(&one.title)?, (id, row)))).collect();
    best.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    match best.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, proof), ..] => Some(*proof),
        [] => None,
    }
}

/// `14-2` at the beginning of a name: the indicator's number and the row's, from 1.
fn number(stem: &str) -> Option<(&str, usize)> {
    let (indicator, rest) = stem.split_once(['-', '－', '—', '_'])?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (row, _) = rest.split_at_checked(end)?;
    let is_number = !indicator.is_empty() && indicator.bytes().all(|b| b.is_ascii_digit());
    Some((indicator, row.parse().ok()?)).filter(|_| is_number)
}
