//! Papers that are handed in: each is downloaded from the page and read.

use std::io::{Cursor, Read};
use std::path::Path;

use crate::browser::Profile;
use crate::page::Page;
use crate::rest::blocked;
use crate::site;
use crate::steps::{SAMPLE, both, field, file};

#[path = "../native/papers/docx.rs"]
mod docx;

use docx::{Docx, Package, Row};

/// A blank form of the city's checklist with one task met.
const CHECKLIST: &str = r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018",
"county":"某市","answers":{"27.standardised":"45"}}"#;

/// How often the module for papers was asked for.
const ASKED: &str = "performance.getEntriesByType('resource')\
                     .filter((one) => one.name.includes('-part-papers-')).length";

/// The view of a form file, kept as the user's own.
#[track_caller]
fn report_of(profile: &Profile, url: &str, form: &str) -> Page {
    let page = profile.page();
    page.enter(url);
    // Journeys run at once: each has a folder of its own.
    let thread = std::thread::current();
    let folder = thread.name().unwrap_or("papers").replace("::", "-");
    page.set_files("[data-import]", &[&file(&folder, "form.qiangxian.json", form)]);
    page.wait_for_element("[data-shared]");
    page.keep();
    page.act("dismiss");
    page.view("report");
    page.wait_for_element("[data-view='report'] [data-paper]");
    page
}

/// Downloads a paper.
#[track_caller]
fn paper(profile: &Profile, page: &Page, id: &str) -> Vec<u8> {
    page.click(&format!("[data-paper='{id}'] [data-action='save-word']"));
    let path = profile.downloaded();
    page.wait_for("document.querySelector('.papers [role=status]').innerText.includes('已生成')");
    let bytes = bytes(&path);
    assert_eq!(Package::open(&bytes).faults(), [""; 0], "{id}");
    bytes
}

