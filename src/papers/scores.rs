//! 自评打分表.

use super::document::{PageShape, TextLook, WordDocument};
use super::grid::{Cell, Grid};
use crate::desk::Desk;
use crate::text::page;
use crate::text::papers::{self as words, ScoreLine};
use crate::text::report::{SIGNED_ON, SIGNERS};
use crate::text::review::POINTS_HEAD as REVIEW_HEAD;

/// The official columns in relation to each other.
const SHARES: [u32; 8] = [10, 22, 22, 12, 77, 17, 65, 34];

/// Where that column stands.
const BEHIND: usize = 6;
/// The share of the column of reviews, which stands behind 自评得分 in a form that was
/// reviewed, and gives its width to the columns before.
const REVIEWED: u32 = 24;

/// The table, on A4 across.
pub fn document(desk: &Desk, mark: Option<&str>) -> WordDocument {
    let mut document = WordDocument::new(desk.today, PageShape::Wide, mark);
    document.title(&words::table_title(desk), false);
    let (width, _) = document.inner();
    let is_reviewed = !desk.form.reviews.is_empty();
    let (mut shares, mut head) = (SHARES.to_vec(), words::SCORE_HEAD.to_vec());
    if is_reviewed {
        shares.insert(BEHIND, REVIEWED);
        head.insert(BEHIND, REVIEW_HEAD);
    }
    let mut grid = Grid::new(width, &shares, &[0, 1, 2, 3, 5], 20).head(&head);
    let (mut dimension, mut group) = (None, None);
    for line in words::lines(desk) {
        match line {
            ScoreLine::Indicator {
                number,
                dimension: of,
                group: part,
                points,
                wording,
                scored,
                reviewed,
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
                let mut cells = vec![
                    number.into(),
                    above,
                    within,
                    points.into(),
                    wording.into(),
                    scored.into(),
                    about.into(),
                    units.into(),
                ];
                if is_reviewed {
                    cells.insert(BEHIND, reviewed.into());
                }
                grid.row(cells);
            }
            ScoreLine::Sum(sum) => {
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
                let mut rest =
                    vec![sum.points, String::new(), sum.scored, sum.about, String::new()];
                if is_reviewed {
                    rest.insert(3, sum.reviewed);
                }
                let rest = rest.into_iter().map(Cell::from);
                grid.band(name.into_iter().chain(rest).collect());
            }
        }
    }
    document.table(grid);
    document.item(words::FORM_NOTES, &numbered(&words::notes(desk)));
    document.paragraph(TextLook::Small, &signers());
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
