//! No mouse: walking, answering, undoing and sharing by keys.

use crate::page::{Page, quoted};
use crate::steps::{action, cell, field, fresh, option, points_of};

/// Presses Tab until an element has the focus.
#[track_caller]
fn tab_to(page: &Page, css: &str) {
    for _ in 0..60 {
        let there = format!("document.activeElement.matches({})", quoted(css));
        if page.eval(&there) == true {
            return;
        }
        page.press("Tab");
    }
    panic!("Tab does not come to `{css}`");
}

/// Once the page has drawn what it has to, something in it has the focus.
#[track_caller]
fn focus_is_kept(page: &Page) {
    let kept = page.eval(
        "new Promise((done) => setTimeout(() => requestAnimationFrame(() => \
         done(document.activeElement.outerHTML.slice(0, 60))), 300))",
    );
    let kept = kept.as_str().unwrap_or_default();
    assert!(!kept.is_empty() && !kept.starts_with("<body"), "the focus fell to the page");
}

#[test]
fn an_indicator_is_filled_and_shared_without_a_mouse() {
    let page = fresh();
    page.press("Tab");
    page.focused(".skip");
    page.press("Enter");
    page.focused("main");
    tab_to(&page, "tbody tr");
    page.press("ArrowDown");
    page.press("ArrowDown");
    page.focused("tr[data-indicator='1']");
    page.press("Enter");
    page.focused(&option("1.slogan", "yes"));
    page.press("Space");
    page.press("Enter");
    page.focused(&option("1.document", "yes"));
    page.press("Space");
    page.shows(&points_of("1"), "2");
    page.press("ArrowDown");
    page.shows(&points_of("1"), "0");
    page.press("ArrowUp");
    page.shows(&points_of("1"), "2");
    tab_to(&page, "[data-action='explain']");
    page.press("Enter");
    page.wait_for_element("[data-indicator='1'] [data-explain]");
    page.press("Enter");
    page.wait_for("!document.querySelector('[data-explain]')");
    page.focus(".skip");
    tab_to(&page, "[data-action='share']");
    page.press("Enter");
    page.wait_for_element("dialog[open] [data-link]");
    tab_to(&page, "[data-link]");
    page.wait_for(
        "((e) => e.value && e.selectionStart === 0 && e.selectionEnd === e.value.length)\
         (document.activeElement)",
    );
    tab_to(&page, "dialog [data-action='close']");
    page.press("Enter");
    page.wait_for("!document.querySelector('[data-link]')");
    page.focused("[data-action='share']");
    page.well();
}

#[test]
fn the_table_is_one_stop_and_walked_with_arrows() {
    let page = fresh();
    page.act("sample");
    page.open_row("14");
    page.wait_for_element(&field("14.provincial-lead"));
    page.focus(".skip");
    let mut stops = 0;
    let mut rows = 0;
    loop {
        page.press("Tab");
        let at = page.eval(
            "((e) => e.matches('body, .skip') ? 'end' : e.closest('table') ? 'row' : 'other')\
             (document.activeElement)",
        );
        stops += 1;
        rows += u32::from(at == "row");
        if at == "end" {
            break;
        }
        assert!(stops < 60, "more stops than one can walk");
    }
    assert_eq!(rows, 1);

    page.focus("tbody tr[tabindex='0']");
    let reached = |page: &Page, css: &str| {
        page.focused(css);
        assert_eq!(page.count("tbody tr[tabindex='0']"), 1);
        assert!(page.in_view(css), "{css}");
    };
    page.press("Home");
    reached(&page, "[data-dimension='1']");
    page.press("ArrowDown");
    reached(&page, "[data-group='1.1']");
    page.press("PageDown");
    page.press("End");
    reached(&page, "tr[data-indicator='43']");
    // At the end one stays; before the last one stands the head of its group.
    page.press("ArrowDown");
    page.press("ArrowUp");
    page.press("ArrowUp");
    reached(&page, "tr[data-indicator='42']");
    page.press("Enter");
    page.wait_for_element(".pane [data-indicator='42']");
    page.wait_for("document.activeElement.closest('.pane .fields')");
    // From 42 to 43, and back to the row of what was open last.
    page.press("Alt+ArrowDown");
    page.wait_for_element(".pane [data-indicator='43']");
    page.wait_for("document.activeElement.closest('.pane .fields')");
    page.press("Escape");
    page.focused("tr[data-indicator='43']");
    assert_eq!(page.count(".pane [data-indicator]"), 0);
    page.well();
}

