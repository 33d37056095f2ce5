//! Comparisons with the baseline in words.

use super::explain::explain;
use super::plan::gain_text;
use super::table::Table;
use super::{page, scenario};
use crate::form::{Case, Form};
use crate::rulebook::{IndicatorId, Rulebook};
use crate::score::{ComparedPart, Comparison, ScoreDifference, Scorecard, Subtotal, shown};

/// What a part is called.
pub fn part_name(rulebook: &Rulebook, part: ComparedPart) -> String {
    match part {
        ComparedPart::Total => scenario::TOTAL.to_owned(),
        ComparedPart::Dimension(at) => {
            rulebook.dimensions.get(at).map(|one| one.title.to_owned()).unwrap_or_default()
        }
        ComparedPart::Indicator(id) => format!("{} {}", rulebook[id].id, rulebook[id].title),
    }
}

/// What counts of a part in the baseline, with its range while it is open.
pub fn before(rulebook: &Rulebook, part: &ScoreDifference) -> String {
    standing(rulebook, &part.before)
}

/// What counts of a part in another case, with its range while it is open, and
/// how far it moved.
pub fn after(rulebook: &Rulebook, part: &ScoreDifference) -> String {
    let (before, now) = part.counted(rulebook.kind);
    let mut text = standing(rulebook, &part.after);
    if now != before {
        text.push(' ');
        text.push_str(&gain_text(rulebook, now - before));
    }
    text
}

fn standing(rulebook: &Rulebook, part: &Subtotal) -> String {
    let mut text = shown(part.counted(rulebook.kind), 2);
    let range = part.range;
    if !range.is_settled() {
        text.push_str(&format!("（{}–{}）", shown(range.low, 2), shown(range.high, 2)));
    }
    text
}

/// A comparison as a table that leaves the page: a column for each case, by name.
pub fn comparison_table(
    form: &Form,
    columns: &[(String, &Comparison)],
    parts: &[ComparedPart],
) -> Table {
    let rulebook = form.edition.0;
    let mut head = vec![page::INDICATOR, scenario::BASELINE];
    head.extend(columns.iter().map(|(name, _)| name.as_str()));
    let title = format!("{} {}", page::form_name("", form), scenario::COMPARISON);
    let mut table = Table::new(title, &head);
    for part in parts {
        let all: Vec<ScoreDifference> =
            columns.iter().filter_map(|(_, comparison)| comparison.part(*part)).collect();
        let Some(first) = all.first() else { continue };
        let mut row = vec![part_name(rulebook, *part), before(rulebook, first)];
        row.extend(all.iter().map(|part| after(rulebook, part)));
        table.rows.push(row);
    }
    table
}

/// Why an indicator differs in a case of `theirs`, a line each: what was answered
/// otherwise, and what that gives. None where nothing was.
pub fn reasons(
    form: &Form,
    theirs: &Form,
    case: &Case,
    card: &Scorecard,
    id: IndicatorId,
) -> Vec<String> {
    let rulebook = form.edition.0;
    let mut lines = scenario::changes(rulebook, id, &form.case, case);
    if let Some(score) = card.indicators.get(usize::from(id.0))
        && !lines.is_empty()
    {
        let said = explain(rulebook, case, &theirs.adjustments, theirs.year(), id, score);
        lines.extend(said.steps);
        lines.push(said.result);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Answer;
    use crate::score::{compare, parts};

    #[test]
    fn a_table_has_the_parts_and_how_far_they_moved() {
        let form = Form::blank().unwrap();
        let field = form.edition.field("2.model").unwrap();
        let id = form.edition.owner(field).unwrap();
        let mut case = form.case.clone();
        case.answers.set(field, Some(Answer::YesNo(true)));
        let card = form.score(&case);
        let comparison = compare(form.edition.0, &form.scorecard(), &card);
        let parts = parts(form.edition.0, &[&comparison], false);
        assert_eq!(parts.last(), Some(&ComparedPart::Indicator(id)));
        assert_eq!(parts.len(), 2 + form.edition.dimensions.len());
        let columns = [(scenario::supposed("甲"), &comparison)];
        let table = comparison_table(&form, &columns, &parts);
        assert_eq!(table.head, ["指标", "基准", "甲（假设）"]);
        let most = form.edition[id].points.normalize();
        let last = table.rows.last().unwrap();
        assert_eq!(last[1], format!("0（0–{most}）"));
        assert_eq!(last[2], format!("{most} +{most} 分"));
        assert!(!reasons(&form, &form, &case, &card, id).is_empty());
        assert!(reasons(&form, &form, &form.case, &form.scorecard(), id).is_empty());
    }
}
