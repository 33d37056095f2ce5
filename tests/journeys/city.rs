//! A city's checklist: tasks instead of points, in the same page.

use std::path::Path;

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{action, field, fresh, in_profile};

/// A blank form of the city's checklist, begun from the menu.
#[track_caller]
fn city() -> Page {
    let page = fresh();
    begin(&page);
    page
}

#[track_caller]
fn begin(page: &Page) {
    page.click(".more-menu [data-edition='jinan-city-2018']");
    page.wait_for_element("tr[data-indicator='132']");
}

/// Tasks met, and those that apply.
#[track_caller]
fn tasks(page: &Page, met: &str, applicable: &str) {
    page.shows("[data-total] [data-met]", met);
    page.shows("[data-total] [data-applicable]", applicable);
}

#[track_caller]
fn state(page: &Page, task: &str, name: &str) {
    page.wait_for_element(&format!("[data-indicator='{task}'] [data-state={name}]"));
}

/// The tasks that a filter shows.
#[track_caller]
fn shown(page: &Page) -> String {
    let shown = page.eval(
        "[...document.querySelectorAll('tr[data-indicator]')]\
         .map((e) => e.dataset.indicator).join(' ')",
    );
    shown.as_str().unwrap_or_default().to_owned()
}

/// Chooses by what the document says of tasks, and closes the list again.
#[track_caller]
fn facet(page: &Page, name: &str, value: &str) {
    page.choose(&format!("[data-facet={name}]"), value);
    page.click(".facets > summary");
}

/// The cells of the row that begins with a name.
#[track_caller]
fn row(page: &Page, within: &str, name: &str) -> String {
    page.reach(&format!("{within} tbody"));
    let row = page.wait_for(&format!(
        "[...[...document.querySelectorAll('{within} tbody tr')]\
         .find((r) => r.cells[0].innerText.trim() === '{name}').cells]\
         .map((c) => c.innerText.trim()).join('|')"
    ));
    row.as_str().unwrap_or_default().to_owned()
}

#[test]
fn tasks_are_filled_and_counted() {
    let page = city();
    tasks(&page, "0", "132");
    assert_eq!(page.count("[data-points]") + page.count("[data-adjust]"), 0);
    assert_eq!(page.count("[data-reference]"), 0);
    page.pick("1.status", "met");
    state(&page, "1", "met");
    page.pick("2.status", "in-progress");
    state(&page, "2", "in-progress");
    tasks(&page, "1", "132");
    page.shows("[data-group='1.1'] [data-met]", "1");
    page.shows("[data-dimension='1'] [data-applicable]", "6");
    // A task with thresholds has no state of its own.
    page.figure(&field("11.enterprises"), "50");
    state(&page, "11", "in-progress");
    page.pick("11.methods", "yes");
    state(&page, "11", "met");
    page.figure(&field("15.filed"), "80");
    page.pick("15.entered", "yes");
    state(&page, "15", "in-progress");
    page.figure(&field("15.filed"), "80.1");
    state(&page, "15", "met");
    // Without a port the task does not apply.
    page.pick("44.no-port", "yes");
    state(&page, "44", "not-applicable");
    tasks(&page, "3", "131");
    page.click("[data-indicator='11'] [data-action=explain]");
    assert!(page.text("[data-indicator='11'] [data-explain]").contains("已达到要求"));
    assert!(page.text("[data-indicator='11'] .meta").contains("验收方式"));
    page.act("undo");
    tasks(&page, "3", "132");
    page.saved();
    page.reenter();
    tasks(&page, "3", "132");
    page.well();
}

#[test]
fn states_are_picked_in_rows_and_for_several_at_once() {
    let page = city();
    page.choose("[data-pick='1']", "met");
    state(&page, "1", "met");
    tasks(&page, "1", "132");
    // Rows are chosen with the space bar, and set together in one step.
    page.focus("tr[data-indicator='2']");
    page.press("Space");
    page.press("ArrowDown");
    while page.eval("document.activeElement.dataset.indicator !== '3'") == true {
        page.press("ArrowDown");
    }
    page.press("Space");
    page.wait_for("document.querySelectorAll('tr.chosen').length === 2");
    assert!(page.text(".selection").contains('2'));
    page.click(".selection [data-action=set-state]:nth-of-type(3)");
    for task in ["2", "3"] {
        state(&page, task, "met");
    }
    tasks(&page, "3", "132");
    page.act("unselect");
    page.wait_for("!document.querySelector('tr.chosen')");
    page.act("undo");
    tasks(&page, "1", "132");
    page.act("redo");
    tasks(&page, "3", "132");
    page.saved();
    page.reenter();
    tasks(&page, "3", "132");
    page.well();
}

