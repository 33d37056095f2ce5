//! Tables that leave the page: for a chat message, for Word or WPS, for a
//! spreadsheet.

use crate::rulebook::Day;

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What stands above it.
    pub title: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// Rows of as many cells as the head has.
    pub rows: Vec<Vec<String>>,
    /// Positions of rows that stand for a group, or for the whole.
    pub bands: Vec<usize>,
}

/// Parts of the names of columns that hold long texts, and of those that hold a
/// few characters.
const WIDE: [&str; 8] = ["填", "规则", "过程", "要求", "材料", "原因", "下一步", "备注"];
const NARROW: [&str; 8] = ["序号", "分", "得", "状态", "已填", "佐证", "逾期", "待定"];

/// The style of a copied table: the font and size of official documents, lines
/// between all cells.
const STYLE: &str =
    "border-collapse:collapse;font-family:仿宋,仿宋_GB2312,FangSong,serif;font-size:10.5pt";

impl Table {
    /// A table without rows.
    pub fn new(title: String, head: &[&str]) -> Table {
        let head = head.iter().map(|name| (*name).into()).collect();
        Table { title, head, ..Table::default() }
    }

    /// Adds a row that stands for a group, or for the whole.
    pub fn push_band(&mut self, cells: Vec<String>) {
        self.bands.push(self.rows.len());
        self.rows.push(cells);
    }

    /// The table as markup that Word, WPS and spreadsheets take from the clipboard:
    /// escaped, without links and scripts. The head is repeated on each page, a row
    /// is not split, texts are isolated from each other's direction, and what a
    /// spreadsheet would convert is marked as text.
    pub fn html(&self) -> String {
        let mut out = String::from("<p><b><bdi>");
        escape(&mut out, &self.title);
        out.push_str("</bdi></b></p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\" style=\"");
        out.push_str(STYLE);
        out.push_str("\"><colgroup>");
        for width in self.widths() {
            out.push_str(&format!("<col width=\"{width}%\">"));
        }
        out.push_str("</colgroup><thead>");
        markup_row(&mut out, &self.head, "th", false);
        out.push_str("</thead><tbody>");
        for (at, row) in self.rows.iter().enumerate() {
            markup_row(&mut out, row, "td", self.bands.contains(&at));
        }
        out.push_str("</tbody></table>");
        out
    }

    /// The width of each column, in hundredths.
    fn widths(&self) -> Vec<usize> {
        let has = |name: &str, parts: &[&str]| parts.iter().any(|part| name.contains(part));
        let share = |name: &String| match name {
            name if has(name, &WIDE) => 6,
            name if has(name, &NARROW) => 2,
            _ => 4,
        };
        let shares: Vec<usize> = self.head.iter().map(share).collect();
        let all = shares.iter().sum::<usize>().max(1);
        shares.into_iter().map(|share| share * 100 / all).collect()
    }

    /// The table as a message: the title, then a line a row. The first two
    /// cells name the row, the others stand behind their column's name; blank
    /// ones are left out.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        one_line(&mut out, &self.title);
        for row in &self.rows {
            out.push('\n');
            for (at, (name, cell)) in self.head.iter().zip(row).enumerate() {
                if cell.trim().is_empty() {
                    continue;
                }
                match at {
                    0 => {}
                    1 => out.push(' '),
                    _ => {
                        out.push('｜');
                        out.push_str(name);
                        out.push('：');
                    }
                }
                one_line(&mut out, cell);
            }
        }
        out
    }

    /// The table as a file for spreadsheets (RFC 4180): the head and the rows,
    /// with a byte order mark, without which Excel garbles Chinese. A cell that
    /// could run as a formula, or that a spreadsheet would make another text of
    /// (`0012`, `1-2`, 19 digits), gets an apostrophe before it.
    pub fn csv(&self) -> String {
        let mut out = String::from('\u{FEFF}');
        for row in std::iter::once(&self.head).chain(&self.rows) {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                csv_cell(&mut out, cell);
            }
            out.push_str("\r\n");
        }
        out
    }
}

