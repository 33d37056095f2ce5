//! What a county calls its units, whom to call there, and what it sent them when.

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{field, in_profile};

const OFFICE: &str = "区市场监管局";

fn edit(unit: &str) -> String {
    format!("[data-action=unit-edit][data-unit='{unit}']")
}

fn text(name: &str) -> String {
    format!("[data-unit-edit] [data-unit-text={name}]")
}

/// A box of the panel, written and left.
#[track_caller]
fn write(page: &Page, css: &str, text: &str) {
    page.fill(css, text);
    page.press("Tab");
}

#[track_caller]
fn begun(profile: &Profile) -> Page {
    let page = in_profile(profile);
    page.fill("[data-form='county']", "示例县");
    page.figure(&field("34.online"), "90");
    page.saved();
    page.view("departments");
    page
}

#[test]
fn a_renamed_unit_shows_everywhere_and_its_part_comes_back() {
    let sender = Profile::new();
    let page = begun(&sender);
    page.click(&edit(OFFICE));
    write(&page, &text("name"), "区工信局");
    // Another unit is called so: what was typed stays, with the reason.
    page.wait_for_element("[data-unit-edit] [aria-invalid]");
    assert!(page.text("[data-unit-edit]").contains("与其他单位不同的名称"));
    page.holds(&text("name"), "区工信局");
    write(&page, &text("name"), "县市场监督管理局");
    page.wait_for("!document.querySelector('[data-unit-edit] [aria-invalid]')");
    write(&page, &text("person"), "张三");
    write(&page, &text("telephone"), "没有");
    assert!(page.text("[data-unit-edit]").contains("应为电话号码"));
    write(&page, &text("telephone"), "０５３１-83212345 转 6");
    page.holds(&text("telephone"), "0531-83212345 转 6");
    page.press("Escape");
    page.focused(&edit(OFFICE));
    let row = page.text(&format!("tr:has([data-unit='{OFFICE}'])"));
    assert!(row.contains("县市场监督管理局") && row.contains("张三"), "{row}");
    let tel = page.eval("document.querySelector('.units [data-call]').getAttribute('href')");
    assert_eq!(tel, "tel:053183212345");

    // Table, filter, grouping, pane, report, overview.
    page.view("fill");
    assert!(page.text("tr[data-indicator='2'] .units").contains("县市场监督管理局"));
    let facet =
        "[...document.querySelectorAll('[data-facet=unit] option')].map((o) => o.text).join()";
    let facet = page.eval(facet);
    assert!(facet.as_str().is_some_and(|all| all.contains("县市场监督管理局")), "{facet}");
    page.choose("[data-action=arrange]", "unit.number");
    assert!(page.text("main tbody").contains("县市场监督管理局"));
    page.open_row("2");
    assert!(page.text(".pane .meta").contains("县市场监督管理局"));
    page.view("report");
    page.wait_for("document.querySelector('main').textContent.includes('县市场监督管理局')");
    page.wait_for("!document.querySelector('main').textContent.includes('区市场监管局')");
    page.view("overview");
    let calls = page.text(".calls");
    assert!(calls.contains("县市场监督管理局") && calls.contains("0531-83212345"), "{calls}");
    assert!(page.count(".calls [data-call]") >= 1);
    page.saved();
    page.reenter();
    page.view("departments");

    // Its part has the new name, and comes back to the unit though it is renamed again.
    page.click(&format!("[data-action=slice][data-unit='{OFFICE}']"));
    page.fill(".sender [data-unit-text=person]", "李四");
    page.fill(".sender [data-unit-text=telephone]", "13800000000");
    page.press("Tab");
    page.act("slice-link");
    let link = page.shown_link();
    page.wait_for_element(&format!("tr:has([data-unit='{OFFICE}']) [data-dispatch=sent]"));
    page.saved();
    let clerk = in_profile(&Profile::new());
    clerk.enter(&link);
    clerk.wait_for_element("[data-slice='县市场监督管理局']");
    let strip = clerk.text("[data-slice]");
    assert!(strip.contains("李四") && strip.contains("13800000000"), "{strip}");
    assert!(!strip.contains("张三"), "{strip}");
    clerk.pick("2.model", "yes");
    let back = clerk.returned();
    clerk.well();
    page.act("close");
    page.click(&edit(OFFICE));
    write(&page, &text("name"), "市场局");
    page.paste(&back);
    page.wait_for_element("[data-merge]");
    assert!(page.text("[data-merge]").contains("市场局"));
    page.act("merge");
    page.own();
    assert!(page.picked("2.model", "yes"));
    page.view("departments");
    page.wait_for_element(&format!("tr:has([data-unit='{OFFICE}']) [data-dispatch=returned]"));
    page.well();
}

