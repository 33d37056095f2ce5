//! A rulebook: one dated edition of an indicator system, checked.

use super::exact;
use super::fixed::{List, Text, text};
use super::reading::{Reading, Variant};
use super::rule::{Formula, Rule};
use rust_decimal::Decimal;
use serde::Deserialize;

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
    /// What the index is called, in Chinese.
    pub title: Text,
    /// The year that a form without a year has.
    pub year: u16,
    /// Whether it gives points or is a checklist.
    pub kind: Kind,
    /// Where the rules come from.
    pub document: Document,
    /// Bases of the efficacy coefficient to choose from, the usual one first.
    pub bases: List<Decimal>,
    /// Points of the whole; 0 in a checklist.
    pub points: Decimal,
    /// The first level, in the document's order.
    pub dimensions: List<Dimension>,
    /// The second level, in the document's order.
    pub groups: List<Group>,
    /// The indicators or tasks, in the document's order.
    pub indicators: List<Indicator>,
    /// All fields: first those that several indicators share, then each indicator's own.
    pub fields: List<Field>,
    /// The metrics, in the order of their indicators.
    pub metrics: List<Metric>,
    /// The stages of work, in the order of the document.
    pub stages: List<Stage>,
    /// The document's aims that give no points.
    pub targets: List<Target>,
    /// Assumptions of ours that concern the whole rulebook (口径).
    pub notes: List<Text>,
    /// Points that the document leaves open, and the ways to read them.
    pub readings: List<Reading>,
    /// A figure is questioned when it is at least this many times the figure that it is
    /// compared with, or that many times less ([`Field::like`]). 0 where the edition
    /// compares none.
    pub plausible_times: Decimal,
    /// The edition as its file has it, where this one is a copy with its texts filled in
    /// for a year.
    pub written: Option<&'static Rulebook>,
}

/// What a rulebook gives: points, or a list of things to be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Each indicator gives points, up to its maximum.
    Points,
    /// Each task is met or not; there are no points.
    Checklist,
}

/// The government document that a rulebook transcribes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its title (文件标题).
    #[serde(with = "text")]
    pub title: Text,
    /// Its number (文号).
    #[serde(with = "text")]
    pub number: Text,
    /// Who issued it.
    #[serde(with = "text")]
    pub issuer: Text,
    /// The day of issue, `YYYY-MM-DD`.
    #[serde(with = "text")]
    pub date: Text,
}

/// A dimension (一级指标).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// The name in the rulebook, by which groups name their dimension.
    #[serde(with = "text")]
    pub id: Text,
    /// The title, as the document has it.
    #[serde(with = "text")]
    pub title: Text,
    /// Points of all its indicators together; 0 in a checklist.
    #[serde(default, with = "exact")]
    pub points: Decimal,
}

/// A group of indicators (二级指标).
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The name in the rulebook, by which indicators name their group.
    pub id: Text,
    /// The title, as the document has it.
    pub title: Text,
    /// The position of its dimension.
    pub dimension: u16,
    /// Points of all its indicators together; 0 in a checklist.
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
    /// Whether its rules could give more than its points, which then limit the sum.
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
    /// When it is due.
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
    /// The document's words; empty where it sets no time.
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
    /// What is asked, in a few words.
    pub label: Text,
    /// A sentence of help, or empty.
    pub hint: Text,
    /// What kind of answer it takes.
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
    /// The name of a field with a similar figure, such as the same figure of the year
    /// before. Empty where there is none.
    pub like: Text,
}

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Yes or no.
    YesNo,
    /// One of several options.
    Choice,
    /// Any number of several options, or none of them.
    Set,
    /// A whole number of things, from 0 on.
    Count,
    /// A percentage, from 0 to 100.
    Percent,
    /// A figure from 0 on, such as a sum of money.
    Amount,
    /// A figure that may be below 0, such as a growth in percent.
    Rate,
    /// Rows of honours.
    List,
}

/// One option of a choice or set, or one level of a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOption {
    /// The name in form files.
    #[serde(with = "text")]
    pub id: Text,
    /// What the user reads.
    #[serde(with = "text")]
    pub label: Text,
}

/// A number derived from fields and compared with reference values.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// The name in form files, such as `10.share`.
    pub id: Text,
    /// What the number is called.
    pub label: Text,
    /// The unit of the number and of its reference values, or empty.
    pub unit: Text,
    /// How it is formed.
    pub formula: Formula,
    /// Whether more or less of it is better.
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
    /// More is better: the satisfactory value is the greater one.
    Higher,
    /// Less is better: the satisfactory value is the lesser one.
    Lower,
}

/// A stage of work in the document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// What the stage is called.
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
    /// What is to be done in it, to the letter.
    #[serde(with = "text")]
    pub wording: Text,
}

/// A target of the document that gives no points.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The name in form files.
    pub id: Text,
    /// 产品质量, 工程质量, …
    pub section: Text,
    /// The aim, to the letter.
    pub wording: Text,
    /// The figure that is asked, where it is an indicator's.
    pub field: Option<FieldId>,
    /// The bound, where the document gives one.
    pub at_least: Option<Decimal>,
    /// The unit of its figure, or empty.
    pub unit: Text,
}
