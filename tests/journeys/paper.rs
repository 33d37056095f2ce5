//! Tables on paper: every text stays within its cell, and none is cut.

use serde_json::json;

use crate::browser::Profile;
use crate::page::{Page, quoted};
use crate::report::{CHECKLIST, report_of};
use crate::site;
use crate::steps::SAMPLE;

/// The texts of a table that reach out of their cells, or that their cells cut.
#[track_caller]
fn spilled(page: &Page, table: &str) -> serde_json::Value {
    page.eval(&format!(
        "(() => {{ const bad = []; let seen = 0; \
         for (const cell of document.querySelectorAll({} + ' :is(th, td)')) {{ \
           const box = cell.getBoundingClientRect(); \
           const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT); \
           for (let text; (text = walk.nextNode());) {{ \
             if (!text.data.trim() || !text.parentElement.checkVisibility()) continue; \
             if (text.parentElement.closest('.unseen')) continue; \
             const range = document.createRange(); range.selectNodeContents(text); \
             for (const part of range.getClientRects()) {{ \
               seen += 1; \
               if (part.left < box.left - 1 || part.right > box.right + 1 \
                 || part.top < box.top - 1 || part.bottom > box.bottom + 1) \
                 bad.push(text.data.slice(0, 40)); }} }} }} \
         return seen ? bad : ['nothing was drawn']; }})()",
        quoted(table)
    ))
}

#[test]
fn no_text_of_a_printed_report_runs_out_of_its_cell() {
    for form in [SAMPLE, CHECKLIST] {
        let page = report_of(&Profile::new(), &site::over_http(), form);
        // The width of an A4 page that lies, within its margins, and of one that stands.
        for width in [1040, 700] {
            page.viewport(width, 900, false, 1.0);
            page.appearance("print", "light");
            assert_eq!(spilled(&page, "[data-section='table'] table"), json!([]), "{width}");
            page.appearance("screen", "light");
        }
        page.well();
    }
}

#[test]
fn no_text_of_the_printed_scoring_table_runs_out_of_its_cell() {
    for form in [SAMPLE, CHECKLIST] {
        let page = report_of(&Profile::new(), &site::over_http(), form);
        page.view("fill");
        page.eval("dispatchEvent(new Event('beforeprint'))");
        page.viewport(1040, 900, false, 1.0);
        page.appearance("print", "light");
        page.wait_for_element(".sheet-printed table");
        assert_eq!(spilled(&page, ".sheet-printed table"), json!([]));
        page.well();
    }
}
