//! Departments' slices: made by one, filled in by another, and sent back.

use super::qr::qr;
use crate::form::{self, EventKind, Form};
use crate::link::{self, Include};
use crate::rulebook::IndicatorId;
use crate::text::{self, page, sharing as words};
use crate::ui::dom::{El, button, classed, el, memo};
use crate::ui::platform;
use crate::ui::session::Session;
use crate::ui::state::State;
use leptos::prelude::*;

/// Makes the slice of a unit, as a link or a file.
pub fn slice_maker(session: Session, unit: String, indicators: Vec<IndicatorId>) -> El {
    let named = unit.clone();
    let make = move || {
        let (sent, parent) = (platform::minute(platform::now()), session.id.get_untracked());
        let slice = session
            .form
            .with_untracked(|form| form::slice(form, &unit, &indicators, &sent, &parent));
        session.record(EventKind::Sliced, &unit);
        // The parent's id must be found again when the slice comes back.
        session.flush_always();
        slice
    };
    sender(
        session,
        words::SLICE_HINT,
        ["slice-link", "slice-file"],
        [words::SLICE_LINK, words::SLICE_FILE],
        move |form| words::slice_name(form, &named),
        make,
    )
}

/// At the end of a slice that one fills in: the way back.
pub fn slice_return(session: Session) -> El {
    let make = move || session.form.get_untracked();
    let name = |form: &Form| {
        let unit = form.slice.as_ref().map(|slice| slice.unit.as_str());
        words::slice_name(form, unit.unwrap_or_default())
    };
    let labels = [words::RETURN_LINK, words::RETURN_FILE];
    sender(session, words::RETURN_HINT, ["return-link", "return-file"], labels, name, make)
}

/// Above the fields of a slice: whose it is, and until when.
pub fn slice_head(form: &Form) -> Option<El> {
    let slice = form.slice.as_ref()?;
    let head = classed("p", "message slice-head").attr("data-slice", &slice.unit);
    Some(head.text(&words::slice_head(form, slice)))
}

/// Two buttons, and the link once it is asked for.
fn sender(
    session: Session,
    hint: &str,
    actions: [&str; 2],
    labels: [&str; 2],
    name: impl Fn(&Form) -> String + 'static,
    make: impl Fn() -> Form + Clone + 'static,
) -> El {
    let address = State::new(String::new());
    // The form as it is in the link: one that has changed since is not in it.
    let linked = State::new(None::<Form>);
    let build = make.clone();
    let as_link = button(actions[0], labels[0], move |_| {
        let (year, month, day) = platform::calendar(platform::now());
        let today = link::Day::new(year, month, day);
        match link::encode(&build(), Include::ALL, today) {
            Ok(text) => {
                let text = platform::address_with(&text);
                if platform::copy(&text, None) {
                    session.tell(page::COPIED.to_owned(), false);
                }
                linked.set(Some(session.form.get_untracked()));
                address.set(text);
            }
            Err(problem) => session.tell(text::link_problem(&problem), true),
        }
    });
    let as_file = button(actions[1], labels[1], move |_| {
        let form = make();
        let day = platform::day(platform::now());
        platform::download(&page::named_file(&name(&form), &day), page::JSON, &form::write(&form));
    });
    let current = memo(move || {
        let same = session
            .form
            .with(|form| linked.with(|linked| linked.as_ref().is_none_or(|linked| linked == form)));
        (String::new(), same.then(String::new))
    });
    let shown = el("div").dynamic(move || {
        let address = address.get();
        if address.is_empty() {
            return Vec::new();
        }
        if current.with(|(_, current)| current.is_none()) {
            return vec![classed("p", "hint").text(words::LINK_STALE)];
        }
        let area = el("textarea")
            .attr("readonly", "")
            .attr("rows", "3")
            .attr("data-link", "")
            .attr("aria-label", words::LINK_READY);
        area.hold(&address);
        let long = (address.chars().count() > super::share::LONG)
            .then(|| el("p").attr("data-message", "").text(page::LONG_LINK));
        let all = [el("p").text(words::LINK_READY), area, qr(&address)];
        all.into_iter().chain(long).collect()
    });
    classed("section", "sender")
        .child(classed("p", "hint").text(hint))
        .child(classed("p", "takeaway").child(as_link.class("primary")).child(as_file))
        .child(shown)
}
