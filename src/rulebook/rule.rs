//! The vocabulary in which an indicator's scoring reads like its document.
//!
//! A rule names fields and metrics. In a rulebook's source they are names
//! (`Rule<String, String>`), in a checked rulebook they are positions
//! (`Rule<FieldId, MetricId>`): one definition, two stages.

use super::exact;
use super::fixed::{self, List, Text, items, names};
use super::model::{FieldId, MetricId};
use rust_decimal::Decimal;
use serde::Deserialize;

/// One addend of an indicator's points, or the test of a task.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rule<F: 'static = FieldId, M = MetricId> {
    /// Points when a yes-no field is yes.
    Yes {
        /// The yes-no field.
        field: F,
        /// What a yes gives; a no gives 0.
        #[serde(with = "exact")]
        points: Decimal,
    },
    /// Points of the chosen option, in the order of the field's options.
    Choice {
        /// The field with the options.
        field: F,
        /// The points, one for each option.
        #[serde(with = "exact::list")]
        points: List<Decimal>,
    },
    /// Points for each counted thing or chosen option, up to a cap.
    #[serde(rename_all = "kebab-case")]
    PerItem {
        /// The count or set.
        field: F,
        /// What each thing or option gives.
        #[serde(with = "exact")]
        points: Decimal,
        /// The most that they give together.
        #[serde(default, with = "exact::option")]
        at_most: Option<Decimal>,
    },
    /// Points of the highest step that a count reaches.
    Brackets {
        /// The count.
        field: F,
        /// The steps, rising in count and in points.
        #[serde(with = "items")]
        steps: List<BracketStep>,
    },
    /// Full points less a cost for each option that is not chosen, not below 0.
    MissingCosts {
        /// The set.
        field: F,
        /// What all options together give.
        #[serde(with = "exact")]
        points: Decimal,
        /// What each missing option takes away.
        #[serde(with = "exact")]
        cost: Decimal,
    },
    /// Points of the first tier whose conditions all hold; each tier asks for
    /// no condition that the tiers before it do not ask for.
    Tiers {
        /// The tiers, the one of most points first.
        #[serde(with = "items")]
        tiers: List<Tier<F>>,
    },
    /// Points by the efficacy coefficient of a metric; nothing below a floor.
    Efficacy {
        /// The metric.
        metric: M,
        /// The full points, which the satisfactory value gives.
        #[serde(with = "exact")]
        points: Decimal,
        /// A value of the metric, in its unit; a worse one gives nothing.
        #[serde(default, with = "exact::option")]
        floor: Option<Decimal>,
    },
    /// Points for each honour in a list, by level.
    #[serde(rename_all = "kebab-case")]
    Honours {
        /// The list.
        field: F,
        /// Points of each level, in the order of the field's levels, highest first.
        #[serde(with = "exact::list")]
        points: List<Decimal>,
        /// The most that all honours give together.
        #[serde(with = "exact")]
        at_most: Decimal,
        /// How many years count.
        years: u16,
        /// How long before the form's year they end: 1 is the year before, 0
        /// the form's year itself.
        #[serde(default = "before")]
        until: u16,
        /// How often honours of one title and recipient count.
        #[serde(default)]
        same: Same,
        /// Awards that count whatever their year; each entry lists the names
        /// of one award.
        #[serde(with = "names")]
        lifetime: List<List<Text>>,
    },
    /// A task whose state the user gives; the field's options are not started,
    /// in progress and met, in this order.
    Status {
        /// The choice of states.
        field: F,
    },
    /// A task that is met when all conditions hold.
    #[serde(rename_all = "kebab-case")]
    Met {
        /// The conditions.
        #[serde(with = "items")]
        when: List<Condition<F>>,
        /// A yes here makes the task not applicable.
        not_applicable: Option<F>,
    },
}

fn before() -> u16 {
    1
}

/// How often honours of one title and recipient count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Same {
    /// Once for each different year, at the highest level among them.
    #[default]
    EachYear,
    /// Once in all, at the highest level among them.
    Once,
}

