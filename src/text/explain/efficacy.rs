//! The proof of an efficacy score, from the figures to the points.

use super::Scene;
use super::metric::{equation, figures, operand, unknown};
use super::words::{equals_figure, exact, figure, got, reach, with_unit};
use crate::rulebook::{Below, Metric};
use crate::score::{Efficacy, End, PLACES, Range, round};
use rust_decimal::Decimal;

/// Decimals of a metric in its proof. With the ends at least [`CLOSE`] apart
/// they carry the points to well below 0.01.
const METRIC_PLACES: u32 = 6;
/// 0.01
const CLOSE: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// The proof of what a metric gave.
pub fn proof(
    scene: Scene,
    weight: Decimal,
    floor: Option<Decimal>,
    how: &Efficacy,
    gave: Range,
) -> String {
    let metric = scene.rulebook.metric_under(how.metric, scene.readings);
    let mut text = figures(scene, metric);
    let (lo, hi) = (how.ends.unacceptable, how.ends.satisfactory);
    let Some(value) = how.value.known() else {
        text.push_str(&unknown(scene.rulebook, metric, &how.value));
        text.push_str(&format!("{}。{}。", both_ends(metric, lo, hi), sentence(&reach(gave))));
        return text;
    };
    let places = match (lo.value(), hi.value()) {
        (Some(lo), Some(hi)) if (hi - lo).abs() < CLOSE => PLACES,
        _ => METRIC_PLACES,
    };
    text.push_str(&equation(scene, metric, value, places));
    if let (true, Some(floor)) = (how.below_floor, floor) {
        let floor = with_unit(&exact(floor), metric.unit);
        text.push_str(&format!("未达到 {floor}，{}。", got(gave.low)));
        return text;
    }
    match how.coefficient {
        Some(d) if d == Decimal::ONE_HUNDRED => {
            let hi = end(metric, "满意值", hi);
            text.push_str(&format!("已达到{hi}，功效系数按 {} 计，{}。", exact(d), got(gave.low)));
        }
        Some(d) => {
            text.push_str(&both_ends(metric, lo, hi));
            let number = |end: End| operand(end.value().unwrap_or_default());
            let (x, base) = (operand(round(value, places)), exact(how.base));
            let (lo, hi) = (number(lo), number(hi));
            match how.worse {
                Some(Below::None) => {
                    text.push_str("。差于不允许值，按所选口径不得分。");
                    return text;
                }
                Some(Below::Base) => {
                    text.push_str(&format!(
                        "。差于不允许值，按所选口径功效系数 d = {base}。得分 = {} × {base} ÷ 100{}。",
                        exact(weight),
                        equals_figure(gave.low, "分")
                    ));
                    return text;
                }
                Some(Below::Line) | None => {}
            }
            text.push_str(&format!(
                "。功效系数 d = {base} + (100 − {base}) × ({x} − {lo}) ÷ ({hi} − {lo})"
            ));
            if d.is_zero() {
                text.push_str("，结果不大于 0，按 0 计，不得分。");
                return text;
            }
            text.push_str(&format!(
                "{}。得分 = {} × {} ÷ 100{}。",
                equals_figure(d, ""),
                exact(weight),
                figure(d),
                equals_figure(gave.low, "分")
            ));
        }
        None => {
            text.push_str(&both_ends(metric, lo, hi));
            if lo.value().is_some() && hi.value().is_some() {
                text.push_str("，满意值应优于不允许值，请改正");
            }
            text.push_str(&format!("。{}。", sentence(&reach(gave))));
        }
    }
    text
}

fn sentence(reach: &str) -> String {
    format!("未定之前{reach}")
}

fn both_ends(metric: &Metric, lo: End, hi: End) -> String {
    if lo == End::TooFewPeers && hi == End::TooFewPeers {
        return "同类地区数值中不同的不足两个，定不出不允许值和满意值".into();
    }
    format!("{}，{}", end(metric, "不允许值", lo), end(metric, "满意值", hi))
}

fn end(metric: &Metric, name: &str, end: End) -> String {
    let blank = if end.value().is_some() { " " } else { "" };
    format!("{name}{blank}{}", end_text(metric, end, name == "满意值"))
}

/// One end of a reference, with where it comes from, or why there is none.
pub fn end_text(metric: &Metric, end: End, is_satisfactory: bool) -> String {
    let (value, origin) = match end {
        End::Typed(value) => (value, "本县填写"),
        End::Peers(value) if is_satisfactory => (value, "同类地区数值的最好值"),
        End::Peers(value) => (value, "同类地区数值的最差值"),
        End::Default(value) => (value, "默认值"),
        End::TooFewPeers => return "定不出（同类地区数值中不同的不足两个）".into(),
        End::Missing => return "未填".into(),
    };
    format!("{}（{origin}）", with_unit(&exact(value), metric.unit))
}
