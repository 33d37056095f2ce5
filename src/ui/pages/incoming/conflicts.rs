//! What both sides changed, or two units differ about: the user chooses.

use crate::form::{Conflict, Form, Place};
use crate::text::{page, sharing as words};
use leptos::prelude::*;
use std::sync::Arc;

/// All places in dispute, each with its values. One's own holds unless another is
/// chosen.
#[component]
pub fn Conflicts(
    /// The conflicts.
    conflicts: Vec<Conflict>,
    /// One's own form, which has the names of units.
    own: Arc<Form>,
    /// In which of them the unit's value holds.
    chosen: RwSignal<Vec<Conflict>>,
) -> impl IntoView {
    let places = places(&conflicts);
    if places.is_empty() {
        return ().into_any();
    }
    let each = places.into_iter().enumerate().map(|(at, place)| {
        let about: Vec<Conflict> =
            conflicts.iter().filter(|one| one.place == place).cloned().collect();
        view! { <Disputed at=at own=own.clone() about=about chosen=chosen /> }
    });
    view! {
        <h2>{words::CONFLICTS}</h2>
        {each.collect_view()}
    }
    .into_any()
}

/// The places that are in dispute, each once.
pub fn places(conflicts: &[Conflict]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for one in conflicts {
        if !places.contains(&one.place) {
            places.push(one.place.clone());
        }
    }
    places
}

/// The values for one place.
#[component]
fn Disputed(
    /// Its position among all that are in dispute.
    at: usize,
    /// One's own form, which has the names of units.
    own: Arc<Form>,
    /// The conflicts about the place, one a unit.
    about: Vec<Conflict>,
    /// In which of them the unit's value holds.
    chosen: RwSignal<Vec<Conflict>>,
) -> impl IntoView {
    let Some(first) = about.first().cloned() else { return ().into_any() };
    let (place, rulebook) = (first.place, own.edition.0);
    let mine = words::value_text(rulebook, &place, first.mine.as_ref());
    let title = words::place_text(rulebook, &place);
    let theirs = about
        .into_iter()
        .map(|one| {
            let said = words::value_text(rulebook, &one.place, Some(&one.theirs));
            let said = page::named(&words::theirs_of(own.unit(&one.unit), &one.time), &said);
            view! { <Choice at=at place=one.place.clone() label=said taken=Some(one) chosen=chosen /> }
        })
        .collect_view();
    view! {
        <fieldset class="conflict" data-conflict=at.to_string()>
            <legend>{title}</legend>
            <Choice
                at=at
                place=place
                label=page::named(words::MINE, &mine)
                taken=None
                chosen=chosen
            />
            {theirs}
        </fieldset>
    }
    .into_any()
}

/// One of the values.
#[component]
fn Choice(
    /// The position of the place.
    at: usize,
    /// The place.
    place: Place,
    /// Whose value it is, and the value.
    label: String,
    /// The conflict whose value it is; none for the user's own.
    taken: Option<Conflict>,
    /// In which conflicts the unit's value holds.
    chosen: RwSignal<Vec<Conflict>>,
) -> impl IntoView {
    let is_mine = taken.is_none();
    let choose = move || {
        chosen.update(|all| {
            all.retain(|one| one.place != place);
            all.extend(taken.clone());
        });
    };
    view! {
        <label class="choice">
            <input
                type="radio"
                name=format!("conflict-{at}")
                value=if is_mine { "mine" } else { "theirs" }
                checked=is_mine
                on:change=move |_| choose()
            />
            <span>{label}</span>
        </label>
    }
}
