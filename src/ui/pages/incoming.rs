//! A form that came in by link or file: read-only until the user keeps it.

use crate::form::Form;
use crate::link;
use crate::rulebook::IndicatorId;
use crate::score::Scorecard;
use crate::text::kind::words;
use crate::text::{self, page};
use crate::ui::dom::{El, button, classed, el};
use crate::ui::parts::explain::sentences;
use crate::ui::parts::indicator::heading;
use crate::ui::parts::merge::{beside_own, merging, parent_of};
use crate::ui::parts::score::{bar, figures, still};
use crate::ui::platform;
use crate::ui::session::{Incoming, Session};
use crate::ui::view::{Address, View};
use leptos::prelude::*;

/// Goes where the address leads, if that is not plainly a view.
pub fn follow(session: Session) {
    let hash = platform::hash();
    if View::named(&hash).is_some() {
        return;
    }
    let shown = match Address::parse(&hash) {
        Address::View(_) => false,
        Address::Link(text) => open_link(session, &text),
    };
    if !shown {
        session.show(View::Fill);
    }
}

/// Shows the form of a share link, or says why not and returns false.
pub fn open_link(session: Session, text: &str) -> bool {
    match link::decode(text) {
        Ok(shared) => session.receive(vec![Incoming {
            name: None,
            date: shared.day.map(|day| page::date(day.date())),
            form: shared.form,
        }]),
        Err(problem) => {
            session.tell(page::link_refused(&text::link_problem(&problem)), true);
            return false;
        }
    }
    true
}

/// The forms that came in, one at a time.
pub fn incoming_page(session: Session) -> El {
    let at = session.incoming_at;
    let files = classed("div", "incoming-files").dynamic(move || {
        let all = session.incoming.get();
        if all.len() < 2 {
            return Vec::new();
        }
        let tab = |(place, one): (usize, Incoming)| {
            el("button")
                .attr("type", "button")
                .text(&one.name.unwrap_or_default())
                .state_of("aria-pressed", move || at.get() == place)
                .on("click", move |_| at.set(place))
        };
        let together = returned(session, &all);
        all.into_iter().enumerate().map(tab).chain(together).collect()
    });
    let shown = el("div").dynamic(move || {
        let incoming = session.incoming.get();
        let one = incoming.get(at.get()).or(incoming.first());
        untrack(|| one.map(|one| sheet(session, one)).into_iter().collect())
    });
    classed("main", "incoming")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr("data-view", "incoming")
        .child(files)
        .child(shown)
}

/// Several slices of one form are merged at once, so that their order is of no
/// effect.
fn returned(session: Session, all: &[Incoming]) -> Option<El> {
    let slices: Vec<Form> =
        all.iter().map(|one| one.form.clone()).filter(|form| form.slice.is_some()).collect();
    let own = parent_of(session, slices.first()?)?;
    let same = |form: &Form| form.slice.as_ref().is_some_and(|slice| slice.parent == own.id);
    let slices: Vec<Form> = slices.into_iter().filter(same).collect();
    (slices.len() > 1).then(|| merging(session, own, slices))
}

fn sheet(session: Session, incoming: &Incoming) -> El {
    let form = &incoming.form;
    let rulebook = form.edition.0;
    let card = form.scorecard();
    let origin = match (&incoming.name, &incoming.date) {
        (Some(name), _) => name.clone(),
        (None, Some(date)) => page::shared_on(date),
        (None, None) => String::new(),
    };
    let asked =
        |id: &IndicatorId| form.slice.as_ref().is_none_or(|slice| slice.indicators.contains(id));
    let groups = rulebook.groups.iter().enumerate().map(|(at, group)| {
        let members = rulebook
            .indicator_ids()
            .filter(|id| usize::from(rulebook[*id].group) == at)
            .filter(asked);
        classed("section", "group")
            .child(
                el("header")
                    .attr("data-group", group.id)
                    .child(el("h3").text(group.title))
                    .child(figures(still(card.score_of_group(rulebook, at)))),
            )
            .children(members.map(|id| indicator(form, &card, id)))
    });
    let scored = still(card.score_of_all(rulebook));
    let (answered, all) = form.answered(&form.case);
    let total = classed("p", "total-figures")
        .attr("data-total", "")
        .child(figures(scored.clone()))
        .child(el("span").text(&page::answered(answered, all)));
    let kept = incoming.clone();
    let actions = classed("p", "incoming-do")
        .child(button("keep", page::KEEP, move |_| session.keep(kept.clone())).class("primary"))
        .child(button("back", page::BACK, move |_| session.show(View::Fill)));
    let head = classed("header", "incoming-head")
        .child(classed("p", "tag").text(page::SHARED_VIEW))
        .child(el("h2").text(&page::form_name("", form)))
        .child(el("p").text(&format!("{} · {origin}", rulebook.title)))
        .child(classed("p", "hint").text(page::SHARED_VIEW_HINT))
        .child(total)
        .child(bar(scored))
        .child(actions)
        .children(beside_own(session, form));
    el("div").attr("data-shared", "").child(head).children(groups)
}

/// An indicator as it was filled, with its reasons on request.
fn indicator(form: &Form, card: &Scorecard, id: IndicatorId) -> El {
    let rulebook = form.edition.0;
    let indicator = &rulebook[id];
    let Some(score) = card.indicators.get(usize::from(id.0)) else { return el("div") };
    let answers = indicator.fields.iter().flat_map(|field| {
        let answer = match form.case.answers.get(*field) {
            Some(answer) => text::answer_text(rulebook, *field, answer),
            None => page::NOT_ANSWERED.to_owned(),
        };
        [el("dt").text(rulebook[*field].label), el("dd").text(&answer)]
    });
    let adjusted = score.adjusted.then(|| classed("span", "tag").text(page::ADJUSTED));
    let note = form.notes.get(&id).map(|note| classed("p", "remark").text(note));
    let reason = form.adjustments.get(&id).filter(|_| score.adjusted).map(|adjustment| {
        let said = page::named(page::ADJUST, &adjustment.reason);
        classed("p", "remark").text(&said)
    });
    let evidence = form.evidence.get(&id).map(|rows| {
        let rows = rows.iter().map(|row| el("li").text(&text::report::evidence_text(row)));
        let list = classed("ul", "proofs").attr("data-evidence", "").children(rows);
        el("div").child(el("b").text(page::EVIDENCE)).child(list)
    });
    classed("article", "indicator")
        .attr("data-indicator", indicator.id)
        .child(
            el("header")
                .child(heading(indicator))
                .children(adjusted)
                .child(figures(still(card.score_of(rulebook, id)))),
        )
        .child(classed("dl", "answers").children(answers))
        .children(reason)
        .children(note)
        .children(evidence)
        .child(
            classed("details", "explain")
                .child(el("summary").text(words(rulebook.kind).explain))
                .child(sentences(form, &form.case, id, score)),
        )
}
