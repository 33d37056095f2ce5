//! What it would take: single steps, one figure, the cheapest way to a target.

use super::page_of;
use crate::form::typed;
use crate::plan::{Plan, Wish, cheapest, reach, steps};
use crate::rulebook::{FieldId, FieldKind, IndicatorId, Kind};
use crate::text::plan as words;
use crate::text::table::Table;
use crate::text::{self, HONOUR, page};
use crate::ui::dom::{El, button, checked, classed, el, react, value};
use crate::ui::parts::figure::text_input;
use crate::ui::parts::gaps::jump;
use crate::ui::parts::score::figure;
use crate::ui::parts::table::table;
use crate::ui::platform::Pause;
use crate::ui::session::Session;
use crate::ui::state::State;
use crate::ui::view::View;

/// Milliseconds after the last key before a plan is made.
const PAUSE: i32 = 120;

/// How many single steps are shown at first.
const FIRST: usize = 15;

/// Three questions, from the whole to the single.
pub fn plan_page(session: Session) -> El {
    page_of(session, View::Plan, page::PLAN, [whole(session), single(session), one(session)])
}

/// The cheapest way to a target.
fn whole(session: Session) -> El {
    let (wish, target) = (session.wish, session.goal);
    let plan = State::new(None::<Plan>);
    let fault = State::new(String::new());
    let pause = Pause::new();
    react(Box::new(move || {
        let text = target.get();
        session.present.track();
        wish.track();
        pause.then(PAUSE, move || {
            let wished = typed::decimal_in(&text, page::POINTS);
            fault.set(match &wished {
                Err(why) => page::typed_fault_alone(why, &text),
                Ok(_) => String::new(),
            });
            let made = wished.ok().flatten().map(|target| {
                let wish = Wish { target, ..wish.get_untracked() };
                session.form.with_untracked(|form| {
                    session.present.with_untracked(|now| cheapest(form, &now.case, &wish, HONOUR))
                })
            });
            plan.set(made);
        });
    }));
    let input = text_input("decimal")
        .attr("id", "goal")
        .attr("data-goal", "target")
        .on("input", move |event| target.set(value(&event)));
    input.hold(&target.get_untracked());
    let message = el("div").attr("role", "alert").dynamic(move || {
        let fault = fault.get();
        let message = || classed("p", "fault").attr("data-message", "").text(&fault);
        if fault.is_empty() { Vec::new() } else { vec![message()] }
    });
    let result = classed("div", "goal-result")
        .attr("data-goal", "result")
        .attr("aria-live", "polite")
        .dynamic(move || {
            plan.with(|plan| match plan {
                Some(plan) => shown(session, plan),
                None => vec![classed("p", "hint").text(words::TARGET_FIRST)],
            })
        });
    let unit = match session.rulebook_now().kind {
        Kind::Points => page::POINTS,
        Kind::Checklist => words::TASKS,
    };
    classed("section", "goal")
        .child(el("h3").text(words::CHEAPEST))
        .child(
            classed("p", "takeaway")
                .child(el("label").attr("for", "goal").text(words::TARGET))
                .child(
                    classed("span", "box").child(input).child(classed("span", "unit").text(unit)),
                ),
        )
        .child(message)
        .child(result)
        .child(wishes(session, wish))
}

