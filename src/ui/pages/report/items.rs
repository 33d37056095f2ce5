//! Every indicator with its rule, what was entered, how its points came about,
//! and its evidence.

use crate::desk::Desk;
use crate::rulebook::Text;
use crate::score::Score;
use crate::text::{page, report as words, review};
use crate::ui::parts::Figures;
use leptos::prelude::*;

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemRow {
    /// Stands above the indicators of a group: its dimension and its name.
    Group(String),
    Item {
        id: Text,
        cells: Vec<String>,
        score: Score,
        adjusted: bool,
        /// What reviewers say of its points.
        reviewed: Option<String>,
    },
}

/// The column of points.
const POINTS: usize = 4;

/// The columns and rows of the paper.
pub fn item_rows(desk: &Desk) -> (Vec<String>, Vec<ItemRow>) {
    let rulebook = desk.rulebook();
    let paper = words::paper_table(desk);
    let mut rows = Vec::new();
    let mut group = None;
    for (id, cells) in rulebook.indicator_ids().zip(paper.rows) {
        let indicator = &rulebook[id];
        if group != Some(indicator.group) {
            group = Some(indicator.group);
            rows.push(ItemRow::Group(group_title(desk, indicator.group)));
        }
        rows.push(ItemRow::Item {
            id: indicator.id,
            cells,
            score: desk.card.score_of(rulebook, id),
            adjusted: desk.standing(id).is_some_and(|standing| standing.adjusted),
            reviewed: review::mark(desk.form, id),
        });
    }
    (paper.head, rows)
}

fn group_title(desk: &Desk, at: u16) -> String {
    let rulebook = desk.rulebook();
    let Some(group) = rulebook.groups.get(usize::from(at)) else { return String::new() };
    match rulebook.dimensions.get(usize::from(group.dimension)) {
        Some(dimension) => format!("{} · {}", dimension.title, group.title),
        None => group.title.to_owned(),
    }
}

/// The table.
#[component]
pub fn Items(
    /// The names of the columns.
    head: Vec<String>,
    /// The rows.
    rows: Vec<ItemRow>,
    /// Whether the rows are tasks.
    is_checklist: bool,
) -> impl IntoView {
    let columns = head.len();
    let head = head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = rows
        .into_iter()
        .map(|row| match row {
            ItemRow::Group(title) => view! {
                <tr class="group">
                    <th colspan=columns.to_string() scope="colgroup">
                        {title}
                    </th>
                </tr>
            }
            .into_any(),
            ItemRow::Item { id, cells, score, adjusted, reviewed } => {
                view! { <Item id cells score adjusted reviewed /> }.into_any()
            }
        })
        .collect_view();
    view! {
        <div class="table" tabindex="0" role="region" aria-label=words::TABLE>
            <table class="items" class:tasks=is_checklist>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// An indicator; each line of a cell is a paragraph.
#[component]
fn Item(
    /// Its number in the document.
    id: Text,
    /// The texts of its cells.
    cells: Vec<String>,
    /// What it comes to.
    score: Score,
    /// Whether its points were adjusted by hand.
    adjusted: bool,
    /// What reviewers say of its points.
    reviewed: Option<String>,
) -> impl IntoView {
    let cells = cells
        .into_iter()
        .enumerate()
        .map(|(at, text)| match at {
            0 => view! { <th scope="row">{text}</th> }.into_any(),
            POINTS => view! {
                <td class="points">
                    <Figures score=Signal::stored(score) />
                    {adjusted.then(|| view! { <p>{page::ADJUSTED}</p> })}
                    {reviewed.clone().map(|text| view! { <p data-reviewed>{text}</p> })}
                </td>
            }
            .into_any(),
            _ => view! { <td>{paragraphs(&text)}</td> }.into_any(),
        })
        .collect_view();
    view! { <tr data-indicator=id>{cells}</tr> }
}

/// The lines of a cell, a paragraph each. A hundred thousand rows of evidence must not
/// be as many elements: from some number on they share one that keeps its line breaks.
fn paragraphs(text: &str) -> AnyView {
    const APART: usize = 50;
    let first = text.lines().take(APART).map(|line| view! { <p>{line.to_owned()}</p> });
    let rest = text.splitn(APART + 1, '\n').nth(APART).map(str::to_owned);
    let rest = rest.map(|rest| view! { <p class="lines">{rest}</p> });
    view! { {first.collect_view()} {rest} }.into_any()
}
