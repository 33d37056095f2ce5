//! Metrics in words: the figures they are formed from, and the equation.

use super::Scene;
use super::words::{all_quoted, equals, exact, filled, quoted, with_unit};
use crate::form::Case;
use crate::rulebook::{FieldId, Formula, Metric, MetricId, Rulebook};
use crate::score::{LARGEST, MetricValue, metric_value, shown};
use rust_decimal::Decimal;

/// Missing figures that the short line names.
const FEW: usize = 2;

/// A metric as it stands while the user types: its value, or why there is none.
pub fn metric_line(rulebook: &Rulebook, case: &Case, metric: MetricId) -> String {
    let definition = rulebook.metric_under(metric, &case.readings);
    match metric_value(definition, &case.answers) {
        MetricValue::Known(value) => {
            // Two decimals would show a small share as 0.
            let places = if value.abs() < Decimal::ONE { 4 } else { 2 };
            let value = with_unit(&shown(value, places), definition.unit);
            format!("{} {value}", definition.label)
        }
        MetricValue::Missing(fields) => {
            let labels: Vec<&str> = fields.iter().take(FEW).map(|f| rulebook[*f].label).collect();
            let rest = if fields.len() > FEW {
                format!("等 {} 项", fields.len())
            } else {
                String::new()
            };
            format!("还缺：{}{rest}", labels.join("、"))
        }
        MetricValue::Zero(field) => {
            format!("除数{}为 0，无法计算", quoted(rulebook[field].label))
        }
        MetricValue::TooLarge => format!("{}，请核对", too_large()),
    }
}

/// Why a metric has no value; empty when it has one.
pub fn unknown(rulebook: &Rulebook, metric: &Metric, value: &MetricValue) -> String {
    let label = &metric.label;
    match value {
        MetricValue::Known(_) => String::new(),
        MetricValue::Missing(fields) => match metric.formula {
            Formula::Value { .. } => format!("尚未填写{}。", all_quoted(rulebook, fields)),
            _ => format!("还缺{}，算不出{label}。", all_quoted(rulebook, fields)),
        },
        MetricValue::Zero(field) => {
            format!("除数{}为 0，算不出{label}，可用自评调整处理。", quoted(rulebook[*field].label))
        }
        MetricValue::TooLarge => format!("{label}的{}，请核对以上各数。", too_large()),
    }
}

fn too_large() -> String {
    format!("计算结果超出正负 {}", exact(LARGEST))
}

/// The answered figures of a metric, label by label. Zeros of a long sum are
/// only counted.
pub fn figures(scene: Scene, metric: &Metric) -> String {
    let answered: Vec<FieldId> = metric
        .formula
        .fields()
        .into_iter()
        .filter(|field| scene.answers.number(*field).is_some())
        .collect();
    let is_zero = |field: &FieldId| scene.answers.number(*field).is_some_and(|n| n.is_zero());
    let is_sum = matches!(metric.formula, Formula::Sum { .. });
    let zeros = if is_sum { answered.iter().filter(|f| is_zero(f)).count() } else { 0 };
    let mut parts: Vec<String> = answered
        .iter()
        .filter(|field| zeros < 2 || !is_zero(field))
        .map(|field| filled(scene.rulebook, *field, scene.answers.get(*field)))
        .collect();
    if zeros >= 2 {
        let others = if parts.is_empty() { "" } else { "另有 " };
        parts.push(format!("{others}{zeros} 项填 0"));
    }
    if parts.is_empty() { String::new() } else { format!("{}。", parts.join("；")) }
}

/// The equation of a metric with its figures; empty for a plain figure.
pub fn equation(scene: Scene, metric: &Metric, value: Decimal, places: u32) -> String {
    let n = |field: &FieldId| operand(scene.answers.number(*field).unwrap_or_default());
    let right = match &metric.formula {
        Formula::Value { .. } => return String::new(),
        Formula::Ratio { of, to, times } => {
            let times = match (*times == Decimal::ONE, metric.unit) {
                (true, _) => String::new(),
                (_, "%") => format!(" × {}%", exact(*times)),
                _ => format!(" × {}", exact(*times)),
            };
            format!("{} ÷ {}{times}", n(of), n(to))
        }
        Formula::Growth { now, before, per: None } => {
            format!("({} ÷ {} − 1) × 100%", n(now), n(before))
        }
        Formula::Growth { now, before, per: Some((per_now, per_before)) } => format!(
            "[({} ÷ {}) ÷ ({} ÷ {}) − 1] × 100%",
            n(now),
            n(per_now),
            n(before),
            n(per_before)
        ),
        Formula::ShareChange { now, before, per: (per_now, per_before), times } => format!(
            "({} ÷ {} − {} ÷ {}) × {}",
            n(now),
            n(per_now),
            n(before),
            n(per_before),
            exact(*times)
        ),
        Formula::Sum { terms } => {
            let addends: Vec<String> = terms
                .iter()
                .filter(|t| !scene.answers.number(t.field).unwrap_or_default().is_zero())
                .map(|t| format!("{} × {}", operand(t.weight), n(&t.field)))
                .collect();
            if addends.is_empty() {
                return format!("{} = {}。", metric.label, with_unit("0", metric.unit));
            }
            addends.join(" + ")
        }
    };
    format!("{} = {right}{}。", metric.label, equals(value, places, metric.unit))
}

/// A figure inside an equation; a negative one in brackets.
pub fn operand(value: Decimal) -> String {
    let text = exact(value);
    if text.starts_with('-') { format!("({text})") } else { text }
}