/// One step of a bracket: this many or more.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BracketStep {
    /// How many it takes.
    pub from: u32,
    /// What the step gives.
    #[serde(with = "exact")]
    pub points: Decimal,
}

/// Conditions that hold together, and what they give.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "F: Deserialize<'de>"))]
pub struct Tier<F: 'static = FieldId> {
    /// The conditions, all of which have to hold.
    #[serde(with = "items")]
    pub when: List<Condition<F>>,
    /// What the tier gives.
    #[serde(with = "exact")]
    pub points: Decimal,
}

/// A test of one field: a yes when no bound is given, else the bounds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Condition<F: 'static = FieldId> {
    /// The field that is tested.
    pub field: F,
    /// The least figure that passes.
    #[serde(default, with = "exact::option")]
    pub at_least: Option<Decimal>,
    /// The figure that has to be passed.
    #[serde(default, with = "exact::option")]
    pub more_than: Option<Decimal>,
    /// The greatest figure that passes.
    #[serde(default, with = "exact::option")]
    pub at_most: Option<Decimal>,
}

impl<F> Condition<F> {
    /// Whether the condition asks for a yes rather than for a number.
    pub fn asks_yes(&self) -> bool {
        self.at_least.is_none() && self.more_than.is_none() && self.at_most.is_none()
    }
}

/// How a metric is formed from fields.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Formula<F: 'static = FieldId> {
    /// The figure itself.
    Value {
        /// The field.
        field: F,
    },
    /// One figure over another, times a factor (100 for a percentage).
    Ratio {
        /// The field of the figure above the line.
        of: F,
        /// The field of the figure below the line.
        to: F,
        /// The factor.
        #[serde(with = "exact")]
        times: Decimal,
    },
    /// Growth in percent over the year before; of shares when `per` is given.
    Growth {
        /// The field of the year's figure.
        now: F,
        /// The field of the year before.
        before: F,
        /// The fields of the wholes by which both are divided first: the year's, and that
        /// of the year before.
        per: Option<(F, F)>,
    },
    /// A share less the share of the year before, times a factor (100 for
    /// percentage points).
    ShareChange {
        /// The field of the year's part.
        now: F,
        /// The field of the part of the year before.
        before: F,
        /// The fields of the wholes: the year's, and that of the year before.
        per: (F, F),
        /// The factor.
        #[serde(with = "exact")]
        times: Decimal,
    },
    /// A sum of figures, each with its weight.
    Sum {
        /// The addends.
        #[serde(with = "items")]
        terms: List<Term<F>>,
    },
}

/// One addend of a weighted sum.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term<F: 'static = FieldId> {
    /// The field.
    pub field: F,
    /// What its figure is multiplied by.
    #[serde(with = "exact")]
    pub weight: Decimal,
}

impl<F: Clone, M> Rule<F, M> {
    /// The same rule with its fields and metrics named otherwise; the first
    /// name that has no counterpart is the error.
    pub fn resolve<G, N, E>(
        self,
        field: &mut impl FnMut(F) -> Result<G, E>,
        metric: &mut impl FnMut(M) -> Result<N, E>,
    ) -> Result<Rule<G, N>, E> {
        Ok(match self {
            Rule::Yes { field: f, points } => Rule::Yes { field: field(f)?, points },
            Rule::Choice { field: f, points } => Rule::Choice { field: field(f)?, points },
            Rule::PerItem { field: f, points, at_most } => {
                Rule::PerItem { field: field(f)?, points, at_most }
            }
            Rule::Brackets { field: f, steps } => Rule::Brackets { field: field(f)?, steps },
            Rule::MissingCosts { field: f, points, cost } => {
                Rule::MissingCosts { field: field(f)?, points, cost }
            }
            Rule::Tiers { tiers } => Rule::Tiers {
                tiers: all(tiers, |t| {
                    Ok(Tier { when: conditions(t.when, field)?, points: t.points })
                })?,
            },
            Rule::Efficacy { metric: m, points, floor } => {
                Rule::Efficacy { metric: metric(m)?, points, floor }
            }
            Rule::Honours { field: f, points, at_most, years, until, same, lifetime } => {
                Rule::Honours { field: field(f)?, points, at_most, years, until, same, lifetime }
            }
            Rule::Status { field: f } => Rule::Status { field: field(f)? },
            Rule::Met { when, not_applicable } => Rule::Met {
                when: conditions(when, field)?,
                not_applicable: not_applicable.map(&mut *field).transpose()?,
            },
        })
    }
}

