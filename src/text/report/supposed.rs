//! What leaves the page while a scenario is shown: everything is marked as supposed (假设).

use crate::score::upright;
use crate::text::table::Table;

pub const BY_SCENARIO: &str = "按情景出报告（各处都标「假设」）";
const SUPPOSED: &str = "假设";

/// Stands on every page of the report of a scenario.
pub fn mark(scenario: &str) -> String {
    let scenario = upright(scenario);
    format!("{SUPPOSED}：按情景「{scenario}」计算，不是实际得分")
}

/// A table with the mark in its title and in a column of its own, so that it
/// goes along with every row.
pub fn table(mut table: Table, scenario: &str) -> Table {
    table.title = format!("{}（{}）", table.title, mark(scenario));
    table.head.push(SUPPOSED.to_owned());
    for row in &mut table.rows {
        row.push(scenario.to_owned());
    }
    table
}

/// A message with the mark before it.
pub fn message(text: &str, scenario: &str) -> String {
    format!("【{}】\n{text}", mark(scenario))
}

/// What a file is, as its name says it.
pub fn file_part(what: &str, scenario: &str) -> String {
    format!("{what}-{SUPPOSED}-{scenario}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_goes_along_with_every_row() {
        let mut plain = Table::new("得分".to_owned(), &["序号", "得分"]);
        plain.rows.push(vec!["1".to_owned(), "2".to_owned()]);
        let marked = table(plain, "甲");
        assert!(marked.title.contains("假设"), "{}", marked.title);
        assert_eq!(marked.head, ["序号", "得分", "假设"]);
        assert_eq!(marked.rows, [["1", "2", "甲"]]);
        assert!(message("得分", "甲").starts_with("【假设"));
        assert!(file_part("得分", "甲").contains("假设"));
    }
}
