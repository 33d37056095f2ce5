//! A rulebook: one dated edition of an indicator system, checked.

use super::day::Day;
use super::exact;
use super::fixed::{List, Text, text};
use super::reading::{Reading, Variant};
use super::rule::{Formula, Rule};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::ops::Index;

/// The position of a field in its rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

/// The position of a metric in its rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MetricId(pub u16);

/// The position of an indicator (or task) in its rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(pub u16);

/// The position of a target in its rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetId(pub u16);

/// One edition of an indicator system. Immutable once released.
#[derive(Clone, Debug, PartialEq)]
pub struct Rulebook {
    /// The name that forms and links carry, such as `shandong-county-2022`.
    pub id: Text,
    pub title: Text,
    /// The year that a form without a year has.
    pub year: u16,
    pub kind: Kind,
    /// Where the rules come from.
    pub document: Document,
    /// Bases of the efficacy coefficient to choose from, the usual one first.
    pub bases: List<Decimal>,
    /// Points of the whole; 0 in a checklist.
    pub points: Decimal,
    pub dimensions: List<Dimension>,
    pub groups: List<Group>,
    pub indicators: List<Indicator>,
    pub fields: List<Field>,
    pub metrics: List<Metric>,
    pub stages: List<Stage>,
    pub targets: List<Target>,
    /// Assumptions of ours that concern the whole rulebook (口径).
    pub notes: List<Text>,
    /// Points that the document leaves open, and the ways to read them.
    pub readings: List<Reading>,
    /// How many times another figure of its kind a figure may be before it is
    /// questioned; 0 where none is.
    pub plausible_times: Decimal,
    /// The edition as its file has it, where the texts are said for a year.
    pub written: Option<&'static Rulebook>,
}

/// What a rulebook gives: points, or a list of things to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Points,
    Checklist,
}

/// The government document that a rulebook transcribes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    #[serde(with = "text")]
    pub title: Text,
    #[serde(with = "text")]
    pub number: Text,
    #[serde(with = "text")]
    pub issuer: Text,
    #[serde(with = "text")]
    pub date: Text,
}

/// A dimension (一级指标).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    #[serde(with = "text")]
    pub id: Text,
    #[serde(with = "text")]
    pub title: Text,
    #[serde(default, with = "exact")]
    pub points: Decimal,
}

/// A group of indicators (二级指标).
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub id: Text,
    pub title: Text,
    /// The position of its dimension.
    pub dimension: u16,
    pub points: Decimal,
}

/// An indicator (三级指标), or a task of a checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its number in the document.
    pub id: Text,
    /// A short name of ours, for lists.
    pub title: Text,
    /// The official text, to the letter.
    pub wording: Text,
    /// The position of its group.
    pub group: u16,
    /// Its maximum; 0 for a task.
    pub points: Decimal,
    /// Addends of its points under the usual readings; a task has exactly one.
    pub rules: List<Rule>,
    /// The limit of the addends' sum, when it is below what they could give.
    pub capped: bool,
    /// Its own fields, in the order of the page.
    pub fields: List<FieldId>,
    /// Its metrics, also those that are scored under other readings only.
    pub metrics: List<MetricId>,
    /// Responsible (leading) units, as the document names them.
    pub units: List<Text>,
    /// Supporting units.
    pub support: List<Text>,
    /// Words such as 其他成员单位 beside the named units.
    pub others: Text,
    pub deadline: Deadline,
    /// How it is verified (验收方式); empty where the document does not say.
    pub verification: Text,
    /// Assumptions of ours (口径).
    pub notes: List<Text>,
    /// Section and place in the document.
    pub source: Text,
    /// What is in force under readings that are not the usual ones: one for each
    /// combination of their options.
    pub variants: List<Variant>,
}

/// When an indicator is due: the document's words, and the date they mean.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    #[serde(with = "text")]
    pub text: Text,
    /// `YYYY-MM-DD` in the edition's own year, or empty where there is none.
    #[serde(default, with = "text")]
    pub date: Text,
}

/// One thing the user enters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in form files, such as `14.provincial-lead`.
    pub id: Text,
    pub label: Text,
    /// A sentence of help, or empty.
    pub hint: Text,
    pub kind: FieldKind,
    /// The unit of a figure, or empty.
    pub unit: Text,
    /// Options of a choice or set, levels of a list (highest first).
    pub options: List<FieldOption>,
    /// Usual titles to suggest in a list.
    pub suggestions: List<Text>,
    /// Whether it is a fact of a year before the year of assessment
    /// (评价当年的前一年度), which work done now does not change.
    pub past: bool,
    /// A figure above it is questioned, never refused.
    pub plausible_max: Option<Decimal>,
    /// The name of a field that asks the same of another year or of a part, whose
    /// figure is near; empty where there is none.
    pub like: Text,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    YesNo,
    Choice,
    Set,
    Count,
    Percent,
    Amount,
    Rate,
    List,
}

/// One option of a choice or set, or one level of a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOption {
    #[serde(with = "text")]
    pub id: Text,
    #[serde(with = "text")]
    pub label: Text,
}

