//! Opening what comes from elsewhere: a link in the address, a pasted text, files.

use crate::form::{self, Form};
use crate::link::{self, LinkProblem};
use crate::session::{Address, Incoming, View, WorkbookReport};
use crate::text::{self, page, sharing as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::AppContext;
use leptos::prelude::*;
use std::sync::Arc;

/// Goes where an address leads that is no view's: to a share link, or nowhere.
///
/// The address of a link stays, so that loading the page again opens it again.
/// One that leads nowhere is replaced, so that Back is no trap.
pub fn open_address(app: AppContext, hash: String) {
    let Some(text) = Address::link(&hash) else {
        let cut = Address::cut_link(&hash).map(|came| LinkProblem::Cut { came, of: None });
        match cut.map(|problem| text::link_problem(&problem)) {
            Some(reason) => app.tell(page::link_refused(&reason), true),
            None => app.tell(page::BAD_ADDRESS, true),
        }
        return app.replace(app.address.get_untracked());
    };
    match open_link(&text) {
        Ok(incoming) => {
            app.update(|session| session.receive(vec![incoming], &Browser));
            let view = landing(app);
            app.update(|session| session.set_address(Address::of(view)));
        }
        Err(reason) => {
            app.tell(page::link_refused(&reason), true);
            app.replace(app.address.get_untracked());
        }
    }
}

/// Opens a share link that was open before the page was loaded again. The view is
/// what the address names.
pub fn open_link_again(app: AppContext, link: String) {
    match open_link(&link) {
        Ok(incoming) => app.update(|session| session.receive(vec![incoming], &Browser)),
        Err(reason) => app.tell(page::link_refused(&reason), true),
    }
}

/// Opens a pasted text: a form file, or a link with whatever stands around it.
/// Returns whether it was opened; the user is told why not.
pub fn open_text(app: AppContext, text: String) -> bool {
    // The text of a form file is one, whatever its notes say.
    let opened = if link::is_form_file(&text) {
        form::read(text.trim())
            .map(|form| came(None, form))
            .map_err(|problem| page::refused(words::PASTED, &text::form_problem(&problem)))
    } else if let Some(link) = link::find(&text) {
        open_link(&link).map_err(|reason| page::link_refused(&reason))
    } else {
        Err(words::NO_LINK.to_owned())
    };
    match opened {
        Ok(incoming) => {
            show(app, vec![incoming], Vec::new());
            true
        }
        Err(reason) => {
            app.tell(reason, true);
            false
        }
    }
}

/// Shows forms that came in, in the view that serves them best, and what is to be
/// told about the workbooks among them.
pub fn show(app: AppContext, incoming: Vec<Incoming>, readings: Vec<WorkbookReport>) {
    if incoming.is_empty() && readings.is_empty() {
        return;
    }
    app.update(|session| {
        session.receive(incoming, &Browser);
        session.keep_readings(readings);
    });
    app.go(Address::of(landing(app)));
}

/// A form that came by file, or pasted.
pub fn came(file: Option<String>, form: Form) -> Incoming {
    Incoming { file, date: None, link: None, form: Arc::new(form) }
}

/// The form of a link. Errors: why there is none, for the user.
fn open_link(text: &str) -> Result<Incoming, String> {
    let shared = link::decode(text).map_err(|problem| text::link_problem(&problem))?;
    let date = shared.day.map(|day| page::date(day.date()));
    Ok(Incoming { file: None, date, link: Some(text.to_owned()), form: Arc::new(shared.form) })
}

fn landing(app: AppContext) -> View {
    app.session.with_untracked(|session| session.landing(browser::is_narrow()))
}
