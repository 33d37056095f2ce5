//! The league as a file for others: with aliases, and figures only as chosen.

use super::group::use_group;
use crate::league::{SentFigures, Sharing, shared, write};
use crate::text::league::{alias, league_problem};
use crate::text::{league_page as words, page};
use crate::ui::browser;
use crate::ui::parts::ActionButton;
use leptos::prelude::*;

/// What is sent, and the file.
#[component]
pub fn Send() -> impl IntoView {
    let group = use_group();
    let (aliases, own_named, points) =
        (RwSignal::new(true), RwSignal::new(false), RwSignal::new(false));
    let save = move |()| {
        let made = group.read_now(|league, table| {
            let sharing = Sharing {
                figures: if points.get() { SentFigures::Points } else { SentFigures::Answers },
                alias: aliases.get().then_some(&alias as &dyn Fn(usize) -> String),
                own_named: own_named.get(),
            };
            let sent = shared(league, table, &sharing);
            (words::file_name(&sent, true, &browser::today_text()), write(&sent))
        });
        match made {
            Some((name, Ok(text))) => browser::download(&name, page::JSON, &text),
            Some((_, Err(problem))) => group.app.tell(league_problem(&problem), true),
            None => {}
        }
    };
    let choice = |name: &'static str, label: &'static str, chosen: RwSignal<bool>| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    data-send=name
                    prop:checked=chosen
                    on:change:target=move |event| chosen.set(event.target().checked())
                />
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="league-sending">
            <legend>{words::SEND}</legend>
            {choice("aliases", words::ALIASES, aliases)}
            {choice("own", words::OWN_NAMED, own_named)}
            {choice("points", words::POINTS_ONLY, points)}
            <ActionButton
                action="league-send-save"
                label=words::SEND_SAVE
                look="primary"
                press=save
            />
            <p class="hint">{words::SEND_HINT}</p>
        </fieldset>
    }
}
