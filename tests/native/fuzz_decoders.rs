//! Whatever comes in by file, link or storage: it is refused with a message or
//! it is a form, and it costs no more time and memory than its size allows.
//!
//! Inputs are right ones with something changed, in their letters or in their
//! structure, and any text. `FUZZ_CASES=10000 cargo test --release --test
//! native fuzz_decoders::` looks longer.

mod counting;
use crate::link_forms;
mod mutate;

use counting::{Cost, cost};
use link_forms::envelope::{opened, sealed};
use link_forms::{Dice, checklist, county, full, random, random_part};
use proptest::prelude::*;
use qiangxian::form::{
    Event, EventKind, Evidence, Form, FormProblem, difference, merge, read, read_bytes, slice,
    write,
};
use qiangxian::link::{Include, LinkDay, decode, encode, find};
use qiangxian::rulebook::{Answer, Reference, Row, editions};
use qiangxian::storage::{self, Key, Saved, Store, StoreFault, save};
use qiangxian::text::{form_problem, link_problem};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::Duration;

/// Inputs of each kind that a test looks at.
fn cases() -> u32 {
    std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96)
}

/// Reading a file of so many bytes costs no more.
fn most_of_file(bytes: usize) -> Cost {
    let bytes = bytes as u64;
    Cost { peak: 100_000 + 100 * bytes, all: 400_000 + 250 * bytes, time: limit() }
}

/// Reading a link costs no more, whatever it is: the numbers in it are bounded.
fn most_of_link() -> Cost {
    Cost { peak: 200_000_000, all: 2_000_000_000, time: limit() }
}

/// An input that takes as long hangs; in an unoptimised build on a busy machine.
fn limit() -> Duration {
    Duration::from_secs(30)
}

/// Form files with all that there can be, and the sections of each.
fn files() -> &'static [String] {
    static FILES: OnceLock<Vec<String>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files: Vec<String> = (0..6).map(|seed| write(&remembering(seed))).collect();
        files.push(write(&random_part(county(), 4)));
        files.push(include_str!("../data/scored/everything.qiangxian.json").to_owned());
        files.push(include_str!("../data/scored/later-keys.qiangxian.json").to_owned());
        files.push(include_str!("../data/links/slice.qiangxian.json").to_owned());
        files
    })
}

/// A form that remembers something.
fn remembering(seed: u64) -> Form {
    let mut form = random_part(county(), seed);
    for (time, name) in [("2022-07-20T09:30", "申报稿"), ("2022-08-01T00:00", "定稿")] {
        form.take_snapshot(name, time);
        form.case = random(county(), seed + 1).case;
        let event = |kind| Event { time: time.into(), kind, detail: name.into() };
        form.remember(event(EventKind::Kept));
        form.remember(event(EventKind::Shared));
    }
    form
}

/// Links of both versions.
fn links() -> &'static [String] {
    static LINKS: OnceLock<Vec<String>> = OnceLock::new();
    LINKS.get_or_init(|| {
        let forms =
            [Form::new(county()), full(1, 3), random(county(), 3), random_part(county(), 4)];
        let day = LinkDay::new(2022, 7, 20);
        forms.iter().map(|form| encode(form, Include::ALL, day).unwrap()).collect()
    })
}

/// What a form can be asked once it was let in.
fn use_of(form: &Form) {
    form.scorecard();
    for scenario in &form.scenarios {
        form.score(&form.case.under(scenario));
    }
    for snapshot in &form.snapshots {
        difference(form, &form.at(snapshot));
    }
    assert_eq!(merge(form, form).is_ok(), form.slice.is_some());
}

#[track_caller]
fn is_worded(message: &str) {
    assert!(message.ends_with('。') && message.chars().count() < 800, "{message}");
}

#[track_caller]
fn file_is_harmless(bytes: &[u8]) {
    let (read, cost) = cost(|| read_bytes(bytes));
    cost.is_within(&most_of_file(bytes.len()), bytes);
    form_is_harmless(read);
}

#[track_caller]
fn form_is_harmless(outcome: Result<Form, FormProblem>) {
    match outcome {
        Ok(form) => {
            use_of(&form);
            assert_eq!(read(&write(&form)), Ok(form));
        }
        Err(problem) => is_worded(&form_problem(&problem)),
    }
}

