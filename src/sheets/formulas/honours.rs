//! The sheets of honours: a row each, with what becomes of it.
//!
//! The formulas follow `score/honours.rs`: a row counts when it is complete and of a
//! year that counts, when no row of the same title and recipient has a higher level,
//! and when no earlier row says the same.

use super::page::{Cell, Computed, Entered, Looks, Page};
use super::rules::{number, text};
use super::{Writing, checks, entries};
use crate::form::limits;
use crate::rulebook::{FieldId, IndicatorId, List, Rule, Same, Text};
use crate::score::{Ground, RowVerdict};
use crate::text::formulas as words;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Workbook, XlsxError};

const WIDTHS: [u16; 11] = [6, 34, 28, 10, 10, 30, 10, 10, 8, 8, 34];

/// Rows beyond those that are filled in, at least; the area grows by steps, so that
/// the same formulas serve many forms.
const SPARE: usize = 20;
const STEP: usize = 50;

/// A rule of honours and what it found.
struct Honours {
    indicator: IndicatorId,
    /// The position of the rule in its indicator.
    at: usize,
    field: FieldId,
    points: List<Decimal>,
    years: u16,
    until: u16,
    same: Same,
    lifetime: List<List<Text>>,
    verdicts: Vec<RowVerdict>,
}

/// All rules of honours in force.
fn all(writing: &Writing) -> Vec<Honours> {
    let mut all = Vec::new();
    for indicator in writing.form.edition.indicator_ids() {
        for (at, (rule, finding)) in writing.rules(indicator).into_iter().enumerate() {
            let Rule::Honours { field, points, years, until, same, lifetime, .. } = rule else {
                continue;
            };
            let verdicts = match &finding.ground {
                Ground::Honours { rows, .. } => rows.clone(),
                _ => Vec::new(),
            };
            all.push(Honours {
                indicator,
                at,
                field: *field,
                points,
                years: *years,
                until: *until,
                same: *same,
                lifetime,
                verdicts,
            });
        }
    }
    all
}

/// How many titles are filled in, as a formula.
pub fn filled(writing: &Writing, field: FieldId) -> String {
    match all(writing).iter().find(|honours| honours.field == field) {
        Some(one) => format!("COUNTA({})", writing.vocabulary.names.titles(one.indicator, one.at)),
        None => "0".to_owned(),
    }
}

/// What the rows of a rule give together, as a formula.
pub fn sum(writing: &Writing, id: IndicatorId, rule: usize) -> String {
    format!("SUM({})", writing.vocabulary.names.row_points(id, rule))
}

pub fn write(book: &mut Workbook, writing: &mut Writing) -> Result<(), XlsxError> {
    let looks = Looks::new();
    for (at, honours) in all(writing).iter().enumerate() {
        let name = match at {
            0 => words::ROWS.to_owned(),
            at => format!("{} {}", words::ROWS, at + 1),
        };
        let mut sheet = Page::new(book, &name, &looks, &WIDTHS)?;
        sheet.title(writing.form.edition.0[honours.field].label)?;
        sheet.hint(words::ROWS_HINT)?;
        sheet.head(&words::ROWS_HEAD)?;
        sheet.freeze(0)?;
        let (first, last) = rows(&mut sheet, writing, honours)?;
        let names = &writing.vocabulary.names;
        let titles = names.titles(honours.indicator, honours.at);
        let points = names.row_points(honours.indicator, honours.at);
        writing.define(titles, sheet.cells('B', first, last));
        writing.define(points, sheet.cells('J', first, last));
        sheet.end();
    }
    Ok(())
}

/// Writes the rows; returns the numbers of the first and the last.
fn rows(
    sheet: &mut Page,
    writing: &mut Writing,
    honours: &Honours,
) -> Result<(u32, u32), XlsxError> {
    let form = writing.form;
    let entered = entries::rows(form, honours.field);
    let count = ((entered.len() + SPARE) / STEP + 1) * STEP;
    let first = sheet.next();
    let last = first + count as u32 - 1;
    let levels: Vec<Text> =
        form.edition.0[honours.field].options.iter().map(|option| option.label).collect();
    let (least, most) = (*limits::YEAR.start(), *limits::YEAR.end());
    for at in 0..count {
        let formulas = honours.formulas(&levels, (first, last), sheet.next());
        let cells = entered.get(at).map(|row| entries::row(form, honours.field, row));
        let blank = || [Entered::Nothing, Entered::Nothing, Entered::Nothing, Entered::Nothing];
        let cells = cells.unwrap_or_else(blank);
        let level = entered.get(at).and_then(|row| row.level);
        let results = honours.results(at, &cells, level);
        let [title, recipient, level, year] = cells;
        let mut row = vec![
            Cell::Figure(Decimal::from(at + 1)),
            Cell::Entry(title),
            Cell::Entry(recipient),
            Cell::Checked(level, writing.one_of(levels.clone())),
            Cell::Checked(year, checks::whole(least.into(), most.into())),
        ];
        let computed = formulas.into_iter().zip(results);
        row.extend(computed.map(|(formula, result)| Cell::Formula(Computed { formula, result })));
        sheet.body(&row)?;
    }
    Ok((first, last))
}