#[test]
fn units_are_merged_hidden_and_called_after_the_county_in_steps_that_undo_takes_back() {
    let page = begun(&Profile::new());
    let rows = |page: &Page| page.count(".units tbody tr");
    let all = rows(&page);
    let lists = |page: &Page, rows: u64| {
        page.wait_for(&format!("document.querySelectorAll('.units tbody tr').length === {rows}"));
    };
    page.click(&edit("区工信局（科技局）"));
    page.choose("[data-listed]", "区工信局");
    lists(&page, all - 1);
    assert!(page.text("[data-unlisted]").contains("区工信局（科技局）（并入区工信局）"));
    page.act("undo");
    lists(&page, all);
    page.act("redo");
    lists(&page, all - 1);
    page.act("unit-again");
    lists(&page, all);

    page.click(&edit("其他成员单位"));
    page.choose("[data-listed]", "-");
    lists(&page, all - 1);
    page.view("fill");
    assert!(!page.text("main tbody").contains("其他成员单位"));
    page.view("departments");
    page.act("unit-again");
    lists(&page, all);

    page.act("units-prefix");
    page.wait_for("document.querySelector('.units tbody').innerText.includes('县统计局')");
    page.wait_for_element("[data-action=units-prefix]:disabled");
    page.act("undo");
    page.wait_for("document.querySelector('.units tbody').innerText.includes('区统计局')");
    page.well();
}

#[test]
fn days_of_sending_are_corrected_by_hand() {
    let page = begun(&Profile::new());
    let status = "tr:has([data-unit='区统计局']) td.dispatch";
    assert_eq!(page.text(status), "未发");
    page.click(&edit("区统计局"));
    let day = |name: &str, day: &str| {
        page.eval(&format!(
            "(() => {{ const box = document.querySelector('[data-unit-text={name}]'); box.value = '{day}';\
             box.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
    };
    day("sent", "2022-07-10");
    page.shows(status, "已发 2022-07-10");
    day("returned", "2022-07-01");
    page.wait_for(
        "document.querySelector('[data-unit-edit]').innerText.includes('回传不早于发出')",
    );
    page.shows(status, "已发 2022-07-10");
    day("returned", "2022-07-12");
    page.shows(status, "已回 2022-07-12（2022-07-10 发）");
    assert_eq!(page.count("[data-unit-edit] [aria-invalid]"), 0);
    page.press("Escape");
    page.act("undo");
    page.shows(status, "已发 2022-07-10");
    page.saved();
    page.reenter();
    page.view("departments");
    page.shows(status, "已发 2022-07-10");
    assert!(page.text(".tally").contains("已发 1"));
    // What is shared says nothing of it, nor of a unit's telephone unless it is ticked.
    page.click(&edit("区统计局"));
    write(&page, &text("telephone"), "12345");
    page.press("Escape");
    let short = page.share();
    assert!(!short.contains("#q4"), "{short}");
    page.click("[data-include=contacts]");
    assert!(page.shown_link().contains("#q4"));
    page.well();
}