fn markup_row(out: &mut String, cells: &[String], tag: &str, is_band: bool) {
    out.push_str("<tr style=\"page-break-inside:avoid\">");
    for cell in cells {
        for part in ["<", tag] {
            out.push_str(part);
        }
        if changes_when_read(cell) {
            // For Excel, and for LibreOffice.
            out.push_str(" style=\"mso-number-format:'\\@'\" sdnum=\"2052;0;@\"");
        }
        out.push('>');
        out.push_str(if is_band { "<b><bdi>" } else { "<bdi>" });
        if could_run(cell) {
            out.push_str("&#39;");
        }
        escape(out, cell);
        out.push_str(if is_band { "</bdi></b>" } else { "</bdi>" });
        for part in ["</", tag, ">"] {
            out.push_str(part);
        }
    }
    out.push_str("</tr>");
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}

/// Line breaks and tabs become blanks: a message has a line a row.
fn one_line(out: &mut String, text: &str) {
    for c in text.trim().chars() {
        out.push(if c.is_control() { ' ' } else { c });
    }
}

fn csv_cell(out: &mut String, cell: &str) {
    let is_quoted = cell.contains([',', '"', '\r', '\n']);
    if is_quoted {
        out.push('"');
    }
    if could_run(cell) || changes_when_read(cell) {
        out.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    if is_quoted {
        out.push('"');
    }
}

/// Whether a spreadsheet could take a cell for a formula. Blanks before it do
/// not make it safe everywhere; a plain negative number is safe.
fn could_run(cell: &str) -> bool {
    let Some(first) = cell.trim_start_matches([' ', '\u{3000}', '\u{A0}']).chars().next() else {
        return false;
    };
    match first {
        '-' => !is_negative(cell),
        '=' | '+' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' => true,
        _ => false,
    }
}

/// Whether a spreadsheet could take a cell for a number, a day or a truth value
/// and show another text for it. A number as spreadsheets write it stays.
fn changes_when_read(cell: &str) -> bool {
    /// Digits that a spreadsheet keeps.
    const DIGITS: usize = 15;
    let text = cell.trim();
    if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false") {
        return true;
    }
    // A whole day stays the day that it is.
    if Day::parse(cell).is_some() {
        return false;
    }
    let has_digit = text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let is_of_value = |c: char| {
        c.is_ascii_digit()
            || c.is_ascii_alphabetic()
            || ('０'..='９').contains(&c)
            || matches!(c, '.' | ',' | '-' | '+' | '/' | ':' | '%' | ' ' | '(' | ')' | '$' | '\'')
            || "¥￥€年月日时分秒上下午，．％／－：".contains(c)
    };
    // Days have three letters of a month at most, and numbers one for a power.
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    if !has_digit || !text.chars().all(is_of_value) || letters > 9 {
        return false;
    }
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, places) = body.split_once('.').unwrap_or((body, "1"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_plain = digits(whole)
        && (text == "0" || body != "0")
        && digits(places)
        && (whole == "0" || !whole.starts_with('0'))
        && !places.ends_with('0')
        && whole.len() + places.len() <= DIGITS
        && text.len() == cell.len();
    // A plain number, and letters with digits that are no month: B2, v1.
    !is_plain && (letters == 0 || looks_like_a_day_or_power(text))
}

/// `1-Mar`, `MAR1`, `1e5`, `3:00 PM`: letters that spreadsheets understand.
fn looks_like_a_day_or_power(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_ascii_lowercase();
    let letters: String = lower.chars().filter(char::is_ascii_alphabetic).collect();
    letters == "e"
        || matches!(letters.as_str(), "am" | "pm" | "a" | "p")
        || MONTHS.iter().any(|month| letters.starts_with(month))
}

/// `-12` or `-12.5`, and nothing else.
fn is_negative(cell: &str) -> bool {
    let Some(number) = cell.strip_prefix('-') else { return false };
    let (whole, places) = number.split_once('.').unwrap_or((number, "0"));
    [whole, places].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}
