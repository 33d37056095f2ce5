//! The views, one tab each. On a phone they stand at the bottom.

use crate::rulebook::Kind;
use crate::session::{Address, Session, View};
use crate::text::{desk, kind, page, reading};
use crate::ui::browser;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The views that are shown as tabs on a phone; the others are behind 更多.
const FIRST: [View; 4] = [View::Overview, View::Fill, View::Departments, View::Compare];

/// The tabs. Titles and headings follow the view.
#[component]
pub fn Tabs() -> impl IntoView {
    let app = use_app();
    let more = RwSignal::new(false);
    let tabs = move || {
        let kind = app.edition.get().kind;
        View::ALL
            .into_iter()
            .filter(|view| kind == Kind::Points || !view.is_of_points())
            .map(|view| view! { <Tab view more /> })
            .collect_view()
    };
    let name = app.watch(Session::shown_name);
    Effect::new(move || {
        let name = name.get();
        let view = app.address.with(|address| address.view);
        document().set_title(&page::title(&name, label(view, app.edition.get().kind)));
    });
    view! {
        <nav class="tabs" class:all=more aria-label=page::VIEWS>
            {tabs}
            <button
                type="button"
                class="more"
                data-action="more-views"
                aria-expanded=Signal::derive(move || more.get().to_string())
                on:click=move |_| more.update(|more| *more = !*more)
            >
                {page::MORE_VIEWS}
            </button>
        </nav>
    }
}

/// What a view is called.
pub fn label(view: View, kind: Kind) -> &'static str {
    match view {
        View::Fill if kind == Kind::Checklist => kind::TASK_TABLE,
        View::Fill => crate::text::sheet::TABLE,
        View::Overview => desk::OVERVIEW,
        View::Departments => page::UNITS_TAB,
        View::Compare => page::COMPARE_TAB,
        View::Plan => page::PLAN_TAB,
        View::League => crate::text::league::LEAGUE,
        View::Readings => reading::READING,
        View::Report => page::REPORT_TAB,
        View::Forms => page::FORMS,
        View::Incoming => page::SHARED_VIEW,
        View::Review => crate::text::review::REVIEW,
        View::Filing => crate::text::filing::FILING,
    }
}

#[component]
fn Tab(
    /// The view.
    view: View,
    /// Whether a phone shows all tabs.
    more: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let text = move || label(view, app.edition.get().kind);
    let is_shown = Memo::new(move |_| app.address.with(|address| address.view == view));
    view! {
        <a
            href=Address::of(view).text()
            class:first=FIRST.contains(&view)
            aria-current=Signal::derive(move || is_shown.get().then_some("page"))
            on:click=move |event| {
                if event.ctrl_key() || event.meta_key() || event.shift_key() {
                    return;
                }
                event.prevent_default();
                more.set(false);
                app.show(view);
                browser::scroll_to("#main");
            }
        >
            {text}
        </a>
    }
}
