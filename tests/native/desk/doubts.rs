//! Figures that are questioned, never refused.

use qiangxian::desk::{Desk, Doubted, Filter, Only, TableLine, counts, doubt, lines, meets};
use qiangxian::form::{Form, read};
use qiangxian::rulebook::Day;
use qiangxian::session::{Session, Slot};
use qiangxian::text::doubt::doubt_text;

fn form(body: &str) -> Form {
    let text = format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022","year":2024,{body}}}"#
    );
    read(&text).expect("a form")
}

#[track_caller]
fn asks(body: &str, id: &str, expected: &str) {
    let form = form(body);
    let rulebook = form.edition;
    let what = rulebook.field(id).map(Doubted::Field);
    let what = what.or(rulebook.metric(id).map(Doubted::Metric)).expect(id);
    let said = doubt(&form, &form.case, what).map(|found| doubt_text(&form, &form.case, &found));
    assert_eq!(said.unwrap_or_default(), expected, "{body}");
}

#[test]
fn a_population_in_persons_is_asked_about() {
    let above = "请核对：超过了 500 万人，是不是单位不对？";
    asks(r#""answers":{"base.population":"628000"}"#, "base.population", above);
    asks(r#""answers":{"base.population":"62.8"}"#, "base.population", "");
    asks(r#""answers":{"base.population":"500"}"#, "base.population", "");
    asks("\"county\":\"\"", "base.population", "");
}

#[test]
fn ten_times_last_years_figure_is_asked_about_on_both_sides() {
    let both = r#""answers":{"10.quality-spend":"26100","10.quality-spend-prev":"2610"}"#;
    asks(
        both,
        "10.quality-spend",
        "请核对：是「2023年质量工作财政经费」（2610 万元）的 10 倍以上，是不是单位或小数点不对？",
    );
    asks(
        both,
        "10.quality-spend-prev",
        "请核对：是「2024年质量工作财政经费」（26100 万元）的 1/10 以下，是不是单位或小数点不对？",
    );
    asks(
        r#""answers":{"10.quality-spend":"26099","10.quality-spend-prev":"2610"}"#,
        "10.quality-spend",
        "",
    );
    asks(r#""answers":{"19.helped":12,"19.helped-prev":0}"#, "19.helped", "");
}

#[test]
fn shares_above_all_and_values_far_from_peers_are_asked_about() {
    asks(
        r#""answers":{"10.quality-spend":"1200","10.public-spend":"1000"}"#,
        "10.share",
        "请核对：超过了 100%，是不是单位不对？",
    );
    let peers = |number: u32| {
        format!(
            r#""answers":{{"19.helped":{number}}},"references":{{"19.number":{{"peers":["30","50"]}}}}"#
        )
    };
    let more = "请核对：是同类地区数值的 10 倍以上，是不是单位或小数点不对？";
    asks(&peers(500), "19.number", more);
    asks(&peers(499), "19.number", "");
    let less = "请核对：是同类地区数值的 1/10 以下，是不是单位或小数点不对？";
    asks(&peers(3), "19.number", less);
    asks(&peers(0), "19.number", "");
}

#[test]
fn rows_that_read_a_questioned_figure_are_found() {
    let rows = |body: &str| {
        let form = form(body);
        let card = form.scorecard();
        let day = Day::parse("2024-03-01").expect("a day");
        let desk = Desk::new(&form, &form.case, &card, day);
        let filter = Filter { only: Only::Doubtful, ..Filter::default() };
        let ids = lines(&desk, &filter).into_iter().filter_map(|line| match line {
            TableLine::Item { id, .. } => Some(form.edition[id].id),
            _ => None,
        });
        let ids: Vec<&str> = ids.collect();
        let count = counts(&desk).into_iter().find(|(only, _)| *only == Only::Doubtful);
        assert_eq!(count, Some((Only::Doubtful, ids.len())));
        ids.join(" ")
    };
    assert_eq!(rows("\"county\":\"\""), "");
    // A shared figure is questioned in each indicator that reads it.
    assert_eq!(rows(r#""answers":{"base.population":"628000"}"#), "28 40");
    // Each figure is plausible, their share is not.
    let share = r#""answers":{"10.quality-spend":"1200","10.public-spend":"1000"}"#;
    assert_eq!(rows(share), "10");
    assert_eq!(rows(r#""answers":{"base.population":"62.8"}"#), "");
}

#[test]
fn a_text_that_is_no_value_is_found_by_its_row_until_it_is_mended() {
    let mut session = Session::new(form("\"county\":\"\""), "a".to_owned());
    let slot = |id: &str| Slot::Field(session.form().edition.field(id).expect(id));
    let (review, population) = (slot("17.energy-review"), slot("base.population"));
    let rows = |session: &Session| {
        let form = session.form();
        let card = form.scorecard();
        let day = Day::parse("2024-03-01").expect("a day");
        let desk = Desk { unread: session.unread(), ..Desk::new(form, &form.case, &card, day) };
        let ids = form.edition.indicator_ids().filter(|id| meets(&desk, Only::Doubtful, *id));
        ids.map(|id| form.edition[id].id).collect::<Vec<_>>().join(" ")
    };
    session.type_in(review, "965");
    assert_eq!(rows(&session), "");
    session.leave(review);
    assert_eq!(rows(&session), "17");
    session.type_in(population, "6x2.8");
    session.leave(population);
    assert_eq!(rows(&session), "17 28 40");
    // Another case has its own texts.
    session.begin_scenario();
    assert_eq!(rows(&session), "");
    session.edit_scenario(None);
    session.type_in(review, "96.5");
    session.type_in(population, "62.8");
    assert_eq!(rows(&session), "");
}

#[test]
fn labels_speak_of_the_forms_own_years() {
    let label = |form: &Form, id: &str| form.edition[form.edition.field(id).unwrap()].label;
    let mut form = form("\"county\":\"\"");
    assert_eq!(label(&form, "19.helped-prev"), "2022年质量管理体系认证提升行动帮扶的中小企业");
    form.set_year(Some(2025));
    assert_eq!(label(&form, "base.gdp"), "地区生产总值（2024年）");
    form.set_year(None);
    assert_eq!(label(&form, "base.gdp"), "地区生产总值（2021年）");
    // The same year is said by the same texts, and a blank form's are said, too.
    assert!(std::ptr::eq(form.edition.0, Form::blank().unwrap().edition.0));
    let official = form.edition.indicators.iter().map(|one| one.wording);
    assert!(official.into_iter().all(|text| !text.contains("{year")));
    assert!(
        form.edition.fields.iter().all(|one| !one.label.contains('{') && !one.hint.contains('{'))
    );
}
