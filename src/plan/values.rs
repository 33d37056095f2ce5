//! The values that a field of any kind can take, in an order.

use super::change::{Placeholder, Trial};
use super::grid::Grid;
use crate::rulebook::{Answer, FieldId, FieldKind};

/// The values of a field, in an order.
pub enum Values {
    Figures(Grid),
    Listed(Vec<Answer>),
}

impl Values {
    /// The values of a field.
    pub fn of(trial: &Trial, field: FieldId, words: Placeholder) -> Values {
        let definition = &trial.rulebook[field];
        if let Some(grid) = Grid::of(definition.kind) {
            return Values::Figures(grid);
        }
        let options = definition.options.len() as u8;
        Values::Listed(match definition.kind {
            FieldKind::YesNo => vec![Answer::YesNo(false), Answer::YesNo(true)],
            FieldKind::Choice => (0..options).map(Answer::Choice).collect(),
            FieldKind::Set => {
                let chosen = match trial.answers().get(field) {
                    Some(Answer::Set(chosen)) => *chosen,
                    _ => 0,
                };
                // The set grows through what is chosen already, then through the rest.
                let is_chosen = |option: &u8| chosen >> option & 1 == 1;
                let order = (0..options).filter(|o| is_chosen(o));
                let order = order.chain((0..options).filter(|o| !is_chosen(o)));
                let mut set = 0u32;
                let mut all = vec![Answer::Set(0)];
                for option in order {
                    set |= 1 << option;
                    all.push(Answer::Set(set));
                }
                all
            }
            _ => {
                let level = options.saturating_sub(1);
                // More rows than any cap of points has room for.
                let most = u32::try_from(trial.rulebook.points.ceil()).unwrap_or(0).min(100);
                (0..=most).map(|more| Answer::Rows(trial.rows(field, level, more, words))).collect()
            }
        })
    }

    /// The answer at a place.
    pub fn answer(&self, place: i64) -> Option<Answer> {
        match self {
            Values::Figures(grid) => Some(grid.answer(place)),
            Values::Listed(all) => all.get(usize::try_from(place).ok()?).cloned(),
        }
    }

    /// The first and the last place.
    pub fn ends(&self) -> (i64, i64) {
        match self {
            Values::Figures(grid) => (grid.least, grid.most),
            Values::Listed(all) => (0, all.len() as i64 - 1),
        }
    }
}
