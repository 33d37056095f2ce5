//! The scoring table (打分表): rows, filters, the keyboard, states of tasks.

use crate::stage::{Stage, of_name, settle, until};
use leptos::prelude::*;
use qiangxian::desk::{Arrangement, Filter, Only};
use qiangxian::form::Form;
use qiangxian::rulebook::Answer;
use qiangxian::session::{Address, Open};
use qiangxian::ui::sheet::{Filters, Sheet, SheetTable, shown_lines};
use wasm_bindgen_test::wasm_bindgen_test;

/// The row that the arrow keys have reached.
const HERE: &str = "tr[tabindex='0']";

/// The whole view over a blank form.
fn sheet() -> Stage {
    Stage::of(|_| view! { <Sheet /> }.into_any())
}

/// The filters and the table over a checklist with this answer.
fn tasks(answer: Option<(&str, Answer)>) -> Stage {
    let rulebook = qiangxian::rulebook::editions::all().last().expect("an edition");
    let mut form = Form::new(rulebook);
    if let Some((field, answer)) = answer {
        form.set_answer(None, of_name(rulebook, field), Some(answer));
    }
    Stage::over(form, |_| view! { <Sheet /> }.into_any())
}

/// The numbers of the rows that are shown.
fn rows(stage: &Stage) -> Vec<String> {
    stage.attributes("tr[data-indicator]", "data-indicator")
}

fn row(number: &str) -> String {
    format!("tr[data-indicator='{number}']")
}

/// The ids of the rows that Tab reaches.
fn stops(stage: &Stage) -> Vec<String> {
    stage.attributes(HERE, "id")
}

#[wasm_bindgen_test]
async fn the_table_has_a_row_for_everything_in_the_document() {
    let stage = Stage::of(|app| {
        let lines = shown_lines(app);
        view! { <SheetTable chosen=RwSignal::new(Vec::new()) lines /> }.into_any()
    });
    let rulebook = stage.app.rulebook();
    let numbers: Vec<_> = rulebook.indicators.iter().map(|one| one.id.to_owned()).collect();
    assert_eq!(rows(&stage), numbers);
    assert_eq!(stage.all("tr[data-dimension]").len(), rulebook.dimensions.len());
    assert_eq!(stage.all("tr[data-group]").len(), rulebook.groups.len());
    let cells = stage.texts("tr[data-indicator='14'] td");
    let title = rulebook[stage.indicator("14")].title;
    assert_eq!((cells[0].as_str(), cells[1].as_str(), cells[2].as_str()), ("14", title, "4"));
    // Rows are as wide as the head, so that columns stand below their names.
    let columns = stage.all("thead th").len();
    assert_eq!(stage.all("tr[data-indicator='14'] td").len(), columns);
}

#[wasm_bindgen_test]
async fn a_row_follows_what_is_answered_and_keeps_its_element() {
    let stage = sheet();
    let before = stage.one(&row("2"));
    let points = |of: &str| stage.text(&format!("{of} [data-points]"));
    let state = || stage.text(&format!("{} .state", row("2")));
    assert_eq!(points(&row("2")), "0");
    assert!(state().contains("未填"), "{}", state());
    stage.set_answer("2.model", Some(Answer::YesNo(true))).await;
    assert_eq!(points(&row("2")), "2");
    assert!(state().contains("满分"), "{}", state());
    assert_eq!(points("tr[data-group='1.1']"), "2");
    assert_eq!(points("tr[data-dimension='1']"), "2");
    let name = stage.attribute(&row("2"), "aria-label").unwrap_or_default();
    assert!(name.contains("2 分") && name.contains("满分"), "{name}");
    stage.set_answer("2.model", Some(Answer::YesNo(false))).await;
    assert!(state().contains("失 2"), "{}", state());
    assert_eq!(stage.one(&row("2")), before);
}

#[wasm_bindgen_test]
async fn claimed_points_without_evidence_are_marked() {
    let stage = sheet();
    let proofs = format!("{} .proofs", row("2"));
    let is_marked = || stage.one(&proofs).class_list().contains("missing");
    assert_eq!((stage.text(&proofs), is_marked()), ("–".into(), false));
    stage.set_answer("2.model", Some(Answer::YesNo(true))).await;
    assert!(is_marked());
    let id = stage.indicator("2");
    let proof = qiangxian::form::Evidence { title: "总结".into(), ..Default::default() };
    stage.update(|session| session.add_evidence(id, vec![proof])).await;
    assert_eq!((stage.text(&proofs), is_marked()), ("0/1".into(), true));
    stage.update(|session| session.set_ready(id, 0, true)).await;
    assert_eq!((stage.text(&proofs), is_marked()), ("1/1".into(), false));
}

