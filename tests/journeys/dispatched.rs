//! Everybody at the same table: a clerk on a phone, a deputy mayor, and all units
//! at once.

use std::path::PathBuf;

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{action, field, fresh, in_profile, option};

/// The sample form, opened as the user's own.
#[track_caller]
fn sample(profile: &Profile) -> Page {
    let page = in_profile(profile);
    page.act("sample");
    page.shows("[data-total] [data-points]", "75.55");
    page.saved();
    page
}

/// A phone that opens a link for the first time.
#[track_caller]
fn phone(link: &str) -> Page {
    let page = Profile::new().page();
    page.viewport(390, 844, true, 2.0);
    page.enter(link);
    page
}

/// Nothing of the page lies beside the screen.
#[track_caller]
fn fits(page: &Page) {
    page.wait_for("document.documentElement.scrollWidth <= innerWidth");
}

#[test]
fn a_clerk_fills_a_part_on_a_phone_and_sends_it_back() {
    let page = sample(&Profile::new());
    let clerk = phone(&page.slice("区住建局"));
    clerk.wait_for_element("[data-slice='区住建局']");
    // Only what is asked is there, and the way back is in sight from the start.
    assert_eq!(clerk.count("[data-shared]"), 0);
    assert_eq!(clerk.count("tr[data-indicator='12']"), 0);
    assert!(clerk.count("tr[data-indicator]") > 5);
    assert!(clerk.in_view(&action("return")));
    fits(&clerk);
    clerk.click("[data-open='34']");
    clerk.wait_for_element(".pane [data-indicator='34']");
    clerk.figure(&field("34.online"), "96");
    fits(&clerk);
    // One goes on to the next one asked, without the table in between.
    clerk.act("previous");
    clerk.wait_for_element(".pane [data-indicator='33']");
    clerk.act("close-pane");
    clerk.saved();
    let link = clerk.returned();
    clerk.well();

    page.paste(&link);
    page.wait_for_element("[data-merge]");
    assert!(page.text("[data-merge]").contains("96%"));
    page.act("merge");
    page.own();
    page.holds(&field("34.online"), "96");
    page.view("departments");
    page.wait_for_element("tr:has([data-unit='区住建局']) [data-dispatch=returned]");
    page.well();
}

#[test]
fn a_deputy_mayor_sees_whom_to_call() {
    let page = sample(&Profile::new());
    let reader = phone(&page.link());
    reader.wait_for_element("[data-shared] [data-view=overview]");
    reader.shows("[data-total] [data-points]", "75.55");
    assert!(reader.text(".headline").contains("75.55"));
    assert_eq!(reader.count(".calls tbody tr"), 5);
    fits(&reader);
    let unit = reader.text(".calls tbody tr:first-child th");
    reader.click(".calls tbody tr:first-child th a");
    // The unit's rows, to be read.
    reader.wait_for_element("[data-shared] [data-view=fill] tr[data-indicator]");
    assert!(reader.text("main tbody").contains(&unit));
    assert!(reader.count("tr[data-indicator]") < 43);
    assert_eq!(reader.eval("localStorage.length"), 0);
    reader.well();
}

#[test]
fn a_received_form_never_changes_ones_own() {
    let link = sample(&Profile::new()).link();
    let page = fresh();
    page.pick("2.model", "yes");
    page.saved();
    let stored = page.eval("JSON.stringify(localStorage)");
    page.enter(&link);
    page.wait_for_element("[data-shared]");
    for view in ["overview", "departments", "compare", "plan", "report", "forms", "fill"] {
        page.view(view);
        page.wait_for_element("[data-shared]");
        if view != "forms" {
            page.shows("[data-total] [data-points]", "75.55");
        }
    }
    page.reach(&option("2.model", "no"));
    page.eval("document.querySelector(\"[data-field='2.model'] input[value=no]\").click()");
    page.press("Control+z");
    page.view("plan");
    page.fill("[data-goal=target]", "85");
    page.wait_for_element("[data-plan-line]");
    assert_eq!(page.count("[data-action=plan-save]"), 0);
    page.shows("[data-total] [data-points]", "75.55");
    page.act("back");
    page.own();
    page.totals("2", "100");
    assert_eq!(page.eval("JSON.stringify(localStorage)"), stored);
    page.well();
}

/// The part of a unit, filled in and sent back as a file.
#[track_caller]
fn answered(link: &str, fill: impl FnOnce(&Page)) -> PathBuf {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.enter(link);
    page.wait_for_element("[data-slice]");
    fill(&page);
    page.saved();
    page.act("return");
    page.click("dialog[open] [data-action=return-file]");
    let file = profile.downloaded();
    page.well();
    file
}

#[test]
fn all_units_get_their_parts_and_two_that_disagree_are_merged() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.fill("[data-form='county']", "示例县");
    page.saved();
    page.view("departments");
    page.act("slice-all");
    page.act("slice-all-links");
    page.wait_for("document.querySelector('[data-links]')?.value.includes('#q')");
    let all = page.value("[data-links]");
    page.saved();
    let sent = page.count("[data-dispatch=sent]");
    assert!(sent > 10, "{sent}");
    assert_eq!(all.split("#q").count() as u64 - 1, sent);
    let link = |unit: &str| {
        let message = all.split("\n\n").find(|one| one.contains(unit)).unwrap_or_default();
        let from = message.find("http").unwrap_or_default();
        message[from..].lines().next().unwrap_or_default().to_owned()
    };
    let one = answered(&link("区发改局"), |unit| {
        unit.pick("13.in-plan", "yes");
    });
    let other =
        answered(&link("区财政局"), |unit| unit.figure(&field("10.quality-spend"), "2860"));
    let third = answered(&link("区市场监管局"), |unit| {
        unit.pick("13.in-plan", "no");
        unit.pick("2.model", "yes");
    });
    page.set_files("[data-import]", &[&one, &other, &third]);
    page.wait_for_element("[data-merge]");
    assert_eq!(page.count("[data-conflict]"), 1);
    let conflict = page.text("[data-conflict='0']");
    assert!(conflict.contains("区发改局") && conflict.contains("区市场监管局"), "{conflict}");
    page.click("[data-conflict='0'] label:last-of-type input");
    page.act("merge");
    page.own();
    assert!(page.picked("13.in-plan", "no") && page.picked("2.model", "yes"));
    page.holds(&field("10.quality-spend"), "2860");
    page.view("departments");
    assert_eq!(page.count("[data-dispatch=returned]"), 3);
    // One step takes the whole merge back.
    page.act("undo");
    page.shows("[data-total] [data-points]", "0");
    page.well();
}
