//! Share links that are cut, changed, foreign or made up: refused as a whole,
//! with what is wrong, and never a panic.

use crate::link_forms;

use link_forms::envelope::{self, opened, sealed};
use link_forms::{Dice, checklist, county, full, random, random_part};
use proptest::prelude::*;
use qiangxian::form::{Form, FormProblem, read, write};
use qiangxian::link::{
    Include, LinkDay, LinkProblem, MOST_CHARACTERS, decode, decode_with, encode,
};
use qiangxian::rulebook::{Field, Rulebook};
use qiangxian::text::{form_problem, link_problem};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

const ALL: Include = Include::ALL;

fn links() -> &'static [String] {
    static LINKS: OnceLock<Vec<String>> = OnceLock::new();
    LINKS.get_or_init(|| {
        let part = random_part(county(), 4);
        let forms = [Form::new(county()), full(1, 3), random(county(), 3), part];
        forms.iter().map(|form| encode(form, ALL, LinkDay::new(2022, 7, 20)).unwrap()).collect()
    })
}

#[test]
fn every_beginning_of_a_link_is_said_to_be_cut() {
    for link in links() {
        for came in 1..link.len() {
            let of = (came >= 6).then_some(link.len());
            assert_eq!(decode(&link[..came]), Err(LinkProblem::Cut { came, of }), "{link}");
        }
    }
    assert_eq!(decode(""), Err(LinkProblem::NotALink));
}

#[test]
fn every_change_of_a_character_is_refused() {
    for link in links() {
        // Of a long link fewer changes are tried.
        let step = if link.len() < 400 { 1 } else { 41 };
        for at in 0..link.len() {
            let others = envelope::ALPHABET.chars().chain(['=', ' ', '中', '\0']).skip(at % step);
            for other in others.step_by(step) {
                if link[at..].starts_with(other) {
                    continue;
                }
                let changed = format!("{}{other}{}", &link[..at], &link[at + 1..]);
                let problem = decode(&changed).expect_err(&changed);
                match at {
                    0 => assert_eq!(problem, LinkProblem::NotALink),
                    // The versions that are known differ in all checks.
                    1 if matches!(other, '1'..='5') => {
                        assert_eq!(problem, LinkProblem::Damaged)
                    }
                    1 => assert_ne!(problem, LinkProblem::Damaged),
                    // The version may seem to have two digits.
                    2 if other.is_ascii_digit() => {
                        assert!(matches!(problem, LinkProblem::Newer { .. } | LinkProblem::Damaged))
                    }
                    _ => assert_eq!(problem, LinkProblem::Damaged, "{changed}"),
                }
            }
        }
    }
}

#[test]
fn what_messengers_do_to_links_is_refused() {
    let link = &links()[1];
    let folded = [
        link.to_lowercase(),
        link.replace('-', "–"),
        format!("{link}A"),
        format!("{link}="),
        format!("{link}&shareTo=weixin"),
    ];
    for changed in folded {
        assert_eq!(decode(&changed), Err(LinkProblem::Damaged), "{changed}");
    }
    assert_eq!(decode(&link.to_uppercase()), Err(LinkProblem::NotALink));
    for at in 6..link.len() - 1 {
        let (a, b) = (&link[at..at + 1], &link[at + 1..at + 2]);
        let (before, after) = (&link[..at], &link[at + 2..]);
        for changed in [format!("{before}{b}{after}"), format!("{before}{a}{a}{b}{after}")] {
            assert!(decode(&changed).is_err(), "{changed}");
        }
        if a != b {
            assert_eq!(decode(&format!("{before}{b}{a}{after}")), Err(LinkProblem::Damaged));
        }
    }
}

