//! Readings of an edition of its own, in which one reading moves two indicators
//! and one indicator is moved by two readings.

use crate::readings::combinations;
use qiangxian::form::{Form, read_with, write};
use qiangxian::rulebook::{Answer, Readings, Rulebook, source};
use rust_decimal::Decimal;

fn edition() -> &'static Rulebook {
    let text = include_str!("../../data/rulebooks/good/readings.toml");
    Box::leak(Box::new(source::read(text).unwrap_or_else(|problem| panic!("{problem}"))))
}

#[test]
fn the_band_holds_where_readings_meet_in_an_indicator() {
    let rulebook = edition();
    let all = combinations(rulebook);
    assert_eq!(all.len(), 24);
    for (slogan, document) in [(true, true), (true, false), (false, false)] {
        for awards in 0..6 {
            let mut form = Form::new(rulebook);
            let set = |form: &mut Form, id: &str, answer| {
                form.case.answers.set(rulebook.field(id).unwrap(), Some(answer));
            };
            set(&mut form, "1.slogan", Answer::YesNo(slogan));
            set(&mut form, "1.document", Answer::YesNo(document));
            set(&mut form, "2.awards", Answer::Count(awards));
            let text = write(&form).replace(
                "\"answers\"",
                r#""references":{"2.awards":{"unacceptable":"1","satisfactory":"4"}},"answers""#,
            );
            let form = read_with(&text, |_| Some(rulebook)).unwrap();
            let mut points: Vec<Decimal> = Vec::new();
            for readings in &all {
                for base in rulebook.bases {
                    let mut case = form.case.clone();
                    case.base = Some(*base);
                    case.readings = readings.clone();
                    points.push(form.score(&case).total.range.low);
                }
            }
            let worth = form.worth(&form.case);
            let ends = (points.iter().min().copied(), points.iter().max().copied());
            assert_eq!((Some(worth.lowest), Some(worth.highest)), ends, "{awards} {slogan}");
        }
    }
}

/// A combination of two readings has both in force.
#[test]
fn readings_of_one_indicator_combine() {
    let rulebook = edition();
    let id = rulebook.indicator("2").unwrap();
    let variants: Vec<_> = rulebook[id].variants.iter().map(|variant| variant.when).collect();
    let [one, two] = ["1", "2"].map(|id| rulebook.reading(id).unwrap());
    assert_eq!(variants, [&[(one, 1)][..], &[(two, 1)], &[(one, 1), (two, 1)]]);
    // An option that leaves an indicator alone leaves it to the other reading.
    let mut readings = Readings::usual();
    readings.set(one, 2);
    assert_eq!(rulebook.rules(id, &readings), rulebook[id].rules);
    readings.set(two, 1);
    assert_eq!(rulebook.rules(id, &readings), rulebook[id].variants[1].rules);
    assert!(rulebook.moves(one, id) && rulebook.moves(two, id));
    assert!(!rulebook.is_general(one) && rulebook.is_general(rulebook.reading("below").unwrap()));
}
