//! Departments' slices: cut, filled in, merged; and two forms compared.

use crate::link_forms;

use link_forms::{Dice, checklist, county, random};
use proptest::prelude::*;
use qiangxian::form::{
    Conflict, Evidence, Form, Merge, MergeProblem, MergedChange, Place, Side, Value, as_scenario,
    difference, merge, merge_all, read_with, slice, take, write,
};
use qiangxian::rulebook::{Adjustment, Answer, FieldId, IndicatorId, Kind, Rulebook};
use rust_decimal::Decimal;

const SENT: &str = "2022-07-20T09:30";

#[track_caller]
fn field(id: &str) -> FieldId {
    county().field(id).expect(id)
}

#[track_caller]
fn indicator(id: &str) -> IndicatorId {
    county().indicator(id).expect(id)
}

fn count(form: &mut Form, id: &str, value: Option<u32>) {
    form.case.answers.set(field(id), value.map(Answer::Count));
}

fn cut(form: &Form, unit: &str, indicators: &[&str]) -> Form {
    let ids: Vec<_> = indicators.iter().map(|id| indicator(id)).collect();
    slice(form, unit, &ids, SENT, "a1")
}

#[test]
fn a_slice_holds_its_indicators_and_what_they_read() {
    let mut form = random(county(), 5);
    form.county = "章丘区".into();
    form.year = Some(2024);
    form.notes.insert(indicator("35"), "注".into());
    form.notes.insert(indicator("36"), "别人的".into());
    form.case.answers.set(field("base.gdp"), Some(Answer::Figure(Decimal::TEN)));
    form.case.answers.set(field("36.enterprises"), Some(Answer::Count(1)));
    let zero = Adjustment { points: Decimal::ZERO, reason: "理由".into() };
    form.adjustments.insert(indicator("35"), zero);
    let part = cut(&form, "区统计局", &["41", "35"]);

    assert_eq!((&*part.county, part.year, part.case.base), ("章丘区", Some(2024), form.case.base));
    let slice = part.slice.as_ref().unwrap();
    assert_eq!(slice.indicators, [indicator("35"), indicator("41")]);
    assert_eq!((&*slice.unit, &*slice.sent, &*slice.parent), ("区统计局", SENT, "a1"));
    // 2022-06-30 in the edition's own year.
    let own = &county()[indicator("35")].deadline.date;
    assert_eq!(slice.deadline.as_deref(), Some(&*own.replace("2022", "2024")));
    for id in county().field_ids() {
        let travels = ["base.gdp", "35.services", "41.technology-trade"].contains(&county()[id].id);
        let expected = form.case.answers.get(id).filter(|_| travels);
        assert_eq!(part.case.answers.get(id), expected, "{}", county()[id].id);
    }
    assert_eq!(part.notes.iter().collect::<Vec<_>>(), [(&indicator("35"), &"注".to_owned())]);
    assert!(part.adjustments.is_empty() && part.scenarios.is_empty() && part.veto.is_empty());
    assert_eq!(slice.base.case.answers, part.case.answers);
}

/// A count as it was sent, is now, and came back: what stands there after the
/// merge, and whether it is a conflict.
#[track_caller]
fn three_ways([sent, now, back]: [Option<u32>; 3], expected: Option<u32>, is_conflict: bool) {
    const ID: &str = "33.bases";
    let mut form = Form::new(county());
    count(&mut form, ID, sent);
    let mut part = cut(&form, "区住建局", &["33"]);
    count(&mut form, ID, now);
    count(&mut part, ID, back);
    let merged = merge(&form, &part).unwrap();
    assert_eq!(merged.form.case.answers.get(field(ID)), expected.map(Answer::Count).as_ref());
    assert_eq!(merged.conflicts.len(), usize::from(is_conflict));
    let is_taken = expected != now;
    assert_eq!(merged.taken.len(), usize::from(is_taken));
}

#[test]
fn a_value_three_ways() {
    let (none, one, two, three) = (None, Some(1), Some(2), Some(3));
    // What the unit left as it was stays.
    for now in [none, one, two] {
        three_ways([none, now, none], now, false);
        three_ways([one, now, one], now, false);
        // A blank never beats a value.
        three_ways([one, now, none], now, false);
        // Both say the same.
        three_ways([three, now, now], now, false);
    }
    three_ways([none, none, one], one, false);
    three_ways([one, one, two], two, false);
    three_ways([one, none, two], two, false);
    three_ways([none, one, two], one, true);
    three_ways([one, two, three], two, true);
}

fn conflict() -> (Form, Merge) {
    let mut form = Form::new(county());
    let mut part = cut(&form, "区住建局", &["33"]);
    count(&mut form, "33.bases", Some(1));
    count(&mut part, "33.bases", Some(2));
    let merged = merge(&form, &part).unwrap();
    (form, merged)
}