#[test]
fn links_of_other_versions_and_other_texts() {
    let link = &links()[1];
    let rest = link.strip_prefix("q1").unwrap();
    for version in [6, 9, 10, 12, 99] {
        let newer = format!("q{version}{rest}");
        assert_eq!(decode(&newer), Err(LinkProblem::Newer { version }));
    }
    assert_eq!(decode(&format!("q2{rest}")), Err(LinkProblem::Damaged));
    assert_eq!(decode("q2"), Err(LinkProblem::Cut { came: 2, of: None }));
    assert_eq!(decode("q6"), Err(LinkProblem::Newer { version: 6 }));
    assert_eq!(decode(&format!("q123456{rest}")), Err(LinkProblem::Damaged));
    assert_eq!(decode(&format!("q{}", "9".repeat(1000))), Err(LinkProblem::Damaged));
    for other in ["#q1", "q", "q0A", "q01A", "qA", "/fill", "q一", "１", "你好"] {
        let expected = if other == "q" {
            LinkProblem::Cut { came: 1, of: None }
        } else {
            LinkProblem::NotALink
        };
        assert_eq!(decode(other), Err(expected), "{other}");
    }
    let long = format!("q1{}", "A".repeat(MOST_CHARACTERS));
    assert_eq!(decode(&long), Err(LinkProblem::TooLong));
}

/// The same edition after something about it changed.
fn changed(change: impl FnOnce(&mut Rulebook)) -> &'static Rulebook {
    let mut rulebook = county().clone();
    change(&mut rulebook);
    Box::leak(Box::new(rulebook))
}

/// A changed copy in the place of a list.
fn list<T: Clone>(list: &mut &'static [T], change: impl FnOnce(&mut Vec<T>)) {
    let mut copy = list.to_vec();
    change(&mut copy);
    *list = copy.leak();
}

/// The same edition after something about every field changed.
fn changed_fields(change: fn(&mut Field)) -> &'static Rulebook {
    changed(|r| list(&mut r.fields, |fields| fields.iter_mut().for_each(change)))
}

#[test]
fn links_of_other_editions() {
    let link = &links()[1];
    let edition = county().title.to_owned();
    assert_eq!(decode_with(link, &[]), Err(LinkProblem::UnknownEdition));
    assert_eq!(decode_with(link, &[checklist()]), Err(LinkProblem::UnknownEdition));
    assert!(decode_with(link, &[checklist(), county()]).is_ok());
    let others = [
        changed(|r| list(&mut r.fields, |fields| fields.truncate(92))),
        changed(|r| list(&mut r.fields, |fields| fields.swap(3, 4))),
        changed(|r| list(&mut r.fields, |fields| fields[2].id = "x")),
        changed(|r| list(&mut r.metrics, |metrics| metrics.rotate_left(1))),
        changed(|r| list(&mut r.indicators, |indicators| indicators.swap(0, 1))),
        changed(|r| list(&mut r.bases, |bases| bases.reverse())),
        changed(|r| r.year += 1),
        changed_fields(|f| list(&mut f.options, |options| options.reverse())),
        changed_fields(|f| list(&mut f.suggestions, |titles| titles.truncate(1))),
    ];
    for other in others {
        let expected = Err(LinkProblem::OtherFields { edition: edition.clone() });
        assert_eq!(decode_with(link, &[other]), expected);
        assert!(decode_with(link, &[other, county()]).is_ok());
    }
    // Only links since version 2 name targets.
    let other = changed(|r| list(&mut r.targets, |targets| targets.rotate_left(1)));
    assert!(decode_with(link, &[other]).is_ok());
    let expected = Err(LinkProblem::OtherFields { edition });
    assert_eq!(decode_with(&links()[3], &[other]), expected);
    // Words may be mended.
    let mended = changed_fields(|f| f.label = "另一种说法");
    assert!(decode_with(link, &[mended]).is_ok());
}

#[test]
fn what_no_form_may_hold_is_refused_by_name() {
    let mut form = Form::new(county());
    form.veto.push(" ".into());
    let problem = decode(&encode(&form, ALL, None).unwrap()).unwrap_err();
    let LinkProblem::Refused { problem: reason } = &problem else { panic!("{problem:?}") };
    assert!(matches!(reason, FormProblem::Wrong { path, .. } if path == "veto[0]"));
    let reason = form_problem(reason);
    let sentence =
        format!("链接里的内容不符合填报要求，没有载入：{reason}请对方核对后重新生成链接。");
    assert_eq!(link_problem(&problem), sentence);
}

#[test]
fn the_envelope_is_as_described() {
    for link in links() {
        let (head, coded) = opened(link);
        assert_eq!(sealed(&head, &coded), *link);
    }
}

