//! The table on paper: all rows in the official columns, made when it is printed.

use crate::ui::context::use_app;
use crate::ui::later;
use crate::ui::lazy::arrival;
use crate::ui::parts::When;
use leptos::prelude::*;

/// Nothing on the screen; on paper the table as it is handed in.
#[component]
pub fn Printed() -> impl IntoView {
    let app = use_app();
    let printing = RwSignal::new(false);
    let before = window_event_listener_untyped("beforeprint", move |_| printing.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! {
        <When is=Signal::derive(move || printing.get())>
            <div class="sheet-printed">
                {Suspend::new(async move { arrival(app.missing, later::printed).await })}
            </div>
        </When>
    }
}
