//! Why an indicator has the points it has: the proof that the page shows and
//! prints. Every number in it is the rulebook's, the form's or the score's.

mod conditions;
mod efficacy;
mod honours;
mod metric;
mod points;
pub(super) mod words;

pub use conditions::state_text;
pub use efficacy::end_text;
pub use metric::metric_line;
pub use words::answer_text;

use super::reading;
use crate::form::Case;
use crate::rulebook::Map;
use crate::rulebook::{Adjustment, Answers, Indicator, IndicatorId, Readings, Rule, Rulebook};
use crate::score::{Finding, Ground, IndicatorScore, Range, upright};
use words::{figure, page_points, quoted, reach};

/// How an indicator came to its points, in sentences a reader can recompute by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// An entry a rule; a list of honours has one more for each row.
    pub steps: Vec<String>,
    /// What the steps come to, with the indicator's cap and any adjustment.
    pub result: String,
    /// Assumptions of ours (口径), which are not the official rule.
    pub notes: Vec<String>,
}

/// What the sentences are made from.
#[derive(Clone, Copy)]
struct Scene<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    readings: &'a Readings,
    /// The year of assessment.
    year: u16,
}

/// Explains the score of an indicator in a case.
pub fn explain(
    rulebook: &Rulebook,
    case: &Case,
    adjustments: &Map<IndicatorId, Adjustment>,
    year: u16,
    id: IndicatorId,
    score: &IndicatorScore,
) -> Explanation {
    let indicator = &rulebook[id];
    let readings = &case.readings;
    let rules = rulebook.rules(id, readings);
    let scene = Scene { rulebook, answers: &case.answers, readings, year };
    let mut steps = Vec::new();
    for finding in &score.findings {
        if let Some(rule) = rules.get(finding.rule) {
            step(scene, indicator, rule, finding, &mut steps);
        }
    }
    let result = match score.state {
        Some(state) => format!("任务状态：{}。", state_text(state)),
        None => {
            let adjustment = adjustments.get(&id);
            let mut text = result(indicator, rules.len(), score, adjustment);
            text.push_str(&rounded(scene, indicator, score, adjustment));
            text
        }
    };
    Explanation { steps, result, notes: notes(rulebook, readings, id, score) }
}

/// That the indicator's figures were rounded, where that changed them.
fn rounded(
    scene: Scene,
    indicator: &Indicator,
    score: &IndicatorScore,
    adjustment: Option<&Adjustment>,
) -> String {
    let Some(places) = scene.rulebook.places(scene.readings) else { return String::new() };
    let exact = match adjustment {
        Some(adjustment) => Range::exactly(adjustment.points),
        None => score.uncapped.capped(indicator.points),
    };
    if exact == score.range {
        return String::new();
    }
    format!("按所选口径，本项先四舍五入到 {places} 位小数再相加。")
}

fn step(
    scene: Scene,
    indicator: &Indicator,
    rule: &Rule,
    finding: &Finding,
    steps: &mut Vec<String>,
) {
    let text = match (rule, &finding.ground) {
        (_, Ground::Unanswered(field)) => {
            // A rule without a cap of its own cannot give more than the indicator.
            let range = finding.gave.capped(indicator.points);
            let label = quoted(scene.rulebook[*field].label);
            let terms = points::terms(scene.rulebook, rule);
            format!("尚未填写{label}，{}（{terms}）。", reach(range))
        }
        (Rule::Efficacy { points, floor, .. }, Ground::Efficacy(how)) => {
            efficacy::proof(scene, *points, *floor, how, finding.gave)
        }
        (Rule::Tiers { tiers }, Ground::Tiers { holds, .. }) => {
            conditions::tiers(scene, tiers, holds, finding.gave)
        }
        (Rule::Status { .. } | Rule::Met { .. }, Ground::Task { holds, waived }) => {
            conditions::task(scene, rule, holds, *waived)
        }
        (Rule::Honours { .. }, Ground::Honours { rows, sum }) => {
            honours::lines(scene, rule, rows, *sum, finding.gave.low, steps);
            return;
        }
        _ => points::counted(scene, rule, &finding.ground, finding.gave.low),
    };
    if !text.is_empty() {
        steps.push(text);
    }
}

fn result(
    indicator: &Indicator,
    rules: usize,
    score: &IndicatorScore,
    adjustment: Option<&Adjustment>,
) -> String {
    let Some(adjustment) = adjustment else { return computed(indicator, rules, score) };
    let points = figure(adjustment.points);
    let reason = upright(adjustment.reason.trim().trim_end_matches('。'));
    let (about, low) = page_points(score.computed.low);
    let (or_about, high) = page_points(score.computed.high);
    let by_rule = if score.computed.is_settled() {
        format!("{about} {low} 分")
    } else {
        let about = if about.is_empty() { or_about } else { about };
        format!("{about} {low} 至 {high} 分")
    };
    format!("自评调整为 {points} 分，理由：{reason}；按规则计算为{by_rule}。")
}

fn computed(indicator: &Indicator, rules: usize, score: &IndicatorScore) -> String {
    let full = figure(indicator.points);
    let open = !score.uncapped.is_settled();
    if score.uncapped.low > indicator.points {
        let (about, sum) = page_points(score.uncapped.low);
        let (which, rest) =
            if open { ("已填", "；未填各项不影响得分") } else { ("", "") };
        return format!(
            "{which}各项合计{about} {sum} 分，超过满分 {full} 分，计 {full} 分{rest}。"
        );
    }
    let Range { low, high } = score.computed;
    let (about, points) = page_points(low);
    let sum = match rules {
        0 | 1 => format!("{about}得"),
        _ => format!("合计{about}"),
    };
    let mut text = format!("{sum} {points} 分（满分 {full} 分）");
    if low != high {
        let (about, more) = page_points(high - low);
        text.push_str(&format!("；还有 0 至{about} {more} 分未定"));
        if score.uncapped.high > indicator.points {
            text.push_str("（各项相加可能超过满分，以满分为限）");
        }
    } else if open {
        text.push_str("；已到满分，未填各项不影响得分");
    }
    text.push('。');
    text
}

fn notes(
    rulebook: &Rulebook,
    readings: &Readings,
    id: IndicatorId,
    score: &IndicatorScore,
) -> Vec<String> {
    let mut notes: Vec<String> = rulebook[id].notes.iter().map(|&note| note.into()).collect();
    notes.extend(rulebook.readings_of(id).map(|one| reading::note(rulebook, one, readings)));
    let is_worse =
        |finding: &Finding| matches!(&finding.ground, Ground::Efficacy(how) if how.worse.is_some());
    if score.findings.iter().any(is_worse) {
        notes.extend(reading::below_note(rulebook, readings));
    }
    let base = score.findings.iter().find_map(|finding| match &finding.ground {
        Ground::Efficacy(how) => Some(how.base),
        _ => None,
    });
    if let Some(base) = base {
        let mut note = format!("功效系数法基础分取 {}", figure(base));
        if rulebook.bases.len() > 1 {
            let all: Vec<String> = rulebook.bases.iter().map(|b| figure(*b)).collect();
            note.push_str(&format!("（可选 {}）", all.join("、")));
        }
        note.push('。');
        notes.push(note);
    }
    notes
}
