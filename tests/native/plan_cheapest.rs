//! Plans against brute force: in small rulebooks made up at random by trying
//! every answer, in the county index by trying every tenth and adding up.

use crate::plan_forms;

use plan_forms::brute::{Depth, least, least_in_table, most, outcomes};
use plan_forms::small::{Small, rises, wished};
use plan_forms::{planned, read_otherwise};
use proptest::prelude::*;
use qiangxian::form::{Form, read};
use qiangxian::plan::Wish;
use qiangxian::rulebook::{Answer, source};
use rust_decimal::Decimal;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn plans_of_small_rulebooks_are_the_cheapest(Small(form, mut wish) in wished(), part in 0i64..=11) {
        // Every value is tried, so counts end where the trying ends.
        for field in form.edition.field_ids() {
            if rises(form.edition.0, field) && !wish.limits.contains_key(&field) {
                wish.limits.insert(field, Decimal::from(12));
            }
        }
        let highest = planned(&form, &wish).highest;
        let now = form.scorecard().total.range.low;
        wish.target = now + (highest - now) * Decimal::new(part, 1);
        let depth = Depth { counts: 12, metrics: Some(12) };
        let all: Vec<_> =
            form.edition.indicator_ids().map(|id| outcomes(&form, &wish, id, depth)).collect();
        let plan = planned(&form, &wish);
        let highest = plan.before + most(&all);
        prop_assert_eq!(plan.highest, highest);
        let need = (wish.target.min(highest) - plan.before).max(Decimal::ZERO);
        let expected = least(&all, need).expect("the highest total is reached");
        prop_assert_eq!((plan.effort, plan.changes().count()), expected, "{:#?}", plan.steps);
    }
}

/// A form without every second answer, but with its shared figures.
fn halved(form: &Form) -> Form {
    let mut half = form.clone();
    let shared = form.edition.shared();
    for field in form.edition.field_ids().filter(|f| f.0 % 2 == 1 && !shared.contains(f)) {
        half.case.answers.set(field, None);
    }
    half
}

#[test]
fn plans_of_the_county_index_are_the_cheapest() {
    const FORMS: [&str; 4] = [
        include_str!("../data/scored/blank.qiangxian.json"),
        include_str!("../data/scored/filled-base-60.qiangxian.json"),
        include_str!("../data/scored/filled-base-0.qiangxian.json"),
        include_str!("../../seeds/sample-county.qiangxian.json"),
    ];
    let depth = Depth { counts: 5, metrics: None };
    for text in FORMS {
        let whole = read(text).expect("a form");
        let mut forms = vec![halved(&whole), whole];
        if text == FORMS[3] {
            let others = [1, 2].map(|option| read_otherwise(&forms[1], option));
            forms.extend(others);
        }
        for form in forms {
            let mut wish = Wish::default();
            for id in form.edition.indicator_ids() {
                wish.efforts.insert(id, 1 + (id.0 * 7 % 3) as u8);
            }
            // Of the units of trust a hundred are asked: too many to try one by one.
            wish.fixed.extend(form.edition.indicator("18"));
            let all: Vec<_> =
                form.edition.indicator_ids().map(|id| outcomes(&form, &wish, id, depth)).collect();
            let now = form.scorecard().total.range.low;
            let highest = now + most(&all);
            for part in [1, 4, 7, 9, 10] {
                wish.target = now + (highest - now) * Decimal::new(part, 1);
                let plan = planned(&form, &wish);
                assert_eq!(plan.highest, highest);
                let expected = least_in_table(&all, wish.target - now, plan.effort);
                let found = (plan.effort, plan.changes().count());
                assert_eq!(Some(found), expected, "{} {part}", form.county);
            }
        }
    }
}

#[test]
fn plans_of_the_checklist_are_the_cheapest() {
    let text = include_str!("../../seeds/jinan-city-2018.toml");
    let rulebook = Box::leak(Box::new(source::read(text).expect("the draft reads")));
    let mut form = Form::new(rulebook);
    for (field, answer) in [
        ("1.status", Answer::Choice(1)),
        ("2.status", Answer::Choice(2)),
        ("11.enterprises", Answer::Count(47)),
    ] {
        form.case.answers.set(rulebook.field(field).expect("a field"), Some(answer));
    }
    let mut wish = Wish::default();
    for id in rulebook.indicator_ids() {
        wish.efforts.insert(id, 1 + (id.0 * 7 % 5) as u8);
    }
    let depth = Depth { counts: 5, metrics: None };
    let all: Vec<_> =
        rulebook.indicator_ids().map(|id| outcomes(&form, &wish, id, depth)).collect();
    for target in [2, 20, 60, 100] {
        wish.target = Decimal::from(target);
        let plan = planned(&form, &wish);
        let expected = least_in_table(&all, wish.target - plan.before, plan.effort);
        assert_eq!(Some((plan.effort, plan.changes().count())), expected, "{target}");
    }
}
