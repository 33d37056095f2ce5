//! Reviewing in the session: what is signed off is locked, and reviews come back.

use crate::session_model;

use qiangxian::desk::{Reviewed, reviewed};
use qiangxian::form::{Form, Place, ReviewProblem, ReviewStage, Verdict, slice};
use qiangxian::rulebook::{Answer, FieldId, IndicatorId};
use qiangxian::session::{Clock, EvidencePart, Incoming, ReferencePart, Session, Slot};
use qiangxian::text::{report::scoring_table, report::whole_table, review};
use rust_decimal::Decimal;
use session_model::Model;
use std::sync::Arc;

const FIRST: IndicatorId = IndicatorId(0);
const SECOND: IndicatorId = IndicatorId(1);
const THIRD: IndicatorId = IndicatorId(2);
const BY: &str = "王某";
const ON: &str = "2022-09-20";

fn came(form: &Form) -> Incoming {
    Incoming { file: None, date: None, link: None, form: Arc::new(form.clone()) }
}

fn field(session: &Session) -> FieldId {
    session.rulebook().field("2.model").unwrap()
}

/// A county with one answer, saved.
fn county(model: &Model) -> Session {
    let mut session = Session::new(Form::blank().unwrap(), model.fresh_id());
    session.set_county("示例县".to_owned());
    let model_field = field(&session);
    session.answer(model_field, Some(Answer::YesNo(true)));
    session.flush(model);
    session
}

/// What a reviewer makes of a form: one confirmed, one reduced, one to be proved.
fn review(form: &Form, model: &Model) -> Session {
    let mut session = Session::new(form.clone(), model.fresh_id());
    session.begin_review(ReviewStage::First);
    session.judge_points(ReviewStage::First, FIRST, Some(Verdict::Confirmed));
    session.judge_points(ReviewStage::First, SECOND, Some(Verdict::Reduced));
    session.judge_points(ReviewStage::First, THIRD, Some(Verdict::Pending));
    let problem = session.sign_off(ReviewStage::First, ON).unwrap_err();
    assert_eq!(problem, "请先填写审核人。");
    session.set_reviewer(ReviewStage::First, BY.to_owned());
    let problem = session.sign_off(ReviewStage::First, ON).unwrap_err();
    assert!(problem.starts_with("第 2、3 项还不完整"), "{problem}");
    session.set_found_points(ReviewStage::First, SECOND, Some(Decimal::ONE));
    session.set_reason(ReviewStage::First, SECOND, "只有县级通报".to_owned());
    session.set_reason(ReviewStage::First, THIRD, "缺文件".to_owned());
    assert_eq!(session.sign_off(ReviewStage::First, ON), Ok(()));
    session
}

#[track_caller]
fn is_refused(session: &mut Session, what: &str, act: impl FnOnce(&mut Session)) {
    let before = session.form().clone();
    session.notices().iter().map(|one| one.id).collect::<Vec<_>>().into_iter().for_each(|id| {
        session.dismiss(id);
    });
    act(session);
    let after = session.form().clone();
    assert!(before.says_the_same(&after), "{what} changed the form");
    assert_eq!(before.reviews, after.reviews, "{what} changed what is signed");
    let told = session
        .notices()
        .iter()
        .any(|one| one.offers_copy && one.text.contains(BY) && one.text.contains(ON));
    assert!(told, "{what} was not told: {:?}", session.notices());
}

#[test]
fn what_is_signed_is_locked_against_every_slip() {
    let model = Model::default();
    let own = county(&model);
    let mut session = review(own.form(), &model);
    assert!(session.is_locked() && !session.is_read_only());
    let id = field(&session);
    let metric = session.rulebook().metric_ids().next().unwrap();
    is_refused(&mut session, "an answer", |s| s.answer(id, None));
    is_refused(&mut session, "a county", |s| s.set_county("别县".to_owned()));
    is_refused(&mut session, "a note", |s| s.set_note(FIRST, "改".to_owned()));
    is_refused(&mut session, "a typed year", |s| s.type_in(Slot::Year, "2023"));
    is_refused(&mut session, "evidence", |s| {
        s.type_in(Slot::Evidence(FIRST, 0, EvidencePart::Title), "通知");
    });
    is_refused(&mut session, "a reference", |s| {
        s.type_in(Slot::Reference(metric, ReferencePart::Satisfactory), "3");
    });
    is_refused(&mut session, "a finding", |s| {
        s.judge_points(ReviewStage::First, FIRST, Some(Verdict::Pending));
    });
    is_refused(&mut session, "a reason", |s| {
        s.set_reason(ReviewStage::First, SECOND, "改".to_owned());
    });
    is_refused(&mut session, "undo", |s| {
        assert_eq!(s.step(true), None);
    });
    assert_eq!(session.evidence_rows(FIRST), 0, "nothing waits half-typed");

    // A scenario, a snapshot and the other round are no slips.
    session.begin_scenario();
    session.answer(id, Some(Answer::YesNo(false)));
    assert_eq!(session.form().scenarios.len(), 1);
    session.edit_scenario(None);
    session.take_snapshot("送核查", "2022-09-21T08:00");
    assert_eq!(session.form().snapshots.len(), 1);
    session.begin_review(ReviewStage::Check);
    session.confirm_rest(ReviewStage::Check);
    let all = session.rulebook().indicators.len();
    assert_eq!(session.form().reviews.get(&ReviewStage::Check).unwrap().rows.len(), all);
    assert_eq!(
        session.finding(ReviewStage::Check, SECOND).unwrap().points,
        Some(Decimal::ONE),
        "the check confirms what the first review gave"
    );
}

