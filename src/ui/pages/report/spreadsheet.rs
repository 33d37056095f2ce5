//! The workbook, for all units or one of them.

use crate::desk::all_units;
use crate::form;
use crate::rulebook::Text;
use crate::session::Clock;
use crate::text::{page, report as words};
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::ActionButton;
use crate::ui::workbook;
use leptos::prelude::*;

/// Whom the workbook is for, and saving it.
#[component]
pub fn Spreadsheet() -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new(String::new());
    let chosen = RwSignal::new(String::new());
    let option = |unit: Text| {
        let name = app.form.with_untracked(|form| form.unit(unit).to_owned());
        view! { <option value=unit>{name}</option> }
    };
    let options = app.form.with_untracked(|form| all_units(form));
    let options = options.into_iter().map(option).collect_view();
    let save = move |()| save(app, chosen.get_untracked(), said);
    view! {
        <div class="workbook">
            <p class="takeaway">
                <label>
                    {words::WORKBOOK_FOR}
                    <select
                        data-unit
                        prop:value=Signal::derive(move || chosen.get())
                        on:change:target=move |event| chosen.set(event.target().value())
                    >
                        <option value="">{words::FOR_ALL}</option>
                        {options}
                    </select>
                </label>
                <ActionButton action="workbook" label=words::SAVE_WORKBOOK press=save />
                <span role="status">{said}</span>
            </p>
            <p class="hint">{words::WORKBOOK_HINT}</p>
        </div>
    }
}

/// Makes the workbook of the shown form, and hands it to the user.
fn save(app: AppContext, unit: String, said: RwSignal<String>) {
    let form = app.form.get_untracked();
    let id = if app.read_only.get_untracked() {
        // What comes back belongs to the sender's form, not to the one kept here.
        Browser.fresh_id()
    } else {
        let (units, detail) = match unit.as_str() {
            "" => (all_units(&form), words::FOR_ALL_UNITS.to_owned()),
            one => (
                all_units(&form).into_iter().filter(|known| *known == one).collect(),
                form.unit(one).to_owned(),
            ),
        };
        app.update(|session| {
            session.note_sent(&units, detail, &Browser.minute());
            // The form's id must be found again when a unit's sheet comes back.
            session.flush(&Browser);
        });
        app.session.with_untracked(|session| session.id().to_owned())
    };
    let what = if unit.is_empty() { words::WORKBOOK } else { form.unit(&unit) };
    let name = page::file_named(&form, what, &browser::today_text(), "xlsx");
    let book = async move { workbook::workbook(&form::write(&form), &unit, &id).await };
    workbook::save(said, name, book);
}