#[wasm_bindgen_test]
async fn a_chip_shows_what_is_to_do_and_how_much() {
    let stage = sheet();
    let chip = "[data-filter=losing]";
    let count = || stage.text(&format!("{chip} .chip-count"));
    assert_eq!(
        (count().as_str(), stage.text("[data-filter=unanswered] .chip-count")),
        ("0", "43".into())
    );
    stage.set_answer("2.model", Some(Answer::YesNo(false))).await;
    assert_eq!(count(), "1");
    assert_eq!(stage.attributes("[data-filter][aria-pressed=true]", "data-filter"), ["all"]);
    stage.click(chip).await;
    assert_eq!(stage.attributes("[data-filter][aria-pressed=true]", "data-filter"), ["losing"]);
    assert_eq!(rows(&stage), ["2"]);
    assert_eq!((stage.all("tr[data-dimension]").len(), stage.all("tr[data-group]").len()), (1, 1));
    assert!(!stage.text(&format!("{} .why", row("2"))).is_empty(), "and why");
    assert!(stage.text(&format!("{} .next", row("2"))).starts_with("下一步："));
}

#[wasm_bindgen_test]
async fn a_row_does_not_vanish_from_under_the_hands() {
    let stage = sheet();
    stage.set_answer("2.model", Some(Answer::YesNo(false))).await;
    stage.click("[data-filter=losing]").await;
    stage.set_answer("2.model", Some(Answer::YesNo(true))).await;
    assert_eq!(rows(&stage), ["2"], "until one chooses again");
    assert_eq!(stage.text("[data-filter=losing] .chip-count"), "0");
    stage.click("[data-filter=all]").await;
    stage.click("[data-filter=losing]").await;
    assert_eq!((rows(&stage).len(), stage.all(".nothing[data-message]").len()), (0, 1));
    stage.click("[data-action=show-all]").await;
    assert_eq!((rows(&stage).len(), stage.all(".nothing").len()), (43, 0));
    until("the chip for all has the focus", || stage.has_focus("[data-filter=all]")).await;
}

#[wasm_bindgen_test]
async fn words_and_facets_narrow_the_table_together() {
    let stage = sheet();
    stage.enter("[data-facet=unit]", "区统计局").await;
    let of_unit = rows(&stage);
    assert!(of_unit.contains(&"35".to_owned()) && of_unit.len() < 43, "{of_unit:?}");
    let address = stage.app.address.get_untracked();
    let filter = Filter { words: "服务业".into(), ..address.filter.clone() };
    stage.app.replace(Address { filter, ..address });
    settle().await;
    let both = rows(&stage);
    assert!(both.contains(&"35".to_owned()) && both.len() < of_unit.len(), "{both:?}");
    stage.enter("[data-facet=unit]", "").await;
    assert!(rows(&stage).len() >= both.len());
    assert_eq!(stage.app.address.get_untracked().filter.facets, [None, None, None, None]);
}

#[wasm_bindgen_test]
async fn rows_are_grouped_as_one_chooses() {
    let stage = sheet();
    for by in [Arrangement::Unit, Arrangement::Deadline] {
        stage.enter("[data-action=arrange]", &format!("{}.number", by.name())).await;
        assert_eq!(stage.app.address.get_untracked().filter.by, by);
        assert_eq!(stage.all("tr[data-dimension]").len(), 0);
        assert!(stage.all("tr.dimension").len() > 1);
    }
    // Every indicator has one deadline: the parts come to the whole.
    let most = stage.texts("tr.dimension td:nth-of-type(1)");
    let most: Vec<f64> = most.iter().map(|text| text.parse().expect("points")).collect();
    assert_eq!(most.iter().sum::<f64>(), 100.0);
    stage.enter("[data-action=arrange]", "document.missing").await;
    assert_eq!((stage.all("tr.dimension").len(), rows(&stage).len()), (0, 43));
    let most = stage.texts("tr[data-indicator] td:nth-child(3)");
    let most: Vec<f64> = most.iter().map(|text| text.parse().expect("points")).collect();
    assert!(most.is_sorted_by(|one, next| one >= next), "what is worth most first: {most:?}");
}

#[wasm_bindgen_test]
async fn filters_show_what_the_address_says() {
    let stage = Stage::of(|app| {
        let mut filter = Filter::of_unit("区统计局");
        (filter.by, filter.only) = (Arrangement::Unit, Only::Open);
        app.update(|session| session.set_address(Address::rows(filter)));
        view! { <Filters /> }.into_any()
    });
    settle().await;
    assert_eq!(stage.value("[data-facet=unit]"), "区统计局");
    assert_eq!(stage.value("[data-facet=group]"), "");
    assert_eq!(stage.value("[data-action=arrange]"), "unit.number");
    assert_eq!(stage.attributes("[aria-pressed=true]", "data-filter"), ["open"]);
    stage.update(|session| session.set_address(Address::default())).await;
    assert_eq!(stage.value("[data-facet=unit]"), "");
    assert_eq!(stage.value("[data-action=arrange]"), "document.number");
}

