//! What it would take: the gain of single steps, the figure that reaches a
//! target, and the cheapest way there.
//!
//! A gain is always found by scoring again. A plan changes only what an indicator
//! owns. Figures that several indicators share (population, GDP) are facts of the
//! county, and reference values are given: a plan invents neither. So no figure
//! that a plan changes is read by two indicators, and each indicator is weighed alone.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `steps` | single steps: the smallest changes that give something |
//! | `reach` | one figure: every value that reaches a target |
//! | `cheapest` | the cheapest way to a target |
//! | `moves`, `raise` | what can be done: for rules that read fields, for efficacy scores |
//! | `front` | the choice among moves with the least effort |
//! | `held` | points that no change can give |
//! | `reads`, `values`, `grid`, `cuts` | which fields a plan may change, and which values they take |
//! | `lever`, `way`, `marks` | how a figure moves a metric |
//! | `change` | changes tried out on a copy of a case |

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
