//! The plan as a workbook.

use super::setup::use_setup;
use crate::plan::Plan;
use crate::text::plan::PlanLine;
use crate::text::{page, plan_book as words};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::ActionButton;
use crate::ui::workbook;
use leptos::prelude::*;

/// Saves the steps of a plan as a workbook, with what was refused.
#[component]
pub fn PlanBook(
    /// The plan.
    plan: RwSignal<Option<Plan>>,
    /// Its steps.
    lines: Memo<Vec<PlanLine>>,
) -> impl IntoView {
    let app = use_app();
    let setup = use_setup();
    let said = RwSignal::new(String::new());
    let save = move |()| {
        let form = app.form.get_untracked();
        let over = app.scenario.get_untracked();
        let table = plan.with_untracked(|plan| {
            let kept = setup.settings.with_untracked(|settings| settings.fixed.clone());
            plan.as_ref().map(|plan| {
                lines.with_untracked(|lines| {
                    words::plan_book(&form, over.as_deref(), plan, lines, &kept)
                })
            })
        });
        let Some(table) = table else { return };
        let what = words::file_part(over.as_deref());
        let name = page::file_named(&form, &what, &browser::today_text(), "xlsx");
        let book = async move { workbook::table_book(&table, words::NAME).await };
        workbook::save(said, name, book);
    };
    view! {
        <p class="takeaway">
            <ActionButton action="plan-book" label=words::SAVE press=save />
            <span role="status">{said}</span>
        </p>
    }
}