#[test]
fn a_conflict_is_settled_by_choice() {
    let place = Place::Field(field("33.bases"));
    let value = |count| Value::Answer(Answer::Count(count));
    let (form, mut merged) = conflict();
    let expected = Conflict {
        place: place.clone(),
        mine: Some(value(1)),
        theirs: value(2),
        unit: "区住建局".into(),
        time: SENT.into(),
    };
    assert_eq!(merged.conflicts, [expected]);
    assert!(!merged.choose(1, Side::Theirs));
    assert!(merged.choose(0, Side::Mine));
    assert_eq!((&merged.form, merged.conflicts.len(), merged.taken.len()), (&form, 0, 0));

    let (_, mut merged) = conflict();
    assert!(merged.choose(0, Side::Theirs));
    let units = vec!["区住建局".to_owned()];
    let change =
        MergedChange { place: place.clone(), before: Some(value(1)), after: value(2), units };
    assert_eq!(merged.taken, [change]);
    assert_eq!((merged.form.value(&place), merged.conflicts.len()), (Some(value(2)), 0));
}

#[test]
fn units_that_differ_conflict_when_merged_together() {
    let form = Form::new(county());
    let part = |unit: &str, gdp: i64| {
        let mut part = cut(&form, unit, &["35"]);
        part.case.answers.set(field("base.gdp"), Some(Answer::Figure(gdp.into())));
        part
    };
    let (one, two, three) = (part("甲", 1), part("乙", 2), part("丙", 2));
    let mut merged = merge_all(&form, &[&one, &two, &three]).unwrap();
    assert_eq!(merged.form, form);
    let units: Vec<_> = merged.conflicts.iter().map(|conflict| &*conflict.unit).collect();
    assert_eq!(units, ["甲", "乙", "丙"]);
    assert!(merged.choose(1, Side::Theirs) && merged.conflicts.is_empty());
    let agreed = merge_all(&form, &[&two, &three]).unwrap();
    assert_eq!(merged.form, agreed.form);
    assert_eq!(agreed.taken[0].units, ["乙", "丙"]);
    // One after the other the second conflicts with what was taken.
    let first = merge(&form, &one).unwrap();
    let second = merge(&first.form, &two).unwrap();
    assert_eq!((&second.form, second.conflicts.len()), (&first.form, 1));
}

fn row(title: &str, number: &str, ready: bool) -> Evidence {
    Evidence {
        title: title.into(),
        number: (!number.is_empty()).then(|| number.into()),
        ready: Some(ready),
        ..Evidence::default()
    }
}

#[test]
fn rows_of_evidence_are_joined() {
    let id = indicator("33");
    let mut form = Form::new(county());
    form.evidence.insert(id, vec![row("名单", "1", false), row("照片", "", false)]);
    let mut part = cut(&form, "区住建局", &["33"]);
    // The unit has the list ready, drops the picture, adds a minute; I add a plan.
    part.evidence.insert(id, vec![row("名单", "1", true), row("纪要", "", true)]);
    form.evidence.insert(id, {
        vec![row("照片", "", false), row("名单", "1", false), row("方案", "", false)]
    });
    let merged = merge(&form, &part).unwrap();
    let expected = [
        row("名单", "1", true),
        row("方案", "", false),
        row("照片", "", false),
        row("纪要", "", true),
    ];
    let mut rows = merged.form.evidence.get(&id).unwrap().clone();
    let titles: Vec<_> = rows.iter().map(|row| row.title.clone()).collect();
    assert!(titles.is_sorted());
    rows.sort_by_key(|row| expected.iter().position(|other| other == row));
    assert_eq!(rows, expected);
    assert!(merged.conflicts.is_empty() && merged.taken.len() == 1);
    assert_eq!(merge(&merged.form, &part).unwrap().form, merged.form);
}

#[test]
fn what_cannot_be_merged() {
    let form = Form::new(county());
    assert_eq!(merge(&form, &form), Err(MergeProblem::NoSlice));
    let city = Form::new(checklist());
    let id = checklist().indicator("7").unwrap();
    let part = slice(&city, "市局", &[id], SENT, "");
    assert_eq!(merge(&form, &part), Err(MergeProblem::OtherEdition));
}

#[test]
fn what_is_filled_in_beyond_a_slice_is_told_and_not_merged() {
    let form = Form::new(county());
    let mut part = cut(&form, "区住建局", &["33"]);
    part.year = Some(2025);
    count(&mut part, "36.enterprises", Some(7));
    let merged = merge(&form, &part).unwrap();
    assert_eq!(merged.form, form);
    let places: Vec<_> = merged.outside.into_iter().map(|one| one.place).collect();
    assert_eq!(places, [Place::Field(field("36.enterprises"))]);
}

/// A form of any kind whose slices go to so many units, in edges that overlap.
struct Scene {
    form: Form,
    parts: Vec<Form>,
}

