//! Texts that look blank are blank, and invisible characters part no texts.

use qiangxian::form::{Form, Place, read};
use qiangxian::rulebook::Answer;
use qiangxian::text::form_problem;

const INVISIBLE: &str = include_str!("../data/forms/invisible-texts.qiangxian.json");

fn file(rest: &str) -> String {
    format!(r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{rest}}}"#)
}

#[track_caller]
fn refused(text: &str, part: &str) {
    let problem = read(text).expect_err("a blank text that has to be filled");
    let said = form_problem(&problem);
    assert!(said.contains(part) && said.contains("不空白"), "{part}: {said}");
}

#[test]
fn a_text_of_nothing_visible_is_blank() {
    refused(INVISIBLE, "adjustments.");
    for blank in ["\u{200b}", "\u{feff}", " \u{2060}\u{3000}", "\u{ad}", "\u{3164}", "\u{202e}"] {
        for (rest, part) in [
            (r#""adjustments":{"2":{"points":"1","reason":"BLANK"}}"#, "adjustments.2.reason"),
            (r#""evidence":{"1":[{"title":"BLANK"}]}"#, "evidence.1[0].title"),
            (r#""veto":["BLANK"]"#, "veto[0]"),
            (r#""scenarios":[{"name":"BLANK"}]"#, "scenarios[0].name"),
        ] {
            refused(&file(&rest.replace("BLANK", blank)), part);
        }
        let note = file(&r#""notes":{"1":"BLANK"}"#.replace("BLANK", blank));
        let form = read(&note).expect("a form");
        let id = form.edition.indicator("1").expect("an indicator");
        assert_eq!(form.value(&Place::Note(id)), None, "{blank:?}");
        let row = r#""answers":{"43.honours":[{"title":"BLANK","level":"BLANK"}]}"#;
        let form = read(&file(&row.replace("BLANK", blank))).expect("a form");
        assert!(matches!(rows(&form)[..], [(_, None)]));
    }
}

fn rows(form: &Form) -> Vec<(String, Option<u8>)> {
    let id = form.edition.field("43.honours").expect("a field");
    let Some(Answer::Rows(rows)) = form.case.answers.get(id) else { panic!("rows") };
    rows.iter().map(|row| (row.title.clone(), row.level)).collect()
}

/// Points of the honours in a form.
fn honours(rows: &str) -> String {
    let form = read(&file(&format!(r#""year":2022,"answers":{{"43.honours":[{rows}]}}"#)))
        .expect("a form");
    let id = form.edition.indicator("43").expect("an indicator");
    form.scorecard().indicators[usize::from(id.0)].range.low.normalize().to_string()
}

#[test]
fn honours_are_compared_without_invisible_characters() {
    let row = |title: &str, recipient: &str, year: u16| {
        format!(
            r#"{{"title":"{title}","recipient":"{recipient}","level":"provincial","year":{year}}}"#
        )
    };
    // An award for life, of a year out of the window.
    assert_eq!(honours(&row("省长质量奖\u{200b}", "甲", 2010)), "2");
    assert_eq!(honours(&row("\u{feff}省长\u{ad}质量奖", "甲", 2010)), "2");
    for hidden in ["\u{200b}", "\u{2060}", "\u{202a}", "\u{fe0f}", "\u{e0020}", "\u{ffa0}"] {
        let twice =
            [row("质量标杆", "某公司", 2021), row("质量标杆", &format!("某{hidden}公司"), 2021)];
        assert_eq!(honours(&twice.join(",")), "2", "{hidden:?}");
    }
    assert_eq!(honours(&row("质量标杆", "\u{200b}", 2021)), "0");
}

#[test]
fn what_users_wrote_does_not_turn_what_follows_it() {
    use qiangxian::form::Evidence;
    use qiangxian::text::{page, report, scenario};
    let turned = |text: &str| text.contains(['\u{202e}', '\u{202b}', '\u{2067}']);
    let form = Form { county: "甲\u{202e}县".to_owned(), ..Form::blank().unwrap() };
    let name = page::form_name("", &form);
    assert!(name.starts_with("甲县 "), "{name:?}");
    assert!(!turned(&page::form_name("我的\u{2067}表", &form)));
    let row = Evidence {
        title: "材料\u{202e}".to_owned(),
        number: Some("12\u{202b}号".to_owned()),
        date: Some("2022-03-01".to_owned()),
        ..Evidence::default()
    };
    assert_eq!(report::evidence_text(&row), "材料（12号，2022-03-01），未备齐");
    assert!(!turned(&scenario::now_edited(Some("情景\u{202e}"), "1")));
    let mut session = qiangxian::session::Session::new(form, "a".to_owned());
    session.tell("已删除「甲\u{202e}县」。", false);
    assert_eq!(session.notices()[0].text, "已删除「甲县」。");
}

/// What is typed is read again: a text of nothing visible is no text anywhere.
#[test]
fn a_text_of_nothing_visible_is_no_text_wherever_it_is_typed() {
    use qiangxian::rulebook::IndicatorId;
    use qiangxian::session::{EvidencePart, Session, Slot};
    let nothing = "\u{fe00}\u{200b} ";
    let first = IndicatorId(0);
    let mut session = Session::new(Form::blank().unwrap(), "a".to_owned());
    session.type_in(Slot::Veto, nothing);
    session.type_in(Slot::AdjustedReason(first), nothing);
    for part in EvidencePart::ALL {
        session.type_in(Slot::Evidence(first, 0, part), nothing);
    }
    session.set_note(first, nothing.to_owned());
    session.take_snapshot(nothing, "2022-07-20T09:30");
    let form = session.form();
    assert!(form.veto.is_empty() && form.evidence.is_empty() && form.notes.is_empty());
    assert!(form.adjustments.is_empty() && form.snapshots.is_empty());
    session.begin_scenario();
    assert!(session.rename_scenario(nothing).is_err());
    let file = qiangxian::form::write(session.form());
    assert_eq!(qiangxian::form::read(&file).as_ref(), Ok(&**session.form()));
}
