//! What it would take: the gain of single steps, the figure that reaches a
//! target, and the cheapest way there.
//!
//! Every gain is that of the score itself, by scoring again. A plan changes
//! what an indicator owns and nothing else: figures that indicators share
//! (population, GDP) are facts of the county, and reference values are given.
//! Neither is ever invented.
//!
//! What a plan weighs is listed in `moves.rs` (rules that read their own fields)
//! and `raise.rs` (efficacy scores); among these `front.rs` finds the least
//! effort exactly. As no figure that a plan changes is read by two indicators,
//! each is weighed alone.

mod change;
mod cheapest;
mod cuts;
mod front;
mod grid;
mod held;
mod lever;
mod marks;
mod moves;
mod raise;
mod reach;
mod reads;
mod steps;
mod values;
mod way;

pub use change::{Change, Placeholder};
pub use cheapest::{Plan, Wish, cheapest};
pub use held::{Held, Reason};
pub use reach::{CLOSE, Interval, Reach, reach};
pub use steps::{Aim, Step, steps, steps_of};
