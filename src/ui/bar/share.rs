//! The share link of what is shown: the message to send, a code, or a file.

use crate::form::EventKind;
use crate::link::{self, Include};
use crate::session::Clock;
use crate::text::kind::score_text;
use crate::text::{self, page, review, sharing as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, Dialog, LinkBox};
use leptos::prelude::*;

/// The dialogue that shares the shown form.
#[component]
pub fn SharePanel() -> impl IntoView {
    let app = use_app();
    let title = Signal::derive(move || app.form.with(|form| page::form_name("", form)));
    view! {
        <Dialog
            name="share"
            title=Signal::derive(move || page::named(page::SHARE, &title.get()))
            open=app.sharing
            close=move |()| app.sharing.set(false)
            opener=&["[data-action=share]", "#main"]
        >
            {if browser::is_file() {
                view! { <FileOnly /> }.into_any()
            } else {
                view! { <LinkAndFile /> }.into_any()
            }}
        </Dialog>
    }
}

/// A page that was opened from a disk has no address for others.
#[component]
fn FileOnly() -> impl IntoView {
    view! {
        <p data-message>{words::NO_LINK_HERE}</p>
        <p class="link-do">
            <ShareFile look="primary" />
        </p>
    }
}

/// The message with the link, and what the link holds.
#[component]
fn LinkAndFile() -> impl IntoView {
    let app = use_app();
    // Notes and evidence go along unless they are unticked.
    let include = RwSignal::new(Include { notes: true, evidence: true, ..Include::default() });
    let link = Memo::new(move |_| app.form.with(|form| link_to(form, include.get())));
    let message = Memo::new(move |_| {
        app.form.with(|form| {
            if !form.reviews.is_empty() {
                return review::message(form);
            }
            let total = form.scorecard().score_of_all(form.edition.0);
            words::share_message(form, &score_text(&total))
        })
    });
    view! {
        <p class="hint">{words::SHARE_HINT}</p>
        <LinkBox
            link=link
            message=message
            copy_action="copy"
            copy_label=page::COPY
            sent=move |()| note(app, EventKind::Shared)
        >
            <ShareFile />
        </LinkBox>
        <Included include=include />
    }
}

/// What the link holds.
#[component]
fn Included(
    /// The choice.
    include: RwSignal<Include>,
) -> impl IntoView {
    let app = use_app();
    // A checklist has no reference values.
    let compared = app.edition.with_untracked(|edition| !edition.metrics.is_empty());
    let has_contacts =
        app.form.with_untracked(|form| form.units.public(true) != form.units.public(false));
    let choice =
        move |name: &'static str, label: &'static str, part: fn(&mut Include) -> &mut bool| {
            view! {
                <label>
                    <input
                        type="checkbox"
                        data-include=name
                        prop:checked=Signal::derive(move || *part(&mut include.get()))
                        on:change:target=move |event| {
                            let is_in = event.target().checked();
                            include.update(|include| *part(include) = is_in);
                        }
                    />
                    {label}
                </label>
            }
        };
    view! {
        <fieldset class="include">
            <legend>{page::INCLUDE}</legend>
            <label>
                <input type="checkbox" checked disabled />
                {page::INCLUDE_ANSWERS}
            </label>
            {compared
                .then(|| choice("references", page::INCLUDE_REFERENCES, |i| &mut i.references))}
            {has_contacts
                .then(|| choice("contacts", crate::text::units::CONTACTS, |i| &mut i.contacts))}
            {choice("scenarios", page::INCLUDE_SCENARIOS, |i| &mut i.scenarios)}
            {choice("notes", page::INCLUDE_NOTES, |i| &mut i.notes)}
            {choice("evidence", page::INCLUDE_EVIDENCE, |i| &mut i.evidence)}
        </fieldset>
    }
}

/// Saves the shown form as a file to be sent.
#[component]
fn ShareFile(
    /// How the button looks.
    #[prop(optional)]
    look: &'static str,
) -> impl IntoView {
    let app = use_app();
    view! {
        <ActionButton
            action="share-file"
            label=words::SHARE_FILE
            look=look
            press=move |()| forms::export(app)
        />
    }
}

/// The address of a form's link. Errors: why there is none, for the user.
pub fn link_to(form: &crate::form::Form, include: Include) -> Result<String, String> {
    let today = browser::today().map(crate::rulebook::Day::date);
    let day = today.and_then(|(year, month, day)| link::LinkDay::new(year, month, day));
    link::encode(form, include, day)
        .map(|text| browser::address_with(&text))
        .map_err(|problem| text::link_problem(&problem))
}

/// Notes in the history of the user's own form that it left the page.
fn note(app: AppContext, kind: EventKind) {
    if !app.read_only.get_untracked() {
        app.update(|session| session.record(kind, "", &Browser.minute()));
    }
}