#[test]
fn tasks_of_a_unit_are_ticked_and_set_together() {
    let page = city();
    page.viewport(390, 844, true, 2.0);
    // A finger ticks the box; the row does not open.
    page.click("[data-choose='1']");
    page.click("[data-choose='2']");
    page.wait_for("document.querySelectorAll('tr.chosen').length === 2");
    assert_eq!(page.count(".pane [data-indicator]"), 0);
    page.click("[data-choose='2']");
    page.wait_for("document.querySelectorAll('tr.chosen').length === 1");
    page.wait_for("document.documentElement.scrollWidth <= innerWidth");
    page.act("unselect");
    page.wait_for("!document.querySelector('[data-choose]:checked')");
    // The head of the table is not seen here; a box above the rows takes all of them.
    let all = page.count("tbody [data-choose]");
    page.click("[data-choose=listed]");
    page.wait_for(&format!("document.querySelectorAll('tr.chosen').length === {all}"));
    page.click("[data-choose=listed]");
    page.wait_for("!document.querySelector('tr.chosen')");
    page.viewport(1280, 720, false, 1.0);
    // All that the filter shows, in one step.
    facet(&page, "unit", "市城乡建设委");
    let open = page.count("tbody [data-choose]");
    assert!(open > 10, "{open}");
    page.click("[data-choose=all]");
    page.wait_for(&format!("document.querySelectorAll('tr.chosen').length === {open}"));
    assert!(page.text(".selection").contains(&format!("已选 {open} 项")));
    page.click(".selection [data-action=set-state]:nth-of-type(3)");
    tasks(&page, &open.to_string(), "132");
    page.click("[data-choose=all]");
    page.wait_for("!document.querySelector('tr.chosen')");
    page.act("undo");
    tasks(&page, "0", "132");
    page.saved();
    page.well();
}

#[test]
fn both_kinds_stand_side_by_side() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.totals("2", "100");
    page.saved();
    begin(&page);
    page.fill("[data-form='county']", "济南市");
    page.pick("1.status", "met");
    page.saved();
    // A new form is of the kind of the one that is open.
    page.view("forms");
    page.wait_for("document.querySelectorAll('[data-form-id]').length === 2");
    let list = page.text(".shelf");
    assert!(list.contains("已得 2 分") && list.contains("1 / 132 项"), "{list}");
    page.click("[data-form-id]:not(.current) [data-action=open]");
    page.totals("2", "100");
    assert_eq!(page.count("[data-met]"), 0);
    page.act("new");
    page.totals("0", "100");
    page.view("forms");
    page.click("main [data-edition='jinan-city-2018']");
    tasks(&page, "0", "132");
    page.act("new");
    tasks(&page, "0", "132");
    // Deleting the open form shows another, of whatever kind.
    page.view("forms");
    page.pick_form(".current", "delete");
    page.wait_for("document.querySelectorAll('[data-total]').length === 1");
    page.well();
}

#[test]
fn tasks_are_found_by_unit_state_deadline_and_verification() {
    let page = city();
    let total = 132;
    assert_eq!(shown(&page).split(' ').count(), total);
    facet(&page, "unit", "济南海关现场业务处");
    assert!(shown(&page).contains("83"), "{}", shown(&page));
    facet(&page, "unit", "");
    facet(&page, "verification", "查阅影像");
    assert_eq!(shown(&page), "49");
    facet(&page, "verification", "");
    facet(&page, "deadline", "已完成");
    assert_eq!(shown(&page), "26 48");
    facet(&page, "deadline", "");
    facet(&page, "group", "制定并出台城市质量发展规划");
    assert_eq!(shown(&page), "1 2");
    page.pick("2.status", "met");
    page.click("[data-filter=met]");
    assert_eq!(shown(&page), "2");
    facet(&page, "group", "");
    page.click("[data-filter=overdue]");
    let overdue = shown(&page);
    let overdue: Vec<&str> = overdue.split(' ').collect();
    // Words are no dates, and what is met is not late.
    assert!(overdue.contains(&"1") && !overdue.contains(&"2"));
    assert!(["7", "8", "26", "38", "81", "114", "115"].iter().all(|t| !overdue.contains(t)));
    page.fill("#search", "没有这样的词");
    page.told("没有符合条件的任务");
    page.act("show-all");
    assert_eq!(shown(&page).split(' ').count(), total);
    page.well();
}

