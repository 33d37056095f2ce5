//! What is set of units: in the form's file, in links, slices and tables.

use crate::link_forms;

use link_forms::{Dice, county, random};
use qiangxian::desk::{self, Desk, Facet, Filter, Role, lines};
use qiangxian::form::{Form, SENDER, Sending, UnitPart, Units, merge_all, read, slice, write};
use qiangxian::link::{self, Include};
use qiangxian::rulebook::{Answer, Day, IndicatorId, Text};
use qiangxian::text::desk::responsible;
use qiangxian::text::form_problem;

const OFFICE: Text = "区市场监管局";
const INDUSTRY: Text = "区工信局";
const SCIENCE: Text = "区工信局（科技局）";
const OTHERS: Text = "其他成员单位";

fn file(rest: &str) -> String {
    format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{rest}}}"#)
}

#[track_caller]
fn accept(rest: &str) -> Form {
    let form = read(&file(rest)).unwrap_or_else(|problem| panic!("{}", form_problem(&problem)));
    assert_eq!(read(&write(&form)).as_ref(), Ok(&form), "form, file, form");
    form
}

#[track_caller]
fn refuse(rest: &str, message: &str) {
    let problem = read(&file(rest)).expect_err(rest);
    assert_eq!(form_problem(&problem), message);
}

/// Anything that may be set of units, through the ways in which it is set.
fn any_units(seed: u64) -> Form {
    let mut form = random(county(), seed);
    let mut dice = Dice(seed ^ 0x5555);
    let all = county().units();
    for unit in all.iter().copied() {
        match dice.below(6) {
            0 => form.units.merge(county(), unit, dice.pick(&all)),
            1 => form.units.split(unit),
            2 if county().is_words(unit) => form.units.hide(unit, true),
            _ => {}
        }
        let name = format!("县{}局{}", dice.below(30), if dice.one_in(2) { "" } else { unit });
        form.units.write(county(), UnitPart::Name, unit, &name);
        if dice.one_in(3) {
            form.units.write(county(), UnitPart::Person, unit, "张三");
        }
        if dice.one_in(3) {
            let telephone = format!("0531-{}", 80_000_000 + dice.below(9_999_999));
            assert!(form.units.write(county(), UnitPart::Telephone, unit, &telephone));
        }
        if dice.one_in(3) {
            let mut day = || dice.one_in(2).then(|| "2022-07-01".to_owned());
            let sending = Sending { sent: day(), returned: day() };
            form.units.note(unit, sending);
        }
    }
    if dice.one_in(2) {
        form.units.write(county(), UnitPart::Person, SENDER, "李四");
    }
    form
}

#[test]
fn whatever_is_set_is_read_again_as_it_was_written() {
    for seed in 0..200 {
        let form = any_units(seed);
        let again = read(&write(&form));
        assert_eq!(again.as_ref(), Ok(&form), "{seed}: {}", write(&form));
    }
}