impl Honours {
    /// The formulas of a row, of the columns F to K.
    fn formulas(&self, levels: &[Text], (first, last): (u32, u32), row: u32) -> [String; 6] {
        let title = format!("B{row}");
        let is_any_of = |names: &[Text]| {
            let tests: Vec<String> =
                names.iter().map(|name| format!("EXACT({title},{})", text(name))).collect();
            format!("OR({})", tests.join(","))
        };
        // The names of one award are one title.
        let named = self.lifetime.iter().fold(format!("{title}&\"\""), |otherwise, names| {
            let first = names.first().map_or("", |name| name);
            format!("IF({},{},{otherwise})", is_any_of(names), text(first))
        });
        let named = format!("IF({title}=\"\",{},{named})", text(words::NOTHING));
        let rank =
            levels.iter().enumerate().rev().fold("0".to_owned(), |otherwise, (at, level)| {
                format!("IF(D{row}={},{},{otherwise})", text(level), at + 1)
            });
        let (year, last_year) = (words::YEAR_NAME, self.until);
        let first_year = i32::from(self.years) + i32::from(self.until) - 1;
        let mut counts_by_year =
            format!("AND(E{row}>={year}-{first_year},E{row}<={year}-{last_year})");
        if !self.lifetime.is_empty() {
            let awards: Vec<String> = self.lifetime.iter().map(|names| is_any_of(names)).collect();
            counts_by_year = format!("OR({},{counts_by_year})", awards.join(","));
        }
        let complete =
            format!("AND(TRIM({title})<>\"\",TRIM(C{row})<>\"\",G{row}>0,ISNUMBER(E{row}))");
        let eligible = format!("IF({complete},IF({counts_by_year},1,0),0)");
        let area = |column: char| format!("${column}${first}:${column}${last}");
        let (named_area, recipients) = (area('F'), area('C'));
        let (ranks, years, eligibles, numbers) = (area('G'), area('E'), area('H'), area('A'));
        let same_time = match self.same {
            Same::EachYear => format!("*({years}=E{row})"),
            Same::Once => String::new(),
        };
        // Rows of the same honour that stand before this one.
        let before = format!(
            "SUMPRODUCT({eligibles}*EXACT({named_area},F{row})*EXACT({recipients},C{row})\
             *(({ranks}<G{row})+({ranks}=G{row}){same_time}*({numbers}<A{row})))"
        );
        let counts = format!("IF(H{row}=1,IF({before}=0,1,0),0)");
        let points: Vec<String> = self.points.iter().map(|points| number(*points)).collect();
        let points = format!("IF(I{row}=1,CHOOSE(G{row},{}),0)", points.join(","));
        let is_blank = format!("AND({title}=\"\",C{row}=\"\",D{row}=\"\",E{row}=\"\")");
        let not = format!("IF({is_blank},{},{})", text(words::NOTHING), text(words::NOT_ELIGIBLE));
        let not = format!("IF(H{row}=1,{},{not})", text(words::COUNTED_BEFORE));
        let why = format!("IF(I{row}=1,{},{not})", text(words::COUNTS));
        [named, rank, eligible, counts, points, why]
    }

    /// The engine's results for these formulas.
    fn results(&self, at: usize, cells: &[Entered; 4], level: Option<u8>) -> [Entered; 6] {
        let words = |text: &str| Entered::Text(text.to_owned());
        let named = match &cells[0] {
            Entered::Text(title) => {
                let award = self.lifetime.iter().find(|names| names.iter().any(|n| n == title));
                let name = award.and_then(|names| names.first()).map_or(title.as_str(), |n| n);
                words(name)
            }
            _ => words(words::NOTHING),
        };
        let verdict = self.verdicts.get(at);
        let points = match verdict {
            Some(RowVerdict::Counts { level }) => self.points.get(usize::from(*level)).copied(),
            _ => None,
        };
        let (eligible, why) = match verdict {
            Some(RowVerdict::Counts { .. }) => (true, words::COUNTS),
            Some(RowVerdict::LowerLevel | RowVerdict::Repeated | RowVerdict::CountedOnce) => {
                (true, words::COUNTED_BEFORE)
            }
            _ if cells.iter().all(|cell| matches!(cell, Entered::Nothing)) => {
                (false, words::NOTHING)
            }
            _ => (false, words::NOT_ELIGIBLE),
        };
        let flag = |is: bool| Entered::Number(Decimal::from(u8::from(is)));
        [
            named,
            Entered::Number(level.map_or(Decimal::ZERO, |level| Decimal::from(level + 1))),
            flag(eligible),
            flag(points.is_some()),
            Entered::Number(points.unwrap_or_default()),
            words(why),
        ]
    }
}
