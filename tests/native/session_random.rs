//! Random work in one window: nothing panics, and what is written reads equal.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use qiangxian::form::{self, Form};
use qiangxian::rulebook::{FieldKind, IndicatorId};
use qiangxian::session::{EvidencePart, ReferencePart, Session, Slot};
use std::time::{Duration, Instant};

#[derive(Clone, Debug)]
enum Act {
    Type(u8, u8, String),
    Leave(u8, u8),
    Forget(u8, u8),
    Step(bool),
    Count(u8, bool),
    Scenario(u8),
    EditScenario(u8),
    Snapshot(u8),
    Evidence(u8, u8),
}

fn texts() -> impl Strategy<Value = String> {
    let known = ["", "96.", "96.5", "62亿元", "1,234", "2022", "2022-03", "50%", "文件", "1、2"];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,6}"]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let (slot, at) = (0..9u8, 0..6u8);
    let act = prop_oneof![
        8 => (slot.clone(), at.clone(), texts()).prop_map(|(s, n, t)| Act::Type(s, n, t)),
        3 => (slot.clone(), at.clone()).prop_map(|(s, n)| Act::Leave(s, n)),
        2 => (slot, at.clone()).prop_map(|(s, n)| Act::Forget(s, n)),
        4 => any::<bool>().prop_map(Act::Step),
        1 => (at.clone(), any::<bool>()).prop_map(|(n, up)| Act::Count(n, up)),
        3 => (0..6u8).prop_map(Act::Scenario),
        2 => at.clone().prop_map(Act::EditScenario),
        1 => at.clone().prop_map(Act::Snapshot),
        2 => (0..3u8, at).prop_map(|(what, n)| Act::Evidence(what, n)),
    ];
    prop::collection::vec(act, 1..60)
}

fn slot(form: &Form, slot: u8, at: u8) -> Slot {
    let (book, at) = (form.edition.0, usize::from(at));
    let indicator = IndicatorId(at as u16 as _);
    let field = |kind: FieldKind| {
        let all: Vec<_> = book.field_ids().filter(|id| book[*id].kind == kind).collect();
        all[at % all.len()]
    };
    let metric = book.metric_ids().nth(at).unwrap();
    match slot {
        0 => Slot::Field(field(FieldKind::Amount)),
        1 => Slot::Field(field(FieldKind::Percent)),
        2 => Slot::Field(field(FieldKind::Count)),
        3 => Slot::Reference(metric, ReferencePart::ALL[at % 3]),
        4 => Slot::Year,
        5 => Slot::Veto,
        6 => Slot::AdjustedPoints(indicator),
        7 => Slot::AdjustedReason(indicator),
        _ => Slot::Evidence(IndicatorId(0), at % 2, EvidencePart::ALL[at % 4]),
    }
}

fn run(session: &mut Session, act: &Act) {
    let form = session.form().clone();
    match act {
        Act::Type(s, n, text) => session.type_in(slot(&form, *s, *n), text),
        Act::Leave(s, n) => {
            let slot = slot(&form, *s, *n);
            let before = (session.text_in(slot), session.form().clone());
            // What says that nothing changed must have changed nothing that is seen.
            let told = session.leave(slot);
            assert!(told || before == (session.text_in(slot), session.form().clone()));
        }
        Act::Forget(s, n) => drop(session.forget_typed(slot(&form, *s, *n))),
        Act::Step(back) => drop(session.step(*back)),
        Act::Count(n, up) => {
            if let Slot::Field(field) = slot(&form, 2, *n) {
                session.step_count(field, *up);
            }
        }
        Act::Scenario(0) => drop(session.begin_scenario()),
        Act::Scenario(1) => session.duplicate_scenario(),
        Act::Scenario(2) => session.delete_scenario(),
        Act::Scenario(3) => session.adopt_scenario("2022-07-20T09:30"),
        Act::Scenario(_) => drop(session.rename_scenario("新名")),
        Act::EditScenario(n) => {
            let name = form.scenarios.get(usize::from(*n)).map(|one| one.name.as_str());
            session.edit_scenario(name);
        }
        Act::Snapshot(0) => session.delete_snapshot(0),
        Act::Snapshot(_) => session.take_snapshot("稿", "2022-07-20T09:30"),
        Act::Evidence(0, n) => session.remove_evidence(IndicatorId(0), usize::from(*n)),
        Act::Evidence(1, n) => session.set_ready(IndicatorId(0), usize::from(*n), true),
        Act::Evidence(_, _) => session.add_evidence(IndicatorId(0), Vec::new()),
    }
}

fn works(acts: &[Act]) -> Result<(), TestCaseError> {
    let mut session = Session::new(Form::blank().unwrap(), "own".to_owned());
    for act in acts {
        run(&mut session, act);
        let scenario = session.scenario();
        prop_assert!(scenario.is_none_or(|name| session.form().scenario(name).is_some()));
    }
    let file = form::write(session.form());
    let read = form::read(&file);
    prop_assert_eq!(read.as_ref(), Ok(&**session.form()));
    while session.step(true).is_some() {}
    prop_assert_eq!(session.form().case.answers.iter().count(), 0);
    Ok(())
}

