//! What all readings are worth, as a table and as a request to the province.

use super::{
    CHOSEN, NOTHING_OPEN, PLACES, TORNADO, apart, band_text, difference, option_label, question,
    title, unset_of, where_text,
};
use crate::form::{Case, Form};
use crate::rulebook::Rulebook;
use crate::score::{ReadingWorth, Worth, shown};
use crate::text::page;
use crate::text::table::Table;

/// The readings that matter for a form, those whose options are furthest apart
/// first; equal ones in the rulebook's order.
pub fn by_spread(worth: &Worth) -> Vec<&ReadingWorth> {
    let mut all: Vec<&ReadingWorth> = worth.readings.iter().collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.spread()));
    all
}

/// What every reading is worth, as a table.
pub fn table(rulebook: &Rulebook, case: &Case, worth: &Worth) -> Table {
    let head = ["序号", "口径", "读法", "得分", "与现在相差"];
    let mut table = Table::new(page::named(TORNADO, &band_text(worth)), &head);
    for one in by_spread(worth) {
        for (at, given) in one.options.iter().enumerate() {
            let mut label = option_label(rulebook, one.asked, at);
            if at == one.chosen {
                label.push_str(&format!("（{CHOSEN}）"));
            }
            if let Some(unset) = unset_of(rulebook, case, one.asked, at) {
                label.push_str(&format!("（{}）", unset.trim_end_matches('。')));
            }
            table.rows.push(vec![
                where_text(rulebook, one.asked),
                title(rulebook, one.asked).to_owned(),
                label,
                shown(given.points, PLACES),
                difference(given.points, worth.points),
            ]);
        }
    }
    table
}

/// A short request to the province: the open questions that matter for a form,
/// with what each answer is worth. `day` is today's date, as it is written.
pub fn request(form: &Form, case: &Case, worth: &Worth, day: &str) -> String {
    let rulebook = form.edition.0;
    let document = &rulebook.document;
    let county = page::form_name("", form);
    let open: Vec<&ReadingWorth> =
        by_spread(worth).into_iter().filter(|one| !one.spread().is_zero()).collect();
    let mut text = format!(
        "关于{0}计分口径的请示\n\n{county}按{0}自评（指标文字依据《{1}》，{2}），以下 {3} 处文件没有写明，读法不同得分不同，请予明确。\n",
        rulebook.title,
        document.title,
        document.number,
        open.len()
    );
    if open.is_empty() {
        text = format!("关于{}计分口径的请示\n\n{county}：{NOTHING_OPEN}\n", rulebook.title);
    }
    for (number, one) in (1..).zip(&open) {
        let place = where_text(rulebook, one.asked);
        let spread = apart(one.spread());
        text.push_str(&format!(
            "\n{number}. {}（{place}，相差 {spread} 分）\n{}\n",
            title(rulebook, one.asked),
            question(rulebook, one.asked)
        ));
        for (at, given) in one.options.iter().enumerate() {
            let label = option_label(rulebook, one.asked, at);
            let mark = if at == one.chosen { "，本次自评采用" } else { "" };
            let (points, moved) =
                (shown(given.points, PLACES), difference(given.points, worth.points));
            let moved = if at == one.chosen { String::new() } else { format!("，{moved}") };
            text.push_str(&format!("（{}）{label}：自评 {points} 分{moved}{mark}。\n", at + 1));
            if let Some(unset) = unset_of(rulebook, case, one.asked, at) {
                text.push_str(&format!("    其中{unset}\n"));
            }
        }
    }
    text.push_str(&format!(
        "\n按现在的读法自评 {} 分；各种读法合在一起，最低 {} 分，最高 {} 分。\n\n{day}\n",
        shown(worth.points, PLACES),
        shown(worth.lowest, PLACES),
        shown(worth.highest, PLACES)
    ));
    text
}
