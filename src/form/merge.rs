//! What units filled in, merged into the whole form: three ways, against what
//! was sent.
//!
//! * A value that a unit did not change stays as it is in the form now.
//! * A blank never replaces a value, on either side.
//! * A value that only one side changed is taken. Where both sides did, or two
//!   units differ, it is a conflict: mine stays until the user chooses.
//! * Sets are merged option by option. Options that units add are all taken. An option is
//!   removed only if a unit was sent it and cleared it. Sets do not conflict.
//! * Rows of evidence are joined by value and do not conflict. A unit's new rows
//!   are added. A row that the unit replaced by a new one (of the same title or
//!   number) goes. Rows that it only removed stay. A changed list is put in order.
//! * Only places of the slice change. Shared figures that its indicators read
//!   are such places.
//!
//! The order of merging matters in one case only: two units gave different values
//! where the form still has what was sent. Then the unit merged first is taken, and the
//! other is a conflict. [`merge_all`] takes neither.

use super::difference::{Difference, difference};
use super::model::{Evidence, Form};
use super::place::{Place, Value};
use super::record::Slice;
use super::slice::places;
use crate::rulebook::{Answer, FieldKind, IndicatorId};
use crate::score::fold;

/// The outcome of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The user's own form with what was taken.
    pub form: Form,
    /// What was taken, in the order of the page.
    pub taken: Vec<MergedChange>,
    /// What the user has to choose.
    pub conflicts: Vec<Conflict>,
    /// What units filled in beyond their slices: not merged, but it could be
    /// [taken](super::take).
    pub outside: Vec<Difference>,
}

/// A place that was given another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedChange {
    /// The place that was changed.
    pub place: Place,
    /// What stood there; none where it was blank.
    pub before: Option<Value>,
    /// What stands there now.
    pub after: Value,
    /// The units that it came from.
    pub units: Vec<String>,
}

/// Two values for one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The place that has two values.
    pub place: Place,
    /// What stands there; blank only where units differ among themselves.
    pub mine: Option<Value>,
    /// What the unit sent back.
    pub theirs: Value,
    /// The unit, as the rulebook names it.
    pub unit: String,
    /// When the slice was sent to the unit.
    pub time: String,
}

/// Which side of a conflict holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What stands in the form stays.
    Mine,
    /// What the unit sent back is taken.
    Theirs,
}

/// Why a form cannot be merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeProblem {
    /// It is no slice.
    NoSlice,
    /// It is a slice of another edition.
    OtherEdition,
}

/// Merges one returned slice.
///
/// Errors: it is no slice, or of another edition. Whether it is of the same
/// county and the same parent is for the page to ask.
pub fn merge(mine: &Form, returned: &Form) -> Result<Merge, MergeProblem> {
    merge_all(mine, &[returned])
}

/// Merges several returned slices at once, their order without effect on the
/// form.
pub fn merge_all(mine: &Form, returned: &[&Form]) -> Result<Merge, MergeProblem> {
    let mut all = Vec::new();
    for form in returned {
        let slice = form.slice.as_ref().ok_or(MergeProblem::NoSlice)?;
        if form.edition != mine.edition {
            return Err(MergeProblem::OtherEdition);
        }
        all.push(ReturnedSlice { form, slice, places: places(form.edition.0, &slice.indicators) });
    }
    let mut merge = Merge {
        form: mine.clone(),
        taken: Vec::new(),
        conflicts: Vec::new(),
        outside: all.iter().flat_map(|one| one.outside(mine)).collect(),
    };
    let asked = |id: &IndicatorId| all.iter().any(|one| one.slice.indicators.contains(id));
    let asked: Vec<_> = mine.edition.indicator_ids().filter(asked).collect();
    for place in places(mine.edition.0, &asked) {
        let present = all.iter().filter(|one| one.places.contains(&place)).collect::<Vec<_>>();
        match place {
            Place::Evidence(id) => merge.rows(id, &present),
            Place::Field(id) if mine.edition[id].kind == FieldKind::Set => {
                merge.set(place, &present);
            }
            place => merge.value(place, &present),
        }
    }
    Ok(merge)
}

/// A slice that came back.
struct ReturnedSlice<'a> {
    form: &'a Form,
    slice: &'a Slice,
    places: Vec<Place>,
}

impl ReturnedSlice<'_> {
    fn outside(&self, mine: &Form) -> Vec<Difference> {
        let mut all = difference(mine, self.form);
        all.retain(|one| {
            let is_read_only = matches!(one.place, Place::Year | Place::Base | Place::Reading(_));
            one.theirs.is_some() && !is_read_only && !self.places.contains(&one.place)
        });
        all
    }
}

impl Merge {
    /// Settles a conflict, and all others about the same place. False where
    /// there is no such conflict.
    pub fn choose(&mut self, at: usize, side: Side) -> bool {
        let Some(Conflict { place, mine, theirs, unit, .. }) = self.conflicts.get(at).cloned()
        else {
            return false;
        };
        self.conflicts.retain(|other| other.place != place);
        if side == Side::Theirs {
            self.take(place, mine, theirs, vec![unit]);
        }
        true
    }

