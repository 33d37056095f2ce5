//! Forms that came in by link or file: shown, never stored unasked.

use super::address::View;
use super::host::{Clock, Host};
use super::replacing::Replacement;
use super::shelf::unsaved;
use super::state::Session;
use crate::form::{self, EventKind, Form};
use crate::storage::Saved;
use crate::text::page;
use crate::text::returned::Message;
use std::sync::Arc;

/// A form that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The file's name; none for a link or a pasted text.
    pub file: Option<String>,
    /// The day a link was made, in words.
    pub date: Option<String>,
    /// The share link that it came by.
    pub link: Option<String>,
    /// The form, as it came.
    pub form: Arc<Form>,
}

/// What is to be told about a workbook that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookReport {
    /// The file's name.
    pub file: String,
    /// How many units' slices were read.
    pub slices: usize,
    /// Everything that was not taken as it is written; at least one.
    pub messages: Vec<Message>,
}

impl Session {
    /// What is to be told about the workbooks that were read last.
    pub fn readings(&self) -> &[WorkbookReport] {
        &self.readings
    }

    /// Keeps what is to be told about workbooks until something else comes in.
    pub fn keep_readings(&mut self, readings: Vec<WorkbookReport>) {
        self.readings = readings;
    }

    /// One's own whole forms as files, each with its id, the open one first.
    pub fn own_files(&self, clock: &impl Clock) -> Vec<(String, String)> {
        let mut all = self.listed(clock);
        all.retain(|saved| saved.form.slice.is_none());
        all.sort_by_key(|saved| saved.id != self.id);
        all.into_iter().map(|saved| (saved.id, form::write(&saved.form))).collect()
    }

    /// What came in and is shown now, if anything.
    pub fn received(&self) -> Option<&Incoming> {
        self.incoming.get(self.incoming_at).or(self.incoming.first())
    }

    /// All that came in together.
    pub fn incoming(&self) -> &[Incoming] {
        &self.incoming
    }

    /// Which of the forms that came in is shown.
    pub fn incoming_at(&self) -> usize {
        self.incoming_at
    }

    /// Shows another of the forms that came in.
    pub fn show_incoming(&mut self, at: usize) {
        self.incoming_at = at;
    }

    /// Shows forms that came in, without touching what is stored.
    ///
    /// A department's slice that came alone, and whose whole form is not here, is opened
    /// for filling: at once, and again where the user had left off.
    pub fn receive(&mut self, incoming: Vec<Incoming>, host: &impl Host) {
        self.readings.clear();
        let [one] = incoming.as_slice() else {
            if !incoming.is_empty() {
                self.incoming_at = 0;
                self.incoming = incoming;
            }
            return;
        };
        if one.form.slice.is_some() && self.parent_of(&one.form).is_none() {
            self.slice_link = one.link.clone();
            let slice = Replacement::Slice(Box::new(Form::clone(&one.form)));
            self.replace(slice, host);
            return;
        }
        self.incoming_at = 0;
        self.incoming = incoming;
    }

    /// The share link whose form is shown and is stored nowhere: all that is left
    /// of it when the page is loaded again.
    pub fn unkept_link(&self) -> Option<&str> {
        let is_unkept_slice = self.form.slice.is_some() && self.revision == 0;
        match self.received() {
            Some(one) => one.link.as_deref(),
            None => self.slice_link.as_deref().filter(|_| is_unkept_slice),
        }
    }

    /// The view that first shows what came in: returned slices lie beside the user's
    /// own form at once, and so does what is to be told about workbooks; on a narrow
    /// screen a form that is only read begins with its overview.
    pub fn landing(&self, is_narrow: bool) -> View {
        match self.received() {
            _ if !self.readings.is_empty() => View::Incoming,
            Some(one) if self.parent_of(&one.form).is_some() => View::Incoming,
            Some(_) if is_narrow => View::Overview,
            _ => View::Fill,
        }
    }

    /// Leaves what came in.
    pub fn leave_incoming(&mut self) {
        self.incoming.clear();
        self.incoming_at = 0;
        self.readings.clear();
    }

