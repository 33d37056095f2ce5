//! A dialogue over the page: the browser's own.

use super::when::When;
use crate::text::page;
use crate::ui::browser;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

/// A dialogue. Esc and a press beside it close it; the focus goes back to where
/// it came from.
#[component]
pub fn Dialog(
    /// Names it for styles and tests.
    name: &'static str,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What happens when it is closed.
    #[prop(into)]
    close: Callback<()>,
    /// What gets the focus where what opened it is gone.
    #[prop(default = &["#main"])]
    opener: &'static [&'static str],
    /// The content, which is there while it is open.
    children: ChildrenFn,
) -> impl IntoView {
    let place = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let is_open = open.get();
        let Some(dialog) = place.get_untracked() else { return };
        if is_open && !dialog.open() {
            // It fails only for an element that is not in the document.
            let _ = dialog.show_modal();
        } else if !is_open && dialog.open() {
            dialog.close();
            browser::keep_focus(opener);
        }
    });
    let heading = format!("{name}-title");
    let labelled = heading.clone();
    let children = StoredValue::new(children);
    view! {
        <dialog
            node_ref=place
            class=format!("dialog {name}")
            aria-labelledby=labelled
            on:close=move |_| {
                close.try_run(());
                browser::keep_focus(opener);
            }
            on:keydown=|event| {
                // Esc closes the dialogue alone, not what is open behind it.
                if event.key() == "Escape" {
                    event.stop_propagation();
                }
            }
            on:click=move |event| {
                if is_beside(&event) {
                    close.try_run(());
                }
            }
        >
            <When is=Signal::derive(move || open.get())>
                <div class="dialog-body">
                    <h2 id=heading.clone()>{title}</h2>
                    {children.with_value(|children| children())}
                    <button
                        type="button"
                        class="quiet dialog-close"
                        data-action="close"
                        aria-label=page::CLOSE
                        on:click=move |_| {
                            close.try_run(());
                        }
                    >
                        "✕"
                    </button>
                </div>
            </When>
        </dialog>
    }
}

/// Whether a press was on the dialogue's ground rather than in its content.
fn is_beside(event: &ev::MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.tag_name() == "DIALOG")
}
