//! Reading a rulebook's source (TOML). `build.rs` stops the build with what is
//! said here: the file, the key and the reason.

use super::check::check;
use super::exact;
use super::fixed::{List, Text, items, list, text, texts};
use super::model::*;
use super::reading::Reading;
use super::rule::{Formula, Rule};
use super::under::{self, SourceUnder};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::fmt;

/// What is wrong with a rulebook's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: a key such as `indicator 14, rule 2`.
    pub key: String,
    /// What is wrong there, and what was expected.
    pub reason: String,
}

impl Problem {
    /// A problem at a key.
    pub fn new(key: impl Into<String>, reason: impl Into<String>) -> Problem {
        Problem { key: key.into(), reason: reason.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.key, self.reason)
    }
}

/// Reads and checks a rulebook.
///
/// Errors: text that is no TOML of the right shape, a name that refers to
/// nothing, and whatever the lint (`check.rs`) finds. One problem is reported at a time.
pub fn read(text: &str) -> Result<Rulebook, Problem> {
    let source: Source = toml::from_str(text).map_err(|e| {
        let line = e.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        Problem::new(format!("line {line}"), e.message().trim())
    })?;
    let rulebook = source.resolve()?;
    check(&rulebook)?;
    Ok(rulebook)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    #[serde(with = "text")]
    id: Text,
    #[serde(with = "text")]
    title: Text,
    year: u16,
    kind: Kind,
    document: Document,
    #[serde(default, with = "exact::list")]
    bases: List<Decimal>,
    #[serde(default, with = "exact")]
    points: Decimal,
    #[serde(default, with = "texts")]
    notes: List<Text>,
    #[serde(default, rename = "plausible-times", with = "exact")]
    plausible_times: Decimal,
    #[serde(default)]
    reading: Vec<Reading>,
    #[serde(default)]
    field: Vec<SourceField>,
    dimension: Vec<Dimension>,
    group: Vec<SourceGroup>,
    indicator: Vec<SourceIndicator>,
    #[serde(with = "items")]
    stage: List<Stage>,
    #[serde(default)]
    target: Vec<SourceTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceGroup {
    #[serde(with = "text")]
    id: Text,
    #[serde(with = "text")]
    title: Text,
    dimension: String,
    #[serde(default, with = "exact")]
    points: Decimal,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceField {
    #[serde(with = "text")]
    id: Text,
    #[serde(with = "text")]
    label: Text,
    #[serde(default, with = "text")]
    hint: Text,
    #[serde(rename = "type")]
    kind: FieldKind,
    #[serde(default, with = "text")]
    unit: Text,
    #[serde(default, with = "items")]
    options: List<FieldOption>,
    #[serde(default, with = "texts")]
    suggestions: List<Text>,
    #[serde(default)]
    past: bool,
    #[serde(default, rename = "plausible-max", with = "exact::option")]
    plausible_max: Option<Decimal>,
    #[serde(default, with = "text")]
    like: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct SourceMetric {
    #[serde(with = "text")]
    id: Text,
    #[serde(with = "text")]
    label: Text,
    #[serde(with = "text")]
    unit: Text,
    formula: Formula<String>,
    better: Direction,
    #[serde(default, with = "exact::option")]
    unacceptable: Option<Decimal>,
    #[serde(default, with = "exact::option")]
    satisfactory: Option<Decimal>,
    #[serde(default, with = "exact::option")]
    plausible_max: Option<Decimal>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct SourceIndicator {
    #[serde(with = "text")]
    id: Text,
    #[serde(with = "text")]
    title: Text,
    #[serde(with = "text")]
    wording: Text,
    group: String,
    #[serde(default, with = "exact")]
    points: Decimal,
    #[serde(default)]
    capped: bool,
    #[serde(default)]
    field: Vec<SourceField>,
    #[serde(default)]
    metric: Vec<SourceMetric>,
    rules: Vec<Rule<String, String>>,
    #[serde(default)]
    under: Vec<SourceUnder>,
    #[serde(with = "texts")]
    units: List<Text>,
    #[serde(default, with = "texts")]
    support: List<Text>,
    #[serde(default, with = "text")]
    others: Text,
    deadline: Deadline,
    #[serde(default, with = "text")]
    verification: Text,
    #[serde(default, with = "texts")]
    notes: List<Text>,
    #[serde(with = "text")]
    source: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct SourceTarget {
    #[serde(with = "text")]
    id: Text,
    #[serde(with = "text")]
    section: Text,
    #[serde(with = "text")]
    wording: Text,
    #[serde(default)]
    field: Option<String>,
    #[serde(default, with = "exact::option")]
    at_least: Option<Decimal>,
    #[serde(default, with = "text")]
    unit: Text,
}

impl Source {
    /// Names become positions; the fields of indicators join the shared ones.
    fn resolve(self) -> Result<Rulebook, Problem> {
        let mut fields: Vec<Field> = self.field.into_iter().map(Field::from).collect();
        let mut metric_sources = Vec::new();
        let mut own = Vec::new();
        let mut rest = Vec::new();
        for mut indicator in self.indicator {
            let first_field = fields.len();
            fields.extend(indicator.field.drain(..).map(Field::from));
            let first_metric = metric_sources.len();
            metric_sources.append(&mut indicator.metric);
            own.push((first_field..fields.len(), first_metric..metric_sources.len()));
            rest.push(indicator);
        }
        for (at, field) in fields.iter().enumerate() {
            if fields[..at].iter().any(|f| f.id == field.id) {
                return Err(Problem::new(format!("field {}", field.id), "the id stands twice"));
            }
        }
        for (at, metric) in metric_sources.iter().enumerate() {
            if metric_sources[..at].iter().any(|m| m.id == metric.id) {
                return Err(Problem::new(format!("metric {}", metric.id), "the id stands twice"));
            }
        }
        let metric_names: Vec<Text> = metric_sources.iter().map(|m| m.id).collect();
        let field_at = |key: &str, id: &str| {
            fields
                .iter()
                .position(|f| f.id == id)
                .map(|at| FieldId(at as u16))
                .ok_or_else(|| Problem::new(key, format!("there is no field \"{id}\"")))
        };
        let metric_at = |key: &str, id: &str| {
            metric_names
                .iter()
                .position(|m| *m == id)
                .map(|at| MetricId(at as u16))
                .ok_or_else(|| Problem::new(key, format!("there is no metric \"{id}\"")))
        };

        let mut groups = Vec::new();
        for group in self.group {
            let dimension =
                self.dimension.iter().position(|d| d.id == group.dimension).ok_or_else(|| {
                    Problem::new(
                        format!("group {}", group.id),
                        format!("there is no dimension \"{}\"", group.dimension),
                    )
                })?;
            groups.push(Group {
                id: group.id,
                title: group.title,
                dimension: dimension as u16,
                points: group.points,
            });
        }

        let mut metrics = Vec::new();
        for metric in metric_sources {
            let key = format!("metric {}", metric.id);
            metrics.push(Metric {
                formula: metric.formula.resolve(&mut |f: String| field_at(&key, &f))?,
                id: metric.id,
                label: metric.label,
                unit: metric.unit,
                better: metric.better,
                unacceptable: metric.unacceptable,
                satisfactory: metric.satisfactory,
                plausible_max: metric.plausible_max,
            });
        }

        let names = under::Names {
            readings: &self.reading,
            metrics: &metrics,
            rule: &|key, rule| {
                rule.resolve(&mut |f: String| field_at(key, &f), &mut |m: String| {
                    metric_at(key, &m)
                })
            },
            formula: &|key, formula| formula.resolve(&mut |f: String| field_at(key, &f)),
            metric: &metric_at,
        };
        let mut indicators = Vec::new();
        for (indicator, (own_fields, own_metrics)) in rest.into_iter().zip(own) {
            let key = format!("indicator {}", indicator.id);
            let group = groups.iter().position(|g| g.id == indicator.group).ok_or_else(|| {
                Problem::new(&key, format!("there is no group \"{}\"", indicator.group))
            })?;
            let mut rules = Vec::new();
            for (at, rule) in indicator.rules.into_iter().enumerate() {
                let key = format!("{key}, rule {}", at + 1);
                rules.push((names.rule)(&key, rule)?);
            }
            let rules = list(rules);
            let mut changes = Vec::new();
            for one in indicator.under {
                changes.push(one.resolve(indicator.id, &names)?);
            }
            indicators.push(Indicator {
                id: indicator.id,
                title: indicator.title,
                wording: indicator.wording,
                group: group as u16,
                points: indicator.points,
                rules,
                capped: indicator.capped,
                fields: list(own_fields.map(|at| FieldId(at as u16)).collect()),
                metrics: list(own_metrics.map(|at| MetricId(at as u16)).collect()),
                units: indicator.units,
                support: indicator.support,
                others: indicator.others,
                deadline: indicator.deadline,
                verification: indicator.verification,
                notes: indicator.notes,
                source: indicator.source,
                variants: under::variants(rules, &changes)?,
            });
        }

        let mut targets = Vec::new();
        for target in self.target {
            let key = format!("target {}", target.id);
            targets.push(Target {
                field: target.field.map(|f| field_at(&key, &f)).transpose()?,
                id: target.id,
                section: target.section,
                wording: target.wording,
                at_least: target.at_least,
                unit: target.unit,
            });
        }

        Ok(Rulebook {
            id: self.id,
            title: self.title,
            year: self.year,
            kind: self.kind,
            document: self.document,
            bases: self.bases,
            points: self.points,
            dimensions: list(self.dimension),
            groups: list(groups),
            indicators: list(indicators),
            fields: list(fields),
            metrics: list(metrics),
            stages: self.stage,
            targets: list(targets),
            notes: self.notes,
            readings: list(self.reading),
            plausible_times: self.plausible_times,
            written: None,
        })
    }
}

impl From<SourceField> for Field {
    fn from(source: SourceField) -> Field {
        Field {
            id: source.id,
            label: source.label,
            hint: source.hint,
            kind: source.kind,
            unit: source.unit,
            options: source.options,
            suggestions: source.suggestions,
            past: source.past,
            plausible_max: source.plausible_max,
            like: source.like,
        }
    }
}
