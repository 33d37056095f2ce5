//! The list of gaps as a table whose rows lead to their fields.

use super::indicator::block_id;
use super::table::table;
use crate::desk::{Desk, Gap};
use crate::plan::{Aim, steps};
use crate::rulebook::{IndicatorId, Kind};
use crate::text::desk::gap_table;
use crate::text::kind;
use crate::text::plan as words;
use crate::text::table::Table;
use crate::text::{HONOUR, step_text};
use crate::ui::dom::{El, el};
use crate::ui::platform;
use crate::ui::session::Session;
use crate::ui::view::View;

/// The column with the indicator's name.
const NAME: usize = 1;

/// Gaps, each with a way to where it is closed.
pub fn gaps(session: Session, desk: &Desk, gaps: &[Gap]) -> El {
    let ids: Vec<IndicatorId> = gaps.iter().map(|gap| gap.id).collect();
    linked(session, &with_steps(desk, gaps), &ids)
}

/// The largest gaps, with no more than fits beside everything else.
pub fn largest(session: Session, desk: &Desk, gaps: &[Gap]) -> El {
    let mut table = with_steps(desk, gaps);
    for column in LEFT_OUT.iter().filter(|_| desk.rulebook().kind == Kind::Points) {
        table.head.remove(*column);
        for row in &mut table.rows {
            row.remove(*column);
        }
    }
    table.title = kind::words(desk.rulebook().kind).largest.to_owned();
    let ids: Vec<IndicatorId> = gaps.iter().map(|gap| gap.id).collect();
    linked(session, &table, &ids)
}

/// The columns of reasons, and of days left, the last first.
const LEFT_OUT: [usize; 2] = [7, 4];

/// The table of gaps with the step that gives most for each.
pub fn with_steps(desk: &Desk, gaps: &[Gap]) -> Table {
    let mut table = gap_table(desk, gaps);
    let steps = steps(desk.form, desk.case, HONOUR);
    table.head.push(words::NEXT.to_owned());
    for (row, gap) in table.rows.iter_mut().zip(gaps) {
        let next = steps.iter().find(|step| step.indicator == gap.id && step.aim == Aim::Next);
        let next = next.or_else(|| steps.iter().find(|step| step.indicator == gap.id));
        row.push(match next {
            Some(step) => step_text(desk.rulebook(), step),
            // No single answer gives anything yet: there is too much to fill in.
            None if !gap.why.unanswered.is_empty() => words::FILL_FIRST.to_owned(),
            None => String::new(),
        });
    }
    table
}

/// A table whose rows are of these indicators.
pub fn linked(session: Session, of: &Table, ids: &[IndicatorId]) -> El {
    let name = |row: usize, column: usize| {
        let id = *ids.get(row).filter(|_| column == NAME)?;
        Some(jump(session, id, of.rows.get(row)?.get(column)?))
    };
    table(of, &name)
}

/// A link to an indicator's block in the fill page.
pub fn jump(session: Session, id: IndicatorId, label: &str) -> El {
    let indicator = &session.rulebook_now()[id];
    el("button")
        .attr("type", "button")
        .class("link")
        .attr("data-jump", indicator.id)
        .text(label)
        .on("click", move |_| {
            session.show(View::Fill);
            platform::reveal_drawn(block_id(indicator));
        })
}