#[test]
fn progress_stands_by_group_and_unit_and_what_is_late_is_said() {
    let page = city();
    page.pick("1.status", "met");
    page.pick("2.status", "in-progress");
    page.view("overview");
    page.fill("[data-form='today']", "2019-12-31");
    page.press("Tab");
    assert_eq!(row(&page, "[data-progress=group]", "全部"), "全部|132 项|1|1|130|0|9|107");
    assert_eq!(
        row(&page, "[data-progress=group]", "制定并出台城市质量发展规划"),
        "制定并出台城市质量发展规划|2 项|1|1|0|0|0|1"
    );
    page.shows("[data-overdue]", "逾期 9");
    page.fill("[data-form='today']", "2020-01-01");
    page.press("Tab");
    page.wait_for("document.querySelector('[data-overdue]').innerText !== '逾期 9'");
    let late = row(&page, "[data-progress=group]", "制定并出台城市质量发展规划");
    assert_eq!(late, "制定并出台城市质量发展规划|2 项|1|1|0|0|1|0");
    page.view("departments");
    let leads = row(&page, "main", "市质量强市及品牌办");
    assert!(leads.starts_with("市质量强市及品牌办|"), "{leads}");
    let supports = row(&page, "[data-progress=support]", "市质量强市及品牌领导小组成员单位");
    assert!(supports.contains("|1|1|"), "{supports}");
    // In another year the deadlines move with it.
    page.view("fill");
    assert!(page.text("[data-indicator='2'] .meta").contains("已逾期 1 天"));
    page.figure("[data-form='year']", "2019");
    let meta = page.text("[data-indicator='2'] .meta");
    assert!(meta.contains("2020 年 12 月 31 日") && !meta.contains("逾期"), "{meta}");
    page.well();
}

#[test]
fn a_city_form_is_shared_kept_and_printed() {
    let page = city();
    page.fill("[data-form='county']", "济南市");
    page.pick("1.status", "met");
    page.figure(&field("27.standardised"), "31.5");
    page.pick("44.no-port", "yes");
    tasks(&page, "2", "131");
    page.click("[data-indicator='1'] [data-evidence] [data-action=row-add]");
    page.figure("[data-indicator='1'] [data-row='0'] [data-part=title]", "规划文本");
    let link = page.link();
    let other = in_profile(&Profile::new());
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    tasks(&other, "2", "131");
    state(&other, "44", "not-applicable");
    other.shows("[data-shared] [data-group='1.1'] [data-met]", "1");
    other.keep();
    tasks(&other, "2", "131");
    assert!(other.picked("1.status", "met"));
    other.well();
    page.appearance("print", "light");
    assert!(!page.in_print(".more-menu") && !page.in_print(".filters"));
    // The table as it is handed in comes when the browser is about to print.
    page.eval("dispatchEvent(new Event('beforeprint'))");
    page.wait_for("document.querySelectorAll('.sheet-printed tbody tr').length > 132");
    assert!(page.in_print(".sheet-printed tbody tr:last-child"));
    page.pdf(&Path::new(env!("CARGO_MANIFEST_DIR")).join("target/journeys/city.pdf"));
    page.appearance("screen", "light");
    assert_eq!(page.count(&action("share")), 1);
    page.well();
}

#[test]
fn a_unit_fills_its_slice_and_it_is_merged() {
    let page = city();
    page.fill("[data-form='county']", "济南市");
    page.pick("1.status", "met");
    page.saved();
    let link = page.slice("市委宣传部");
    page.saved();
    let other = in_profile(&Profile::new());
    other.enter(&link);
    other.wait_for_element("[data-slice]");
    assert_eq!(other.count("[data-indicator='1']"), 0);
    other.pick("8.status", "in-progress");
    state(&other, "8", "in-progress");
    let back = other.returned();
    other.well();
    page.paste(&back);
    page.wait_for_element("[data-merge]");
    page.act("merge");
    page.wait_for_element("[data-view='fill']");
    state(&page, "8", "in-progress");
    state(&page, "1", "met");
    page.well();
}

#[test]
fn a_scenario_changes_tasks_and_leaves_the_baseline() {
    let page = city();
    page.pick("1.status", "met");
    page.act("scenario-begin");
    page.wait_for_element("[data-scenario]");
    page.pick("2.status", "met");
    page.figure(&field("74.rate"), "96.7");
    tasks(&page, "3", "132");
    page.act("scenario-leave");
    tasks(&page, "1", "132");
    page.view("compare");
    page.wait_for_element("[data-view=compare] tbody tr");
    let text = page.text("main");
    assert!(text.contains("城市规划中的质量定位"), "{text}");
    assert!(!text.contains(" 分"), "{text}");
    page.well();
}

impl Page {
    /// An action of a form in the list.
    #[track_caller]
    fn pick_form(&self, form: &str, action: &str) {
        self.click(&format!("[data-form-id]{form} [data-action={action}]"));
    }

    /// Whether an element takes room on paper.
    #[track_caller]
    fn in_print(&self, css: &str) -> bool {
        let js = format!("document.querySelector(\"{css}\").getBoundingClientRect().height > 0");
        self.eval(&js) == true
    }
}
