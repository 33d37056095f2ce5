//! The workbook of formulas: it goes out, opens, and computes when it is changed.

use std::process::Command;

use serde_json::Value;

use crate::browser::Profile;
use crate::report::{CHECKLIST, openpyxl, report_of, sample_at};
use crate::site;
use crate::steps::both;

/// The formulas of a workbook by the names of their cells.
const FORMULAS: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def cells(name):
    return [book[sheet][cell] for sheet, cell in name.destinations if ':' not in cell]
print(json.dumps({name: cell.value for name, one in book.defined_names.items() for cell in cells(one)}))
";

/// Changes a cell by its name, and saves under another name.
const CHANGE: &str = "
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
for sheet, cell in book.defined_names[sys.argv[3]].destinations:
    book[sheet][cell].value = sys.argv[4]
book.save(sys.argv[2])
print('true')
";

/// What stands in the row of the total: what counts, the page's figure, the check.
const TOTAL: &str = "
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
print(json.dumps([[row[5], row[6], row[7]] for row in sheet.iter_rows(values_only=True)
                  if row[1] == '合计'][0]))
";

#[test]
fn the_workbook_of_formulas_goes_out_and_computes() {
    for url in both() {
        let profile = Profile::new();
        let page = sample_at(&profile, &url);
        page.act("formulas");
        let book = profile.downloaded();
        page.wait_for(
            "document.querySelector('[data-formulas] [role=status]').innerText.includes('已生成')",
        );
        let path = book.to_string_lossy().into_owned();
        assert!(path.contains("计算表"), "{path}");
        let total = page.text("[data-total] [data-points]");
        page.well();
        let Some(cells) = openpyxl(FORMULAS, &[&path]) else { return };
        // Every point is a formula over named cells with the answers.
        assert_eq!(cells["步骤2_1"], "=IF(项2_1=\"是\",2,0)");
        assert_eq!(cells["项2_1"], "是");
        for at in 1..=43 {
            let formula = cells[format!("得分{at}")].as_str().unwrap_or_default();
            assert!(formula.starts_with("=IF(ISNUMBER(调整"), "{at}: {formula}");
        }
        assert!(cells["总分"].as_str().is_some_and(|formula| formula.starts_with("=SUM(")));
        // Changed in a spreadsheet, it computes afresh and says that it differs.
        let changed = book.with_file_name("changed.xlsx").to_string_lossy().into_owned();
        openpyxl(CHANGE, &[&path, &changed, "项7_1", "否"]);
        let folder = book.with_file_name("computed").to_string_lossy().into_owned();
        let user = format!("-env:UserInstallation=file://{folder}/profile");
        let office = Command::new("soffice")
            .args([&user, "--headless", "--convert-to", "xlsx", "--outdir", &folder, &changed])
            .output();
        let Ok(output) = office else {
            eprintln!("skipped: LibreOffice (soffice) is not here to compute formulas");
            continue;
        };
        assert!(output.status.success(), "{output:?}");
        let computed = format!("{folder}/changed.xlsx");
        let Some(Value::Array(row)) = openpyxl(TOTAL, &[&computed]) else { continue };
        let shown: f64 = total.parse().expect("points");
        let counts = row[0].as_f64().expect("points");
        assert!((counts - (shown - 1.0)).abs() < 0.005, "{row:?}, expected {shown} less 1");
        assert_eq!((row[1].as_f64(), &row[2]), (Some(shown), &Value::from("不一致")));
    }
}

#[test]
fn a_checklist_offers_no_workbook_of_formulas() {
    let page = report_of(&Profile::new(), &site::over_http(), CHECKLIST);
    assert_eq!(page.count("[data-action='workbook']"), 1);
    assert_eq!(page.count("[data-action='formulas']"), 0);
    page.well();
}
