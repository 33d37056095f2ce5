//! The parts of the report, as they stand on paper.

use super::score::{bar, figures, still};
use super::table::table;
use crate::desk::Desk;
use crate::rulebook::{IndicatorId, Kind};
use crate::score::Score;
use crate::text::{page, report as words};
use crate::ui::dom::{El, classed, el};
use crate::ui::state::State;

/// A part of the report that can be left out.
pub struct ReportPart {
    /// Its name in `data-part` and `data-section`.
    pub name: &'static str,
    pub title: &'static str,
    /// The title in a checklist.
    pub title_of_tasks: &'static str,
    make: fn(&Desk) -> Option<El>,
}

/// The column of points.
const POINTS: usize = 4;

/// The parts after the cover, in their order.
pub const PARTS: &[ReportPart] = &[
    part("overview", words::OVERVIEW, words::OVERVIEW, |desk| Some(overview(desk))),
    part("table", words::TABLE, words::TABLE_OF_TASKS, |desk| Some(items(desk))),
    part("gaps", words::GAPS, words::GAPS_OF_TASKS, gaps),
    part("scenarios", words::SCENARIOS, words::SCENARIOS, scenarios),
    part("notes", words::NOTES, words::NOTES, notes),
    part("references", words::REFERENCES, words::REFERENCES, references),
    part("signatures", words::SIGNATURES, words::SIGNATURES, |_| Some(signatures())),
];

const fn part(
    name: &'static str,
    title: &'static str,
    title_of_tasks: &'static str,
    make: fn(&Desk) -> Option<El>,
) -> ReportPart {
    ReportPart { name, title, title_of_tasks, make }
}

/// The whole report. `left_out` has a bit for each part that is not wanted.
pub fn report(desk: &Desk, scenario: Option<String>, left_out: State<u8>) -> Vec<El> {
    let checklist = desk.rulebook().kind == Kind::Checklist;
    let mut all = vec![cover(desk, scenario)];
    for (at, part) in PARTS.iter().enumerate() {
        let Some(content) = (part.make)(desk) else { continue };
        let title = if checklist { part.title_of_tasks } else { part.title };
        let section = classed("section", part.name)
            .attr("data-section", part.name)
            .child(el("h3").text(title))
            .child(content)
            .hidden_while(move || left_out.get() >> at & 1 == 1);
        all.push(section);
    }
    all
}

fn cover(desk: &Desk, scenario: Option<String>) -> El {
    let mut lines = words::cover(desk);
    lines.extend(scenario.map(|name| (words::SCENARIOS, name)));
    let lines =
        lines.into_iter().flat_map(|(name, value)| [el("dt").text(name), el("dd").text(&value)]);
    classed("section", "cover")
        .attr("data-section", "cover")
        .child(classed("p", "cover-name").text(&page::form_name("", desk.form)))
        .child(classed("p", "cover-title").text(desk.rulebook().title))
        .child(classed("p", "cover-title").text(words::TITLE))
        .child(el("dl").children(lines))
}

/// Points of a part, with a bar.
fn overview(desk: &Desk) -> El {
    let overview = desk.overview();
    let line = |name: &str, part: Score| {
        let cell = |child: El| el("td").child(child);
        el("tr")
            .child(el("th").attr("scope", "row").text(name))
            .child(cell(figures(still(part))))
            .child(cell(bar(still(part))))
    };
    let dimensions = desk.rulebook().dimensions.iter().zip(&overview.dimensions);
    let lines = dimensions.map(|(one, part)| line(one.title, *part));
    el("table").child(el("tbody").children(lines).child(line(page::ALL, overview.total)))
}

/// Every indicator, with its rule, what was entered, the proof, its points and
/// the evidence.
fn items(desk: &Desk) -> El {
    let rulebook = desk.rulebook();
    let paper = words::paper_table(desk);
    let head = paper.head.iter().map(|name| el("th").attr("scope", "col").text(name));
    let mut rows: Vec<El> = Vec::new();
    let mut group = None;
    for (id, cells) in rulebook.indicator_ids().zip(&paper.rows) {
        let indicator = &rulebook[id];
        if group != Some(indicator.group) {
            group = Some(indicator.group);
            rows.push(heading(desk, indicator.group));
        }
        rows.push(item(desk, id, cells));
    }
    let whole = classed("table", "items")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    classed("div", "table").attr("tabindex", "0").child(whole)
}

/// The row above the indicators of a group: its dimension, its name, its points.
fn heading(desk: &Desk, at: u16) -> El {
    let rulebook = desk.rulebook();
    let mut text = String::new();
    if let Some(group) = rulebook.groups.get(usize::from(at)) {
        if let Some(dimension) = rulebook.dimensions.get(usize::from(group.dimension)) {
            text.push_str(dimension.title);
            text.push_str(" · ");
        }
        text.push_str(group.title);
    }
    classed("tr", "group")
        .child(el("th").attr("colspan", "6").attr("scope", "colgroup").text(&text))
}

/// A row; every line of a cell stands for itself.
fn item(desk: &Desk, id: IndicatorId, cells: &[String]) -> El {
    let lines = |text: &String| {
        let lines = text.lines().map(|line| el("p").text(line));
        lines.collect::<Vec<_>>()
    };
    let adjusted = desk.standing(id).is_some_and(|standing| standing.adjusted);
    let cells = cells.iter().enumerate().map(|(at, text)| match at {
        0 => el("th").attr("scope", "row").text(text),
        POINTS => {
            let adjusted = adjusted.then(|| el("p").text(page::ADJUSTED));
            let score = desk.card.score_of(desk.rulebook(), id);
            el("td").child(figures(still(score))).children(adjusted)
        }
        _ => el("td").children(lines(text)),
    });
    el("tr").attr("data-indicator", desk.rulebook()[id].id).children(cells)
}

fn gaps(desk: &Desk) -> Option<El> {
    let shown = words::gaps_table(desk);
    (!shown.rows.is_empty()).then(|| table(&shown, &|_, _| None))
}

fn scenarios(desk: &Desk) -> Option<El> {
    let any = !desk.form.scenarios.is_empty();
    any.then(|| table(&words::scenario_table(desk), &|_, _| None))
}

fn notes(desk: &Desk) -> Option<El> {
    let all = words::assumptions(desk);
    let list = el("ul").children(all.iter().map(|note| el("li").text(note)));
    (!all.is_empty())
        .then(|| el("div").child(classed("p", "hint").text(words::NOTES_HINT)).child(list))
}

fn references(desk: &Desk) -> Option<El> {
    let shown = words::reference_table(desk);
    (!shown.rows.is_empty()).then(|| table(&shown, &|_, _| None))
}

fn signatures() -> El {
    let line = |name: &str| {
        el("p")
            .child(el("span").text(&page::named(name, "")))
            .child(classed("span", "line"))
            .child(el("span").text(&page::named(words::SIGNED_ON, "")))
            .child(classed("span", "line"))
    };
    el("div").children(words::SIGNERS.map(line))
}