#[test]
fn units_in_files() {
    let form = accept(
        r#""units":{"names":{"区市场监管局":"县市场监督管理局"},"merged":{"区工信局（科技局）":"区工信局","其他成员单位":null},"persons":{"区市场监管局":"张三"},"telephones":{"区市场监管局":"0531-83212345","":"13800000000"}}"#,
    );
    assert_eq!(form.unit(OFFICE), "县市场监督管理局");
    assert_eq!(form.unit(INDUSTRY), INDUSTRY);
    assert_eq!(form.units.of(county(), SCIENCE), INDUSTRY);
    assert!(form.units.hides(OTHERS));
    assert_eq!(form.units.text(UnitPart::Person, OFFICE), Some("张三"));
    assert_eq!(form.units.text(UnitPart::Telephone, OFFICE), Some("0531-83212345"));
    assert_eq!(form.units.text(UnitPart::Telephone, SENDER), Some("13800000000"));
    assert!(form.extra.is_empty());
    assert!(form.content().units.is_empty(), "no snapshot holds them");
    // Two may swap their names.
    accept(r#""units":{"names":{"区统计局":"区财政局","区财政局":"区统计局"}}"#);

    const NAME: &str = "应为与其他单位不同的名称，至多 60 字，前后没有空格。";
    const WHOLE: &str = "应为另一个没有并入别处的责任单位；“其他成员单位”一类的说法也可以是 null。";
    const NUMBER: &str =
        "应为电话号码（数字和 + - ( ) 转 等，例如 0531-83212345），至多 60 字，前后没有空格。";
    for (units, key, message) in [
        (
            r#"{"names":{"甲局":"乙局"}}"#,
            "names.甲局",
            "（值为 \"乙局\"）不是本指标体系的责任单位。".to_owned(),
        ),
        (r#"{"names":{"区统计局":" "}}"#, "names.区统计局", format!("的值是 \" \"，{NAME}")),
        (r#"{"names":{"区统计局":null}}"#, "names.区统计局", format!("的值是 null，{NAME}")),
        (
            r#"{"names":{"区统计局":"区工信局"}}"#,
            "names.区统计局",
            format!("的值是 \"区工信局\"，{NAME}"),
        ),
        (
            r#"{"names":{"区统计局":"局","区工信局":"局"}}"#,
            "names.区统计局",
            format!("的值是 \"局\"，{NAME}"),
        ),
        (
            r#"{"merged":{"区统计局":"区统计局"}}"#,
            "merged.区统计局",
            format!("的值是 \"区统计局\"，{WHOLE}"),
        ),
        (
            r#"{"merged":{"区统计局":"甲局"}}"#,
            "merged.区统计局",
            format!("的值是 \"甲局\"，{WHOLE}"),
        ),
        (r#"{"merged":{"区统计局":null}}"#, "merged.区统计局", format!("的值是 null，{WHOLE}")),
        (
            r#"{"merged":{"区统计局":"区工信局","区工信局":"区财政局"}}"#,
            "merged.区统计局",
            format!("的值是 \"区工信局\"，{WHOLE}"),
        ),
        (r#"{"merged":[]}"#, "merged", "的值是 []，应为一组键和值（{…}）。".into()),
        (
            r#"{"telephones":{"区统计局":"没有"}}"#,
            "telephones.区统计局",
            format!("的值是 \"没有\"，{NUMBER}"),
        ),
        (
            r#"{"telephones":{"区统计局":" 12345"}}"#,
            "telephones.区统计局",
            format!("的值是 \" 12345\"，{NUMBER}"),
        ),
        (
            r#"{"persons":{"":1}}"#,
            "persons.",
            "的值是 1，应为一个姓名，至多 60 字，前后没有空格。".into(),
        ),
    ] {
        refuse(&format!("\"units\":{units}"), &format!("「units.{key}」{message}"));
    }
}

#[test]
fn dispatch_in_files() {
    let form = accept(
        r#""dispatch":{"sent":{"区统计局":"2022-07-01","区财政局":null},"returned":{"区统计局":"2022-07-12"}}"#,
    );
    let day = |day: &str| Some(day.to_owned());
    let noted = Sending { sent: day("2022-07-01"), returned: day("2022-07-12") };
    assert_eq!(form.units.sending("区统计局"), Some(noted));
    assert_eq!(form.units.sending("区财政局"), Some(Sending::default()));
    assert_eq!(form.units.sending("区工信局"), None);
    refuse(
        r#""dispatch":{"sent":{"区统计局":"7月1日"}}"#,
        "「dispatch.sent.区统计局」的值是 \"7月1日\"，应为日历上有的日期，写作 年-月-日，例如 2022-03-01，回传不早于发出。",
    );
    refuse(
        r#""dispatch":{"sent":{"甲局":null}}"#,
        "「dispatch.sent.甲局」（值为 null）不是本指标体系的责任单位。",
    );
}

#[test]
fn what_is_neither_is_kept_to_the_letter() {
    for (key, other) in [
        ("units", r#""a note""#),
        ("units", "{}"),
        ("units", "[1]"),
        ("units", r#"{"names":{},"of-a-later-version":1}"#),
        ("dispatch", "{}"),
        ("dispatch", "null"),
        ("dispatch", r#"{"区统计局":1}"#),
        ("dispatch", r#"{"names":{}}"#),
    ] {
        let form = accept(&format!("\"{key}\":{other}"));
        assert!(form.units.is_empty());
        assert_eq!(form.extra, [(key.to_owned(), other.to_owned())]);
    }
    // What is set beside it takes the key; the other keeps another name.
    let mut form = accept(r#""units":"a note","dispatch":[]"#);
    form.units.write(county(), UnitPart::Name, OFFICE, "县局");
    form.units.note(OFFICE, Sending::default());
    let again = read(&write(&form)).expect("what was read");
    assert_eq!(again.units, form.units);
    assert_eq!(again.extra.len(), 2);
    assert!(again.extra.contains(&("units_".to_owned(), r#""a note""#.to_owned())));
}

#[test]
fn typed_texts() {
    let mut units = Units::default();
    for (typed, kept) in [
        (" 0531-83212345 ", Some("0531-83212345")),
        ("12", None),
        ("张三", None),
        ("（０５３１）８３２１２３４５", Some("(0531)83212345")),
        ("83212345 转 6", Some("83212345 转 6")),
        ("", Some("")),
        ("　", Some("")),
    ] {
        let before = units.clone();
        let is_kept = units.write(county(), UnitPart::Telephone, OFFICE, typed);
        assert_eq!(is_kept, kept.is_some(), "{typed:?}");
        match kept {
            Some(kept) => {
                let text = units.text(UnitPart::Telephone, OFFICE);
                assert_eq!(text.unwrap_or_default(), kept);
            }
            None => assert_eq!(units, before, "{typed:?}"),
        }
    }
    assert!(!units.write(county(), UnitPart::Name, OFFICE, &"长".repeat(61)));
    assert!(!units.write(county(), UnitPart::Person, OFFICE, "张\n三"));
    assert!(units.write(county(), UnitPart::Name, OFFICE, " 县局 "));
    assert_eq!(units.name(OFFICE), "县局");
    assert!(!units.write(county(), UnitPart::Name, INDUSTRY, "县局"), "another has the name");
    assert!(units.write(county(), UnitPart::Name, OFFICE, ""), "the official name again");
    assert!(units.is_empty());
}

/// A form whose units are called otherwise.
fn renamed() -> Form {
    let mut form = Form::new(county());
    form.county = "示例县".into();
    form.units.write(county(), UnitPart::Name, OFFICE, "县市场监督管理局");
    form.units.write(county(), UnitPart::Name, INDUSTRY, SCIENCE);
    form.units.merge(county(), SCIENCE, INDUSTRY);
    form.units.write(county(), UnitPart::Name, INDUSTRY, SCIENCE);
    form.units.write(county(), UnitPart::Telephone, OFFICE, "0531-83212345");
    form
}

#[track_caller]
fn on<T>(form: &Form, check: impl FnOnce(&Desk) -> T) -> T {
    let card = form.scorecard();
    check(&Desk::new(form, &form.case, &card, Day::parse("2022-07-01").unwrap()))
}

#[test]
fn a_renamed_unit_is_shown_and_known_by_its_official_name() {
    let form = renamed();
    assert_eq!(form.unit(INDUSTRY), SCIENCE, "a part gives its name to the whole");
    on(&form, |desk| {
        let names: Vec<&str> = desk.departments().iter().map(|one| one.name).collect();
        assert!(names.contains(&INDUSTRY) && !names.contains(&SCIENCE));
        // Both parts' indicators are the whole's.
        let plain = Form { units: Default::default(), ..form.clone() };
        let led = |name: &str| on(&plain, |desk| desk.department(name).unwrap().leads.indicators);
        let whole = desk.department(INDUSTRY).unwrap().leads.indicators;
        assert!(led(INDUSTRY).iter().chain(&led(SCIENCE)).all(|id| whole.contains(id)));
        let first = IndicatorId(0);
        assert_eq!(responsible(desk, first), "县市场监督管理局、其他成员单位");
        // Words that are searched may be the official or the shown name.
        let found =
            |words: &str| lines(desk, &Filter { words: words.into(), ..Filter::default() }).len();
        assert_eq!(found("县市场监督管理局"), found(OFFICE));
        assert!(desk::options(desk.form, Facet::Unit).contains(&OFFICE));
    });
    let mut split = form.clone();
    split.units.split(SCIENCE);
    assert_eq!((split.unit(INDUSTRY), split.unit(SCIENCE)), (INDUSTRY, SCIENCE));
}

#[test]
fn hidden_words_stand_only_where_no_unit_is_named() {
    let mut form = Form::new(county());
    for words in county().units().into_iter().filter(|unit| county().is_words(unit)) {
        form.units.hide(words, true);
    }
    for id in county().indicator_ids() {
        let units = desk::units(&form, id);
        assert!(!units.is_empty(), "{id:?} is nobody's");
        let words = units.iter().filter(|(_, role)| *role == Role::Members).count();
        assert_eq!(words, usize::from(county()[id].units.is_empty()));
    }
}

#[test]
fn slices_carry_names_and_come_back_to_the_official_ones() {
    let mut form = renamed();
    form.units.write(county(), UnitPart::Telephone, SENDER, "13800000000");
    let asked = on(&form, |desk| desk.department(OFFICE).unwrap().leads.indicators);
    let part = slice(&form, OFFICE, &asked, "2022-07-01T09:30", "own");
    assert_eq!(part.slice.as_ref().unwrap().unit, OFFICE);
    assert_eq!(part.slice_unit(), "县市场监督管理局");
    assert_eq!(part.units.text(UnitPart::Telephone, OFFICE), None);
    assert_eq!(part.units.text(UnitPart::Telephone, SENDER), Some("13800000000"));
    assert_eq!(part.unit(INDUSTRY), SCIENCE, "its rows name it too");

    // There and back by link, while the sender renames the unit again.
    let text = link::encode(&part, Include::ALL, None).unwrap();
    assert!(text.starts_with("q4"));
    let mut there = link::decode(&text).unwrap().form;
    assert_eq!(there, part);
    let field = county().field("2.model").unwrap();
    there.case.answers.set(field, Some(Answer::YesNo(true)));
    let back = link::decode(&link::encode(&there, Include::ALL, None).unwrap()).unwrap().form;
    form.units.write(county(), UnitPart::Name, OFFICE, "局");
    let merge = merge_all(&form, &[&back]).unwrap();
    assert_eq!(merge.form.case.answers.get(field), Some(&Answer::YesNo(true)));
    assert_eq!(merge.taken[0].units, [OFFICE]);
    assert_eq!(merge.form.units, form.units, "what is set of units is one's own");
}

#[test]
fn any_slice_is_read_again_from_its_file_and_its_link() {
    for seed in 0..60 {
        let form = any_units(seed);
        let unit = desk::all_units(&form)[usize::try_from(seed).unwrap() % 5];
        let asked: Vec<IndicatorId> = form
            .edition
            .indicator_ids()
            .filter(|id| desk::units(&form, *id).iter().any(|(name, _)| *name == unit))
            .collect();
        let part = slice(&form, unit, &asked, "2022-07-01T09:30", "own");
        assert_eq!(read(&write(&part)).as_ref(), Ok(&part), "{seed}");
        let text = link::encode(&part, Include::ALL, None).unwrap();
        assert_eq!(link::decode(&text).unwrap().form, part, "{seed}");
        assert_eq!(part.slice_unit(), form.unit(unit));
    }
}

#[test]
fn links_are_as_short_as_ever_where_nothing_is_set_and_carry_no_contacts() {
    for seed in 0..16 {
        let form = any_units(seed);
        let plain = Form { units: Default::default(), ..form.clone() };
        let text = |form: &Form| {
            link::encode(form, Include { contacts: false, ..Include::ALL }, None).unwrap()
        };
        let names = Form { units: form.units.public(false), ..form.clone() };
        assert_eq!(text(&form), text(&names));
        assert!(!text(&plain).starts_with("q4"));
        assert_eq!(link::decode(&text(&form)).unwrap().form.units, names.units);
        let mut only = plain.clone();
        for unit in county().units() {
            only.units.write(county(), UnitPart::Telephone, unit, "12345");
            only.units.note(unit, Sending::default());
        }
        assert_eq!(text(&only), text(&plain), "whom to call makes no link longer");
        // But the sender may choose to send them along, for one who is to call.
        let all = link::encode(&form, Include::ALL, None).unwrap();
        let shared = link::decode(&all).unwrap().form.units;
        assert_eq!(shared, form.units.public(true));
        assert_eq!(shared.text(UnitPart::Person, SENDER), None, "whom units call");
    }
}
