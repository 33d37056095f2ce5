//! How far a unit's part (部门填报) is: not sent, sent, back. Read off the
//! form's history.

use crate::form::{EventKind, Form};

/// How far a unit's part is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Dispatch {
    #[default]
    Unsent,
    /// Sent at this minute, `YYYY-MM-DDTHH:MM`, and not back.
    Sent(String),
    /// Merged at this minute, and not sent again since.
    Returned(String),
}

impl Dispatch {
    /// The name in `data-dispatch`.
    pub fn name(&self) -> &'static str {
        match self {
            Dispatch::Unsent => "unsent",
            Dispatch::Sent(_) => "sent",
            Dispatch::Returned(_) => "returned",
        }
    }
}

/// How far the part of a unit is. `everybody` is what the history names when
/// something went to all units at once; what came back may name several units.
pub fn dispatch(form: &Form, unit: &str, everybody: &str) -> Dispatch {
    let concerns = |detail: &str| {
        detail == unit || detail == everybody || detail.split(['、', '，']).any(|one| one == unit)
    };
    form.history
        .iter()
        .rev()
        .filter(|event| concerns(&event.detail))
        .find_map(|event| match event.kind {
            EventKind::Sliced => Some(Dispatch::Sent(event.time.clone())),
            EventKind::Merged => Some(Dispatch::Returned(event.time.clone())),
            _ => None,
        })
        .unwrap_or_default()
}
