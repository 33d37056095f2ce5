//! The session beside a store that refuses: nothing that could not be saved is
//! replaced unasked, and no success is claimed. And what came in, taken over.

use crate::session_model;

use qiangxian::form::{Evidence, Form, Side, slice};
use qiangxian::session::{Clock, Incoming, Replacement, SaveState, Session, View};
use qiangxian::storage::{self, StoreFault};
use session_model::Model;
use std::sync::Arc;

fn blank() -> Form {
    Form::blank().unwrap()
}

fn named(county: &str) -> Form {
    Form { county: county.to_owned(), ..blank() }
}

fn came(form: Form) -> Incoming {
    Incoming { file: Some("a.json".to_owned()), date: None, link: None, form: Arc::new(form) }
}

/// A session with one form on the shelf, and another that is open and, with the
/// store full, holds an edit that could not be saved.
fn unsaved(model: &Model) -> Session {
    let mut session = Session::new(blank(), model.fresh_id());
    session.begin(named("甲县"), model);
    session.begin(named("乙县"), model);
    model.is_full.set(true);
    session.set_county("乙县改".to_owned());
    session.flush(model);
    assert_eq!(session.save_state(), SaveState::Failed(StoreFault::Full));
    assert!(session.is_unsaved());
    session
}

fn other_id(session: &Session) -> String {
    session.shelf().iter().find(|saved| saved.id != session.id()).unwrap().id.clone()
}

#[test]
fn nothing_replaces_an_unsaved_form_unasked() {
    type Act = fn(&mut Session, &Model) -> bool;
    let acts: [(&str, Act); 5] = [
        ("new", |session, model| session.begin(blank(), model)),
        ("open", |session, model| session.open_stored(&other_id(session), model)),
        ("delete", |session, model| {
            let id = session.id().to_owned();
            session.delete(&id, model)
        }),
        ("keep", |session, model| {
            session.receive(vec![came(named("丙县"))], model);
            session.keep(model)
        }),
        ("slice", |session, model| {
            let indicators: Vec<_> = blank().edition.indicator_ids().take(2).collect();
            let part = slice(&named("丙县"), "某局", &indicators, "2022-07-01T08:00", "elsewhere");
            session.receive(vec![came(part)], model);
            session.asked().is_none()
        }),
    ];
    for (name, act) in acts {
        let model = Model::default();
        let mut session = unsaved(&model);
        let id = session.id().to_owned();
        assert!(!act(&mut session, &model), "{name} was done");
        assert!(session.asked().is_some(), "{name} does not ask");
        assert_eq!((session.id(), &*session.form().county), (&*id, "乙县改"), "{name}");
        assert!(session.undoable().is_some() || session.is_read_only(), "{name}: undo is gone");
        assert!(
            !session.notices().iter().any(|notice| notice.text.contains('已')),
            "{name} claims success: {:?}",
            session.notices()
        );
        // Dropped, it leaves all as it was.
        assert_eq!(session.clone().answer_asked(false, &model), None);
        // Carried out, the other form is the open one.
        assert!(session.answer_asked(true, &model).is_some(), "{name}");
        assert!(session.asked().is_none());
        assert_ne!(session.id(), id, "{name}");
    }
}

#[test]
fn what_is_saved_is_replaced_without_a_question() {
    let model = Model::default();
    let mut session = unsaved(&model);
    model.is_full.set(false);
    assert!(session.begin(blank(), &model));
    let kept = storage::open(&model).unwrap().forms;
    assert!(kept.iter().any(|saved| saved.form.county == "乙县改"));
}

#[test]
fn where_nothing_was_edited_there_is_nothing_to_ask() {
    let model = Model::default();
    model.is_full.set(true);
    let mut session = Session::new(blank(), model.fresh_id());
    session.load(Err(StoreFault::Blocked), None, &model);
    assert!(!session.is_unsaved());
    assert!(session.begin(named("示例"), &model));
    assert!(session.begin(blank(), &model));
    // The trouble is still shown.
    assert_eq!(session.save_state(), SaveState::Failed(StoreFault::Full));
}

#[test]
fn keeping_claims_nothing_while_the_store_is_full() {
    let model = Model::default();
    model.is_full.set(true);
    let mut session = Session::new(blank(), model.fresh_id());
    session.receive(vec![came(named("丙县"))], &model);
    assert!(session.keep(&model));
    assert_eq!(session.notices(), []);
    assert!(session.is_unsaved());
    // It is listed all the same, since it is here.
    assert!(session.listed(&model).iter().any(|saved| saved.form.county == "丙县"));
    assert!(!session.begin(blank(), &model));
}

