//! Any form of the county index: answers of every kind, often at their limits.

use proptest::prelude::*;
use proptest::sample::select;
use qiangxian::form::Form;
use qiangxian::rulebook::{
    Answer, FieldId, FieldKind, MetricId, Reference, Row, Rulebook, editions,
};
use qiangxian::score::{contradicts, ends};
use rust_decimal::Decimal;

pub fn rulebook() -> &'static Rulebook {
    editions::find("shandong-county-2022").expect("the edition is in this build")
}

/// A decimal of so many digits before and after the point, often at a limit.
pub fn decimal(whole: u32, places: u32) -> impl Strategy<Value = Decimal> {
    let most = 10i128.pow(whole + places) - 1;
    prop_oneof![
        1 => select(vec![0, 1, most]),
        2 => 0..=most,
        4 => (0i128..200).prop_map(move |n| n * 10i128.pow(places)),
    ]
    .prop_map(move |mantissa| Decimal::from_i128_with_scale(mantissa, places))
}

pub fn signed(figure: impl Strategy<Value = Decimal>) -> impl Strategy<Value = Decimal> {
    (figure, any::<bool>()).prop_map(
        |(figure, minus)| {
            if minus && !figure.is_zero() { -figure } else { figure }
        },
    )
}

pub fn row(levels: u8) -> impl Strategy<Value = Row> {
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
    let peers = prop::collection::vec(figure(), 1..5).prop_map(Reference::Peers);
    prop_oneof![3 => typed, 1 => peers]
        .prop_map(move |reference| is_sound(metric, &reference).then_some(reference))
}

/// An answer to every field and a reference (if sound) to every metric.
pub fn whole() -> impl Strategy<Value = (Vec<Answer>, Vec<Option<Reference>>)> {
    let answers: Vec<_> = rulebook().field_ids().map(answer).collect();
    let references: Vec<_> = rulebook().metric_ids().map(reference).collect();
    (answers, references)
}

/// A form of all answers and references that `keeps` lets in.
pub fn form(
    (answers, references): &(Vec<Answer>, Vec<Option<Reference>>),
    (base, year, readings): Method,
    keeps: &[bool],
) -> Form {
    let mut form = Form::new(rulebook());
    form.case.base = Some(if base { 60.into() } else { 0.into() });
    form.year = Some(year);
    for (id, chosen) in rulebook().reading_ids().zip(readings) {
        form.case.readings.set(id, chosen % rulebook()[id].options.len() as u8);
    }
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

/// Whether the base is the usual one, the year, and what is chosen of each reading.
pub type Method = (bool, u16, [u8; 12]);

pub fn method() -> impl Strategy<Value = Method> {
    let year = prop_oneof![Just(2022u16), Just(1949), Just(2100), 2019u16..2026];
    (any::<bool>(), year, readings())
}

/// The usual readings, or any: an option of each, counted beyond its last one.
pub fn readings() -> impl Strategy<Value = [u8; 12]> {
    prop_oneof![1 => Just([0; 12]), 3 => prop::array::uniform12(0u8..6)]
}

/// Which answers and references are kept, in a sparser or denser form.
pub fn keeps() -> impl Strategy<Value = Vec<bool>> {
    let places = rulebook().fields.len() + rulebook().metrics.len();
    (0.1f64..1.0)
        .prop_flat_map(move |share| prop::collection::vec(prop::bool::weighted(share), places))
}
