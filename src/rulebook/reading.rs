//! Readings (口径选项): the points that a document leaves open, each with the
//! ways to read it, and what is in force under each.
//!
//! A reading changes the rules or metrics of some indicators ([`Variant`]), or it sets one
//! of the engine's own parameters for all of them: how a value worse than the unacceptable
//! one scores ([`Below`]), or to how many decimals each indicator is rounded.

use super::fixed::{List, Text, text};
use super::model::{IndicatorId, Metric, MetricId, Rulebook};
use super::rule::Rule;
use serde::Deserialize;
use std::ops::Index;

/// The position of a reading in its rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReadingId(pub u16);

/// A point that the document leaves open, and the ways to read it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The name in form files, such as `43.window`.
    #[serde(with = "text")]
    pub id: Text,
    /// What it is about, in a few words.
    #[serde(with = "text")]
    pub title: Text,
    /// What the document leaves open, quoting the words in question.
    #[serde(with = "text")]
    pub question: Text,
    /// The ways to read it, the usual one first.
    #[serde(with = "super::fixed::items")]
    pub options: List<ReadingOption>,
}

/// One way to read a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingOption {
    /// The name in form files, alone in its reading.
    #[serde(with = "text")]
    pub id: Text,
    /// What holds under it, without a full stop.
    #[serde(with = "text")]
    pub label: Text,
    /// What speaks for it, a sentence.
    #[serde(with = "text")]
    pub reason: Text,
    /// How a value worse than the unacceptable one scores; set only in a reading about
    /// that.
    #[serde(default)]
    pub below: Option<Below>,
    /// The decimals to which each indicator is rounded; set only in a reading about that.
    #[serde(default)]
    pub places: Option<u32>,
}

/// How a value worse than the unacceptable one scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Below {
    /// The line goes on below the base, down to 0.
    #[default]
    Line,
    /// Nothing.
    None,
    /// The base.
    Base,
}

/// What differs for an indicator under a combination of options.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The readings that move the indicator and differ from the usual, each
    /// with its option. All others are at the usual.
    pub when: List<(ReadingId, u8)>,
    /// The addends of its points, in place of the usual ones.
    pub rules: List<Rule>,
    /// Metrics that are formed otherwise.
    pub metrics: List<(MetricId, Metric)>,
}

/// The readings that a form chose: only those that differ from the usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings(Vec<(ReadingId, u8)>);

impl Readings {
    /// The usual readings.
    pub const fn usual() -> Readings {
        Readings(Vec::new())
    }

    /// The position of the chosen option; 0 is the usual one.
    pub fn get(&self, id: ReadingId) -> u8 {
        let chosen = self.0.iter().find(|(other, _)| *other == id);
        chosen.map_or(0, |(_, option)| *option)
    }

    /// Chooses an option; the usual one is not kept.
    pub fn set(&mut self, id: ReadingId, option: u8) {
        self.0.retain(|(other, _)| *other != id);
        if option != 0 {
            let at = self.0.iter().take_while(|(other, _)| *other < id).count();
            self.0.insert(at, (id, option));
        }
    }

    /// All readings that differ from the usual, in the rulebook's order.
    pub fn iter(&self) -> impl Iterator<Item = (ReadingId, u8)> {
        self.0.iter().copied()
    }

    /// Whether all are the usual ones.
    pub fn is_usual(&self) -> bool {
        self.0.is_empty()
    }
}

impl Rulebook {
    /// All positions of readings, in order.
    pub fn reading_ids(&self) -> impl Iterator<Item = ReadingId> + use<> {
        (0..self.readings.len() as u16).map(ReadingId)
    }

    /// The reading of this name.
    pub fn reading(&self, id: &str) -> Option<ReadingId> {
        self.readings.iter().position(|r| r.id == id).map(|at| ReadingId(at as u16))
    }

