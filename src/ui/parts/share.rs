//! The share link: what it includes, how long it is, copying it.

use super::qr::qr;
use crate::form::EventKind;
use crate::link::{self, Include};
use crate::text::{self, page, sharing as words};
use crate::ui::dom::{El, button, checked, classed, el, memo};
use crate::ui::platform;
use crate::ui::session::Session;
use crate::ui::state::State;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Characters above which chat apps are known to cut links.
pub const LONG: usize = 2000;

/// Opens below the head when the user wants to share.
pub fn share_panel(session: Session) -> El {
    el("div").dynamic(move || {
        if !session.sharing.get() {
            return Vec::new();
        }
        let panel = session.rest().map(|rest| (rest.share)(session));
        vec![panel.unwrap_or_else(|| classed("p", "panel").text(page::WAIT))]
    })
}

/// The open panel.
pub fn panel(session: Session) -> El {
    let include = State::new(Include::default());
    let said = State::new(String::new());
    let address = memo(move || {
        let include = include.get();
        let (year, month, day) = platform::calendar(platform::now());
        let today = link::Day::new(year, month, day);
        match session.with_shown(|form| link::encode(form, include, today)) {
            Ok(text) => (platform::address_with(&text), None),
            Err(problem) => (String::new(), Some(text::link_problem(&problem))),
        }
    });
    let length = move || address.with(|(address, _)| address.chars().count());
    let choice = move |name: &str, label: &str, part: fn(&mut Include) -> &mut bool| {
        el("label")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .attr("data-include", name)
                    .checked_of(move || *part(&mut include.get()))
                    .on("change", move |event| {
                        include.update(|include| *part(include) = checked(&event));
                    }),
            )
            .text(label)
    };
    let always = el("label")
        .child(el("input").attr("type", "checkbox").attr("checked", "").attr("disabled", ""))
        .text(page::INCLUDE_ANSWERS);
    // A checklist has no reference values.
    let compared = untrack(|| session.with_shown(|form| !form.edition.metrics.is_empty()));
    let fieldset = classed("fieldset", "include")
        .child(el("legend").text(page::INCLUDE))
        .child(always)
        .children(
            compared.then(|| choice("references", page::INCLUDE_REFERENCES, |i| &mut i.references)),
        )
        .child(choice("scenarios", page::INCLUDE_SCENARIOS, |i| &mut i.scenarios))
        .child(choice("notes", page::INCLUDE_NOTES, |i| &mut i.notes))
        .child(choice("evidence", page::INCLUDE_EVIDENCE, |i| &mut i.evidence));
    let link = el("textarea")
        .attr("readonly", "")
        .attr("rows", "4")
        .attr("data-link", "")
        .attr("aria-label", page::LINK)
        .value_of(move || address.with(|(address, _)| address.clone()))
        .on("focus", |event| {
            let area =
                event.target().and_then(|t| t.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
            if let Some(area) = area {
                area.select();
            }
        });
    let copy = button("copy", page::COPY, move |_| {
        let copied = platform::copy(&address.with_untracked(|(address, _)| address.clone()), None);
        if session.incoming.with_untracked(Vec::is_empty) {
            session.record(EventKind::Shared, "");
        }
        said.set(if copied { page::COPIED } else { page::COPY_FAILED }.to_owned());
    });
    let system = platform::can_share().then(|| {
        button("system-share", words::SYSTEM_SHARE, move |_| {
            platform::share(&address.with_untracked(|(address, _)| address.clone()));
        })
    });
    let coded = State::new(false);
    let code = button("qr", words::QR, move |_| coded.update(|on| *on = !*on))
        .state_of("aria-expanded", move || coded.get());
    let drawn = el("div").dynamic(move || {
        if !coded.get() {
            return Vec::new();
        }
        vec![address.with(|(address, _)| qr(address))]
    });
    let warning = move || {
        let too_long = if length() > LONG { page::LONG_LINK } else { "" };
        address.with(|(_, why)| why.clone().unwrap_or_else(|| too_long.to_owned()))
    };
    let message = el("div").attr("role", "status").dynamic(move || {
        let warning = warning();
        let message = || el("p").attr("data-message", "").text(&warning);
        if warning.is_empty() { Vec::new() } else { vec![message()] }
    });
    classed("section", "panel share")
        .attr("aria-label", page::LINK)
        .child(el("h2").text(page::LINK))
        .child(el("p").text(page::LINK_HINT))
        .child(fieldset)
        .child(link)
        .child(
            classed("p", "share-do")
                .child(copy.class("primary"))
                .children(system)
                .child(code)
                .child(button("close", page::CLOSE, move |_| session.sharing.set(false)))
                .child(
                    el("span").attr("data-length", "").text_of(move || page::link_length(length())),
                )
                .child(el("span").attr("role", "status").text_of(move || said.get())),
        )
        .child(message)
        .child(drawn)
}
