//! The pane beside the table: one indicator with its fields, or the basics.

use crate::stage::{Stage, property, settle, until};
use leptos::prelude::*;
use qiangxian::form::{Edit, Form};
use qiangxian::rulebook::{Answer, editions};
use qiangxian::session::Open;
use qiangxian::ui::indicator::Pane;
use qiangxian::ui::sheet::shown_lines;
use wasm_bindgen_test::wasm_bindgen_test;

/// The pane over a blank form, with an indicator open.
async fn pane(number: &str) -> Stage {
    let stage = over(Form::blank().expect("an edition"));
    stage.open(number).await;
    stage
}

fn over(form: Form) -> Stage {
    Stage::over(form, |app| {
        let open = Memo::new(move |_| app.address.with(|address| address.open.clone()));
        let lines = shown_lines(app);
        view! { <Pane open lines /> }.into_any()
    })
}

/// What stands in `data-points`, `data-low` and `data-high`.
#[track_caller]
fn shown(stage: &Stage) -> [String; 3] {
    ["[data-points]", "[data-low]", "[data-high]"].map(|figure| stage.text(figure))
}

fn field(name: &str) -> String {
    format!("[data-field='{name}']")
}

/// What each field of the pane gives, and what more would.
fn gives(stage: &Stage) -> Vec<[String; 2]> {
    let now = stage.texts(".gives b").into_iter();
    now.zip(stage.texts(".gives span")).map(|(now, next)| [now, next]).collect()
}

/// Another window may change the year while an indicator is open here.
#[wasm_bindgen_test]
async fn labels_follow_the_year_of_the_form() {
    let stage = over(Form::blank().expect("an edition"));
    stage.open("3").await;
    assert!(stage.text(".fields").contains("近一年（2021年）开展"));
    stage.update(|session| session.edit(Edit::Year, |form| form.set_year(Some(2026)))).await;
    assert!(stage.text(".fields").contains("近一年（2025年）开展"));
}

#[wasm_bindgen_test]
async fn nothing_is_open_at_first() {
    let stage = over(Form::blank().expect("an edition"));
    assert_eq!((stage.all(".pane-empty").len(), stage.all("article").len()), (1, 0));
    assert!(stage.one(".pane").class_list().contains("closed"));
    // One may begin with whose form it is.
    stage.click("[data-action=begin]").await;
    assert_eq!(stage.all("[data-form=county]").len(), 1);
    stage.open("no such number").await;
    assert_eq!((stage.all(".pane-empty").len(), stage.all("article").len()), (1, 0));
    stage.open("14").await;
    assert_eq!((stage.all(".pane-empty").len(), stage.all("article").len()), (0, 1));
    assert!(!stage.one(".pane").class_list().contains("closed"));
}

#[wasm_bindgen_test]
async fn the_official_text_stands_to_the_letter() {
    let stage = pane("14").await;
    let indicator = &stage.app.rulebook()[stage.indicator("14")];
    assert_eq!(stage.text("h2"), format!("14{}", indicator.title));
    assert_eq!(stage.text(".wording"), indicator.wording.trim());
    assert!(stage.text(".meta").contains(indicator.source));
    let (whole, folded) =
        ("[data-action=wording]", || stage.one(".wording").class_list().contains("folded"));
    assert_eq!(
        (stage.attribute(whole, "aria-expanded").unwrap().as_str(), folded()),
        ("false", true)
    );
    stage.click(whole).await;
    assert_eq!(
        (stage.attribute(whole, "aria-expanded").unwrap().as_str(), folded()),
        ("true", false)
    );
    assert_eq!(
        pane("2").await.all("[data-action=wording]").len(),
        0,
        "a short one is never folded"
    );
}

#[wasm_bindgen_test]
async fn each_figure_says_what_it_gives_at_once() {
    let stage = pane("14").await;
    assert_eq!(shown(&stage), ["0", "0", "4"]);
    stage.enter(&field("14.international"), "1").await;
    stage.enter(&field("14.national-lead"), "1").await;
    stage.enter(&field("14.national-join"), "0").await;
    assert_eq!(shown(&stage), ["2.5", "2.5", "3.5"]);
    let expected = [["+2", ""], ["+0.5", "再 1 项 +0.5"], ["0", "再 1 项 +0.25"]];
    let expected = expected.map(|one| one.map(String::from));
    // Next steps come behind the answer.
    until("the next steps are told", || gives(&stage)[..3] == expected).await;
    stage.enter(&field("14.provincial-lead"), "3").await;
    assert_eq!(shown(&stage), ["3.5"; 3]);
    assert!(!stage.one(".figures").class_list().contains("open"), "nothing is open");
}