#[test]
fn a_signature_is_taken_back_on_purpose_only() {
    let model = Model::default();
    let own = county(&model);
    let mut session = review(own.form(), &model);
    session.withdraw_signature();
    assert!(!session.is_locked());
    session.set_county("别县".to_owned());
    assert_eq!(session.form().county, "别县");
    assert!(session.step(true).is_some() && session.step(true).is_some());
    assert!(session.is_locked(), "undo signs again");
}

#[test]
fn a_copy_of_what_is_signed_can_be_edited() {
    let model = Model::default();
    let own = county(&model);
    let mut session = review(own.form(), &model);
    session.flush(&model);
    let signed = session.form().clone();
    session.set_county("别县".to_owned());
    assert!(session.notices().iter().any(|one| one.offers_copy));
    assert!(session.edit_copy(&model));
    assert!(!session.is_locked());
    assert!(session.name().ends_with("（副本）"), "{}", session.name());
    assert!(!session.notices().iter().any(|one| one.offers_copy));
    let copy = session.form().reviews.get(&ReviewStage::First).unwrap();
    assert!(!copy.signed && copy.on.is_none());
    assert_eq!(copy.rows, signed.reviews.get(&ReviewStage::First).unwrap().rows);
    session.set_county("别县".to_owned());
    assert_eq!(session.form().county, "别县");
    assert!(session.shelf().iter().any(|saved| saved.form.reviews == signed.reviews));
}

#[test]
fn reviews_come_back_into_the_form_that_they_speak_of() {
    let model = Model::default();
    let mut own = county(&model);
    own.set_note(FIRST, "见通报".to_owned());
    own.flush(&model);
    let mut sent = Form::clone(own.form());
    // A link need not carry notes.
    sent.notes.clear();
    let back = review(&sent, &model);
    own.receive(vec![came(back.form())], &model);
    let (saved, fit) = own.reviewed_own().unwrap();
    assert_eq!((saved.id.as_str(), fit), (own.id(), Ok(())));
    let id = own.id().to_owned();
    assert!(own.take_reviews(&id, &model));
    assert_eq!(own.form().reviews, back.form().reviews);
    assert_eq!(own.form().notes.get(&FIRST).map(String::as_str), Some("见通报"));
    assert!(own.is_locked());

    // Nothing that comes in later changes it, and what came stays in sight.
    let other = Form { county: "示例县".into(), ..Form::blank().unwrap() };
    own.receive(vec![came(&other)], &model);
    is_refused(&mut own, "taking over", |s| {
        assert!(!s.take_over(&id, &[Place::Field(s.rulebook().field("2.model").unwrap())], &model));
    });
    is_refused(&mut own, "taking whole", |s| assert!(!s.take_whole(&id, &model)));
    assert!(own.is_read_only());
    own.leave_incoming();
    let asked: Vec<IndicatorId> = vec![FIRST, SECOND];
    let mut part = slice(own.form(), "区市场监管局", &asked, "2022-07-20T09:30", &id);
    part.notes.insert(SECOND, "见年鉴".to_owned());
    own.receive(vec![came(&part)], &model);
    is_refused(&mut own, "merging", |s| assert!(!s.merge(&[], &model)));
    assert_eq!(own.incoming().len(), 1);
}

#[test]
fn reviews_of_other_answers_are_not_taken() {
    let model = Model::default();
    let mut own = county(&model);
    let back = review(own.form(), &model);
    let id = field(&own);
    own.answer(id, Some(Answer::YesNo(false)));
    own.flush(&model);
    own.receive(vec![came(back.form())], &model);
    let (saved, fit) = own.reviewed_own().unwrap();
    assert_eq!(fit, Err(ReviewProblem::OtherAnswers));
    assert!(!own.take_reviews(&saved.id, &model));
    assert!(own.notices().iter().any(|one| one.text.contains("填报内容与我的表不同")));
    assert!(own.is_read_only() && own.form().reviews.is_empty());
}

