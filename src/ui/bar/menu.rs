//! Menus of the bar: the form that is open, and what one can do with it.

use super::top::MenuButton;
use crate::rulebook::editions;
use crate::session::{Open, Replacement, Session, View};
use crate::storage::Saved;
use crate::text::{kind, page};
use crate::ui::browser;
use crate::ui::context::{Pasting, use_app};
use crate::ui::pages;
use crate::ui::parts::When;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// How many other forms the menu offers; the rest is a click further.
const MOST: usize = 6;

/// A menu that opens below its button: closed by a choice, by Esc and by
/// clicking elsewhere.
#[component]
pub fn Menu(
    /// The button's text.
    #[prop(into)]
    label: Signal<String>,
    /// What screen readers call it, where the text does not say.
    #[prop(optional, into)]
    name: Option<String>,
    /// A class for its place.
    class: &'static str,
    /// Whether a choice leaves it open.
    #[prop(optional)]
    stays: bool,
    /// The choices.
    children: Children,
) -> impl IntoView {
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let elsewhere = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().map(JsCast::unchecked_into::<web_sys::Node>);
        if let Some(menu) = menu.get_untracked()
            && !menu.contains(target.as_ref())
        {
            menu.set_open(false);
        }
    });
    on_cleanup(move || elsewhere.remove());
    // Gives the focus back to the button, if it is in the menu.
    let to_button = move || {
        let Some(menu) = menu.get_untracked() else { return };
        let is_within = menu.contains(document().active_element().as_deref());
        if let Ok(Some(button)) = menu.query_selector("summary")
            && is_within
        {
            let _ = button.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let is_open = menu.get_untracked().is_some_and(|menu| menu.open());
        if is_open && event.key() == "Escape" {
            event.stop_propagation();
            to_button();
            close();
        }
    };
    // What has the focus when the menu closes would lose it.
    let choose = move |_| {
        if stays {
            return;
        }
        to_button();
        close();
    };
    view! {
        <details class=format!("menu {class}") node_ref=menu on:keydown=keys>
            <summary class="button" aria-label=name>
                {label}
            </summary>
            <div class="menu-list" on:click=choose>
                {children()}
            </div>
        </details>
    }
}

/// Whose form is open: its basics, and the way to others.
#[component]
pub fn FormMenu() -> impl IntoView {
    let app = use_app();
    let name = app.watch(Session::shown_name);
    let others = app.watch(|session| {
        let other = |saved: &&Saved| saved.id != session.id();
        let short = |saved: &Saved| (saved.id.clone(), page::form_name(&saved.name, &saved.form));
        session.shelf().iter().filter(other).take(MOST).map(short).collect::<Vec<_>>()
    });
    let open = move |id: String| pages::forms::replace(app, Replacement::Open(id));
    view! {
        <Menu label=name class="form-menu">
            <MenuButton
                action="basics"
                label=page::BASICS
                press=move |()| {
                    app.open(Open::Basics);
                    browser::focus_soon(".pane h2");
                }
            />
            {move || {
                others
                    .get()
                    .into_iter()
                    .map(|(id, name)| {
                        view! {
                            <MenuButton
                                action="open"
                                label=name
                                press=move |()| open(id.clone())
                            />
                        }
                    })
                    .collect_view()
            }}
            <MenuButton
                action="forms"
                label=page::ALL_FORMS
                press=move |()| app.show(View::Forms)
            />
        </Menu>
    }
}

/// New forms, files and printing.
#[component]
pub fn MoreMenu() -> impl IntoView {
    let app = use_app();
    let editions = editions::all()
        .map(|edition| {
            view! {
                <button
                    type="button"
                    class="item"
                    data-action="new-of"
                    data-edition=edition.id
                    on:click=move |_| pages::begin_edition(app, edition.id)
                >
                    {kind::new_of(edition.title)}
                </button>
            }
        })
        .collect_view();
    let own = move || !app.read_only.get();
    view! {
        <Menu label="⋯" name=page::MORE_ACTIONS class="more-menu">
            <MenuButton action="new" label=page::NEW press=move |()| pages::begin_new(app) />
            <MenuButton action="sample" label=page::SAMPLE press=move |()| pages::begin_sample(app) />
            <MenuButton action="import" label=page::IMPORT press=|()| pages::files::choose() />
            <MenuButton action="export" label=page::EXPORT press=move |()| pages::export(app) />
            <MenuButton action="print" label=page::PRINT press=|()| browser::print() />
            <MenuButton
                action="review"
                label=crate::text::review::REVIEW
                press=move |()| app.show(View::Review)
            />
            <When is=Signal::derive(own)>
                <MenuButton
                    action="paste-figures"
                    label=page::PASTE_FIGURES
                    press=move |()| app.pasting.set(Some(Pasting::Figures(String::new())))
                />
                <MenuButton
                    action="scenario-begin"
                    label=crate::text::scenario::NEW
                    press=move |()| {
                        app.update(|session| drop(session.begin_scenario()));
                    }
                />
            </When>
            <hr />
            {editions}
        </Menu>
    }
}
