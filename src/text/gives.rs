//! What an answer gives at once, beside its control.

use super::explain::answer_text;
use crate::plan::{Aim, Step};
use crate::rulebook::{Answer, FieldId, IndicatorId, Readings, Rulebook};
use crate::score::{Ground, IndicatorScore, shown};
use rust_decimal::Decimal;

/// What a field's rule gives: 「+0.5」, 「0」, or 「待填 0–2」. For a rule of several fields it is
/// shown beside the last of them. None for fields that only go into a metric.
pub fn now(
    rulebook: &Rulebook,
    readings: &Readings,
    id: IndicatorId,
    field: FieldId,
    score: &IndicatorScore,
) -> Option<String> {
    let indicator = &rulebook[id];
    // A task has no points to give.
    if indicator.points.is_zero() {
        return None;
    }
    let rules = rulebook.rules(id, readings);
    let told = |rule: usize| {
        let fields = rules.get(rule).map(|rule| rule.fields()).unwrap_or_default();
        let own = fields.iter().rev().find(|one| indicator.fields.contains(one));
        own == Some(&field)
    };
    let finding = score
        .findings
        .iter()
        .find(|finding| told(finding.rule) && !matches!(finding.ground, Ground::Efficacy(_)))?;
    if finding.gave.is_settled() {
        return Some(match finding.gave.low.is_zero() {
            true => "0".to_owned(),
            false => format!("+{}", figure(finding.gave.low)),
        });
    }
    let most = finding.gave.high.min(indicator.points);
    Some(format!("待填 {}–{}", figure(finding.gave.low), figure(most)))
}

/// What the next change of a field alone would give: 「再 1 项 +0.5」.
pub fn next(rulebook: &Rulebook, field: FieldId, steps: &[Step]) -> Option<String> {
    let alone = |step: &&Step| {
        matches!(step.aim, Aim::Next | Aim::Unit)
            && matches!(step.changes.as_slice(), [change] if change.field == field)
    };
    let step = steps.iter().find(alone)?;
    let change = step.changes.first()?;
    let gain = figure(step.gain);
    let unit = rulebook[field].unit;
    let more = change.to.number().zip(change.from.as_ref().and_then(Answer::number));
    Some(match (&change.to, more) {
        (Answer::Rows(_), _) => return None,
        (Answer::Set(to), _) => {
            let from = match change.from {
                Some(Answer::Set(from)) => from,
                _ => 0,
            };
            format!("再 {} 项 +{gain}", (to & !from).count_ones())
        }
        (_, Some((to, from))) if to > from => format!("再 {} {unit} +{gain}", figure(to - from)),
        (_, _) => format!("{} +{gain}", answer_text(rulebook, field, &change.to)),
    })
}

fn figure(points: Decimal) -> String {
    shown(points, 2)
}