#[test]
fn enter_walks_the_form() {
    let page = fresh();
    page.act("begin");
    page.focused("[data-form='county']");
    page.press("Enter");
    page.focused("[data-form='year']");
    page.press("Enter");
    page.focused("[data-form='base'] input:checked");
    page.press("Enter");
    page.focused(&field("base.population"));
    page.press("Enter");
    page.focused(&field("base.gdp"));
    // From the last field to the next indicator.
    page.press("Enter");
    page.focused(&option("1.slogan", "yes"));
    page.press("ArrowDown");
    page.press("Enter");
    page.focused(&option("1.document", "yes"));
    page.press("Space");
    page.press("Enter");
    page.focused(&option("2.model", "yes"));
    // One comes back to what is chosen, not to what would change it.
    page.press("Alt+ArrowUp");
    page.focused(&option("1.slogan", "no"));
    page.press("Enter");
    page.focused(&option("1.document", "yes"));
    // A radio group is one stop; a check list is one stop a box.
    page.focus(&option("9.funded", "quality-development"));
    page.press("Space");
    page.press("Enter");
    page.focused(&option("9.funded", "quality-supervision"));
    assert!(page.picked("9.funded", "quality-development"));
    // What a filter hides is passed over.
    page.fill("#search", "万人有效发明专利");
    page.shows_rows("40");
    page.focus(&field("base.gdp"));
    page.press("Enter");
    page.focused(&field("40.patents"));
    // After the last one there is nowhere to go.
    page.press("Enter");
    page.focused(&field("40.patents"));
    page.well();
}

#[test]
fn enter_that_ends_a_composition_commits_nothing() {
    let page = fresh();
    let compose = |key: &str, with: &str| {
        page.eval(&format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', \
             {{ key: '{key}', bubbles: true, cancelable: true, {with} }}))"
        ));
    };
    page.focus("[data-form='county']");
    for with in ["isComposing: true", "keyCode: 229"] {
        compose("Enter", with);
        compose("Escape", with);
        page.focused("[data-form='county']");
    }
    page.focus("#search");
    compose("Enter", "isComposing: true");
    page.focused("#search");
    // The same keys without a composition.
    page.focus("[data-form='county']");
    compose("Enter", "isComposing: false");
    page.focused("[data-form='year']");
    compose("Escape", "isComposing: false");
    page.wait_for("!document.querySelector('[data-form=county]')");
    page.well();
}

#[test]
fn steps_are_undone_and_redone_by_buttons_and_keys() {
    let page = fresh();
    let at_its_end = |name: &str| format!("{}[aria-disabled]", action(name));
    assert_eq!(page.count(&at_its_end("undo")), 1);
    page.pick("2.model", "yes");
    page.type_text(&field("26.handled"), "9");
    page.type_text(&field("26.handled"), "5");
    page.totals("3.6", "99.6");
    page.act("undo");
    page.totals("2", "100");
    page.holds(&field("26.handled"), "");
    page.told("已撤销：26 ");
    // What is undone is shown: its indicator opens.
    page.act("undo");
    page.totals("0", "100");
    page.told("已撤销：2 ");
    page.wait_for_element(".pane [data-indicator='2']");
    assert_eq!(page.count(&at_its_end("undo")), 1);
    page.focused(&action("undo"));
    page.act("undo");
    page.focused(&action("undo"));
    page.act("redo");
    page.totals("2", "100");
    page.press("Control+Shift+z");
    page.totals("3.6", "99.6");
    assert_eq!(page.count(&at_its_end("redo")), 1);
    // By keys, from a box that goes when another indicator opens.
    page.focus(&field("26.handled"));
    page.press("Control+z");
    page.totals("2", "100");
    page.press("Control+z");
    page.totals("0", "100");
    focus_is_kept(&page);
    page.press("Control+y");
    page.totals("2", "100");
    page.saved();
    page.reenter();
    page.totals("2", "100");
    page.well();
}

