//! Scenarios: which one is edited, and what differs from the baseline.

use super::score::figure;
use crate::form::{Case, EventKind, Form, Scenario};
use crate::rulebook::{FieldId, IndicatorId, MetricId};
use crate::text::{gain_text, scenario as words};
use crate::ui::dom::{El, button, classed, el, memo, value};
use crate::ui::present::Block;
use crate::ui::session::Session;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

impl Session {
    /// Changes the list of scenarios, and which one is edited from then on.
    pub fn arrange(self, scenario: Option<String>, change: impl FnOnce(&mut Form)) {
        self.edit_in(scenario, None, change);
    }
}

/// Which scenario is edited, and what one can do with it.
pub fn scenario_bar(session: Session) -> El {
    // Names are all that it shows of the form.
    let names = memo(move || {
        let names: Vec<String> =
            session.form.with(|form| form.scenarios.iter().map(|s| s.name.clone()).collect());
        let own =
            session.incoming.with(Vec::is_empty) && session.form.with(|form| form.slice.is_none());
        (names.join("\u{0}"), own.then(|| session.scenario.get().unwrap_or_default()))
    });
    el("div").dynamic(move || {
        let own = names.get().1.is_some();
        if own { vec![untrack(|| bar(session))] } else { Vec::new() }
    })
}

fn bar(session: Session) -> El {
    let names = session.form.with_untracked(|form| {
        form.scenarios.iter().map(|scenario| scenario.name.clone()).collect::<Vec<_>>()
    });
    let now = session.scenario.get_untracked();
    let create = button("scenario-new", words::NEW, move |_| {
        let name = session.form.with_untracked(words::new_name);
        let named = Scenario::named(name.clone());
        session.arrange(Some(name), |form| form.scenarios.push(named));
    });
    let bar = classed("section", "scenario-bar").attr("aria-label", words::EDITING);
    if names.is_empty() {
        return bar.child(create).child(classed("span", "hint").text(words::HINT));
    }
    let options = names.iter().map(|name| el("option").attr("value", name).text(name));
    let choose = el("select")
        .attr("aria-label", words::EDITING)
        .attr("data-action", "scenario")
        .child(el("option").attr("value", "").text(words::BASELINE))
        .children(options)
        .on("change", move |event| {
            let name = value(&event);
            let form = session.form.get_untracked();
            session.seal();
            session.put(form, (!name.is_empty()).then_some(name));
        });
    choose.hold(now.as_deref().unwrap_or_default());
    let bar = bar.child(el("label").text(words::EDITING).child(choose));
    match now {
        Some(name) => edited(session, bar.class("scenario-bar active"), name).child(create),
        None => bar.child(create),
    }
}

/// The scenario that is edited: its name, its total, and what can become of it.
fn edited(session: Session, bar: El, name: String) -> El {
    let title = el("input")
        .attr("type", "text")
        .attr("data-scenario", "")
        .attr("value", &name)
        .attr("aria-label", words::NAME);
    let (old, renamed) = (name.clone(), title.clone());
    let title = title.on("change", move |event| {
        let new = value(&event).trim().to_owned();
        if new == old {
            return;
        }
        let taken = session.form.with_untracked(|form| form.scenario(&new).is_some());
        if new.is_empty() || taken {
            let why = if taken { words::NAME_TAKEN } else { words::NAME_BLANK };
            session.tell(why.to_owned(), true);
            renamed.hold(&old);
            return;
        }
        session.arrange(Some(new.clone()), |form| {
            if let Some(scenario) = form.scenarios.iter_mut().find(|s| s.name == old) {
                scenario.name = new;
            }
        });
    });
    let beside = classed("span", "beside").attr("role", "status").text_of(move || {
        session.present.with(|now| {
            let Some(baseline) = &now.baseline else { return String::new() };
            let rulebook = session.rulebook_now();
            let (total, base) =
                (now.card.total.counted(rulebook.kind), baseline.total.counted(rulebook.kind));
            words::beside(&figure(total), &figure(base), &gain_text(rulebook, total - base))
        })
    });
    let (copied, gone, taken) = (name.clone(), name.clone(), name);
    let duplicate = button("scenario-duplicate", words::DUPLICATE, move |_| {
        let name = session.form.with_untracked(|form| words::free_name(form, &copied));
        let new = name.clone();
        session.arrange(Some(new), |form| {
            if let Some(mut scenario) = form.scenario(&copied).cloned() {
                scenario.name = name;
                form.scenarios.push(scenario);
            }
        });
    });
    let delete = button("scenario-delete", words::DELETE, move |_| {
        session.arrange(None, |form| form.scenarios.retain(|s| s.name != gone));
        session.tell(words::deleted(&gone), false);
    });
    let adopt = button("scenario-adopt", words::ADOPT, move |_| {
        let event = session.event(EventKind::Adopted, &taken);
        session.arrange(None, |form| {
            form.adopt(&taken);
            form.remember(event);
        });
        session.tell(words::adopted(&taken), false);
    });
    bar.child(title).child(beside).child(duplicate).child(adopt).child(delete)
}

