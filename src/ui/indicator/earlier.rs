//! An earlier year's answers beside the boxes that are still empty.

use crate::desk::{Only, TableLine, unconfirmed};
use crate::rulebook::{FieldId, IndicatorId};
use crate::text::{earlier as words, page};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::{ActionButton, When};
use crate::ui::sheet::shown_lines;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

/// What is to be confirmed of one field, of all fields of an indicator, or in the rows
/// of the table. It comes in a module that few need, and only for a form that has
/// something of an earlier year.
#[component]
pub fn Earlier(
    /// The field.
    #[prop(optional)]
    field: Option<FieldId>,
    /// The indicator.
    #[prop(optional)]
    of: Option<IndicatorId>,
) -> impl IntoView {
    let app = use_app();
    let is = Signal::derive(move || app.form.with(|form| !form.earlier.is_empty()));
    view! {
        <When is>
            {Suspend::new(async move { arrival(app.missing, || later::earlier(field, of)).await })}
        </When>
    }
}

/// Of one field its earlier answer, of an indicator how many are to be confirmed; of
/// the rows as well, while they are those that have some.
pub fn earlier(field: Option<FieldId>, of: Option<IndicatorId>) -> AnyView {
    let app = use_app();
    if field.is_none() && of.is_none() {
        return rows();
    }
    let all = of.map(|id| app.rulebook()[id].fields.to_vec()).unwrap_or_default();
    let fields: Vec<FieldId> = field.into_iter().chain(all).collect();
    let open = Memo::new(move |_| {
        let form = app.form.get();
        let mut open = fields.clone();
        app.present.with(|now| open.retain(|id| form.unconfirmed(&now.case, *id).is_some()));
        open
    });
    // One field says it itself.
    let least = if field.is_some() { 1 } else { 2 };
    let is = Signal::derive(move || !app.read_only.get() && open.with(|open| open.len() >= least));
    view! {
        <When is>
            <Held open field />
        </When>
    }
    .into_any()
}

/// What the earlier year had, and the two answers to it.
#[component]
fn Held(
    /// The fields that are open.
    open: Memo<Vec<FieldId>>,
    /// The field that is meant; none for all of an indicator.
    field: Option<FieldId>,
) -> impl IntoView {
    let app = use_app();
    let alone = field.is_some();
    let said = move || {
        app.form.with(|form| match field {
            Some(field) => words::held(form, field),
            None => words::count(form, open.with(Vec::len)),
        })
    };
    let whose = field.map(|field| app.rulebook()[field].label);
    let name = move |label: &str| whose.map(|whose| page::named(label, whose)).unwrap_or_default();
    let take = move |()| {
        let fields = open.get_untracked();
        go_on(|| app.update(|session| session.confirm_earlier(&fields)));
    };
    let drop = move |()| {
        let fields = open.get_untracked();
        go_on(|| app.update(|session| session.drop_earlier(&fields)));
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

/// Confirms what the rows have of an earlier year, all at once.
fn rows() -> AnyView {
    let app = use_app();
    let lines = shown_lines(app);
    let is_shown = Signal::derive(move || {
        app.address.with(|address| address.filter.only == Only::Unconfirmed)
    });
    let open = Memo::new(move |_| {
        app.form.with(|form| {
            app.present.with(|now| {
                let mut open: Vec<FieldId> = Vec::new();
                for line in lines.get() {
                    let TableLine::Item { id, .. } = line else { continue };
                    for field in unconfirmed(form, &now.case, id) {
                        if !open.contains(&field) {
                            open.push(field);
                        }
                    }
                }
                open
            })
        })
    });
    let said = move || app.form.with(|form| words::count(form, open.with(Vec::len)));
    let is = Signal::derive(move || !app.read_only.get() && open.with(|open| !open.is_empty()));
    let take = move |()| {
        app.update(|session| session.confirm_earlier(&open.get_untracked()));
        browser::keep_focus(&["[data-filter=unconfirmed]"]);
    };
    view! {
        <When is=is_shown>
            <div class="rows-out">
                <div class="takeaway earlier">
                    <span role="status" data-earlier>
                        {said}
                    </span>
                    <When is>
                        <ActionButton action="earlier-take-rows" label=words::TAKE_ALL press=take />
                    </When>
                </div>
            </div>
        </When>
    }
    .into_any()
}

/// The button that confirms the next field, or else the first one that is left.
fn next() -> Option<Element> {
    let buttons = document().query_selector_all(".pane .field [data-action=earlier-take]").ok()?;
    let of = |button: &Element| button.closest(".earlier").ok().flatten();
    let own = document().active_element().as_ref().and_then(of)?;
    let all = (0..buttons.length()).filter_map(|at| buttons.get(at)?.dyn_into::<Element>().ok());
    let (before, behind): (Vec<Element>, Vec<Element>) =
        all.filter(|button| of(button).as_ref() != Some(&own)).partition(|button| {
            own.compare_document_position(button) & Node::DOCUMENT_POSITION_PRECEDING != 0
        });
    behind.into_iter().chain(before).next()
}

/// Does what a button is for, and gives the focus to the next field, so that Enter by
/// Enter all are confirmed; behind the last one the heading has it.
fn go_on(press: impl FnOnce()) {
    let next = next().and_then(|next| next.dyn_into::<HtmlElement>().ok());
    press();
    request_animation_frame(move || match next.filter(|next| next.is_connected()) {
        Some(next) => next.focus().unwrap_or_default(),
        None => {
            browser::focus(".pane h2");
        }
    });
}
