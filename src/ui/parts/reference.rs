//! Reference values of a metric: its two ends, or values of peers.

use super::figure::{Typed, TypedBox, text_input, typed_box};
use super::scenario::{Changed, changed};
use super::score::figure;
use crate::form::typed;
use crate::rulebook::{Metric, MetricId, Reference};
use crate::score::ends;
use crate::text::{self, page};
use crate::ui::dom::{El, classed, el};
use crate::ui::present::Block;
use crate::ui::session::Session;
use rust_decimal::Decimal;
use std::rc::Rc;

/// The three boxes, by their names in `data-end`.
const BOXES: [&str; 3] = ["unacceptable", "satisfactory", "peers"];
const PEERS: usize = 2;

/// A metric's value as it stands, and its reference values; `stake` is what
/// the metric can give.
pub fn metric(session: Session, place: Block, id: MetricId, stake: Decimal) -> El {
    let metric: &'static Metric = &session.rulebook_now()[id];
    let missing = move || {
        let ends = session.see(place, |_, now| ends(metric, now.case.references.get(id)));
        let ends =
            [(ends.satisfactory, page::SATISFACTORY), (ends.unacceptable, page::UNACCEPTABLE)];
        let names: Vec<&str> =
            ends.iter().filter(|(end, _)| end.value().is_none()).map(|(_, name)| *name).collect();
        (!names.is_empty()).then(|| page::reference_missing(&names, &figure(stake)))
    };
    // The metric as it stands, and what is missing to score it.
    let state = move || {
        let line = session.see(place, |form, now| text::metric_line(form.edition.0, &now.case, id));
        (line, missing())
    };
    let line = classed("p", "metric-line");
    let lack = classed("p", "missing");
    let (shown, lacking) = (line.clone(), lack.clone());
    let react = move |_: &El| {
        let (line, missing) = state();
        shown.show(&line);
        lacking.hide(missing.is_none());
        lacking.show(&missing.unwrap_or_default());
    };
    let unacceptable = end_box(session, place, id, 0, metric.unacceptable);
    let satisfactory = end_box(session, place, id, 1, metric.satisfactory);
    let peers = el("textarea")
        .attr("rows", "1")
        .attr("title", page::PEERS_HINT)
        .attr("placeholder", page::PEERS_HINT);
    let peers = reference_box(session, place, id, PEERS, peers);
    let end = |label: &str, input: El| {
        el("label").text(label).child(
            classed("span", "box").child(input).child(classed("span", "unit").text(metric.unit)),
        )
    };
    classed("fieldset", "metric")
        .child(el("legend").text(metric.label))
        .child(line)
        .child(
            classed("div", "ends")
                .child(end(page::UNACCEPTABLE, unacceptable.input))
                .child(end(page::SATISFACTORY, satisfactory.input))
                .child(classed("label", "peers").text(page::PEERS).child(peers.input)),
        )
        .children([unacceptable.message, satisfactory.message, peers.message])
        .child(lack)
        .child(changed(session, place, Changed::Reference(id)))
        .react(react)
}

fn end_box(
    session: Session,
    place: Block,
    id: MetricId,
    at: usize,
    default: Option<Decimal>,
) -> TypedBox {
    let mut input = text_input("decimal");
    if let Some(default) = default {
        input = input.attr("placeholder", &page::default_value(default));
    }
    reference_box(session, place, id, at, input)
}

/// One of the three boxes. They are judged together: a text enters the form
/// once all three make a reference.
fn reference_box(session: Session, place: Block, id: MetricId, at: usize, input: El) -> TypedBox {
    let metric: &'static Metric = &session.rulebook_now()[id];
    // The three texts with `text` in this box. The others stand as they are in
    // force, or, when `drafts` count, as they wait to enter.
    let in_force =
        move |at| session.present.with_untracked(|now| written(now.case.references.get(id), at));
    let judge_with = move |text: &str, drafts: bool| {
        let mut texts: [String; 3] = std::array::from_fn(|other| {
            let waiting = session.drafts.with_untracked(|d| d.get(&slot(metric, other)).cloned());
            waiting
                .filter(|w| drafts && typed::is_reference_text(metric, w, other == PEERS))
                .unwrap_or_else(|| in_force(other))
        });
        texts[at] = text.to_owned();
        let [unacceptable, satisfactory, peers] = texts;
        typed::reference(metric, &unacceptable, &satisfactory, &peers)
    };
    // A draft that waits in another box must not hold this one up.
    let judge = move |text: &str| {
        let together = judge_with(text, true);
        match together {
            Ok(reference) => Ok((reference, true)),
            Err(fault) => judge_with(text, false).map(|r| (r, false)).map_err(|_| fault),
        }
    };
    let typed = Typed {
        place,
        slot: slot(metric, at),
        value: Rc::new(move || in_force(at)),
        judge: Rc::new(move |text| judge(text).map(drop)),
        take: Rc::new(move |text| {
            let (reference, together) = judge(text)?;
            session.refer(id, reference);
            // What waited in the other boxes has entered the form as well.
            if together {
                let own = slot(metric, at);
                let boxes = format!("{}#", metric.id);
                session.drop_drafts_if(|other, text| {
                    other != own
                        && other.starts_with(&boxes)
                        && typed::is_reference_text(metric, text, other.ends_with(BOXES[PEERS]))
                });
            }
            Ok(())
        }),
        unit: metric.unit,
    };
    let input = input.attr("data-reference", metric.id).attr("data-end", BOXES[at]);
    typed_box(session, input, &format!("r-{}-{}", metric.id.replace('.', "-"), BOXES[at]), typed)
}

fn slot(metric: &Metric, at: usize) -> String {
    format!("{}#{}", metric.id, BOXES[at])
}

/// What stands in a box for a reference that is in force.
fn written(reference: Option<&Reference>, at: usize) -> String {
    let plain = |value: &Decimal| value.normalize().to_string();
    match (reference, at) {
        (Some(Reference::Ends { unacceptable, .. }), 0) => {
            unacceptable.as_ref().map(plain).unwrap_or_default()
        }
        (Some(Reference::Ends { satisfactory, .. }), 1) => {
            satisfactory.as_ref().map(plain).unwrap_or_default()
        }
        (Some(Reference::Peers(values)), 2) => {
            values.iter().map(plain).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    }
}
