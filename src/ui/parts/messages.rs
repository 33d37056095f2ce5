//! Notices and errors meant for the user.

use crate::storage::StoreFault;
use crate::text::page;
use crate::ui::session::{Notice, SaveState, Session};
use leptos::prelude::*;

/// What the user should know now, each until it is dismissed.
#[component]
pub fn Messages() -> impl IntoView {
    let session = Session::get();
    let fault = Memo::new(move |_| match session.save.get() {
        SaveState::Failed(fault) => Some(fault),
        _ => None,
    });
    view! {
        <div class="messages">
            {move || fault.get().map(|fault: StoreFault| view! {
                <p class="message urgent" role="alert" data-message>{page::not_saved(fault)}</p>
            })}
            <For each=move || session.notices.get() key=|notice| notice.id let:notice>
                {message(session, notice)}
            </For>
        </div>
    }
}

fn message(session: Session, notice: Notice) -> AnyView {
    let dismiss = move || session.notices.update(|all| all.retain(|n| n.id != notice.id));
    let role = if notice.urgent { "alert" } else { "status" };
    let restore = notice.restore.map(|saved| {
        let restore = move |_| {
            session.restore((*saved).clone());
            dismiss();
        };
        view! { <button type="button" data-action="restore" on:click=restore>{page::UNDO}</button> }
    });
    view! {
        <div class="message" class:urgent=notice.urgent role=role data-message>
            <span>{notice.text}</span>
            {restore}
            <button type="button" data-action="dismiss" on:click=move |_| dismiss()>
                {page::DISMISS}
            </button>
        </div>
    }
    .into_any()
}
