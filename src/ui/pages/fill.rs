//! The fill page: every indicator, in the document's order.

use crate::rulebook::IndicatorId;
use crate::score::Range;
use crate::text::page;
use crate::ui::dom::{El, button, classed, el, key, memo};
use crate::ui::parts::basics::basics;
use crate::ui::parts::contents::contents;
use crate::ui::parts::filter::{Only, filter_bar, meets, mentions};
use crate::ui::parts::indicator::indicator;
use crate::ui::parts::score;
use crate::ui::parts::total::total_bar;
use crate::ui::platform;
use crate::ui::session::Session;
use crate::ui::view::View;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The page that one types into. Built anew when another form is opened.
pub fn fill_page(session: Session) -> El {
    let opened = memo(move || (session.id.get(), session.form.with(|f| f.edition.id.to_string())));
    el("div").attr("data-view", View::Fill.name()).dynamic(move || {
        opened.track();
        untrack(|| vec![total_bar(session), sheet(session)])
    })
}

fn sheet(session: Session) -> El {
    let rulebook = session.rulebook_now();
    let words = RwSignal::new(String::new());
    let only = RwSignal::new(Only::All);
    // What a filter shows is settled when it is chosen: an indicator does not
    // vanish from under the hands of the one who fills it.
    let chosen = memo(move || {
        let only = only.get();
        let words = words.get();
        session.form.with_untracked(|form| {
            session.card.with_untracked(|card| {
                let shows = |id| meets(only, form, card, id) && mentions(rulebook, id, &words);
                rulebook.indicator_ids().map(shows).collect::<Vec<bool>>()
            })
        })
    });
    let shows = move |id: IndicatorId| chosen.with(|c| c.get(usize::from(id.0)) == Some(&true));
    let found = memo(move || chosen.with(|c| c.iter().filter(|c| **c).count()));
    let show_all = move || {
        words.set(String::new());
        only.set(Only::All);
    };
    let reach = move |id: IndicatorId| {
        if !untrack(|| shows(id)) {
            show_all();
        }
    };
    let nothing = el("div").attr("role", "status").dynamic(move || {
        if found.get() > 0 {
            return Vec::new();
        }
        let back = button("show-all", page::SHOW_ALL, move |_| show_all());
        let message = classed("p", "nothing").attr("data-message", "");
        vec![message.text(page::NOTHING_FOUND).child(back)]
    });
    let dimensions = (0..rulebook.dimensions.len()).map(|at| dimension(session, at, &shows));
    classed("div", "sheet").child(contents(session, reach)).child(
        el("main")
            .attr("id", "main")
            .attr("tabindex", "-1")
            .on("keydown", |event| {
                if key(&event) == "Enter" && platform::walk_on(&event) {
                    event.prevent_default();
                }
            })
            .child(basics(session))
            .child(filter_bar(words, only, found))
            .child(nothing)
            .children(dimensions),
    )
}

type Shows<'a> = &'a (dyn Fn(IndicatorId) -> Memo<bool> + 'a);

fn dimension(
    session: Session,
    at: usize,
    shows: &(impl Fn(IndicatorId) -> bool + Copy + Send + Sync + 'static),
) -> El {
    let rulebook = session.rulebook_now();
    let shows = *shows;
    let shown = move |id| memo(move || shows(id));
    let Some(dimension) = rulebook.dimensions.get(at) else { return el("div") };
    let groups: Vec<usize> = (0..rulebook.groups.len())
        .filter(|g| rulebook.groups.get(*g).is_some_and(|g| usize::from(g.dimension) == at))
        .collect();
    let ids: Vec<IndicatorId> = rulebook
        .indicator_ids()
        .filter(|id| groups.contains(&usize::from(rulebook[*id].group)))
        .collect();
    let range = memo(move || {
        session.card.with(|card| card.dimensions.get(at).map(|d| d.range).unwrap_or_default())
    });
    let header =
        subtotal(session, range, dimension.points, ids).attr("data-dimension", &dimension.id);
    let (sections, visible): (Vec<El>, Vec<Memo<bool>>) =
        groups.into_iter().map(|at| group(session, at, &shown)).unzip();
    classed("section", "dimension")
        .hidden_while(move || !visible.iter().any(|v| v.get()))
        .child(titled("h2", &dimension.title, header))
        .children(sections)
}

fn group(session: Session, at: usize, shown: Shows) -> (El, Memo<bool>) {
    let rulebook = session.rulebook_now();
    let ids: Vec<IndicatorId> =
        rulebook.indicator_ids().filter(|id| usize::from(rulebook[*id].group) == at).collect();
    let shows: Vec<Memo<bool>> = ids.iter().map(|id| shown(*id)).collect();
    let blocks: Vec<El> =
        ids.iter().zip(&shows).map(|(id, shown)| indicator(session, *id, *shown)).collect();
    let visible = memo(move || shows.iter().any(|show| show.get()));
    let range = memo(move || {
        session.card.with(|card| card.groups.get(at).map(|g| g.range).unwrap_or_default())
    });
    let section = classed("section", "group").hidden_while(move || !visible.get());
    let Some(group) = rulebook.groups.get(at) else { return (section, visible) };
    let header = subtotal(session, range, group.points, ids).attr("data-group", &group.id);
    (section.child(titled("h3", &group.title, header)).children(blocks), visible)
}

/// Puts a title before the figures of a dimension or group.
fn titled(tag: &str, title: &str, header: El) -> El {
    let heading = el(tag).text(title);
    let _ = header.element().prepend_with_node_1(heading.element());
    header
}

/// Points, bar and progress of a dimension or group.
fn subtotal(session: Session, range: Memo<Range>, most: Decimal, ids: Vec<IndicatorId>) -> El {
    let answered = memo(move || {
        let each = ids.iter().map(|id| session.answered(*id));
        each.fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1))
    });
    el("header").child(score::points(range, most)).child(score::bar(range, most)).child(
        classed("span", "progress").text_of(move || {
            let (answered, all) = answered.get();
            page::answered(answered, all)
        }),
    )
}
