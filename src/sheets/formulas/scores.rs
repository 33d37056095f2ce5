//! The sheet of scores: what each indicator gives, the sums, and the page's figures
//! beside them.

use super::page::{Cell, Computed, Entered, Looks, Page};
use super::rules::{number, text};
use super::{Writing, checks};
use crate::rulebook::{Day, IndicatorId};
use crate::score::{IndicatorScore, Range, round};
use crate::text::{desk::day_text, formulas as words, page};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::cmp::Ordering;

const WIDTHS: [u16; 10] = [6, 34, 8, 10, 10, 10, 10, 10, 12, 40];
/// The columns of what counts, and of the checks.
const POINTS: char = 'F';
const CHECK: char = 'H';
/// Decimals of points that are shown.
const PLACES: u32 = 2;

pub fn write(book: &mut Workbook, writing: &mut Writing, today: &str) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let form = writing.form;
    let rulebook = form.edition.0;
    let mut sheet = Page::new(book, words::SCORES, &looks, &WIDTHS)?;
    sheet.title(&words::title(&page::form_name("", form)))?;
    let day = Day::parse(today).map_or_else(String::new, day_text);
    sheet.hint(&words::made(&day, &form.veto.join(page::AND)))?;
    for hint in words::SCORES_HINTS {
        sheet.hint(hint)?;
    }
    sheet.head(&words::SCORES_HEAD)?;
    all_agree(&mut sheet, writing)?;
    sheet.freeze(1)?;
    let first = sheet.next();
    for (at, dimension) in rulebook.dimensions.iter().enumerate() {
        let groups: Vec<usize> =
            (0..rulebook.groups.len()).filter(|g| in_dimension(writing, *g, at)).collect();
        let parts = groups.iter().map(|group| writing.vocabulary.names.group(*group)).collect();
        let range = writing.card.dimensions.get(at).map(|one| one.range).unwrap_or_default();
        let name = writing.vocabulary.names.dimension(at);
        sum(&mut sheet, writing, dimension.title, dimension.points, parts, range, name)?;
        for group in groups {
            self::group(&mut sheet, writing, group)?;
        }
    }
    let parts = (0..rulebook.dimensions.len()).map(|at| writing.vocabulary.names.dimension(at));
    let (parts, range) = (parts.collect(), writing.card.total.range);
    let name = words::TOTAL_NAME.to_owned();
    sum(&mut sheet, writing, words::SUM, rulebook.points, parts, range, name)?;
    let checks = sheet.cells(CHECK, first, sheet.next() - 1);
    writing.define(words::CHECK_NAME.to_owned(), checks);
    foot(&mut sheet, writing)?;
    sheet.end();
    Ok(())
}

fn in_dimension(writing: &Writing, group: usize, dimension: usize) -> bool {
    let groups = writing.form.edition.groups;
    groups.get(group).is_some_and(|group| usize::from(group.dimension) == dimension)
}

/// A group with its indicators.
fn group(sheet: &mut Page, writing: &mut Writing, at: usize) -> Result<(), XlsxError> {
    let rulebook = writing.form.edition.0;
    let Some(group) = rulebook.groups.get(at) else { return Ok(()) };
    let indicators: Vec<IndicatorId> =
        rulebook.indicator_ids().filter(|id| usize::from(rulebook[*id].group) == at).collect();
    let names = &writing.vocabulary.names;
    let parts = indicators.iter().map(|id| names.score(*id)).collect();
    let range = writing.card.groups.get(at).map(|one| one.range).unwrap_or_default();
    let name = names.group(at);
    let title = words::group(group.title);
    sum(sheet, writing, &title, group.points, parts, range, name)?;
    for id in indicators {
        indicator(sheet, writing, id)?;
    }
    Ok(())
}

/// A row that sums up cells by their names.
fn sum(
    sheet: &mut Page,
    writing: &mut Writing,
    title: &str,
    most: Decimal,
    parts: Vec<String>,
    range: Range,
    name: String,
) -> Result<(), XlsxError> {
    let formula = format!("SUM({})", parts.join(","));
    sheet.sum(&[
        Cell::Blank,
        Cell::text(title),
        Cell::Figure(most),
        Cell::Blank,
        Cell::Blank,
        Cell::PointsFormula(Computed { formula, result: Entered::Number(range.points()) }),
        Cell::Points(round(range.points(), PLACES)),
        agrees(sheet.next()),
        Cell::text(name.as_str()),
        Cell::Blank,
    ])?;
    writing.define(name, sheet.last(POINTS));
    Ok(())
}

