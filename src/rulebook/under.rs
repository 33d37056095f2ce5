//! What a source says of an indicator under a reading's option, combined into
//! one variant for each combination of options.

use super::fixed::{List, Text, list, text};
use super::model::{Metric, MetricId};
use super::reading::{Reading, ReadingId, Variant};
use super::rule::{Formula, Rule, Same};
use super::source::Problem;
use serde::Deserialize;

/// What differs for an indicator under one option of a reading.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceUnder {
    reading: String,
    option: String,
    /// The rules that are in force instead.
    #[serde(default)]
    pub rules: Option<Vec<Rule<String, String>>>,
    /// Metrics that are formed otherwise.
    #[serde(default)]
    pub metric: Vec<SourceFormed>,
    /// Other parameters of the rule of honours.
    #[serde(default)]
    honours: Option<SourceHonours>,
}

/// A metric that is formed otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFormed {
    pub id: String,
    #[serde(with = "text")]
    label: Text,
    #[serde(with = "text")]
    unit: Text,
    pub formula: Formula<String>,
}

/// Parameters of a rule of honours; what is missing stays.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceHonours {
    until: Option<u16>,
    same: Option<Same>,
}

/// A [`SourceUnder`] with positions in place of names.
pub struct Under {
    reading: ReadingId,
    option: u8,
    rules: Option<List<Rule>>,
    metrics: Vec<(MetricId, Metric)>,
    honours: Option<SourceHonours>,
    /// Where it stands, for problems.
    key: String,
}

/// Resolves the names in something that stands at a key.
type Resolve<'a, From, To> = &'a dyn Fn(&str, From) -> Result<To, Problem>;

/// What resolves the names of a rulebook.
pub struct Names<'a> {
    pub readings: &'a [Reading],
    pub metrics: &'a [Metric],
    pub rule: Resolve<'a, Rule<String, String>, Rule>,
    pub formula: Resolve<'a, Formula<String>, Formula>,
    pub metric: &'a dyn Fn(&str, &str) -> Result<MetricId, Problem>,
}

impl SourceUnder {
    /// Names become positions.
    pub fn resolve(self, indicator: &str, names: &Names) -> Result<Under, Problem> {
        let key = format!("indicator {indicator}, under {} = {}", self.reading, self.option);
        let problem = |reason: String| Problem::new(&key, reason);
        let reading = names.readings.iter().position(|r| r.id == self.reading);
        let reading =
            reading.ok_or_else(|| problem(format!("there is no reading \"{}\"", self.reading)))?;
        let options = names.readings.get(reading).map_or(&[][..], |r| r.options);
        let option = options
            .iter()
            .position(|o| o.id == self.option)
            .ok_or_else(|| problem(format!("the reading has no option \"{}\"", self.option)))?;
        if option == 0 {
            return Err(problem("it is the usual option, which the indicator's rules say".into()));
        }
        let rules = match self.rules {
            Some(rules) => {
                let rules = (1..).zip(rules);
                let rules =
                    rules.map(|(at, rule)| (names.rule)(&format!("{key}, rule {at}"), rule));
                Some(list(rules.collect::<Result<_, _>>()?))
            }
            None => None,
        };
        let mut metrics = Vec::new();
        for formed in self.metric {
            let id = (names.metric)(&key, &formed.id)?;
            let Some(usual) = names.metrics.get(usize::from(id.0)) else { continue };
            let formula = (names.formula)(&format!("{key}, metric {}", formed.id), formed.formula)?;
            let (label, unit) = (formed.label, formed.unit);
            metrics.push((id, Metric { label, unit, formula, ..usual.clone() }));
        }
        if rules.is_none() && metrics.is_empty() && self.honours.is_none() {
            return Err(problem("it changes nothing".into()));
        }
        let (option, honours) = (option as u8, self.honours);
        Ok(Under { reading: ReadingId(reading as u16), option, rules, metrics, honours, key })
    }
}

/// A variant for each combination of options other than the usual.
///
/// Errors: two readings that both replace the rules, or the same metric.
pub fn variants(usual: List<Rule>, all: &[Under]) -> Result<List<Variant>, Problem> {
    let mut chosen: Vec<Vec<&Under>> = vec![Vec::new()];
    let mut readings: Vec<ReadingId> = all.iter().map(|under| under.reading).collect();
    readings.sort_unstable();
    readings.dedup();
    for reading in readings {
        let options: Vec<&Under> = all.iter().filter(|under| under.reading == reading).collect();
        let mut more = Vec::new();
        for combination in &chosen {
            for (at, option) in options.iter().enumerate() {
                if options.iter().take(at).any(|other| other.option == option.option) {
                    return Err(Problem::new(&option.key, "it stands twice"));
                }
                let mut combination = combination.clone();
                combination.push(option);
                more.push(combination);
            }
        }
        chosen.extend(more);
    }
    let combinations = chosen.iter().filter(|combination| !combination.is_empty());
    Ok(list(combinations.map(|one| variant(usual, one)).collect::<Result<_, _>>()?))
}

fn variant(usual: List<Rule>, combination: &[&Under]) -> Result<Variant, Problem> {
    let mut rules: Option<List<Rule>> = None;
    let mut metrics: Vec<(MetricId, Metric)> = Vec::new();
    for under in combination {
        if let Some(own) = under.rules {
            if rules.is_some() {
                let reason = "another reading of the indicator replaces its rules, too";
                return Err(Problem::new(&under.key, reason));
            }
            rules = Some(own);
        }
        for (id, metric) in &under.metrics {
            if metrics.iter().any(|(other, _)| other == id) {
                let reason = format!("another reading forms the metric {} otherwise", metric.id);
                return Err(Problem::new(&under.key, reason));
            }
            metrics.push((*id, metric.clone()));
        }
    }
    let mut rules = rules.unwrap_or(usual);
    for under in combination {
        let Some(honours) = under.honours else { continue };
        if !rules.iter().any(|rule| matches!(rule, Rule::Honours { .. })) {
            return Err(Problem::new(&under.key, "the indicator has no rule of honours"));
        }
        rules = list(rules.iter().map(|rule| with(rule, honours)).collect());
    }
    let when = combination.iter().map(|under| (under.reading, under.option)).collect();
    Ok(Variant { when: list(when), rules, metrics: list(metrics) })
}

/// A rule with other parameters of honours.
fn with(rule: &Rule, other: SourceHonours) -> Rule {
    let mut rule = rule.clone();
    if let Rule::Honours { until, same, .. } = &mut rule {
        *until = other.until.unwrap_or(*until);
        *same = other.same.unwrap_or(*same);
    }
    rule
}
