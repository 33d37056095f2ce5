//! What a unit is called, whom to call there, and when its part went out.

use super::boxes::UnitBox;
use super::slice::focus_when_drawn;
use crate::desk::{all_units, dispatch};
use crate::form::{Sending, UnitText};
use crate::rulebook::Text;
use crate::text::report::FOR_ALL_UNITS;
use crate::text::{page, units as words};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::ActionButton;
use leptos::{html::Section, prelude::*};

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
    let is_words = app.rulebook().words_for_others(unit).is_some();
    let name = move || app.units.with(|units| units.name(unit).to_owned());
    let official = move || (name() != unit).then(|| words::official(unit));
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
                <h2>{name}</h2>
                <span class="hint">{official}</span>
                <ActionButton action="close" label=page::CLOSE look="quiet" press=close />
            </header>
            <div class="unit-boxes">
                <UnitBox part=UnitText::Name(unit) name="name" />
                {(!is_words)
                    .then(|| {
                        view! {
                            <UnitBox part=UnitText::Person(Some(unit)) name="person" />
                            <UnitBox part=UnitText::Telephone(Some(unit)) name="telephone" />
                        }
                    })}
            </div>
            <Days unit=unit />
            <MergeInto unit=unit close=close />
            {is_words.then(|| view! { <Hide unit=unit close=close /> })}
            <Parts unit=unit />
        </section>
    }
}

/// When the part of the unit went out and came back, to be corrected.
#[component]
fn Days(
    /// The unit.
    unit: Text,
) -> impl IntoView {
    let app = use_app();
    let sending = Memo::new(move |_| app.form.with(|form| dispatch(form, unit, FOR_ALL_UNITS)));
    let fault = RwSignal::new(String::new());
    let set = move |change: &dyn Fn(&mut Sending)| {
        let mut new = sending.get_untracked();
        change(&mut new);
        // Days as texts are in order.
        let early =
            new.sent.as_ref().filter(|sent| new.returned.as_ref().is_some_and(|back| back < *sent));
        fault.set(early.map(|sent| words::too_early(sent)).unwrap_or_default());
        if fault.with_untracked(String::is_empty) {
            app.update(|session| session.set_sending(unit, new));
        }
    };
    let day = |text: String| (!text.is_empty()).then_some(text);
    view! {
        <div class="unit-boxes">
            <label class="unit-box">
                <span>{words::SENT_ON}</span>
                <input
                    type="date"
                    data-sending="sent"
                    prop:value=Signal::derive(move || sending.get().sent.unwrap_or_default())
                    on:change:target=move |event| {
                        let text = event.target().value();
                        set(&|sending| sending.sent = day(text.clone()));
                    }
                />
            </label>
            <label class="unit-box">
                <span>{words::BACK_ON}</span>
                <input
                    type="date"
                    data-sending="returned"
                    aria-describedby="sending-fault"
                    prop:value=Signal::derive(move || sending.get().returned.unwrap_or_default())
                    on:change:target=move |event| {
                        let text = event.target().value();
                        set(&|sending| sending.returned = day(text.clone()));
                    }
                />
            </label>
            <p class="fault" role="alert" id="sending-fault">
                {fault}
            </p>
        </div>
    }
}

/// Makes the unit part of another.
#[component]
fn MergeInto(
    /// The unit.
    unit: Text,
    /// Closes the panel.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let options = move || {
        app.units.track();
        app.form.with_untracked(|form| {
            let others = all_units(form).into_iter().filter(|other| *other != unit);
            let option =
                |other| view! { <option value=other>{form.unit(other).to_owned()}</option> };
            others.map(option).collect_view()
        })
    };
    let merge = move |into: String| {
        let Some(into) = app.rulebook().unit(&into) else { return };
        let said = app.units.with_untracked(|all| words::merged(all.name(unit), all.name(into)));
        close.run(());
        app.update(|session| {
            session.set_units(|units| units.merge(unit, into));
            session.tell(said, false);
        });
    };
    view! {
        <label class="unit-box">
            <span>{words::MERGE}</span>
            <select data-merge-into on:change:target=move |event| merge(event.target().value())>
                <option value="">{words::ON_ITS_OWN}</option>
                {options}
            </select>
            <span class="hint">{words::MERGE_HINT}</span>
        </label>
    }
}

/// Leaves words for others out of the list.
#[component]
fn Hide(
    /// The words.
    unit: Text,
    /// Closes the panel.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let hide = move |()| {
        close.run(());
        app.update(|session| session.set_units(|units| units.hide(unit, true)));
    };
    view! {
        <p class="unit-hide">
            <ActionButton action="unit-hide" label=words::HIDE press=hide />
            <span class="hint">{words::HIDE_HINT}</span>
        </p>
    }
}

/// Units that are part of this one, and may be units of their own again.
#[component]
fn Parts(
    /// The unit.
    unit: Text,
) -> impl IntoView {
    let app = use_app();
    let parts = Memo::new(move |_| {
        app.units.with(|units| {
            let parts = units.merged.iter().filter(|(_, whole)| **whole == unit);
            parts.map(|(part, _)| *part).collect::<Vec<Text>>()
        })
    });
    move || {
        let parts = parts.get();
        (!parts.is_empty()).then(|| {
            let parts = parts.into_iter().map(|part| {
                let split =
                    move |()| app.update(|session| session.set_units(|all| all.split(part)));
                view! { <Again name=part action="unit-split" label=words::SPLIT press=split /> }
            });
            view! {
                <p class="unit-parts">
                    <b>{words::PARTS}</b>
                    {parts.collect_view()}
                </p>
            }
        })
    }
}

/// A name that is not listed, and the button that lists it again.
#[component]
pub fn Again(
    /// The name.
    name: Text,
    /// The action of the button.
    action: &'static str,
    /// The text of the button.
    label: &'static str,
    /// Lists it.
    #[prop(into)]
    press: Callback<()>,
) -> impl IntoView {
    view! {
        <span class="unit-part">
            {name}
            <ActionButton action=action label=label look="link" name=page::named(label, name) press=press />
        </span>
    }
}

/// Words for others that are hidden, below the table.
#[component]
pub fn Hidden() -> impl IntoView {
    let app: AppContext = use_app();
    move || {
        let hidden = app.units.with(|units| units.hidden.clone());
        (!hidden.is_empty()).then(|| {
            let all = hidden.into_iter().map(|unit| {
                let show = move |()| {
                    app.update(|session| session.set_units(|all| all.hide(unit, false)));
                };
                view! { <Again name=unit action="unit-show" label=words::SHOW press=show /> }
            });
            view! {
                <p class="unit-parts" data-hidden-units>
                    <b>{words::HIDDEN}</b>
                    {all.collect_view()}
                </p>
            }
        })
    }
}
