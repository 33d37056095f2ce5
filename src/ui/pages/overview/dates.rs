//! Deadlines and stages on one line, with today marked.

use crate::desk::{Phase, Timeline};
use crate::text::desk as words;
use crate::text::page;
use crate::ui::context::use_app;
use crate::ui::pages::today::Today;
use leptos::prelude::*;
use std::sync::Arc;

/// The line, what is due next, and all dates in words.
#[component]
pub fn Dates() -> impl IntoView {
    let app = use_app();
    let line = Memo::new(move |_| app.desk(|desk| desk.timeline()).map(Arc::new));
    let next = move || {
        line.with(|line| {
            line.as_ref().map(|line| app.desk(|desk| words::overview::next_due(desk, line)))
        })
    };
    view! {
        <section class="dates">
            <header>
                <h2>{words::TIMELINE}</h2>
                <p class="next-due">{next}</p>
            </header>
            {move || line.get().map(|line| view! { <Drawn line=line /> })}
            <details>
                <summary>{words::overview::DATES}</summary>
                <Today />
                {move || line.get().map(|line| view! { <Told line=line /> })}
                <p class="hint">{words::OVERDUE_HINT}</p>
            </details>
        </section>
    }
}

/// The line as a picture; the same stands below in words.
#[component]
fn Drawn(
    /// The deadlines and stages.
    line: Arc<Timeline>,
) -> impl IntoView {
    let rulebook = use_app().rulebook();
    let place = |per_mille: u16| format!("{}.{}%", per_mille / 10, per_mille % 10);
    let stages = line
        .stages
        .iter()
        .filter_map(|mark| {
            let title = rulebook.stages.get(mark.stage)?.title;
            Some(view! {
                <span
                    class="stage"
                    class:now=mark.phase == Phase::Now
                    title=title
                    style:left=place(mark.begins)
                    style:width=place(mark.ends.saturating_sub(mark.begins))
                >
                    {title}
                </span>
            })
        })
        .collect_view();
    let dates = line
        .dates
        .iter()
        .map(|mark| {
            view! {
                <span
                    class="due"
                    class:done=mark.left == 0
                    title=words::due_on(mark)
                    style:left=place(mark.place)
                ></span>
            }
        })
        .collect_view();
    let today = line.today.map(|today| {
        view! { <span class="today-mark" class:late={today > 900} style:left=place(today)>{page::TODAY_MARK}</span> }
    });
    view! {
        <div class="line" aria-hidden="true">
            {stages} {dates} {today}
        </div>
    }
}

/// All stages and dates in words.
#[component]
fn Told(
    /// The deadlines and stages.
    line: Arc<Timeline>,
) -> impl IntoView {
    let rulebook = use_app().rulebook();
    let stages = line
        .stages
        .iter()
        .filter_map(|mark| {
            let stage = rulebook.stages.get(mark.stage)?;
            Some(view! {
                <li data-stage=words::phase_text(mark.phase)>
                    <b>{stage.title}</b>
                    {words::stage_text(stage, mark)}
                </li>
            })
        })
        .collect_view();
    let dates =
        line.dates.iter().map(|mark| view! { <li>{words::due_on(mark)}</li> }).collect_view();
    view! {
        <ol class="stages">{stages}</ol>
        <ol class="due-dates">{dates}</ol>
    }
}
