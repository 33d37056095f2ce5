//! The report: its parts, what goes out of the page, and paper.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::browser::Profile;
use crate::page::{Page, quoted};
use crate::site;
use crate::steps::{SAMPLE, both, field, file};

/// A blank form of the city's checklist.
pub const CHECKLIST: &str = r#"{"format":"qiangxian.form","version":1,"rulebook":"jinan-city-2018",
"county":"某市","answers":{"27.standardised":"45"}}"#;

/// The report of the sample form.
#[track_caller]
fn sample(profile: &Profile) -> Page {
    sample_at(profile, &site::over_http())
}

#[track_caller]
pub fn sample_at(profile: &Profile, url: &str) -> Page {
    report_of(profile, url, SAMPLE)
}

/// The report of a form file, kept as the user's own.
#[track_caller]
pub fn report_of(profile: &Profile, url: &str, form: &str) -> Page {
    let page = profile.page();
    page.enter(url);
    // Journeys run at once: each has a folder of its own.
    let thread = std::thread::current();
    let folder = thread.name().unwrap_or("report").replace("::", "-");
    page.set_files("[data-import]", &[&file(&folder, "form.qiangxian.json", form)]);
    page.wait_for_element("[data-shared]");
    page.keep();
    page.act("dismiss");
    page.view("report");
    page.wait_for_element("[data-view='report'] [data-section='table']");
    page
}

#[track_caller]
fn text_of(path: &Path) -> String {
    match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/journeys/report");
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

/// Runs a program in Python that knows openpyxl; none when there is no such Python.
pub fn openpyxl(program: &str, args: &[&str]) -> Option<Value> {
    let known = |python: &&str| {
        let knows = Command::new(python).args(["-c", "import openpyxl"]).output();
        knows.is_ok_and(|output| output.status.success())
    };
    let Some(python) = ["python3", "/usr/bin/python3"].into_iter().find(known) else {
        eprintln!("skipped: no Python here has openpyxl, another reader of workbooks");
        return None;
    };
    let output = Command::new(python).args(["-c", program]).args(args).output();
    let output = output.expect("Python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap_or_default())
}

/// Every sheet's cells, with how many cells offer a list.
const CELLS: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {
    'state': sheet.sheet_state, 'lists': len(sheet.data_validations.dataValidation),
    'rows': [list(row) for row in sheet.iter_rows(values_only=True)]} for sheet in book}))
";

/// Fills in cells by their keys, as a unit would, and saves under another name.
const FILL: &str = "
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book[sys.argv[3]]
for row in sheet.iter_rows():
    for key, value in zip(sys.argv[4::2], sys.argv[5::2]):
        if row[0].value == key:
            row[3].value = value
book.save(sys.argv[2])
print('true')
";

/// Runs a program of poppler-utils; none when it is not on this machine.
fn poppler(program: &str, args: &[&str]) -> Option<String> {
    match Command::new(program).args(args).output() {
        Ok(output) => {
            assert!(output.status.success(), "{program}: {output:?}");
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(error) => {
            eprintln!("skipped: {program} of poppler-utils could not be started: {error}");
            None
        }
    }
}

#[test]
fn the_report_says_what_the_form_says() {
    let page = sample(&Profile::new());
    let total = page.text("[data-total] [data-points]");
    assert!(page.text("[data-section='cover']").contains(&format!("{total} 分")));
    assert_eq!(page.count("[data-section='table'] tr[data-indicator]"), 43);
    let scores = page.scores();
    // A part that is left out is neither on the screen nor on paper.
    page.click("[data-part='notes']");
    assert_eq!(page.count("[data-section='notes'][hidden]"), 1);
    page.click("[data-part='notes']");
    assert_eq!(page.count("[data-section='notes'][hidden]"), 0);
    page.view("fill");
    assert_eq!(page.scores(), scores);
    page.well();
}

#[test]
fn a_checklist_has_a_report_too() {
    let profile = Profile::new();
    let page = report_of(&profile, &site::over_http(), CHECKLIST);
    assert_eq!(page.count("[data-section='table'] tr[data-indicator]"), 132);
    assert!(page.text("[data-section='cover']").contains("已达到要求 1 项"));
    assert!(page.text("tr[data-indicator='27']").contains("任务状态：已达到要求"));
    assert_eq!(page.count("[data-section='references'] h2"), 0);
    page.click("[data-view='report'] [data-action='csv']");
    let text = text_of(&profile.downloaded());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.records().filter(Result::is_ok).count(), 132);
    page.act("workbook");
    let book = profile.downloaded().to_string_lossy().into_owned();
    let Some(sheets) = openpyxl(CELLS, &[&book]) else { return };
    assert_eq!(sheets["汇总"]["rows"][0][1], "某市");
    page.well();
}

