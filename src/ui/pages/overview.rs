//! The overview: what a deputy mayor wants on one screen and one printed page.

mod calls;
mod counts;
mod dates;
mod dimensions;
mod largest;
mod progress;
mod readings;
mod targets;

use super::Page;
use crate::rulebook::Kind;
use crate::session::View;
use crate::text::desk as words;
use crate::text::page;
use crate::ui::context::use_app;
use calls::Calls;
use counts::Counts;
use dates::Dates;
use dimensions::Dimensions;
use largest::Largest;
use leptos::prelude::*;
use progress::Progress;
use std::sync::Arc;
use targets::Targets;

/// The whole on one page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let overview = Memo::new(move |_| Arc::new(app.desk(|desk| desk.overview())));
    let title =
        move || format!("{} {}", app.form.with(|form| page::form_name("", form)), words::OVERVIEW);
    let supposed = move || app.scenario.with(|name| name.as_deref().map(words::overview::supposed));
    let vetoed = move || {
        app.form.with(|form| {
            let any = !form.veto.is_empty();
            any.then(|| page::named(page::VETOED, &form.veto.join(page::AND)))
        })
    };
    view! {
        <Page view=View::Overview title=Signal::derive(title)>
            <p class="headline">
                {move || supposed().map(|text| view! { <span class="tag">{text}</span> " " })}
                {Signal::derive(move || overview.with(|overview| words::overview::headline(overview)))}
                {move || vetoed().map(|text| view! { <span class="vetoed">{text}</span> })}
            </p>
            {(rulebook.kind == Kind::Points).then(|| view! { <readings::Readings /> })}
            <Counts overview=overview />
            <Dimensions />
            <Calls />
            <Dates />
            <Largest overview=overview />
            {(rulebook.kind == Kind::Checklist).then(|| view! { <Progress /> })}
            {(!rulebook.targets.is_empty()).then(|| view! { <Targets /> })}
        </Page>
    }
}
