//! Blocks of cells that are pasted from a spreadsheet.

use crate::page::{Page, quoted};
use crate::steps::{action, field, fresh};

/// Pastes a text where the focus is, as Ctrl+V does.
#[track_caller]
fn paste(page: &Page, text: &str) {
    page.eval(&format!(
        "(() => {{ const data = new DataTransfer(); data.setData('text/plain', {}); \
         document.activeElement.dispatchEvent(new ClipboardEvent('paste', \
         {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()",
        quoted(text)
    ));
}

#[test]
fn rows_of_evidence_are_pasted_and_what_is_not_understood_is_told() {
    let page = fresh();
    page.open_row("3");
    page.click(".pane [data-evidence] [data-action=row-add]");
    let title = "[data-evidence] [data-row='0'] [data-part=title]";
    page.wait_for_element(title);
    page.focus(title);
    paste(
        &page,
        "材料名称\t文号\t日期\n区委文件\t区委〔2022〕5号\t2022年3月1日\n会议纪要\t\t去年\n",
    );
    page.wait_for_element(".dialog.pasting [data-told]");
    page.told("已加 2 行");
    page.wait_for("document.querySelector('[data-told]').innerText.includes('去年')");
    page.act("pasted-seen");
    page.holds(title, "区委文件");
    page.holds("[data-evidence] [data-row='0'] [data-part=date]", "2022-03-01");
    page.holds("[data-evidence] [data-row='1'] [data-part=title]", "会议纪要");
    page.holds("[data-evidence] [data-row='1'] [data-part=date]", "");
    page.act("undo");
    page.wait_for("!document.querySelector('[data-evidence] [data-row=\"1\"]')");
    page.well();
}

#[test]
fn rows_of_honours_are_pasted() {
    let page = fresh();
    page.open_row("43");
    page.click(&format!("{} {}", field("43.honours"), action("row-add")));
    let title = format!("{} [data-row='0'] [data-part=title]", field("43.honours"));
    page.wait_for_element(&title);
    page.focus(&title);
    paste(&page, "省长质量奖\t某公司\t省级\t2021\n市长质量奖\t某厂\t市级\t2021\n");
    page.told("已加 2 行");
    page.holds(&title, "省长质量奖");
    let last = |part: &str| format!("{} [data-row='1'] [data-part={part}]", field("43.honours"));
    page.holds(&last("title"), "市长质量奖");
    page.holds(&last("year"), "2021");
    page.well();
}

#[test]
fn numbers_and_figures_are_looked_over_and_filled_in() {
    let page = fresh();
    page.focus("[role=treegrid] tr[tabindex='0']");
    paste(&page, "序号\t数值\n2\t是\n26\t96.5%\n99\t1\n");
    page.wait_for_element("[data-pasted='26.handled']");
    // Nothing is filled in before one says so.
    page.totals("0", "100");
    page.wait_for("document.querySelector('[data-told]').innerText.includes('99')");
    page.act("paste-fill");
    page.told("已填入 2 项");
    page.reach(&field("26.handled"));
    page.holds(&field("26.handled"), "96.5");
    page.act("undo");
    page.holds(&field("26.handled"), "");

    // By the menu, typed or pasted into the box.
    page.click(".more-menu summary");
    page.act("paste-figures");
    page.fill("[data-form=pasting]", "2\t是");
    page.wait_for_element("[data-pasted='2.model']");
    page.act("paste-cancel");
    page.wait_for("!document.querySelector('.dialog.pasting[open]')");
    page.totals("0", "100");
    page.well();
}
