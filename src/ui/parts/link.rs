//! Links within the page.

use crate::session::Address;
use crate::ui::context::use_app;
use leptos::{ev, prelude::*};

/// A link to an address of the page. It is a real one: it can be opened in a tab
/// of its own and copied.
#[component]
pub fn AddressLink(
    /// Where it leads.
    #[prop(into)]
    to: Signal<Address>,
    /// What screen readers say, where the text alone does not say where it leads.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
    /// The indicator that it leads to, for `data-jump`.
    #[prop(optional, into)]
    jump: Option<&'static str>,
    /// The unit that it leads to, for `data-department`.
    #[prop(optional, into)]
    department: Option<&'static str>,
    /// What is seen.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let go = move |event: ev::MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        if let Some(address) = to.try_get_untracked() {
            app.go(address);
        }
    };
    view! {
        <a
            href=Signal::derive(move || to.with(Address::text))
            aria-label=Signal::derive(move || name.map(|name| name.get()))
            data-jump=jump
            data-department=department
            on:click=go
        >
            {children()}
        </a>
    }
}
