//! Reviewing: a county's form goes to the reviewer, who gives points and reasons and
//! signs; it comes back by link, and is locked against slips.

use crate::browser::Profile;
use crate::steps::{action, field, in_profile, option, points_of};

/// A control in an indicator's row of the round.
fn in_row(id: &str, css: &str) -> String {
    format!("[data-round] tr[data-indicator=\"{id}\"] {css}")
}

/// What reviewers said, in the table.
fn mark(id: &str) -> String {
    format!(".sheet tr[data-indicator=\"{id}\"] [data-reviewed]")
}

/// The reviewer confirms one indicator, reduces one, asks for proof in one, and signs.
fn review(link: &str) -> String {
    let reviewer = Profile::new();
    let page = in_profile(&reviewer);
    page.enter(link);
    page.wait_for_element("[data-shared]");
    page.act("review");
    page.wait_for_element("[data-view=review]");
    page.click("[data-stage=first]");
    // What came in is kept first: it is the reviewer's own copy from here.
    page.wait_for_element("[data-round=first]");
    assert_eq!(page.count("[data-shared]"), 0);
    page.choose(&in_row("2", "[data-verdict]"), "confirmed");
    page.choose(&in_row("14", "[data-verdict]"), "reduced");
    page.choose(&in_row("35", "[data-verdict]"), "pending");
    page.wait_for_element(&in_row("35", "[data-reason]"));

    // Nothing half is signed.
    page.click(&action("sign"));
    page.told("请先填写审核人");
    page.fill("[data-by]", "王某");
    page.click(&action("sign"));
    page.told("第 14、35 项还不完整");
    page.fill(&in_row("14", "[data-found]"), "9");
    page.told("应在 0 到");
    page.fill(&in_row("14", "[data-found]"), "0.5");
    page.fill(&in_row("14", "[data-reason]"), "只认定一项");
    page.fill(&in_row("35", "[data-reason]"), "缺统计证明");
    page.fill("[data-on]", "2022-09-20");
    page.saved();
    page.reenter();
    page.wait_for_element("[data-round=first]");
    page.fill("[data-on]", "2022-09-20");
    page.click(&action("sign"));
    page.shows("[data-signed]", "初审　王某 2022-09-20 签字");
    assert_eq!(
        page.count("[data-round] :is(input, select):not([readonly], :disabled)"),
        0,
        "what is signed is only read"
    );
    let list = page.text("[data-outcome] table");
    assert!(list.contains("只认定一项") && list.contains("缺统计证明"), "{list}");
    page.click(&action("send-back"));
    page.wait_for("document.querySelector('[data-link]').value.includes('#q5')");
    let message = page.text("dialog[open] .link-line");
    assert!(message.contains("初审（王某 2022-09-20 签字），确认 1 项，核减 1 项"), "{message}");
    let back = page.value("[data-link]");
    page.close_dialog();
    page.well();
    back
}

#[test]
fn a_review_goes_out_comes_back_signed_and_locks() {
    let county = Profile::new();
    let page = in_profile(&county);
    page.fill("[data-form='county']", "示例县");
    page.pick("2.model", "yes");
    page.figure(&field("14.provincial-lead"), "2");
    page.figure(&field("35.services"), "407");
    page.saved();
    let own = page.text(&points_of("14"));
    let back = review(&page.link());

    page.enter(&back);
    page.wait_for_element("[data-reviews]");
    let strip = page.text("[data-reviews]");
    assert!(strip.contains("初审（王某 2022-09-20 签字）"), "{strip}");
    page.click(&action("join-reviews"));
    page.own();
    page.told("已并入初审");

    // Both scores stand side by side.
    page.shows(&points_of("14"), &own);
    page.shows(&mark("14"), "初审 0.5（核减）");
    page.shows(&mark("2"), "初审 2（确认）");
    page.shows(&mark("35"), "初审 待补");

    // A slip changes nothing: boxes are only read, and undo is refused with a word.
    page.reach(&field("14.provincial-lead"));
    let free = ":is(input, textarea, select, fieldset):not([readonly], :disabled)";
    assert_eq!(page.count(&format!(".pane {free}")), 0);
    page.press("Control+z");
    page.told("本表已由王某于 2022-09-20 初审签字");
    page.shows(&mark("14"), "初审 0.5（核减）");
    page.reenter();
    page.shows(&mark("14"), "初审 0.5（核减）");

    // The report has both, and the list.
    page.view("report");
    page.wait_for_element("[data-section=reviews] table");
    let said = page.text("[data-section=reviews]");
    assert!(said.contains("只认定一项"), "{said}");
    page.shows("[data-section=table] tr[data-indicator='14'] [data-reviewed]", "初审 0.5（核减）");

    // A copy can be edited; the signed form stays as it is.
    page.click(".reviews [data-action=edit-copy]");
    page.wait_for_element("[data-view=fill]");
    page.click(&option("2.model", "no"));
    page.shows(&points_of("2"), "0");
    page.saved();
    let name = page.text(".form-menu summary");
    assert!(name.contains("副本"), "{name}");
    page.view("forms");
    page.wait_for(
        "document.querySelectorAll('[data-saved-form], .shelf li, .forms li').length > 1",
    );
    page.well();
}

#[test]
fn reviews_of_another_state_of_the_form_are_not_taken() {
    let county = Profile::new();
    let page = in_profile(&county);
    page.fill("[data-form='county']", "示例县");
    page.pick("2.model", "yes");
    page.figure(&field("14.provincial-lead"), "2");
    page.saved();
    let back = review(&page.link());
    page.figure(&field("14.provincial-lead"), "3");
    page.saved();
    page.enter(&back);
    page.wait_for_element("[data-reviews]");
    page.click(&action("join-reviews"));
    page.told("填报内容与我的表不同");
    assert_eq!(page.count("[data-shared]"), 1, "what came in stays in sight");
    page.well();
}