/// The units edit their slices, agreeing where they meet, and the form goes on.
fn scene(rulebook: &'static Rulebook, seed: u64) -> Scene {
    let mut dice = Dice(seed);
    let mut form = random(rulebook, dice.next());
    let all: Vec<_> = rulebook.indicator_ids().collect();
    // What all units agree on.
    let truth = random(rulebook, dice.next());
    let mut parts = Vec::new();
    for unit in ["甲局", "乙局", "丙局", "丁局"] {
        let density = 2 + dice.below(8);
        let asked: Vec<_> = all.iter().copied().filter(|_| dice.one_in(density)).collect();
        let mut part = slice(&form, unit, &asked, SENT, "a1");
        edit(&mut part, &truth, &asked, &mut dice);
        parts.push(part);
    }
    let other = random(rulebook, dice.next());
    edit(&mut form, &other, &all, &mut dice);
    Scene { form, parts }
}

/// Takes some of what another form says about these indicators over.
fn edit(form: &mut Form, other: &Form, indicators: &[IndicatorId], dice: &mut Dice) {
    let rulebook = form.edition.0;
    let density = 1 + dice.below(6);
    let mut places = Vec::new();
    for id in indicators {
        places.extend(rulebook[*id].fields.iter().map(|id| Place::Field(*id)));
        places.extend(rulebook[*id].metrics.iter().map(|id| Place::Reference(*id)));
        places.extend([Place::Note(*id), Place::Evidence(*id)]);
    }
    let read = |id: &FieldId| rulebook.readers(*id).iter().any(|one| indicators.contains(one));
    places.extend(rulebook.shared().into_iter().filter(read).map(Place::Field));
    for place in places {
        if dice.one_in(density) {
            form.set_value(&place, other.value(&place));
        }
    }
}

fn one_by_one(form: &Form, parts: &[&Form]) -> (Form, Vec<Conflict>) {
    let (mut form, mut conflicts) = (form.clone(), Vec::new());
    for part in parts {
        let merged = merge(&form, part).unwrap();
        conflicts.extend(merged.conflicts);
        form = merged.form;
    }
    (form, in_order(conflicts))
}

fn in_order(mut conflicts: Vec<Conflict>) -> Vec<Conflict> {
    conflicts.sort_by_key(|conflict| format!("{conflict:?}"));
    conflicts
}

#[track_caller]
fn merges_in_any_order(rulebook: &'static Rulebook, seed: u64) {
    let Scene { form, parts } = scene(rulebook, seed);
    let [a, b, c, d] = &parts[..] else { panic!() };
    let (merged, conflicts) = one_by_one(&form, &[a, b, c, d]);
    for order in [[d, c, b, a], [b, d, a, c], [c, a, d, b]] {
        assert_eq!(one_by_one(&form, &order), (merged.clone(), conflicts.clone()));
        let together = merge_all(&form, &order).unwrap();
        assert_eq!(together.form, merged);
        assert_eq!(in_order(together.conflicts), conflicts);
    }
    // Again.
    for part in &parts {
        assert_eq!(merge(&merged, part).unwrap().form, merged);
        assert!(merge(&merged, part).unwrap().taken.is_empty());
    }
    // By file.
    let find = |id: &str| (id == rulebook.id).then_some(rulebook);
    for part in &parts {
        assert_eq!(read_with(&write(part), find).as_ref(), Ok(part));
    }
    assert_eq!(read_with(&write(&merged), find), Ok(merged.clone()));
    // Only what was asked has changed, and nothing is lost.
    let asked = |id: &IndicatorId| {
        parts.iter().any(|part| part.slice.as_ref().unwrap().indicators.contains(id))
    };
    for change in difference(&form, &merged) {
        let is_asked = match &change.place {
            Place::Field(id) => rulebook.readers(*id).iter().any(asked),
            Place::Reference(id) => {
                rulebook.indicator_ids().any(|i| asked(&i) && rulebook[i].metrics.contains(id))
            }
            Place::Note(id) | Place::Evidence(id) => asked(id),
            _ => false,
        };
        assert!(is_asked && change.theirs.is_some(), "{change:?}");
    }
}

