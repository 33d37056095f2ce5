//! The view of scenarios: making them, and comparing them with the baseline.

mod choice;
mod result;
mod scenarios;
mod sheet;
mod snapshots;
mod waterfall;

use super::Page;
use crate::session::{Column, MOST, Rival, View, choose};
use crate::text::page;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::When;
use leptos::prelude::*;
use std::sync::Arc;

/// What stands beside the baseline.
#[derive(Clone, Copy)]
struct Beside {
    /// All that there is to choose from.
    rivals: Memo<Vec<Rival>>,
    /// The keys of what is chosen. Keys of what is gone stay, as undo may bring
    /// it back.
    chosen: RwSignal<Vec<String>>,
    /// Whether indicators that do not differ are shown too.
    everything: RwSignal<bool>,
    columns: Memo<Arc<Vec<Column>>>,
}

impl Beside {
    /// The scenarios at first, as many as there is room for.
    fn new(app: AppContext) -> Beside {
        let rivals = Memo::new(move |_| app.session.with(|session| session.rivals()));
        let chosen = RwSignal::new(Vec::new());
        Effect::new(move |before: Option<Vec<Rival>>| {
            let now = rivals.get();
            let is_new = |rival: &&Rival| {
                rival.is_scenario() && before.as_ref().is_none_or(|before| !before.contains(rival))
            };
            let new: Vec<String> = now.iter().filter(is_new).map(|one| one.key.clone()).collect();
            for key in new {
                let taken = chosen.with_untracked(|chosen: &Vec<String>| {
                    now.iter().filter(|rival| chosen.contains(&rival.key)).count()
                });
                if taken < MOST {
                    chosen.update(|chosen| choose(chosen, &now, &key, true));
                }
            }
            now
        });
        let columns = Memo::new(move |_| {
            app.session.with(|session| chosen.with(|keys| Arc::new(session.columns(keys))))
        });
        Beside { rivals, chosen, everything: RwSignal::new(false), columns }
    }

    /// The keys of the columns, in their order.
    fn keys(self) -> Vec<String> {
        self.columns.with(|all| all.iter().map(|column| column.rival.key.clone()).collect())
    }

    /// Reads a column; none if it is gone.
    fn column<T>(self, key: &str, read: impl FnOnce(&Column) -> T) -> Option<T> {
        self.columns.with(|all| all.iter().find(|column| column.rival.key == key).map(read))
    }
}

/// Scenarios, the comparison, and snapshots.
#[component]
pub fn ComparePage() -> impl IntoView {
    let app = use_app();
    let beside = Beside::new(app);
    view! {
        <Page view=View::Compare title=page::COMPARE_TAB>
            <scenarios::Scenarios />
            <section class="comparison">
                <choice::Choices beside=beside />
                <result::Comparison beside=beside />
            </section>
            <When is=Signal::derive(move || !app.read_only.get())>
                <snapshots::Snapshots />
            </When>
        </Page>
    }
}
