//! What links since version 2 hold after the form: figures of targets, and what
//! makes the form a department's slice.
//!
//! The base of a slice says mostly what the form says. So only the differences are
//! coded, as those of a scenario are.

use super::copy::{Copyist, Flag, after};
use super::figure::Figure;
use crate::form::{Form, Scenario, Slice, change};
use crate::rulebook::{IndicatorId, Map, Readings};
use rust_decimal::Decimal;

impl Copyist<'_> {
    /// Adds to a form, copied by [`Copyist::form`], what version 2 holds.
    pub fn part(&mut self, form: &mut Form, given: &Form) {
        let ids = self.rulebook.target_ids();
        form.targets = self.map(ids, &given.targets, |this, _, given| {
            let given = given.copied().unwrap_or(Decimal::ZERO);
            this.decimal(Figure::Rate, None, given).0
        });
        form.slice =
            self.optional(Flag::Slice, given.slice.as_ref(), |this, given| this.slice(form, given));
    }

    fn slice(&mut self, form: &Form, given: Option<&Slice>) -> Slice {
        let rulebook = self.rulebook;
        let year = form.year();
        let text = |part: fn(&Slice) -> &String| given.map_or("", |given| part(given));
        let unit = self.text(text(|slice| &slice.unit));
        let parent = self.text(text(|slice| &slice.parent));
        let mut indicators = Vec::new();
        let mut is_asked = false;
        for id in rulebook.indicator_ids() {
            let flag = after(is_asked, Flag::AskedAfterOther, Flag::AskedAfterAsked);
            is_asked = self.flag(flag, given.is_some_and(|given| given.indicators.contains(&id)));
            if is_asked {
                indicators.push(id);
            }
        }
        let deadline = given.and_then(|given| given.deadline.as_ref());
        let deadline = self.optional(Flag::Deadline, deadline, |this, given| {
            this.date(year, given.map_or("", |date| date))
        });
        let sent = self.moment(year, text(|slice| &slice.sent));
        let base = Box::new(self.base_of_slice(form, given.map(|given| &*given.base)));
        Slice { unit, indicators, deadline, sent, parent, base }
    }

    /// A minute, `YYYY-MM-DDTHH:MM`.
    fn moment(&mut self, year: u16, given: &str) -> String {
        let (date, time) = given.split_once('T').unwrap_or_default();
        let (hour, minute) = time.split_once(':').unwrap_or_default();
        let number = |part: &str| part.parse::<u32>().unwrap_or_default();
        let date = self.date(year, date);
        let hour = self.coder.uniform(24, number(hour));
        let minute = self.coder.uniform(60, number(minute));
        format!("{date}T{hour:02}:{minute:02}")
    }

    fn base_of_slice(&mut self, form: &Form, given: Option<&Form>) -> Form {
        let rulebook = self.rulebook;
        let year = form.year();
        let scenario = given.map(|given| {
            let change = change(rulebook, &form.case, &given.case, "");
            Scenario { base: None, readings: Map::new(), ..change }
        });
        let mut base = Form::new(rulebook);
        base.case = form.case.under(&self.scenario(year, scenario.as_ref()));
        base.case.base = None;
        base.case.readings = Readings::usual();

        let notes = changes(&form.notes, given.map(|given| &given.notes));
        let notes = self.map(rulebook.indicator_ids(), &notes, |this, _, given| {
            let given = given.and_then(Option::as_ref);
            this.optional(Flag::Sets, given, |this, given| this.text(given.map_or("", |n| n)))
        });
        base.notes = changed(&form.notes, notes);

        let evidence = changes(&form.evidence, given.map(|given| &given.evidence));
        let evidence = self.map(rulebook.indicator_ids(), &evidence, |this, _, given| {
            let given = given.and_then(Option::as_ref);
            this.optional(Flag::Sets, given, |this, given| {
                let rows = given.map_or(&[][..], |rows| rows);
                this.list(rows, |this, given| this.evidence(year, given))
            })
        });
        base.evidence = changed(&form.evidence, evidence);
        base
    }
}

/// The changes that turn one map into another. None means that the entry is removed.
fn changes<V: Clone + PartialEq>(
    from: &Map<IndicatorId, V>,
    to: Option<&Map<IndicatorId, V>>,
) -> Map<IndicatorId, Option<V>> {
    let mut all = Map::new();
    let Some(to) = to else { return all };
    for (id, value) in to.iter() {
        if from.get(id) != Some(value) {
            all.insert(*id, Some(value.clone()));
        }
    }
    for (id, _) in from.iter() {
        if !to.contains_key(id) {
            all.insert(*id, None);
        }
    }
    all
}

/// A map with such changes applied.
fn changed<V: Clone>(
    from: &Map<IndicatorId, V>,
    changes: Map<IndicatorId, Option<V>>,
) -> Map<IndicatorId, V> {
    let mut all = from.clone();
    for (id, value) in changes.iter() {
        match value {
            Some(value) => drop(all.insert(*id, value.clone())),
            None => drop(all.remove(id)),
        }
    }
    all
}
