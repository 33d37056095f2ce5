//! The module behind the spreadsheet buttons: two functions over texts and bytes.

use qiangxian::form;
use qiangxian::sheets::{self, Request};
use qiangxian::text::form_problem;
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

/// The form files of the slices in a returned workbook. Throws the reason.
#[wasm_bindgen]
pub fn returned(workbook: &[u8]) -> Result<Vec<String>, String> {
    let slices = sheets::returned(workbook)?;
    Ok(slices.iter().map(form::write).collect())
}

fn main() {}
