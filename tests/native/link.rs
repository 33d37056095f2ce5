//! Share links: what travels comes back, short, and for ever.

use crate::link_forms;

use link_forms::{
    Dice, checklist, county, full, half, longest, random, random_part, reviewed, stress,
};
use proptest::prelude::*;
use qiangxian::form::{Event, EventKind, Form, merge, read, read_with, slice};
use qiangxian::link::{
    Include, LinkDay, LinkProblem, MOST_CHARACTERS, decode, decode_with, encode,
};
use qiangxian::rulebook::{Answer, FieldKind, Readings, Rulebook, editions};
use qiangxian::score::report;
use rust_decimal::Decimal;
use std::fs;
use std::path::PathBuf;

const ALL: Include = Include::ALL;

#[track_caller]
fn comes_back(rulebook: &'static Rulebook, form: &Form) {
    let day = LinkDay::new(2022, 7, 20);
    let link = encode(form, ALL, day).unwrap();
    let shared = decode_with(&link, &[rulebook]).unwrap();
    assert_eq!((&shared.form, shared.day), (form, day), "{link}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_county_comes_back(seed: u64) {
        comes_back(county(), &random(county(), seed));
    }

    #[test]
    fn any_city_comes_back(seed: u64) {
        comes_back(checklist(), &random(checklist(), seed));
    }

    #[test]
    fn any_reviews_come_back(seed: u64) {
        comes_back(county(), &reviewed(random_part(county(), seed), seed));
    }

    #[test]
    fn any_slice_and_figures_of_targets_come_back(seed: u64) {
        let rulebook = if seed % 3 == 0 { checklist() } else { county() };
        comes_back(rulebook, &random_part(rulebook, seed));
    }
}

