//! A form that came in beside the user's own of the same edition, item by item.

use crate::form::{Form, Place, difference};
use crate::session::Session;
use crate::storage::Saved;
use crate::text::table::Table;
use crate::text::{page, sharing as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::pages::forms;
use crate::ui::parts::{ActionButton, TextTable};
use leptos::prelude::*;
use std::sync::Arc;

/// The differences to one of the user's own forms, which the user can change for another.
#[component]
pub fn Differences(
    /// The form that came in.
    theirs: Arc<Form>,
) -> impl IntoView {
    let app = use_app();
    let own = app.session.with_untracked(|session| session.comparable(&theirs));
    if own.is_empty() {
        return view! { <p class="hint" data-message>{words::NONE_OF_OWN}</p> }.into_any();
    }
    let names: Vec<String> =
        own.iter().map(|saved| page::form_name(&saved.name, &saved.form)).collect();
    let at = RwSignal::new(0_usize);
    let options = names
        .into_iter()
        .enumerate()
        .map(|(place, name)| view! { <option value=place.to_string()>{name}</option> })
        .collect_view();
    let has_choice = own.len() > 1;
    view! {
        <section class="merge" data-differences>
            <p class="compare-with" hidden=!has_choice>
                <label for="compare-with">{words::COMPARE_WITH}</label>
                <select
                    id="compare-with"
                    on:change:target=move |event| {
                        if let Ok(place) = event.target().value().parse() {
                            at.set(place);
                        }
                    }
                >
                    {options}
                </select>
            </p>
            {move || {
                own.get(at.get())
                    .map(|own| view! { <Beside own=own.clone() theirs=theirs.clone() /> })
            }}
        </section>
    }
    .into_any()
}

/// The differences to one form, to be taken one by one or whole.
#[component]
fn Beside(
    /// One's own form.
    own: Saved,
    /// The form that came in.
    theirs: Arc<Form>,
) -> impl IntoView {
    let app = use_app();
    let rulebook = own.form.edition.0;
    let name = page::form_name(&own.name, &own.form);
    let title = page::named(words::DIFFERENCES, &name);
    let all = difference(&own.form, &theirs);
    if all.is_empty() {
        return view! {
            <h2>{title}</h2>
            <p class="hint">{words::NO_DIFFERENCE}</p>
        }
        .into_any();
    }
    let mut table =
        Table::new(String::new(), &[words::TAKE, words::PLACE, words::MINE, words::THEIRS]);
    for one in &all {
        table.rows.push(vec![
            String::new(),
            words::place_text(rulebook, &one.place),
            words::value_text(rulebook, &one.place, one.mine.as_ref()),
            words::value_text(rulebook, &one.place, one.theirs.as_ref()),
        ]);
    }
    table.title = words::difference_count(all.len());
    let labels: Vec<String> = table.rows.iter().filter_map(|row| row.get(1).cloned()).collect();
    let chosen = RwSignal::new(Vec::<usize>::new());
    let boxes = move |row: usize, column: usize| {
        let label = labels.get(row).filter(|_| column == 0)?;
        Some(view! { <TakeBox row=row label=label.clone() chosen=chosen /> }.into_any())
    };
    let places: Vec<Place> = all.into_iter().map(|one| one.place).collect();
    let id = StoredValue::new(own.id);
    let take = move |()| {
        let chosen = chosen.get_untracked();
        let places: Vec<Place> = chosen.iter().filter_map(|at| places.get(*at).cloned()).collect();
        if places.is_empty() {
            return app.tell(words::TAKE_NONE, true);
        }
        finish(app, |session| id.with_value(|id| session.take_over(id, &places, &Browser)));
    };
    let keep = move |()| {
        finish(app, |session| id.with_value(|id| session.take_as_scenario(id, &Browser)));
    };
    let replace = move |()| {
        if browser::confirm(&words::ask_replace(&name)) {
            finish(app, |session| id.with_value(|id| session.take_whole(id, &Browser)));
        }
    };
    view! {
        <h2>{title}</h2>
        <p class="takeaway">
            <ActionButton action="take" label=words::TAKE_CHOSEN look="primary" press=take />
            <ActionButton action="as-scenario" label=words::AS_SCENARIO press=keep />
            <ActionButton action="replace" label=words::REPLACE press=replace />
        </p>
        <TextTable table=table cell=Box::new(boxes) />
    }
    .into_any()
}

/// Whether an item is taken.
#[component]
fn TakeBox(
    /// The row.
    row: usize,
    /// What the row is about.
    label: String,
    /// The rows that are taken.
    chosen: RwSignal<Vec<usize>>,
) -> impl IntoView {
    view! {
        <input
            type="checkbox"
            data-take=row.to_string()
            aria-label=page::named(words::TAKE, &label)
            on:change:target=move |event| {
                let is_in = event.target().checked();
                chosen.update(|chosen| {
                    chosen.retain(|one| *one != row);
                    if is_in {
                        chosen.push(row);
                    }
                });
            }
        />
    }
}

/// Takes something over, and goes on in the table if that was done.
fn finish(app: AppContext, take: impl FnOnce(&mut Session) -> bool) {
    if app.ask(|session| Some(take(session))) == Some(true) {
        forms::show_table(app);
        browser::keep_focus(&["#main"]);
    }
}
