//! Plans against brute force: in small rulebooks made up at random by trying
//! every answer, in the county index by trying every tenth and adding up.

#![cfg(not(target_arch = "wasm32"))]

mod plan_forms;

use plan_forms::brute::{Depth, least, least_in_table, most, outcomes};
use plan_forms::{planned, small};
use proptest::prelude::*;
use qiangxian::form::{Form, read, write};
use qiangxian::plan::{Plan, Wish, reach, steps};
use qiangxian::rulebook::{Answer, Direction, FieldId, FieldKind, IndicatorId, Map, Rulebook};
use qiangxian::text::HONOUR;
use rust_decimal::Decimal;

/// Counts go no further than this where all values are tried.
const MOST: u32 = 9;

fn answer(rulebook: &'static Rulebook, field: FieldId) -> BoxedStrategy<Option<Answer>> {
    let field = &rulebook[field];
    let options = field.options.len() as u8;
    let known = match field.kind {
        FieldKind::YesNo => any::<bool>().prop_map(Answer::YesNo).boxed(),
        FieldKind::Choice => (0..options).prop_map(Answer::Choice).boxed(),
        FieldKind::Set => (0u32..1 << options).prop_map(Answer::Set).boxed(),
        FieldKind::Count => (0u32..8).prop_map(Answer::Count).boxed(),
        _ => prop_oneof![Just(0), Just(100), 0i64..100]
            .prop_map(|n| Answer::Figure(Decimal::from(n)))
            .boxed(),
    };
    prop::option::weighted(0.7, known).boxed()
}

/// Whether a field is a count of which more is better: only these get limits here.
fn rises(rulebook: &Rulebook, field: FieldId) -> bool {
    rulebook[field].kind == FieldKind::Count
        && rulebook
            .metrics
            .iter()
            .all(|m| m.better == Direction::Higher || !m.formula.fields().contains(&field))
}

/// What a case was made from, for those who have to understand why it fails.
struct Small(Form, Wish);

impl std::fmt::Debug for Small {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Small(form, wish) = self;
        for indicator in form.edition.indicators {
            writeln!(f, "{} of {} points: {:?}", indicator.id, indicator.points, indicator.rules)?;
        }
        for metric in form.edition.metrics {
            let ends = (metric.unacceptable, metric.satisfactory);
            writeln!(f, "{}: {:?}, {ends:?}", metric.id, metric.formula)?;
        }
        writeln!(f, "{}\n{wish:?}", write(form))
    }
}

/// A small rulebook, a form of it, and what is wished beside the target.
fn wished() -> impl Strategy<Value = Small> {
    small::rulebook().prop_flat_map(|rulebook| {
        let answers: Vec<_> = rulebook.field_ids().map(|f| answer(rulebook, f)).collect();
        let limits = prop::collection::vec(prop::option::of(0u32..MOST), rulebook.fields.len());
        let efforts = prop::collection::vec(1u8..=5, rulebook.indicators.len());
        let fixed = prop::collection::vec(prop::bool::weighted(0.1), rulebook.indicators.len());
        (answers, limits, efforts, fixed, any::<bool>()).prop_map(
            move |(answers, limits, efforts, fixed, base)| {
                let mut form = Form::new(rulebook);
                form.case.base = Some(Decimal::from(if base { 60 } else { 0 }));
                for (field, answer) in rulebook.field_ids().zip(answers) {
                    form.case.answers.set(field, answer);
                }
                let is_count = |f: &FieldId| rises(rulebook, *f);
                let limits: Map<FieldId, Decimal> = rulebook
                    .field_ids()
                    .zip(limits)
                    .filter(|(field, _)| is_count(field))
                    .filter_map(|(field, limit)| Some((field, Decimal::from(limit?))))
                    .collect();
                let efforts: Map<IndicatorId, u8> = rulebook.indicator_ids().zip(efforts).collect();
                let fixed = rulebook.indicator_ids().zip(fixed).filter(|(_, fixed)| *fixed);
                let fixed = fixed.map(|(id, _)| id).collect();
                Small(form, Wish { target: Decimal::ZERO, fixed, limits, efforts })
            },
        )
    })
}

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
        include_str!("forms/blank.qiangxian.json"),
        include_str!("forms/filled-base-60.qiangxian.json"),
        include_str!("forms/filled-base-0.qiangxian.json"),
        include_str!("../seeds/sample-county.qiangxian.json"),
    ];
    let depth = Depth { counts: 5, metrics: None };
    for text in FORMS {
        let whole = read(text).expect("a form");
        for form in [halved(&whole), whole] {
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
