//! The workbook of formulas: another program computes what the engine computes.

mod any_edition;
use crate::any_form;
use crate::editions;
mod office;

use any_form::{form, keeps, method, rulebook, whole};
use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use qiangxian::form::{Form, read};
use qiangxian::rulebook::{Adjustment, IndicatorId, Rulebook, source};
use qiangxian::score::{round, shown};
use qiangxian::sheets::calculation;
use rust_decimal::Decimal;
use std::io::{Cursor, Read};

const SAMPLE: &str = include_str!("../../seeds/sample-county.qiangxian.json");
const FALLING: &str = include_str!("../data/explain/falling.toml");

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

/// The sheets of a workbook, each with its cells from its first cell on.
fn sheets(book: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let rows = |range: &Range<Data>| {
        let Some(end) = range.end() else { return Vec::new() };
        let value = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
        (0..=end.0).map(|row| (0..=end.1).map(|column| value(row, column)).collect()).collect()
    };
    opened(book).worksheets().iter().map(|(name, range)| (name.clone(), rows(range))).collect()
}

/// All formulas, with their sheets and cells.
fn formulas(book: &[u8]) -> Vec<(String, u32, u32, String)> {
    let mut all = Vec::new();
    let mut book = opened(book);
    for sheet in book.sheet_names() {
        let range = book.worksheet_formula(&sheet).expect("a sheet");
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, formula) in range.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            all.push((sheet.clone(), row, column, formula.clone()));
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
fn points(rows: &[Vec<Data>]) -> Vec<(String, Decimal)> {
    let of = |row: &Vec<Data>| {
        let number = row.first()?.to_string();
        let is_sum = number.is_empty() && *row.get(1)? == *"合计";
        let Data::Float(points) = row.get(5)? else { return None };
        let points: Decimal = format!("{points:.10}").parse().expect("points");
        (is_sum || !number.is_empty()).then_some((number, points))
    };
    rows.iter().filter_map(of).collect()
}

/// That another program's points are the engine's.
#[track_caller]
fn same_points(form: &Form, scores: &[Vec<Data>]) {
    let card = form.scorecard();
    let found = points(scores);
    let mut expected: Vec<(String, Decimal)> = form
        .edition
        .indicators
        .iter()
        .zip(&card.indicators)
        .map(|(indicator, score)| (indicator.id.to_owned(), score.range.points()))
        .collect();
    expected.push((String::new(), card.total.range.points()));
    let numbers =
        |all: &[(String, Decimal)]| all.iter().map(|one| one.0.clone()).collect::<Vec<_>>();
    assert_eq!(numbers(&found), numbers(&expected));
    for ((number, found), (_, expected)) in found.iter().zip(&expected) {
        assert_eq!(shown(*found, 2), shown(*expected, 2), "indicator {number:?} of {form:?}");
    }
}

/// That another program found in every cell what the engine's results say; returns
/// how many cells there are.
#[track_caller]
fn same_cells(form: &Form, sheet: &str, expected: &[Vec<Data>], found: &[Vec<Data>]) -> usize {
    for (row, cells) in expected.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let found = found.get(row).and_then(|row| row.get(column)).unwrap_or(&Data::Empty);
            assert!(
                is_same(cell, found),
                "{sheet}, row {}, column {}: {found:?}, expected {cell:?} of {form:?}",
                row + 1,
                column + 1
            );
        }
    }
    expected.iter().map(Vec::len).sum()
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
    let (mut points, mut cells) = (0, 0);
    for ((form, book), computed) in forms.iter().zip(&books).zip(&computed) {
        let (expected, found) = (sheets(book), sheets(computed));
        same_points(form, &found[0].1);
        points += form.edition.indicators.len() + 1;
        for ((name, expected), (other, found)) in expected.iter().zip(&found) {
            assert_eq!(name, other);
            cells += same_cells(form, name, expected, found);
        }
    }
    let forms = forms.len();
    eprintln!("{name}: {forms} forms, {points} points and {cells} cells as the engine has them");
}