/// Units that need not agree: together, their order has no effect at all.
#[track_caller]
fn differing_units_merge_together(seed: u64) {
    let mut dice = Dice(seed);
    let form = random(county(), dice.next());
    let all: Vec<_> = county().indicator_ids().collect();
    let mut parts = Vec::new();
    for unit in ["甲局", "乙局", "丙局"] {
        let mut part = slice(&form, unit, &all, SENT, "");
        let other = random(county(), dice.next());
        edit(&mut part, &other, &all, &mut dice);
        parts.push(part);
    }
    let [a, b, c] = &parts[..] else { panic!() };
    let first = merge_all(&form, &[a, b, c]).unwrap();
    let second = merge_all(&form, &[c, a, b]).unwrap();
    assert_eq!(first.form, second.form);
    assert_eq!(in_order(first.conflicts), in_order(second.conflicts));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn slices_of_a_county_merge_in_any_order(seed: u64) {
        merges_in_any_order(county(), seed);
    }

    #[test]
    fn slices_of_a_city_merge_in_any_order(seed: u64) {
        merges_in_any_order(checklist(), seed);
    }

    #[test]
    fn units_that_differ_merge_together_in_any_order(seed: u64) {
        differing_units_merge_together(seed);
    }

    #[test]
    fn an_untouched_slice_changes_nothing(seed: u64) {
        let mut dice = Dice(seed);
        let mut form = random(county(), seed);
        let all: Vec<_> = county().indicator_ids().collect();
        let part = slice(&form, "甲局", &all, SENT, "");
        prop_assert_eq!(merge(&form, &part).unwrap().form, form.clone());
        let other = random(county(), dice.next());
        edit(&mut form, &other, &all, &mut dice);
        let merged = merge(&form, &part).unwrap();
        prop_assert_eq!(merged.form, form);
        prop_assert!(merged.taken.is_empty() && merged.conflicts.is_empty());
    }

    #[test]
    fn what_differs_can_be_taken(seeds: [u64; 2], is_city: bool) {
        let rulebook = if is_city { checklist() } else { county() };
        let [mut mine, theirs] = seeds.map(|seed| random(rulebook, seed));
        for form in [&mut mine] {
            for id in rulebook.target_ids().filter(|id| rulebook[*id].field.is_none()).take(2) {
                form.targets.insert(id, Decimal::ONE);
            }
        }
        let scenario = as_scenario(&mine, &theirs, "对方");
        let mut case = mine.case.under(&scenario);
        if rulebook.kind == Kind::Points {
            prop_assert_eq!(case.base(rulebook), theirs.case.base(rulebook));
        }
        case.base = theirs.case.base;
        prop_assert_eq!(&case, &theirs.case);

        prop_assert!(difference(&mine, &mine).is_empty());
        let all = difference(&mine, &theirs);
        let places: Vec<_> = all.iter().map(|one| one.place.clone()).collect();
        let (some, rest) = places.split_at(places.len() / 2);
        take(&mut mine, &theirs, some);
        let left: Vec<_> = difference(&mine, &theirs).into_iter().map(|one| one.place).collect();
        prop_assert_eq!(left, rest);
        take(&mut mine, &theirs, rest);
        prop_assert!(difference(&mine, &theirs).is_empty());
        prop_assert_eq!(&mine.case.answers, &theirs.case.answers);
        prop_assert_eq!(mine.scenarios.len(), theirs.scenarios.len());
    }
}

#[test]
fn forms_of_different_editions_have_nothing_in_common() {
    let mut form = Form::new(county());
    let city = Form::new(checklist());
    assert!(difference(&form, &city).is_empty());
    take(&mut form, &city, &[Place::Year]);
    assert_eq!(form, Form::new(county()));
}

#[test]
fn chosen_values_are_taken_whatever_their_positions() {
    let mut form = Form::new(county());
    let units = ["甲局", "乙局"];
    let slices = units.map(|unit| cut(&form, unit, &["14"]));
    let places = ["14.national-lead", "14.provincial-lead"];
    places.iter().for_each(|id| count(&mut form, id, Some(1)));
    let [mut one, mut two] = slices;
    for id in places {
        count(&mut one, id, Some(2));
        count(&mut two, id, Some(3));
    }
    let merge = merge_all(&form, &[&one, &two]).unwrap();
    assert_eq!(merge.conflicts.len(), 4, "two units, two places");
    let value = |merge: &Merge, id: &str| merge.form.case.answers.get(field(id)).cloned();
    // The second unit's first place, and nothing of the other place.
    for unit in units {
        for id in places {
            let wanted = |one: &&Conflict| one.unit == unit && one.place == Place::Field(field(id));
            let chosen = merge.conflicts.iter().find(wanted).unwrap().clone();
            let mut settled = merge.clone();
            settled.settle(std::slice::from_ref(&chosen));
            let other = places.into_iter().find(|other| *other != id).unwrap();
            let Value::Answer(theirs) = chosen.theirs else { panic!("an answer") };
            assert_eq!(value(&settled, id), Some(theirs));
            assert_eq!(value(&settled, other), Some(Answer::Count(1)));
        }
    }
    let last: Vec<Conflict> =
        merge.conflicts.iter().filter(|one| one.unit == "乙局").cloned().collect();
    let mut settled = merge.clone();
    settled.settle(&last);
    assert!(settled.conflicts.is_empty());
    assert!(places.iter().all(|id| value(&settled, id) == Some(Answer::Count(3))));
}
