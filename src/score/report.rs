//! A scorecard, and what readings are worth, as one line of JSON. The lines are a
//! contract: `docs/formats/lines.md`.

use super::card::Scorecard;
use super::range::{Range, shown};
use super::task::State;
use super::worth::{Asked, Worth};
use crate::rulebook::{Kind, Rulebook};
use serde::Serialize;

/// Decimals of the figures in the line.
const PLACES: u32 = 4;

#[derive(Serialize)]
struct PointsLine<'a> {
    county: &'a str,
    rulebook: &'a str,
    total: RangeLine,
    vetoed: bool,
    indicators: Vec<IndicatorLine<'a>>,
}

#[derive(Serialize)]
struct ChecklistLine<'a> {
    county: &'a str,
    rulebook: &'a str,
    tasks: TasksLine,
    vetoed: bool,
    items: Vec<TaskLine<'a>>,
}

#[derive(Serialize)]
struct RangeLine {
    low: String,
    points: String,
    high: String,
}

#[derive(Serialize)]
struct IndicatorLine<'a> {
    id: &'a str,
    #[serde(flatten)]
    figures: RangeLine,
    max: String,
    adjusted: bool,
}

#[derive(Serialize)]
struct TasksLine {
    met: usize,
    in_progress: usize,
    applicable: usize,
    total: usize,
}

#[derive(Serialize)]
struct TaskLine<'a> {
    id: &'a str,
    state: &'static str,
}

#[derive(Serialize)]
struct ReadingsLine<'a> {
    county: &'a str,
    rulebook: &'a str,
    points: String,
    lowest: String,
    highest: String,
    readings: Vec<ReadingLine>,
}

#[derive(Serialize)]
struct ReadingLine {
    id: &'static str,
    chosen: String,
    options: Vec<OptionLine>,
}

#[derive(Serialize)]
struct OptionLine {
    id: String,
    points: String,
}

/// The line of what readings are worth, without a line break.
pub fn readings_report(rulebook: &Rulebook, county: &str, worth: &Worth) -> String {
    let readings = worth.readings.iter().map(|reading| {
        let (id, names): (&str, Vec<String>) = match reading.asked {
            Asked::Base => {
                let bases = rulebook.bases.iter();
                ("base", bases.map(|base| base.normalize().to_string()).collect())
            }
            Asked::Reading(id) => {
                let options = rulebook[id].options.iter();
                (rulebook[id].id, options.map(|option| option.id.to_owned()).collect())
            }
        };
        let chosen = names.get(reading.chosen).cloned().unwrap_or_default();
        let options = names.into_iter().zip(&reading.options);
        let options =
            options.map(|(id, option)| OptionLine { id, points: shown(option.points, PLACES) });
        ReadingLine { id, chosen, options: options.collect() }
    });
    let line = serde_json::to_string(&ReadingsLine {
        county,
        rulebook: rulebook.id,
        points: shown(worth.points, PLACES),
        lowest: shown(worth.lowest, PLACES),
        highest: shown(worth.highest, PLACES),
        readings: readings.collect(),
    });
    // Writing plain strings to memory cannot fail.
    line.unwrap_or_default()
}

/// The line of a scorecard, without a line break.
pub fn report(rulebook: &Rulebook, county: &str, card: &Scorecard) -> String {
    let pairs = || rulebook.indicators.iter().zip(&card.indicators);
    let line = match rulebook.kind {
        Kind::Points => serde_json::to_string(&PointsLine {
            county,
            rulebook: rulebook.id,
            total: figures(card.total.range),
            vetoed: card.vetoed,
            indicators: pairs()
                .map(|(indicator, score)| IndicatorLine {
                    id: indicator.id,
                    figures: figures(score.range),
                    max: shown(indicator.points, PLACES),
                    adjusted: score.adjusted,
                })
                .collect(),
        }),
        Kind::Checklist => serde_json::to_string(&ChecklistLine {
            county,
            rulebook: rulebook.id,
            tasks: TasksLine {
                met: card.total.tasks.met,
                in_progress: card.total.tasks.in_progress,
                applicable: card.total.tasks.applicable(),
                total: rulebook.indicators.len(),
            },
            vetoed: card.vetoed,
            items: pairs()
                .map(|(task, score)| TaskLine {
                    id: task.id,
                    state: score.state.unwrap_or(State::NotStarted).name(),
                })
                .collect(),
        }),
    };
    // Writing plain strings to memory cannot fail.
    line.unwrap_or_default()
}

fn figures(range: Range) -> RangeLine {
    RangeLine {
        low: shown(range.low, PLACES),
        points: shown(range.points(), PLACES),
        high: shown(range.high, PLACES),
    }
}