    /// Settles these conflicts with the units' values; the others keep mine. Of several
    /// about one place the first one counts.
    ///
    /// Conflicts are given by value, since settling one shifts the positions of the others.
    pub fn settle(&mut self, theirs: &[Conflict]) {
        for chosen in theirs {
            if let Some(at) = self.conflicts.iter().position(|one| one == chosen) {
                self.choose(at, Side::Theirs);
            }
        }
    }

    fn take(&mut self, place: Place, before: Option<Value>, after: Value, units: Vec<String>) {
        self.form.set_value(&place, Some(after.clone()));
        self.taken.push(MergedChange { place, before, after, units });
    }

    fn value(&mut self, place: Place, returned: &[&ReturnedSlice]) {
        let mine = self.form.value(&place);
        let mut is_mine_untouched = true;
        let mut edits: Vec<(Value, &Slice)> = Vec::new();
        for one in returned {
            let base = one.slice.base.value(&place);
            let Some(theirs) = one.form.value(&place) else { continue };
            if Some(&theirs) != base.as_ref() && Some(&theirs) != mine.as_ref() {
                is_mine_untouched &= mine.is_none() || mine == base;
                edits.push((theirs, one.slice));
            }
        }
        let Some((first, _)) = edits.first() else { return };
        if is_mine_untouched && edits.iter().all(|(value, _)| value == first) {
            let units = edits.iter().map(|(_, slice)| slice.unit.clone()).collect();
            self.take(place, mine, first.clone(), units);
            return;
        }
        for (theirs, slice) in edits {
            self.conflicts.push(Conflict {
                place: place.clone(),
                mine: mine.clone(),
                theirs,
                unit: slice.unit.clone(),
                time: slice.sent.clone(),
            });
        }
    }

    /// A set, option by option. Of a unit that was sent an unanswered set only the options
    /// that it chose count. Those that it left out do not cancel another unit's choice.
    fn set(&mut self, place: Place, returned: &[&ReturnedSlice]) {
        let chosen = |value: Option<Value>| match value {
            Some(Value::Answer(Answer::Set(chosen))) => Some(chosen),
            _ => None,
        };
        let mine = self.form.value(&place);
        let (mut added, mut removed, mut units) = (0, 0, Vec::new());
        let mut sent = None;
        for one in returned {
            let base = chosen(one.slice.base.value(&place));
            let Some(theirs) = chosen(one.form.value(&place)) else { continue };
            sent = sent.or(base);
            if Some(theirs) != base {
                added |= theirs & !base.unwrap_or(0);
                removed |= base.unwrap_or(0) & !theirs;
                units.push(one.slice.unit.clone());
            }
        }
        if units.is_empty() {
            return;
        }
        let before = chosen(mine.clone()).or(sent).unwrap_or(0);
        let after = before & !removed | added;
        let after = Value::Answer(Answer::Set(after));
        if mine.as_ref() != Some(&after) {
            self.take(place, mine, after, units);
        }
    }

    fn rows(&mut self, id: IndicatorId, returned: &[&ReturnedSlice]) {
        let rows = |form: &Form| form.evidence.get(&id).cloned().unwrap_or_default();
        let before = rows(&self.form);
        let (mut new, mut old, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for one in returned {
            let (base, theirs) = (rows(&one.slice.base), rows(one.form));
            let added: Vec<_> = theirs.iter().filter(|row| !base.contains(row)).cloned().collect();
            let replaced = |row: &&Evidence| {
                !theirs.contains(row) && added.iter().any(|new| is_same_proof(new, row))
            };
            let gone: Vec<_> = base.iter().filter(replaced).cloned().collect();
            if added.iter().any(|row| !before.contains(row))
                || gone.iter().any(|row| before.contains(row))
            {
                units.push(one.slice.unit.clone());
            }
            new.extend(added);
            old.extend(gone);
        }
        if units.is_empty() {
            return;
        }
        let mut after: Vec<Evidence> = Vec::new();
        let kept = before.iter().filter(|row| !old.contains(row));
        for row in kept {
            after.insert(after.partition_point(|other| other <= row), row.clone());
        }
        for row in new {
            if !after.contains(&row) {
                after.insert(after.partition_point(|other| *other <= row), row);
            }
        }
        let before = (!before.is_empty()).then_some(Value::Evidence(before));
        self.take(Place::Evidence(id), before, Value::Evidence(after), units);
    }
}

/// Whether two rows speak of one document.
fn is_same_proof(one: &Evidence, other: &Evidence) -> bool {
    let number = |row: &Evidence| {
        let number = row.number.as_deref().map(|number| fold(number).into_owned());
        number.filter(|number| !number.is_empty())
    };
    fold(&one.title) == fold(&other.title) || number(one).is_some() && number(one) == number(other)
}
