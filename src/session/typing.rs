//! What is typed into text boxes.
//!
//! A text that is a value enters the form at once. A text that is none is kept
//! beside the form as half-typed, with the reason; the value from before stays in force.

use super::slot::{EvidencePart, ReferencePart, Slot};
use super::state::Session;
use crate::form::Edit;
use crate::form::typed::{self, TypedFault};
use crate::rulebook::{IndicatorId, Metric, MetricId, Reference};
use crate::score::is_blank;
use rust_decimal::Decimal;

/// What is being typed.
#[derive(Clone, Debug)]
pub(super) struct Typing {
    /// The box.
    pub slot: Slot,
    /// What stands in it.
    text: String,
    /// The value of the box before the user began to type, as boxes show it.
    before: String,
    /// The last text typed there that was a value.
    taken: Option<String>,
    /// The value that counts now.
    value: String,
}

impl Session {
    /// The text that stands in a box: what is half-typed there, or the value in
    /// force as boxes show it.
    pub fn text_in(&self, slot: Slot) -> String {
        match self.draft(&slot.name(self.rulebook())) {
            Some(text) if !self.is_read_only() => text.to_owned(),
            _ => self.value_in(slot),
        }
    }

    /// Why the text in a box is no value; none where it is one, or is only begun
    /// and still being typed.
    pub fn fault_in(&self, slot: Slot) -> Option<TypedFault> {
        let text = self.draft(&slot.name(self.rulebook()))?;
        let is_begun = self.is_typing(slot) && self.is_unfinished(slot, text);
        if is_begun { None } else { self.judge(slot, text).err() }
    }

    /// The value that was taken of a text in another unit, while it is typed.
    pub fn converted_in(&self, slot: Slot) -> Option<Decimal> {
        let typing = self.typing.as_ref().filter(|_| self.is_typing(slot))?;
        let value = typed::converted(&typing.text, self.unit_of(slot)?)?;
        self.judge(slot, &typing.text).is_ok().then_some(value)
    }

    fn is_typing(&self, slot: Slot) -> bool {
        self.typing.as_ref().is_some_and(|typing| typing.slot == slot) && !self.is_read_only()
    }