#[test]
fn deleting_and_its_undo_keep_what_is_there() {
    let model = Model::default();
    let mut session = unsaved(&model);
    let (own, other) = (session.id().to_owned(), other_id(&session));
    // Another form may go: that makes room.
    assert!(session.delete(&other, &model));
    assert_eq!(session.id(), own);
    let notice = session.notices().iter().find(|notice| notice.restore.is_some()).unwrap().id;
    assert!(!session.restore(notice, &model));
    assert!(session.shelf().iter().all(|saved| saved.id != other), "shown, but not stored");
    let still = session.notices().iter().find(|notice| notice.restore.is_some()).unwrap().clone();
    assert!(still.urgent, "it would go away with the only copy");
    model.is_full.set(false);
    assert!(session.restore(still.id, &model));
    assert!(session.shelf().iter().any(|saved| saved.id == other));
    assert!(session.notices().iter().all(|notice| notice.restore.is_none()));
}

#[test]
fn a_deleted_open_form_comes_back_as_it_was_last_edited() {
    let model = Model::default();
    let mut session = unsaved(&model);
    let own = session.id().to_owned();
    assert!(!session.delete(&own, &model));
    assert_eq!(session.answer_asked(true, &model), Some(Replacement::Delete(own.clone())));
    let notice = session.notices().iter().find(|notice| notice.restore.is_some()).unwrap().id;
    model.is_full.set(false);
    assert!(session.restore(notice, &model));
    let back = session.shelf().iter().find(|saved| saved.id == own).unwrap();
    assert_eq!(back.form.county, "乙县改");
}

#[test]
fn a_copy_that_could_not_be_stored_is_not_shown() {
    let model = Model::default();
    let mut session = unsaved(&model);
    let before = session.shelf().len();
    assert!(!session.duplicate(&other_id(&session), &model));
    assert_eq!(session.shelf().len(), before);
    assert!(session.notices().iter().any(|notice| notice.urgent));
}

/// A form of the user's own, and slices of it that two units send back with these notes.
fn sent_out(model: &Model, notes: [&str; 2]) -> (Session, Vec<Incoming>) {
    let mut session = Session::new(blank(), model.fresh_id());
    session.begin(named("甲县"), model);
    let whole = Form::clone(session.form());
    let ids: Vec<_> = whole.edition.indicator_ids().take(2).collect();
    let returned = ["发改局", "统计局"].iter().zip(notes).map(|(unit, note)| {
        let mut part = slice(&whole, unit, &ids, "2022-07-01T08:00", session.id());
        part.notes.insert(ids[0], note.to_owned());
        came(part)
    });
    let returned = returned.collect();
    (session, returned)
}

#[test]
fn returned_slices_are_merged_together_in_one_step() {
    let model = Model::default();
    let (mut session, mut returned) = sent_out(&model, ["发改局的话", "统计局的话"]);
    returned.push(came(named("丁县")));
    session.receive(returned, &model);
    assert_eq!(session.landing(false), View::Incoming);
    let together = session.returned().unwrap();
    assert_eq!(together.units(), ["发改局", "统计局"]);
    let merge = together.merge().unwrap();
    let theirs: Vec<_> =
        merge.conflicts.iter().filter(|one| one.unit == "统计局").cloned().collect();
    assert_eq!(theirs.len(), 1);

    assert!(session.merge(&theirs, &model));
    let first = session.form().edition.indicator_ids().next().unwrap();
    assert_eq!(session.form().notes.get(&first).map(String::as_str), Some("统计局的话"));
    // What has nothing to do with it is still there.
    assert_eq!(session.received().unwrap().form.county, "丁县");
    session.leave_incoming();
    session.step(true);
    assert!(session.form().notes.is_empty());
    let mut same = merge;
    same.choose(0, Side::Mine);
    assert!(same.form.notes.is_empty());
}

#[test]
fn merging_into_another_form_than_the_open_one_asks_for_what_is_unsaved() {
    let model = Model::default();
    let (mut session, returned) = sent_out(&model, ["甲", "甲"]);
    let whole = session.id().to_owned();
    session.begin(named("乙县"), &model);
    model.is_full.set(true);
    session.set_county("乙县改".to_owned());
    session.receive(returned, &model);
    assert!(!session.merge(&[], &model));
    assert_eq!(session.asked(), Some(&Replacement::Turn(whole.clone())));
    assert!(session.is_read_only(), "what came in is gone");
    session.answer_asked(true, &model);
    assert!(session.merge(&[], &model));
    assert_eq!(session.id(), whole);
    assert!(!session.is_read_only());
}

