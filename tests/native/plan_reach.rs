//! The values of one figure that reach a target: at the ends of every interval
//! and beside them the form is scored again.

use crate::plan_forms;

use plan_forms::small::{Small, wished};
use plan_forms::{form, form_of, number, read_otherwise};
use proptest::prelude::*;
use qiangxian::form::{Form, read};
use qiangxian::plan::{CLOSE, Reach, reach, steps};
use qiangxian::rulebook::{Answer, FieldId, FieldKind, Rulebook, source};
use qiangxian::text::{HONOUR, reach_text};
use rust_decimal::Decimal;

/// The total with a field answered so.
fn total(form: &Form, field: FieldId, answer: Answer) -> Decimal {
    let mut case = form.case.clone();
    case.answers.set(field, Some(answer));
    form.score(&case).total.counted(form.edition.kind)
}

/// A figure so many places further.
fn beside(answer: &Answer, places: i64) -> Option<Answer> {
    match answer {
        Answer::Count(n) => u32::try_from(i64::from(*n) + places).ok().map(Answer::Count),
        Answer::Figure(x) => Some(Answer::Figure(*x + Decimal::new(places, 4))),
        _ => None,
    }
}

fn holds(reach: &Reach, answer: &Answer) -> bool {
    let figure = |answer: &Answer| answer.number().expect("a figure");
    let figures = |i: &qiangxian::plan::Interval| (figure(&i.least), figure(&i.most));
    reach
        .intervals
        .iter()
        .map(figures)
        .any(|(least, most)| (least..=most).contains(&figure(answer)))
}

/// Scores at the ends of all intervals and beside them.
#[track_caller]
fn verify(form: &Form, found: &Reach) {
    for interval in &found.intervals {
        for (end, step, is_bound) in
            [(&interval.least, -1, interval.from_least), (&interval.most, 1, interval.to_most)]
        {
            assert!(total(form, found.field, end.clone()) >= found.target, "{end:?}");
            if let Some(next) = beside(end, step).filter(|_| !is_bound) {
                assert!(total(form, found.field, next.clone()) < found.target, "{next:?}");
            }
        }
    }
    let highest = total(form, found.field, found.highest_at.clone());
    assert_eq!(highest, found.highest);
    assert_eq!(found.intervals.is_empty(), found.highest < found.target);
}

#[track_caller]
fn check(form: &Form, field: &str, target: &str, expected: &str) {
    let field = form.edition.field(field).expect("a field");
    let found = reach(form, &form.case, field, number(target), HONOUR);
    verify(form, &found);
    assert_eq!(reach_text(form.edition.0, &found), expected);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn values_of_small_rulebooks_are_told_apart(
        Small(form, _) in wished(),
        part in 0i64..=10,
        tried in prop::collection::vec(0i64..2_000_000, 20),
    ) {
        for field in form.edition.field_ids() {
            let kind = form.edition[field].kind;
            let answers: Vec<Answer> = match kind {
                FieldKind::Count => (0..60).map(Answer::Count).collect(),
                FieldKind::Percent | FieldKind::Amount => {
                    let most = if kind == FieldKind::Percent { 1_000_000 } else { i64::MAX };
                    let near = (0..40).map(|n| n * 10_000);
                    let all = near.chain(tried.iter().copied()).filter(|n| *n <= most);
                    all.map(|n| Answer::Figure(Decimal::new(n, 4))).collect()
                }
                _ => Vec::new(),
            };
            let totals: Vec<Decimal> =
                answers.iter().map(|answer| total(&form, field, answer.clone())).collect();
            let (least, most) = (
                totals.iter().min().copied().unwrap_or_default(),
                totals.iter().max().copied().unwrap_or_default(),
            );
            let target = least + (most - least) * Decimal::new(part, 1);
            let found = reach(&form, &form.case, field, target, HONOUR);
            verify(&form, &found);
            prop_assert!(found.highest + CLOSE > most);
            for (answer, total) in answers.iter().zip(&totals) {
                prop_assert_eq!(holds(&found, answer), *total >= target, "{:?} of {}: {:?}",
                    answer, form.edition[field].id, found.intervals);
            }
        }
    }

    /// Every step gives what it promises, and none gives less than a smaller one.
    #[test]
    fn steps_give_what_they_promise(Small(form, _) in wished()) {
        let now = form.scorecard().total.range.low;
        let steps = steps(&form, &form.case, HONOUR);
        for step in &steps {
            let mut case = form.case.clone();
            for change in &step.changes {
                prop_assert_eq!(change.from.as_ref(), form.case.answers.get(change.field));
                case.answers.set(change.field, Some(change.to.clone()));
            }
            prop_assert_eq!(form.score(&case).total.range.low - now, step.gain);
            prop_assert!(step.gain > Decimal::ZERO);
        }
        prop_assert!(steps.is_sorted_by(|a, b| a.gain >= b.gain));
    }
}