#[test]
fn what_is_undone_in_another_view_is_said() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.totals("2", "100");
    page.view("overview");
    page.press("Control+z");
    page.told("已撤销：2 ");
    page.totals("0", "100");
    assert_eq!(page.count("[data-view='overview']"), 1);
    page.well();
}

#[test]
fn the_focus_never_falls_to_the_page() {
    let page = fresh();
    page.act("sample");
    // Rows of a list, to the last one.
    page.click(&format!("{} {}", field("43.honours"), action("row-add")));
    page.wait_for("document.activeElement.dataset.part === 'title'");
    while page.count(&format!("{} [data-row]", field("43.honours"))) > 0 {
        page.focus(&format!("{} {}", field("43.honours"), action("row-remove")));
        page.press("Enter");
        focus_is_kept(&page);
        page.wait_for("document.activeElement.closest('.pane .list')");
    }
    // An answer taken back.
    page.pick("2.model", "yes");
    page.focus(&format!("{} {}", field("2.model"), action("clear")));
    page.press("Enter");
    focus_is_kept(&page);
    // A notice dismissed.
    page.press("Control+z");
    page.told("已撤销");
    page.focus(".notice [data-action=dismiss]");
    page.press("Enter");
    focus_is_kept(&page);
    // A filter without rows, and out of it.
    page.fill("#search", "没有这样的词");
    page.focus("[data-action=show-all]");
    page.press("Enter");
    focus_is_kept(&page);
    // Scenarios: begun, left and deleted.
    page.focus(".more-menu summary");
    page.press("Enter");
    page.focus("[data-action=scenario-begin]");
    page.press("Enter");
    page.wait_for_element("[data-scenario]");
    focus_is_kept(&page);
    page.choose("[data-action=scenario]", "");
    page.wait_for("!document.querySelector('[data-scenario]')");
    focus_is_kept(&page);
    // Dialogues and panes.
    page.focus("[data-action=share]");
    page.press("Enter");
    page.wait_for_element("dialog[open]");
    page.press("Escape");
    page.wait_for("!document.querySelector('dialog[open]')");
    page.focused("[data-action=share]");
    page.focus(
        &cell("43.honours", 0, "title").replace("[data-row=\"0\"] [data-part=\"title\"]", "button"),
    );
    page.press("Escape");
    page.focused("tr[data-indicator='43']");
    page.well();
}

#[test]
fn keys_move_the_search_and_the_menus() {
    let page = fresh();
    page.open_row("3");
    page.focus("tr[data-indicator='3']");
    page.press("/");
    page.focused("#search");
    page.call("Input.insertText", &serde_json::json!({ "text": "pm2.5" }));
    page.shows_rows("38");
    page.press("Enter");
    page.focused("tr[data-indicator='38']");
    // Esc closes the menu that is open, and nothing behind it.
    page.focus(".more-menu summary");
    page.press("Enter");
    page.wait_for_element(".more-menu[open]");
    page.press("Tab");
    page.press("Escape");
    page.wait_for("!document.querySelector('.more-menu[open]')");
    page.focused(".more-menu summary");
    page.wait_for_element(".pane [data-indicator='3']");
    page.well();
}

#[test]
fn a_link_to_another_view_takes_the_focus_along() {
    let page = fresh();
    page.act("sample");
    page.shows("[data-total] [data-points]", "75.55");
    page.view("overview");
    for (link, view) in [("main a[href*=readings]", "readings"), ("main a[href*=fill]", "fill")] {
        page.focus(link);
        page.press("Enter");
        page.wait_for_element(&format!("[data-view='{view}']"));
        focus_is_kept(&page);
        page.view("overview");
    }
    page.well();
}
