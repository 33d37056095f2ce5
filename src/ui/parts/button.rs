//! Buttons.

use leptos::prelude::*;

/// A button that starts an action.
#[component]
pub fn ActionButton(
    /// The name in `data-action`.
    action: &'static str,
    /// The text of the button.
    #[prop(into)]
    label: Signal<String>,
    /// What happens when it is pressed.
    #[prop(into)]
    press: Callback<()>,
    /// A class that says how it looks: `primary`, `quiet`, `link`.
    #[prop(optional, into)]
    look: &'static str,
    /// What screen readers say, where the text alone does not say whose it is.
    #[prop(optional, into)]
    name: Option<String>,
    /// Whether it can be pressed now.
    #[prop(default = Signal::stored(true), into)]
    enabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=look
            data-action=action
            aria-label=name
            disabled=Signal::derive(move || !enabled.get())
            on:click=move |_| {
                // A view that goes with the click may be gone already.
                press.try_run(());
            }
        >
            {label}
        </button>
    }
}

/// A button that opens and closes something, and says which.
#[component]
pub fn Toggle(
    /// The name in `data-action`.
    action: &'static str,
    /// The text of the button.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The id of what it opens.
    #[prop(optional, into)]
    controls: Option<String>,
    /// A class that says how it looks.
    #[prop(optional, into)]
    look: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=look
            data-action=action
            aria-controls=controls
            aria-expanded=Signal::derive(move || open.get().to_string())
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {label}
        </button>
    }
}