#[test]
fn figures_of_the_county_index() {
    // 90 gives 60 of 100, 100 gives all: 0.08 points a percent.
    let handled = form(r#"26.handled="50""#);
    check(&handled, "26.handled", "0", "怎么填都能达到");
    check(&handled, "26.handled", "1.2", "≥ 90%");
    check(&handled, "26.handled", "1.6", "≥ 95%");
    check(&handled, "26.handled", "1.600001", "≥ 95.0001%");
    check(&handled, "26.handled", "2", "= 100%");
    check(&handled, "26.handled", "2.1", "达不到：最高 2 分");
    // Counts, brackets and their caps.
    let blank = form("");
    check(&blank, "14.provincial-lead", "0.5", "≥ 1 项");
    check(&blank, "14.provincial-lead", "0.75", "≥ 3 项");
    check(&blank, "14.provincial-lead", "1.25", "达不到：最高 1 分");
    check(&blank, "4.honor-national", "3", "≥ 2 次");
    // Other kinds of fields.
    check(&blank, "2.model", "2", "“是”");
    check(&blank, "5.event", "1", "“省级”至“国家级”");
    check(&blank, "9.funded", "1.25", "≥ 6 项");
    check(&blank, "43.honours", "5", "≥ 3 项");
    // One condition of two: this one alone does not do.
    check(&blank, "1.slogan", "2", "达不到：最高 0 分");
    // Adjusted: nothing that is filled in matters.
    check(&form("2~1.5"), "2.model", "2", "达不到：最高 1.5 分");
}

#[test]
fn a_shared_figure_is_scored_with_all_its_readers() {
    // 100 / 100 × 100 = 100 and 50 / 100 × 100 = 50: each at its best.
    let form = form(
        r#"base.gdp="100" 35.services="100" 35.share@0..100 41.technology-trade="50" 41.trade-share@0..50 base:0"#,
    );
    check(&form, "base.gdp", "5", "0.0001 亿元 至 100 亿元");
    check(&form, "base.gdp", "2.5", "0.0001 亿元 至 200 亿元");
    check(&form, "base.gdp", "5.0001", "达不到：最高 5 分");
}

/// Two readers of one shared figure, of which one rises and the other falls.
const BOTH_WAYS: &str = r#"
id = "small"
title = "t"
year = 2022
kind = "points"
points = 4
bases = [0]
stage = []
document = { title = "t", number = "n", issuer = "i", date = "2022-02-28" }
field = [{ id = "base.x", type = "amount", unit = "u", label = "l" }]
dimension = [{ id = "1", title = "t", points = 4 }]
group = [{ id = "1.1", dimension = "1", title = "t", points = 4 }]

[[indicator]]
id = "1"
group = "1.1"
points = 2
title = "t"
wording = "w"
units = ["u"]
deadline = { text = "d" }
source = "s"
rules = [{ efficacy = { metric = "1.m", points = 2 } }]
field = [{ id = "1.a", type = "count", label = "l" }]
metric = [{ id = "1.m", label = "l", unit = "u", better = "higher", unacceptable = 0, satisfactory = 10, formula = { ratio = { of = "1.a", to = "base.x", times = 1 } } }]

[[indicator]]
id = "2"
group = "1.1"
points = 2
title = "t"
wording = "w"
units = ["u"]
deadline = { text = "d" }
source = "s"
rules = [{ efficacy = { metric = "2.m", points = 2 } }]
field = []
metric = [{ id = "2.m", label = "l", unit = "u", better = "higher", unacceptable = 0, satisfactory = 20, formula = { value = { field = "base.x" } } }]
"#;

#[test]
fn a_figure_that_helps_one_and_hurts_another_has_intervals() {
    let rulebook: &'static Rulebook =
        Box::leak(Box::new(source::read(BOTH_WAYS).expect("a rulebook")));
    let form = form_of(rulebook, "1.a=100");
    // Full of the first up to 10, then 20 / x; the second gives x / 10 up to 20:
    // 3 at 10, 2.8284… at √200, 3 at 20, less from there on.
    check(&form, "base.x", "3", "= 10 u，或 = 20 u");
    check(&form, "base.x", "2.9", "9 u 至 11.2984 u，或 17.7016 u 至 22.2222 u");
    check(&form, "base.x", "2.82", "8.2 u 至 24.3902 u");
    check(&form, "base.x", "3.1", "达不到：最高 3 分");
}

#[test]
fn totals_of_real_forms_are_told_apart_to_the_last_decimal() {
    let mut forms: Vec<Form> = [
        include_str!("../data/scored/filled-base-60.qiangxian.json"),
        include_str!("../data/scored/filled-base-0.qiangxian.json"),
        include_str!("../data/scored/peers.qiangxian.json"),
        include_str!("../../seeds/sample-county.qiangxian.json"),
    ]
    .map(|text| read(text).expect("a form"))
    .into();
    let others = [(0, 1), (3, 1), (3, 2)].map(|(at, option)| read_otherwise(&forms[at], option));
    forms.extend(others);
    for form in forms {
        let now = form.scorecard().total.range.low;
        for field in form.edition.field_ids() {
            for more in ["-0.3", "0", "0.0001", "0.5"] {
                let target = now + number(more);
                let found = reach(&form, &form.case, field, target, HONOUR);
                verify(&form, &found);
                if let Some(answer) = form.case.answers.get(field)
                    && answer.number().is_some()
                {
                    assert_eq!(holds(&found, answer), now >= target, "{:?}", found.intervals);
                }
            }
        }
    }
}
