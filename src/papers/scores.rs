//! 自评打分表.

use super::document::{Document, Look, Sheet};
use super::grid::{Cell, Grid};
use crate::desk::Desk;
use crate::text::page;
use crate::text::papers::{self as words, Line};
use crate::text::report::{SIGNED_ON, SIGNERS};

/// The official columns in relation to each other.
const SHARES: [u32; 8] = [10, 22, 22, 12, 77, 17, 65, 34];

/// The table, on A4 across.
pub fn document(desk: &Desk, mark: Option<&str>) -> Document {
    let mut document = Document::new(desk.today, Sheet::Wide, mark);
    document.title(&words::table_title(desk), false);
    let (width, _) = document.inner();
    let mut grid = Grid::new(width, &SHARES, &[0, 1, 2, 3, 5], 20).head(&words::SCORE_HEAD);
    let (mut dimension, mut group) = (None, None);
    for line in words::lines(desk) {
        match line {
            Line::Indicator {
                number,
                dimension: of,
                group: part,
                points,
                wording,
                scored,
                about,
                units,
            } => {
                let is_first = dimension.as_ref() != Some(&of);
                let above =
                    Cell::merged(if is_first { of.clone() } else { String::new() }, is_first);
                let begins = is_first || group.as_ref() != Some(&part);
                let within =
                    Cell::merged(if begins { part.clone() } else { String::new() }, begins);
                dimension = Some(of);
                group = Some(part);
                grid.row(vec![
                    number.into(),
                    above,
                    within,
                    points.into(),
                    wording.into(),
                    scored.into(),
                    about.into(),
                    units.into(),
                ]);
            }
            Line::Sum(sum) => {
                let name = match sum.within {
                    Some(_) => {
                        group = None;
                        vec!["".into(), Cell::merged("", false), sum.name.into()]
                    }
                    None => {
                        dimension = None;
                        vec![Cell::wide(sum.name, 3)]
                    }
                };
                let rest = [sum.points, String::new(), sum.scored, sum.about, String::new()]
                    .map(Cell::from);
                grid.band(name.into_iter().chain(rest).collect());
            }
        }
    }
    document.table(grid);
    document.item(words::FORM_NOTES, &numbered(&words::notes(desk)));
    document.paragraph(Look::Small, &signers());
    document
}

/// 1. …
pub fn numbered(lines: &[String]) -> Vec<String> {
    (1..).zip(lines).map(|(at, line)| format!("{at}. {line}")).collect()
}

/// The lines to sign on, side by side.
fn signers() -> String {
    let line = |name: &&str| format!("{}＿＿＿＿＿＿", page::named(name, ""));
    let mut all: Vec<String> = SIGNERS.iter().map(line).collect();
    all.push(format!("{}＿＿＿＿＿＿", page::named(SIGNED_ON, "")));
    all.join("　")
}