#[track_caller]
fn link_is_harmless(text: &str) {
    let (shared, cost) = cost(|| decode(text));
    cost.is_within(&most_of_link(), text.as_bytes());
    match shared {
        Ok(shared) => form_is_harmless(Ok(shared.form)),
        Err(problem) => is_worded(&link_problem(&problem)),
    }
}

#[track_caller]
fn stored_is_harmless(text: &str) {
    let (saved, cost) = cost(|| storage::read("a", text));
    cost.is_within(&most_of_file(text.len()), text.as_bytes());
    match saved {
        Ok(saved) => form_is_harmless(Ok(saved.form)),
        Err(problem) => problem.iter().for_each(|problem| is_worded(&form_problem(problem))),
    }
}

/// A form as it is kept in a browser.
fn stored(seed: u64) -> String {
    #[derive(Default)]
    struct Memory(RefCell<BTreeMap<String, String>>);
    impl Store for Memory {
        fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
            Ok(self.0.borrow().get(key).cloned())
        }
        fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
            self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
            Ok(())
        }
        fn remove(&self, _: &str) -> Result<(), StoreFault> {
            Ok(())
        }
        fn keys(&self) -> Result<Vec<String>, StoreFault> {
            Ok(Vec::new())
        }
    }
    let store = Memory::default();
    let mut saved = Saved {
        id: "a".into(),
        name: "名称".into(),
        saved_at: 0,
        revision: 3,
        lineage: Default::default(),
        drafts: [("base.gdp".to_owned(), "12。".to_owned())].into(),
        form: remembering(seed),
    };
    save(&store, &mut saved, 1_658_280_600_000).unwrap();
    store.get(&Key::Form("a".into()).text()).unwrap().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn files_with_other_letters(seed: u64) {
        let mut dice = Dice(seed);
        let file = &files()[dice.below(files().len() as u64) as usize];
        let other = &files()[dice.below(files().len() as u64) as usize];
        file_is_harmless(&mutate::letters(file.as_bytes(), other.as_bytes(), &mut dice));
    }

    #[test]
    fn files_of_another_structure(seed: u64) {
        let mut dice = Dice(seed);
        let file = &files()[dice.below(files().len() as u64) as usize];
        file_is_harmless(mutate::structure(file, &mut dice).as_bytes());
    }

    #[test]
    fn any_text(text in "\\PC*", json in "[\\[\\]{}\",:0-9a-z\\\\ .-]{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for text in [&*text, &*json, &*String::from_utf8_lossy(&bytes)] {
            file_is_harmless(text.as_bytes());
            stored_is_harmless(text);
            link_is_harmless(text);
            if let Some(link) = find(text) {
                link_is_harmless(&link);
            }
        }
        file_is_harmless(&bytes);
    }

    #[test]
    fn links_with_other_letters(seed: u64) {
        let mut dice = Dice(seed);
        let link = &links()[dice.below(4) as usize];
        let other = &links()[dice.below(4) as usize];
        let bytes = mutate::letters(link.as_bytes(), other.as_bytes(), &mut dice);
        let text = String::from_utf8_lossy(&bytes);
        link_is_harmless(&text);
        if let Some(link) = find(&format!("请看：https://example.cn/#{text}")) {
            link_is_harmless(&link);
        }
    }

    #[test]
    fn links_with_other_bytes_under_a_right_seal(seed: u64) {
        let mut dice = Dice(seed);
        let (head, coded) = opened(&links()[dice.below(4) as usize]);
        let (_, other) = opened(&links()[dice.below(4) as usize]);
        link_is_harmless(&sealed(&head, &mutate::letters(&coded, &other, &mut dice)));
    }

    #[test]
    fn stored_forms_with_other_letters(seed: u64) {
        let mut dice = Dice(seed);
        let text = stored(dice.below(4));
        let other = stored(dice.below(4));
        let bytes = mutate::letters(text.as_bytes(), other.as_bytes(), &mut dice);
        stored_is_harmless(&String::from_utf8_lossy(&bytes));
        stored_is_harmless(&mutate::structure(&text, &mut dice));
    }
}

