//! Every sentence the app shows. No logic: facts in, plain Chinese out.
//!
//! | file | whose words |
//! | --- | --- |
//! | [`page`] | names of controls, headings, notices |
//! | [`sheet`], [`kind`] | the scoring table; words that differ in a checklist |
//! | `explain`, [`gives`] | why an indicator has its points; what an answer gives at once |
//! | [`desk`], [`dispatch`], [`units`], [`doubt`], [`earlier`] | gaps, deadlines, targets; slices that go out and come back; units; implausible figures; answers of an earlier year |
//! | [`plan`], [`scenario`], [`compare`], [`reading`], [`league`] and the files that begin with `league_` | the views of these names |
//! | [`report`], [`papers`], `formulas`, [`plan_book`], [`table`] | what leaves the page |
//! | [`sharing`], [`returned`], `sheets`, [`pasted`], [`cell`] | links and slices, workbooks, pasted cells |
//! | `form_problem`, `link_problem`, `file_kind` | why something is refused |
//! | [`review`] | reviewing (初审, 核查) |
//! | [`filing`] | filing the evidence (佐证归档) |
//! | [`undo`] | steps of undo |

pub mod cell;
pub mod compare;
pub mod desk;
pub mod dispatch;
pub mod doubt;
pub mod earlier;
mod explain;
mod file_kind;
pub mod filing;
mod form_problem;
pub mod formulas;
pub mod gives;
pub mod kind;
pub mod league;
pub mod league_ends;
pub mod league_firm;
pub mod league_page;
pub mod league_parts;
pub mod league_report;
pub mod league_supposed;
pub mod league_table;
pub mod league_years;
mod link_problem;
pub mod page;
pub mod papers;
pub mod pasted;
pub mod plan;
pub mod plan_book;
pub mod reading;
pub mod report;
pub mod returned;
pub mod review;
pub mod scenario;
pub mod sharing;
pub mod sheet;
#[cfg(any(feature = "sheets", not(target_arch = "wasm32")))]
pub mod sheets;
pub mod table;
pub mod undo;
pub mod units;

pub use explain::{Explanation, answer_text, end_text, explain, metric_line, state_text};
pub use file_kind::file_kind;
pub use form_problem::{form_problem, no_room};
pub use link_problem::link_problem;
pub use plan::{
    HONOUR, change_text, changes_text, gain_text, held_text, plan_notes, plan_text, reach_text,
    reason_text, step_text,
};
