//! A link with the line that goes before it, ready to be sent.

use super::button::ActionButton;
use super::qr::Qr;
use super::when::When;
use crate::text::{page, sharing as words};
use crate::ui::browser;
use leptos::prelude::*;

/// Characters above which chat apps are known to cut links.
const LONG: usize = 2000;

/// A message with a link: to be copied, handed to the system, or shown as a code.
#[component]
pub fn LinkBox(
    /// The link, or why there is none, for the user.
    link: Memo<Result<String, String>>,
    /// The line that goes before it.
    message: Memo<String>,
    /// The name of the button that copies, in `data-action`.
    copy_action: &'static str,
    /// Its text.
    copy_label: &'static str,
    /// What happens once the message left the page in one of these ways.
    #[prop(into)]
    sent: Callback<()>,
    /// More buttons.
    children: Children,
) -> impl IntoView {
    let said = RwSignal::new("");
    let coded = RwSignal::new(false);
    let text = Signal::derive(move || link.with(|link| link.clone().unwrap_or_default()));
    let length = Signal::derive(move || text.with(|text| text.chars().count()));
    let whole = move || format!("{}\n{}", message.get_untracked(), text.get_untracked());
    let has_link = Signal::derive(move || link.with(Result::is_ok));
    let copy = move |()| {
        let copied = browser::copy(&whole(), None);
        said.set(if copied { page::COPIED } else { page::COPY_FAILED });
        sent.try_run(());
    };
    let warning = move || match link.get() {
        Err(reason) => Some(reason),
        Ok(_) => (length.get() > LONG).then(|| page::LONG_LINK.to_owned()),
    };
    view! {
        <div class="link-box">
            <p class="link-line">{message}</p>
            <textarea
                readonly
                rows="3"
                data-link
                aria-label=page::LINK
                prop:value=text
                on:focus:target=|event| {
                    // Its text may only be on its way into the box.
                    let area = event.target();
                    request_animation_frame(move || area.select());
                }
            ></textarea>
        </div>
        <p class="link-do">
            <ActionButton
                action=copy_action
                label=copy_label
                look="primary"
                enabled=has_link
                press=copy
            />
            {browser::can_share()
                .then(|| {
                    let share = move |()| {
                        browser::share(&whole());
                        sent.try_run(());
                    };
                    view! {
                        <ActionButton
                            action="system-share"
                            label=words::SYSTEM_SHARE
                            enabled=has_link
                            press=share
                        />
                    }
                })}
            <button
                type="button"
                data-action="qr"
                aria-expanded=Signal::derive(move || coded.get().to_string())
                on:click=move |_| coded.update(|coded| *coded = !*coded)
            >
                {words::QR}
            </button>
            {children()}
            <span class="hint" data-length>{Signal::derive(move || page::link_length(length.get()))}</span>
        </p>
        <p role="status" class="link-said">{said}</p>
        <div role="status">
            {move || {
                warning().map(|warning| view! { <p class="hint" data-message>{warning}</p> })
            }}
        </div>
        <When is=Signal::derive(move || coded.get() && has_link.get())>
            <Qr text=text />
        </When>
    }
}