#[track_caller]
fn bytes(path: &Path) -> Vec<u8> {
    match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

/// The papers that the page offers.
fn offered(page: &Page) -> Vec<String> {
    let all =
        page.eval("[...document.querySelectorAll('[data-paper]')].map((e) => e.dataset.paper)");
    let all = all.as_array().cloned().unwrap_or_default();
    all.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

/// The scores of a scoring table, indicator by indicator.
fn scores_of(table: &[Row]) -> Vec<&str> {
    let is_one = |row: &&Row| row.cells[0].text.parse::<u32>().is_ok();
    table.iter().filter(is_one).map(|row| row.cells[5].text.as_str()).collect()
}

#[test]
fn each_paper_says_what_the_page_says() {
    for url in both() {
        let profile = Profile::new();
        let page = report_of(&profile, &url, SAMPLE);
        // Nothing of it is loaded before it is asked for.
        assert_eq!(page.eval(ASKED), 0);
        let total = page.text("[data-total] [data-points]");
        let all = offered(&page);
        assert_eq!(
            all,
            ["scores", "report", "evidence", "covers", "application", "orders", "brief"]
        );
        for id in &all {
            let docx = Docx::open(&paper(&profile, &page, id));
            let text = docx.text();
            assert!(!docx.styled("Title").is_empty(), "{id} has no title");
            assert!(text.contains("示例县"), "{id}: {text}");
            let has_total = !["evidence", "covers", "orders"].contains(&id.as_str());
            assert!(text.contains(&total) || !has_total, "{id}: {text}");
            assert!(!text.contains("假设"), "{id}");
        }
        let docx = Docx::open(&paper(&profile, &page, "scores"));
        let shown = page.scores();
        let shown: Vec<&str> = shown[1..].iter().filter_map(|one| one.split(' ').next()).collect();
        assert_eq!(scores_of(&docx.tables[0]), shown);
        page.well();
    }
}

#[test]
fn all_papers_come_in_one_archive() {
    for url in both() {
        let profile = Profile::new();
        let page = report_of(&profile, &url, SAMPLE);
        page.act("save-all");
        let bytes = bytes(&profile.downloaded());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut names = Vec::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("bytes");
            assert_eq!(Package::open(&bytes).faults(), [""; 0]);
            names.push(file.name().expect("a name").into_owned());
        }
        for name in ["自评打分表.docx", "自评报告.docx", "任务交办单/区住建局.docx"]
        {
            assert!(names.iter().any(|one| one == name), "{name}: {names:?}");
        }
        page.well();
    }
}

#[test]
fn a_scenario_is_supposed_on_every_page_of_a_paper() {
    let profile = Profile::new();
    let page = report_of(&profile, &site::over_http(), SAMPLE);
    let total = page.text("[data-total] [data-points]");
    page.act("scenario-begin");
    page.figure(&field("14.provincial-lead"), "9");
    page.view("report");
    let supposed = page.text("[data-total] [data-points]");
    assert_ne!(supposed, total);
    // The baseline, unless the scenario is asked for.
    let last = |bytes: &[u8]| {
        let docx = Docx::open(bytes);
        docx.tables[0].last().map(|row| row.cells[3].text.clone())
    };
    assert_eq!(last(&paper(&profile, &page, "scores")), Some(total));
    page.click("[data-form='by-scenario']");
    let bytes = paper(&profile, &page, "scores");
    assert_eq!(last(&bytes), Some(supposed));
    let package = Package::open(&bytes);
    for header in ["word/header1.xml", "word/header2.xml"] {
        assert!(Docx::read(package.part(header)).text().contains("假设"), "{header}");
    }
    page.well();
}

#[test]
fn the_city_has_its_tasks_and_its_evidence() {
    let profile = Profile::new();
    let page = report_of(&profile, &site::over_http(), CHECKLIST);
    assert_eq!(offered(&page), ["tasks", "evidence", "covers"]);
    let tasks = Docx::open(&paper(&profile, &page, "tasks"));
    assert!(tasks.text().contains("已达到要求 1 项"));
    let evidence = Docx::open(&paper(&profile, &page, "evidence"));
    assert!(evidence.text().contains("27 "));
    page.well();
}

#[test]
fn a_paper_whose_module_does_not_come_is_told_and_comes_later() {
    let profile = Profile::new();
    let page = report_of(&profile, &site::over_http(), SAMPLE);
    blocked(&page, &["*-part-papers-*"]);
    page.click("[data-paper='brief'] [data-action='save-word']");
    page.told("有文件没有取到");
    // Pressed again, it is made once all the same.
    page.click("[data-paper='brief'] [data-action='save-word']");
    blocked(&page, &[]);
    let docx = Docx::open(&bytes(&profile.downloaded()));
    assert_eq!(docx.styled("Title").len(), 1);
    page.told_nothing();
    let errors = page.take_errors();
    assert!(errors.iter().all(|error| error.contains("-part-papers-")), "{errors:?}");
}

#[test]
fn what_was_typed_does_not_break_a_paper() {
    let profile = Profile::new();
    let page = report_of(&profile, &site::over_http(), SAMPLE);
    page.view("fill");
    page.fill("[data-indicator='1'] [data-note]", "<w:p>&amp; ]]> \"引\"");
    page.saved();
    page.view("report");
    page.wait_for_element("[data-paper='scores']");
    let text = Docx::open(&paper(&profile, &page, "scores")).text();
    assert!(text.contains("<w:p>&amp; ]]> \"引\""), "{text}");
    page.well();
}

#[test]
fn a_file_is_named_by_county_year_paper_and_day() {
    let page = report_of(&Profile::new(), &site::over_http(), SAMPLE);
    let name = page.eval(
        "new Promise((done) => { const click = HTMLAnchorElement.prototype.click; \
         HTMLAnchorElement.prototype.click = function () { \
         HTMLAnchorElement.prototype.click = click; done(this.download); }; \
         document.querySelector(\"[data-paper='scores'] [data-action='save-word']\").click(); })",
    );
    let name = name.as_str().unwrap_or_default();
    assert!(name.starts_with("示例县-2022年-自评打分表-20") && name.ends_with(".docx"), "{name}");
    page.well();
}
