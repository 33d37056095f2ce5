//! Elements follow what they show, for as long as their scope lives.

use crate::stage::{Stage, property, settle};
use leptos::prelude::*;
use qiangxian::ui::dom::{button, el};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn an_element_follows_what_it_shows() {
    let count = ArcRwSignal::new(1);
    let shown = count.clone();
    let stage = Stage::of(move |_| {
        let is = move |n: i32| {
            let shown = shown.clone();
            move || shown.get() == n
        };
        let (name, one, two) = (is(1), is(2), is(2));
        el("p")
            .class("always")
            .text_of({
                let is = is(1);
                move || if is() { "one" } else { "more" }.to_owned()
            })
            .attr_of("title", move || name().then(|| "first".to_owned()))
            .class_while("second", one)
            .state_of("aria-pressed", is(1))
            .hidden_while(two)
    });
    let states = || {
        let p = stage.one("p");
        let attributes = ["title", "class", "aria-pressed", "hidden"].map(|a| p.get_attribute(a));
        (p.text_content(), attributes.map(|a| a.unwrap_or("-".into())))
    };
    let expected = ["first", "always", "true", "-"].map(String::from);
    assert_eq!(states(), (Some("one".into()), expected));
    count.set(2);
    settle().await;
    let expected = ["-", "always second", "false", ""].map(String::from);
    assert_eq!(states(), (Some("more".into()), expected));
}

#[wasm_bindgen_test]
async fn a_changing_text_keeps_its_node() {
    let count = ArcRwSignal::new(1);
    let shown = count.clone();
    let stage = Stage::of(move |_| el("p").text_of(move || shown.get().to_string()));
    let before = stage.one("p").first_child();
    count.set(2);
    settle().await;
    assert_eq!(stage.text("p"), "2");
    assert_eq!(stage.one("p").first_child(), before);
}

#[wasm_bindgen_test]
async fn effects_end_with_their_scope() {
    let (count, runs) = (ArcRwSignal::new(0), Rc::new(Cell::new(0)));
    let (read, counted) = (count.clone(), runs.clone());
    let mut stage = Stage::of(move |_| {
        el("p").text_of(move || {
            counted.set(counted.get() + 1);
            read.get().to_string()
        })
    });
    count.set(1);
    settle().await;
    assert_eq!((runs.get(), stage.text("p")), (2, "1".into()));
    stage.end_scope();
    count.set(2);
    settle().await;
    assert_eq!((runs.get(), stage.text("p")), (2, "1".into()), "nothing runs any more");
}

#[wasm_bindgen_test]
async fn elements_built_anew_leave_nothing_behind() {
    let (list, tick, runs) = (ArcRwSignal::new(3), ArcRwSignal::new(0), Rc::new(Cell::new(0)));
    let (items, ticks, counted) = (list.clone(), tick.clone(), runs.clone());
    let stage = Stage::of(move |_| {
        el("ul").dynamic(move || {
            let item = |at: usize| {
                let (ticks, counted) = (ticks.clone(), counted.clone());
                el("li").text_of(move || {
                    counted.set(counted.get() + 1);
                    format!("{at}:{}", ticks.get())
                })
            };
            (0..items.get()).map(item).collect()
        })
    });
    assert_eq!((stage.all("li").len(), runs.get()), (3, 3));
    list.set(1);
    settle().await;
    assert_eq!((stage.all("li").len(), runs.get()), (1, 4));
    tick.set(7);
    settle().await;
    assert_eq!((stage.text("li"), runs.get()), ("0:7".into(), 5), "the old ones are disposed");
}

#[wasm_bindgen_test]
async fn a_button_acts() {
    let clicks = Rc::new(Cell::new(0));
    let counted = clicks.clone();
    let stage =
        Stage::of(move |_| button("count", "Count", move |_| counted.set(counted.get() + 1)));
    stage.click("[data-action=count]").await;
    stage.click("[data-action=count]").await;
    assert_eq!(clicks.get(), 2);
    assert_eq!(stage.one("button").get_attribute("type").as_deref(), Some("button"));
}

#[wasm_bindgen_test]
async fn a_value_that_is_there_already_leaves_the_cursor() {
    let value = ArcRwSignal::new("1234".to_owned());
    let shown = value.clone();
    let stage = Stage::of(move |_| el("input").attr("type", "text").value_of(move || shown.get()));
    let input = stage.one("input");
    let input: &web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_ref(&input);
    input.focus().expect("an input takes the focus");
    // As if 9 was typed behind the 1.
    input.set_value("19234");
    input.set_selection_range(2, 2).expect("a text input has a cursor");
    value.set("19234".into());
    settle().await;
    assert_eq!(property(input, "selectionStart").as_f64(), Some(2.0));
    value.set("7".into());
    settle().await;
    assert_eq!(input.value(), "7");
}

