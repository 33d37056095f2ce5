//! What a unit is called, whom to call there, and when its part went out.

use super::boxes::UnitBox;
use super::slice::focus_when_drawn;
use crate::desk::all_units;
use crate::form::UnitPart;
use crate::rulebook::Text;
use crate::text::{page, units as words};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, drawn};
use leptos::{html::Section, prelude::*};

/// The value of the choice that leaves words for others out.
const NOT_LISTED: &str = "-";

/// Changes what is set of a unit.
#[component]
pub fn EditPanel(
    /// The unit, by its official name.
    unit: Text,
    /// Closes the panel.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let root = NodeRef::<Section>::new();
    focus_when_drawn(root);
    let mut parts = vec![UnitPart::Name];
    if !app.rulebook().is_words(unit) {
        parts.extend([UnitPart::Person, UnitPart::Telephone]);
    }
    parts.extend([UnitPart::Sent, UnitPart::Returned]);
    let boxes = parts.into_iter().map(|part| view! { <UnitBox part=part unit=unit /> }.into_any());
    view! {
        <section
            class="slice-panel"
            data-unit-edit=unit
            aria-label=words::edit_for(unit)
            tabindex="-1"
            node_ref=root
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close.run(());
                }
            }
        >
            <header>
                <h2>{unit}</h2>
                <ActionButton action="close" label=page::CLOSE look="quiet" press=close />
            </header>
            <div class="unit-boxes">{boxes.collect_view()} <Listed unit=unit close=close /></div>
        </section>
    }
}

/// How the unit is listed: as one of its own, as part of another, or not at all.
#[component]
fn Listed(
    /// The unit.
    unit: Text,
    /// Closes the panel.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let others = app.form.with_untracked(|form| {
        let others = all_units(form).into_iter().filter(|other| *other != unit);
        others.map(|other| (other, words::into(form.unit(other)))).collect::<Vec<_>>()
    });
    let own = [("", words::ON_ITS_OWN.to_owned())];
    let none = rulebook.is_words(unit).then(|| (NOT_LISTED, words::NOT_LISTED.to_owned()));
    let options = own
        .into_iter()
        .chain(none)
        .chain(others)
        .map(|(value, label)| view! { <option value=value>{label}</option> })
        .collect_view();
    let choose = move |chosen: String| {
        close.run(());
        let into = rulebook.unit(&chosen);
        app.update(|session| {
            session.set_units(|units| match into {
                Some(into) => units.merge(rulebook, unit, into),
                None => units.hide(unit, chosen == NOT_LISTED),
            });
        });
    };
    view! {
        <label class="unit-box">
            <span>{words::LISTED}</span>
            <select data-listed on:change:target=move |event| choose(event.target().value())>
                {options}
            </select>
        </label>
    }
}

/// Units that are not listed, each with the button that lists it again.
pub fn unlisted(app: AppContext) -> AnyView {
    drawn(Box::new(move || {
        let all: Vec<(Text, String)> = app.form.with(|form| {
            let wholes = form.units.iter().filter(|(part, ..)| *part == UnitPart::Whole);
            wholes.map(|(_, unit, whole)| (unit, words::unlisted(unit, form.unit(whole)))).collect()
        });
        if all.is_empty() {
            return ().into_any();
        }
        let line = |(unit, said): (Text, String)| {
            let list = move |()| app.update(|session| session.set_units(|all| all.split(unit)));
            let name = page::named(words::AGAIN, unit);
            view! {
                {said}
                <ActionButton action="unit-again" label=words::AGAIN look="link" name=name press=list />
            }
            .into_any()
        };
        view! {
            <p class="unlisted" data-unlisted>
                <b>{words::UNLISTED}</b>
                {all.into_iter().map(line).collect_view()}
            </p>
        }
        .into_any()
    }))
}