#[test]
fn the_report_is_printed_whole() {
    let page = sample(&Profile::new());
    let pdf = folder().join("report.pdf");
    page.pdf(&pdf);
    let path = pdf.to_string_lossy().into_owned();
    let Some(text) = poppler("pdftotext", &["-layout", &path, "-"]) else { return };
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    for (at, one) in pages.iter().enumerate() {
        let number = format!("{} / {}", at + 1, pages.len());
        assert!(one.contains(&number), "page {} has no number {number}", at + 1);
    }
    // Every page of the table has its head, and nothing of the screen is there.
    let first = pages.iter().position(|one| one.contains("逐项得分")).expect("the table");
    let after = pages.iter().position(|one| one.contains("失分与下一步")).expect("the gaps");
    for one in &pages[first..after] {
        assert!(one.contains("计算过程"), "no head on a page of the table");
    }
    for word in ["打印报告", "撤销", "我的表", "已保存", "打分表"] {
        assert!(!text.contains(word), "{word} is on paper");
    }
    let fonts = poppler("pdffonts", &[&path]).unwrap_or_default();
    for font in fonts.lines().skip(2) {
        let embedded = font.split_whitespace().rev().nth(4);
        assert_eq!(embedded, Some("yes"), "a font is not embedded: {font}");
    }
    let pictures = folder().join("page");
    poppler("pdftoppm", &["-r", "60", "-png", &path, &pictures.to_string_lossy()]);
    page.well();
}

#[test]
fn the_csv_has_every_figure() {
    let profile = Profile::new();
    let page = sample(&profile);
    let total = page.text("[data-total] [data-points]");
    page.click("[data-view='report'] [data-action='csv']");
    let text = text_of(&profile.downloaded());
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let column = |name: &str| head.iter().position(|one| one == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 43);
    let shown = page.scores();
    for (row, shown) in rows.iter().zip(&shown[1..]) {
        let (low, high) = (&row[column("已得分")], &row[column("最高可得")]);
        assert_eq!(&format!("{low} {low} {high}"), shown, "{row:?}");
    }
    let sum: f64 =
        rows.iter().map(|row| row[column("已得分")].parse::<f64>().unwrap_or(f64::NAN)).sum();
    assert!((sum - total.parse::<f64>().unwrap_or(f64::NAN)).abs() < 0.1, "{sum} is not {total}");
    page.well();
}

#[test]
fn names_of_files_carry_county_year_and_day() {
    let page = sample(&Profile::new());
    for (action, ending) in [("csv", ".csv"), ("save-form", ".qiangxian.json")] {
        let name = page.eval(&format!(
            "new Promise((done) => {{ const click = HTMLAnchorElement.prototype.click; \
             HTMLAnchorElement.prototype.click = function () {{ \
             HTMLAnchorElement.prototype.click = click; done(this.download); }}; \
             document.querySelector(\"[data-view=report] [data-action='{action}']\").click(); }})"
        ));
        let name = name.as_str().unwrap_or_default();
        assert!(name.starts_with("示例县-2022年-") && name.ends_with(ending), "{name}");
        assert!(name.contains("-20"), "no day in {name}");
    }
    page.well();
}

#[test]
fn a_report_is_of_the_baseline_unless_a_scenario_is_asked_for() {
    let profile = Profile::new();
    let page = sample(&profile);
    let total = page.text("[data-total] [data-points]");
    let cover = |page: &Page| page.text("[data-section='cover']");
    page.act("scenario-begin");
    page.figure(&field("14.provincial-lead"), "9");
    page.view("report");
    assert_ne!(page.text("[data-total] [data-points]"), total);
    assert!(cover(&page).contains(&format!("{total} 分")));
    assert_eq!(page.count(".paper .supposed-mark"), 0);
    page.click("[data-form='by-scenario']");
    page.wait_for_element(".paper .supposed-mark");
    let supposed = page.text("[data-total] [data-points]");
    let said = cover(&page);
    assert!(said.contains(&format!("{supposed} 分")) && said.contains("假设"), "{said}");
    page.click("[data-view='report'] [data-action='csv']");
    let text = text_of(&profile.downloaded());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head = reader.headers().expect("a head").clone();
    assert_eq!(head.iter().next_back(), Some("假设"));
    let pdf = folder().join("supposed.pdf");
    page.pdf(&pdf);
    page.well();
    let path = pdf.to_string_lossy().into_owned();
    let Some(text) = poppler("pdftotext", &["-layout", &path, "-"]) else { return };
    for (at, one) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
        assert!(one.contains("假设"), "page {} carries no mark", at + 1);
    }
}

