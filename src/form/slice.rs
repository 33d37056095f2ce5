//! Departments' slices: the part of a form that a unit fills in, which travels
//! and comes back without a server. The caller says which indicators a unit has.

use super::model::Form;
use super::place::Place;
use super::record::Slice;
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::fold;

/// The part of a form for a unit, of these indicators: their fields, the shared
/// figures that they read, references, notes and evidence, with what is there
/// already. County, year, base, readings and the names of units come along to be
/// read, adjustments do not.
///
/// `sent` is a minute, `YYYY-MM-DDTHH:MM`; `parent` the id of the whole form. The
/// deadline is the earliest of the indicators', moved to the form's year.
pub fn slice(
    form: &Form,
    unit: &str,
    indicators: &[IndicatorId],
    sent: &str,
    parent: &str,
) -> Form {
    let rulebook = form.edition.0;
    let asked: Vec<_> = rulebook.indicator_ids().filter(|id| indicators.contains(id)).collect();
    let mut base = Form::new(rulebook);
    for place in places(rulebook, &asked) {
        base.set_value(&place, form.value(&place));
    }
    let mut part = base.clone();
    part.county = form.county.clone();
    part.set_year(form.year);
    part.case.base = form.case.base;
    part.case.readings = form.case.readings.clone();
    part.units = form.units.of_indicators(rulebook, &asked);
    part.slice = Some(Slice {
        unit: unit.to_owned(),
        deadline: asked.iter().filter_map(|id| deadline(form, *id)).min(),
        indicators: asked,
        sent: sent.to_owned(),
        parent: parent.to_owned(),
        base: Box::new(base),
    });
    part
}

/// How many of the fields that a slice asks are answered, of how many; of a whole
/// form all are asked.
pub fn asked(form: &Form) -> (usize, usize) {
    let Some(slice) = &form.slice else { return form.answered(&form.case) };
    let places = places(form.edition.0, &slice.indicators);
    let fields = places.iter().filter_map(|place| match place {
        Place::Field(field) => Some(form.case.answers.get(*field).is_some()),
        _ => None,
    });
    fields.fold((0, 0), |(answered, all), one| (answered + usize::from(one), all + 1))
}

/// The places of a form that a slice of these indicators holds.
pub fn places(rulebook: &Rulebook, indicators: &[IndicatorId]) -> Vec<Place> {
    let mut all = Vec::new();
    for field in rulebook.shared() {
        if rulebook.readers(field).iter().any(|reader| indicators.contains(reader)) {
            all.push(Place::Field(field));
        }
    }
    for id in indicators {
        let indicator = &rulebook[*id];
        all.extend(indicator.fields.iter().map(|field| Place::Field(*field)));
        all.extend(indicator.metrics.iter().map(|metric| Place::Reference(*metric)));
        all.extend([Place::Note(*id), Place::Evidence(*id)]);
    }
    all
}

/// The form that a returned slice is merged into, by its position among the user's own: the
/// one that it was cut from, else the first of the same county, edition and year. The same
/// form opened on another computer has another id. A slice of a county without a name has
/// only the first way.
pub fn home<'a>(slice: &Form, own: impl Iterator<Item = (&'a str, &'a Form)>) -> Option<usize> {
    let parent = &slice.slice.as_ref()?.parent;
    let county = fold(&slice.county);
    let mut twin = None;
    for (at, (id, form)) in own.enumerate() {
        if form.edition != slice.edition || form.slice.is_some() {
            continue;
        }
        if id == parent {
            return Some(at);
        }
        let is_twin =
            !county.is_empty() && fold(&form.county) == county && form.year() == slice.year();
        twin = twin.or(is_twin.then_some(at));
    }
    twin
}

/// The day by which an indicator is due in the form's year, `YYYY-MM-DD`.
fn deadline(form: &Form, id: IndicatorId) -> Option<String> {
    form.edition.moved(form.edition[id].deadline.date, form.year()).map(|day| day.to_string())
}