/// Files that are made to cost much.
#[test]
fn files_that_repeat_one_thing() {
    let file = |rest: &str| {
        format!(
            r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{rest}}}"#
        )
    };
    let list = |item: &dyn Fn(usize) -> String| {
        let all: Vec<String> = (0..3000).map(item).collect();
        format!("[{}]", all.join(","))
    };
    let moment = r#""2022-07-20T09:30""#;
    let values = [
        format!("\"x\":{}", list(&|_| "0".into())),
        format!("\"x\":{}", list(&|_| "[]".into())),
        format!("\"answers\":{{\"43.honours\":{}}}", list(&|_| "{}".into())),
        format!("\"evidence\":{{\"1\":{}}}", list(&|_| r#"{"title":"a"}"#.into())),
        format!("\"references\":{{\"33.bases\":{{\"peers\":{}}}}}", list(&|_| "\"1\"".into())),
        format!("\"veto\":{}", list(&|_| "\"a\"".into())),
        format!("\"scenarios\":{}", list(&|at| format!(r#"{{"name":"{at}"}}"#))),
        format!(
            "\"snapshots\":{}",
            list(&|_| format!(
                r#"{{"name":"a","taken":{moment},"content":{{"answers":{{"43.honours":[]}},"references":{{"42.awards":{{"peers":["0"]}}}}}}}}"#
            ))
        ),
        format!("\"history\":{}", list(&|_| format!(r#"{{"time":{moment},"event":"kept"}}"#))),
        format!("\"slice\":{{\"indicators\":{}}}", list(&|at| format!("\"{}\"", at + 1))),
        (0..3000).map(|at| format!("\"{at}\":0")).collect::<Vec<_>>().join(","),
        format!("\"answers\":{{{}", "\"a\":[".repeat(3000)),
        format!("\"notes\":{{\"1\":\"{}\"}}", "\\u0000".repeat(3000)),
    ];
    for rest in values {
        file_is_harmless(file(&rest).as_bytes());
    }
}

/// Links of the largest size whose every value is the likeliest, or the longest.
#[test]
fn links_that_repeat_one_byte() {
    for link in [&links()[1], &links()[3]] {
        let (head, coded) = opened(link);
        for (at, byte) in [0, 0xff, 0x55].into_iter().enumerate() {
            let mut coded = coded[..(coded.len() - 8) / (at + 1)].to_vec();
            coded.resize(49_138, byte);
            link_is_harmless(&sealed(&head, &coded));
        }
    }
}

/// The most that a link can be made to hold: things that take the least room.
#[test]
fn links_that_hold_much() {
    let rulebook = county();
    let rows = |count: usize| Some(Answer::Rows(vec![Row::default(); count]));
    let honours = rulebook.field("43.honours").unwrap();
    let mut lists = Form::new(rulebook);
    lists.case.answers.set(honours, rows(100_000));
    let all: Vec<_> = rulebook.indicator_ids().collect();
    let mut part = slice(&lists, "甲", &all, "2022-07-20T09:30", "");
    let mut peers = Form::new(rulebook);
    let zeros = Reference::Peers(vec![Decimal::ZERO; 150_000]);
    peers.case.references.set(rulebook.metric("33.bases").unwrap(), Some(zeros));
    let mut texts = Form::new(rulebook);
    texts.veto = vec!["集团股份有限公司".into(); 50_000];
    let mut proofs = Form::new(rulebook);
    let proof = Evidence { title: "文".into(), ..Evidence::default() };
    proofs.evidence.insert(all[0], vec![proof; 60_000]);
    let mut long = Form::new(rulebook);
    long.notes.insert(all[0], "集团股份有限公司".repeat(80_000));
    for form in [&lists, &part, &peers, &texts, &proofs, &long] {
        link_is_harmless(&encode(form, Include::ALL, None).unwrap());
    }
    part.slice.as_mut().unwrap().base.case.answers.set(honours, rows(20_000));
    link_is_harmless(&encode(&part, Include::ALL, None).unwrap());
}

#[test]
fn the_inputs_that_are_changed_are_right() {
    for file in files() {
        assert!(read(file).is_ok());
    }
    for link in links() {
        assert!(decode(link).is_ok());
    }
    assert!(storage::read("a", &stored(1)).is_ok());
    assert!(editions::find(checklist().id).is_none());
}