#[test]
fn table_and_summary_are_copied() {
    let page = sample(&Profile::new());
    let total = page.text("[data-total] [data-points]");
    page.eval(
        "window.kept = {}; const set = DataTransfer.prototype.setData; \
         DataTransfer.prototype.setData = function (kind, text) { kept[kind] = text; \
         return set.call(this, kind, text); }",
    );
    page.click("[data-view='report'] [data-action='copy-summary']");
    page.wait_for("kept['text/plain']");
    let summary = page.eval("kept['text/plain']");
    let summary = summary.as_str().unwrap_or_default();
    assert!(summary.contains("示例县") && summary.contains(&format!(" {total} 分")), "{summary}");
    page.click("[data-view='report'] [data-action='copy-table']");
    page.wait_for("kept['text/html']");
    let html = page.eval("kept['text/html']");
    let rows = html.as_str().unwrap_or_default().matches("<tr").count() as u64;
    // The head, the indicators, rows above each dimension and each group, the total.
    let groups = page.count("[data-section='table'] tr.group");
    assert_eq!(rows, 1 + 43 + 4 + groups + 1);
    page.well();
}

#[test]
fn a_workbook_goes_out_and_comes_back_filled_in() {
    for url in both() {
        let profile = Profile::new();
        let page = sample_at(&profile, &url);
        // Nothing of it is loaded before it is asked for.
        let loaded = "performance.getEntriesByType('resource')\
                      .filter((one) => one.name.includes('sheets')).length";
        assert_eq!(page.eval(loaded), 0);
        page.act("workbook");
        let book = profile.downloaded();
        page.wait_for(
            "document.querySelector('.workbook [role=status]').innerText.includes('已生成')",
        );
        let path = book.to_string_lossy().into_owned();
        let Some(sheets) = openpyxl(CELLS, &[&path]) else { return };
        let table = sheets["逐项得分"]["rows"].as_array().expect("a table");
        let column = |name: &str| {
            let head = table[0].as_array().expect("a head");
            head.iter().position(|cell| cell == name).expect("a column")
        };
        let scores = page.scores();
        assert_eq!(table.len(), scores.len());
        for (row, score) in table[1..].iter().zip(&scores[1..]) {
            let [low, high] = ["已得分", "最高可得"].map(|name| row[column(name)].to_string());
            assert_eq!(&format!("{low} {low} {high}"), score, "{row}");
        }
        assert_eq!(sheets["汇总"]["rows"][0][1], "示例县");
        let unit = &sheets["区市场监管局"];
        assert!(unit["lists"].as_u64() > Some(20), "{}", unit["lists"]);
        assert_eq!(sheets["qiangxian.form"]["state"], "veryHidden");
        // One unit fills in its sheet and sends the file back.
        let filled = book.with_file_name("returned.xlsx").to_string_lossy().into_owned();
        let cells = ["field:12.platform", "否", "field:14.provincial-lead", "3"];
        openpyxl(FILL, &[&[&*path, &*filled, "区市场监管局"], &cells[..]].concat());
        page.set_files("[data-import]", &[Path::new(&filled)]);
        // It is a slice of the form that is kept here, and merges into it.
        page.wait_for_element("[data-merge]");
        assert!(page.text("[data-merge]").contains("3 项"));
        for conflict in 0..page.count("[data-conflict]") {
            page.click(&format!("[data-conflict='{conflict}'] input[value=theirs]"));
        }
        page.act("merge");
        page.own();
        page.holds(&field("14.provincial-lead"), "3");
        assert!(page.picked("12.platform", "no"));
        page.well();
    }
}

#[test]
fn a_workbook_that_is_none_is_refused_in_words() {
    let page = sample(&Profile::new());
    let bad = file("report", "不是.xlsx", "PK\u{3}\u{4}");
    page.set_files("[data-import]", &[&bad]);
    page.told("没有打开「不是.xlsx」");
    page.told("文件不完整");
    page.act("dismiss");
    page.told_nothing();
    page.well();
}

#[test]
fn thousands_of_rows_of_evidence_are_few_elements_and_none_is_left_out() {
    let rows: Vec<String> =
        (0..3_000).map(|n| format!(r#"{{"title":"材料{n}","ready":true}}"#)).collect();
    let form = format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022","year":2022,
"county":"某县","answers":{{}},"evidence":{{"1":[{}]}}}}"#,
        rows.join(",")
    );
    let profile = Profile::new();
    let page = report_of(&profile, &site::over_http(), &form);
    let row = "[data-section='table'] tr[data-indicator='1']";
    page.wait_for(&format!(
        "document.querySelector({}).textContent.includes('材料2999')",
        quoted(row)
    ));
    let elements = page.count(&format!("{row} *"));
    assert!(elements < 300, "{elements} elements for 3,000 rows");
    page.well();
}