#[track_caller]
fn is_short(form: &Form, most: usize) {
    let link = encode(form, Include::default(), LinkDay::new(2022, 7, 20)).unwrap();
    let payload = link.strip_prefix("q1").unwrap();
    assert!(payload.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    assert!(link.len() <= most, "{} characters: {link}", link.len());
}

#[test]
fn links_are_short() {
    is_short(&Form::new(county()), 24);
    is_short(&longest(), 860);
    is_short(&read(include_str!("../../seeds/sample-county.qiangxian.json")).unwrap(), 250);
    for seed in 0..20 {
        is_short(&half(seed), 160);
        is_short(&full(seed, 0), 240);
        is_short(&full(seed, 3), 280);
        is_short(&full(seed, 5), 310);
        is_short(&stress(seed), 400);
        is_short(&tasks(seed), 100);
        is_short(&full_city(seed), 140);
    }
}

#[test]
fn slices_are_short_and_say_who_sent_what() {
    let form = full(3, 3);
    let asked: Vec<_> = ["10", "35", "41"].map(|id| county().indicator(id).unwrap()).into();
    let mut part = slice(&form, "区统计局", &asked, "2022-07-20T09:30", "a1b2c3");
    let sent = encode(&part, ALL, LinkDay::new(2022, 7, 20)).unwrap();
    assert!(sent.starts_with("q2") && sent.len() <= 130, "{} characters: {sent}", sent.len());
    let id = county().field("35.services").unwrap();
    part.case.answers.set(id, Some(Answer::Figure(407.into())));
    part.notes.insert(asked[1], "见年鉴".into());
    let back = encode(&part, ALL, LinkDay::new(2022, 7, 25)).unwrap();
    assert!(back.len() <= 150, "{} characters: {back}", back.len());
    let merged = merge(&form, &decode(&back).unwrap().form).unwrap();
    assert_eq!((merged.taken.len(), merged.conflicts.len()), (2, 0));

    // What is left out is left out of the base, too.
    let bare = Include {
        notes: false,
        evidence: false,
        references: false,
        scenarios: false,
        contacts: false,
    };
    let sent = decode(&encode(&part, bare, None).unwrap()).unwrap().form;
    assert!(
        sent.notes.is_empty() && sent.slice.unwrap().base.case.references.iter().next().is_none()
    );
}

/// Readings make a link of version 3, and a little longer; the usual ones leave
/// it as it was.
#[test]
fn readings_cost_at_most_twelve_characters() {
    let mut dice = Dice(11);
    for seed in 0..16 {
        let mut form = if seed % 2 == 0 { full(seed, 3) } else { random_part(county(), seed) };
        form.case.readings = Readings::usual();
        form.scenarios.clear();
        for id in county().metric_ids().filter(|id| county().usual_metrics().all(|u| u != *id)) {
            form.case.references.set(id, None);
            if let Some(slice) = &mut form.slice {
                slice.base.case.references.set(id, None);
            }
        }
        let usual = encode(&form, ALL, None).unwrap();
        assert!(usual.starts_with("q1") || usual.starts_with("q2"), "{usual}");
        for id in county().reading_ids() {
            let options = county()[id].options.len() as u64;
            form.case.readings.set(id, 1 + dice.below(options - 1) as u8);
            let other = encode(&form, ALL, None).unwrap();
            assert!(other.starts_with("q3") && other.len() <= usual.len() + 12, "{other}");
            assert_eq!(decode(&other).unwrap().form, form);
        }
        let ids: Vec<_> = county().reading_ids().collect();
        ids.into_iter().for_each(|id| form.case.readings.set(id, 0));
        assert_eq!(encode(&form, ALL, None), Ok(usual));
    }
}

#[test]
fn what_a_form_remembers_never_travels() {
    let form = full(3, 3);
    let mut later = form.clone();
    later.take_snapshot("申报稿", "2022-07-20T09:30");
    let time = "2022-07-20T09:30".into();
    later.remember(Event { time, kind: EventKind::Created, detail: String::new() });
    let link = encode(&form, ALL, None).unwrap();
    assert!(link.starts_with("q1"));
    assert_eq!(encode(&later, ALL, None), Ok(link));
}

/// A city that answers all of its tasks.
fn tasks(seed: u64) -> Form {
    let mut dice = link_forms::Dice(seed);
    let mut form = Form::new(checklist());
    form.county = "济南市".into();
    for id in checklist().field_ids() {
        form.case.answers.set(id, Some(Answer::Choice(dice.below(3) as u8)));
    }
    form
}

/// A form of the city's checklist that is filled in to the last task.
fn full_city(seed: u64) -> Form {
    let rulebook = editions::find("jinan-city-2018").unwrap();
    let mut dice = Dice(seed);
    let mut form = Form::new(rulebook);
    form.county = "济南市".into();
    form.year = Some(2018);
    for id in rulebook.field_ids() {
        let answer = match rulebook[id].kind {
            FieldKind::YesNo => Answer::YesNo(!dice.one_in(4)),
            FieldKind::Choice => Answer::Choice(dice.below(3) as u8),
            FieldKind::Count => Answer::Count(dice.below(80) as u32),
            _ => Answer::Figure(Decimal::new(dice.below(1001) as i64, 1)),
        };
        form.case.answers.set(id, Some(answer));
    }
    form
}

#[test]
fn a_link_is_the_same_whatever_the_spelling() {
    let form = |gdp: &str| {
        let answers = format!(r#"{{"base.gdp":"{gdp}","26.handled":"{gdp}"}}"#);
        let head = r#""format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022""#;
        read(&format!("{{{head},\"answers\":{answers}}}")).unwrap()
    };
    let link = |gdp: &str| encode(&form(gdp), ALL, None).unwrap();
    assert_eq!(link("96.5"), link("096.5000"));
    assert_eq!(link("0"), link("00.0"));
    assert_ne!(link("96.5"), link("9.65"));
}

#[test]
fn the_sender_chooses_what_travels() {
    let form = what_if();
    let sent = |include| decode(&encode(&form, include, None).unwrap()).unwrap().form;

    let usual = sent(Include::default());
    assert!(usual.notes.is_empty() && usual.evidence.is_empty() && usual.scenarios.is_empty());
    assert_eq!((&usual.case, &usual.veto), (&form.case, &form.veto));
    assert_eq!(usual.adjustments, form.adjustments);

    let bare = sent(Include { references: false, ..ALL });
    assert!(bare.case.references.iter().next().is_none());
    assert!(bare.scenarios.iter().all(|scenario| scenario.references.is_empty()));
    assert_eq!((&bare.notes, &bare.evidence), (&form.notes, &form.evidence));

    let mut later = form.clone();
    later.extra.push(("history".into(), "[1]".into()));
    assert_eq!(encode(&later, ALL, None), encode(&form, ALL, None));
}

fn what_if() -> Form {
    read(&fs::read_to_string(old_links().join("what-if.qiangxian.json")).unwrap()).unwrap()
}

#[test]
fn what_is_too_long_for_a_link_is_not_made_one() {
    let mut form = what_if();
    let id = county().indicator_ids().next().unwrap();
    let mut dice = link_forms::Dice(1);
    let mut word = |_| char::from_u32(0x4e00 + dice.below(0x5000) as u32).unwrap();
    form.notes.insert(id, (0..20_000).map(&mut word).collect());
    let link = encode(&form, ALL, None).unwrap();
    assert!(link.len() > 30_000 && link.len() <= MOST_CHARACTERS);
    assert!(decode(&link).unwrap().form == form);

    form.notes.insert(id, (0..40_000).map(word).collect());
    assert!(matches!(encode(&form, ALL, None), Err(LinkProblem::TooLong)));
    form.notes.insert(id, "x".repeat(5_000_000));
    assert!(matches!(encode(&form, ALL, None), Err(LinkProblem::TooLong)));
}

#[test]
fn every_day_comes_back() {
    let mut last = None;
    let mut days = 0u32;
    for year in 2020..=2199 {
        for month in 1..=12 {
            for day in 1..=31 {
                let Some(made) = LinkDay::new(year, month, day) else { continue };
                assert_eq!(made.date(), (year, month, day));
                assert!(last < Some(made));
                last = Some(made);
                days += 1;
            }
        }
    }
    assert_eq!(days, 1 << 16);
    assert_eq!(last.map(LinkDay::date), Some((2199, 6, 6)));
    for (year, month, day) in
        [(2019, 12, 31), (2021, 2, 29), (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (2022, 1, 32)]
    {
        assert_eq!(LinkDay::new(year, month, day), None);
    }
    let day = LinkDay::new(2199, 6, 6);
    let link = encode(&Form::new(county()), ALL, day).unwrap();
    assert_eq!(decode(&link).unwrap().day, day);
}

fn old_links() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "data", "links"].iter().collect()
}

/// Forms beside old links; each has its link and the line of its scores.
fn old_forms() -> Vec<(PathBuf, Form)> {
    let files = fs::read_dir(old_links()).unwrap().map(|file| file.unwrap().path());
    let forms = files.filter(|path| path.extension().is_some_and(|e| e == "json"));
    forms
        .map(|path| {
            let form = read(&fs::read_to_string(&path).unwrap()).unwrap();
            (path.with_extension("").with_extension("txt"), form)
        })
        .collect()
}

#[test]
fn old_links_open_to_what_they_were() {
    let forms = old_forms();
    assert!(forms.len() >= 10);
    for (path, form) in forms {
        let name = path.display();
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{name}: {e}"));
        let (link, scores) = text.trim_end().split_once('\n').unwrap();
        let shared = decode(link).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        assert_eq!(shared.day.map(LinkDay::date), Some((2022, 7, 20)), "{name}");
        assert_eq!(shared.form, form, "{name}");
        // The one that held a list of no peers opens without it.
        if path.file_stem().is_some_and(|name| name == "peers") {
            continue;
        }
        // And no form gets another link than it had.
        assert_eq!(encode(&form, ALL, shared.day).as_deref(), Ok(link), "{name}");
        let card = shared.form.scorecard();
        assert_eq!(report(form.edition.0, &shared.form.county, &card), scores, "{name}");
    }
}

/// Makes the links of forms that have none yet. Never make one anew: that an
/// old one opens is what is tested.
#[test]
#[ignore = "writes into the source tree"]
fn make_links_of_new_forms() {
    for (path, form) in old_forms() {
        if path.exists() {
            continue;
        }
        let link = encode(&form, ALL, LinkDay::new(2022, 7, 20)).unwrap();
        let scores = report(form.edition.0, &form.county, &form.scorecard());
        fs::write(path, format!("{link}\n{scores}\n")).unwrap();
    }
}

#[test]
fn the_generator_makes_forms_that_files_can_hold() {
    for rulebook in [county(), checklist()] {
        for seed in 0..30 {
            let form = random(rulebook, seed);
            let find = |id: &str| (id == rulebook.id).then_some(rulebook);
            assert_eq!(read_with(&qiangxian::form::write(&form), find), Ok(form));
        }
    }
    let kinds: Vec<FieldKind> = checklist().fields.iter().map(|field| field.kind).collect();
    assert!(kinds.contains(&FieldKind::YesNo) && kinds.contains(&FieldKind::Count));
}

/// The worked examples and the digests in `docs/formats/link.md`.
#[test]
fn the_documented_links_open() {
    let page = include_str!("../../docs/formats/link.md");
    let block = |after: &str, fence: &str| {
        let rest = page.split_once(after).unwrap().1.split_once(fence).unwrap().1;
        rest.split_once("\n```").unwrap().0
    };
    let day = LinkDay::new(2022, 7, 20);
    let blank = block("## A worked example", "```text\n");
    assert_eq!(encode(&Form::new(county()), ALL, day).as_deref(), Ok(blank));
    let form = read(block("And one with answers", "```json\n")).unwrap();
    let link = block("And one with answers", "```text\n");
    assert_eq!(encode(&form, ALL, day).as_deref(), Ok(link));
    let shared = decode(link).unwrap();
    assert_eq!((shared.form, shared.day), (form, day));
    for (path, form) in old_forms() {
        let text = fs::read_to_string(&path).unwrap();
        let ((version, digests), _) =
            link_forms::envelope::opened(text.leak().lines().next().unwrap());
        let [a, b, c, d] = digests;
        let edition = format!("| `{}`", form.edition.id);
        let line = page.lines().find(|line| line.starts_with(&edition)).unwrap();
        let column = version[1..].parse::<usize>().unwrap() + 1;
        let digests = format!(" `{a:02x}{b:02x} {c:02x}{d:02x}` ");
        assert_eq!(line.split('|').nth(column), Some(digests.as_str()), "{}", path.display());
    }
}
