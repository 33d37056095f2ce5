//! What holds of the score of any form.

use crate::any_form;

use any_form::{form, keeps, method, readings, row, rulebook, whole};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use qiangxian::form::{Form, read, write};
use qiangxian::rulebook::{
    Adjustment, Answer, FieldId, FieldKind, IndicatorId, Row, Rule, editions,
};
use qiangxian::score::{Range, Scorecard, fold, round};
use rust_decimal::Decimal;

fn ranges(card: &Scorecard) -> Vec<Range> {
    let subtotals = card.groups.iter().chain(&card.dimensions).chain([&card.total]);
    card.indicators.iter().map(|i| i.range).chain(subtotals.map(|s| s.range)).collect()
}

fn figure(form: &mut Form, field: FieldId, answer: Answer) -> Scorecard {
    form.case.answers.set(field, Some(answer));
    form.scorecard()
}

/// Whether more of a field is never worse: all but what something is divided
/// by, and lists, where a higher level may be counted instead of a lower one.
fn is_monotone(field: FieldId) -> bool {
    let divisor = |id: &str| id.ends_with("-prev") || id == "10.public-spend";
    let field = &rulebook()[field];
    !divisor(field.id) && !field.id.starts_with("base.") && field.kind != FieldKind::List
}

/// The two answers, the worse one first, or none where there is no order.
fn ordered(a: Answer, b: Answer) -> Option<(Answer, Answer)> {
    match (a, b) {
        (Answer::YesNo(a), Answer::YesNo(b)) => Some((Answer::YesNo(a & b), Answer::YesNo(a | b))),
        // Options stand in the order of what they give.
        (Answer::Choice(a), Answer::Choice(b)) => {
            Some((Answer::Choice(a.min(b)), Answer::Choice(a.max(b))))
        }
        (Answer::Set(a), Answer::Set(b)) => Some((Answer::Set(a & b), Answer::Set(a | b))),
        (Answer::Count(a), Answer::Count(b)) => {
            Some((Answer::Count(a.min(b)), Answer::Count(a.max(b))))
        }
        (Answer::Figure(a), Answer::Figure(b)) => {
            Some((Answer::Figure(a.min(b)), Answer::Figure(a.max(b))))
        }
        _ => None,
    }
}

