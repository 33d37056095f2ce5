//! Beginning a blank form of any edition.

use crate::form::{EventKind, Form};
use crate::rulebook::{Rulebook, editions};
use crate::text::kind::new_of;
use crate::ui::dom::{El, button};
use crate::ui::session::Session;
use crate::ui::view::View;

/// Opens a form as a new one of the user's own.
pub fn begin(session: Session, form: Option<Form>) {
    if let Some(mut form) = form {
        form.remember(session.event(EventKind::Created, ""));
        session.adopt(String::new(), form);
        session.show(View::Fill);
    }
}

/// A button for each edition of this build.
pub fn edition_buttons(session: Session) -> Vec<El> {
    let one = |edition: &'static Rulebook| {
        let begin = move |_| begin(session, Some(Form::new(edition)));
        button("new-of", &new_of(edition.title), begin).attr("data-edition", edition.id)
    };
    editions::all().map(one).collect()
}
