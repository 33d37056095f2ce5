//! A new year's form from an old one: what repeats is held until it is confirmed.

use crate::session_model::Model;
use qiangxian::desk::{Desk, Filter, Only, counts, lines};
use qiangxian::form::{Edit, Form, read, slice, write};
use qiangxian::league::{Gathered, League, LeagueTable, SentFigures, Sharing, shared};
use qiangxian::rulebook::{Answer, Day, FieldId};
use qiangxian::session::Session;
use qiangxian::sheets::{Request, sheets, workbook};
use qiangxian::text::{form_problem, undo};
use rust_decimal::Decimal;

const SAMPLE: &str = include_str!("../../seeds/sample-county.qiangxian.json");

fn old() -> Form {
    read(SAMPLE).expect("the sample")
}

#[track_caller]
fn field(form: &Form, id: &str) -> FieldId {
    form.edition.field(id).expect(id)
}

#[test]
fn what_repeats_is_held_and_nothing_is_answered() {
    let old = old();
    let next = old.next_year();
    assert_eq!((next.county.as_str(), next.year()), (old.county.as_str(), old.year() + 1));
    assert_eq!(next.case.answers.iter().count(), 0);
    assert_eq!(next.earlier.year, Some(old.year()));
    let mut blank = Form::new(next.edition.0);
    blank.set_year(next.year);
    blank.case.base = next.case.base;
    blank.case.readings = next.case.readings.clone();
    assert_eq!(next.scorecard(), blank.scorecard(), "what is not confirmed scores nothing");

    let held = |id: &str| next.earlier.answers.get(field(&next, id));
    let was = |id: &str| old.case.answers.get(field(&old, id));
    assert!(was("1.slogan").is_some());
    assert_eq!(held("1.slogan"), was("1.slogan"));
    // Figures that were counted for a year are not those of the next; where the
    // next form asks the same year's, that is the same fact.
    for (id, before) in [
        ("19.helped", None),
        ("19.helped-prev", was("19.helped")),
        ("20.certificates", None),
        ("20.certificates-prev", was("20.certificates")),
        ("10.quality-spend", None),
        ("10.quality-spend-prev", was("10.quality-spend")),
        ("base.gdp", None),
    ] {
        assert_eq!(held(id), before, "{id}");
    }
    // Evidence, notes and adjustments are of the old year.
    assert!(next.evidence.is_empty() && next.notes.is_empty() && next.adjustments.is_empty());
}

#[test]
fn all_confirmed_is_the_same_as_typed() {
    let old = old();
    let mut confirmed = Session::new(old.next_year(), "next".into());
    let mut typed = confirmed.clone();
    let all: Vec<FieldId> = old.edition.field_ids().collect();
    for (field, answer) in old.next_year().earlier.answers.iter() {
        typed.answer(field, Some(answer.clone()));
    }
    confirmed.confirm_earlier(&all);
    assert_eq!(confirmed.form(), typed.form());
    assert_eq!(confirmed.form().scorecard(), typed.form().scorecard());
    assert!(
        all.iter().all(|id| confirmed.form().unconfirmed(&confirmed.form().case, *id).is_none())
    );
    // One step takes all back.
    let count = old.next_year().earlier.len();
    assert_eq!(confirmed.undoable(), Some(&Edit::Earlier(count)));
    let step = confirmed.step(true).expect("a step");
    assert_eq!(undo::stepped(confirmed.form(), &step), format!("已撤销：往年的 {count} 项数据"));
    assert_eq!(confirmed.form().as_ref(), &old.next_year());
}

#[test]
fn one_by_one() {
    let model = Model::default();
    let mut session = Session::new(Form::blank().expect("an edition"), "blank".into());
    assert!(session.begin(old().next_year(), &model));
    let form = session.form().clone();
    let (slogan, second) = (field(&form, "1.slogan"), field(&form, "2.model"));
    session.confirm_earlier(&[slogan]);
    assert_eq!(session.undoable(), Some(&Edit::Field(slogan)));
    assert_eq!(session.form().case.answers.get(slogan), form.earlier.answers.get(slogan));
    // An answer of the user's own closes it as well, and confirming changes nothing then.
    let Some(Answer::YesNo(was)) = form.earlier.answers.get(second) else { panic!("a yes or no") };
    session.answer(second, Some(Answer::YesNo(!was)));
    session.confirm_earlier(&[second]);
    assert_eq!(session.form().case.answers.get(second), Some(&Answer::YesNo(!was)));
    // Cleared, it is open again; dropped, it is gone.
    session.answer(second, None);
    assert!(session.form().unconfirmed(&session.form().case, second).is_some());
    session.drop_earlier(&[second]);
    assert!(session.form().unconfirmed(&session.form().case, second).is_none());
    session.step(true);
    assert!(session.form().unconfirmed(&session.form().case, second).is_some());
}