/// Together, since LibreOffice takes longer to start than to compute them.
#[test]
fn libreoffice_computes_the_sample_random_forms_and_other_editions() {
    let mut forms = vec![sample()];
    forms.extend(random(5));
    let falling = source::read(FALLING).unwrap_or_else(|problem| panic!("{problem}"));
    let falling: &'static Rulebook = Box::leak(Box::new(falling));
    let mut dice = fastrand::Rng::with_seed(17);
    for rulebook in [falling, editions::harbour()] {
        forms.extend((0..5).map(|_| any_edition::form(rulebook, &mut dice)));
    }
    check("few", &forms);
}

/// Some minutes.
#[test]
#[ignore = "LibreOffice computes 200 workbooks, which takes minutes"]
fn libreoffice_computes_200_random_forms() {
    check("many", &random(200));
}

/// So that what was computed for one form is shown for all of its readings.
#[test]
fn forms_of_the_same_readings_have_the_same_formulas() {
    let forms = random(6);
    for pair in forms.windows(2) {
        let mut other = pair[1].clone();
        other.case.readings = pair[0].case.readings.clone();
        let (one, other) = (formulas(&made(&pair[0])), formulas(&made(&other)));
        assert!(one.len() > 300, "{}", one.len());
        assert_eq!(one, other);
    }
}

#[test]
fn every_point_is_a_formula_and_every_sum_a_sum() {
    let book = made(&sample());
    let formulas = formulas(&book);
    let (_, rows) = &sheets(&book)[0];
    let head = rows.iter().position(|row| row[0] == *"序号").expect("a head");
    let mut counted = 0;
    for (at, row) in rows.iter().enumerate().skip(head + 1) {
        let Data::Float(_) = row[5] else { continue };
        let is_here =
            |one: &&(String, u32, u32, String)| one.0 == "得分" && one.1 == at as u32 && one.2 == 5;
        let formula = &formulas.iter().find(is_here).expect("a formula").3;
        let is_sum = ["SUM(", "ROUND(", "总分"].iter().any(|start| formula.starts_with(start));
        assert!(is_sum || formula.starts_with("IF(ISNUMBER(调整"), "{formula}");
        counted += 1;
    }
    let rulebook = rulebook();
    let sums = rulebook.dimensions.len() + rulebook.groups.len() + 1;
    // The total stands above once more; three lines below add up what is shown.
    assert_eq!(counted, rulebook.indicators.len() + sums + 1 + 3);
}

#[test]
fn sheets_are_protected_without_a_password_and_entries_are_open() {
    let book = made(&sample());
    let mut zip = zip::ZipArchive::new(Cursor::new(&book)).expect("a workbook");
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).expect("a part").read_to_string(&mut text).expect("XML");
        text
    };
    for at in 1..=6 {
        let sheet = part(&format!("xl/worksheets/sheet{at}.xml"));
        let (_, protection) = sheet.split_once("<sheetProtection ").expect("protection");
        let (protection, _) = protection.split_once("/>").expect("an end");
        assert!(protection.contains("sheet=\"1\""), "{protection}");
        assert!(!protection.contains("password") && !protection.contains("hash"), "{protection}");
    }
    assert!(part("xl/styles.xml").contains("<protection locked=\"0\"/>"));
    let workbook = part("xl/workbook.xml");
    for name in
        ["项14_2", "共用_1", "指标值10_2", "满意值10_2", "得分43", "基础分", "评价年度", "总分"]
    {
        assert!(workbook.contains(&format!("name=\"{name}\"")), "{name}");
    }
}

#[test]
fn a_checklist_has_no_workbook_of_formulas() {
    let said = calculation(&Form::new(editions::voyage()), "2022-07-01");
    assert_eq!(said.expect_err("no points"), "这套指标不计分，没有计算表。");
}
