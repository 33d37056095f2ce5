//! Workbooks as people send them back: what was not read is told before anything
//! is merged.

use std::path::PathBuf;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;
use crate::steps::{both, field, fresh};

/// A workbook of this tool, edited in a spreadsheet.
fn workbook(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "data", "workbooks", name].iter().collect()
}

/// The sample form, opened as the user's own.
#[track_caller]
fn sample() -> Page {
    sample_at(&site::over_http())
}

#[track_caller]
fn sample_at(url: &str) -> Page {
    let page = Profile::new().page();
    page.enter(url);
    page.act("sample");
    page.shows("[data-total] [data-points]", "75.55");
    page.saved();
    page
}

#[test]
fn a_workbook_opens_from_every_view() {
    let views = ["overview", "departments", "compare", "plan", "league"];
    for view in views.into_iter().chain(["readings", "report", "forms"]) {
        let page = sample();
        page.eval(&format!("location.hash = '#/{view}'"));
        page.wait_for_element(&format!("[data-view='{view}']"));
        page.set_files("[data-import]", &[&workbook("percent-format.xlsx")]);
        page.wait_for_element("[data-merge]");
        page.well();
    }
}

#[test]
fn a_percent_format_counts_as_it_is_shown() {
    let page = sample();
    page.set_files("[data-import]", &[&workbook("percent-format.xlsx")]);
    page.wait_for_element("[data-merge]");
    let merge = page.text("[data-merge]");
    assert!(merge.contains("98.5") && merge.contains("99"), "{merge}");
    page.act("merge");
    page.own();
    page.holds(&field("17.energy-review"), "98.5");
    page.well();
}

#[test]
fn one_bad_cell_is_told_and_holds_up_no_other() {
    for url in both() {
        let page = sample_at(&url);
        page.set_files("[data-import]", &[&workbook("one-bad-cell.xlsx")]);
        page.wait_for_element("[data-reading] [data-weight=refused]");
        let told = page.text("[data-reading]");
        assert!(told.contains("区住建局") && told.contains("基本全部"), "{told}");
        // It stands beside what would be merged: the user decides.
        page.wait_for_element("[data-merge]");
        page.act("merge");
        page.own();
        page.holds(&field("14.provincial-lead"), "3");
        page.view("departments");
        assert_eq!(page.count("[data-reading]"), 0);
        page.well();
    }
}

#[test]
fn every_fault_has_a_line_and_nothing_is_merged() {
    let page = sample();
    page.saved();
    let stored = page.eval("JSON.stringify(localStorage)");
    page.set_files("[data-import]", &[&workbook("many-faults.xlsx")]);
    page.wait_for_element("[data-weight=refused]");
    assert_eq!(page.count("[data-weight=refused] li"), 31);
    assert_eq!(page.count("[data-merge]"), 0);
    assert_eq!(page.eval("JSON.stringify(localStorage)"), stored);
    page.well();
}

#[test]
fn a_workbook_without_its_hidden_sheet_is_known_by_ones_own_form() {
    let page = sample();
    page.set_files("[data-import]", &[&workbook("hidden-sheet-gone.xlsx")]);
    page.wait_for_element("[data-merge]");
    page.act("merge");
    page.own();
    page.holds(&field("14.provincial-lead"), "3");
    page.well();
}

#[test]
fn words_that_were_understood_are_told() {
    let page = sample();
    page.set_files("[data-import]", &[&workbook("words-for-yes.xlsx")]);
    page.wait_for_element("[data-weight=taken]");
    assert!(page.count("[data-weight=taken] li") > 0);
    assert_eq!(page.count("[data-weight=refused]"), 0);
    page.wait_for_element("[data-merge]");
    page.well();
}

#[test]
fn other_kinds_of_files_are_named() {
    let page = fresh();
    for (name, said) in [
        ("old.xls", "另存为 .xlsx"),
        ("open-document.ods", ".ods"),
        ("locked.xlsx", "密码"),
        ("cells.csv", "CSV"),
        ("cut.xlsx", "文件不完整"),
    ] {
        page.set_files("[data-import]", &[&workbook(name)]);
        page.told(&format!("没有打开「{name}」"));
        page.told(said);
        page.act("dismiss");
    }
    assert_eq!(page.count("[data-shared]"), 0);
    page.well();
}
