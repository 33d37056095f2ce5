//! What holds of the score of any form.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use qiangxian::form::{Form, read, write};
use qiangxian::rulebook::{
    Adjustment, Answer, FieldId, FieldKind, IndicatorId, MetricId, Reference, Row, Rule, Rulebook,
    editions,
};
use qiangxian::score::{Range, Scorecard, contradicts, ends, fold};
use rust_decimal::Decimal;

fn rulebook() -> &'static Rulebook {
    editions::find("shandong-county-2022").expect("the edition is in this build")
}

/// A decimal of so many digits before and after the point, often at a limit.
fn decimal(whole: u32, places: u32) -> impl Strategy<Value = Decimal> {
    let most = 10i128.pow(whole + places) - 1;
    prop_oneof![
        1 => select(vec![0, 1, most]),
        2 => 0..=most,
        4 => (0i128..200).prop_map(move |n| n * 10i128.pow(places)),
    ]
    .prop_map(move |mantissa| Decimal::from_i128_with_scale(mantissa, places))
}

fn signed(figure: impl Strategy<Value = Decimal>) -> impl Strategy<Value = Decimal> {
    (figure, any::<bool>()).prop_map(
        |(figure, minus)| {
            if minus && !figure.is_zero() { -figure } else { figure }
        },
    )
}

fn row(levels: u8) -> impl Strategy<Value = Row> {
    const TITLES: &[&str] =
        &["", "中国质量奖", "省长质量奖", "山东省省长质量奖", "名牌Ａ", "名牌A", " 奖 "];
    const RECIPIENTS: &[&str] = &["", "甲公司", "\u{3000}甲公司", "乙公司"];
    let level = prop::option::weighted(0.9, 0..levels);
    let year = prop::option::weighted(0.9, prop_oneof![2016u16..2026, Just(1949), Just(2100)]);
    (select(TITLES), select(RECIPIENTS), level, year).prop_map(|(title, recipient, level, year)| {
        Row { title: title.into(), recipient: recipient.into(), level, year }
    })
}

fn answer(field: FieldId) -> BoxedStrategy<Answer> {
    let field = &rulebook()[field];
    let options = field.options.len() as u8;
    match field.kind {
        FieldKind::YesNo => any::<bool>().prop_map(Answer::YesNo).boxed(),
        FieldKind::Choice => (0..options).prop_map(Answer::Choice).boxed(),
        FieldKind::Set => (0u32..1 << options).prop_map(Answer::Set).boxed(),
        FieldKind::Count => {
            prop_oneof![0u32..7, 98u32..102, Just(999_999_999)].prop_map(Answer::Count).boxed()
        }
        FieldKind::Percent => {
            prop_oneof![select(vec![0, 899_999, 900_000, 999_999, 1_000_000]), 0i128..=1_000_000]
                .prop_map(|n| Answer::Figure(Decimal::from_i128_with_scale(n, 4)))
                .boxed()
        }
        FieldKind::Amount => decimal(9, 4).prop_map(Answer::Figure).boxed(),
        FieldKind::Rate => signed(decimal(9, 4)).prop_map(Answer::Figure).boxed(),
        FieldKind::List => prop::collection::vec(row(options), 0..6).prop_map(Answer::Rows).boxed(),
    }
}

/// What the reader would let pass.
fn is_sound(metric: MetricId, reference: &Reference) -> bool {
    let definition = &rulebook()[metric];
    !contradicts(definition, &ends(definition, Some(reference)))
}

fn reference(metric: MetricId) -> impl Strategy<Value = Option<Reference>> {
    let figure = || signed(decimal(12, 10));
    let typed = (prop::option::of(figure()), prop::option::of(figure())).prop_map(|(a, b)| {
        let (unacceptable, satisfactory) = match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            (None, None) => (Some(Decimal::ZERO), None),
            one => one,
        };
        Reference::Ends { unacceptable, satisfactory }
    });
    let peers = prop::collection::vec(figure(), 0..5).prop_map(Reference::Peers);
    prop_oneof![3 => typed, 1 => peers]
        .prop_map(move |reference| is_sound(metric, &reference).then_some(reference))
}

/// An answer to every field and a reference (if sound) to every metric.
fn whole() -> impl Strategy<Value = (Vec<Answer>, Vec<Option<Reference>>)> {
    let answers: Vec<_> = rulebook().field_ids().map(answer).collect();
    let references: Vec<_> = rulebook().metric_ids().map(reference).collect();
    (answers, references)
}

/// A form of all answers and references that `keeps` lets in.
fn form(
    (answers, references): &(Vec<Answer>, Vec<Option<Reference>>),
    (base, year): (bool, u16),
    keeps: &[bool],
) -> Form {
    let mut form = Form::new(rulebook());
    form.case.base = Some(if base { 60.into() } else { 0.into() });
    form.year = Some(year);
    let kept = |at: usize| keeps.get(at).copied().unwrap_or(true);
    for (at, (field, answer)) in rulebook().field_ids().zip(answers).enumerate() {
        form.case.answers.set(field, kept(at).then(|| answer.clone()));
    }
    for (at, (metric, reference)) in rulebook().metric_ids().zip(references).enumerate() {
        let reference = reference.clone().filter(|_| kept(answers.len() + at));
        form.case.references.set(metric, reference);
    }
    form
}

fn method() -> impl Strategy<Value = (bool, u16)> {
    (any::<bool>(), prop_oneof![Just(2022u16), Just(1949), Just(2100), 2019u16..2026])
}

/// Which answers and references are kept, in a sparser or denser form.
fn keeps() -> impl Strategy<Value = Vec<bool>> {
    let places = rulebook().fields.len() + rulebook().metrics.len();
    (0.1f64..1.0)
        .prop_flat_map(move |share| prop::collection::vec(prop::bool::weighted(share), places))
}

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
        prop_assert_eq!(card.indicators[id.0 as usize].range, Range::exactly(points));
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

    /// The order of rows does not matter, and a row more never costs, except
    /// that a national one takes the place of provincial ones.
    #[test]
    fn rows_count_in_any_order(
        (rows, shuffled) in prop::collection::vec(row(2), 0..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        year in 2016u16..2026,
    ) {
        let field = rulebook().field("43.honours").expect("a field");
        let mut form = Form::new(rulebook());
        form.year = Some(year);
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
    for indicator in editions::all().iter().flat_map(|rulebook| rulebook.indicators) {
        for rule in indicator.rules {
            if let Rule::Honours { lifetime, .. } = rule {
                assert!(!lifetime.is_empty());
                assert!(lifetime.iter().copied().flatten().all(|name| fold(name) == *name));
            }
        }
    }
}
