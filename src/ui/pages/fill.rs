//! The fill page: every indicator, in the document's order.

use crate::rulebook::IndicatorId;
use crate::score::Score;
use crate::text::{kind, page};
use crate::ui::dom::{El, button, classed, el, key, memo, together};
use crate::ui::parts::basics::basics;
use crate::ui::parts::contents::contents;
use crate::ui::parts::facet::Chosen;
use crate::ui::parts::filter::{Only, SHOWN, Wanted, filter_bar};
use crate::ui::parts::indicator::indicator;
use crate::ui::parts::score;
use crate::ui::parts::slice::slice_head;
use crate::ui::parts::total::total_bar;
use crate::ui::platform;
use crate::ui::present::Present;
use crate::ui::rest::Rest;
use crate::ui::session::Session;
use crate::ui::state::State;
use crate::ui::view::View;
use leptos::prelude::*;
use std::rc::Rc;

/// The page that one types into. Built anew when another form is opened.
pub fn fill_page(session: Session) -> El {
    // Another edition is another page: see the app.
    let opened = memo(move || {
        let unit = session.form.with(|form| form.slice.as_ref().map(|slice| slice.unit.clone()));
        (session.id.get(), unit)
    });
    el("div").attr("data-view", View::Fill.name()).dynamic(move || {
        opened.track();
        untrack(|| vec![total_bar(session), sheet(session)])
    })
}

fn sheet(session: Session) -> El {
    let rulebook = session.rulebook_now();
    let said = kind::words(rulebook.kind);
    let words = State::new(String::new());
    let only = State::new(Only::All);
    let facets = State::new(Chosen::default());
    // What a filter shows is settled when it is chosen: an indicator does not
    // vanish from under the hands of the one who fills it.
    let chosen = memo(move || {
        let wanted = Wanted { only: only.get(), words: words.get(), facets: facets.get() };
        let rest = if wanted == Wanted::default() { None } else { session.rest() };
        let narrowed = rest.map(|rest| untrack(|| (rest.narrowed)(session, &wanted)));
        (narrowed.unwrap_or_default(), None::<String>)
    });
    let shows = move |id: IndicatorId| chosen.with(|(chosen, _)| is_shown(chosen, id));
    let found = move || {
        chosen.with(|(chosen, _)| match chosen.is_empty() {
            true => rulebook.indicators.len(),
            false => chosen.matches(SHOWN).count(),
        })
    };
    let show_all = move || {
        words.set(String::new());
        only.set(Only::All);
        facets.set(Chosen::default());
    };
    let reach = move |id: IndicatorId| {
        if !untrack(|| shows(id)) {
            show_all();
        }
    };
    let nothing = el("div").attr("role", "status").dynamic(move || {
        if found() > 0 {
            return Vec::new();
        }
        let back = button("show-all", said.show_all, move |_| show_all());
        let message = classed("p", "nothing").attr("data-message", "");
        vec![message.text(said.nothing_found).child(back)]
    });
    // What a filter hides: each with the indicators that it stands for.
    let mut hideable = Vec::new();
    let dimensions: Vec<El> =
        (0..rulebook.dimensions.len()).map(|at| dimension(session, at, &mut hideable)).collect();
    let hide = move |_: &El| {
        chosen.with(|(chosen, _)| {
            for (element, ids) in &hideable {
                element.hide(!ids.iter().any(|id| is_shown(chosen, *id)));
            }
        });
    };
    let (head, back) = session.form.with_untracked(|form| {
        (slice_head(form), form.slice.is_some().then(|| later(session, |rest| rest.slice_return)))
    });
    let main = el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .on("keydown", |event| {
            if key(&event) == "Enter" && platform::walk_on(&event) {
                event.prevent_default();
            }
        })
        .children(head)
        .child(together(|| basics(session)))
        .child(together(|| filter_bar(rulebook, words, only, facets, found)))
        .child(nothing)
        .children(dimensions)
        .children(back);
    classed("div", "sheet").child(contents(session, reach)).child(together(|| main.react(hide)))
}

/// A part of the page that is there once the rest of it is.
fn later(session: Session, part: fn(&Rest) -> fn(Session) -> El) -> El {
    el("div").dynamic(move || {
        let part = session.rest().map(part);
        untrack(|| part.map(|part| part(session)).into_iter().collect())
    })
}

fn is_shown(chosen: &str, id: IndicatorId) -> bool {
    chosen.is_empty() || chosen.as_bytes().get(usize::from(id.0)) == Some(&(SHOWN as u8))
}

/// Elements, each with the indicators that it shows.
type Hideable = Vec<(El, Vec<IndicatorId>)>;

fn dimension(session: Session, at: usize, hideable: &mut Hideable) -> El {
    let rulebook = session.rulebook_now();
    let Some(dimension) = rulebook.dimensions.get(at) else { return el("div") };
    let groups: Vec<usize> = (0..rulebook.groups.len())
        .filter(|g| rulebook.groups.get(*g).is_some_and(|g| usize::from(g.dimension) == at))
        .collect();
    let score = move |now: &Present| now.card.score_of_dimension(rulebook, at);
    let ids = members(session, &groups);
    let header = subtotal(session, el("h2").text(dimension.title), score, ids.clone())
        .attr("data-dimension", dimension.id);
    let sections: Vec<El> = groups.iter().map(|at| group(session, *at, hideable)).collect();
    let section = classed("section", "dimension").child(header).children(sections);
    if ids.is_empty() {
        section.hide(true);
        return section;
    }
    hideable.push((section.clone(), ids));
    section
}

fn group(session: Session, at: usize, hideable: &mut Hideable) -> El {
    let rulebook = session.rulebook_now();
    let Some(group) = rulebook.groups.get(at) else { return el("div") };
    let ids = members(session, &[at]);
    let score = move |now: &Present| now.card.score_of_group(rulebook, at);
    let header = subtotal(session, el("h3").text(group.title), score, ids.clone())
        .attr("data-group", group.id);
    let section = classed("section", "group").child(header);
    let blocks: Vec<El> = ids.iter().map(|id| together(|| indicator(session, *id))).collect();
    hideable.extend(blocks.iter().cloned().zip(ids.iter().map(|id| vec![*id])));
    if ids.is_empty() {
        section.hide(true);
        return section;
    }
    hideable.push((section.clone(), ids));
    section.children(blocks)
}

/// The indicators of some groups.
fn members(session: Session, groups: &[usize]) -> Vec<IndicatorId> {
    let rulebook = session.rulebook_now();
    let within = |id: &IndicatorId| groups.contains(&usize::from(rulebook[*id].group));
    // Who fills in a slice sees its indicators and no others.
    let asked = session
        .form
        .with_untracked(|form| form.slice.as_ref().map(|slice| slice.indicators.clone()));
    let asked = |id: &IndicatorId| asked.as_ref().is_none_or(|asked| asked.contains(id));
    rulebook.indicator_ids().filter(within).filter(asked).collect()
}

/// What a dimension or group comes to after its title, with a bar and its progress.
fn subtotal(
    session: Session,
    title: El,
    score: impl Fn(&Present) -> Score + 'static,
    ids: Vec<IndicatorId>,
) -> El {
    let scored: score::Scored = Rc::new(move || session.present.with(&score));
    let progress = move || {
        let (answered, all) = session.present.with(|now| {
            let ids = ids.iter().copied();
            session.form.with_untracked(|form| score::answered(form, &now.case, ids))
        });
        page::answered(answered, all)
    };
    el("header")
        .child(title)
        .child(score::figures(scored.clone()))
        .child(score::bar(scored))
        .child(classed("span", "progress").text_of(progress))
}