#[test]
fn two_reviewers_who_shared_the_work_are_united_and_a_signature_holds() {
    let mine = {
        let mut form = Form::blank().unwrap();
        let mut round = qiangxian::form::Review { by: "王某".into(), ..Default::default() };
        let finding = |verdict| qiangxian::form::ReviewFinding {
            verdict,
            points: Some(Decimal::ZERO),
            reason: "甲".into(),
        };
        round.rows.insert(FIRST, finding(Verdict::Confirmed));
        round.rows.insert(SECOND, finding(Verdict::Confirmed));
        form.reviews.insert(ReviewStage::First, round);
        form
    };
    let mut theirs = mine.clone();
    let mut round = theirs.reviews.get(&ReviewStage::First).cloned().unwrap();
    round.rows.remove(&FIRST);
    round.rows.insert(
        SECOND,
        qiangxian::form::ReviewFinding {
            verdict: Verdict::Pending,
            points: None,
            reason: "缺".into(),
        },
    );
    theirs.reviews.insert(ReviewStage::First, round.clone());
    let joined = mine.joined_reviews(&theirs).unwrap();
    let rows = &joined.get(&ReviewStage::First).unwrap().rows;
    assert_eq!(rows.get(&FIRST).unwrap().verdict, Verdict::Confirmed);
    assert_eq!(rows.get(&SECOND).unwrap().verdict, Verdict::Pending);
    let mut signed = mine.clone();
    let sign = |form: &mut Form| {
        let mut round = form.reviews.get(&ReviewStage::First).cloned().unwrap();
        (round.signed, round.on) = (true, Some(ON.to_owned()));
        form.reviews.insert(ReviewStage::First, round);
    };
    sign(&mut signed);
    assert_eq!(signed.joined_reviews(&theirs), Err(ReviewProblem::Signed(ReviewStage::First)));
    sign(&mut theirs);
    assert_eq!(mine.joined_reviews(&theirs), Ok(theirs.reviews.clone()));
    assert_eq!(mine.joined_reviews(&Form::blank().unwrap()), Err(ReviewProblem::None));
}

#[test]
fn both_scores_stand_in_the_tables_and_the_differences_in_a_list() {
    let model = Model::default();
    let own = county(&model);
    let session = review(own.form(), &model);
    let form = session.form();
    let card = form.scorecard();
    let all = reviewed(form);
    let open = form.edition.indicators.len() - 3;
    let expected = Reviewed { confirmed: 1, reduced: 1, pending: 1, open, points: Decimal::ONE };
    assert_eq!(all, expected);
    assert_eq!(review::mark(form, SECOND).as_deref(), Some("初审 1（核减）"));
    assert_eq!(review::mark(form, THIRD).as_deref(), Some("初审 待补"));
    assert_eq!(review::mark(form, IndicatorId(9)), None);
    let table = review::differences(form, &card);
    assert_eq!(table.head, ["序号", "指标", "满分", "自评得分", "初审", "差", "审核意见"]);
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[0][3..], ["2", "1（核减）", "-1", "核减：只有县级通报"]);
    assert_eq!(table.rows[1][4..], ["待补", "", "待补：缺文件"]);
    let today = qiangxian::rulebook::Day::parse("2022-09-21").unwrap();
    let desk = qiangxian::desk::Desk::new(form, &form.case, &card, today);
    let scoring = scoring_table(&desk);
    assert_eq!(scoring.head[4..6], ["自评得分", "初审"]);
    let row = scoring.rows.iter().find(|row| row[0] == "2").unwrap();
    assert_eq!(row[4..6], ["2", "1\n核减：只有县级通报"]);
    assert_eq!(scoring.rows.last().unwrap()[5], "1", "the sum of what the round gave");
    assert!(scoring.rows.iter().all(|row| row.len() == scoring.head.len()));
    let whole = whole_table(&desk);
    let at = whole.head.iter().position(|name| name == "初审得分").unwrap();
    let row = whole.rows.iter().find(|row| row[0] == "2").unwrap();
    assert_eq!(row[at..at + 2], ["1", "核减：只有县级通报"]);
    // Nothing of it where nobody reviewed.
    let plain = own.form();
    let desk = qiangxian::desk::Desk::new(plain, &plain.case, &card, today);
    assert_eq!(scoring_table(&desk).head.len() + 1, scoring.head.len());
}