fn conditions<F: Clone, G, E>(
    when: List<Condition<F>>,
    field: &mut impl FnMut(F) -> Result<G, E>,
) -> Result<List<Condition<G>>, E> {
    all(when, |c| {
        Ok(Condition {
            field: field(c.field.clone())?,
            at_least: c.at_least,
            more_than: c.more_than,
            at_most: c.at_most,
        })
    })
}

fn all<A, B, E>(list: List<A>, one: impl FnMut(&A) -> Result<B, E>) -> Result<List<B>, E> {
    Ok(fixed::list(list.iter().map(one).collect::<Result<_, E>>()?))
}

impl<F: Clone> Formula<F> {
    /// The same formula with its fields named otherwise.
    pub fn resolve<G, E>(self, field: &mut impl FnMut(F) -> Result<G, E>) -> Result<Formula<G>, E> {
        Ok(match self {
            Formula::Value { field: f } => Formula::Value { field: field(f)? },
            Formula::Ratio { of, to, times } => {
                Formula::Ratio { of: field(of)?, to: field(to)?, times }
            }
            Formula::Growth { now, before, per } => Formula::Growth {
                now: field(now)?,
                before: field(before)?,
                per: match per {
                    Some((a, b)) => Some((field(a)?, field(b)?)),
                    None => None,
                },
            },
            Formula::ShareChange { now, before, per: (a, b), times } => Formula::ShareChange {
                now: field(now)?,
                before: field(before)?,
                per: (field(a)?, field(b)?),
                times,
            },
            Formula::Sum { terms } => Formula::Sum {
                terms: all(terms, |t| {
                    Ok(Term { field: field(t.field.clone())?, weight: t.weight })
                })?,
            },
        })
    }
}

impl Formula {
    /// The fields that the formula reads, in its own order.
    pub fn fields(&self) -> Vec<FieldId> {
        match self {
            Formula::Value { field } => vec![*field],
            Formula::Ratio { of, to, .. } => vec![*of, *to],
            Formula::Growth { now, before, per: None } => vec![*now, *before],
            Formula::Growth { now, before, per: Some((a, b)) }
            | Formula::ShareChange { now, before, per: (a, b), .. } => vec![*now, *a, *before, *b],
            Formula::Sum { terms } => terms.iter().map(|t| t.field).collect(),
        }
    }
}

impl Rule {
    /// The fields that the rule reads itself (an efficacy rule reads a metric).
    pub fn fields(&self) -> Vec<FieldId> {
        match self {
            Rule::Yes { field, .. }
            | Rule::Choice { field, .. }
            | Rule::PerItem { field, .. }
            | Rule::Brackets { field, .. }
            | Rule::MissingCosts { field, .. }
            | Rule::Honours { field, .. }
            | Rule::Status { field } => vec![*field],
            Rule::Tiers { tiers } => {
                let mut all: Vec<FieldId> = Vec::new();
                for condition in tiers.iter().flat_map(|t| t.when) {
                    if !all.contains(&condition.field) {
                        all.push(condition.field);
                    }
                }
                all
            }
            Rule::Efficacy { .. } => Vec::new(),
            Rule::Met { when, not_applicable } => {
                not_applicable.iter().copied().chain(when.iter().map(|c| c.field)).collect()
            }
        }
    }
}
