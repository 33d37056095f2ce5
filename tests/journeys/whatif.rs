//! What if: scenarios, comparisons, snapshots, plans.

use crate::page::Page;
use crate::report::{openpyxl, sample_at};
use crate::steps::{action, both, field, fresh, in_profile, option, points_of};
use crate::{browser::Profile, page::quoted};

/// A county with one indicator answered, and a scenario with two more things.
fn with_scenario(page: &Page) {
    page.fill("[data-form='county']", "示例县");
    page.click(&option("2.model", "yes"));
    page.shows("[data-total] [data-points]", "2");
    page.act("scenario-begin");
    page.wait_for_element("[data-scenario]");
    page.retype("[data-scenario]", "再争取两项省级标准");
    page.press("Tab");
    page.figure(&field("14.provincial-lead"), "3");
    page.shows("[data-total] [data-points]", "3");
}

#[test]
fn a_scenario_is_edited_alone() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    with_scenario(&page);
    let beside = page.text(".beside");
    assert!(beside.contains("总分 3") && beside.contains("基准 2"), "{beside}");
    page.shows("[data-indicator='14'] [data-baseline]", "基准：未填");
    page.click(&option("2.model", "no"));
    page.shows("[data-indicator='2'] [data-baseline]", "基准：是");
    page.shows("[data-total] [data-points]", "1");
    page.click("[data-indicator='2'] [data-action=to-baseline]");
    page.shows("[data-total] [data-points]", "3");
    page.click("[data-form='base'] input[value='0']");
    page.shows(".field:has([data-form='base']) [data-baseline]", "基准：60");
    page.click(".field:has([data-form='base']) [data-action=to-baseline]");
    page.wait_for("document.querySelector(\"[data-form='base'] input[value='60']\").checked");
    page.choose("[data-action=scenario]", "");
    page.shows("[data-total] [data-points]", "2");
    assert_eq!(page.count("[data-scenario]"), 0);
    assert_eq!(page.count("[data-baseline]"), 0);
    page.saved();
    page.reenter();
    page.edit_scenario("再争取两项省级标准");
    page.shows("[data-total] [data-points]", "3");
    page.saved();
    page.reenter();
    page.shows("[data-total] [data-points]", "3");
    page.holds("[data-scenario]", "再争取两项省级标准");
    page.click("[data-indicator='14'] [data-action=indicator-to-baseline]");
    page.shows("[data-total] [data-points]", "2");
    page.click(&action("undo"));
    page.shows("[data-total] [data-points]", "3");
    page.click("[data-scenario-active] [data-action=scenario-adopt]");
    page.wait_for("!document.querySelector('[data-scenario]')");
    page.shows("[data-total] [data-points]", "3");
    page.click(&action("undo"));
    page.shows("[data-total] [data-points]", "2");
    page.well();
}

#[test]
fn what_is_half_typed_stays_in_its_case() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    with_scenario(&page);
    let lead = field("14.provincial-lead");
    page.figure(&lead, "三个");
    page.told("「三个」");
    page.choose("[data-action=scenario]", "");
    page.holds(&lead, "");
    assert_eq!(page.count(".pane [data-message]"), 0);
    page.figure(&lead, "一个");
    page.saved();
    page.reenter();
    page.holds(&lead, "一个");
    page.edit_scenario("再争取两项省级标准");
    page.holds(&lead, "三个");
    page.saved();
    page.reenter();
    page.holds(&lead, "三个");
    page.choose("[data-action=scenario]", "");
    page.holds(&lead, "一个");
    // A new name, and the step back from it, stay in the scenario.
    page.edit_scenario("再争取两项省级标准");
    page.retype("[data-scenario]", "新名");
    page.press("Tab");
    page.holds("[data-scenario]", "新名");
    page.holds(&lead, "三个");
    page.click(&action("undo"));
    page.holds("[data-scenario]", "再争取两项省级标准");
    page.holds(&lead, "三个");
    page.well();
}

#[test]
fn the_comparison_follows_its_scenarios() {
    let page = fresh();
    with_scenario(&page);
    page.view("compare");
    let names = "[...document.querySelectorAll('[data-view=compare] thead th')]\
                 .map((e) => e.innerText).join()";
    page.wait_for(&format!("({names}).includes('再争取两项省级标准')"));
    page.click("[data-scenario-line] [data-action=scenario-delete]");
    page.wait_for(&format!("!({names}).includes('再争取两项省级标准')"));
    page.click(&action("undo"));
    page.wait_for(&format!("({names}).includes('再争取两项省级标准')"));
    let boxes = "document.querySelectorAll('[data-view=compare] fieldset input').length";
    page.click(&action("scenario-new"));
    page.wait_for(&format!("{boxes} === 2"));
    page.fill("#snapshot-name", "申报稿");
    page.click(&action("snapshot"));
    page.wait_for(&format!("{boxes} === 3"));
    page.click(&action("snapshot-delete"));
    page.wait_for(&format!("{boxes} === 2"));
    page.well();
}