/// Under a field that differs from the baseline: the baseline's value, and the
/// way back to it.
pub fn changed_field(session: Session, id: FieldId) -> El {
    let block = session.place_of(id);
    changed(
        session,
        block,
        move |form, now| {
            let differs = now.answers.get(id) != form.case.answers.get(id);
            differs.then(|| words::in_baseline(form, id))
        },
        move || {
            let answer = session.form.with_untracked(|form| form.case.answers.get(id).cloned());
            session.seal();
            session.answer(id, answer);
            session.seal();
        },
    )
}

/// The same under the base of the efficacy coefficient.
pub fn changed_base(session: Session) -> El {
    changed(
        session,
        Block::BASICS,
        |form, now| {
            let (base, here) = (form.case.base(form.edition.0), now.base(form.edition.0));
            (base != here).then(|| words::base_in_baseline(base))
        },
        move || {
            let scenario = session.scenario.get_untracked();
            session.edit(None, |form| {
                let base = form.case.base(form.edition.0);
                form.set_base(scenario.as_deref(), base);
            });
        },
    )
}

/// The same under a metric's reference values.
pub fn changed_reference(session: Session, block: Block, id: MetricId) -> El {
    changed(
        session,
        block,
        move |form, now| {
            let differs = now.references.get(id) != form.case.references.get(id);
            differs.then(|| words::reference_in_baseline(form, id))
        },
        move || {
            let reference =
                session.form.with_untracked(|form| form.case.references.get(id).cloned());
            session.refer(id, reference);
            session.seal();
        },
    )
}

fn changed(
    session: Session,
    block: Block,
    differs: impl Fn(&Form, &Case) -> Option<String> + 'static,
    back: impl Fn() + 'static,
) -> El {
    changing(session, block, Box::new(differs), Rc::new(back))
}

type Differs = Box<dyn Fn(&Form, &Case) -> Option<String>>;

fn changing(session: Session, block: Block, differs: Differs, back: Rc<dyn Fn()>) -> El {
    let shown = RefCell::new(None);
    classed("div", "changed").react(move |element| {
        let said = session
            .see(block, |form, now| now.baseline.as_ref().and_then(|_| differs(form, &now.case)));
        if *shown.borrow() == said {
            return;
        }
        let mut parts = Vec::new();
        if let Some(said) = &said {
            let back = back.clone();
            parts.push(el("span").attr("data-baseline", "").text(said));
            parts.push(button("to-baseline", words::BACK, move |_| back()).class("clear"));
        }
        element.show_all(parts);
        shown.replace(said);
    })
}

/// The way back to the baseline for a whole indicator.
pub fn back_of(session: Session, id: IndicatorId) -> El {
    let rulebook = session.rulebook_now();
    let all_back = move |scenario: &mut Scenario| {
        let indicator = &rulebook[id];
        scenario.answers.retain(|field, _| !indicator.fields.contains(field));
        scenario.references.retain(|metric, _| !indicator.metrics.contains(metric));
    };
    button("indicator-to-baseline", words::BACK_ALL, move |_| {
        let Some(name) = session.scenario.get_untracked() else { return };
        session.edit(None, |form| {
            form.scenarios.iter_mut().filter(|s| s.name == name).for_each(all_back);
        });
    })
    .class("clear")
    .hidden_while(move || {
        !session.see(Block::of(id), |form, now| {
            let indicator = &form.edition[id];
            now.baseline.is_some()
                && (indicator
                    .fields
                    .iter()
                    .any(|f| now.case.answers.get(*f) != form.case.answers.get(*f))
                    || indicator
                        .metrics
                        .iter()
                        .any(|m| now.case.references.get(*m) != form.case.references.get(*m)))
        })
    })
}
