//! The scoring table (自评打分表) as it is handed in: the official columns, a row
//! for each dimension and group, and the total.

use super::item;
use crate::desk::Desk;
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{Range, Subtotal, shown};
use crate::text::explain::state_text;
use crate::text::page;
use crate::text::table::Table;
use rust_decimal::Decimal;

/// The scoring table, for Word, WPS and spreadsheets. What is secured is a plain
/// number in a column of its own; what is still possible, an adjustment's reason
/// and the note stand under 备注.
pub fn scoring_table(desk: &Desk) -> Table {
    let rulebook = desk.rulebook();
    let is_points = rulebook.kind == Kind::Points;
    let (name, head): (&str, &[&str]) = match is_points {
        true => {
            (super::SCORING, &["序号", "指标", "评分标准", "分值", "自评得分", "佐证材料", "备注"])
        }
        false => (super::TABLE_OF_TASKS, &["序号", "任务", "官方要求", "状态", "佐证材料", "备注"]),
    };
    let title = [page::form_name("", desk.form).as_str(), " ", name].concat();
    let mut table = Table::new(title, head);
    let (mut dimension, mut group) = (None, None);
    for id in rulebook.indicator_ids() {
        let indicator = &rulebook[id];
        if group != Some(indicator.group) {
            group = Some(indicator.group);
            let at = usize::from(indicator.group);
            let Some(of) = rulebook.groups.get(at) else { continue };
            let above = usize::from(of.dimension);
            if is_points && dimension != Some(above) {
                dimension = Some(above);
                if let (Some(one), Some(part)) =
                    (rulebook.dimensions.get(above), desk.card.dimensions.get(above))
                {
                    table.push_band(band(one.title, one.points, part, is_points));
                }
            }
            if let Some(part) = desk.card.groups.get(at) {
                table.push_band(band(of.title, of.points, part, is_points));
            }
        }
        table.rows.push(row(desk, id, is_points));
    }
    let most = rulebook.dimensions.iter().map(|one| one.points).sum();
    table.push_band(band(super::SUM, most, &desk.card.total, is_points));
    // Behind 自评得分.
    crate::text::review::add_columns(&mut table, desk.form, 4, false);
    table
}

fn row(desk: &Desk, id: IndicatorId, is_points: bool) -> Vec<String> {
    let indicator = &desk.rulebook()[id];
    let mut cells =
        vec![indicator.id.to_owned(), indicator.title.to_owned(), indicator.wording.to_owned()];
    let score = desk.card.indicators.get(usize::from(id.0));
    let Range { low, high } = score.map(|score| score.range).unwrap_or_default();
    if is_points {
        cells.extend([shown(indicator.points, 2), shown(low, 2)]);
    } else {
        let state = score.and_then(|score| score.state).map(state_text).unwrap_or_default();
        cells.push(state.to_owned());
    }
    let note = desk.form.notes.get(&id);
    let mut proofs = item(desk, id).proofs;
    // The note stands last among them.
    proofs.truncate(proofs.len() - usize::from(note.is_some()));
    let mut about = Vec::new();
    if low != high {
        about.push(super::still_possible(&shown(high, 2)));
    }
    if let Some(adjustment) = desk.form.adjustments.get(&id) {
        about.push(page::named(page::ADJUSTED, &adjustment.reason));
    }
    about.extend(note.cloned());
    cells.extend([proofs.join("\n"), about.join("\n")]);
    cells
}

/// The row of a dimension, of a group or of the whole.
fn band(title: &str, most: Decimal, part: &Subtotal, is_points: bool) -> Vec<String> {
    let mut cells = vec![String::new(), title.to_owned(), String::new()];
    let mut about = String::new();
    if is_points {
        let Range { low, high } = part.range;
        cells.extend([shown(most, 2), shown(low, 2)]);
        if low != high {
            about = super::still_possible(&shown(high, 2));
        }
    } else {
        cells.push(super::met_of(part.tasks.met, part.tasks.applicable()));
    }
    cells.extend([String::new(), about]);
    cells
}
