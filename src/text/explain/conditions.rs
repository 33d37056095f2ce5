//! Rules with conditions: tiers of points, and the tasks of a checklist.

use super::Scene;
use super::words::{exact, figure, filled, got, quoted, reach, with_unit};
use crate::rulebook::{Condition, Field, FieldKind, Rule, Tier};
use crate::score::{Range, State};

/// The state of a task in a word.
pub fn state_text(state: State) -> &'static str {
    match state {
        State::NotStarted => "未开始",
        State::InProgress => "进行中",
        State::Met => "已达到要求",
        State::NotApplicable => "不适用",
    }
}

/// Each condition, then the tiers and what they give now.
pub fn tiers(scene: Scene, tiers: &[Tier], holds: &[Option<bool>], gave: Range) -> String {
    let Some(first) = tiers.first() else { return String::new() };
    let mut text = listed(scene, first.when, holds);
    let range = if gave.is_settled() { got(gave.low) } else { reach(gave) };
    if let ([condition], [tier]) = (first.when, tiers) {
        let terms = if condition.asks_yes() { "填“是”" } else { "达到要求" };
        match holds {
            [Some(true)] => text.push_str(&format!("，{range}。")),
            _ => text.push_str(&format!("，{range}（{terms}得 {} 分）。", figure(tier.points))),
        }
        return text;
    }
    text.push('。');
    for tier in tiers {
        let places: String = (0..)
            .zip(first.when)
            .filter(|(_, condition)| tier.when.contains(condition))
            .map(|(at, _)| circled(at))
            .collect();
        let both = if tier.when.len() > 1 { "都" } else { "" };
        text.push_str(&format!("{places}{both}符合得 {} 分，", figure(tier.points)));
    }
    text.push_str(&format!("否则不得分。现在{range}。"));
    text
}

/// How a task stands.
pub fn task(scene: Scene, rule: &Rule, holds: &[Option<bool>], waived: bool) -> String {
    match rule {
        Rule::Status { field } => match scene.answers.get(*field) {
            Some(answer) => format!("{}。", filled(scene.rulebook, *field, Some(answer))),
            None => {
                let label = quoted(scene.rulebook[*field].label);
                format!("尚未填写{label}，按“{}”计。", state_text(State::NotStarted))
            }
        },
        Rule::Met { when, not_applicable } => {
            let mut text = String::new();
            if let Some(field) = not_applicable {
                text.push_str(&filled(scene.rulebook, *field, scene.answers.get(*field)));
                if waived {
                    text.push_str("，本任务不适用，不计入。");
                    return text;
                }
                let open = scene.answers.get(*field).is_none();
                text.push_str(if open { "，按“否”计。" } else { "，本任务适用。" });
            }
            text.push_str(&listed(scene, when, holds));
            text.push_str(match holds {
                _ if holds.iter().all(|h| *h == Some(true)) => "。要求已全部达到。",
                _ if holds.contains(&Some(false)) => "。要求尚未全部达到。",
                _ => "。填齐后才能判断是否达到要求。",
            });
            text
        }
        _ => String::new(),
    }
}

/// Conditions with their answers and verdicts, numbered when there are several.
fn listed(scene: Scene, when: &[Condition], holds: &[Option<bool>]) -> String {
    let lines: Vec<String> = (0..)
        .zip(when)
        .map(|(at, condition)| {
            let field = &scene.rulebook[condition.field];
            let mut line = if when.len() > 1 { circled(at) } else { String::new() };
            line.push_str(&filled(
                scene.rulebook,
                condition.field,
                scene.answers.get(condition.field),
            ));
            if !condition.asks_yes() {
                line.push_str(&format!("，要求{}", asked(field, condition)));
            }
            line.push_str(match holds.get(at as usize).copied().flatten() {
                Some(true) => "，符合",
                Some(false) => "，不符合",
                None => "，待定",
            });
            line
        })
        .collect();
    lines.join("；")
}

fn asked(field: &Field, condition: &Condition) -> String {
    let number = |bound| with_unit(&exact(bound), field.unit);
    if let (Some(least), Some(most), None) =
        (condition.at_least, condition.at_most, condition.more_than)
    {
        return format!("在 {} 至 {}之间", exact(least), spaced(&number(most)));
    }
    let least = if field.kind == FieldKind::Count { "不少于" } else { "不低于" };
    let bounds: Vec<String> =
        [(condition.at_least, least), (condition.more_than, "大于"), (condition.at_most, "不超过")]
            .into_iter()
            .filter_map(|(bound, word)| Some(format!("{word} {}", number(bound?))))
            .collect();
    bounds.join("、")
}

/// A space between a bare digit and the text that follows.
fn spaced(text: &str) -> String {
    if text.ends_with(|c: char| c.is_ascii_digit()) { format!("{text} ") } else { text.to_owned() }
}

/// ①, ②, …
fn circled(at: u32) -> String {
    match char::from_u32('①' as u32 + at) {
        Some(number) if at < 20 => number.into(),
        _ => format!("（{}）", at + 1),
    }
}