/// A number derived from fields and compared with reference values.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// The name in form files, such as `10.share`.
    pub id: Text,
    pub label: Text,
    pub unit: Text,
    pub formula: Formula,
    pub better: Direction,
    /// The unacceptable value that holds unless the user sets one.
    pub unacceptable: Option<Decimal>,
    /// The satisfactory value that holds unless the user sets one.
    pub satisfactory: Option<Decimal>,
    /// A value above it is questioned, never refused.
    pub plausible_max: Option<Decimal>,
}

/// Which way a metric improves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Higher,
    Lower,
}

/// A stage of work in the document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    #[serde(with = "text")]
    pub title: Text,
    /// The period as the document words it.
    #[serde(with = "text")]
    pub text: Text,
    /// First day, `YYYY-MM-DD`; empty when the document gives only an end.
    #[serde(default, with = "text")]
    pub from: Text,
    /// Last day, `YYYY-MM-DD`.
    #[serde(with = "text")]
    pub to: Text,
    #[serde(with = "text")]
    pub wording: Text,
}

/// A target of the document that gives no points.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub id: Text,
    /// 产品质量, 工程质量, …
    pub section: Text,
    pub wording: Text,
    /// The figure that is asked, where it is an indicator's.
    pub field: Option<FieldId>,
    /// The bound, where the document gives one.
    pub at_least: Option<Decimal>,
    pub unit: Text,
}

impl Rulebook {
    /// All positions of indicators, in order.
    pub fn indicator_ids(&self) -> impl Iterator<Item = IndicatorId> + use<> {
        (0..self.indicators.len() as u16).map(IndicatorId)
    }

    /// All positions of fields, in order.
    pub fn field_ids(&self) -> impl Iterator<Item = FieldId> + use<> {
        (0..self.fields.len() as u16).map(FieldId)
    }

    /// All positions of metrics, in order.
    pub fn metric_ids(&self) -> impl Iterator<Item = MetricId> + use<> {
        (0..self.metrics.len() as u16).map(MetricId)
    }

    /// All positions of targets, in order.
    pub fn target_ids(&self) -> impl Iterator<Item = TargetId> + use<> {
        (0..self.targets.len() as u16).map(TargetId)
    }

    /// A date of the rulebook, moved by whole years to another year than its own;
    /// none for an empty text. 29 February becomes the 28th in a common year.
    pub fn moved(&self, date: &str, year: u16) -> Option<Day> {
        Day::parse(date)?.moved(i32::from(year) - i32::from(self.year))
    }

    /// The field of this name.
    pub fn field(&self, id: &str) -> Option<FieldId> {
        self.fields.iter().position(|f| f.id == id).map(|at| FieldId(at as u16))
    }

    /// The metric of this name.
    pub fn metric(&self, id: &str) -> Option<MetricId> {
        self.metrics.iter().position(|m| m.id == id).map(|at| MetricId(at as u16))
    }

    /// The indicator of this number.
    pub fn indicator(&self, id: &str) -> Option<IndicatorId> {
        self.indicators.iter().position(|i| i.id == id).map(|at| IndicatorId(at as u16))
    }

    /// The target of this name.
    pub fn target(&self, id: &str) -> Option<TargetId> {
        self.targets.iter().position(|t| t.id == id).map(|at| TargetId(at as u16))
    }

    /// Indicators whose points depend on a field, under any readings.
    pub fn readers(&self, field: FieldId) -> Vec<IndicatorId> {
        let forms = |metric: &Metric| metric.formula.fields().contains(&field);
        self.indicator_ids()
            .filter(|id| {
                let Indicator { rules, metrics, variants, .. } = &self[*id];
                let mut rules = rules.iter().chain(variants.iter().flat_map(|v| v.rules));
                rules.any(|rule| rule.fields().contains(&field))
                    || metrics.iter().any(|metric| forms(&self[*metric]))
                    || variants.iter().flat_map(|v| v.metrics).any(|(_, metric)| forms(metric))
            })
            .collect()
    }

    /// The indicator that owns a field, or none for a shared figure.
    pub fn owner(&self, field: FieldId) -> Option<IndicatorId> {
        self.indicator_ids().find(|id| self[*id].fields.contains(&field))
    }

    /// Shared figures: fields that no indicator owns.
    pub fn shared(&self) -> Vec<FieldId> {
        self.field_ids().filter(|f| self.owner(*f).is_none()).collect()
    }
}

impl Index<FieldId> for Rulebook {
    type Output = Field;
    fn index(&self, id: FieldId) -> &Field {
        &self.fields[id.0 as usize]
    }
}

impl Index<MetricId> for Rulebook {
    type Output = Metric;
    fn index(&self, id: MetricId) -> &Metric {
        &self.metrics[id.0 as usize]
    }
}

impl Index<IndicatorId> for Rulebook {
    type Output = Indicator;
    fn index(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }
}

impl Index<TargetId> for Rulebook {
    type Output = Target;
    fn index(&self, id: TargetId) -> &Target {
        &self.targets[id.0 as usize]
    }
}
