//! The officer's desk: evidence, notes, adjustments, veto items.

use crate::browser::Profile;
use crate::site;
use crate::steps::{action, fresh, in_profile, option, points_of};

/// Something inside an indicator.
fn within(indicator: &str, css: &str) -> String {
    format!("[data-indicator='{indicator}'] {css}")
}

fn evidence(indicator: &str, row: usize, part: &str) -> String {
    within(indicator, &format!("[data-evidence] [data-row=\"{row}\"] [data-part=\"{part}\"]"))
}

fn adjust(indicator: &str, part: &str) -> String {
    within(indicator, &format!("[data-adjust] [data-part=\"{part}\"]"))
}

#[test]
fn evidence_and_notes_are_kept() {
    let profile = Profile::new();
    let page = in_profile(&profile);
    page.fill(&within("3", "[data-note]"), "见区委〔2022〕5号文");
    page.click(&within("3", "[data-evidence] [data-action=row-add]"));
    page.figure(&evidence("3", 0, "number"), "区委〔2022〕5号");
    page.told("请填材料名称");
    page.figure(&evidence("3", 0, "title"), "区委文件");
    page.told_nothing();
    page.figure(&evidence("3", 0, "date"), "2022年3月1日");
    page.holds(&evidence("3", 0, "date"), "2022-03-01");
    page.figure(&evidence("3", 0, "place"), "档案室");
    page.click(&format!("{} input", evidence("3", 0, "ready")));
    page.click(&within("3", "[data-evidence] [data-action=row-add]"));
    page.figure(&evidence("3", 1, "title"), "会议纪要");
    page.figure(&evidence("3", 1, "date"), "2022年2月30日");
    page.told("不是日期");
    page.figure(&evidence("3", 1, "date"), "");
    page.told_nothing();
    page.saved();
    page.reenter();
    page.holds(&within("3", "[data-note]"), "见区委〔2022〕5号文");
    page.holds(&evidence("3", 0, "title"), "区委文件");
    page.holds(&evidence("3", 0, "number"), "区委〔2022〕5号");
    page.holds(&evidence("3", 0, "date"), "2022-03-01");
    page.holds(&evidence("3", 0, "place"), "档案室");
    let ready = format!("{} input:checked", evidence("3", 0, "ready"));
    page.reach(&ready);
    page.wait_for_element(&ready);
    page.holds(&evidence("3", 1, "title"), "会议纪要");
    page.click(&within("3", "[data-row=\"0\"] [data-action=row-remove]"));
    page.holds(&evidence("3", 0, "title"), "会议纪要");
    page.click(&action("undo"));
    page.holds(&evidence("3", 0, "title"), "区委文件");
    page.well();
}

#[test]
fn half_typed_cells_move_up_with_their_row() {
    let page = fresh();
    let add = within("3", "[data-evidence] [data-action=row-add]");
    for title in ["区委文件", "会议纪要"] {
        let row = page.count(&within("3", "[data-evidence] [data-row]")) as usize;
        page.click(&add);
        page.figure(&evidence("3", row, "title"), title);
    }
    page.figure(&evidence("3", 1, "date"), "2022年2月30日");
    page.told("不是日期");
    page.click(&within("3", "[data-row=\"0\"] [data-action=row-remove]"));
    page.holds(&evidence("3", 0, "title"), "会议纪要");
    page.holds(&evidence("3", 0, "date"), "2022年2月30日");
    assert_eq!(page.count(&within("3", "[data-evidence] [data-row]")), 1);
    page.figure(&evidence("3", 0, "date"), "2022-02-28");
    page.told_nothing();
    page.well();
}

