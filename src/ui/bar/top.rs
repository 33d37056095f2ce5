//! The bar: whose form, its total, whether it is saved, undo, search, sharing.

use super::band::{Band, OtherReadings};
use super::menu::{FormMenu, MoreMenu};
use crate::rulebook::Kind;
use crate::score::{Score, Tally};
use crate::session::{SaveState, Session, View};
use crate::text::kind::{TASKS, overdue_text, rest_text, words};
use crate::text::{page, undo};
use crate::ui::app::step;
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Bar as ScoreBar, figure};
use leptos::prelude::*;

/// One line above every view.
#[component]
pub fn Bar() -> impl IntoView {
    view! {
        <header class="top">
            <b class="app-name">{page::APP}</b>
            <FormMenu />
            <Total />
            <div class="top-tools">
                <Saved />
                <Steps />
                <Search />
                <ShareButton />
                <MoreMenu />
            </div>
        </header>
    }
}

/// What is secured or met, and what is still possible.
#[component]
fn Total() -> impl IntoView {
    let app = use_app();
    let score = app.score_by(|rulebook, card| card.score_of_all(rulebook));
    let content = move || match app.edition.get().kind {
        Kind::Points => view! { <TotalPoints score /> }.into_any(),
        Kind::Checklist => view! { <TotalTasks score /> }.into_any(),
    };
    view! {
        <p class="total" data-total>
            {content}
        </p>
    }
}

#[component]
fn TotalPoints(
    /// The score of the whole.
    score: Memo<Score>,
) -> impl IntoView {
    let app = use_app();
    let range = move || match score.get() {
        Score::Points { range, .. } => range,
        _ => Default::default(),
    };
    let unadjusted = Memo::new(move |_| {
        app.present.with(|now| {
            let plain = now.card.unadjusted;
            (plain != now.card.total.range).then(|| page::unadjusted(&figure(plain.low)))
        })
    });
    view! {
        <span class="total-label">{page::SECURED}</span>
        <b data-points>{Signal::derive(move || figure(range().low))}</b>
        <span class="most">" / " {figure(app.rulebook().points)}</span>
        <ScoreBar score />
        <span class="range">
            <span class="range-label">{page::REACHABLE}</span>
            " "
            <span data-low>{Signal::derive(move || figure(range().low))}</span>
            "–"
            <span data-high>{Signal::derive(move || figure(range().high))}</span>
        </span>
        <Band />
        <OtherReadings />
        <span class="unadjusted">{unadjusted}</span>
    }
}

#[component]
fn TotalTasks(
    /// The score of the whole.
    score: Memo<Score>,
) -> impl IntoView {
    let app = use_app();
    let tally = move || match score.get() {
        Score::Tasks(tasks) => tasks,
        _ => Tally::default(),
    };
    let overdue = Memo::new(move |_| app.desk(|desk| desk.overdue()));
    view! {
        <span class="total-label">{words(Kind::Checklist).secured}</span>
        <b data-met>{Signal::derive(move || tally().met)}</b>
        <span class="most">
            " / " <span data-applicable>{Signal::derive(move || tally().applicable())}</span> " " {TASKS}
        </span>
        <ScoreBar score />
        <span class="range">{Signal::derive(move || rest_text(&tally()))}</span>
        <span class="total-overdue" data-overdue>{Signal::derive(move || overdue_text(overdue.get()))}</span>
    }
}

/// When the form was saved.
#[component]
fn Saved() -> impl IntoView {
    let app = use_app();
    let state = app.watch(Session::save_state);
    let text = move || match state.get() {
        SaveState::Saved(at) => page::saved_at(&browser::clock_text(at, false)),
        SaveState::Pending => page::SAVING.to_owned(),
        SaveState::Failed(_) => page::UNSAVED.to_owned(),
        SaveState::Deleted => page::DELETED_ELSEWHERE.to_owned(),
        SaveState::Untouched => String::new(),
    };
    let failed = move || matches!(state.get(), SaveState::Failed(_) | SaveState::Deleted);
    view! {
        <span class="saved" class:failed=failed data-saved>
            {text}
        </span>
    }
}

/// Undo and redo, which say what they would take back.
#[component]
fn Steps() -> impl IntoView {
    let app = use_app();
    let back = app.watch(|session| {
        let edit = session.undoable();
        (edit.is_some(), undo::undo_label(session.form(), edit))
    });
    let forward = app.watch(|session| {
        let edit = session.redoable();
        (edit.is_some(), undo::redo_label(session.form(), edit))
    });
    view! {
        <StepButton action="undo" sign="↶" step=back keys="Ctrl+Z" press=move || step(app, true) />
        <StepButton
            action="redo"
            sign="↷"
            step=forward
            keys="Ctrl+Y"
            press=move || step(app, false)
        />
    }
}

/// One of the two. It stays focusable at its end, so that the focus stays too.
#[component]
fn StepButton(
    /// The name in `data-action`.
    action: &'static str,
    /// Its sign.
    sign: &'static str,
    /// Whether there is a step, and what it is.
    step: ReadSignal<(bool, String)>,
    /// The keys that do the same.
    keys: &'static str,
    /// What happens when it is pressed.
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="step"
            data-action=action
            aria-label=Signal::derive(move || step.get().1)
            title=Signal::derive(move || format!("{}（{keys}）", step.get().1))
            aria-disabled=Signal::derive(move || (!step.get().0).then_some("true"))
            on:click=move |_| {
                if step.get_untracked().0 {
                    press();
                }
            }
        >
            {sign}
        </button>
    }
}

/// The search box: it narrows the table down as the user types.
#[component]
fn Search() -> impl IntoView {
    let app = use_app();
    let kind = app.rulebook().kind;
    let words_now = move || app.address.with(|address| address.filter.words.clone());
    let look = move |words: String| {
        let mut address = app.address.get_untracked();
        address.filter.words = words;
        if address.view == View::Fill {
            app.replace(address);
        } else {
            (address.view, address.open) = (View::Fill, None);
            app.go(address);
        }
    };
    view! {
        <input
            type="search"
            id="search"
            autocomplete="off"
            aria-label=words(kind).search
            aria-keyshortcuts="/"
            placeholder=page::SEARCH_SHORT
            prop:value=words_now
            on:input:target=move |event| look(event.target().value())
            on:keydown=move |event| {
                if !browser::is_composing(&event)
                    && matches!(event.key().as_str(), "Enter" | "ArrowDown")
                {
                    event.prevent_default();
                    browser::focus("tr[data-indicator][tabindex='0'], tr[data-indicator]");
                }
            }
        />
    }
}

/// Opens the panel with the share link.
#[component]
fn ShareButton() -> impl IntoView {
    let app = use_app();
    let open = move || app.sharing.update(|open| *open = !*open);
    view! {
        <button
            type="button"
            class="primary"
            data-action="share"
            aria-expanded=Signal::derive(move || app.sharing.get().to_string())
            on:click=move |_| open()
        >
            {page::SHARE_SHORT}
        </button>
    }
}

/// A button of a menu, which closes the menu.
#[component]
pub fn MenuButton(
    /// The name in `data-action`.
    action: &'static str,
    /// The text of the button.
    #[prop(into)]
    label: String,
    /// What happens when it is pressed.
    #[prop(into)]
    press: Callback<()>,
) -> impl IntoView {
    view! { <ActionButton action label press look="item" /> }
}
