//! A part of the pane that is folded until it is used.

use leptos::prelude::*;

/// A folded part. Its controls are in the page whether it is open or not.
#[component]
pub fn Fold(
    /// What it is.
    title: &'static str,
    /// How much is in it, at the end of the line.
    #[prop(into)]
    status: Signal<String>,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// A name for tests and styles.
    class: &'static str,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <details class=format!("fold {class}") open=open>
            <summary>
                <span>{title}</span>
                <span class="fold-status">{status}</span>
            </summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
}
