//! The workbook of formulas (计算表).

use crate::form;
use crate::rulebook::Kind;
use crate::text::{formulas as words, page};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, When};
use crate::ui::workbook;
use leptos::prelude::*;

/// Saving the workbook of formulas; a checklist has none.
#[component]
pub fn Formulas() -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new(String::new());
    let save = move |()| {
        let form = app.form.get_untracked();
        let name = page::file_named(&form, words::WORKBOOK, &browser::today_text(), "xlsx");
        let book = async move { workbook::calculation(&form::write(&form)).await };
        workbook::save(said, name, book);
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
