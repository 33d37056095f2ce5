//! Tables that leave the page: markup is escaped, a spreadsheet reads back what
//! was written, and nothing in it runs.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use qiangxian::text::table::Table;

fn table(rows: &[&[&str]]) -> Table {
    let mut table = Table::new("示例县 <失分>".into(), &["序号", "指标", "原因"]);
    for row in rows {
        table.rows.push(row.iter().map(|cell| cell.to_string()).collect());
    }
    table
}

/// What a spreadsheet sees of a cell.
#[track_caller]
fn cell(text: &str, expected: &str) {
    let csv = Table { rows: vec![vec![text.into()]], ..Table::new(String::new(), &["a"]) }.csv();
    assert_eq!(csv, format!("\u{FEFF}a\r\n{expected}\r\n"), "{text:?}");
}

#[test]
fn a_message_has_a_line_a_row() {
    let table = table(&[&["1", "口号", "未填：甲\n乙"], &["2", "模式", " "]]);
    assert_eq!(table.plain(), "示例县 <失分>\n1 口号｜原因：未填：甲 乙\n2 模式");
}

#[test]
fn markup_is_escaped() {
    let html = table(&[&["1", "<b>&\"'", "甲\n乙\t丙"]]).html();
    assert_eq!(
        html,
        "<p><b>示例县 &lt;失分&gt;</b></p>\
         <table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\
         <thead><tr><th>序号</th><th>指标</th><th>原因</th></tr></thead><tbody>\
         <tr><td>1</td><td>&lt;b&gt;&amp;&quot;&#39;</td><td>甲<br>乙 丙</td></tr></tbody></table>"
    );
}

#[test]
fn cells_that_could_run_are_defused() {
    for run in ["=1+1", "+1", "-1+1", "@SUM(A1)", "-", "--1", "-1.", "-.5", "-1.5.2", "-１"] {
        cell(run, &format!("'{run}"));
    }
    for run in ["＝1", "＋1", "－1", "＠a", " =1", "\u{3000}=1", "\t=1"] {
        cell(run, &format!("'{run}"));
    }
    cell("=\"a\"", "\"'=\"\"a\"\"\"");
    cell("\r=1", "\"'\r=1\"");
    for safe in ["-1", "-12.50", "0", "1.5", "1+1", "a=b", "", " ", "—", "（-1）"] {
        cell(safe, safe);
    }
}

#[test]
fn cells_are_quoted_where_they_must_be() {
    cell("甲,乙", "\"甲,乙\"");
    cell("说“\"好\"”", "\"说“\"\"好\"\"”\"");
    cell("甲\n乙", "\"甲\n乙\"");
}

proptest! {
    #[test]
    fn a_spreadsheet_reads_what_was_written(
        rows in prop::collection::vec(prop::collection::vec(cells(), 3), 0..6)
    ) {
        let table = Table { rows: rows.clone(), ..table(&[]) };
        let text = table.csv();
        let text = text.strip_prefix('\u{FEFF}').unwrap();
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        prop_assert_eq!(head, table.head);
        let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(read.len(), rows.len());
        for (read, row) in read.iter().zip(&rows) {
            for (read, cell) in read.iter().zip(row) {
                match read.strip_prefix('\'') {
                    Some(rest) if rest == cell => {}
                    _ => {
                        prop_assert_eq!(read, cell);
                        let runs = read.starts_with(['=', '+', '@', '\t', '\r', '＝', '＋', '－', '＠']);
                        prop_assert!(!runs, "{:?}", read);
                        let negative = read.starts_with('-');
                        prop_assert!(!negative || read.parse::<rust_decimal::Decimal>().is_ok());
                    }
                }
            }
        }
    }

    #[test]
    fn no_cell_breaks_out_of_the_markup(text in cells()) {
        let html = table(&[&["1", "2", &text]]).html();
        let inner = html.rsplit_once("<td>").unwrap().1;
        let inner = inner.strip_suffix("</td></tr></tbody></table>").unwrap().replace("<br>", "\n");
        prop_assert!(!inner.contains(['<', '>', '"', '\'']));
        let back = inner
            .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&#39;", "'").replace("&amp;", "&");
        let control = |c: char| c != '\n' && c.is_control();
        prop_assert_eq!(back, text.replace(control, " "));
    }
}

fn cells() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[-=+@＝－ ,\"'\r\n\t0-9.a甲<>&]{0,8}",]
}
