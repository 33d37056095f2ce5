//! Share links: a form as the part of an address behind `#`.
//!
//! A link holds a form by its places in an edition. The format is documented in
//! `docs/formats/link.md`.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `copy`, `layout` | which value stands where; one set of functions writes and reads |
//! | `part` | what version 2 adds: figures of targets, a department's slice |
//! | `proof` | evidence |
//! | `units` | what version 4 adds: what units are called, and whom to call |
//! | `reviews` | what version 5 adds: what reviewers say of the points |
//! | `coder` | arithmetic coding of bits and numbers |
//! | `figure`, `text`, `words` | numbers and texts, and the table of usual words |
//! | `typical` | what the coder's chances are trained on before it begins |
//! | `day` | [`LinkDay`]: the day on which a form was shared |
//! | `seal`, `problem` | the envelope: version, length, edition, checksums; what can be wrong with a link |
//! | `find`, `escape` | a link inside whatever was pasted |
//!
//! Version 3 adds readings that are not the usual ones, and the references of
//! metrics that only those score. A form is written in the first version that holds
//! it. No version ever changes: `tests/data/links` holds links that must open for
//! ever, to the scores that they had. Snapshots and history never travel.

mod coder;
mod copy;
mod day;
mod escape;
mod figure;
mod find;
mod layout;
mod part;
mod problem;
mod proof;
mod reviews;
mod seal;
mod text;
mod typical;
mod units;
mod words;

pub use day::LinkDay;
pub use find::{find, is_form_file};
pub use problem::LinkProblem;
pub use seal::{MOST_CHARACTERS, VERSION};

use crate::form::{self, Case, Form, FormProblem};
use crate::rulebook::{MetricId, Reference, References, Rulebook, editions};
use coder::Coder;
use copy::Copyist;
use seal::{Digests, FIRST, Sealed, WITH_PARTS, WITH_READINGS, WITH_REVIEWS, WITH_UNITS};

/// Which parts of a form travel. Answers, county, year, base, readings, adjustments, veto,
/// figures of targets, the names of units, reviews and what makes a slice always do. Days
/// of sending, snapshots, history and keys of a later version never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Include {
    /// Reference values.
    pub references: bool,
    /// Scenarios.
    pub scenarios: bool,
    /// Notes on indicators.
    pub notes: bool,
    /// Rows of evidence.
    pub evidence: bool,
    /// Whom to call in the units.
    pub contacts: bool,
}

impl Include {
    /// All that can travel, as for a slice.
    pub const ALL: Include =
        Include { references: true, scenarios: true, notes: true, evidence: true, contacts: true };
}

impl Default for Include {
    fn default() -> Include {
        Include {
            references: true,
            scenarios: false,
            notes: false,
            evidence: false,
            contacts: false,
        }
    }
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The form, without what did not travel.
    pub form: Form,
    /// When it was shared.
    pub day: Option<LinkDay>,
}

/// A form as the text of a link, without `#`.
///
/// Errors: [`LinkProblem::TooLong`] only.
pub fn encode(form: &Form, include: Include, day: Option<LinkDay>) -> Result<String, LinkProblem> {
    let form = included(form, include);
    let rulebook = form.edition.0;
    let version = version(&form);
    let mut copyist = Copyist::new(Coder::writer(), rulebook, version);
    let (mut copy, _) = copyist.form(&form, day);
    if version >= WITH_PARTS {
        copyist.part(&mut copy, &form);
    }
    if version >= WITH_READINGS {
        copyist.readings(&mut copy, &form);
    }
    if version >= WITH_UNITS {
        copyist.units(&mut copy, &form.units);
    }
    if version >= WITH_REVIEWS {
        copyist.reviews(&mut copy, &form.reviews);
    }
    let coded = copyist.into_coder().finish().ok_or(LinkProblem::TooLong)?;
    seal::seal(&Sealed { version, edition: Digests::of(rulebook, version), coded })
}

/// The form in the text of a link (without `#`) of any edition of this build.
///
/// Errors: whatever is not a whole, unchanged link to a form that a form file
/// could hold.
pub fn decode(text: &str) -> Result<Shared, LinkProblem> {
    let editions: Vec<_> = editions::all().collect();
    open(text, &editions, &|file, _| form::read(file))
}