#[wasm_bindgen_test]
async fn a_rate_scores_between_its_references() {
    let stage = pane("26").await;
    assert_eq!(shown(&stage), ["0", "0", "2"]);
    // Half the way from 90 to 100, over a base of 60: 60 + 40 × 0.5 = 80 of 100.
    stage.enter(&field("26.handled"), "95").await;
    assert_eq!(shown(&stage), ["1.6"; 3]);
    stage.enter("[data-end=satisfactory]", "95").await;
    assert_eq!(shown(&stage), ["2"; 3]);
    stage.enter(&field("26.handled"), "89.99").await;
    assert_eq!(shown(&stage), ["0"; 3], "below the floor");
}

#[wasm_bindgen_test]
async fn honours_count_once_their_rows_are_whole() {
    let stage = pane("43").await;
    assert_eq!(shown(&stage), ["0", "0", "9"]);
    stage.click(".fields [data-action=row-add]").await;
    let cell = |part: &str| format!(".fields [data-row='0'] [data-part={part}]");
    for (part, text) in [("title", "中国质量奖"), ("recipient", "某某公司"), ("level", "national")]
    {
        stage.enter(&cell(part), text).await;
    }
    assert_eq!(stage.text("[data-points]"), "0", "the year is missing");
    stage.enter(&cell("year"), "2016").await;
    assert_eq!(stage.text("[data-points]"), "3", "counted whatever the year");
    stage.enter(&cell("level"), "provincial").await;
    assert_eq!(stage.text("[data-points]"), "2");
}

#[wasm_bindgen_test]
async fn answers_count_as_the_document_has_it() {
    // Both together give 2 points, one alone gives nothing.
    let stage = pane("1").await;
    stage.click("[data-field='1.slogan'] [value=yes]").await;
    assert_eq!(shown(&stage), ["0", "0", "2"]);
    stage.click("[data-field='1.document'] [value=yes]").await;
    assert_eq!(shown(&stage), ["2", "2", "2"]);
    stage.click("[data-field='1.document'] [value=no]").await;
    assert_eq!(shown(&stage), ["0", "0", "0"]);
}

#[wasm_bindgen_test]
async fn the_explanation_opens_and_follows_the_answers() {
    let stage = pane("1").await;
    let explain = "[data-action=explain]";
    assert_eq!(stage.all("[data-explain]").len(), 0);
    stage.click(explain).await;
    until("explained", || stage.all("[data-explain]").len() == 1).await;
    let open = stage.text("[data-explain]");
    assert_eq!(stage.attribute(explain, "aria-expanded").unwrap(), "true");
    stage.set_answer("1.slogan", Some(Answer::YesNo(true))).await;
    stage.set_answer("1.document", Some(Answer::YesNo(true))).await;
    assert_ne!(stage.text("[data-explain]"), open);
    stage.click(explain).await;
    assert_eq!(stage.all("[data-explain]").len(), 0);
}

#[wasm_bindgen_test]
async fn a_shared_figure_is_shown_where_it_is_used() {
    let stage = pane("35").await;
    let before = stage.text(".borrowed b");
    stage.set_answer("base.gdp", Some(Answer::Figure("486.5".parse().unwrap()))).await;
    let after = stage.text(".borrowed b");
    assert!(before != after && after.contains("486.5"), "{before} became {after}");
    assert_eq!(stage.all(&field("base.gdp")).len(), 0, "it is entered elsewhere");
    stage.click(".borrowed button").await;
    until("the figure has the focus", || stage.has_focus(&field("base.gdp"))).await;
    assert_eq!(stage.value(&field("base.gdp")), "486.5");
}

#[wasm_bindgen_test]
async fn the_basics_are_filled_in() {
    let stage = over(Form::blank().expect("an edition"));
    stage.app.open(Open::Basics);
    until("the base that holds is chosen", || stage.checked() == ["60"]).await;
    stage.enter("[data-form=county]", "章丘区").await;
    stage.enter("[data-form=year]", "2021").await;
    stage.click("[data-form=base] [value='0']").await;
    let form = stage.form();
    assert_eq!((form.county.as_str(), form.year), ("章丘区", Some(2021)));
    assert_eq!(form.case.base(stage.app.rulebook()), 0.into());
    stage.undo().await;
    until("the base is back", || stage.checked() == ["60"]).await;
}

#[wasm_bindgen_test]
async fn neighbours_are_one_step_away() {
    let stage = pane("14").await;
    let number = || stage.text("h2 .number");
    let next = ".pane-head [data-action=next]";
    stage.click(next).await;
    assert_eq!(number(), "15");
    until("the button is there again", || stage.has_focus(next)).await;
    stage.click(".pane-head [data-action=previous]").await;
    assert_eq!(number(), "14");
    assert!(stage.press_with(".pane", "ArrowDown", &["altKey"]).await);
    assert_eq!(number(), "15");
    let first = ".fields input";
    until("the first field has the focus", || stage.has_focus(first)).await;
    stage.click(".pane-foot [data-action=previous-named]").await;
    assert_eq!(number(), "14");
    stage.open("1").await;
    stage.click(".pane-head [data-action=previous]").await;
    assert_eq!(number(), "1", "there is none above");
}

