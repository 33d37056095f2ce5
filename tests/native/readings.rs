//! Readings: each option of each by hand, what they are worth, and the band
//! against every combination.

use crate::any_form;
mod by_hand;
mod edition;
mod files;
mod words;

use any_form::{form, keeps, method, rulebook, whole};
use proptest::prelude::*;
use qiangxian::form::{Form, read};
use qiangxian::rulebook::{Adjustment, Readings, Rulebook};
use qiangxian::score::{Asked, worth};
use rust_decimal::Decimal;

/// Every combination of the readings' options.
fn combinations(rulebook: &Rulebook) -> Vec<Readings> {
    let mut all = vec![Readings::usual()];
    for id in rulebook.reading_ids() {
        let options = 0..rulebook[id].options.len() as u8;
        let with = |readings: Readings| {
            options.clone().map(move |option| {
                let mut readings = readings.clone();
                readings.set(id, option);
                readings
            })
        };
        all = all.into_iter().flat_map(with).collect();
    }
    all
}

/// The lowest and the highest secured total, by trying everything.
fn tried(form: &Form) -> (Decimal, Decimal) {
    let mut case = form.case.clone();
    let mut all = Vec::new();
    for readings in combinations(form.edition.0) {
        for base in form.edition.bases {
            case.readings = readings.clone();
            case.base = Some(*base);
            all.push(form.score(&case).total.range.low);
        }
    }
    assert_eq!(all.len(), 18_432);
    (*all.iter().min().unwrap(), *all.iter().max().unwrap())
}

#[test]
fn the_band_is_that_of_all_combinations() {
    let sample = include_str!("../../seeds/sample-county.qiangxian.json");
    let mut forms = vec![read(sample).unwrap()];
    // Where every reading moves something, and rounding moves an adjustment.
    let mut moved = by_hand::form(by_hand::ALL_MOVED);
    let id = moved.edition.indicator("2").unwrap();
    let reason = "理由".into();
    moved.adjustments.insert(id, Adjustment { points: Decimal::new(12_345, 4), reason });
    forms.push(moved);
    for form in forms {
        let worth = form.worth(&form.case);
        assert_eq!((worth.lowest, worth.highest), tried(&form), "{}", form.county);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    /// Each option is worth what the form scores with it, and nothing leaves the band.
    #[test]
    fn worth_is_what_the_form_scores(all in whole(), method in method(), keeps in keeps(), other in method()) {
        let form = form(&all, method, &keeps);
        let worth = worth(rulebook(), &form.inputs(&form.case));
        prop_assert_eq!(worth.points, form.scorecard().total.range.low);
        prop_assert_eq!(worth.readings.len(), 1 + rulebook().readings.len());
        for reading in &worth.readings {
            for (at, option) in reading.options.iter().enumerate() {
                let mut case = form.case.clone();
                match reading.asked {
                    Asked::Base => case.base = Some(rulebook().bases[at]),
                    Asked::Reading(id) => case.readings.set(id, at as u8),
                }
                let range = form.score(&case).total.range;
                prop_assert_eq!((option.points, option.high), (range.low, range.high));
                prop_assert!(worth.lowest <= option.points && option.points <= worth.highest);
                if at == reading.chosen {
                    prop_assert_eq!(option.points, worth.points);
                }
            }
        }
        let (base, _, readings) = other;
        let elsewhere = any_form::form(&all, (base, form.year(), readings), &keeps);
        let points = elsewhere.scorecard().total.range.low;
        prop_assert!(worth.lowest <= points && points <= worth.highest);
    }

    /// A reading moves its own indicators alone, and can be taken back.
    #[test]
    fn indicators_move_by_their_own_readings_only(all in whole(), method in method(), keeps in keeps(), at in 0usize..12, option in 0u8..3) {
        let before = form(&all, method, &keeps);
        let id = rulebook().reading_ids().nth(at).unwrap();
        let option = option % rulebook()[id].options.len() as u8;
        let mut after = before.clone();
        after.set_reading(None, id, option);
        let (old, new) = (before.scorecard(), after.scorecard());
        for (indicator, (old, new)) in
            rulebook().indicator_ids().zip(old.indicators.iter().zip(&new.indicators))
        {
            if !qiangxian::text::reading::concerns(rulebook(), id, indicator) {
                prop_assert_eq!(old, new);
            }
        }
        after.set_reading(None, id, before.case.readings.get(id));
        prop_assert_eq!(after, before);
    }
}

#[test]
fn an_indicator_is_asked_about_what_moves_it() {
    let form = by_hand::form(by_hand::ALL_MOVED);
    let rulebook = form.edition.0;
    let asked = |id: &str| {
        let asked = form.asked_of(&form.case, rulebook.indicator(id).unwrap());
        let names = asked.into_iter().map(|one| qiangxian::text::reading::id(rulebook, one));
        names.collect::<Vec<_>>()
    };
    assert_eq!(asked("11"), ["11"]);
    assert_eq!(asked("43"), ["43.window", "43.same"]);
    assert_eq!(asked("10"), ["10", "base"]);
    assert!(asked("2").is_empty());
    // Worse than the unacceptable value: the base counts, and what is below it.
    assert_eq!(asked("37"), ["base", "below"]);
}

#[test]
fn a_reading_alone_is_worth_the_same_as_among_all() {
    let form = by_hand::form(by_hand::ALL_MOVED);
    let all = form.worth(&form.case);
    let now = form.scorecard().total.range;
    for one in &all.readings {
        assert_eq!(form.worth_of(&form.case, now, one.asked), *one);
    }
    assert_eq!(all.place(all.lowest), Decimal::ZERO);
    assert_eq!(all.place(all.highest), Decimal::ONE_HUNDRED);
    let blank = Form::blank().unwrap();
    let none = blank.worth(&blank.case);
    assert_eq!(none.place(none.points), Decimal::from(50), "all is the same");
}
