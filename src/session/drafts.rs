//! Half-typed text, by the name of the box it stands in.
//!
//! Answers and references belong to the case they were typed in. While another
//! case is edited they wait under that case's name, and come forward with it.

use super::state::Session;
use crate::desk::Doubted;
use crate::form::Form;
use crate::rulebook::Map;

/// Stands between the name of a case and the name of a box.
const APART: char = '\0';

/// The field or metric that a box is named after.
pub(super) fn name_of(slot: &str) -> &str {
    slot.split(['#', '[']).next().unwrap_or_default()
}

/// Whether a box holds an answer or a reference.
fn of_case(form: &Form, slot: &str) -> bool {
    let (rulebook, name) = (form.edition.0, name_of(slot));
    rulebook.field(name).is_some() || rulebook.metric(name).is_some()
}

/// Half-typed text as it is named while another case is edited. What was typed
/// in a scenario that is gone is dropped.
pub fn turned(
    form: &Form,
    drafts: &Map<String, String>,
    from: Option<&str>,
    to: Option<&str>,
) -> Map<String, String> {
    let mut all = Map::new();
    for (slot, text) in drafts.iter() {
        let (case, name) = match slot.split_once(APART) {
            Some(parted) => parted,
            None if of_case(form, slot) => (from.unwrap_or_default(), slot.as_str()),
            None => (to.unwrap_or_default(), slot.as_str()),
        };
        if case == to.unwrap_or_default() {
            all.insert(name.to_owned(), text.clone());
        } else if case.is_empty() || form.scenario(case).is_some() {
            all.insert(format!("{case}{APART}{name}"), text.clone());
        }
    }
    all
}

/// Half-typed text as it is stored, after scenarios got other names.
pub(super) fn renamed(
    drafts: &Map<String, String>,
    names: &[(String, String)],
) -> Map<String, String> {
    let mut all = Map::new();
    for (slot, text) in drafts.iter() {
        let moved = slot.split_once(APART).and_then(|(case, name)| {
            let (_, new) = names.iter().find(|(old, _)| old == case)?;
            Some(format!("{new}{APART}{name}"))
        });
        all.insert(moved.unwrap_or_else(|| slot.clone()), text.clone());
    }
    all
}

/// Whether a stored text waits in a scenario that the form does not have.
pub(super) fn is_stray(form: &Form, slot: &str) -> bool {
    slot.split_once(APART)
        .is_some_and(|(case, _)| !case.is_empty() && form.scenario(case).is_none())
}

impl Session {
    /// What was typed into a box and is no value yet.
    pub fn draft(&self, slot: &str) -> Option<&str> {
        self.drafts.get(slot).map(String::as_str)
    }

    /// What the boxes of the edited case are for whose text is no value. The box
    /// that the user types in is left out until the user leaves it.
    pub fn unread(&self) -> Vec<Doubted> {
        if self.is_read_only() {
            return Vec::new();
        }
        let rulebook = self.form.edition;
        let of = |slot: &str| {
            let name = name_of(slot);
            let field = rulebook.field(name).map(Doubted::Field);
            field.or_else(|| rulebook.metric(name).map(Doubted::Metric))
        };
        let typing = self.typing.as_ref().map(|typing| typing.slot.name(rulebook.0));
        let left = self.drafts.iter().filter(|(slot, _)| Some(*slot) != typing.as_ref());
        left.filter_map(|(slot, _)| of(slot)).collect()
    }

    /// Keeps or drops what was typed into a box and is no value.
    pub(super) fn keep_draft(&mut self, slot: &str, text: Option<String>) {
        if self.drafts.get(slot) == text.as_ref() {
            return;
        }
        match text {
            Some(text) => drop(self.drafts.insert(slot.to_owned(), text)),
            None => drop(self.drafts.remove(slot)),
        }
        self.touch();
    }

    /// Drops half-typed text by the box's name and the text.
    pub(super) fn drop_drafts(&mut self, goes: impl Fn(&str, &str) -> bool) {
        if self.drafts.iter().any(|(slot, text)| goes(slot, text)) {
            self.drafts.retain(|slot, text| !goes(slot, text));
            self.touch();
        }
    }
}