/// Refused, or a form that a form file can hold.
#[track_caller]
fn is_harmless(link: &str) {
    if let Ok(shared) = decode(link) {
        assert_eq!(read(&write(&shared.form)), Ok(shared.form));
    }
}

proptest! {
    #[test]
    fn any_text_is_harmless(text in "\\PC*", payload in "[A-Za-z0-9_-]{0,300}") {
        is_harmless(&text);
        is_harmless(&format!("q1{text}"));
        is_harmless(&format!("q1{payload}"));
    }

    #[test]
    fn any_payload_under_a_right_seal_is_harmless(coded in prop::collection::vec(proptest::num::u8::ANY, 0..400)) {
        for link in [&links()[0], &links()[3]] {
            let (head, _) = opened(link);
            is_harmless(&sealed(&head, &coded));
        }
    }

    #[test]
    fn any_change_under_a_right_seal_is_harmless(seed: u64) {
        let mut dice = Dice(seed);
        let (head, mut coded) = opened(&links()[1 + dice.below(3) as usize]);
        for _ in 0..=dice.below(3) {
            let at = dice.below(coded.len() as u64) as usize;
            match dice.below(3) {
                0 => coded[at] ^= 1 << dice.below(8),
                1 => drop(coded.remove(at)),
                _ => coded.insert(at, dice.next() as u8),
            }
        }
        is_harmless(&sealed(&head, &coded));
    }
}

#[test]
fn what_follows_or_lacks_under_a_right_seal_is_refused() {
    let (head, coded) = opened(&links()[1]);
    for more in 1..8 {
        let longer = [&coded[..], &vec![0; more]].concat();
        // A window of zeros is read, as if they were meant.
        assert!(more <= 4 || decode(&sealed(&head, &longer)) == Err(LinkProblem::Damaged));
    }
    for less in 8..coded.len() {
        assert!(decode(&sealed(&head, &coded[..coded.len() - less])).is_err());
    }
}

#[test]
fn the_largest_links_are_judged_at_once() {
    let heads = [&links()[0], &links()[3]].map(|link| opened(link).0);
    for (at, byte) in [0, 1, 0x55, 0x80, 0xfe, 0xff].into_iter().enumerate() {
        let head = heads[at % 2];
        let link = sealed(&head, &vec![byte; 49_138]);
        let start = Instant::now();
        is_harmless(&link);
        // In an unoptimised build on a busy machine.
        assert!(start.elapsed() < Duration::from_secs(20), "{byte}: {:?}", start.elapsed());
    }
}

#[test]
fn every_problem_has_its_own_sentence() {
    let sentences = [
        (
            LinkProblem::NotALink,
            "这不是本工具的分享链接，请核对后重新粘贴，链接里应有 #q1 至 #q5 开头的一段。",
        ),
        (
            LinkProblem::Newer { version: 12 },
            "链接由更新版本的工具生成（链接版本 12，本工具能读到版本 5），请先更新工具，再打开链接。",
        ),
        (
            LinkProblem::TooLong,
            "内容太多，超过链接的上限 65534 个字符，请改用表格文件（*.qiangxian.json）。",
        ),
        (
            LinkProblem::Cut { came: 200, of: Some(312) },
            "链接不完整：应有 312 个字符，只收到 200 个，请对方重新发送，或复制完整的链接。",
        ),
        (
            LinkProblem::Cut { came: 3, of: None },
            "链接不完整：只收到开头 3 个字符，请对方重新发送，或复制完整的链接。",
        ),
        (
            LinkProblem::Damaged,
            "链接在传送中被改动，内容已不可信，没有载入。请对方重新发送，或改发表格文件。",
        ),
        (
            LinkProblem::UnknownEdition,
            "链接使用的指标体系不在本工具中，请更新工具，或请对方改发表格文件。",
        ),
        (
            LinkProblem::OtherFields { edition: "某指标".into() },
            "链接使用的「某指标」与本工具中的填报项不同，请双方更新到同一版本的工具，再重新生成链接。",
        ),
    ];
    for (problem, sentence) in sentences {
        assert_eq!(link_problem(&problem), sentence);
    }
}