#[wasm_bindgen_test]
async fn the_table_is_one_stop_for_the_keyboard() {
    let stage = sheet();
    let all = stage.attributes("tbody tr", "id");
    assert_eq!(stops(&stage), [all[0].clone()]);
    let inner = stage.all("tbody :is(a, button, input, select):not([tabindex='-1'])");
    assert_eq!(inner.len(), 0, "nothing within rows is a stop");
    let steps = [
        ("ArrowDown", 1),
        ("ArrowDown", 2),
        ("ArrowUp", 1),
        ("End", all.len() - 1),
        ("ArrowDown", all.len() - 1),
        ("PageUp", all.len() - 11),
        ("Home", 0),
        ("ArrowUp", 0),
        ("PageDown", 10),
    ];
    for (key, at) in steps {
        assert!(stage.press(HERE, key).await, "{key} does not scroll the page");
        assert_eq!(stops(&stage), [all[at].clone()], "{key}");
        assert!(stage.has_focus(HERE), "{key}");
    }
    assert!(!stage.press(HERE, "x").await, "other keys are the browser's");
}

#[wasm_bindgen_test]
async fn the_stop_is_never_lost() {
    let stage = sheet();
    stage.press(HERE, "End").await;
    stage.set_answer("2.model", Some(Answer::YesNo(false))).await;
    stage.click("[data-filter=losing]").await;
    assert_eq!(stops(&stage), stage.attributes("tbody tr:first-child", "id"));
}

#[wasm_bindgen_test]
async fn the_open_row_is_the_selected_one() {
    let stage = sheet();
    let selected = || stage.attributes("tr[aria-selected=true]", "data-indicator");
    assert_eq!(stage.attributes("tr[aria-selected]", "data-indicator").len(), 43);
    assert_eq!(selected(), [""; 0]);
    stage.click(&row("14")).await;
    assert_eq!(
        (selected(), stops(&stage)),
        (vec!["14".to_owned()], vec![stage.one(&row("14")).id()])
    );
    assert_eq!(stage.attribute(".pane article", "data-indicator").as_deref(), Some("14"));
    stage.click("[data-open='15']").await;
    assert_eq!(selected(), ["15"]);
    stage.click("[data-action=close-pane]").await;
    assert_eq!((selected().len(), stage.all(".pane article").len()), (0, 0));
    until("the row has the focus again", || stage.has_focus(&row("15"))).await;
}

#[wasm_bindgen_test]
async fn enter_opens_a_row_and_goes_to_its_first_field() {
    let stage = sheet();
    // The heads of the dimension and of the group stand before the first row.
    for _ in 0..2 {
        stage.press(HERE, "ArrowDown").await;
    }
    stage.press(HERE, "Enter").await;
    let open = Some(Open::Indicator("1".into()));
    assert_eq!(stage.app.address.get_untracked().open, open);
    until("the first field has the focus", || stage.has_focus(".pane .fields input")).await;
}

#[wasm_bindgen_test]
async fn the_state_of_a_task_is_picked_in_its_row() {
    let pick = "[data-pick='1']";
    let stage = tasks(None);
    assert_eq!(stage.value(pick), "");
    stage.enter(pick, "met").await;
    assert_eq!(stage.value(pick), "met");
    let form = stage.form();
    assert!(form.case.answers.get(of_name(stage.app.rulebook(), "1.status")).is_some());
    assert_eq!(stage.all("tr[aria-selected=true]").len(), 0, "picking does not open the row");
    stage.undo().await;
    assert_eq!(stage.value(pick), "");
}

#[wasm_bindgen_test]
async fn a_state_that_is_there_already_is_shown() {
    let stage = tasks(None);
    stage.enter("[data-pick='1']", "met").await;
    let answer = stage.answer("1.status").expect("it was picked");
    drop(stage);
    let stage = tasks(Some(("1.status", answer)));
    settle().await;
    assert_eq!(stage.value("[data-pick='1']"), "met");
}

#[wasm_bindgen_test]
async fn tasks_are_set_to_a_state_together() {
    let stage = tasks(None);
    let chosen = || stage.attributes("tr.chosen", "data-indicator");
    for _ in 0..2 {
        stage.press(HERE, "ArrowDown").await;
    }
    assert_eq!(stage.all(".selection").len(), 0);
    stage.press(HERE, " ").await;
    stage.press(HERE, "ArrowDown").await;
    stage.press(HERE, " ").await;
    assert_eq!(chosen(), ["1", "2"]);
    assert_eq!(stage.text(".selection [role=status]"), "已选 2 项");
    let buttons = stage.all("[data-action=set-state]");
    assert!(buttons.len() > 1);
    buttons.last().expect("there are some").click();
    settle().await;
    let answers = ["1.status", "2.status"].map(|field| stage.answer(field));
    assert!(answers[0].is_some() && answers[0] == answers[1], "{answers:?}");
    stage.undo().await;
    assert_eq!(["1.status", "2.status"].map(|field| stage.answer(field)), [None, None]);
    stage.press(HERE, " ").await;
    assert_eq!(chosen(), ["1"]);
    stage.click("[data-action=unselect]").await;
    assert_eq!((chosen().len(), stage.all(".selection").len()), (0, 0));
    until("the table has the focus", || stage.has_focus(HERE)).await;
}
