//! The desk: what is done, what is missing, who has to bring it and until when.
//!
//! All of it is derived from a form, the case that is looked at, its scorecard
//! and today. Nothing here is stored, and nothing gives points.
//!
//! | file | what is in it |
//! | --- | --- |
//! | `standing` | [`Standing`]: how one indicator stands |
//! | `gap` | [`Gap`]: indicators below their maximum, and why |
//! | `department`, `call`, `dispatch` | units, which of them to call next, how far their slices are |
//! | `doubt` | implausible figures |
//! | `timeline`, `target` | deadlines and stages; the document's own targets |
//! | `overview` | [`Overview`]: the whole in a few figures |
//! | `review` | [`Reviewed`]: what reviewers' points come to |
//! | `folder` | [`Folder`]: a folder beside what is on file of the evidence |
//! | `filter`, `listing` | [`Filter`], [`TableLine`]: which rows the table shows, in which order |

mod call;
mod department;
mod dispatch;
mod doubt;
mod filter;
mod folder;
mod gap;
mod listing;
mod overview;
mod review;
mod standing;
mod target;
mod timeline;

pub use call::Call;
pub use department::{Department, Role, Share, all_units, units};
pub use dispatch::dispatch;
pub use doubt::{Doubt, Doubted, doubt};
pub use filter::{Arrangement, Facet, Filter, Only, Sort};
pub use folder::{Folder, Proof, folder, proof_of_name};
pub use gap::{Gap, Order, Why};
pub use listing::{TableLine, choices, counts, lines, meets, options, unconfirmed, waits};
pub use overview::Overview;
pub use review::{Reviewed, reviewed, reviewed_in};
pub use standing::{Due, Proofs, SOON, Standing, reads, standing};
pub use target::{TargetEntry, TargetStanding, TargetVerdict};
pub use timeline::{DateMark, Phase, StageMark, Timeline, deadline};

use crate::form::{Case, Form};
use crate::rulebook::{Day, IndicatorId, Rulebook};
use crate::score::Scorecard;

/// What everything of this room is derived from.
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    /// The form that is looked at.
    pub form: &'a Form,
    /// The baseline, or a scenario over it.
    pub case: &'a Case,
    /// The scores of the case.
    pub card: &'a Scorecard,
    /// Today, where the user is.
    pub today: Day,
    /// How every indicator stands, in the rulebook's order.
    pub standings: Vec<Standing>,
    /// The fields and metrics whose box holds a text that is no value. Empty where a form
    /// is looked at without a session.
    pub unread: Vec<Doubted>,
}

impl<'a> Desk<'a> {
    /// The desk of a form; the scorecard is that of the case.
    pub fn new(form: &'a Form, case: &'a Case, card: &'a Scorecard, today: Day) -> Desk<'a> {
        let ids = form.edition.indicator_ids();
        let standings = ids
            .zip(&card.indicators)
            .map(|(id, score)| standing::standing(form, case, id, score, today))
            .collect();
        Desk { form, case, card, today, standings, unread: Vec::new() }
    }

    /// The rulebook of the form.
    pub fn rulebook(&self) -> &'static Rulebook {
        self.form.edition.0
    }

    /// Whether an indicator is filled in here: a slice asks for a few alone.
    pub fn is_asked(&self, id: IndicatorId) -> bool {
        self.form.slice.as_ref().is_none_or(|slice| slice.indicators.contains(&id))
    }

    /// How an indicator stands.
    pub fn standing(&self, id: IndicatorId) -> Option<&Standing> {
        self.standings.get(usize::from(id.0))
    }
}