#[test]
fn items_of_another_form_are_taken_kept_as_a_scenario_or_put_in_place() {
    let model = Model::default();
    let mut session = Session::new(blank(), model.fresh_id());
    session.begin(named("甲县"), &model);
    let own = session.id().to_owned();
    let first = session.form().edition.indicator_ids().next().unwrap();
    let mut theirs = named("甲县");
    theirs.evidence.insert(first, vec![Evidence { title: "文件".into(), ..Evidence::default() }]);
    let differences = qiangxian::form::difference(session.form(), &theirs);
    let places: Vec<_> = differences.into_iter().map(|one| one.place).collect();

    session.receive(vec![came(theirs.clone())], &model);
    assert_eq!(session.comparable(&theirs)[0].id, own);
    assert!(session.take_over(&own, &places, &model));
    assert_eq!(session.form().evidence, theirs.evidence);
    assert!(!session.is_read_only());
    session.step(true);
    assert!(session.form().evidence.is_empty());

    session.receive(vec![came(theirs.clone())], &model);
    assert!(session.take_whole(&own, &model));
    assert_eq!(session.form().evidence, theirs.evidence);
    assert!(session.form().history.len() > 1, "what a form remembers is its own");

    session.receive(vec![came(theirs)], &model);
    assert!(session.take_as_scenario(&own, &model));
    assert!(session.scenario().is_some());
}

#[test]
fn a_slice_opens_for_filling_and_again_where_one_had_left_off() {
    let model = Model::default();
    let mut session = Session::new(blank(), model.fresh_id());
    let ids: Vec<_> = blank().edition.indicator_ids().take(1).collect();
    let part = slice(&named("甲县"), "某局", &ids, "2022-07-01T08:00", "elsewhere");
    session.receive(vec![came(part.clone())], &model);
    assert_eq!((session.is_read_only(), session.landing(true)), (false, View::Fill));
    session.set_note(ids[0], "填了一半".to_owned());
    session.begin(blank(), &model);
    session.receive(vec![came(part)], &model);
    assert_eq!(session.form().notes.get(&ids[0]).map(String::as_str), Some("填了一半"));
}

#[test]
fn a_link_is_remembered_as_long_as_its_form_is_stored_nowhere() {
    let model = Model::default();
    let mut session = Session::new(blank(), model.fresh_id());
    let by_link = |form| Incoming { link: Some("q1-".to_owned()), ..came(form) };
    assert_eq!(session.unkept_link(), None);
    session.receive(vec![by_link(named("丙县"))], &model);
    assert_eq!(session.unkept_link(), Some("q1-"));
    session.leave_incoming();
    assert_eq!(session.unkept_link(), None, "left");
    session.receive(vec![came(named("丙县"))], &model);
    assert_eq!(session.unkept_link(), None, "a file has none");
    session.receive(vec![by_link(named("丙县"))], &model);
    assert!(session.keep(&model));
    assert_eq!(session.unkept_link(), None, "kept");

    let ids: Vec<_> = blank().edition.indicator_ids().take(1).collect();
    let part = slice(&named("甲县"), "某局", &ids, "2022-07-01T08:00", "elsewhere");
    session.receive(vec![by_link(part)], &model);
    assert!(session.form().slice.is_some());
    assert_eq!(session.unkept_link(), Some("q1-"), "a slice that nothing was typed into");
    session.set_note(ids[0], "填了".to_owned());
    session.flush(&model);
    assert_eq!(session.unkept_link(), None, "a slice that is stored");
}

#[test]
fn a_form_that_is_only_read_begins_with_its_overview_on_a_phone() {
    let model = Model::default();
    let mut session = Session::new(blank(), model.fresh_id());
    session.receive(vec![came(named("丙县"))], &model);
    assert_eq!(session.landing(true), View::Overview);
    assert_eq!(session.landing(false), View::Fill);
}

#[test]
fn a_slice_that_was_filled_is_merged_on_another_computer_too() {
    let model = Model::default();
    let (session, returned) = sent_out(&model, ["发改局的话", "统计局的话"]);
    let whole = Form::clone(session.form());
    // The same form, under another id.
    let mut elsewhere = Session::new(blank(), model.fresh_id());
    elsewhere.begin(whole.clone(), &model);
    elsewhere.receive(returned[..1].to_vec(), &model);
    assert_eq!(elsewhere.landing(false), View::Incoming);
    assert!(elsewhere.merge(&[], &model));
    assert_eq!(elsewhere.form().notes.iter().count(), 1);
    // One that nobody filled in is there to be filled in.
    let ids: Vec<_> = whole.edition.indicator_ids().take(2).collect();
    let part = slice(&whole, "某局", &ids, "2022-07-01T08:00", "elsewhere");
    elsewhere.receive(vec![came(part)], &model);
    assert!(!elsewhere.is_read_only());
    assert!(elsewhere.form().slice.is_some());
}

#[test]
fn a_slice_counts_the_fields_that_it_asks() {
    let whole = named("甲县");
    let first = whole.edition.indicator_ids().next().unwrap();
    let mut part = slice(&whole, "某局", &[first], "2022-07-01T08:00", "elsewhere");
    let (answered, all) = qiangxian::form::asked(&part);
    assert_eq!((answered, all), (0, whole.edition[first].fields.len()));
    let field = whole.edition[first].fields[0];
    part.case.answers.set(field, Some(qiangxian::rulebook::Answer::YesNo(true)));
    assert_eq!(qiangxian::form::asked(&part), (1, all));
    assert_eq!(qiangxian::form::asked(&whole).1, whole.edition.fields.len());
}