#[test]
fn an_adjustment_needs_its_reason_and_goes_with_one_click() {
    let page = fresh();
    page.click(&option("2.model", "yes"));
    page.shows(&points_of("2"), "2");
    page.figure(&adjust("2", "points"), "1.5");
    page.told("请写明理由");
    page.shows(&points_of("2"), "2");
    page.figure(&adjust("2", "reason"), "模式尚未在全市推广");
    page.told_nothing();
    page.shows(&points_of("2"), "1.5");
    page.shows("[data-total] [data-points]", "1.5");
    page.shows("[data-total] .unadjusted", "未调整时 2 分");
    assert!(page.text("tr[data-indicator='2'] .got").contains("调"));
    page.figure(&adjust("2", "points"), "3");
    page.told("应在 0 到 2 之间");
    page.shows(&points_of("2"), "1.5");
    page.figure(&adjust("2", "points"), "1");
    page.shows(&points_of("2"), "1");
    page.saved();
    page.reenter();
    page.holds(&adjust("2", "reason"), "模式尚未在全市推广");
    page.click(&within("2", "[data-action=unadjust]"));
    page.shows(&points_of("2"), "2");
    page.holds(&adjust("2", "points"), "");
    page.click(&action("undo"));
    page.shows(&points_of("2"), "1");
    page.well();
}

#[test]
fn a_veto_item_marks_every_view_and_the_link() {
    let page = fresh();
    page.click(&option("2.model", "yes"));
    page.fill("[data-form='veto']", "发生较大质量安全事故\n ");
    page.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.shows("[data-total] [data-points]", "2");
    page.appearance("print", "light");
    page.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.appearance("screen", "light");
    page.view("forms");
    page.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    let link = page.link();
    let other = fresh();
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    other.shows("[data-veto]", "已申报一票否决情形：发生较大质量安全事故");
    page.clear("[data-form='veto']");
    page.told_nothing();
    page.well();
    other.well();
}

/// The sample form in a new profile.
fn sample() -> crate::page::Page {
    let page = fresh();
    page.click(&action("sample"));
    page.shows("[data-total] [data-points]", "75.55");
    page
}

