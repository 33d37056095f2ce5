//! How far a unit's slice (部门填报) is: not sent, sent, back.

use crate::form::{Event, EventKind, Form, Sending};
use crate::rulebook::Text;

/// How far the slice of a unit is: as it was noted, or, in forms of releases that did not
/// note it, as the history has it. `everybody` is what the history names when something
/// went to all units at once; what came back may name several units.
pub fn dispatch(form: &Form, unit: Text, everybody: &str) -> Sending {
    if let Some(noted) = form.units.sending(unit) {
        return noted;
    }
    let concerns = |event: &&Event| {
        let detail = event.detail.as_str();
        detail == unit || detail == everybody || detail.split(['、', '，']).any(|one| one == unit)
    };
    let day = |event: &Event| event.time.split('T').next().map(str::to_owned);
    let mut sending = Sending::default();
    for event in form.history.iter().filter(concerns) {
        match event.kind {
            EventKind::Sliced => sending = Sending { sent: day(event), returned: None },
            EventKind::Merged => sending.returned = day(event),
            _ => {}
        }
    }
    sending
}