#[wasm_bindgen_test]
fn what_is_changed_before_it_stands_in_the_page_is_shown() {
    let kept = Rc::new(RefCell::new(None));
    let keep = kept.clone();
    let stage = Stage::of(move |_| {
        let (text, input) = (el("b").text("old"), el("input").attr("value", "given"));
        let whole = el("p").class("always").attr("title", "none").child(text.clone());
        let whole = whole.text("<&>").child(input.clone());
        text.show("new");
        input.hold("typed");
        whole.toggle("open", true);
        whole.set("title", None);
        keep.replace(Some(text));
        whole
    });
    let p = stage.one("p");
    assert_eq!(p.text_content().as_deref(), Some("new<&>"));
    assert_eq!((p.class_name(), p.get_attribute("title")), ("always open".into(), None));
    assert_eq!((stage.value("input"), stage.all("p > *").len()), ("typed".into(), 2));
    let text = kept.take().expect("it was built");
    text.show("last");
    assert_eq!(stage.text("b"), "last");
}

#[wasm_bindgen_test]
fn alike_elements_share_nothing() {
    let stage = Stage::of(|_| {
        let item = |id: &str| el("li").class("alike").attr("id", id).text(id);
        el("ul").children(["one", "two", "three"].map(item))
    });
    stage.one("#two").set_attribute("class", "other").expect("an attribute");
    let all = stage.all("li");
    let texts: Vec<_> = all.iter().map(|li| li.text_content().unwrap_or_default()).collect();
    assert_eq!((texts.join(" "), stage.all(".alike").len()), ("one two three".into(), 2));
}

#[wasm_bindgen_test]
async fn events_reach_the_inner_first_and_nobody_after_the_scope() {
    let heard = Rc::new(RefCell::new(String::new()));
    let tell = |name: &'static str| {
        let heard = heard.clone();
        move |_| heard.borrow_mut().push_str(name)
    };
    let (inner, outer, other) = (tell("inner "), tell("outer "), tell("other "));
    let mut stage = Stage::of(move |_| {
        let inner = button("inner", "Inner", inner).on("change", other);
        el("div").child(el("span").child(inner)).on("click", outer)
    });
    stage.click("button").await;
    assert_eq!(*heard.borrow(), "inner outer ");
    stage.end_scope();
    stage.click("button").await;
    assert_eq!(*heard.borrow(), "inner outer ");
}

#[wasm_bindgen_test]
async fn what_users_type_is_never_markup() {
    const TYPED: &str = "\n<img src=x onerror=alert(1)> & \"quotes\" &amp; </textarea></p>\u{0}";
    // No document holds U+0000; everything else arrives as it was typed.
    let expected = TYPED.replace('\u{0}', "\u{fffd}");
    let stage = Stage::of(|_| {
        el("div")
            .attr("title", TYPED)
            .child(el("p").text(TYPED).text("<b>"))
            .child(el("input").attr("type", "search").value_of(|| TYPED.to_owned()))
            .child(el("textarea").value_of(|| TYPED.to_owned()))
    });
    assert_eq!(stage.all("img, b").len(), 0);
    let title = stage.one("div > div").get_attribute("title").unwrap_or_default();
    assert_eq!(title.replace('\u{0}', "\u{fffd}"), expected);
    let text = stage.one("p").text_content().unwrap_or_default();
    assert_eq!(text.replace('\u{fffd}', ""), format!("{}<b>", TYPED.replace('\u{0}', "")));
    let area = property(&stage.one("textarea"), "value").as_string().unwrap_or_default();
    assert_eq!(area.replace('\u{0}', "\u{fffd}"), expected);
    // A single line holds no line break.
    let line = property(&stage.one("input"), "value").as_string().unwrap_or_default();
    assert_eq!(line.replace('\u{0}', "\u{fffd}"), expected.replace('\n', ""));
}

#[wasm_bindgen_test]
async fn elements_that_are_made_already_keep_their_place_among_those_that_are_not() {
    let made = Rc::new(RefCell::new(None));
    let kept = made.clone();
    let stage = Stage::of(move |_| {
        let made = el("i").text("made");
        kept.replace(Some(made.element().clone()));
        let choices = ["a", "b"].map(|value| el("option").attr("value", value).text(value));
        let select = el("select").children(choices);
        select.hold("b");
        let bar = el("b");
        bar.style("width", "40%");
        el("p").text("1").child(made).text("2").child(bar).child(select)
    });
    assert_eq!(stage.text("p"), "1made2ab");
    let made = made.borrow().clone().expect("the element");
    assert!(made.is_same_node(Some(&stage.one("i"))), "the very element, not another");
    assert_eq!(property(&stage.one("select"), "value").as_string().as_deref(), Some("b"));
    assert_eq!(stage.one("b").get_attribute("style").as_deref(), Some("width: 40%;"));
}
