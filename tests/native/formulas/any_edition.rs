//! Random forms of any edition.

use qiangxian::form::Form;
use qiangxian::rulebook::{Answer, Direction, Field, FieldKind, Reference, Row, Rulebook};
use rust_decimal::Decimal;

/// A form with random answers near the thresholds, some left open.
pub fn form(rulebook: &'static Rulebook, random: &mut fastrand::Rng) -> Form {
    let mut form = Form::new(rulebook);
    for id in rulebook.field_ids() {
        let answer = (random.u8(..10) > 1).then(|| answer(&rulebook[id], random));
        form.case.answers.set(id, answer);
    }
    for id in rulebook.metric_ids() {
        let (low, span) = (random.i64(0..60), random.i64(1..60));
        let (worst, best) = match rulebook[id].better {
            Direction::Higher => (low, low + span),
            Direction::Lower => (low + span, low),
        };
        let reference = match random.u8(..10) {
            0 => None,
            1 => Some(Reference::Peers(vec![worst.into(), best.into(), worst.into()])),
            _ => Some(Reference::Ends {
                unacceptable: Some(worst.into()),
                satisfactory: Some(best.into()),
            }),
        };
        form.case.references.set(id, reference);
    }
    form.case.base = random.choice(rulebook.bases).copied();
    for id in rulebook.reading_ids() {
        form.case.readings.set(id, random.u8(..rulebook[id].options.len() as u8));
    }
    form
}

fn answer(field: &Field, random: &mut fastrand::Rng) -> Answer {
    let options = field.options.len() as u8;
    match field.kind {
        FieldKind::YesNo => Answer::YesNo(random.bool()),
        FieldKind::Choice => Answer::Choice(random.u8(..options)),
        FieldKind::Set => Answer::Set(random.u32(..1 << options)),
        FieldKind::Count => Answer::Count(random.u32(..80)),
        FieldKind::Percent => Answer::Figure(Decimal::new(random.i64(900_000..=1_000_000), 4)),
        FieldKind::Amount => Answer::Figure(Decimal::new(random.i64(0..100_000), 2)),
        FieldKind::Rate => Answer::Figure(Decimal::new(random.i64(-10_000..10_000), 2)),
        FieldKind::List => Answer::Rows(
            (0..random.usize(..8))
                .map(|_| Row {
                    title: ["甲奖", "乙奖"][random.usize(..2)].to_owned(),
                    recipient: ["甲", "乙"][random.usize(..2)].to_owned(),
                    level: Some(random.u8(..options)),
                    year: Some(random.u16(2018..2024)),
                })
                .collect(),
        ),
    }
}