fn shown(session: Session, plan: &Plan) -> Vec<El> {
    let rulebook = session.rulebook_now();
    let mut all = vec![classed("p", "goal-said").text(&text::plan_text(rulebook, plan))];
    if !plan.steps.is_empty() {
        let mut of = Table::new(words::STEPS.to_owned(), &words::STEP_HEAD);
        for step in &plan.steps {
            let indicator = &rulebook[step.indicator];
            of.rows.push(vec![
                format!("{} {}", indicator.id, indicator.title),
                text::changes_text(rulebook, &step.changes),
                text::gain_text(rulebook, step.gain),
            ]);
        }
        let ids: Vec<IndicatorId> = plan.steps.iter().map(|step| step.indicator).collect();
        all.push(named(session, &of, &ids));
        let kept = plan.clone();
        all.push(button("plan-save", words::SAVE, move |_| save(session, &kept)).class("primary"));
    }
    if !plan.held.is_empty() {
        let held = plan.held.iter().map(|held| el("li").text(&text::held_text(rulebook, held)));
        let list = el("details").child(el("summary").text(words::HELD));
        let list = list.child(classed("ul", "held").children(held));
        if !plan.is_reached() {
            list.set("open", Some(""));
        }
        all.push(list);
    }
    let notes = session.form.with_untracked(|form| {
        session.present.with_untracked(|now| text::plan_notes(form, &now.case))
    });
    let note =
        |note: &String| classed("p", "note").child(el("b").text(page::ASSUMPTION)).text(note);
    all.extend(notes.iter().map(note));
    all
}

/// Keeps a plan as a scenario, and goes on in it.
fn save(session: Session, plan: &Plan) {
    let now = session.scenario.get_untracked();
    let scenario = session.form.with_untracked(|form| {
        let name = text::scenario::free_name(form, &words::scenario_name(&figure(plan.target)));
        plan.scenario(&name, now.as_deref().and_then(|name| form.scenario(name)))
    });
    let name = scenario.name.clone();
    session.tell(words::saved(&name), false);
    session.arrange(Some(name), |form| form.scenarios.push(scenario));
}

/// A table whose first column leads to indicators.
fn named(session: Session, of: &Table, ids: &[IndicatorId]) -> El {
    table(of, &|row, column| {
        let id = *ids.get(row).filter(|_| column == 0)?;
        Some(jump(session, id, of.rows.get(row)?.first()?))
    })
}

/// What the user asks of a plan: what stays, what is hard, how far a figure goes.
fn wishes(session: Session, wish: State<Wish>) -> El {
    let open = State::new(false);
    let toggle = button("wishes", words::WISHES, move |_| open.update(|open| *open = !*open))
        .class("explain")
        .state_of("aria-expanded", move || open.get());
    let list = el("div").dynamic(move || {
        if !open.get() {
            return Vec::new();
        }
        let ids = session.rulebook_now().indicator_ids();
        let rows = ids.map(|id| wished(session, wish, id));
        let head = words::WISH_HEAD.map(|name| el("th").attr("scope", "col").text(name));
        let table = el("table")
            .child(el("thead").child(el("tr").children(head)))
            .child(el("tbody").children(rows));
        vec![classed("div", "table").attr("tabindex", "0").child(table)]
    });
    el("div").child(toggle).child(list)
}

fn wished(session: Session, wish: State<Wish>, id: IndicatorId) -> El {
    let rulebook = session.rulebook_now();
    let indicator = &rulebook[id];
    let name = format!("{} {}", indicator.id, indicator.title);
    let fixed = el("input")
        .attr("type", "checkbox")
        .attr("data-fixed", indicator.id)
        .attr("aria-label", &page::named(words::FIXED, &name))
        .on("change", move |event| {
            wish.update(|wish| {
                wish.fixed.retain(|one| *one != id);
                if checked(&event) {
                    wish.fixed.push(id);
                }
            });
        });
    fixed.check(wish.with_untracked(|wish| wish.fixed.contains(&id)));
    let efforts = (1u8..=5).map(|effort| {
        let effort = effort.to_string();
        el("option").attr("value", &effort).text(&effort)
    });
    let effort = el("select")
        .attr("data-effort", indicator.id)
        .attr("aria-label", &page::named(words::EFFORT, &name))
        .children(efforts)
        .on("change", move |event| {
            if let Ok(effort) = value(&event).parse() {
                wish.update(|wish| {
                    wish.efforts.insert(id, effort);
                });
            }
        });
    effort.hold(&wish.with_untracked(|wish| wish.effort(id)).to_string());
    let numeric = |field: &FieldId| {
        matches!(
            rulebook[*field].kind,
            FieldKind::Count | FieldKind::Percent | FieldKind::Amount | FieldKind::Rate
        )
    };
    let limits = indicator.fields.iter().copied().filter(numeric).map(|field| {
        let of = &rulebook[field];
        let input = text_input("decimal").attr("data-limit", of.id).on("change", move |event| {
            let text = value(&event);
            match typed::figure(of, &text) {
                Ok(limit) => wish.update(|wish| {
                    match limit.and_then(|limit| limit.number()) {
                        Some(limit) => wish.limits.insert(field, limit),
                        None => wish.limits.remove(&field),
                    };
                }),
                Err(fault) => session.tell(page::typed_fault_alone(&fault, &text), true),
            }
        });
        let limit = wish.with_untracked(|wish| wish.limits.get(&field).copied());
        input.hold(&limit.map(|limit| limit.normalize().to_string()).unwrap_or_default());
        let unit = classed("span", "unit").text(of.unit);
        el("label").text(of.label).child(classed("span", "box").child(input).child(unit))
    });
    el("tr")
        .child(el("th").attr("scope", "row").text(&name))
        .child(el("td").child(fixed))
        .child(el("td").child(effort))
        .child(el("td").children(limits))
}