#[test]
fn the_wishes_of_a_plan_stay_while_one_looks_elsewhere() {
    let page = fresh();
    page.view("plan");
    page.fill("[data-goal=target]", "10");
    page.click(&action("wishes"));
    page.choose("[data-effort='1']", "5");
    page.click("[data-fixed='2']");
    page.saved();
    page.view("fill");
    page.view("plan");
    page.holds("[data-goal=target]", "10");
    page.wait_for_element("[data-action=plan-save]");
    page.reenter();
    page.holds("[data-goal=target]", "10");
    page.click(&action("wishes"));
    page.holds("[data-effort='1']", "5");
    assert_eq!(page.count("[data-fixed='2']:checked"), 1);
    page.well();
}

#[test]
fn scenarios_are_compared_with_the_baseline() {
    let page = fresh();
    with_scenario(&page);
    page.act("scenario-leave");
    page.view("compare");
    page.wait_for("document.querySelector('[data-view=compare] tbody').innerText.includes('+1')");
    let table = page.text("[data-view=compare] tbody");
    assert!(table.contains("总分"), "{table}");
    assert_eq!(page.count("[data-view=compare] [data-jump]"), 1, "only what differs");
    let steps = page.text(".waterfall");
    assert!(steps.contains("14 ") && steps.contains("+1"), "{steps}");
    page.click("[data-view=compare] input[value=different]");
    page.wait_for("document.querySelectorAll('[data-view=compare] [data-jump]').length === 43");
    page.fill("#snapshot-name", "7月20日申报稿");
    page.click(&action("snapshot"));
    page.wait_for_element("[data-snapshot='7月20日申报稿']");
    page.view("fill");
    page.click(&option("2.model", "no"));
    page.shows("[data-total] [data-points]", "0");
    page.view("compare");
    page.wait_for(&format!(
        "document.querySelector('[data-view=compare] fieldset').innerText.includes({})",
        quoted("7月20日申报稿")
    ));
    page.click(&action("snapshot-open"));
    page.wait_for_element("[data-shared]");
    page.shows(&points_of("2"), "2");
    page.shows("[data-total] [data-points]", "2");
    page.act("back");
    page.own();
    page.shows("[data-total] [data-points]", "0");
    page.well();
}

#[test]
fn a_plan_reaches_its_target_and_travels() {
    let page = fresh();
    page.fill("[data-form='county']", "示例县");
    page.view("plan");
    page.fill("[data-goal=target]", "10");
    page.wait_for(
        "document.querySelector('[data-goal=result]').innerText.includes('可以确保 10 分')",
    );
    page.fill("[data-goal=target]", "十分");
    page.told("「十分」不是数字");
    page.fill("[data-goal=target]", "200");
    page.wait_for("document.querySelector('[data-goal=result]').innerText.includes('达不到')");
    page.fill("[data-goal=target]", "10");
    page.wait_for_element("[data-action=plan-save]");
    page.wait_for(
        "document.querySelector('[data-goal=result]').innerText.includes('可以确保 10 分')",
    );
    page.click(&action("plan-save"));
    // The plan stays in view, and what is edited stays the baseline.
    page.wait_for_element("[data-action=plan-scenarios]");
    page.wait_for_element("[data-view=plan] [data-plan-line]");
    assert_eq!(page.count("[data-scenario]"), 0);
    page.shows("[data-total] [data-points]", "0");
    page.saved();
    page.reenter();
    page.view("compare");
    page.wait_for("document.querySelector('[data-view=compare] tbody').innerText.includes('+10')");
    let bare = page.share();
    page.click("[data-include=scenarios]");
    page.wait_for(&format!("document.querySelector('[data-link]').value.length > {}", bare.len()));
    let link = page.value("[data-link]");
    let other = fresh();
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    other.keep();
    other.edit_scenario("达到 10 的方案");
    other.shows("[data-total] [data-points]", "10");
    page.well();
    other.well();
}

#[test]
fn one_figure_says_how_far_it_has_to_go() {
    let page = fresh();
    page.click(&option("2.model", "yes"));
    page.view("plan");
    page.choose("select[data-reach=field]", "14.provincial-lead");
    page.fill("input[data-reach=target]", "3");
    page.shows("p[data-reach=result]", "≥ 3 项");
    page.fill("input[data-reach=target]", "50");
    page.wait_for("document.querySelector('p[data-reach=result]').innerText.includes('达不到')");
    page.well();
}

impl Page {
    /// Edits a scenario, by the view of scenarios, and goes back to the table.
    #[track_caller]
    fn edit_scenario(&self, name: &str) {
        self.view("compare");
        self.click(&format!("[data-scenario-line='{name}'] [data-action=scenario-edit]"));
        self.wait_for_element("[data-scenario]");
        self.view("fill");
    }
}

/// The filled cells of each row of the first sheet.
const LINES: &str = "
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
print(json.dumps([[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]))
";

#[test]
fn a_plan_goes_out_as_a_workbook() {
    for url in both() {
        let profile = Profile::new();
        let page = sample_at(&profile, &url);
        page.view("plan");
        page.fill("[data-goal=target]", "85");
        page.wait_for_element("[data-plan-line]");
        page.act("plan-book");
        let book = profile.downloaded().to_string_lossy().into_owned();
        page.shows(
            ".takeaway:has([data-action=plan-book]) [role=status]",
            "已生成，请到浏览器的下载文件夹里找。",
        );
        page.well();
        let Some(rows) = openpyxl(LINES, &[&book]) else { return };
        let rows = rows.to_string();
        for shown in ["怎么做", "质量扶持政策", "区住建局"] {
            assert!(rows.contains(shown), "{shown} in {rows}");
        }
    }
}