    /// The unit of the figure that a box holds; none for other boxes.
    fn unit_of(&self, slot: Slot) -> Option<&'static str> {
        let rulebook = self.rulebook();
        match slot {
            Slot::Field(id) => Some(rulebook[id].unit),
            Slot::Reference(id, ReferencePart::Unacceptable | ReferencePart::Satisfactory) => {
                Some(rulebook[id].unit)
            }
            Slot::Target(id) => Some(rulebook[id].unit),
            _ => None,
        }
    }

    /// Whether a text only begins a value of its box.
    fn is_unfinished(&self, slot: Slot, text: &str) -> bool {
        match slot {
            Slot::Field(_) | Slot::Target(_) => {
                self.unit_of(slot).is_some_and(|unit| typed::is_unfinished(text, unit))
            }
            Slot::Reference(id, ReferencePart::Peers) => {
                typed::is_unfinished_peers(&self.rulebook()[id], text)
            }
            Slot::Reference(id, _) => typed::is_unfinished(text, self.rulebook()[id].unit),
            Slot::AdjustedPoints(_) => typed::is_unfinished(text, ""),
            Slot::Year | Slot::RowYear(..) => typed::is_unfinished_year(text),
            Slot::Evidence(_, _, EvidencePart::Date) => typed::is_unfinished_date(text),
            Slot::Veto | Slot::AdjustedReason(_) | Slot::Evidence(..) => false,
        }
    }

    /// Takes what is in a box while the user types: a value enters the form, anything
    /// else is kept as half-typed. While the text of a figure is no value, the value from
    /// before typing counts: of `96x`, the `96` on the way is not what was meant.
    pub fn type_in(&mut self, slot: Slot, text: &str) {
        if self.is_read_only() {
            return;
        }
        if self.is_locked() {
            return self.tell_lock();
        }
        let value = self.value_in(slot);
        // A value that something else than this box set meanwhile is kept.
        let goes_on = |typing: &Typing| typing.slot == slot && typing.value == value;
        let (before, last) = match self.typing.take().filter(goes_on) {
            Some(typing) => (typing.before, typing.taken),
            None => (value, None),
        };
        let taken = self.take(slot, text);
        if !taken && !self.is_unfinished(slot, text) {
            self.put_back(slot, &before);
        }
        self.typing = Some(Typing {
            slot,
            text: text.to_owned(),
            before,
            taken: if taken { Some(text.to_owned()) } else { last },
            value: self.value_in(slot),
        });
        // A value that is written otherwise than boxes show it stays as typed until the
        // user leaves the box.
        let is_plain = taken && self.value_in(slot) == text;
        let name = slot.name(self.rulebook());
        self.keep_draft(&name, (!is_plain).then(|| text.to_owned()));
    }

    /// The user leaves a box: from then on a value is shown as boxes show it. Returns
    /// whether something was typed in it; without that nothing changes.
    pub fn leave(&mut self, slot: Slot) -> bool {
        let typing = self.typing.take_if(|typing| typing.slot == slot);
        let name = slot.name(self.rulebook());
        let draft = self.draft(&name).map(str::to_owned);
        // A figure that was only begun, such as `96.`, is no value once the box is left.
        if let (Some(typing), Some(text)) = (&typing, &draft)
            && typing.value == self.value_in(slot)
            && self.judge(slot, text).is_err()
        {
            self.put_back(slot, &typing.before);
        }
        self.seal();
        let taken = draft.is_some_and(|text| self.take(slot, &text));
        if taken {
            self.keep_draft(&name, None);
            self.seal();
        }
        typing.is_some() || taken
    }

    /// Puts back the value that a box of a figure had before the user typed.
    fn put_back(&mut self, slot: Slot, before: &str) {
        let is_figure = matches!(
            slot,
            Slot::Field(_) | Slot::Reference(..) | Slot::Target(_) | Slot::Year | Slot::RowYear(..)
        );
        if is_figure && self.value_in(slot) != before && self.take(slot, before) {
            self.undo.drop_empty_step(&self.form);
        }
    }

    /// Drops what is half-typed in a box, back to what was typed last and is a value;
    /// whether there was any.
    pub fn forget_typed(&mut self, slot: Slot) -> bool {
        let name = slot.name(self.rulebook());
        let text = self.draft(&name).map(str::to_owned);
        let is_half = text.is_some_and(|text| self.judge(slot, &text).is_err());
        if is_half {
            self.keep_draft(&name, None);
            let typing = self.typing.take_if(|typing| typing.slot == slot);
            if let Some(last) = typing.and_then(|typing| typing.taken) {
                self.take(slot, &last);
            }
        }
        is_half
    }

    fn judge(&self, slot: Slot, text: &str) -> Result<(), TypedFault> {
        let rulebook = self.rulebook();
        match slot {
            Slot::Field(id) => typed::figure(&rulebook[id], text).map(drop),
            Slot::Reference(id, end) => self.reference_with(id, end, text).map(drop),
            Slot::Year | Slot::RowYear(..) => typed::year(text).map(drop),
            Slot::Veto => Ok(()),
            Slot::AdjustedPoints(id) | Slot::AdjustedReason(id) => {
                self.adjustment_with(slot, id, text).map(drop)
            }
            Slot::Evidence(id, row, part) => self.evidence_with(id, row, part, text).map(drop),
            Slot::Target(id) => typed::decimal_in(text, rulebook[id].unit).map(drop),
        }
        .and_then(|()| self.check_room(slot, text))
    }

    /// Refuses a text with which the file of the form could not be read again.
    fn check_room(&self, slot: Slot, text: &str) -> Result<(), TypedFault> {
        match slot {
            Slot::Veto | Slot::AdjustedReason(_) | Slot::Evidence(..) => {
                self.has_room(&self.value_in(slot), text)
            }
            _ => Ok(()),
        }
    }

    /// Enters a text into the form if it is a value; whether it was.
    fn take(&mut self, slot: Slot, text: &str) -> bool {
        self.try_take(slot, text).is_ok()
    }

    fn try_take(&mut self, slot: Slot, text: &str) -> Result<(), TypedFault> {
        self.check_room(slot, text)?;
        let rulebook = self.rulebook();
        match slot {
            Slot::Field(id) => {
                let answer = typed::figure(&rulebook[id], text)?;
                self.answer(id, answer);
            }
            Slot::Reference(id, end) => {
                let (reference, together) = self.reference_with(id, end, text)?;
                self.refer(id, reference);
                if together {
                    self.drop_drafts_of_others(id, end);
                }
            }
            Slot::Year => {
                let year = typed::year(text)?;
                self.edit(Edit::Year, |form| form.set_year(year));
            }
            Slot::Veto => {
                let lines = text.lines().map(str::trim).filter(|line| !is_blank(line));
                let items: Vec<String> = lines.map(str::to_owned).collect();
                self.edit(Edit::Veto, |form| form.veto = items);
            }
            Slot::AdjustedPoints(id) | Slot::AdjustedReason(id) => {
                let adjustment = self.adjustment_with(slot, id, text)?;
                self.edit(Edit::Adjustment(id), |form| {
                    match adjustment {
                        Some(adjustment) => form.adjustments.insert(id, adjustment),
                        None => form.adjustments.remove(&id),
                    };
                });
                // What waited in the other box has entered the form as well.
                let other = other_part(slot, id).name(rulebook);
                self.keep_draft(&other, None);
            }
            Slot::Evidence(id, row, part) => {
                if let Some(new) = self.evidence_with(id, row, part, text)? {
                    self.put_evidence(id, row, new);
                }
            }
            Slot::RowYear(id, row) => {
                let year = typed::year(text)?;
                self.edit_row(id, row, |row| row.year = year);
            }
            Slot::Target(id) => {
                let value = typed::decimal_in(text, rulebook[id].unit)?;
                self.edit(Edit::Target(id), |form| {
                    match value {
                        Some(value) => form.targets.insert(id, value),
                        None => form.targets.remove(&id),
                    };
                });
            }
        }
        Ok(())
    }

    /// The reference that a text makes with the other two boxes. Half-typed text there is
    /// taken; where that makes no reference, the values in force are. Tells which of the
    /// two was taken.
    fn reference_with(
        &self,
        id: MetricId,
        end: ReferencePart,
        text: &str,
    ) -> Result<(Option<Reference>, bool), TypedFault> {
        let metric = self.metric(id);
        let with = |drafts: bool| {
            let text_of = |one: ReferencePart| {
                let slot = Slot::Reference(id, one);
                let waiting = self.draft(&slot.name(self.rulebook())).filter(|waiting| {
                    drafts && typed::is_reference_text(metric, waiting, one == ReferencePart::Peers)
                });
                match waiting {
                    _ if one == end => text.to_owned(),
                    Some(waiting) => waiting.to_owned(),
                    None => self.value_in(slot),
                }
            };
            let [unacceptable, satisfactory, peers] = ReferencePart::ALL.map(text_of);
            typed::reference(metric, &unacceptable, &satisfactory, &peers)
        };
        match with(true) {
            Ok(reference) => Ok((reference, true)),
            Err(fault) => with(false).map(|reference| (reference, false)).map_err(|_| fault),
        }
    }

    /// A metric as the case that is edited reads the document.
    fn metric(&self, id: MetricId) -> &'static Metric {
        let scenario = self.scenario.as_deref().and_then(|name| self.form.scenario(name));
        let readings = match scenario {
            Some(scenario) => self.form.case.under(scenario).readings,
            None => self.form.case.readings.clone(),
        };
        self.rulebook().metric_under(id, &readings)
    }

    /// Drops what waited in the other boxes of a reference and has entered the form.
    fn drop_drafts_of_others(&mut self, id: MetricId, end: ReferencePart) {
        let rulebook = self.rulebook();
        let metric = self.metric(id);
        for other in ReferencePart::ALL.into_iter().filter(|other| *other != end) {
            let name = Slot::Reference(id, other).name(rulebook);
            let of_peers = other == ReferencePart::Peers;
            self.drop_drafts(|slot, text| {
                slot == name && typed::is_reference_text(metric, text, of_peers)
            });
        }
    }

    /// The adjustment that a text makes with what stands in the other box.
    fn adjustment_with(
        &self,
        slot: Slot,
        id: IndicatorId,
        text: &str,
    ) -> Result<Option<crate::rulebook::Adjustment>, TypedFault> {
        let other = self.text_in(other_part(slot, id));
        let most = self.rulebook()[id].points;
        match slot {
            Slot::AdjustedReason(_) => typed::adjustment(most, &other, text),
            _ => typed::adjustment(most, text, &other),
        }
    }
}

/// The other of the two boxes of an adjustment.
fn other_part(slot: Slot, id: IndicatorId) -> Slot {
    match slot {
        Slot::AdjustedPoints(_) => Slot::AdjustedReason(id),
        _ => Slot::AdjustedPoints(id),
    }
}
