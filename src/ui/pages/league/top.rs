//! Which league it is, how forms come into it, and where the county stands.

use super::group::use_group;
use super::job::Progress;
use super::send::Send;
use super::sources::{take_shelf, take_shown, take_text};
use crate::league::{Gathered, write};
use crate::rulebook::Kind;
use crate::session::KeptLeague;
use crate::text::league::{league_problem, place};
use crate::text::{league_page as words, page};
use crate::ui::bar::Menu;
use crate::ui::browser::{self, Browser};
use crate::ui::pages::files;
use crate::ui::parts::{ActionButton, Fault, Toggle, When};
use leptos::{html, prelude::*};

/// The head of the view.
#[component]
pub fn Top(
    /// Whether the own form is the only one.
    is_alone: Memo<bool>,
) -> impl IntoView {
    let group = use_group();
    let (sending, pasting) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <section class="league-top" aria-label=words::NAME>
            <When is=Signal::derive(move || is_alone.get())>
                <div class="league-begin">
                    <p class="league-empty">{words::empty(group.app.rulebook().kind)}</p>
                    <p class="hint">{words::EMPTY_HINT}</p>
                </div>
            </When>
            <When is=Signal::derive(move || !is_alone.get())>
                <Standing />
            </When>
            <div class="takeaway">
                <Add is_alone=is_alone pasting=pasting />
                <Settings sending=sending is_alone=is_alone />
            </div>
            <div id="league-paste">
                <When is=Signal::derive(move || pasting.get())>
                    <Pasting />
                </When>
            </div>
            <div id="league-send">
                <When is=Signal::derive(move || sending.get() && !is_alone.get())>
                    <Send />
                </When>
            </div>
            <Progress job=group.reading />
            <Progress job=group.scoring />
            <When is=Signal::derive(move || group.scoring.stopped.get())>
                <p class="takeaway">
                    <ActionButton
                        action="score-again"
                        label=words::SCORE
                        press=move |()| group.score()
                    />
                </p>
            </When>
            <p role="status" class="league-said" data-league-said>
                {group.said}
            </p>
        </section>
    }
}

/// Where the own county stands, in one sentence.
#[component]
fn Standing() -> impl IntoView {
    let group = use_group();
    let said = Memo::new(move |_| {
        group.read(|league, table| {
            let of = words::county(league, 0);
            if league.edition.kind == Kind::Checklist {
                let tasks = table.lines.first().map(|line| line.all(league.edition.0).tasks);
                return (words::met(&of, &tasks.unwrap_or_default()), String::new());
            }
            let own = place(table.places.first().copied().flatten());
            let rest = table.distance(0, league.recognised);
            let rest = rest.map(|one| crate::text::league::distance(&one, league.recognised));
            (format!("{of}：{own}"), rest.unwrap_or_default())
        })
    });
    let part = move |second: bool| {
        said.get().map(|(first, rest)| if second { rest } else { first }).unwrap_or_default()
    };
    view! {
        <p class="league-standing" data-standing>
            <b>{move || part(false)}</b>
            <span>{move || part(true)}</span>
        </p>
    }
}

/// The ways in.
#[component]
fn Add(
    /// Whether the own form is the only one.
    is_alone: Memo<bool>,
    /// Whether the box for messages is open.
    pasting: RwSignal<bool>,
) -> impl IntoView {
    let group = use_group();
    let look = if is_alone.get_untracked() { "primary" } else { "" };
    view! {
        <ActionButton
            action="league-files"
            label=words::FROM_FILES
            look=look
            press=|()| files::choose()
        />
        <ActionButton
            action="league-shelf"
            label=words::FROM_SHELF
            press=move |()| take_shelf(group)
        />
        <Toggle action="league-paste" label=words::PASTE open=pasting controls="league-paste" />
        <When is=Signal::derive(move || group.app.read_only.get())>
            <ActionButton
                action="league-shown"
                label=words::FROM_SHOWN
                press=move |()| take_shown(group)
            />
        </When>
    }
}

/// The box for messages.
#[component]
fn Pasting() -> impl IntoView {
    let group = use_group();
    let area = NodeRef::<html::Textarea>::new();
    let add = move |()| {
        let Some(area) = area.get_untracked() else { return };
        let text = area.value();
        if !text.trim().is_empty() {
            take_text(group, text);
            area.set_value("");
        }
    };
    view! {
        <div class="league-pasting">
            <textarea
                node_ref=area
                rows="3"
                data-league="paste"
                aria-label=words::PASTE
                autocomplete="off"
                spellcheck="false"
            ></textarea>
            <p class="takeaway">
                <ActionButton action="league-add" label=words::ADD press=add />
                <span class="hint">{words::PASTE_HINT}</span>
            </p>
        </div>
    }
}