/// Single steps, the one that gives most first.
fn single(session: Session) -> El {
    let all = State::new(false);
    let list = el("div").dynamic(move || {
        let every = all.get();
        let found =
            session.form.with(|form| session.present.with(|now| steps(form, &now.case, HONOUR)));
        let rulebook = session.rulebook_now();
        let mut of = Table::new(String::new(), &words::STEP_HEAD);
        let most = if every { found.len() } else { FIRST };
        let shown = found.iter().take(most);
        for step in shown.clone() {
            let indicator = &rulebook[step.indicator];
            of.rows.push(vec![
                format!("{} {}", indicator.id, indicator.title),
                text::step_text(rulebook, step),
                text::gain_text(rulebook, step.gain),
            ]);
        }
        let ids: Vec<IndicatorId> = shown.map(|step| step.indicator).collect();
        let more = (found.len() > FIRST).then(|| {
            let label = if every { words::FEWER } else { words::ALL_STEPS };
            button("steps-all", label, move |_| all.update(|all| *all = !*all))
        });
        [named(session, &of, &ids)].into_iter().chain(more).collect()
    });
    classed("section", "steps")
        .child(el("h3").text(words::SINGLE))
        .child(classed("p", "hint").text(words::SINGLE_HINT))
        .child(list)
}

/// One figure: which of its values reach a total.
fn one(session: Session) -> El {
    let rulebook = session.rulebook_now();
    let field = State::new(None::<FieldId>);
    let target = State::new(String::new());
    let options = rulebook.field_ids().map(|id| {
        let of = &rulebook[id];
        let number = rulebook.owner(id).map_or("", |owner| rulebook[owner].id);
        el("option").attr("value", of.id).text(&format!("{number} {}", of.label))
    });
    let choose = el("select")
        .attr("data-reach", "field")
        .child(el("option").attr("value", "").text(page::CHOOSE))
        .children(options)
        .on("change", move |event| field.set(rulebook.field(&value(&event))));
    let input = text_input("decimal")
        .attr("data-reach", "target")
        .on("input", move |event| target.set(value(&event)));
    let answer = classed("p", "reach").attr("data-reach", "result").attr("role", "status");
    let answer = answer.text_of(move || {
        let (Some(field), text) = (field.get(), target.get()) else { return String::new() };
        match typed::decimal_in(&text, page::POINTS) {
            Ok(Some(target)) => session.form.with(|form| {
                session.present.with(|now| {
                    let found = reach(form, &now.case, field, target, HONOUR);
                    text::reach_text(rulebook, &found)
                })
            }),
            Ok(None) => String::new(),
            Err(fault) => page::typed_fault_alone(&fault, &text),
        }
    });
    classed("section", "reach")
        .child(el("h3").text(words::ONE))
        .child(
            classed("p", "takeaway")
                .child(el("label").text(words::FIELD).child(choose))
                .child(el("label").text(words::TARGET).child(input)),
        )
        .child(answer)
}
