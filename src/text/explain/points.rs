//! Rules that count, choose and deduct.

use super::Scene;
use super::words::{figure, filled, got, option, options, with_unit};
use crate::rulebook::{Answer, BracketStep, Field, FieldKind, Rule, Rulebook};
use crate::score::Ground;
use rust_decimal::Decimal;

/// What an answered rule gave. `gave` is after the rule's own cap.
pub fn counted(scene: Scene, rule: &Rule, ground: &Ground, gave: Decimal) -> String {
    let Some(field) = rule.fields().first().copied() else { return String::new() };
    let answer = scene.answers.get(field);
    let definition = &scene.rulebook[field];
    let told = filled(scene.rulebook, field, answer);
    match (rule, ground) {
        (Rule::Yes { .. }, Ground::Yes(true)) => format!("{told}，{}。", got(gave)),
        (Rule::Yes { .. }, Ground::Yes(false)) => {
            format!("{told}，{}（{}）。", got(gave), terms(scene.rulebook, rule))
        }
        (Rule::Choice { .. }, Ground::Chosen(_)) => {
            format!("{told}，{}（{}）。", got(gave), terms(scene.rulebook, rule))
        }
        (Rule::PerItem { points, at_most, .. }, Ground::Counted { number, sum }) => {
            let mut text = match answer {
                Some(Answer::Set(chosen)) => ticked(definition, *chosen, *number),
                _ => told,
            };
            let each = each(definition);
            text.push_str(&format!("，每{each} {} 分，共 {} 分", figure(*points), figure(*sum)));
            match at_most {
                Some(cap) if sum > cap => {
                    text.push_str(&format!(
                        "，本项最高 {} 分，计 {} 分",
                        figure(*cap),
                        figure(gave)
                    ));
                }
                Some(cap) => text.push_str(&format!("（本项最高 {} 分）", figure(*cap))),
                None => {}
            }
            text.push('。');
            if let Some(Answer::Set(chosen)) = answer {
                text.push_str(&unticked(definition, *chosen));
            }
            text
        }
        (Rule::Brackets { steps, .. }, Ground::Reached { step, .. }) => {
            brackets(definition, &told, steps, *step)
        }
        (Rule::MissingCosts { points, cost, .. }, Ground::Lacking { missing, left }) => {
            let all = definition.options.len();
            let full = figure(*points);
            if *missing == 0 {
                return format!("{}：{all} 项全部勾选，不扣分，得 {full} 分。", definition.label);
            }
            let chosen = match answer {
                Some(Answer::Set(chosen)) => *chosen,
                _ => 0,
            };
            let deducted = cost * Decimal::from(*missing);
            format!(
                "{}：{all} 项中缺 {missing} 项（{}）；全有得 {full} 分，每缺一项扣 {} 分，共扣 {} 分，{}{}。",
                definition.label,
                options(definition, !chosen),
                figure(*cost),
                figure(deducted),
                if deducted > *points { "扣完为止，" } else { "" },
                got(*left),
            )
        }
        _ => String::new(),
    }
}

/// What a rule promises, in few words.
pub fn terms(rulebook: &Rulebook, rule: &Rule) -> String {
    match rule {
        Rule::Yes { points, .. } => format!("填“是”得 {} 分", figure(*points)),
        Rule::Choice { field, points } => {
            let ladder: Vec<String> = (0u8..)
                .zip(*points)
                .map(|(at, p)| format!("{}：{} 分", option(&rulebook[*field], at), figure(*p)))
                .collect();
            ladder.join("；")
        }
        Rule::PerItem { field, points, at_most } => {
            let mut text = format!("每{} {} 分", each(&rulebook[*field]), figure(*points));
            if let Some(cap) = at_most {
                text.push_str(&format!("，最高 {} 分", figure(*cap)));
            }
            text
        }
        Rule::Brackets { field, steps } => ladder(&rulebook[*field], steps),
        Rule::MissingCosts { points, cost, .. } => {
            format!("全有得 {} 分，每缺一项扣 {} 分，扣完为止", figure(*points), figure(*cost))
        }
        Rule::Honours { field, points, at_most, .. } => {
            let levels: Vec<String> = (0u8..)
                .zip(*points)
                .map(|(at, p)| format!("{}每项 {} 分", option(&rulebook[*field], at), figure(*p)))
                .collect();
            format!("{}，最高 {} 分", levels.join("、"), figure(*at_most))
        }
        Rule::Tiers { .. } | Rule::Efficacy { .. } | Rule::Status { .. } | Rule::Met { .. } => {
            String::new()
        }
    }
}

/// The measure word after 每.
fn each(field: &Field) -> &str {
    match field.kind {
        FieldKind::Set => "项",
        _ if field.unit.is_empty() => "个",
        _ => field.unit,
    }
}

fn ticked(field: &Field, chosen: u32, number: u32) -> String {
    match number {
        0 => format!("{}：以上均无", field.label),
        _ => format!("{}：勾选 {number} 项（{}）", field.label, options(field, chosen)),
    }
}

fn unticked(field: &Field, chosen: u32) -> String {
    match options(field, !chosen).as_str() {
        "" => String::new(),
        rest => format!("未勾选：{rest}。"),
    }
}

fn brackets(field: &Field, told: &str, steps: &[BracketStep], reached: Option<usize>) -> String {
    let next = reached.map_or(0, |step| step + 1);
    let rest = ladder(field, steps.get(next..).unwrap_or_default());
    match reached.and_then(|step| steps.get(step)) {
        None => format!("{told}，未达到最低一档，不得分（{rest}）。"),
        Some(step) => {
            let bound = bound(field, step);
            let points = got(step.points);
            if rest.is_empty() {
                format!("{told}，达到最高一档“{bound}”，{points}。")
            } else {
                format!("{told}，达到“{bound}”一档，{points}（{rest}）。")
            }
        }
    }
}

fn ladder(field: &Field, steps: &[BracketStep]) -> String {
    let steps: Vec<String> =
        steps.iter().map(|s| format!("{}{}", bound(field, s), got(s.points))).collect();
    steps.join("，")
}

fn bound(field: &Field, step: &BracketStep) -> String {
    format!("{}及以上", with_unit(&step.from.to_string(), field.unit))
}
