//! Tables that leave the page: markup is escaped, a spreadsheet reads back what
//! was written, and nothing in it runs.

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
    let mut table = table(&[&["1", "<b>&\"'", "甲\n乙\t丙"]]);
    table.push_band(vec!["合计".into(), String::new(), "2".into()]);
    let html = table.html();
    let row = "<tr style=\"page-break-inside:avoid\">";
    assert!(html.starts_with(
        "<p><b><bdi>示例县 &lt;失分&gt;</bdi></b></p>\
         <table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\" style=\""
    ));
    let rest = html.split_once("<colgroup>").expect("columns").1;
    assert_eq!(
        rest,
        format!(
            "<col width=\"16%\"><col width=\"33%\"><col width=\"50%\"></colgroup>\
             <thead>{row}<th><bdi>序号</bdi></th><th><bdi>指标</bdi></th><th><bdi>原因</bdi></th></tr></thead>\
             <tbody>{row}<td><bdi>1</bdi></td><td><bdi>&lt;b&gt;&amp;&quot;&#39;</bdi></td>\
             <td><bdi>甲<br>乙 丙</bdi></td></tr>\
             {row}<td><b><bdi>合计</bdi></b></td><td><b><bdi></bdi></b></td><td><b><bdi>2</bdi></b></td></tr>\
             </tbody></table>"
        )
    );
    assert!(html.contains("仿宋"));
}

#[test]
fn texts_stay_texts() {
    for text in [
        "0012",
        "1.10",
        "1-2",
        "1/2",
        "3月1日",
        "2022年3月",
        "2022-03",
        "5%",
        "1e5",
        "1E-3",
        "1,234",
        "12:30",
        "TRUE",
        "false",
        "MAR1",
        "1-Mar",
        "2022030100001234567",
        "¥5",
        "1 2/3",
        " 12",
        "0.0",
        "００１２",
        "-0",
        "(5)",
    ] {
        let table = self::table(&[&["1", text, ""]]);
        let (csv, html) = (table.csv(), table.html());
        assert!(
            csv.contains(&format!(",'{text},")) || csv.contains(&format!(",\"'{text}\",")),
            "{csv}"
        );
        let cell =
            format!("<td style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\"><bdi>{text}</bdi>");
        assert!(html.contains(&cell) || text.starts_with('-'), "{html}");
    }
    // A whole day is the same day to a spreadsheet.
    for text in [
        "2022-03-01",
        "12",
        "1.1",
        "-3.2",
        "75.55",
        "0",
        "0.5",
        "B2",
        "标准 2 项",
        "2/3 已备齐",
        "",
        "一",
    ] {
        let table = self::table(&[&["1", text, ""]]);
        assert!(table.csv().contains(&format!(",{text},")), "{text}");
        assert!(!table.html().contains("mso-number-format"), "{text}");
    }
    // What could run is guarded in both.
    for run in ["=1+1", "+86 531", "-5%x", "@全体"] {
        let html = table(&[&["1", run, ""]]).html();
        assert!(html.contains(&format!("<bdi>&#39;{run}</bdi>")), "{html}");
    }
}

#[test]
fn a_text_does_not_turn_what_follows_it() {
    let html = table(&[&["1", "某公司\u{202e}", "2022-03-01"]]).html();
    assert!(html.contains("<bdi>某公司\u{202e}</bdi></td><td"), "{html}");
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
    for safe in ["-1", "-12.5", "0", "1.5", "a=b", "", " ", "—", "（-1）"] {
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
        let inner = html.rsplit_once("<bdi>").unwrap().1;
        let end = "</bdi></td></tr></tbody></table>";
        let inner = inner.strip_suffix(end).unwrap().replace("<br>", "\n");
        prop_assert!(!inner.contains(['<', '>', '"', '\'']));
        let back = inner
            .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&#39;", "'").replace("&amp;", "&");
        let control = |c: char| c != '\n' && c.is_control();
        let text = text.replace(control, " ");
        prop_assert!(back == text || back.strip_prefix('\'') == Some(&text), "{:?}", back);
    }
}

fn cells() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[-=+@＝－ ,\"'\r\n\t0-9.a甲<>&]{0,8}",]
}
