//! Rules and metrics in words, whatever is entered.

use crate::rulebook::{Condition, FieldId, Formula, Metric, Readings, Rule, Rulebook, Same};
use crate::score::shown;
use crate::text::page;
use rust_decimal::Decimal;

/// How a rule gives points: 「“A”为“是”得 2 分」.
pub fn rule_text(rulebook: &Rulebook, readings: &Readings, rule: &Rule) -> String {
    let label = |field: &FieldId| quoted(rulebook[*field].label);
    let unit = |field: &FieldId| match rulebook[*field].unit {
        "" => "项",
        unit => unit,
    };
    match rule {
        Rule::Yes { field, points } => {
            format!("{}为“{}”得 {} 分", label(field), page::YES, figure(*points))
        }
        Rule::Choice { field, points } => {
            let options = rulebook[*field].options.iter().zip(points.iter());
            let options: Vec<String> = options
                .map(|(option, points)| format!("{} {} 分", option.label, figure(*points)))
                .collect();
            format!("{}：{}", label(field), options.join("；"))
        }
        Rule::PerItem { field, points, at_most } => {
            let most = at_most.map(|most| format!("，最高 {} 分", figure(most)));
            let most = most.unwrap_or_default();
            format!("{}每{} {} 分{most}", label(field), unit(field), figure(*points))
        }
        Rule::Brackets { field, steps } => {
            let steps: Vec<String> = steps
                .iter()
                .rev()
                .map(|step| {
                    format!("{} {}及以上 {} 分", step.from, unit(field), figure(step.points))
                })
                .collect();
            format!("{}：{}", label(field), steps.join("；"))
        }
        Rule::MissingCosts { field, points, cost } => {
            let (points, cost) = (figure(*points), figure(*cost));
            format!("{}齐全得 {points} 分，每缺一项扣 {cost} 分，扣完为止", label(field))
        }
        Rule::Tiers { tiers } => {
            let tiers: Vec<String> = tiers
                .iter()
                .map(|tier| {
                    let when: Vec<String> =
                        tier.when.iter().map(|one| condition(rulebook, one)).collect();
                    format!("{}，得 {} 分", when.join("，且"), figure(tier.points))
                })
                .collect();
            tiers.join("；不满足时，")
        }
        Rule::Efficacy { metric, points, floor } => {
            let label = quoted(rulebook.metric_under(*metric, readings).label);
            let floor = floor.map(|floor| format!("，差于 {} 不得分", figure(floor)));
            let floor = floor.unwrap_or_default();
            format!("{label}按功效系数法计分，满分 {} 分{floor}", figure(*points))
        }
        Rule::Honours { field, points, at_most, years, until, same, .. } => {
            let levels = rulebook[*field].options.iter().zip(points.iter());
            let levels: Vec<String> = levels
                .map(|(level, points)| format!("{}每项 {} 分", level.label, figure(*points)))
                .collect();
            let same = match same {
                Same::EachYear => "同一荣誉只按最高级别计，不同年份各计一次",
                Same::Once => "同一荣誉只按最高级别计一次",
            };
            let until = match until {
                0 => "到评价年度为止".to_owned(),
                until => format!("到评价年度前第 {until} 年为止"),
            };
            let (levels, most) = (levels.join("，"), figure(*at_most));
            format!("{}：{levels}，最高 {most} 分；计{until}的 {years} 年，{same}", label(field))
        }
        // A workbook of formulas is made of points only.
        Rule::Status { field } => label(field),
        Rule::Met { when, .. } => {
            when.iter().map(|one| condition(rulebook, one)).collect::<Vec<_>>().join("，且")
        }
    }
}

fn condition(rulebook: &Rulebook, condition: &Condition) -> String {
    let label = quoted(rulebook[condition.field].label);
    if condition.asks_yes() {
        return format!("{label}为“{}”", page::YES);
    }
    let bounds = [
        ("不低于", condition.at_least),
        ("高于", condition.more_than),
        ("不高于", condition.at_most),
    ];
    let bounds: Vec<String> = bounds
        .into_iter()
        .filter_map(|(word, bound)| Some(format!("{word} {}", figure(bound?))))
        .collect();
    format!("{label}{}", bounds.join("、"))
}

/// How a metric is formed: 「“A” ÷ “B” × 100」.
pub fn metric_text(rulebook: &Rulebook, metric: &Metric) -> String {
    let label = |field: FieldId| quoted(rulebook[field].label);
    match &metric.formula {
        Formula::Value { field } => label(*field),
        Formula::Ratio { of, to, times } => {
            format!("{} ÷ {}{}", label(*of), label(*to), factor(*times))
        }
        Formula::Growth { now, before, per: None } => {
            format!("（{} ÷ {} − 1）× 100", label(*now), label(*before))
        }
        Formula::Growth { now, before, per: Some((per_now, per_before)) } => {
            let (now, before) =
                (share(label(*now), label(*per_now)), share(label(*before), label(*per_before)));
            format!("（{now} ÷ {before} − 1）× 100")
        }
        Formula::ShareChange { now, before, per: (per_now, per_before), times } => {
            let (now, before) =
                (share(label(*now), label(*per_now)), share(label(*before), label(*per_before)));
            format!("（{now} − {before}）{}", factor(*times))
        }
        Formula::Sum { terms } => {
            let terms: Vec<String> = terms
                .iter()
                .map(|term| [label(term.field), factor(term.weight)].concat())
                .collect();
            terms.join(" + ")
        }
    }
}

fn share(of: String, to: String) -> String {
    format!("（{of} ÷ {to}）")
}

fn factor(times: Decimal) -> String {
    if times == Decimal::ONE { String::new() } else { format!(" × {}", figure(times)) }
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}

fn figure(points: Decimal) -> String {
    shown(points, 4)
}
