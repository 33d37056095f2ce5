//! Proofs, the overview, and what holds on every desk.

use crate::desk::{city, county, numbers, on, sample};
use proptest::prelude::*;
use qiangxian::desk::{Desk, Due, Order, Proofs, units};
use qiangxian::form::{Form, read};
use qiangxian::rulebook::{Answer, Day, FieldKind, IndicatorId};
use qiangxian::score::{Range, Score, Tally, shown};
use qiangxian::text::desk::{department_table, departments_table, gap_table};
use rust_decimal::Decimal;

#[test]
fn the_sample_in_a_few_figures() {
    let form = sample();
    let overview = on(&form, "2022-07-25", |desk| desk.overview());
    let figures = |range: Range| [shown(range.low, 4), shown(range.high, 4)];
    let of = |part: &Score| match part {
        Score::Points { range, most } => (*range, *most),
        other => panic!("{other:?}"),
    };
    assert_eq!(figures(of(&overview.total).0), ["75.5467", "83.5467"]);
    let dimensions: Vec<_> = overview
        .dimensions
        .iter()
        .map(|part| (figures(of(part).0)[0].clone(), shown(of(part).1, 0)))
        .collect();
    let expected = [("10.5", "12"), ("11.7661", "15"), ("21.3758", "31"), ("31.9047", "42")];
    assert_eq!(dimensions, expected.map(|(low, max)| (low.to_owned(), max.to_owned())));
    assert_eq!((overview.answered, overview.fields), (80, 93));
    assert_eq!(overview.proofs, Proofs { ready: 7, all: 10 });
    // 34 and 42 claim nothing; 1, 3, 6, 14, 35 and 43 are proved, 9 is not yet.
    assert_eq!((overview.claimed, overview.unproved.len()), (41, 35));
    let unproved = numbers(&form, &overview.unproved);
    assert!(unproved.contains(&"9") && !unproved.contains(&"3") && !unproved.contains(&"34"));
    // 5 6 9 11 15 18 19 23 25 34 42 43 are left, and their day has passed.
    assert_eq!((overview.overdue, overview.soon), (12, 0));
    let largest: Vec<IndicatorId> = overview.largest.iter().map(|gap| gap.id).collect();
    assert_eq!(numbers(&form, &largest), ["14", "42", "34", "43", "19"]);
}

#[test]
fn a_scenario_has_a_desk_of_its_own() {
    let form = sample();
    let case = form.case.under(&form.scenarios[0]);
    let card = form.score(&case);
    let desk = Desk::new(&form, &case, &card, Day::new(2022, 7, 25).unwrap());
    let largest: Vec<IndicatorId> = desk.overview().largest.iter().map(|gap| gap.id).collect();
    assert_eq!(numbers(&form, &largest), ["14", "42", "43", "19", "5"]);
    // 18 and 34 are done in it.
    assert_eq!(desk.overview().overdue, 10);
}

#[test]
fn an_adjustment_claims_points_too() {
    let form = county(
        r#""adjustments":{"12":{"points":"1","reason":"试运行"},"22":{"points":"0","reason":"停用"}}"#,
    );
    assert_eq!(numbers(&form, &on(&form, "2022-07-25", |desk| desk.unproved())), ["12"]);
    let form = county(
        r#""answers":{"12.platform":true},"evidence":{"12":[{"title":"甲"},{"title":"乙","ready":true}]}"#,
    );
    on(&form, "2022-07-25", |desk| {
        assert_eq!(desk.unproved(), []);
        assert_eq!(desk.overview().proofs, Proofs { ready: 1, all: 2 });
    });
}

