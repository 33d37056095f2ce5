//! The form: what a county answers under one edition, and all that goes with it.

use super::earlier::Earlier;
use super::limits::EVENTS;
use super::plan::PlanSettings;
use super::record::{Event, Slice, Snapshot};
use super::reviews::Reviews;
use super::units::Units;
use crate::rulebook::Map;
use crate::rulebook::{
    Adjustment, Answer, Answers, FieldId, IndicatorId, MetricId, ReadingId, Readings, Reference,
    References, Rulebook, TargetId, editions,
};
use crate::score::{
    Asked, Inputs, Range, ReadingWorth, Scorecard, Worth, asked_of, score, worth, worth_of,
};
use rust_decimal::Decimal;
use std::ops::Deref;
use std::sync::Arc;

/// A rulebook that lives as long as the program. Two are equal when their ids are.
#[derive(Clone, Copy, Debug)]
pub struct Edition(pub &'static Rulebook);

impl Deref for Edition {
    type Target = Rulebook;
    fn deref(&self) -> &Rulebook {
        self.0
    }
}

impl PartialEq for Edition {
    fn eq(&self, other: &Edition) -> bool {
        self.id == other.id
    }
}

impl Eq for Edition {}

/// All that one form holds. The scorecard is derived from it, never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The edition of the rulebook that it is filled in by.
    pub edition: Edition,
    /// The county's name; empty while it has none.
    pub county: String,
    /// The year of assessment; the edition's when it is missing. Set by
    /// [`Form::set_year`].
    pub year: Option<u16>,
    /// What counts when no scenario is looked at.
    pub case: Case,
    /// Points that the user set by hand, in place of what the rules give.
    pub adjustments: Map<IndicatorId, Adjustment>,
    /// The user's own notes on indicators.
    pub notes: Map<IndicatorId, String>,
    /// The proofs of each indicator, in the user's order.
    pub evidence: Map<IndicatorId, Vec<Evidence>>,
    /// Declared veto items (一票否决), in the user's words.
    pub veto: Vec<String>,
    /// The user's what-ifs, in the order in which they were made. Their names are unique.
    pub scenarios: Vec<Scenario>,
    /// Figures for targets whose figure no field asks.
    pub targets: Map<TargetId, Decimal>,
    /// Earlier states, in the order in which they were kept. Shared, as a form
    /// is copied for every step of undo.
    pub snapshots: Vec<Arc<Snapshot>>,
    /// What happened to the form, the latest last.
    pub history: Vec<Event>,
    /// What a plan is asked for.
    pub plan: PlanSettings,
    /// What units are called here, whom to call there, and what was sent when.
    pub units: Units,
    /// An earlier year's answers that are to be confirmed.
    pub earlier: Earlier,
    /// What reviewers say of the points.
    pub reviews: Reviews,
    /// What makes this form a department's part of another.
    pub slice: Option<Slice>,
    /// Top-level keys of a later version, with their values to the letter.
    pub extra: Vec<(String, String)>,
}

/// Answers, reference values, method and readings: what a score is computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The answers to fields.
    pub answers: Answers,
    /// The reference values of metrics.
    pub references: References,
    /// The base of the efficacy coefficient; the edition's first when missing.
    pub base: Option<Decimal>,
    /// How the document is read.
    pub readings: Readings,
}

/// One proof of an indicator (佐证材料).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// What it is called; never blank.
    pub title: String,
    /// The document's number (文号).
    pub number: Option<String>,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    pub date: Option<String>,
    /// Where it is kept.
    pub place: Option<String>,
    /// Whether it is at hand; none where that was not said.
    pub ready: Option<bool>,
}

/// A what-if over the baseline: only what differs from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What the user called it.
    pub name: String,
    /// None means: unanswered in this scenario.
    pub answers: Map<FieldId, Option<Answer>>,
    /// None means: no reference is set in this scenario.
    pub references: Map<MetricId, Option<Reference>>,
    /// The base of the efficacy coefficient in it; none leaves the baseline's.
    pub base: Option<Decimal>,
    /// Options by their positions; 0 means: the usual one, whatever the baseline has.
    pub readings: Map<ReadingId, u8>,
}

impl Form {
    /// A blank form of an edition.
    pub fn new(rulebook: &'static Rulebook) -> Form {
        Form {
            edition: Edition(rulebook),
            county: String::new(),
            year: None,
            case: Case::default(),
            adjustments: Map::new(),
            notes: Map::new(),
            evidence: Map::new(),
            veto: Vec::new(),
            scenarios: Vec::new(),
            targets: Map::new(),
            snapshots: Vec::new(),
            history: Vec::new(),
            plan: PlanSettings::default(),
            units: Units::default(),
            earlier: Earlier::default(),
            reviews: Reviews::new(),
            slice: None,
            extra: Vec::new(),
        }
    }

