//! The block of an indicator: what is asked, what is entered, what it gives.

use super::super::platform;
use super::{explain, field::control_id, field::field, reference, score};
use crate::rulebook::{FieldId, IndicatorId, Rule};
use crate::text::{self, page};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The block of an indicator in the fill page.
pub fn indicator(session: Session, id: IndicatorId, shown: Memo<bool>) -> AnyView {
    let rulebook = session.rulebook_now();
    let indicator = &rulebook[id];
    let range = Memo::new(move |_| {
        session.card.with(|card| {
            card.indicators.get(id.0 as usize).map(|score| score.range).unwrap_or_default()
        })
    });
    let adjusted = Memo::new(move |_| session.form.with(|f| f.adjustments.contains_key(&id)));
    let fields = indicator.fields.iter().map(|f| field(session, *f)).collect_view();
    let borrowed = rulebook
        .shared()
        .into_iter()
        .filter(|f| rulebook.readers(*f).contains(&id))
        .map(|f| borrowed(session, f))
        .collect_view();
    let metrics = indicator
        .rules
        .iter()
        .filter_map(|rule| match rule {
            Rule::Efficacy { metric, points, .. } => {
                Some(reference::metric(session, *metric, *points))
            }
            _ => None,
        })
        .collect_view();
    let units = [indicator.units.join("、"), indicator.others.clone()]
        .into_iter()
        .filter(|u| !u.is_empty())
        .collect::<Vec<_>>()
        .join("；");
    view! {
        <article class="indicator" id=format!("i-{}", indicator.id) tabindex="-1"
            data-indicator=indicator.id.as_str() hidden=move || !shown.get()>
            <header>
                <h4><span class="number">{indicator.id.as_str()}</span>{indicator.title.as_str()}</h4>
                {score::points(range.into(), indicator.points)}
                {move || adjusted.get().then(|| view! { <span class="tag">{page::ADJUSTED}</span> })}
            </header>
            <blockquote class="wording" cite=indicator.source.as_str()>
                {indicator.wording.as_str()}
            </blockquote>
            <p class="meta">
                <span>{page::UNITS}"："{units}</span>
                <span>{page::DEADLINE}"："{indicator.deadline.text.as_str()}</span>
                <span class="source">{indicator.source.as_str()}</span>
            </p>
            <div class="fields">{fields}{borrowed}</div>
            {metrics}
            {explain::explanation(session, id)}
        </article>
    }
    .into_any()
}

/// A shared figure where it is used: shown here, entered once elsewhere.
fn borrowed(session: Session, id: FieldId) -> AnyView {
    let field = &session.rulebook_now()[id];
    let value = Memo::new(move |_| {
        session.form.with(|form| match form.case.answers.get(id) {
            Some(answer) => text::answer_text(form.edition.0, id, answer),
            None => page::NOT_ANSWERED.to_owned(),
        })
    });
    let place = control_id(&field.id);
    view! {
        <p class="borrowed">
            {field.label.as_str()}"："<b>{value}</b>
            <button type="button" class="link" on:click=move |_| platform::reveal(&place)>
                {page::GO_TO_SHARED}
            </button>
        </p>
    }
    .into_any()
}
