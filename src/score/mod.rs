//! Scoring: pure, exact, with reasons.
//!
//! [`score`] is the entry: a rulebook and [`Inputs`] in, a [`Scorecard`] out. Each
//! rule of each indicator gives a [`Finding`], which says how many points and why.
//! Points are a [`Range`] as long as something is unanswered. The rules of scoring are
//! told in `docs/scoring.md`.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `card` | [`score`], [`Scorecard`], the sums of groups and dimensions |
//! | `rules`, `honours`, `task` | each rule of the vocabulary, applied |
//! | `metric`, `reference`, `efficacy` | metrics, their reference values, the efficacy coefficient (功效系数法) |
//! | `range` | [`Range`], and the one place where figures are rounded |
//! | `finding` | the steps of a score as data |
//! | `worth` | what each way to read the document would come to |
//! | `report` | what the examples print, as lines of JSON |
//! | `compare`, `part` | two scorecards side by side; the score of any part |
//! | `fold`, `visible` | how texts are compared |

mod card;
mod compare;
mod efficacy;
mod finding;
mod fold;
mod honours;
mod metric;
mod part;
mod range;
mod reference;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod rules;
mod task;
mod visible;
mod worth;

pub use card::{IndicatorScore, Inputs, Scorecard, Subtotal, indicator, score};
pub use compare::{Bar, ComparedPart, Comparison, Scale, ScoreDifference, compare, parts};
pub use efficacy::Efficacy;
pub use finding::{Finding, Ground};
pub use fold::fold;
pub use honours::{RowVerdict, span};
pub use metric::{LARGEST, MetricValue, PLACES, value as metric_value};
pub use part::Score;
pub use range::{Range, round, shown};
pub use reference::{End, Ends, contradicts, ends};
#[cfg(not(target_arch = "wasm32"))]
pub use report::{readings_report, report};
pub use rules::holds;
pub use task::{State, Tally};
pub use visible::{is_blank, is_invisible, trimmed, upright, visible};
pub use worth::{
    Asked, Cluster, OptionWorth, ReadingWorth, Worth, asked, asked_of, clusters,
    each as each_combination, general, worth, worth_of,
};
