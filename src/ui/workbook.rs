//! The module for spreadsheets, which is loaded when it is first asked for.
//!
//! The build adds a global function `sheets` that returns a promise of the module. On a
//! site the module is fetched; in the single file it is embedded.

use super::browser::{self, Browser};
use crate::session::Clock;
use crate::text::report as words;
use crate::text::returned::Returned;
use crate::text::table::Table;
use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// `src/sheets/main.rs`, loaded.
    type Sheets;

    #[wasm_bindgen(js_namespace = window, js_name = sheets, catch)]
    fn load() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn workbook(
        this: &Sheets,
        file: &str,
        unit: &str,
        today: &str,
        sent: &str,
        parent: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn calculation(this: &Sheets, file: &str, today: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn table_book(
        this: &Sheets,
        name: &str,
        title: &str,
        columns: usize,
        cells: &Array,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn read(
        this: &Sheets,
        workbook: &Uint8Array,
        ids: &Array,
        files: &Array,
        now: &str,
    ) -> Result<String, JsValue>;
}

/// The media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The bytes of a form file's workbook, for one unit or, without a name, for all.
/// Errors: why there is none, for the user.
pub async fn workbook(file: &str, unit: &str, id: &str) -> Result<JsValue, String> {
    let sent = Browser.minute();
    let today = browser::today_text();
    sheets().await?.workbook(file, unit, &today, &sent, id).map_err(worded)
}

/// The bytes of a form file's workbook of formulas. Errors: why there is none, for
/// the user.
pub async fn calculation(file: &str) -> Result<JsValue, String> {
    sheets().await?.calculation(file, &browser::today_text()).map_err(worded)
}

/// Makes a workbook, hands it to the user under a name, and says how far that is.
pub fn save(
    said: RwSignal<String>,
    name: String,
    make: impl Future<Output = Result<JsValue, String>> + 'static,
) {
    said.set(words::PREPARING.to_owned());
    spawn_local(async move {
        let report = match make.await {
            Ok(bytes) => {
                browser::hand_out(&name, WORKBOOK, &bytes);
                words::SAVED.to_owned()
            }
            Err(reason) => reason,
        };
        // The view may be gone by now.
        let _ = said.try_set(report);
    });
}

/// The bytes of a table's workbook, whose one sheet has the given name. Errors: why
/// there is none, for the user.
pub async fn table_book(table: &Table, name: &str) -> Result<JsValue, String> {
    let cells = std::iter::once(&table.head).chain(&table.rows).flatten();
    let cells: Array = cells.map(|cell| JsValue::from_str(cell)).collect();
    let module = sheets().await?;
    module.table_book(name, &table.title, table.head.len(), &cells).map_err(worded)
}

/// What a returned workbook holds: the form files of its slices, and a message for
/// everything that was not read. `own` are the user's own forms, each with its id, by
/// which sheets are known that lost their hidden parts.
///
/// Errors: why there is nothing at all, for the user.
pub async fn returned(bytes: &[u8], own: &[(String, String)]) -> Result<Returned, String> {
    let ids: Array = own.iter().map(|(id, _)| JsValue::from_str(id)).collect();
    let files: Array = own.iter().map(|(_, file)| JsValue::from_str(file)).collect();
    let module = sheets().await?;
    let read = module.read(&Uint8Array::from(bytes), &ids, &files, &Browser.minute());
    let read = read.map_err(worded)?;
    Returned::from_json(&read).ok_or_else(|| words::NO_SHEETS.to_owned())
}

async fn sheets() -> Result<Sheets, String> {
    let promised = load().map_err(worded)?;
    // In a build without the module the function returns no promise.
    let module = JsFuture::from(Promise::resolve(&promised)).await.map_err(worded)?;
    if module.is_undefined() { Err(worded(module)) } else { Ok(module.unchecked_into()) }
}

/// What the module throws is a text for the user; all else is a failure of it.
fn worded(reason: JsValue) -> String {
    reason.as_string().unwrap_or_else(|| words::NO_SHEETS.to_owned())
}
