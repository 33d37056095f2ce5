//! Who is in the league, what stands aside and why.

use super::group::use_group;
use crate::league::{Gathered, WhyAside};
use crate::text::league_page as words;
use crate::ui::browser;
use crate::ui::parts::{ActionButton, When};
use leptos::prelude::*;

/// How many rows are listed.
const MOST: usize = 200;

/// A form that stands aside.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Left {
    at: usize,
    name: String,
    from: String,
    why: String,
    doubtful: bool,
}

/// What stands aside.
fn all_left() -> Memo<Vec<Left>> {
    let app = use_group().app;
    Memo::new(move |_| app.session.with(|one| one.league().map(left).unwrap_or_default()))
}

/// Asks which of two forms of a county counts.
#[component]
pub fn Doubt() -> impl IntoView {
    let left = all_left();
    let doubtful = Memo::new(move |_| {
        left.with(|all| all.iter().filter(|one| one.doubtful).cloned().collect::<Vec<_>>())
    });
    view! {
        <When is=Signal::derive(move || doubtful.with(|all| !all.is_empty()))>
            <section class="league-doubt" data-league-doubt>
                <p>{words::ASK}</p>
                <ul>
                    <For each=move || doubtful.get() key=Clone::clone let:one>
                        <LeftOut one />
                    </For>
                </ul>
            </section>
        </When>
    }
}

/// The list of members and of what stands aside.
#[component]
pub fn Members() -> impl IntoView {
    let group = use_group();
    let app = group.app;
    let left = all_left();
    let members = Memo::new(move |_| {
        app.session.with(|session| {
            let Some(all) = session.league() else { return Vec::new() };
            let name = |at: usize| (at, words::county(all.league(), at), from(all, at));
            (0..all.league().members.len()).take(MOST).map(name).collect()
        })
    });
    let number = Memo::new(move |_| {
        app.session.with(|one| one.league().map_or(0, |all| all.league().members.len()))
    });
    let is_any_left = Memo::new(move |_| left.with(|all| !all.is_empty()));
    let is_any = move || number.get() > 1 || is_any_left.get();
    view! {
        <When is=Signal::derive(is_any)>
            <section>
                <details class="league-members">
                    <summary>
                        {words::MEMBERS} " · " {move || words::count(app.rulebook().kind, number.get())}
                        <When is=Signal::derive(move || is_any_left.get())>
                            " · " {move || words::aside_count(left.with(Vec::len))}
                        </When>
                    </summary>
                    <When is=Signal::derive(move || is_any_left.get())>
                        <h3>{words::ASIDE}</h3>
                        <ul class="league-list" data-league-aside>
                            <For
                                each=move || left.get().into_iter().take(MOST)
                                key=Clone::clone
                                let:one
                            >
                                <LeftOut one />
                            </For>
                        </ul>
                        <p class="takeaway">
                            <ActionButton
                                action="league-forget"
                                label=words::FORGET
                                press=move |()| group.change(Gathered::forget_aside)
                            />
                        </p>
                        <h3>{words::MEMBERS}</h3>
                    </When>
                    <ul class="league-list" data-league-members>
                        <For each=move || members.get() key=Clone::clone let((at, name, from))>
                            <Member at=at name=name from=from />
                        </For>
                    </ul>
                </details>
            </section>
        </When>
    }
}

fn from(all: &Gathered, at: usize) -> String {
    match at {
        0 => words::OWN.to_owned(),
        _ => words::from_text(all.from(at)),
    }
}

fn left(all: &Gathered) -> Vec<Left> {
    let one = |(at, aside): (usize, &crate::league::SetAside)| Left {
        at,
        name: aside.member.as_ref().map(words::aside_name).unwrap_or_default(),
        from: words::from_text(&aside.from),
        why: match (&aside.why, all.counted_for(aside)) {
            (WhyAside::Doubtful, Some(at)) => words::doubtful(&words::from_text(all.from(at))),
            (why, _) => words::why(why),
        },
        doubtful: aside.why == WhyAside::Doubtful,
    };
    all.aside().iter().enumerate().map(one).collect()
}

/// A member, which can be taken out.
#[component]
fn Member(
    /// Its position.
    at: usize,
    /// Its name.
    name: String,
    /// Where it came from.
    from: String,
) -> impl IntoView {
    let group = use_group();
    let label = crate::text::page::named(words::REMOVE, &name);
    let remove = move |()| {
        group.change(|all| all.remove(at));
        browser::keep_focus(&[".league-members summary"]);
    };
    view! {
        <li>
            <b>{name}</b>
            <span class="hint">{from}</span>
            {(at > 0)
                .then(|| {
                    view! {
                        <ActionButton
                            action="league-remove"
                            label=words::REMOVE
                            name=label
                            look="quiet"
                            press=remove
                        />
                    }
                })}
        </li>
    }
}

/// What stands aside, its reason, and what can be done.
#[component]
fn LeftOut(
    /// What stands aside.
    one: Left,
) -> impl IntoView {
    let group = use_group();
    let Left { at, name, from, why, doubtful } = one;
    let label = format!("{} {name} {from}", words::PREFER);
    let prefer = move |()| {
        group.change(|all| all.prefer(at));
        browser::keep_focus(&["#main"]);
    };
    view! {
        <li>
            <b>{name}</b>
            <span class="hint">{from}</span>
            <span>{why}</span>
            {doubtful
                .then(|| {
                    view! {
                        <ActionButton
                            action="league-prefer"
                            label=words::PREFER
                            name=label
                            press=prefer
                        />
                    }
                })}
        </li>
    }
}
