//! What a link holds, in order: a form with its answers, references and
//! scenarios. `docs/formats/link.md` tells the same.
//!
//! Each function takes what is to be written and returns what was written or
//! read. A reader gives a blank form. See `coder.rs`.

use super::copy::{Copyist, Flag, after, wide};
use super::day::LinkDay;
use super::figure::{Figure, Shape};
use crate::form::{Case, Form, Scenario};
use crate::rulebook::{Adjustment, Answer, Field, FieldKind, Kind, Map, Reference, Row};
use rust_decimal::Decimal;

impl Copyist<'_> {
    /// A form, and the day it is shared.
    pub fn form(&mut self, given: &Form, day: Option<LinkDay>) -> (Form, Option<LinkDay>) {
        let rulebook = self.rulebook;
        let day = self.optional(Flag::Day, day.as_ref(), |this, day| {
            let number = day.map_or(0, |day| day.number().into());
            LinkDay::from_number(u16::try_from(this.coder.bits(16, number)).unwrap_or_default())
        });
        let mut form = Form::new(rulebook);
        form.county = self.text(&given.county);
        let year = self.optional(Flag::Year, given.year.as_ref(), |this, year| {
            this.year(rulebook.year, year.copied())
        });
        form.set_year(year);
        form.case = self.case(form.year(), &given.case);
        if rulebook.kind == Kind::Points {
            let ids = rulebook.indicator_ids();
            form.adjustments = self.map(ids, &given.adjustments, |this, _, given| {
                let points = given.map_or(Decimal::ZERO, |given| given.points);
                Adjustment {
                    points: this.decimal(Figure::Points, None, points).0,
                    reason: this.text(given.map_or("", |given| &given.reason)),
                }
            });
        }
        form.veto = self.list(&given.veto, |this, given| this.text(given.map_or("", |v| v)));
        let year = form.year();
        form.notes = self.map(rulebook.indicator_ids(), &given.notes, |this, _, given| {
            this.text(given.map_or("", |note| note))
        });
        form.evidence = self.map(rulebook.indicator_ids(), &given.evidence, |this, _, given| {
            let rows = given.map_or(&[][..], |rows| rows);
            this.list(rows, |this, given| this.evidence(year, given))
        });
        form.scenarios = self.list(&given.scenarios, |this, given| this.scenario(year, given));
        (form, day)
    }

    fn case(&mut self, year: u16, given: &Case) -> Case {
        let rulebook = self.rulebook;
        let mut case = Case { base: self.base(given.base), ..Case::default() };
        let mut set = false;
        for id in rulebook.field_ids() {
            let field = &rulebook[id];
            let answer = given.answers.get(id).filter(|answer| fits(field.kind, answer));
            set = self.flag(after(set, Flag::SetAfterEmpty, Flag::SetAfterSet), answer.is_some());
            if set {
                case.answers.set(id, Some(self.answer(field, year, answer)));
            }
        }
        let any = given.references.iter().next().is_some();
        if self.flag(Flag::Any, any) {
            for id in self.metrics.clone() {
                let reference = given.references.get(id);
                let flag = after(set, Flag::SetAfterEmpty, Flag::SetAfterSet);
                set = self.flag(flag, reference.is_some());
                if set {
                    case.references.set(id, Some(self.reference(reference)));
                }
            }
        }
        case
    }

    pub(super) fn scenario(&mut self, year: u16, given: Option<&Scenario>) -> Scenario {
        let blank = Scenario::default();
        let given = given.unwrap_or(&blank);
        let (rulebook, metrics) = (self.rulebook, self.metrics.clone());
        Scenario {
            name: self.text(&given.name),
            answers: self.map(rulebook.field_ids(), &given.answers, |this, id, given| {
                let field = &rulebook[id];
                let given = given.and_then(Option::as_ref).filter(|a| fits(field.kind, a));
                this.optional(Flag::Sets, given, |this, given| this.answer(field, year, given))
            }),
            references: self.map(metrics.into_iter(), &given.references, |this, _, given| {
                let given = given.and_then(Option::as_ref);
                this.optional(Flag::Sets, given, |this, given| this.reference(given))
            }),
            base: self.base(given.base),
            readings: Map::new(),
        }
    }

    /// The base of the efficacy coefficient: none, or one of the edition's.
    fn base(&mut self, given: Option<Decimal>) -> Option<Decimal> {
        let bases = &self.rulebook.bases;
        let at = given.and_then(|given| bases.iter().position(|base| *base == given));
        let at = self.coder.uniform(wide(bases.len() + 1), at.map_or(0, |at| wide(at) + 1));
        bases.get(usize::try_from(at).ok()?.checked_sub(1)?).copied()
    }

    /// Adds to a form what version 3 holds: how it reads the document, and what
    /// its scenarios change of that.
    pub fn readings(&mut self, form: &mut Form, given: &Form) {
        let rulebook = self.rulebook;
        for (id, reading) in rulebook.reading_ids().zip(rulebook.readings) {
            let chosen = given.case.readings.get(id).into();
            let chosen = self.coder.uniform(wide(reading.options.len()), chosen);
            form.case.readings.set(id, u8::try_from(chosen).unwrap_or_default());
        }
        for (at, scenario) in form.scenarios.iter_mut().enumerate() {
            let given = given.scenarios.get(at).map(|scenario| &scenario.readings);
            if !self.flag(Flag::Readings, given.is_some_and(|readings| !readings.is_empty())) {
                continue;
            }
            for (id, reading) in rulebook.reading_ids().zip(rulebook.readings) {
                // First that it is as in the baseline, then the options.
                let option = given.and_then(|readings| readings.get(&id));
                let place = option.map_or(0, |option| u32::from(*option) + 1);
                let place = self.coder.uniform(wide(reading.options.len() + 1), place);
                if let Some(option) = place.checked_sub(1) {
                    scenario.readings.insert(id, u8::try_from(option).unwrap_or_default());
                }
            }
        }
    }

    fn answer(&mut self, field: &Field, year: u16, given: Option<&Answer>) -> Answer {
        let figure = match field.kind {
            FieldKind::YesNo => {
                let yes = matches!(given, Some(Answer::YesNo(true)));
                return Answer::YesNo(self.flag(Flag::Yes, yes));
            }
            FieldKind::Choice => {
                let chosen = if let Some(Answer::Choice(at)) = given { *at } else { 0 };
                return Answer::Choice(self.option(field, chosen));
            }
            FieldKind::Set => {
                let chosen = if let Some(Answer::Set(chosen)) = given { *chosen } else { 0 };
                let bits = (0..u32::BITS).take(field.options.len());
                return Answer::Set(bits.fold(0, |all, bit| {
                    all | u32::from(self.flag(Flag::Chosen, chosen >> bit & 1 != 0)) << bit
                }));
            }
            FieldKind::Count => {
                let count = if let Some(Answer::Count(count)) = given { *count } else { 0 };
                return Answer::Count(self.count(count));
            }
            FieldKind::List => {
                let rows = if let Some(Answer::Rows(rows)) = given { rows.as_slice() } else { &[] };
                return Answer::Rows(self.list(rows, |this, row| this.row(field, year, row)));
            }
            FieldKind::Percent => Figure::Percent,
            FieldKind::Amount => Figure::Amount,
            FieldKind::Rate => Figure::Rate,
        };
        let value = if let Some(Answer::Figure(value)) = given { *value } else { Decimal::ZERO };
        Answer::Figure(self.decimal(figure, None, value).0)
    }

    fn row(&mut self, field: &Field, year: u16, given: Option<&Row>) -> Row {
        let blank = Row::default();
        let given = given.unwrap_or(&blank);
        let suggested = field.suggestions.iter().position(|title| *title == given.title);
        Row {
            title: if self.flag(Flag::Suggested, suggested.is_some()) {
                let of = wide(field.suggestions.len());
                let at = self.coder.uniform(of, suggested.map_or(0, wide));
                field.suggestions.get(at as usize).copied().unwrap_or_default().to_owned()
            } else {
                self.text(&given.title)
            },
            recipient: self.text(&given.recipient),
            level: self.optional(Flag::Level, given.level.as_ref(), |this, level| {
                this.option(field, level.copied().unwrap_or_default())
            }),
            year: self.optional(Flag::RowYear, given.year.as_ref(), |this, given| {
                this.year(year, given.copied())
            }),
        }
    }

    fn reference(&mut self, given: Option<&Reference>) -> Reference {
        let peers = match given {
            Some(Reference::Peers(values)) => Some(values),
            _ => None,
        };
        let mut like: Option<Shape> = None;
        let mut value = |this: &mut Self, given: Option<&Decimal>| {
            let given = given.copied().unwrap_or_default();
            let (value, shape) = this.decimal(Figure::Reference, like, given);
            like = Some(shape);
            value
        };
        if self.flag(Flag::Peers, peers.is_some()) {
            return Reference::Peers(self.list(peers.map_or(&[], |values| values), value));
        }
        let (low, high) = match given {
            Some(Reference::Ends { unacceptable, satisfactory }) => (*unacceptable, *satisfactory),
            _ => (None, None),
        };
        Reference::Ends {
            unacceptable: self.optional(Flag::Unacceptable, low.as_ref(), &mut value),
            satisfactory: self.optional(Flag::Satisfactory, high.as_ref(), &mut value),
        }
    }
}

/// Whether an answer is of a field's type; form files allow no other.
fn fits(kind: FieldKind, answer: &Answer) -> bool {
    match answer {
        Answer::YesNo(_) => kind == FieldKind::YesNo,
        Answer::Choice(_) => kind == FieldKind::Choice,
        Answer::Set(_) => kind == FieldKind::Set,
        Answer::Count(_) => kind == FieldKind::Count,
        Answer::Figure(_) => {
            matches!(kind, FieldKind::Percent | FieldKind::Amount | FieldKind::Rate)
        }
        Answer::Rows(_) => kind == FieldKind::List,
    }
}