fn indicator(sheet: &mut Page, writing: &mut Writing, id: IndicatorId) -> Result<(), XlsxError> {
    let form = writing.form;
    let rulebook = form.edition.0;
    let indicator = &rulebook[id];
    let names = &writing.vocabulary.names;
    let (name, adjusted) = (names.score(id), names.adjusted(id));
    let steps: Vec<String> = (0..writing.rules(id).len()).map(|at| names.step(id, at)).collect();
    let places = rulebook.places(writing.vocabulary.readings);
    let rounded = |formula: String| match places {
        Some(places) => format!("ROUND({formula},{places})"),
        None => formula,
    };
    let held = format!("MIN({},SUM({}))", number(indicator.points), steps.join(","));
    let row = sheet.next();
    let counts = format!("IF(ISNUMBER({adjusted}),{},D{row})", rounded(adjusted.clone()));
    let adjustment = form.adjustments.get(&id);
    let entered = adjustment.map_or(Entered::Nothing, |one| Entered::Number(one.points));
    let most = checks::points(indicator.points.to_string().parse().unwrap_or_default());
    let points = |of: fn(&IndicatorScore) -> Range| {
        let score = writing.card.indicators.get(usize::from(id.0));
        score.map(|score| of(score).points()).unwrap_or_default()
    };
    let (computed, counted) = (points(|one| one.computed), points(|one| one.range));
    sheet.body(&[
        Cell::text(indicator.id),
        Cell::text(indicator.title),
        Cell::Figure(indicator.points),
        Cell::PointsFormula(Computed { formula: rounded(held), result: Entered::Number(computed) }),
        Cell::Checked(entered, most),
        Cell::PointsFormula(Computed { formula: counts, result: Entered::Number(counted) }),
        Cell::Points(round(counted, PLACES)),
        agrees(row),
        Cell::text(name.as_str()),
        Cell::text(adjustment.map(|one| words::adjusted(&one.reason)).unwrap_or_default()),
    ])?;
    writing.define(name, sheet.last(POINTS));
    writing.define(adjusted, sheet.last('E'));
    Ok(())
}

/// Whether the figure of a row is the page's.
fn agrees(row: u32) -> Cell {
    let (same, different) = (text(words::SAME), text(words::DIFFERENT));
    let formula =
        format!("IF(ROUND(ABS(ROUND({POINTS}{row},{PLACES})-G{row}),4)=0,{same},{different})");
    Cell::Mark(Computed { formula, result: Entered::Text(words::SAME.to_owned()) })
}

/// The total once more, in sight of all rows, and whether everything agrees.
fn all_agree(sheet: &mut Page, writing: &Writing) -> Result<(), XlsxError> {
    let different = format!("COUNTIF({},{})", words::CHECK_NAME, text(words::DIFFERENT));
    let (before, behind) = words::SOME_DIFFER;
    let all = format!(
        "IF({different}=0,{},{}&{different}&{})",
        text(words::ALL_SAME),
        text(before),
        text(behind)
    );
    let result = Entered::Text(words::ALL_SAME.to_owned());
    let total = writing.card.total.range.points();
    let formula = words::TOTAL_NAME.to_owned();
    sheet.sum(&[
        Cell::Blank,
        Cell::text(words::TOTAL_NAME),
        Cell::Figure(writing.form.edition.points),
        Cell::Blank,
        Cell::Blank,
        Cell::PointsFormula(Computed { formula, result: Entered::Number(total) }),
        Cell::Points(round(total, PLACES)),
        agrees(sheet.next()),
        Cell::Blank,
        Cell::Formula(Computed { formula: all, result }),
    ])
}

/// What adding up the shown figures gives, and why it may not be the total.
fn foot(sheet: &mut Page, writing: &Writing) -> Result<(), XlsxError> {
    let names = &writing.vocabulary.names;
    let rulebook = writing.form.edition.0;
    let card = &writing.card;
    let all: [(Vec<String>, Vec<Range>); 3] = [
        (
            rulebook.indicator_ids().map(|id| names.score(id)).collect(),
            card.indicators.iter().map(|one| one.range).collect(),
        ),
        (
            (0..rulebook.groups.len()).map(|at| names.group(at)).collect(),
            card.groups.iter().map(|one| one.range).collect(),
        ),
        (
            (0..rulebook.dimensions.len()).map(|at| names.dimension(at)).collect(),
            card.dimensions.iter().map(|one| one.range).collect(),
        ),
    ];
    let total = round(card.total.range.points(), PLACES);
    for ((names, ranges), title) in all.into_iter().zip(words::ADDED) {
        let shown: Vec<String> =
            names.iter().map(|name| format!("ROUND({name},{PLACES})")).collect();
        let added: Decimal = ranges.iter().map(|range| round(range.points(), PLACES)).sum();
        let row = sheet.next();
        let apart = format!("ROUND({POINTS}{row}-ROUND({},{PLACES}),{PLACES})", words::TOTAL_NAME);
        let formula = format!(
            "IF({apart}=0,{},IF({apart}>0,{},{})&TEXT(ABS({apart}),\"0.00\"))",
            text(words::ADDS_UP),
            text(words::MORE),
            text(words::LESS)
        );
        let said = match added.cmp(&total) {
            Ordering::Equal => words::ADDS_UP.to_owned(),
            Ordering::Greater => format!("{}{:.2}", words::MORE, added - total),
            Ordering::Less => format!("{}{:.2}", words::LESS, total - added),
        };
        let added = Computed { formula: shown.join("+"), result: Entered::Number(added) };
        let said = Computed { formula, result: Entered::Text(said) };
        let blank = || Cell::Blank;
        sheet.body(&[
            blank(),
            Cell::text(title),
            blank(),
            blank(),
            blank(),
            Cell::PointsFormula(added),
            blank(),
            blank(),
            blank(),
            Cell::Formula(said),
        ])?;
    }
    sheet.hint(match rulebook.places(writing.vocabulary.readings) {
        Some(_) => words::ROUNDING_EACH,
        None => words::ROUNDING_EXACT,
    })
}