    /// Opens a department's slice for filling, where the user had left off. It is stored
    /// with the first edit.
    pub(super) fn fill_slice(&mut self, form: Form, host: &impl Host) {
        match self.begun_slice(&form).cloned() {
            Some(begun) => self.open(begun, host),
            None => self.open(unsaved(String::new(), form, host), host),
        }
        self.leave_incoming();
    }

    /// The slice as one began to fill it in.
    pub(super) fn begun_slice(&self, form: &Form) -> Option<&Saved> {
        self.shelf.iter().find(|saved| {
            let slices = (saved.form.slice.as_ref(), form.slice.as_ref());
            matches!(slices, (Some(own), Some(new)) if own.unit == new.unit
                && own.sent == new.sent && own.parent == new.parent)
        })
    }

    /// Keeps the form that came in as the user's own. No success is told where it
    /// could not be stored.
    pub(super) fn adopt_received(&mut self, host: &impl Host) {
        let Some(one) = self.received().cloned() else { return };
        let name = page::form_name("", &one.form);
        self.adopt(Form::clone(&one.form), host);
        let file = one.file.as_deref().unwrap_or_default();
        self.record(EventKind::Received, file, &host.minute());
        self.flush(host);
        if self.is_saved() {
            self.tell(page::kept(&name), false);
        }
    }

    /// One's own whole form that a slice was made of, as it is now. On another
    /// computer than the one that made it, that is the only whole form of the same
    /// county and edition, if the unit has filled anything in.
    pub fn parent_of(&self, form: &Form) -> Option<Saved> {
        let slice = form.slice.as_ref()?;
        let by_id = self.shelf.iter().find(|saved| saved.id == slice.parent);
        let saved = by_id.or_else(|| self.likely_parent(form))?;
        Some(self.as_it_is(saved))
    }

    fn likely_parent(&self, form: &Form) -> Option<&Saved> {
        let mut twins = self.shelf.iter().filter(|saved| is_twin(saved, form));
        twins.next().filter(|_| is_filled(form) && twins.next().is_none())
    }

    /// One's own form of the same county and edition, as it is now; the open one
    /// is preferred.
    pub fn twin_of(&self, theirs: &Form) -> Option<Saved> {
        let twins = || self.shelf.iter().filter(|saved| is_twin(saved, theirs));
        let found = twins().find(|saved| saved.id == self.id).or_else(|| twins().next())?;
        Some(self.as_it_is(found))
    }

    /// One's own whole forms of the same edition, as they are now: the twin first,
    /// or else the open one.
    pub fn comparable(&self, theirs: &Form) -> Vec<Saved> {
        let all = self.shelf.iter().filter(|saved| is_comparable(saved, theirs));
        let mut all: Vec<Saved> = all.map(|saved| self.as_it_is(saved)).collect();
        let first = self.twin_of(theirs).map_or(self.id.clone(), |twin| twin.id);
        all.sort_by_key(|saved| saved.id != first);
        all
    }

    /// A stored form, with what is not saved yet if it is the open one.
    pub(super) fn as_it_is(&self, saved: &Saved) -> Saved {
        let mut saved = saved.clone();
        if saved.id == self.id {
            saved.form = Form::clone(&self.form);
        }
        saved
    }
}

fn is_comparable(saved: &Saved, theirs: &Form) -> bool {
    saved.form.edition == theirs.edition && saved.form.slice.is_none()
}

fn is_twin(saved: &Saved, theirs: &Form) -> bool {
    let county = theirs.county.trim();
    is_comparable(saved, theirs) && !county.is_empty() && saved.form.county.trim() == county
}

/// Whether a slice holds anything else than what was sent.
fn is_filled(form: &Form) -> bool {
    form.slice.as_ref().is_some_and(|slice| {
        form.case.answers != slice.base.case.answers
            || form.case.references != slice.base.case.references
            || form.notes != slice.base.notes
            || form.evidence != slice.base.evidence
    })
}
