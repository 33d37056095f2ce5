//! The workbook of formulas: another program computes what the engine computes.

#![cfg(not(target_arch = "wasm32"))]

#[path = "any_form/mod.rs"]
mod any_form;
#[path = "formulas/office.rs"]
mod office;

use any_form::{form, keeps, method, rulebook, whole};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use qiangxian::form::{Form, read};
use qiangxian::rulebook::{Adjustment, IndicatorId};
use qiangxian::score::{round, shown};
use qiangxian::sheets::calculation;
use rust_decimal::Decimal;
use std::io::Cursor;

const SAMPLE: &str = include_str!("../seeds/sample-county.qiangxian.json");
const SHEETS: [&str; 6] = ["得分", "填写", "参考值与口径", "计分步骤", "荣誉", "选项"];

fn sample() -> Form {
    read(SAMPLE).expect("the sample")
}

#[track_caller]
fn made(form: &Form) -> Vec<u8> {
    calculation(form, "2022-07-01").expect("a workbook")
}

fn opened(book: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(book)).expect("a workbook that opens")
}

/// The cells of a sheet, from its first cell on.
#[track_caller]
fn cells(book: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let range = opened(book).worksheet_range(sheet).expect("a sheet");
    let end = range.end().expect("a sheet that is not empty");
    let value = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    (0..=end.0).map(|row| (0..=end.1).map(|column| value(row, column)).collect()).collect()
}

/// All formulas, with their sheets and cells.
fn formulas(book: &[u8]) -> Vec<(String, u32, u32, String)> {
    let mut all = Vec::new();
    for sheet in SHEETS {
        let range = opened(book).worksheet_formula(sheet).expect("a sheet");
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, formula) in range.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            all.push((sheet.to_owned(), row, column, formula.clone()));
        }
    }
    all
}

/// Random forms: answers and references of every kind, some left open, any base,
/// year and readings, some indicators adjusted.
fn random(count: usize) -> Vec<Form> {
    let mut runner = TestRunner::deterministic();
    let adjusted = prop::collection::vec(prop::option::weighted(0.05, 0u32..=10_000), 43);
    let any = (whole(), method(), keeps(), adjusted);
    let mut one = || {
        let ((answers, references), method, keeps, adjusted) =
            any.new_tree(&mut runner).expect("a form").current();
        let mut form = form(&(answers, references), method, &keeps);
        for (at, share) in (0u16..).zip(adjusted) {
            let Some(share) = share else { continue };
            let most = rulebook()[IndicatorId(at)].points;
            let points = round(most * Decimal::new(share.into(), 4), 4);
            form.adjustments.insert(IndicatorId(at), Adjustment { points, reason: "理由".into() });
        }
        form
    };
    (0..count).map(|_| one()).collect()
}

/// The points that a sheet of scores shows, by number; the total has none.
fn points(book: &[u8]) -> Vec<(String, Decimal)> {
    let rows = cells(book, "得分");
    let of = |row: &Vec<Data>| {
        let number = row.first()?.to_string();
        let is_sum = number.is_empty() && row.get(1)?.to_string() == "合计";
        let Data::Float(points) = row.get(5)? else { return None };
        let points: Decimal = format!("{points:.10}").parse().expect("points");
        let is_indicator = number.chars().all(|c| c.is_ascii_digit()) && !number.is_empty();
        (is_sum || is_indicator).then_some((number, points))
    };
    rows.iter().filter_map(of).collect()
}

/// That another program's points are the engine's.
#[track_caller]
fn same_points(form: &Form, book: &[u8]) {
    let card = form.scorecard();
    let found = points(book);
    let mut expected: Vec<(String, Decimal)> = form
        .edition
        .indicators
        .iter()
        .zip(&card.indicators)
        .map(|(indicator, score)| (indicator.id.to_owned(), score.range.points()))
        .collect();
    expected.push((String::new(), card.total.range.points()));
    let numbers = |all: &[(String, Decimal)]| all.iter().map(|one| one.0.clone()).collect::<Vec<_>>();
    assert_eq!(numbers(&found), numbers(&expected));
    for ((number, found), (_, expected)) in found.iter().zip(&expected) {
        assert_eq!(shown(*found, 2), shown(*expected, 2), "indicator {number:?} of {form:?}");
    }
}

/// That another program found in every cell what the engine's results say.
#[track_caller]
fn same_cells(form: &Form, before: &[u8], after: &[u8]) {
    for sheet in SHEETS {
        let (before, after) = (cells(before, sheet), cells(after, sheet));
        for (row, cells) in before.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let found = after.get(row).and_then(|row| row.get(column)).unwrap_or(&Data::Empty);
                assert!(
                    is_same(cell, found),
                    "{sheet}, row {}, column {}: {found:?}, expected {cell:?} of {form:?}",
                    row + 1,
                    column + 1
                );
            }
        }
    }
}

fn is_same(one: &Data, other: &Data) -> bool {
    let number = |cell: &Data| match cell {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        _ => None,
    };
    match (number(one), number(other)) {
        // Spreadsheets keep 15 digits.
        (Some(a), Some(b)) => (a - b).abs() <= 1e-7 + 1e-12 * a.abs().max(b.abs()),
        _ => one.to_string() == other.to_string(),
    }
}

/// Lets LibreOffice compute forms, and compares.
#[track_caller]
fn check(name: &str, forms: &[Form]) {
    let books: Vec<Vec<u8>> = forms.iter().map(made).collect();
    let Some(computed) = office::computed(name, &books) else { return };
    for ((form, book), computed) in forms.iter().zip(&books).zip(&computed) {
        same_points(form, computed);
        same_cells(form, book, computed);
    }
}

#[test]
fn libreoffice_computes_the_sample() {
    check("sample", &[sample()]);
}

#[test]
fn libreoffice_computes_a_few_random_forms() {
    check("few", &random(8));
}

/// Some minutes.
#[test]
#[ignore = "LibreOffice computes 200 workbooks, which takes minutes"]
fn libreoffice_computes_200_random_forms() {
    check("many", &random(200));
}