#[wasm_bindgen_test]
async fn enter_walks_the_fields_and_then_the_indicators() {
    let stage = pane("14").await;
    let ids: Vec<String> = stage.all(".fields input").iter().map(|input| input.id()).collect();
    assert_eq!(ids.len(), 4);
    let of = |id: &String| format!("[id='{id}']");
    stage.one(&of(&ids[0])).focus().expect("an input takes the focus");
    for pair in ids.windows(2) {
        assert!(stage.press(&of(&pair[0]), "Enter").await);
        assert!(stage.has_focus(&of(&pair[1])));
    }
    stage.press(&of(&ids[3]), "Enter").await;
    assert_eq!(stage.text("h2 .number"), "15");
    until("its first field has the focus", || stage.has_focus(".fields input")).await;
}

#[wasm_bindgen_test]
async fn escape_closes() {
    let stage = pane("14").await;
    assert!(stage.press(&field("14.international"), "Escape").await);
    assert_eq!(stage.all("article").len(), 0);
}

#[wasm_bindgen_test]
async fn an_adjustment_is_marked_and_lifted() {
    let stage = pane("1").await;
    assert_eq!(stage.all("[data-action=unadjust]").len(), 0);
    stage.enter(".adjust [data-part=points]", "1.5").await;
    stage.enter(".adjust [data-part=reason]", "材料已补").await;
    assert_eq!(shown(&stage), ["1.5"; 3]);
    assert!(stage.text(".adjust .fold-status").contains("1.5"));
    stage.click("[data-action=unadjust]").await;
    assert_eq!(
        (shown(&stage), stage.form().adjustments.len()),
        (["0", "0", "2"].map(String::from), 0)
    );
    until("the heading has the focus", || stage.has_focus("h2")).await;
    assert_eq!(stage.value(".adjust [data-part=points]"), "");
}

#[wasm_bindgen_test]
async fn what_users_type_is_never_markup() {
    const TYPED: &str = "<img src=x onerror=alert(1)> & \"quotes\" &amp; </textarea></p><b>";
    let stage = pane("1").await;
    let before = stage.all("img, b").len();
    stage.enter("[data-note]", TYPED).await;
    stage.enter(".adjust [data-part=points]", TYPED).await;
    assert_eq!(stage.value("[data-note]"), TYPED);
    assert!(stage.text(".note .fold-status").starts_with("<img src"));
    assert_eq!((stage.messages().len(), stage.all("img, b").len()), (1, before));
    // The same text is found in the form and shown again.
    let again = over(stage.form());
    again.open("1").await;
    let area = again.one("[data-note]");
    assert_eq!(property(&area, "value").as_string().as_deref(), Some(TYPED));
    assert_eq!(again.all("img").len(), 0);
}

/// Ids are unique, what refers to an id finds it, and every control has a name.
#[track_caller]
fn check_whole(stage: &Stage, what: &str) {
    let mut ids = stage.attributes("[id]", "id");
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "ids are unique in {what}");
    for name in ["for", "aria-describedby", "aria-controls", "aria-labelledby", "list"] {
        for named in stage.attributes(&format!("[{name}]"), name) {
            let lost = named.split(' ').find(|id| ids.binary_search(&(*id).to_owned()).is_err());
            assert_eq!(lost, None, "{name} in {what}");
        }
    }
    for control in stage.all("input, select, textarea, button") {
        let label = format!("label[for='{}']", control.id());
        let named = control.has_attribute("aria-label")
            || control.closest("label").is_ok_and(|label| label.is_some())
            || (!control.id().is_empty() && !stage.all(&label).is_empty())
            || (control.tag_name() == "BUTTON" && control.text_content() != Some(String::new()));
        assert!(named, "a control of {what} without a name: {}", control.outer_html());
    }
}

#[wasm_bindgen_test]
async fn panes_of_every_kind_of_field_are_whole() {
    // Yes or no, choice, set, counts, a rate with references, rows; tasks with a
    // state and with thresholds.
    let numbers: [&[&str]; 2] = [&["1", "6", "9", "14", "26", "43"], &["1", "11"]];
    for (rulebook, numbers) in editions::all().zip(numbers) {
        let stage = over(Form::new(rulebook));
        stage.app.open(Open::Basics);
        settle().await;
        check_whole(&stage, "the basics");
        for number in numbers {
            stage.open(number).await;
            assert_eq!(stage.attribute("article", "data-indicator").as_deref(), Some(*number));
            check_whole(&stage, number);
        }
    }
}
