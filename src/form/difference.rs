//! Two forms of one edition compared, item by item.

use super::model::{Case, Form, Scenario};
use super::place::{Place, Value};
use crate::rulebook::Rulebook;

/// An item in which two forms differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item that differs.
    pub place: Place,
    /// Its value in the user's own form; none where it is blank.
    pub mine: Option<Value>,
    /// Its value in the other form; none where it is blank.
    pub theirs: Option<Value>,
}

/// All items in which two forms differ, in the order of the page; none for forms
/// of different editions. Counties are names, not items.
pub fn difference(mine: &Form, theirs: &Form) -> Vec<Difference> {
    if mine.edition != theirs.edition {
        return Vec::new();
    }
    let mut all = Vec::new();
    for place in places(mine, theirs) {
        let (mine, theirs) = (mine.value(&place), theirs.value(&place));
        if mine != theirs {
            all.push(Difference { place, mine, theirs });
        }
    }
    all
}

/// Takes these items of another form of the same edition over, blank ones too.
pub fn take(mine: &mut Form, theirs: &Form, places: &[Place]) {
    if mine.edition == theirs.edition {
        for place in places {
            mine.set_value(place, theirs.value(place));
        }
    }
}

/// A scenario of the user's own form with another form's answers, references, base and
/// readings. Its adjustments and its year cannot be part of a scenario.
pub fn as_scenario(mine: &Form, theirs: &Form, name: &str) -> Scenario {
    change(mine.edition.0, &mine.case, &theirs.case, name)
}

/// The scenario that turns one case into another. A base that is not set counts as the
/// default one.
pub fn change(rulebook: &Rulebook, from: &Case, to: &Case, name: &str) -> Scenario {
    let mut scenario = Scenario { name: name.to_owned(), ..Scenario::default() };
    for id in rulebook.field_ids() {
        let answer = to.answers.get(id);
        if answer != from.answers.get(id) {
            scenario.answers.insert(id, answer.cloned());
        }
    }
    for id in rulebook.metric_ids() {
        let reference = to.references.get(id);
        if reference != from.references.get(id) {
            scenario.references.insert(id, reference.cloned());
        }
    }
    for id in rulebook.reading_ids() {
        let option = to.readings.get(id);
        if option != from.readings.get(id) {
            scenario.readings.insert(id, option);
        }
    }
    let base = to.base(rulebook);
    scenario.base = (base != from.base(rulebook)).then_some(base);
    scenario
}

/// All places of two forms.
fn places(mine: &Form, theirs: &Form) -> Vec<Place> {
    let rulebook = mine.edition.0;
    let mut all = vec![Place::Year, Place::Base];
    all.extend(rulebook.reading_ids().map(Place::Reading));
    all.extend(rulebook.shared().into_iter().map(Place::Field));
    for id in rulebook.indicator_ids() {
        let indicator = &rulebook[id];
        all.extend(indicator.fields.iter().map(|field| Place::Field(*field)));
        all.extend(indicator.metrics.iter().map(|metric| Place::Reference(*metric)));
        all.extend([Place::Adjustment(id), Place::Note(id), Place::Evidence(id)]);
    }
    all.extend(rulebook.target_ids().map(Place::Target));
    all.push(Place::Veto);
    for scenario in mine.scenarios.iter().chain(&theirs.scenarios) {
        let place = Place::Scenario(scenario.name.clone());
        if !all.contains(&place) {
            all.push(place);
        }
    }
    all
}
