//! An earlier year's answers beside the boxes that are still empty.

use crate::rulebook::FieldId;
use crate::text::{earlier as words, page};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::ActionButton;
use leptos::prelude::*;

/// What is to be confirmed of these fields: of one its answer, of several how many
/// there are. It comes with the views, and only where there is something.
#[component]
pub fn Earlier(
    /// The fields.
    fields: Vec<FieldId>,
) -> impl IntoView {
    let app = use_app();
    let least = fields.len().min(2);
    let open = Memo::new(move |_| {
        let form = app.form.get();
        let mut open = fields.clone();
        if app.read_only.get() || form.earlier.answers.is_empty() {
            return Vec::new();
        }
        app.present.with(|now| open.retain(|id| form.unconfirmed(&now.case, *id).is_some()));
        if open.len() < least { Vec::new() } else { open }
    });
    // Keyed, so that what one pane waits for goes before that of the next.
    let each = move || Some(open.get()).filter(|open| !open.is_empty());
    view! {
        <For each=each key=Vec::clone let:open>
            {Suspend::new(async move {
                arrival(app.missing, || later::earlier(open.clone(), least == 1)).await
            })}
        </For>
    }
}

/// The fields that are open, alone beside its box or all above them.
pub fn earlier(open: Vec<FieldId>, alone: bool) -> AnyView {
    view! { <Held open alone /> }.into_any()
}

/// What the earlier year had, and the two answers to it.
#[component]
fn Held(
    /// The fields, at least one.
    open: Vec<FieldId>,
    /// Whether one field is meant, not all of an indicator.
    alone: bool,
) -> impl IntoView {
    let app = use_app();
    let said = app.form.with_untracked(|form| match open.first() {
        Some(field) if alone => words::held(form, *field),
        _ => words::count(form, open.len()),
    });
    let whose = open.first().filter(|_| alone).map(|field| app.rulebook()[*field].label);
    let name = move |label: &str| whose.map(|whose| page::named(label, whose)).unwrap_or_default();
    let open = StoredValue::new(open);
    // The next one gets the focus: Enter by Enter all are confirmed.
    let go_on = || browser::keep_focus(&[".pane .earlier button", ".pane h2"]);
    let take = move |()| {
        app.update(|session| open.with_value(|open| session.confirm_earlier(open)));
        go_on();
    };
    let drop = move |()| {
        app.update(|session| open.with_value(|open| session.drop_earlier(open)));
        go_on();
    };
    let (action, label) = match alone {
        true => ("earlier-take", words::TAKE),
        false => ("earlier-take-all", words::TAKE_ALL),
    };
    view! {
        <p class="changed earlier">
            <span data-earlier>{said}</span>
            <ActionButton action label name=name(label) press=take />
            {alone
                .then(|| {
                    view! {
                        <ActionButton
                            action="earlier-drop"
                            look="quiet"
                            label=words::DROP
                            name=name(words::DROP)
                            press=drop
                        />
                    }
                })}
        </p>
    }
}