/// What holds on every desk.
fn holds(form: &Form, today: Day) {
    let card = form.scorecard();
    let desk = Desk::new(form, &form.case, &card, today);
    let rulebook = form.edition.0;
    let ids: Vec<IndicatorId> = rulebook.indicator_ids().collect();

    // Every unit's share is of its indicators, and none is forgotten.
    let departments = desk.departments();
    for (at, department) in departments.iter().enumerate() {
        assert!(departments[..at].iter().all(|other| other.name != department.name));
        assert!(department.leads.answered <= department.leads.fields);
    }
    let of = |id: IndicatorId, name: &str| {
        let department = departments.iter().find(|d| d.name == name).unwrap();
        [&department.leads.indicators, &department.supports.indicators]
            .iter()
            .any(|all| all.contains(&id))
    };
    assert!(ids.iter().all(|id| units(form, *id).iter().all(|(name, _)| of(*id, name))));
    let pairs: usize = ids.iter().map(|id| units(form, *id).len()).sum();
    let shares = departments.iter().flat_map(|d| [&d.leads, &d.supports]);
    assert_eq!(pairs, shares.map(|share| share.indicators.len()).sum::<usize>());
    // Divided by its units, each point is somewhere once.
    let led: Decimal = departments
        .iter()
        .flat_map(|d| &d.leads.indicators)
        .map(|id| desk.standing(*id).unwrap().range.low)
        .sum();
    assert_eq!(led, departments.iter().map(|d| d.leads.range.low).sum());

    // All indicators together are the whole.
    let all = desk.share(ids);
    let overview = desk.overview();
    assert_eq!((all.range, all.max), (card.total.range, rulebook.points));
    assert_eq!(all.tasks, card.total.tasks);
    assert_eq!((all.answered, all.fields), form.answered(&form.case));
    assert_eq!((all.overdue, all.soon), (overview.overdue, overview.soon));
    assert_eq!(all.unproved, overview.unproved.len());

    // The gaps are what is missing, whatever their order.
    let gaps = desk.gaps(Order::Points);
    let missing: Decimal = gaps.iter().map(|gap| gap.lost + gap.open).sum();
    assert_eq!(missing, rulebook.points - card.total.range.low);
    assert!(rulebook.points.is_zero() || gaps.is_sorted_by_key(|gap| -(gap.lost + gap.open)));
    for order in [Order::Department, Order::Deadline] {
        let mut other = desk.gaps(order);
        assert_eq!(other.len(), gaps.len());
        if order == Order::Deadline {
            assert!(other.is_sorted_by_key(|gap| (gap.deadline.is_none(), gap.deadline)));
        }
        other.sort_by_key(|gap| gaps.iter().position(|same| same == gap));
        assert_eq!(other, gaps);
    }
    // Every gap says why.
    for gap in &gaps {
        let why = qiangxian::text::desk::why_text(rulebook, &form.case.answers, &gap.why);
        assert!(!why.is_empty(), "{} says nothing", rulebook[gap.id].id);
    }

    // The line carries every date, in order.
    let line = desk.timeline().unwrap();
    let dated = desk.standings.iter().filter(|standing| standing.deadline.is_some()).count();
    assert_eq!(dated, line.dates.iter().map(|mark| mark.indicators.len()).sum::<usize>());
    assert!(line.dates.is_sorted_by_key(|mark| mark.day));
    assert!(line.dates.is_sorted_by_key(|mark| mark.place));
    assert!(line.stages.iter().all(|stage| stage.begins <= stage.ends && stage.ends <= 1000));
    let left: usize = line.dates.iter().map(|mark| mark.left).sum();
    assert_eq!(left, desk.standings.iter().filter(|s| s.due < Due::Done).count());

    // Tables are full.
    let mut tables = vec![gap_table(&desk, &gaps), departments_table(&desk, &departments)];
    tables.extend(departments.iter().map(|department| department_table(&desk, department)));
    for table in tables {
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{}", table.title);
    }
}

#[test]
fn it_holds_for_the_golden_forms() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/scored");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with(".qiangxian.json") {
            let form = read(&std::fs::read_to_string(&path).unwrap()).unwrap();
            for today in ["2000-01-01", "2022-07-01", "2099-12-31"] {
                holds(&form, Day::parse(today).unwrap());
            }
        }
    }
}

#[test]
fn a_blank_city_form_has_all_its_tasks_open() {
    let form = city(r#""year":2018"#);
    let total = on(&form, "2020-06-01", |desk| desk.overview().total);
    assert_eq!(total, Score::Tasks(Tally { not_started: 132, ..Tally::default() }));
    // All 119 dated tasks but the one of December 2020.
    assert_eq!(on(&form, "2020-06-01", |desk| desk.overview().overdue), 118);
}

/// Some answer to a field, from a few numbers.
fn answer(kind: FieldKind, options: usize, seed: u32) -> Option<Answer> {
    let options = options.max(1) as u32;
    match kind {
        _ if seed.is_multiple_of(3) => None,
        FieldKind::YesNo => Some(Answer::YesNo(seed.is_multiple_of(2))),
        FieldKind::Choice => Some(Answer::Choice((seed % options) as u8)),
        FieldKind::Set => Some(Answer::Set(seed % (1 << options))),
        FieldKind::Count => Some(Answer::Count(seed % 5)),
        FieldKind::Percent => Some(Answer::Figure(Decimal::from(80 + seed % 21))),
        FieldKind::Amount | FieldKind::Rate => Some(Answer::Figure(Decimal::from(seed % 7))),
        FieldKind::List => Some(Answer::Rows(Vec::new())),
    }
}

fn fill(mut form: Form, seeds: &[u32]) -> Form {
    for (id, seed) in form.edition.field_ids().zip(seeds) {
        let field = &form.edition.0[id];
        let answer = answer(field.kind, field.options.len(), *seed);
        form.case.answers.set(id, answer);
    }
    form
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn it_holds_for_any_form(
        seeds in prop::collection::vec(any::<u32>(), 160),
        year in 1949u16..=2100,
        today in 715_000u32..750_000,
        is_city: bool,
    ) {
        let form = if is_city { city(r#""answers":{}"#) } else { sample() };
        let mut form = fill(form, &seeds);
        form.year = Some(year);
        holds(&form, Day::from_number(today).unwrap());
    }
}
