//! The league of a session: kept in a store that may be full or another window's.

use crate::session_model;

use qiangxian::form::{Edit, Form, read};
use qiangxian::rulebook::Reference;
use qiangxian::session::Session;
use qiangxian::storage;
use session_model::Model;

fn form(county: &str) -> Form {
    let keys = r#""format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022""#;
    read(&format!(r#"{{{keys},"county":"{county}"}}"#)).expect("a form")
}

/// A session with a league of its own form and another.
fn session(model: &Model) -> Session {
    let mut session = Session::new(form("甲县"), "own".into());
    session.open_league(model);
    session.change_league(|all| all.take_form_of("文件", form("乙县")));
    session.keep_league(model);
    session
}

fn members(session: &Session) -> Vec<String> {
    let members = session.league().expect("a league").league().members.iter();
    members.map(|member| member.name.clone()).collect()
}

#[test]
fn a_league_is_kept_and_opened_again() {
    let model = Model::default();
    let mut own = session(&model);
    own.change_league(|all| all.rename(" 2022年度 "));
    own.keep_league(&model);
    let kept = own.kept_leagues(&model);
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].name.as_str(), kept[0].counties), ("2022年度", 2));
    let mut again = Session::new(form("甲县"), "own".into());
    again.open_league(&model);
    assert_eq!(again.league().map(|all| all.league()), own.league().map(|all| all.league()));
    // For another county's form the former own one is one of the others.
    let mut other = Session::new(form("乙县"), "other".into());
    other.open_league(&model);
    assert_eq!(members(&other), ["乙县", "甲县"]);
    again.delete_league(&model);
    assert_eq!((again.kept_leagues(&model).len(), members(&again).len()), (0, 1));
    // A league of nobody else is nothing to be kept.
    again.keep_league(&model);
    assert!(again.kept_leagues(&model).is_empty());
    // Forms are not touched by what leagues are kept beside them.
    assert_eq!(storage::open(&model).map(|opened| opened.aside.len()), Ok(0));
}

#[test]
fn what_another_window_wrote_stays() {
    let model = Model::default();
    let mut one = session(&model);
    let mut two = Session::new(form("甲县"), "own".into());
    two.open_league(&model);
    two.change_league(|all| all.take_form_of("", form("丙县")));
    two.keep_league(&model);
    one.change_league(|all| all.take_form_of("", form("丁县")));
    one.keep_league(&model);
    one.change_league(|all| all.take_form_of("", form("戊县")));
    one.keep_league(&model);
    let numbers: Vec<usize> = one.kept_leagues(&model).iter().map(|one| one.counties).collect();
    assert_eq!(numbers, [3, 4]);
}

#[test]
fn what_cannot_be_kept_is_told() {
    let model = Model::default();
    let mut own = session(&model);
    model.is_full.set(true);
    own.change_league(|all| all.take_form_of("", form("丙县")));
    own.keep_league(&model);
    let told = own.notices().iter().any(|notice| notice.urgent && notice.text.contains("存为"));
    assert!(told, "{:?}", own.notices());
    assert_eq!(members(&own).len(), 3);
}

#[test]
fn a_league_of_hundreds_is_not_kept_and_that_is_told_once() {
    let model = Model::default();
    let mut own = session(&model);
    let before = own.kept_leagues(&model);
    own.change_league(|all| (0..700).for_each(|n| all.take_form_of("", form(&format!("{n} 县")))));
    own.keep_league(&model);
    own.keep_league(&model);
    assert_eq!(own.notices().len(), 1);
    assert!(own.notices()[0].text.contains("702"), "{:?}", own.notices());
    assert_eq!(own.kept_leagues(&model), before);
}

#[test]
fn references_from_a_league_are_one_step_with_their_source() {
    let mut own = Session::new(form("甲县"), "own".into());
    let rulebook = own.form().edition.0;
    let metric = rulebook.metric("33.bases").expect("a metric");
    let id = rulebook.indicator("33").expect("an indicator");
    own.set_note(id, "自己的备注".into());
    let ends =
        |low: i64| Reference::Ends { unacceptable: Some(low.into()), satisfactory: Some(9.into()) };
    let source = |county: &str| vec![(id, format!("参考值取自排名「甲」：{county}"))];
    own.refer_to_league(&[(metric, ends(1))], &source("乙县"));
    own.refer_to_league(&[(metric, ends(2))], &source("丙县"));
    assert_eq!(own.form().case.references.get(metric), Some(&ends(2)));
    let note = own.form().notes.get(&id).map(String::as_str);
    assert_eq!(note, Some("自己的备注\n参考值取自排名「甲」：丙县"));
    assert_eq!(own.undoable(), Some(&Edit::References(1)));
    own.step(true);
    own.step(true);
    assert_eq!(own.form().case.references.get(metric), None);
    assert_eq!(own.form().notes.get(&id).map(String::as_str), Some("自己的备注"));
}
