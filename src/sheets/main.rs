//! The module behind the spreadsheet buttons: functions over texts and bytes.

use qiangxian::form;
use qiangxian::sheets::{self, Own, Request};
use qiangxian::text::form_problem;
use qiangxian::text::table::Table;
use wasm_bindgen::prelude::wasm_bindgen;

/// A form file as a workbook, for one unit or, when its name is empty, for all.
/// `today` is `YYYY-MM-DD`. Throws the reason as a text.
#[wasm_bindgen]
pub fn workbook(
    file: &str,
    unit: &str,
    today: &str,
    sent: &str,
    parent: &str,
) -> Result<Vec<u8>, String> {
    let form = form::read(file).map_err(|problem| form_problem(&problem))?;
    let unit = (!unit.is_empty()).then_some(unit);
    sheets::workbook(&form, &Request { unit, today, sent, parent })
}

/// A form file as the workbook of formulas. `today` is `YYYY-MM-DD`. Throws the
/// reason as a text.
#[wasm_bindgen]
pub fn calculation(file: &str, today: &str) -> Result<Vec<u8>, String> {
    let form = form::read(file).map_err(|problem| form_problem(&problem))?;
    sheets::calculation(&form, today)
}

/// A table as a workbook with one sheet of the given name. `cells` are the head and
/// the rows, cell by cell, each row as long as `columns`. Throws the reason as a text.
#[wasm_bindgen]
pub fn table_book(
    name: &str,
    title: String,
    columns: usize,
    cells: Vec<String>,
) -> Result<Vec<u8>, String> {
    let mut rows = cells.chunks(columns.max(1)).map(<[String]>::to_vec);
    let head = rows.next().unwrap_or_default();
    let table = Table { title, head, rows: rows.collect(), bands: Vec::new() };
    sheets::table_book(&table, name)
}

/// What a returned workbook holds: [`Returned`](text::returned::Returned) as JSON,
/// with the form files of slices and a message for everything that was not read.
///
/// `ids` and `files` are the user's own forms, the open one first, for workbooks that lost
/// their hidden sheet; a file that cannot be read is passed over. `now` is
/// `YYYY-MM-DDTHH:MM`. Throws why there is nothing at all, as a text.
#[wasm_bindgen]
pub fn read(
    workbook: &[u8],
    ids: Vec<String>,
    files: Vec<String>,
    now: &str,
) -> Result<String, String> {
    let forms: Vec<_> = ids
        .into_iter()
        .zip(files)
        .filter_map(|(id, file)| Some((id, form::read(&file).ok()?)))
        .collect();
    let own: Vec<Own> = forms.iter().map(|(id, form)| Own { id, form }).collect();
    Ok(sheets::returned(workbook, &own, now)?.returned().to_json())
}

fn main() {}
