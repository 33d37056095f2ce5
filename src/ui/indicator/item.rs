//! One indicator: what is asked, what is entered, what it gives.

use super::adjust::Adjust;
use super::baseline::IndicatorToBaseline;
use super::earlier::Earlier;
use super::evidence::EvidenceFold;
use super::explain::Explain;
use super::field::{Borrowed, Field};
use super::meta::Meta;
use super::metric::Metric;
use super::note::Note;
use super::reading::ReadingsOf;
use super::{close, go_to_neighbour, neighbour};
use crate::desk::TableLine;
use crate::plan::Step;
use crate::rulebook::{IndicatorId, Rule};
use crate::text::{page, sheet as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::later::steps_behind;
use crate::ui::parts::{ActionButton, Figures, When};
use leptos::prelude::*;

/// What single changes would give for the open indicator.
#[derive(Clone, Copy)]
pub struct Steps(pub RwSignal<Vec<Step>>);

/// The pane of an indicator.
#[component]
pub fn Item(
    /// The indicator.
    id: IndicatorId,
    /// The rows of the table.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let indicator = &rulebook[id];
    provide_context(Steps(steps_behind(app, id)));
    let score = app.score(id);
    let adjusted = Memo::new(move |_| app.form.with(|form| form.adjustments.contains_key(&id)));
    let fields =
        indicator.fields.iter().map(|field| view! { <Field field=*field of=id /> }).collect_view();
    let borrowed = rulebook
        .shared()
        .into_iter()
        .filter(|field| rulebook.readers(*field).contains(&id))
        .map(|field| view! { <Borrowed field /> })
        .collect_view();
    // Other readings may score other metrics, and by other rules.
    let readings = Memo::new(move |_| {
        app.present.with(|now| {
            let own = rulebook.readings_of(id).map(|one| now.case.readings.get(one));
            own.collect::<Vec<u8>>()
        })
    });
    let metrics = move || {
        // A memo subscribes to its sources when it is read; tracking it alone is not
        // enough.
        readings.with(|_| ());
        let rules = app.present.with_untracked(|now| rulebook.rules(id, &now.case.readings));
        rules
            .iter()
            .filter_map(|rule| match rule {
                Rule::Efficacy { metric, points, .. } => {
                    Some(view! { <Metric metric=*metric stake=*points /> })
                }
                _ => None,
            })
            .collect_view()
    };
    let with_points = !indicator.points.is_zero();
    view! {
        <article
            class="item"
            data-indicator=indicator.id
            aria-label=format!("{} {}", indicator.id, indicator.title)
        >
            <header class="pane-head">
                <h2 tabindex="-1">
                    <span class="number">{indicator.id}</span>
                    {indicator.title}
                </h2>
                <Figures score />
                <Neighbours lines />
            </header>
            <When is=Signal::derive(move || adjusted.get())>
                <p class="adjusted">
                    <span class="tag">{page::ADJUSTED}</span>
                    <ActionButton
                        action="unadjust"
                        look="quiet"
                        label=page::UNADJUST
                        press=move |()| {
                            app.update(|session| session.unadjust(id));
                            browser::focus_soon(".pane h2");
                        }
                    />
                </p>
            </When>
            <IndicatorToBaseline id />
            <Meta id />
            <Wording text=indicator.wording />
            <Earlier of=id />
            <div class="fields">{fields} {borrowed}</div>
            {metrics}
            <ReadingsOf id />
            <Explain id />
            <EvidenceFold id />
            <Note id />
            {with_points.then(|| view! { <Adjust id /> })}
            <Foot lines />
        </article>
    }
}

/// The official wording, folded after three lines.
#[component]
fn Wording(
    /// The official text, to the letter.
    text: &'static str,
) -> impl IntoView {
    let whole = RwSignal::new(false);
    // Three lines hold some 90 characters.
    let is_long = text.trim().chars().count() > 90;
    view! {
        <blockquote class="wording" class:folded=Signal::derive(move || is_long && !whole.get())>
            {text.trim()}
        </blockquote>
        {is_long
            .then(|| {
                view! {
                    <button
                        type="button"
                        class="link unfold"
                        data-action="wording"
                        aria-expanded=Signal::derive(move || whole.get().to_string())
                        on:click=move |_| whole.update(|whole| *whole = !*whole)
                    >
                        {Signal::derive(move || if whole.get() { words::FOLD } else { words::UNFOLD })}
                    </button>
                }
            })}
    }
}

/// The ways to the neighbours, and out.
#[component]
fn Neighbours(
    /// The rows of the table.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    let step = move |down: bool| {
        if go_to_neighbour(app, lines, down) {
            let action = if down { "next" } else { "previous" };
            browser::focus_soon(format!(".pane-head [data-action={action}]"));
        }
    };
    view! {
        <span class="pane-tools">
            <ActionButton
                action="previous"
                look="quiet"
                label="‹"
                name=words::PREVIOUS
                press=move |()| step(false)
            />
            <ActionButton
                action="next"
                look="quiet"
                label="›"
                name=words::NEXT
                press=move |()| step(true)
            />
            <ActionButton
                action="close-pane"
                look="quiet"
                label="✕"
                name=page::CLOSE
                press=move |()| close(app)
            />
        </span>
    }
}

/// The neighbours by name, below the fields.
#[component]
fn Foot(
    /// The rows of the table.
    lines: Memo<Vec<TableLine>>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <footer class="pane-foot">
            {move || foot_button(app, lines, false)} {move || foot_button(app, lines, true)}
        </footer>
    }
}

fn foot_button(app: AppContext, lines: Memo<Vec<TableLine>>, down: bool) -> Option<AnyView> {
    let id = neighbour(app, lines, down)?;
    let indicator = &app.rulebook()[id];
    let name = format!("{} {}", indicator.id, indicator.title);
    let label = if down { format!("{name} ›") } else { format!("‹ {name}") };
    let go = move |()| {
        app.open_indicator(id);
        browser::focus_soon(".pane h2");
    };
    let action = if down { "next-named" } else { "previous-named" };
    let look = if down { "onward" } else { "" };
    Some(view! { <ActionButton action look label press=go /> }.into_any())
}