/// The form in the text of a link of one of these editions.
pub fn decode_with(text: &str, editions: &[&'static Rulebook]) -> Result<Shared, LinkProblem> {
    open(text, editions, &|file, rulebook| {
        form::read_with(file, |id: &str| (rulebook.id == id).then_some(rulebook))
    })
}

/// Reads the text of a form file of an edition.
type Judge = dyn Fn(&str, &'static Rulebook) -> Result<Form, FormProblem>;

fn open(text: &str, editions: &[&'static Rulebook], judge: &Judge) -> Result<Shared, LinkProblem> {
    let sealed = seal::open(text)?;
    let mut namesake = None;
    for rulebook in editions.iter().copied() {
        let digests = Digests::of(rulebook, sealed.version);
        if digests == sealed.edition {
            return read(&sealed, rulebook, judge);
        }
        if digests.name == sealed.edition.name {
            namesake = Some(LinkProblem::OtherFields { edition: rulebook.title.to_owned() });
        }
    }
    Err(namesake.unwrap_or(LinkProblem::UnknownEdition))
}

/// The first version of links that holds a form.
fn version(form: &Form) -> u32 {
    let usual: Vec<MetricId> = form.edition.usual_metrics().collect();
    let is_usual = |metric: &MetricId| usual.contains(metric);
    let is_usual_case = |case: &Case| {
        case.readings.is_usual() && case.references.iter().all(|(metric, _)| is_usual(&metric))
    };
    let is_usual_form = is_usual_case(&form.case)
        && form.slice.iter().all(|slice| is_usual_case(&slice.base.case))
        && form.scenarios.iter().all(|scenario| {
            let mut references = scenario.references.iter();
            scenario.readings.is_empty() && references.all(|(metric, _)| is_usual(metric))
        });
    if !form.reviews.is_empty() {
        WITH_REVIEWS
    } else if !form.units.is_empty() {
        WITH_UNITS
    } else if !is_usual_form {
        WITH_READINGS
    } else if form.targets.is_empty() && form.slice.is_none() {
        FIRST
    } else {
        WITH_PARTS
    }
}

fn included(form: &Form, include: Include) -> Form {
    let mut form = form.clone();
    // A slice was cut with what its unit may know.
    if form.slice.is_none() {
        form.units = form.units.public(include.contacts);
    }
    leave_out(&mut form, include);
    if let Some(slice) = &mut form.slice {
        leave_out(&mut slice.base, include);
    }
    form
}

fn leave_out(form: &mut Form, include: Include) {
    if !include.references {
        form.case.references = References::default();
        form.scenarios.iter_mut().for_each(|scenario| scenario.references.clear());
    }
    if !include.scenarios {
        form.scenarios.clear();
    }
    if !include.notes {
        form.notes.clear();
    }
    if !include.evidence {
        form.evidence.clear();
    }
}

/// Drops lists of no peers, which say nothing: early releases kept them, and the
/// form file refuses them.
fn without_empty_peers(form: &mut Form) {
    let is_empty = |one: &Reference| matches!(one, Reference::Peers(all) if all.is_empty());
    for id in form.edition.metric_ids() {
        if form.case.references.get(id).is_some_and(is_empty) {
            form.case.references.set(id, None);
        }
        for scenario in &mut form.scenarios {
            if scenario.references.get(&id).and_then(Option::as_ref).is_some_and(is_empty) {
                scenario.references.insert(id, None);
            }
        }
    }
    if let Some(slice) = &mut form.slice {
        without_empty_peers(&mut slice.base);
    }
}

fn read(
    sealed: &Sealed,
    rulebook: &'static Rulebook,
    judge: &Judge,
) -> Result<Shared, LinkProblem> {
    let version = sealed.version;
    let mut copyist = Copyist::new(Coder::reader(&sealed.coded), rulebook, version);
    let blank = Form::new(rulebook);
    let (mut form, day) = copyist.form(&blank, None);
    if version >= WITH_PARTS {
        copyist.part(&mut form, &blank);
    }
    if version >= WITH_READINGS {
        copyist.readings(&mut form, &blank);
    }
    if version >= WITH_UNITS {
        copyist.units(&mut form, &blank.units);
    }
    if version >= WITH_REVIEWS {
        copyist.reviews(&mut form, &blank.reviews);
    }
    if !copyist.into_coder().is_done() {
        return Err(LinkProblem::Damaged);
    }
    without_empty_peers(&mut form);
    // The form file's reader is the one judge of what a form may hold.
    let judged = judge(&form::write(&form), rulebook);
    match judged {
        Ok(judged) if judged == form => Ok(Shared { form, day }),
        Ok(_) => Err(LinkProblem::Damaged),
        Err(problem) => Err(LinkProblem::Refused { problem }),
    }
}
