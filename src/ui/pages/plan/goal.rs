//! The cheapest way to a target: the target, the plan, and what bounds it.

use super::kept::Kept;
use super::result::PlanResult;
use super::setup::{Setup, use_setup};
use super::wishes::Wishes;
use crate::form::typed;
use crate::plan::{Plan, Wish, cheapest};
use crate::text::{HONOUR, page, plan as words};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::Fault;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last change a plan is made.
const PAUSE: Duration = Duration::from_millis(120);

/// The target and the plan that reaches it.
#[component]
pub fn Goal() -> impl IntoView {
    let (app, setup) = (use_app(), use_setup());
    let plan = planned(app, setup);
    view! {
        <section class="goal">
            <h2>{words::CHEAPEST}</h2>
            <Target />
            <Kept />
            <PlanResult plan=plan />
            <Wishes />
        </section>
    }
}

/// The plan of the case that is shown, made again a moment after anything that
/// it depends on changed.
fn planned(app: AppContext, setup: Setup) -> RwSignal<Option<Plan>> {
    let plan = RwSignal::new(None::<Plan>);
    let mut make = debounce(PAUSE, move |()| {
        // The view may be gone by now, and its signals with it.
        let Some(settings) = setup.settings.try_get_untracked() else { return };
        let wish = Wish::of(&settings, app.rulebook());
        let made = wish.map(|wish| {
            app.form.with_untracked(|form| {
                app.present.with_untracked(|now| cheapest(form, &now.case, &wish, HONOUR))
            })
        });
        plan.try_set(made);
    });
    Effect::new(move || {
        app.present.track();
        setup.settings.track();
        make(());
    });
    plan
}

/// The box of the target.
#[component]
fn Target() -> impl IntoView {
    let setup = use_setup();
    let target = Memo::new(move |_| setup.settings.with(|settings| settings.target));
    let typed = RwSignal::new(String::new());
    let read = move |text: &str| typed::decimal_in(text, page::POINTS);
    // The typed text is kept as long as it stands for the value that is set.
    Effect::new(move || {
        let target = target.get();
        if typed.with_untracked(|text| read(text)) != Ok(target) {
            typed.set(target.map(|target| target.normalize().to_string()).unwrap_or_default());
        }
    });
    let fault = Memo::new(move |_| {
        typed.with(|text| {
            let why = read(text).err()?;
            let in_force = target
                .get()
                .map(|target| page::named_value(&target.normalize().to_string(), page::POINTS));
            Some(match in_force {
                Some(_) => page::typed_fault(&why, text, in_force),
                None => page::typed_fault_alone(&why, text),
            })
        })
    });
    let type_in = move |text: String| {
        let read = read(&text);
        typed.set(text);
        if let Ok(target) = read {
            setup.set_target(target);
        }
    };
    view! {
        <p class="takeaway">
            <label for="goal">{words::TARGET}</label>
            <span class="box">
                <input
                    type="text"
                    id="goal"
                    data-goal="target"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-describedby="goal-unit goal-fault"
                    aria-invalid=Signal::derive(move || fault.with(Option::is_some).then_some("true"))
                    prop:value=typed
                    on:input:target=move |event| type_in(event.target().value())
                />
                <span class="unit" id="goal-unit">
                    {page::POINTS}
                </span>
            </span>
        </p>
        <Fault id="goal-fault" fault=fault />
    }
}
