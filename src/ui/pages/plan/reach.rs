//! One figure: which of its values reach a total.

use crate::form::typed;
use crate::plan::reach;
use crate::rulebook::FieldId;
use crate::text::{self, HONOUR, page, plan as words};
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The figure, the total, and the answer.
#[component]
pub fn Reach() -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let field = RwSignal::new(None::<FieldId>);
    let target = RwSignal::new(String::new());
    let answer = Memo::new(move |_| {
        let (Some(field), text) = (field.get(), target.get()) else { return String::new() };
        match typed::decimal_in(&text, page::POINTS) {
            Ok(Some(target)) => app.present.with(|now| {
                app.form.with_untracked(|form| {
                    let found = reach(form, &now.case, field, target, HONOUR);
                    text::reach_text(rulebook, &found)
                })
            }),
            Ok(None) => String::new(),
            Err(fault) => page::typed_fault_alone(&fault, &text),
        }
    });
    let options = rulebook
        .field_ids()
        .map(|id| {
            let of = &rulebook[id];
            let number = rulebook.owner(id).map_or("", |owner| rulebook[owner].id);
            view! { <option value=of.id>{format!("{number} {}", of.label)}</option> }
        })
        .collect_view();
    view! {
        <section class="reach">
            <h2>{words::ONE}</h2>
            <p class="takeaway">
                <label>
                    {words::FIELD}
                    <select
                        data-reach="field"
                        on:change:target=move |event| {
                            field.set(rulebook.field(&event.target().value()));
                        }
                    >
                        <option value="">{page::CHOOSE}</option>
                        {options}
                    </select>
                </label>
                <label>
                    {words::TARGET}
                    <span class="box">
                        <input
                            type="text"
                            data-reach="target"
                            inputmode="decimal"
                            autocomplete="off"
                            prop:value=target
                            on:input:target=move |event| target.set(event.target().value())
                        />
                        <span class="unit">{page::POINTS}</span>
                    </span>
                </label>
            </p>
            <p class="reach-answer" data-reach="result" role="status">
                {answer}
            </p>
        </section>
    }
}
