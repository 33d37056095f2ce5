//! County, year, method, and the figures that several indicators share.

use super::field::field;
use super::figure::{Typed, text_input, typed_box};
use super::scenario::{Changed, changed};
use crate::form::typed;
use crate::rulebook::FieldId;
use crate::text::kind::words;
use crate::text::page;
use crate::ui::dom::{El, classed, el, value};
use crate::ui::present::Block;
use crate::ui::session::{Edited, Session};
use std::rc::Rc;

/// The first block of the fill page.
pub fn basics(session: Session) -> El {
    let rulebook = session.rulebook_now();
    // Who fills in a slice gets the shared figures that it reads, and no more.
    let slice = session
        .form
        .with_untracked(|form| form.slice.as_ref().map(|slice| slice.indicators.clone()));
    let asked = |field: &FieldId| {
        let readers = rulebook.readers(*field);
        slice.as_ref().is_none_or(|asked| asked.iter().any(|id| readers.contains(id)))
    };
    let document = format!("{} · {}", rulebook.title, rulebook.document.number);
    let method = (!rulebook.bases.is_empty()).then(|| method(session));
    let mut shared = rulebook.shared();
    shared.retain(asked);
    let shared = (!shared.is_empty()).then(|| {
        classed("section", "shared")
            .child(el("h3").text(page::SHARED))
            .child(classed("p", "hint").text(page::SHARED_HINT))
            .child(
                classed("div", "fields").children(shared.into_iter().map(|id| field(session, id))),
            )
    });
    if slice.is_some() {
        return match shared {
            Some(shared) => classed("section", "basics").child(shared),
            None => el("div"),
        };
    }
    classed("section", "basics")
        .child(el("h2").text(page::BASICS))
        .child(classed("p", "document").text(&document))
        .child(
            classed("div", "fields").child(county(session)).child(year(session)).children(method),
        )
        .children(shared)
        .child(veto(session))
}

fn county(session: Session) -> El {
    let input = text_input("text")
        .attr("id", "county")
        .attr("data-form", "county")
        .attr("autocomplete", "off")
        .value_of(move || session.see(Block::BASICS, |form, _| form.county.clone()))
        .on("input", move |event| {
            let county = value(&event);
            session.edit(Some(Edited::County), |form| form.county = county);
        })
        .on("blur", move |_| session.seal());
    classed("div", "field figure")
        .child(el("label").attr("for", "county").text(words(session.rulebook_now().kind).place))
        .child(input)
}

fn year(session: Session) -> El {
    let input = text_input("numeric")
        .attr("data-form", "year")
        .attr("placeholder", &session.rulebook_now().year.to_string());
    let typed = Typed {
        place: Block::BASICS,
        slot: "year".into(),
        value: Rc::new(move || {
            let year = session.form.with_untracked(|form| form.year);
            year.map(|year| year.to_string()).unwrap_or_default()
        }),
        judge: Rc::new(|text| typed::year(text).map(drop)),
        take: Rc::new(move |text| {
            typed::year(text).map(|year| session.edit(Some(Edited::Year), |form| form.year = year))
        }),
        unit: "",
    };
    let wired = typed_box(session, input, "year", typed);
    classed("div", "field figure")
        .child(el("label").attr("for", "year").text(page::YEAR))
        .child(wired.input)
        .child(wired.message)
}

/// Declared veto items, one a line.
fn veto(session: Session) -> El {
    let input = el("textarea").attr("rows", "2").attr("data-form", "veto");
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
    };
    let typed = Typed {
        place: Block::BASICS,
        slot: "veto".into(),
        value: Rc::new(move || session.form.with_untracked(|form| form.veto.join("\n"))),
        judge: Rc::new(|_| Ok(())),
        take: Rc::new(move |text| {
            session.edit(Some(Edited::Veto), |form| form.veto = lines(text));
            Ok(())
        }),
        unit: "",
    };
    let wired = typed_box(session, input, "veto", typed);
    classed("div", "field veto-items")
        .child(el("label").attr("for", "veto").text(page::VETO))
        .child(classed("p", "hint").text(words(session.rulebook_now().kind).veto_hint))
        .child(wired.input)
        .child(wired.message)
}

/// The base of the efficacy coefficient, an assumption of ours.
fn method(session: Session) -> El {
    let radios = session.rulebook_now().bases.iter().map(|base| {
        let base = *base;
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "base")
            .attr("value", &base.to_string())
            .checked_of(move || {
                session.see(Block::BASICS, |form, now| now.case.base(form.edition.0) == base)
            })
            .on("change", move |_| {
                let scenario = session.scenario.get_untracked();
                session.edit(None, |form| form.set_base(scenario.as_deref(), base));
            });
        classed("label", "choice").child(input).child(el("span").text(&base.to_string()))
    });
    let hint = classed("p", "hint")
        .child(classed("b", "assumption").text(page::ASSUMPTION))
        .text(page::BASE_HINT);
    classed("fieldset", "field options method")
        .attr("data-form", "base")
        .child(el("legend").text(page::BASE))
        .child(hint)
        .child(classed("div", "choices").children(radios))
        .child(changed(session, Block::BASICS, Changed::Base))
}
