//! The workbook of formulas (计算表).

use crate::form;
use crate::rulebook::Kind;
use crate::text::{formulas as words, page, report};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use crate::ui::workbook;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Saving the workbook of formulas; a checklist has none.
#[component]
pub fn Formulas() -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new(String::new());
    let save = move |()| {
        said.set(report::PREPARING.to_owned());
        let form = app.form.get_untracked();
        spawn_local(async move {
            let made = workbook::calculation(&form::write(&form)).await;
            let report = match made {
                Ok(bytes) => {
                    let today = browser::today_text();
                    let name = page::file_named(&form, words::WORKBOOK, &today, "xlsx");
                    browser::hand_out(&name, workbook::WORKBOOK, &bytes);
                    report::SAVED.to_owned()
                }
                Err(reason) => reason,
            };
            // The view may be gone by now.
            let _ = said.try_set(report);
        });
    };
    let has_points = Signal::stored(app.rulebook().kind == Kind::Points);
    view! {
        <When is=has_points>
            <div class="workbook" data-formulas>
                <p class="takeaway">
                    <ActionButton action="formulas" label=words::SAVE press=save />
                    <span role="status">{said}</span>
                </p>
                <p class="hint">{words::HINT}</p>
            </div>
        </When>
    }
}
