//! Tables that leave the page: for a chat message, for Word or WPS, for a
//! spreadsheet.

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// Rows of as many cells as the head has.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(title: String, head: &[&str]) -> Table {
        Table { title, head: head.iter().map(|name| (*name).into()).collect(), rows: Vec::new() }
    }

    /// The table as markup that Word and WPS take from the clipboard: escaped,
    /// without links, scripts or styles of its own.
    pub fn html(&self) -> String {
        let mut out = String::from("<p><b>");
        escape(&mut out, &self.title);
        out.push_str("</b></p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">");
        // The head is repeated on every page of a document.
        out.push_str("<thead>");
        markup_row(&mut out, &self.head, "th");
        out.push_str("</thead><tbody>");
        for row in &self.rows {
            markup_row(&mut out, row, "td");
        }
        out.push_str("</tbody></table>");
        out
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
    /// could run as a formula gets an apostrophe before it.
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

fn markup_row(out: &mut String, cells: &[String], tag: &str) {
    out.push_str("<tr>");
    for cell in cells {
        for part in ["<", tag, ">"] {
            out.push_str(part);
        }
        escape(out, cell);
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
    if could_run(cell) {
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

/// `-12` or `-12.5`, and nothing else.
fn is_negative(cell: &str) -> bool {
    let Some(number) = cell.strip_prefix('-') else { return false };
    let (whole, places) = number.split_once('.').unwrap_or((number, "0"));
    [whole, places].iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}
