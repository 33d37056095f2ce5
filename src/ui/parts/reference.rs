//! Reference values of a metric: its two ends, or values of peers.

use super::super::platform;
use super::figure::{Typed, TypedBox, fault_message};
use crate::form::typed;
use crate::rulebook::{Metric, MetricId, Reference};
use crate::score::{Ends, ends, shown};
use crate::text::{self, page};
use crate::ui::session::{Edited, Session};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The three boxes, by their names in `data-end`.
const BOXES: [&str; 3] = ["unacceptable", "satisfactory", "peers"];
const PEERS: usize = 2;

/// A metric's value as it stands, and its reference values.
pub fn metric(session: Session, id: MetricId, stake: Decimal) -> AnyView {
    let metric = &session.rulebook_now()[id];
    let line = Memo::new(move |_| {
        session.form.with(|form| text::metric_line(form.edition.0, &form.case, id))
    });
    let ends_now =
        Memo::new(move |_| session.form.with(|form| ends(metric, form.case.references.get(id))));
    let missing = move || {
        let Ends { unacceptable, satisfactory } = ends_now.get();
        let ends = [(satisfactory, page::SATISFACTORY), (unacceptable, page::UNACCEPTABLE)];
        let names: Vec<&str> =
            ends.iter().filter(|(end, _)| end.value().is_none()).map(|(_, name)| *name).collect();
        (!names.is_empty()).then(|| {
            let message = page::reference_missing(&names, &shown(stake, 2));
            view! { <p class="missing">{message}</p> }
        })
    };
    let unacceptable = reference_box(session, id, 0);
    let satisfactory = reference_box(session, id, 1);
    let peers = reference_box(session, id, 2);
    let slug = metric.id.replace('.', "-");
    let end = |at: usize, label: &'static str, typed: TypedBox, default: Option<Decimal>| {
        let control = format!("r-{slug}-{}", BOXES[at]);
        let placeholder = default.map(|d| format!("{} {}", page::DEFAULT, d.normalize()));
        let label_for = control.clone();
        view! {
            <label for=label_for>{label}
                <span class="box">
                    <input type="text" id=control.clone() inputmode="decimal" autocomplete="off"
                        data-reference=metric.id.as_str() data-end=BOXES[at] placeholder=placeholder
                        aria-invalid=move || typed.fault.with(Option::is_some).then_some("true")
                        prop:value=typed.text
                        on:input=move |event| typed.on_input.run(event_target_value(&event))
                        on:blur=move |_| typed.on_leave.run(())
                        on:keydown=move |event| if event.key() == "Enter" {
                            event.prevent_default();
                            platform::walk_on(&event);
                        } />
                    <span class="unit">{metric.unit.as_str()}</span>
                </span>
            </label>
        }
    };
    let peers_id = format!("r-{slug}-peers");
    view! {
        <fieldset class="metric">
            <legend>{metric.label.as_str()}</legend>
            <p class="metric-line">{line}</p>
            <div class="ends">
                {end(0, page::UNACCEPTABLE, unacceptable, metric.unacceptable)}
                {end(1, page::SATISFACTORY, satisfactory, metric.satisfactory)}
                <label class="peers" for=peers_id.clone()>{page::PEERS}
                    <textarea id=peers_id.clone() rows="1" data-reference=metric.id.as_str()
                        data-end="peers" title=page::PEERS_HINT placeholder=page::PEERS_HINT
                        aria-invalid=move || peers.fault.with(Option::is_some).then_some("true")
                        prop:value=peers.text
                        on:input=move |event| peers.on_input.run(event_target_value(&event))
                        on:blur=move |_| peers.on_leave.run(())></textarea>
                </label>
            </div>
            {fault_message(unacceptable, format!("r-{slug}-unacceptable-fault"))}
            {fault_message(satisfactory, format!("r-{slug}-satisfactory-fault"))}
            {fault_message(peers, format!("r-{slug}-peers-fault"))}
            {missing}
        </fieldset>
    }
    .into_any()
}

/// One of the three boxes. They are judged together: a text enters the form
/// once all three make a reference.
fn reference_box(session: Session, id: MetricId, at: usize) -> TypedBox {
    let metric: &'static Metric = &session.rulebook_now()[id];
    let value =
        Memo::new(move |_| session.form.with(|form| written(form.case.references.get(id), at)));
    // The three texts with `text` in this box. The others stand as they are in
    // force, or, when `drafts` count, as they wait to enter.
    let judge_with = move |text: &str, drafts: bool| {
        let mut texts: [String; 3] = std::array::from_fn(|other| {
            let waiting = session.drafts.with(|d| d.get(&slot(metric, other)).cloned());
            waiting
                .filter(|w| drafts && typed::is_reference_text(metric, w, other == PEERS))
                .unwrap_or_else(|| {
                    session.form.with(|form| written(form.case.references.get(id), other))
                })
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
    Typed {
        slot: slot(metric, at),
        value: Signal::derive(move || value.get()),
        take: Box::new(move |text| {
            let (reference, together) = untrack(|| judge(text))?;
            session.edit(Some(Edited::Reference(id)), |form| {
                form.case.references.set(id, reference);
            });
            // What waited in the other boxes has entered the form as well.
            for other in (0..BOXES.len()).filter(|other| together && *other != at) {
                let slot = slot(metric, other);
                let enters = session.drafts.with_untracked(|drafts| {
                    drafts.get(&slot).is_some_and(|waiting| {
                        typed::is_reference_text(metric, waiting, other == PEERS)
                    })
                });
                if enters {
                    session.draft(&slot, None);
                }
            }
            Ok(())
        }),
        judge: Box::new(move |text| judge(text).map(|_| ())),
        in_force: Box::new(move || {
            let value = value.get();
            (!value.is_empty()).then_some(value)
        }),
    }
    .build(session)
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