    /// What differs for an indicator under these readings, if anything does.
    fn variant(&self, id: IndicatorId, readings: &Readings) -> Option<&Variant> {
        let variants = self[id].variants;
        if readings.is_usual() || variants.is_empty() {
            return None;
        }
        // Each combination has one variant. An option under which nothing differs
        // here is in none of them.
        let differs = |one: &(ReadingId, u8)| variants.iter().any(|v| v.when.contains(one));
        let chosen = || readings.iter().filter(differs);
        variants.iter().find(|variant| chosen().eq(variant.when.iter().copied()))
    }

    /// The rules of an indicator in force under these readings.
    pub fn rules(&self, id: IndicatorId, readings: &Readings) -> List<Rule> {
        self.variant(id, readings).map_or(self[id].rules, |variant| variant.rules)
    }

    /// A metric as these readings form it.
    pub fn metric_under(&self, id: MetricId, readings: &Readings) -> &Metric {
        let owner = || self.indicator_ids().find(|owner| self[*owner].metrics.contains(&id));
        let variant = if readings.is_usual() { None } else { owner() };
        let variant = variant.and_then(|owner| self.variant(owner, readings));
        let formed = variant.and_then(|v| v.metrics.iter().find(|(metric, _)| *metric == id));
        formed.map_or(&self[id], |(_, metric)| metric)
    }

    /// The metrics of an indicator that are scored under these readings.
    pub fn metrics_under(&self, id: IndicatorId, readings: &Readings) -> Vec<MetricId> {
        let scored = |rule: &Rule| match rule {
            Rule::Efficacy { metric, .. } => Some(*metric),
            _ => None,
        };
        self.rules(id, readings).iter().filter_map(scored).collect()
    }

    /// All metrics that are scored under the usual readings, in order.
    pub fn usual_metrics(&self) -> impl Iterator<Item = MetricId> {
        let scores =
            |rule: &Rule, id| matches!(rule, Rule::Efficacy { metric, .. } if *metric == id);
        let all = || self.indicators.iter().flat_map(|indicator| indicator.rules);
        self.metric_ids().filter(move |id| all().any(|rule| scores(rule, *id)))
    }

    /// How a value worse than the unacceptable one scores under these readings.
    pub fn below(&self, readings: &Readings) -> Below {
        self.parameter(readings, |option| option.below).unwrap_or_default()
    }

    /// The decimals to which each indicator is rounded; none keeps it exact.
    pub fn places(&self, readings: &Readings) -> Option<u32> {
        self.parameter(readings, |option| option.places)
    }

    fn parameter<T>(&self, readings: &Readings, of: fn(&ReadingOption) -> Option<T>) -> Option<T> {
        if readings.is_usual() {
            return self.readings.iter().filter_map(|r| r.options.first()).find_map(of);
        }
        let ids = self.reading_ids();
        let chosen = |id: ReadingId| self[id].options.get(usize::from(readings.get(id)));
        ids.filter_map(chosen).find_map(of)
    }

    /// Whether a reading moves an indicator by its own rules and metrics.
    pub fn moves(&self, reading: ReadingId, id: IndicatorId) -> bool {
        self[id].variants.iter().any(|v| v.when.iter().any(|(other, _)| *other == reading))
    }

    /// Whether a reading sets a parameter of the engine, for all indicators.
    pub fn is_general(&self, reading: ReadingId) -> bool {
        let sets = |option: &ReadingOption| option.below.is_some() || option.places.is_some();
        self[reading].options.iter().any(sets)
    }

    /// The readings that move an indicator by its own rules and metrics.
    pub fn readings_of(&self, id: IndicatorId) -> impl Iterator<Item = ReadingId> {
        self.reading_ids().filter(move |reading| self.moves(*reading, id))
    }
}

impl Index<ReadingId> for Rulebook {
    type Output = Reading;
    fn index(&self, id: ReadingId) -> &Reading {
        &self.readings[id.0 as usize]
    }
}