/// The indicators that the table shows, in its order.
fn ids(page: &crate::page::Page) -> Vec<String> {
    let ids = page.eval(
        "[...document.querySelectorAll('tr[data-indicator]')].map((row) => row.dataset.indicator)",
    );
    let ids = ids.as_array().cloned().unwrap_or_default();
    ids.iter().map(|id| id.as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn gaps_are_sorted_copied_and_lead_to_their_fields() {
    let page = sample();
    // The address of the old list leads to the rows that it had.
    page.eval("location.hash = '#/gaps'");
    page.wait_for_element("[data-filter=losing][aria-pressed=true]");
    let losing = ids(&page).len();
    assert!(losing < 43);
    page.choose("[data-action=arrange]", "document.missing");
    page.wait_for("document.querySelector('tr[data-indicator]').dataset.indicator === '14'");
    assert_eq!(ids(&page)[..3], ["14", "34", "43"], "the most points first");
    let row = page.text("tr[data-indicator='14']");
    assert!(row.contains("下一步"), "{row}");
    page.choose("[data-action=arrange]", "document.deadline");
    page.wait_for("document.querySelector('tr[data-indicator]').dataset.indicator !== '14'");
    assert_eq!(ids(&page).len(), losing);
    page.choose("[data-action=arrange]", "document.missing");
    page.eval(
        "addEventListener('copy', (event) => { window.copied = ['text/html', 'text/plain']\
         .map((kind) => event.clipboardData.getData(kind)); })",
    );
    page.click(&action("copy-table"));
    page.wait_for("window.copied");
    let copied = page.eval("window.copied");
    let (html, plain) = (copied[0].as_str().unwrap(), copied[1].as_str().unwrap());
    assert!(html.contains("<table") && html.contains("标准制修订数量"), "{html}");
    assert!(plain.starts_with("示例县 2022 年 失分清单\n14 标准制修订数量｜已失分：2"), "{plain}");
    page.click("[data-open='34']");
    page.wait_for_element(".pane [data-indicator='34']");
    assert_eq!(ids(&page).len(), losing, "the filter stays");
    page.well();
}

#[test]
fn a_department_sees_what_is_its_own() {
    let page = sample();
    page.view("departments");
    let all = page.text("[data-view=departments]");
    assert!(all.contains("其他成员单位"), "{all}");
    page.click("[data-department='区住建局']");
    page.wait_for_element("[data-view=fill]");
    let rows = page.text("main tbody");
    assert!(rows.contains("智慧工地"), "{rows}");
    assert!(!rows.contains("计量"), "{rows}");
    page.well();
}

#[test]
fn deadlines_are_counted_from_the_day_that_one_plans_for() {
    let page = sample();
    page.view("overview");
    let count = |name: &str| page.text(&format!("[data-count={name}] dd"));
    page.reach("[data-form=today]");
    page.figure("[data-form=today]", "2022年7月20日");
    page.wait_for("document.querySelector('[data-count=overdue] dd').innerText === '0'");
    let soon = count("soon");
    assert_ne!(soon, "0");
    page.figure("[data-form=today]", "2022-07-21");
    page.wait_for("document.querySelector('[data-count=overdue] dd').innerText !== '0'");
    assert_eq!(count("overdue"), soon, "what was due yesterday is late today");
    // What is no day stays, with the reason, and the day from before counts.
    page.figure("[data-form=today]", "明天");
    page.told("「明天」不是日期");
    page.holds("[data-form=today]", "明天");
    page.figure("[data-form=today]", "2022/7/21");
    page.told_nothing();
    page.holds("[data-form=today]", "2022-07-21");
    page.click(&action("today"));
    page.wait_for("document.querySelector('[data-form=today]').value > '2022-12-31'");
    page.well();
}

#[test]
fn targets_are_compared_and_kept() {
    let page = sample();
    page.view("overview");
    let row = |words: &str| {
        format!(
            "[...document.querySelectorAll('.targets tbody tr')]\
             .find((row) => row.innerText.includes('{words}')).innerText"
        )
    };
    page.reach(".targets tbody");
    let said = page.eval(&row("在监工程项目上线率"));
    assert!(said.as_str().is_some_and(|said| said.contains("未达到")), "{said}");
    let figure = ".targets tbody tr:first-child input";
    page.figure(figure, "97．5％");
    page.wait_for(&format!("{}.includes('已达到')", row("主要农产品")));
    page.holds(figure, "97.5");
    page.saved();
    page.reenter();
    page.holds(figure, "97.5");
    page.figure(figure, "96");
    page.reach(".targets tbody");
    page.wait_for(&format!("{}.includes('未达到')", row("主要农产品")));
    page.click(&action("undo"));
    page.holds(figure, "97.5");
    page.click(&action("redo"));
    page.holds(figure, "96");
    let link = page.link();
    let other = fresh();
    other.enter(&link);
    other.keep();
    other.view("overview");
    other.holds(figure, "96");
    page.well();
    other.well();
}

/// A clock that sleeps: `sleep(milliseconds)` sets it forward.
const CLOCK: &str = "(() => { const Real = Date; let slept = 0; \
    window.sleep = (ms) => { slept += ms; }; \
    window.Date = class extends Real { \
        constructor(...parts) { super(...(parts.length ? parts : [Real.now() + slept])); } \
        static now() { return Real.now() + slept; } }; })()";

#[test]
fn today_follows_the_clock_past_midnight() {
    let page = Profile::new().page();
    page.init_script(CLOCK);
    page.enter(&site::over_http());
    page.view("overview");
    let day = "document.querySelector('[data-form=today]')?.value";
    let before = page.eval(day);
    page.eval(
        "sleep(86400000); document.dispatchEvent(new Event('visibilitychange')); \
               window.dispatchEvent(new Event('visibilitychange'))",
    );
    page.wait_for(&format!("{day} > '{}'", before.as_str().unwrap_or_default()));
    page.well();
}