#[test]
fn the_table_shows_what_is_to_be_confirmed() {
    let day = Day::new(2023, 3, 1).expect("a day");
    let mut form = old().next_year();
    let shown = |form: &Form| {
        let (case, card) = (&form.case, form.scorecard());
        let desk = Desk::new(form, case, &card, day);
        let filter = Filter { only: Only::Unconfirmed, ..Filter::default() };
        let count = counts(&desk).into_iter().find(|(only, _)| *only == Only::Unconfirmed);
        let rows = lines(&desk, &filter);
        let rows =
            rows.iter().filter(|line| matches!(line, qiangxian::desk::TableLine::Item { .. }));
        (count.map(|(_, n)| n), rows.count())
    };
    let (count, rows) = shown(&form);
    assert_eq!(count, Some(rows));
    assert!(rows > 20, "{rows}");
    let all: Vec<FieldId> = form.edition.field_ids().collect();
    form.earlier.forget(&all);
    assert_eq!(shown(&form), (Some(0), 0));
    assert_eq!(form.earlier.year, None);
}

#[test]
fn in_the_file() {
    let next = old().next_year();
    let text = write(&next);
    assert_eq!(read(&text).as_ref(), Ok(&next));
    let head = r#"{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022","#;
    let accept = |rest: &str| read(&format!("{head}{rest}}}")).expect(rest);
    let form = accept(r#""earlier":{"year":2021,"answers":{"1.slogan":true,"26.handled":"96.5"}}"#);
    assert_eq!(form.earlier.year, Some(2021));
    assert_eq!(
        form.earlier.answers.get(field(&form, "26.handled")),
        Some(&Answer::Figure(Decimal::new(965, 1)))
    );
    assert!(form.extra.is_empty());
    // What is no earlier answers is a key of others.
    for rest in [r#""earlier":[]"#, r#""earlier":{"year":2021}"#, r#""earlier":{"answers":{}}"#] {
        let form = accept(rest);
        assert_eq!((form.extra.len(), form.earlier.len()), (1, 0), "{rest}");
        assert_eq!(read(&write(&form)).as_ref(), Ok(&form));
    }
    let refuse = |rest: &str| form_problem(&read(&format!("{head}{rest}}}")).expect_err(rest));
    let said = refuse(r#""earlier":{"answers":{"1.slogan":3}}"#);
    assert!(said.contains("earlier.answers.1.slogan"), "{said}");
    let said = refuse(r#""earlier":{"year":1,"answers":{"1.slogan":true}}"#);
    assert!(said.contains("earlier.year"), "{said}");
}

#[test]
fn links_and_parts_leave_it_out() {
    use qiangxian::link::{Include, decode, encode};
    let next = old().next_year();
    let mut without = next.clone();
    without.earlier = Default::default();
    let all =
        Include { scenarios: true, references: true, notes: true, evidence: true, contacts: false };
    let link = encode(&next, all, None).expect("a link");
    assert_eq!(link, encode(&without, all, None).expect("a link"));
    assert!(decode(&link).expect("a form").form.earlier.is_empty());
    // What a unit gets is asked anew, whichever way it is sent.
    let all: Vec<_> = next.edition.indicator_ids().collect();
    let part = slice(&next, "区市场监管局", &all, "2023-03-01", "parent");
    assert!(part.earlier.is_empty());
    let request = Request { unit: None, today: "2023-03-01", sent: "", parent: "parent" };
    for unit in [None, Some("区市场监管局")] {
        let request = Request { unit, ..request };
        let texts = |form: &Form| {
            let book = workbook(form, &request).expect("a workbook");
            sheets(&book).expect("sheets").into_iter().map(|sheet| sheet.rows).collect::<Vec<_>>()
        };
        assert!(texts(&next) == texts(&without), "{unit:?}");
    }
    // A group that is sent has nothing of it; one that is saved has whole forms.
    let league = Gathered::new(next.clone()).league().clone();
    let table =
        LeagueTable::of(league.edition.0, &league.sources(), &league.terms, league.references);
    let sharing = Sharing { figures: SentFigures::Answers, alias: None, own_named: true };
    let sent = shared(&league, &table, &sharing);
    let kept = |league: &League| league.members[0].form().map(|one| one.earlier.len());
    assert_eq!(kept(&sent), Some(0));
    assert_eq!(kept(&league), Some(next.earlier.len()));
}