    /// A blank form of this build's first edition.
    pub fn blank() -> Option<Form> {
        editions::all().next().map(Form::new)
    }

    /// What the form says, without what it remembers: snapshots, history, settings
    /// of the plan and of units, earlier answers, reviews, the slice that it is, and a
    /// later version's keys.
    pub fn content(&self) -> Form {
        Form {
            snapshots: Vec::new(),
            history: Vec::new(),
            plan: PlanSettings::default(),
            units: Units::default(),
            earlier: Earlier::default(),
            reviews: Reviews::new(),
            slice: None,
            extra: Vec::new(),
            ..self.clone()
        }
    }

    /// Keeps what the form says now as a snapshot.
    pub fn take_snapshot(&mut self, name: &str, taken: &str) {
        let (name, taken) = (name.to_owned(), taken.to_owned());
        self.snapshots.push(Arc::new(Snapshot { name, taken, content: self.content() }));
    }

    /// This form with what it said when a snapshot was taken; it keeps what it
    /// remembers.
    pub fn at(&self, snapshot: &Snapshot) -> Form {
        Form {
            snapshots: self.snapshots.clone(),
            history: self.history.clone(),
            plan: self.plan.clone(),
            units: self.units.clone(),
            earlier: self.earlier.clone(),
            reviews: self.reviews.clone(),
            slice: self.slice.clone(),
            extra: self.extra.clone(),
            ..snapshot.content.clone()
        }
    }

    /// Adds to the history; of more than [`EVENTS`] events the oldest are dropped.
    pub fn remember(&mut self, event: Event) {
        self.history.push(event);
        self.history.drain(..self.history.len().saturating_sub(EVENTS));
    }

    /// Sets the year of assessment, and fills it into the edition's labels.
    pub fn set_year(&mut self, year: Option<u16>) {
        self.year = year;
        self.edition = Edition(self.edition.0.of_year(self.year()));
    }

    /// The year of assessment.
    pub fn year(&self) -> u16 {
        self.year.unwrap_or(self.edition.year)
    }

    /// What a unit is called in this form.
    pub fn unit<'a>(&'a self, unit: &'a str) -> &'a str {
        self.units.name(unit)
    }

    /// The unit that this form is the part of, as it is called; empty for a whole form.
    pub fn slice_unit(&self) -> &str {
        self.slice.as_ref().map_or("", |slice| self.unit(&slice.unit))
    }

    /// The scenario of this name.
    pub fn scenario(&self, name: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|s| s.name == name)
    }

    /// The scores of a case under this form's year and adjustments.
    pub fn score(&self, case: &Case) -> Scorecard {
        score(self.edition.0, &self.inputs(case))
    }

    /// The scores of the baseline.
    pub fn scorecard(&self) -> Scorecard {
        self.score(&self.case)
    }

    /// What a case is scored from.
    pub fn inputs<'a>(&'a self, case: &'a Case) -> Inputs<'a> {
        Inputs {
            answers: &case.answers,
            references: &case.references,
            base: case.base(self.edition.0),
            readings: &case.readings,
            year: self.year(),
            adjustments: &self.adjustments,
            vetoed: !self.veto.is_empty(),
        }
    }

    /// What each reading is worth in a case.
    pub fn worth(&self, case: &Case) -> Worth {
        worth(self.edition.0, &self.inputs(case))
    }

    /// The open questions that concern an indicator in a case: those that change its
    /// figures at two decimals.
    pub fn asked_of(&self, case: &Case, id: IndicatorId) -> Vec<Asked> {
        asked_of(self.edition.0, &self.inputs(case), id, 2)
    }

    /// What the options of one reading are worth in a case that comes to `now`.
    pub fn worth_of(&self, case: &Case, now: Range, asked: Asked) -> ReadingWorth {
        worth_of(self.edition.0, &self.inputs(case), now, asked)
    }

    /// How many fields are answered, of how many.
    pub fn answered(&self, case: &Case) -> (usize, usize) {
        (case.answers.iter().count(), self.edition.fields.len())
    }
}

impl Case {
    /// The base of the efficacy coefficient that holds.
    pub fn base(&self, rulebook: &Rulebook) -> Decimal {
        self.base.or(rulebook.bases.first().copied()).unwrap_or_default()
    }

    /// This case as a scenario changes it.
    pub fn under(&self, scenario: &Scenario) -> Case {
        let mut case = self.clone();
        for (field, answer) in scenario.answers.iter() {
            case.answers.set(*field, answer.clone());
        }
        for (metric, reference) in scenario.references.iter() {
            case.references.set(*metric, reference.clone());
        }
        case.base = scenario.base.or(case.base);
        for (reading, option) in scenario.readings.iter() {
            case.readings.set(*reading, *option);
        }
        case
    }
}