proptest! {
    // Each case compares some sixty pairs of scorecards.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    /// More is never worse.
    #[test]
    fn better_answers_never_score_less(
        all in whole(),
        others in whole(),
        method in method(),
        keeps in keeps(),
    ) {
        let mut form = form(&all, method, &keeps);
        for field in rulebook().field_ids().filter(|f| is_monotone(*f)) {
            let at = field.0 as usize;
            let Some((worse, better)) = ordered(all.0[at].clone(), others.0[at].clone()) else {
                continue;
            };
            // Beyond a billion a metric is not believed: that is not "more".
            let readers = rulebook().readers(field);
            let known = |card: &Scorecard| readers.iter().all(|id| {
                let score = &card.indicators[id.0 as usize];
                score.range.is_settled() || rulebook()[*id].metrics.is_empty()
            });
            let (low, high) = (figure(&mut form, field, worse), figure(&mut form, field, better));
            if known(&low) && known(&high) {
                for (low, high) in ranges(&low).iter().zip(ranges(&high)) {
                    prop_assert!(low.low <= high.low && low.high <= high.high,
                        "{}: {low:?} {high:?}", rulebook()[field].id);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing panics at the limits of all figures, and nothing leaves 0 to 100.
    #[test]
    fn points_stay_within_their_maximum(all in whole(), method in method(), keeps in keeps()) {
        let card = form(&all, method, &keeps).scorecard();
        for (indicator, score) in rulebook().indicators.iter().zip(&card.indicators) {
            let Range { low, high } = score.range;
            prop_assert!(Decimal::ZERO <= low && low <= high && high <= indicator.points,
                "{}: {low} to {high}", indicator.id);
        }
        prop_assert!(card.total.range.high <= Decimal::ONE_HUNDRED);
    }

    #[test]
    fn sums_are_exact(
        all in whole(),
        method in method(),
        keeps in keeps(),
        adjusted in (any::<Index>(), 0i64..=20_000),
    ) {
        let mut form = form(&all, method, &keeps);
        let id = IndicatorId(adjusted.0.index(43) as u16);
        let points = rulebook()[id].points.min(Decimal::new(adjusted.1, 4));
        form.adjustments.insert(id, Adjustment { points, reason: "理由".into() });
        let card = form.scorecard();
        let places = rulebook().places(&form.case.readings);
        let counted = places.map_or(points, |places| round(points, places));
        prop_assert_eq!(card.indicators[id.0 as usize].range, Range::exactly(counted));
        for (at, group) in card.groups.iter().enumerate() {
            let own = rulebook().indicators.iter().zip(&card.indicators);
            let own = own.filter(|(i, _)| i.group as usize == at).map(|(_, s)| s.range);
            prop_assert_eq!(group.range, own.sum::<Range>());
        }
        for (at, dimension) in card.dimensions.iter().enumerate() {
            let own = rulebook().groups.iter().zip(&card.groups);
            let own = own.filter(|(g, _)| g.dimension as usize == at).map(|(_, s)| s.range);
            prop_assert_eq!(dimension.range, own.sum::<Range>());
        }
        prop_assert_eq!(card.total.range, card.indicators.iter().map(|i| i.range).sum::<Range>());
        prop_assert_eq!(card.unadjusted, card.indicators.iter().map(|i| i.computed).sum::<Range>());
    }

    /// Any completion lands inside. A completion fills what is open; it sets no
    /// reference where one is set or where the rulebook has a default.
    #[test]
    fn completions_land_in_the_range(all in whole(), method in method(), keeps in keeps()) {
        let open = form(&all, method, &keeps);
        let mut complete = form(&all, method, &[]);
        for id in rulebook().metric_ids() {
            let metric = &rulebook()[id];
            let kept = open.case.references.get(id).cloned();
            if kept.is_some() || metric.unacceptable.is_some() || metric.satisfactory.is_some() {
                complete.case.references.set(id, kept);
            }
        }
        let (open, complete) = (open.scorecard(), complete.scorecard());
        for (wide, narrow) in ranges(&open).iter().zip(ranges(&complete)) {
            prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high, "{wide:?} {narrow:?}");
        }
    }

    /// Every answer on its way to a whole form only narrows the range, and the
    /// order in which the answers come does not matter.
    #[test]
    fn answers_narrow_the_range_in_any_order(
        all in whole(),
        method in method(),
        order in Just(rulebook().field_ids().collect::<Vec<_>>()).prop_shuffle(),
        picked in subsequence((0..rulebook().fields.len()).collect::<Vec<_>>(), 10),
    ) {
        let nothing = vec![false; all.0.len()];
        let mut growing = form(&all, method, &nothing);
        let mut before = growing.scorecard();
        for (at, field) in order.iter().enumerate() {
            growing.case.answers.set(*field, Some(all.0[field.0 as usize].clone()));
            if picked.contains(&at) {
                let after = growing.scorecard();
                for (wide, narrow) in ranges(&before).iter().zip(ranges(&after)) {
                    prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high);
                }
                before = after;
            }
        }
        let at_once = form(&all, method, &[]);
        prop_assert_eq!(&growing, &at_once);
        prop_assert_eq!(growing.scorecard(), at_once.scorecard());
    }

    /// The order of rows does not matter, and a row more never costs, except
    /// that a national one takes the place of provincial ones.
    #[test]
    fn rows_count_in_any_order(
        (rows, shuffled) in prop::collection::vec(row(2), 0..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        year in 2016u16..2026,
        readings in readings(),
    ) {
        let field = rulebook().field("43.honours").expect("a field");
        let nothing = vec![false; rulebook().fields.len() + rulebook().metrics.len()];
        let blank = (vec![Answer::YesNo(false); rulebook().fields.len()], Vec::new());
        let mut form = form(&blank, (true, year, readings), &nothing);
        let points = |form: &mut Form, rows: &[Row]| {
            figure(form, field, Answer::Rows(rows.to_vec())).total.range.low
        };
        let all = points(&mut form, &rows);
        prop_assert_eq!(all, points(&mut form, &shuffled));
        let doubled: Vec<Row> = rows.iter().chain(&rows).cloned().collect();
        prop_assert_eq!(all, points(&mut form, &doubled));
        if let Some((last, others)) = rows.split_last()
            && last.level == Some(1)
        {
            prop_assert!(points(&mut form, others) <= all);
        }
    }

    #[test]
    fn forms_are_the_same_after_saving(all in whole(), method in method(), keeps in keeps()) {
        let form = form(&all, method, &keeps);
        prop_assert_eq!(read(&write(&form)), Ok(form));
    }

    /// Texts that compare alike are alike once folded, and folding is final.
    #[test]
    fn folding_is_final(text in "[ \\u{3000}a-cＡ-Ｃ名奖㈱ﾊﾟ\\u{301}é½\\u{ac00}-\\u{ac10}]{0,8}") {
        let folded = fold(&text).into_owned();
        prop_assert_eq!(fold(&folded).into_owned(), folded.clone());
        let spaced = format!("\t{text}\u{a0}");
        prop_assert_eq!(fold(&spaced).into_owned(), folded);
    }
}

/// `honours` compares these names with folded titles as they stand.
#[test]
fn lifetime_awards_are_named_as_titles_are_compared() {
    for indicator in editions::all().flat_map(|rulebook| rulebook.indicators) {
        for rule in indicator.rules {
            if let Rule::Honours { lifetime, .. } = rule {
                assert!(!lifetime.is_empty());
                assert!(lifetime.iter().copied().flatten().all(|name| fold(name) == *name));
            }
        }
    }
}
