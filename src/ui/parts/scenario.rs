//! Scenarios: which one is edited, and what differs from the baseline.

use super::score::figure;
use crate::form::{Case, EventKind, Form, Scenario};
use crate::rulebook::{FieldId, IndicatorId, MetricId};
use crate::text::{gain_text, scenario as words};
use crate::ui::dom::{El, button, classed, el, memo, value};
use crate::ui::present::Block;
use crate::ui::session::Session;
use leptos::prelude::*;
use std::cell::Cell;

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
        let (names, own) = names.get();
        if own.is_none() {
            return Vec::new();
        }
        if names.is_empty() {
            return vec![section().child(create(session)).child(hint())];
        }
        let rest = session.rest();
        rest.map(|rest| untrack(|| (rest.scenarios)(session))).into_iter().collect()
    })
}

fn section() -> El {
    classed("section", "scenario-bar").attr("aria-label", words::EDITING)
}

fn hint() -> El {
    classed("span", "hint").text(words::HINT)
}

fn create(session: Session) -> El {
    button("scenario-new", words::NEW, move |_| {
        session.with_rest(move |rest| (rest.new_scenario)(session));
    })
}

/// Begins a scenario.
pub fn begin(session: Session) {
    let name = session.form.with_untracked(words::new_name);
    let named = Scenario::named(name.clone());
    session.arrange(Some(name), |form| form.scenarios.push(named));
}

/// The bar of a form that has scenarios.
pub fn bar(session: Session) -> El {
    let names = session.form.with_untracked(|form| {
        form.scenarios.iter().map(|scenario| scenario.name.clone()).collect::<Vec<_>>()
    });
    let now = session.scenario.get_untracked();
    let bar = section();
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
        Some(name) => {
            edited(session, bar.class("scenario-bar active"), name).child(create(session))
        }
        None => bar.child(create(session)),
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

/// What a scenario can have otherwise than the baseline.
#[derive(Clone, Copy, Debug)]
pub enum Changed {
    Field(FieldId),
    /// The base of the efficacy coefficient.
    Base,
    Reference(MetricId),
}

/// Under what differs from the baseline: the baseline's value, and the way back
/// to it.
pub fn changed(session: Session, block: Block, what: Changed) -> El {
    let empty = Cell::new(true);
    classed("div", "changed").react(move |element| {
        let said = session.see(block, |form, now| {
            let rest = now.baseline.as_ref().and_then(|_| session.arrived.get());
            rest.map(|rest| (rest.changed)(session, form, &now.case, what)).unwrap_or_default()
        });
        let was_empty = empty.replace(said.is_empty());
        if !(was_empty && said.is_empty()) {
            element.show_all(said);
        }
    })
}

/// What stands in the baseline, and the button back to it, if `now` differs.
pub fn changed_now(session: Session, form: &Form, now: &Case, what: Changed) -> Vec<El> {
    let baseline = &form.case;
    let said = match what {
        Changed::Field(id) => {
            (now.answers.get(id) != baseline.answers.get(id)).then(|| words::in_baseline(form, id))
        }
        Changed::Base => {
            let base = baseline.base(form.edition.0);
            (base != now.base(form.edition.0)).then(|| words::base_in_baseline(base))
        }
        Changed::Reference(id) => (now.references.get(id) != baseline.references.get(id))
            .then(|| words::reference_in_baseline(form, id)),
    };
    let back = move |_| {
        let baseline = session.form.with_untracked(|form| form.case.clone());
        session.seal();
        match what {
            Changed::Field(id) => session.answer(id, baseline.answers.get(id).cloned()),
            Changed::Base => {
                let scenario = session.scenario.get_untracked();
                session.edit(None, |form| {
                    let base = form.case.base(form.edition.0);
                    form.set_base(scenario.as_deref(), base);
                });
            }
            Changed::Reference(id) => session.refer(id, baseline.references.get(id).cloned()),
        }
        session.seal();
    };
    let Some(said) = said else { return Vec::new() };
    let said = el("span").attr("data-baseline", "").text(&said);
    vec![said, button("to-baseline", words::BACK, back).class("clear")]
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