/// The league's name and places, the other leagues, and what can be done with it.
#[component]
fn Settings(
    /// Whether what is to be sent is chosen.
    sending: RwSignal<bool>,
    /// Whether the own form is the only one.
    is_alone: Memo<bool>,
) -> impl IntoView {
    let group = use_group();
    let name = Memo::new(move |_| group.settings.with(|(name, ..)| name.clone()));
    let rename = move |text: String| group.change(|all| all.rename(&text));
    view! {
        <div class="league-settings">
            <label for="league-name">{words::NAME}</label>
            <input
                type="text"
                id="league-name"
                data-league="name"
                autocomplete="off"
                placeholder=words::NAME_HINT
                prop:value=name
                on:change:target=move |event| rename(event.target().value())
            />
            {(group.app.rulebook().kind == Kind::Points).then(|| view! { <Places /> })}
        </div>
        <More sending=sending is_alone=is_alone />
    }
}

/// How many places are recognised.
#[component]
fn Places() -> impl IntoView {
    let group = use_group();
    let places = Memo::new(move |_| group.settings.with(|(_, places, _)| places.to_string()));
    let fault = RwSignal::new(None::<String>);
    let set = move |text: String| {
        let text = crate::score::fold(&text).trim().to_owned();
        match text.parse::<usize>() {
            Ok(places) if (1..1_000_000).contains(&places) => {
                fault.set(None);
                group.change(|all| all.recognise(Some(places)));
            }
            _ if text.is_empty() => {
                fault.set(None);
                group.change(|all| all.recognise(None));
            }
            _ => fault.set(Some(words::PLACES_FAULT.to_owned())),
        }
    };
    view! {
        <label for="league-places">{words::RECOGNISED}</label>
        <span class="box">
            <input
                type="text"
                id="league-places"
                data-league="places"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby="league-places-fault"
                aria-invalid=Signal::derive(move || fault.with(Option::is_some).then_some("true"))
                prop:value=places
                on:change:target=move |event| set(event.target().value())
            />
            <span class="unit">{words::PLACES}</span>
        </span>
        <Fault id="league-places-fault" fault=fault />
    }
}

/// Saving, sending, the kept leagues, a new one, and the end of this one.
#[component]
fn More(
    /// Whether what is to be sent is chosen.
    sending: RwSignal<bool>,
    /// Whether the own form is the only one.
    is_alone: Memo<bool>,
) -> impl IntoView {
    let group = use_group();
    let app = group.app;
    let save = move |()| {
        let written = group.gathered(|all| {
            let league = all.league();
            (words::file_name(league, false, &browser::today_text()), write(league))
        });
        match written {
            Some((name, Ok(text))) => browser::download(&name, page::JSON, &text),
            Some((_, Err(problem))) => group.app.tell(league_problem(&problem), true),
            None => {}
        }
    };
    let kept = Memo::new(move |_| {
        // A league that was begun, named or deleted is another list.
        group.settings.with(|_| {});
        app.session.with(|session| session.league_id().to_owned());
        app.session.with_untracked(|session| session.kept_leagues(&Browser))
    });
    let choose = move |id: String| app.update(|session| session.choose_league(&id, &Browser));
    let begin = move |()| {
        app.update(|session| session.begin_league(&Browser));
        group.said.set(String::new());
    };
    let delete = move |()| {
        let name = group.gathered(|all: &Gathered| words::name(all.league())).unwrap_or_default();
        if browser::confirm(&words::sure_to_delete(&name)) {
            app.update(|session| session.delete_league(&Browser));
        }
    };
    let others = move || {
        let open = app.session.with_untracked(|session| session.league_id().to_owned());
        let other = |one: &KeptLeague| one.id != open;
        kept.get()
            .into_iter()
            .filter(other)
            .map(|one| {
                let id = one.id;
                view! {
                    <button
                        type="button"
                        class="item"
                        data-kept-league=id.clone()
                        on:click=move |_| choose(id.clone())
                    >
                        {words::kept(&one.name, one.counties)}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Menu label=words::MENU class="new-menu league-menu">
            <When is=Signal::derive(move || !is_alone.get())>
                <ActionButton action="league-save" label=words::SAVE look="item" press=save />
                <ActionButton
                    action="league-send"
                    label=words::SEND
                    look="item"
                    press=move |()| sending.update(|sending| *sending = !*sending)
                />
                <hr />
            </When>
            {others}
            <ActionButton action="league-new" label=words::NEW look="item" press=begin />
            <ActionButton action="league-delete" label=words::DELETE look="item" press=delete />
        </Menu>
    }
}
