//! The view of plans: what it would take.

mod book;
mod goal;
mod kept;
mod limit;
mod lines;
mod reach;
mod result;
mod setup;
mod single;
mod wishes;

use super::Page;
use crate::desk::{Filter, Only};
use crate::rulebook::Kind;
use crate::session::{Address, View};
use crate::text::{page, plan as words};
use crate::ui::context::use_app;
use crate::ui::parts::ActionButton;
use leptos::prelude::*;
use setup::Setup;

/// Three questions, from the whole to the single. A checklist has no points to
/// gain, so that it asks none of them.
#[component]
pub fn PlanPage() -> impl IntoView {
    let app = use_app();
    match app.rulebook().kind {
        Kind::Points => {
            provide_context(Setup::new(app));
            view! {
                <Page view=View::Plan title=page::PLAN_TAB>
                    <goal::Goal />
                    <single::Single />
                    <reach::Reach />
                </Page>
            }
            .into_any()
        }
        Kind::Checklist => {
            let filter = Filter::of(Only::Losing);
            let go = move |()| app.go(Address { filter: filter.clone(), ..Address::default() });
            view! {
                <Page view=View::Plan title=page::PLAN_TAB>
                    <p class="takeaway">
                        {words::NOT_FOR_TASKS}
                        <ActionButton action="to-tasks" label=page::FILL press=go />
                    </p>
                </Page>
            }
            .into_any()
        }
    }
}