fn look(cases: u32, rng_seed: RngSeed) {
    let config = Config { cases, rng_seed, failure_persistence: None, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(&acts(), |acts| works(&acts)) {
        panic!("{failure}");
    }
}

#[test]
fn random_work_is_written_and_read_again() {
    look(200, RngSeed::Fixed(14));
}

/// For `cargo xtask fuzz`: fresh work for so many seconds.
#[test]
#[ignore = "runs as long as FUZZ_SECONDS says"]
fn fuzz() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let until = Instant::now() + Duration::from_secs(seconds.unwrap_or(10));
    while Instant::now() < until {
        look(100, RngSeed::Random);
    }
}

#[test]
fn a_figure_that_is_begun_is_no_fault_until_one_leaves_its_box() {
    let mut session = Session::new(Form::blank().unwrap(), "own".to_owned());
    let form = session.form().clone();
    let cases = [(0, "96."), (1, "-"), (3, "1,2"), (4, "20"), (6, "1.")];
    for (which, text) in cases {
        let slot = slot(&form, which, 0);
        session.type_in(slot, text);
        assert_eq!(session.fault_in(slot), None, "{text}");
        session.leave(slot);
        assert!(session.fault_in(slot).is_some(), "{text}");
        session.type_in(slot, "字");
        assert!(session.fault_in(slot).is_some(), "no figure begins so");
    }
}

#[test]
fn what_was_converted_is_told_until_one_leaves() {
    let mut session = Session::new(Form::blank().unwrap(), "own".to_owned());
    let book = session.rulebook();
    let field = book.field_ids().find(|id| book[*id].unit == "万元").unwrap();
    let slot = Slot::Field(field);
    session.type_in(slot, "62亿元");
    assert_eq!(session.converted_in(slot), Some(620_000.into()));
    session.type_in(slot, "62");
    assert_eq!(session.converted_in(slot), None);
    session.type_in(slot, "62亿元");
    session.leave(slot);
    assert_eq!((session.converted_in(slot), session.value_in(slot).as_str()), (None, "620000"));
}

/// Types a text a key at a time.
fn keys(session: &mut Session, slot: Slot, text: &str) {
    for (at, c) in text.char_indices() {
        session.type_in(slot, &text[..at + c.len_utf8()]);
    }
}

#[test]
fn the_value_from_before_counts_until_a_text_is_one_and_never_a_part_of_it() {
    let mut session = Session::new(Form::blank().unwrap(), "own".to_owned());
    let book = session.rulebook();
    let field = |id: &str| Slot::Field(book.field(id).unwrap());
    let spend = field("10.quality-spend");
    for (slot, text) in [
        (spend, "62元人民币"),
        (field("17.energy-review"), "965"),
        (field("40.patents"), "4x86"),
        (field("26.handled"), "96."),
        (Slot::Year, "20256"),
        (Slot::Reference(book.metric("19.number").unwrap(), ReferencePart::Satisfactory), "60家x"),
    ] {
        let steps = session.undoable().is_some();
        keys(&mut session, slot, text);
        session.leave(slot);
        assert_eq!((session.value_in(slot).as_str(), session.text_in(slot)), ("", text.into()));
        assert_eq!(session.undoable().is_some(), steps, "{text}: nothing to take back");
    }
    keys(&mut session, spend, "58");
    session.leave(spend);
    keys(&mut session, spend, "62亿人");
    assert_eq!(session.value_in(spend), "58");
    // Mended, it is the value, in one step of undo.
    session.type_in(spend, "62亿");
    session.type_in(spend, "62亿元");
    session.leave(spend);
    assert_eq!(session.value_in(spend), "620000");
    session.step(true);
    assert_eq!(session.value_in(spend), "58");
}

#[test]
fn undo_takes_back_what_was_typed_last_in_the_box_first() {
    let mut session = Session::new(Form::blank().unwrap(), "own".to_owned());
    let slot = slot(&session.form().clone(), 0, 0);
    session.type_in(slot, "5");
    session.leave(slot);
    session.type_in(slot, "5x");
    assert!(session.forget_typed(slot), "the half-typed text goes first");
    assert_eq!(session.text_in(slot), "5");
    assert!(!session.forget_typed(slot));
    session.step(true);
    assert_eq!(session.text_in(slot), "");
}

#[test]
fn texts_are_bounded_while_they_are_typed() {
    let mut session = Session::new(Form::blank().unwrap(), "own".to_owned());
    let long = "字".repeat(100_001);
    session.set_note(IndicatorId(0), long.clone());
    assert!(session.form().notes.is_empty());
    assert!(session.notices().iter().any(|notice| notice.urgent));
    session.set_note(IndicatorId(0), "字".repeat(100_000));
    assert_eq!((session.form().notes.len(), session.notices().len()), (1, 0));
    for slot in [Slot::Veto, Slot::Evidence(IndicatorId(0), 0, EvidencePart::Title)] {
        session.type_in(slot, &long);
        assert!(session.fault_in(slot).is_some());
        assert_eq!(session.text_in(slot).chars().count(), 100_001, "it stays in the box");
        assert_eq!(session.value_in(slot), "");
    }
}
