//! A box for a link, a message with one, or the text of a form file.

use crate::text::sharing as words;
use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::ActionButton;
use leptos::{html, prelude::*};
use wasm_bindgen_futures::spawn_local;

/// The box and its button. What could not be opened stays, to be looked at.
#[component]
pub fn PasteBox(
    /// The id of the box.
    id: &'static str,
) -> impl IntoView {
    let app = use_app();
    let place = NodeRef::<html::Textarea>::new();
    let open = move |()| {
        let Some(area) = place.get_untracked() else { return };
        spawn_local(async move {
            let text = area.value();
            if arrival(app.missing, || later::open_text(app, text.clone())).await {
                area.set_value("");
            }
        });
    };
    view! {
        <div class="paste">
            <label for=id>{words::PASTE_SHORT}</label>
            <textarea
                node_ref=place
                id=id
                rows="1"
                data-form="paste"
                autocomplete="off"
                spellcheck="false"
            ></textarea>
            <ActionButton action="paste" label=words::PASTE_OPEN press=open />
        </div>
    }
}
