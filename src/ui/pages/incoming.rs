//! A form that came in by link or file: read-only until the user keeps it.

use crate::form::Form;
use crate::rulebook::IndicatorId;
use crate::score::{Range, Scorecard};
use crate::text::{self, page};
use crate::ui::parts::explain::sentences;
use crate::ui::parts::score::{self, bar};
use crate::ui::session::{Incoming, Session};
use crate::ui::view::View;
use leptos::prelude::*;

/// The forms that came in, one at a time.
#[component]
pub fn IncomingPage() -> impl IntoView {
    let session = Session::get();
    let at = RwSignal::new(0usize);
    let current =
        Memo::new(move |_| session.incoming.with(|all| all.get(at.get()).or(all.first()).cloned()));
    let picker = move || {
        let all = session.incoming.get();
        (all.len() > 1).then(|| {
            let items = all
                .iter()
                .enumerate()
                .map(|(place, one)| {
                    let name = one.name.clone().unwrap_or_default();
                    view! {
                        <button type="button" aria-pressed=move || (at.get() == place).to_string()
                            on:click=move |_| at.set(place)>{name}</button>
                    }
                })
                .collect_view();
            view! { <p class="incoming-files">{items}</p> }
        })
    };
    view! {
        <main id="main" tabindex="-1" class="incoming" data-view="incoming">
            {picker}
            {move || current.get().map(|incoming| sheet(session, incoming))}
        </main>
    }
}

fn sheet(session: Session, incoming: Incoming) -> AnyView {
    let card = incoming.form.scorecard();
    let form = &incoming.form;
    let rulebook = form.edition.0;
    let (answered, all) = form.answered(&form.case);
    let origin = match (&incoming.name, &incoming.date) {
        (Some(name), _) => name.clone(),
        (None, Some(date)) => page::shared_on(date),
        (None, None) => String::new(),
    };
    let veto = (!form.veto.is_empty()).then(|| {
        view! { <p class="veto" data-message>{page::VETOED}"："{form.veto.join("；")}</p> }
    });
    let groups = rulebook
        .groups
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let range = card.groups.get(at).map(|g| g.range).unwrap_or_default();
            let items = rulebook
                .indicator_ids()
                .filter(|id| rulebook[*id].group as usize == at)
                .map(|id| indicator(form, &card, id))
                .collect_view();
            view! {
                <section class="group">
                    <header data-group=group.id.as_str()>
                        <h3>{group.title.as_str()}</h3>
                        {score::points(settled(range), group.points)}
                    </header>
                    {items}
                </section>
            }
        })
        .collect_view();
    let total = card.total.range;
    let name = page::form_name("", form);
    let kept = incoming.clone();
    view! {
        <div data-shared>
            <header class="incoming-head">
                <p class="tag">{page::SHARED_VIEW}</p>
                <h2>{name}</h2>
                <p>{rulebook.title.as_str()}" · "{origin}</p>
                <p class="hint">{page::SHARED_VIEW_HINT}</p>
                <p class="total-figures" data-total>
                    {score::points(settled(total), rulebook.points)}
                    <span>{page::ANSWERED}" "{page::progress(answered, all)}</span>
                </p>
                {bar(settled(total), rulebook.points)}
                {veto}
                <p class="incoming-do">
                    <button type="button" class="primary" data-action="keep"
                        on:click=move |_| session.keep(kept.clone())>{page::KEEP}</button>
                    <button type="button" data-action="back"
                        on:click=move |_| session.show(View::Fill)>{page::BACK}</button>
                </p>
            </header>
            {groups}
        </div>
    }
    .into_any()
}

fn settled(range: Range) -> Signal<Range> {
    Signal::stored(range)
}

/// An indicator as it was filled, with its reasons on request.
fn indicator(form: &Form, card: &Scorecard, id: IndicatorId) -> AnyView {
    let rulebook = form.edition.0;
    let indicator = &rulebook[id];
    let Some(score) = card.indicators.get(id.0 as usize) else { return ().into_any() };
    let answers = indicator
        .fields
        .iter()
        .map(|field| {
            let answer = match form.case.answers.get(*field) {
                Some(answer) => text::answer_text(rulebook, *field, answer),
                None => page::NOT_ANSWERED.to_owned(),
            };
            view! { <dt>{rulebook[*field].label.as_str()}</dt><dd>{answer}</dd> }
        })
        .collect_view();
    let note = form.notes.get(&id).map(|note| view! { <p class="remark">{note.clone()}</p> });
    view! {
        <article class="indicator" data-indicator=indicator.id.as_str()>
            <header>
                <h4><span class="number">{indicator.id.as_str()}</span>{indicator.title.as_str()}</h4>
                {score::points(settled(score.range), indicator.points)}
                {score.adjusted.then(|| view! { <span class="tag">{page::ADJUSTED}</span> })}
            </header>
            <dl class="answers">{answers}</dl>
            {note}
            <details class="explain">
                <summary>{page::EXPLAIN}</summary>
                {sentences(form, &form.case, id, score)}
            </details>
        </article>
    }
    .into_any()
}
