//! Parts of the open form that go out to units (部门填报).

use super::host::Host;
use super::state::Session;
use crate::form::{self, EventKind, Form, Slice};
use crate::rulebook::IndicatorId;

impl Session {
    /// Cuts the part of a unit out of the open form and notes that it went out.
    ///
    /// The form is saved at once: its id must be found again when the part comes
    /// back.
    pub fn send_slice(
        &mut self,
        unit: &str,
        indicators: &[IndicatorId],
        host: &impl Host,
    ) -> Form {
        let minute = host.minute();
        let part = form::slice(&self.form, unit, indicators, &minute, &self.id);
        self.record(EventKind::Sliced, unit, &minute);
        self.flush(host);
        part
    }

    /// Whether a part that went out no longer says what the open form says.
    pub fn is_stale(&self, part: &Form) -> bool {
        part.slice.as_ref().is_some_and(|slice| {
            let Slice { unit, indicators, sent, parent, .. } = slice;
            form::slice(&self.form, unit, indicators, sent, parent) != *part
        })
    }
}
