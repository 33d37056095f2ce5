//! What the rows show: a signal a row.
//!
//! One effect follows the form and sets the signals of the rows that changed. A memo
//! a row would be simpler, but then every edit wakes everything that every row
//! draws, only to find that nothing changed there.

use super::state_cell::status_field;
use crate::desk::Standing;
use crate::rulebook::{Answer, IndicatorId};
use crate::score::Score;
use crate::session::Session;
use crate::text::{review, sheet as words};
use crate::ui::context::{AppContext, set_changed};
use leptos::prelude::*;
use std::sync::Arc;

/// What the row of an indicator or task shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// How it stands.
    pub standing: Standing,
    /// The edited scenario has something else here than the baseline.
    pub supposed: bool,
    /// Reasons and the next step are told.
    pub with_reasons: bool,
    /// What reviewers say of its points.
    pub reviewed: Option<String>,
    /// The first unit, and all of them.
    pub units: (String, String),
    /// The id of the option that is picked as the state of a task.
    pub picked: Option<&'static str>,
}

/// The signals of all rows but the heads of units and deadlines.
#[derive(Clone)]
pub struct ShownRows {
    /// By the position of the indicator in the rulebook.
    items: Arc<[RwSignal<Shown>]>,
    /// By the position of the dimension in the rulebook.
    dimensions: Arc<[RwSignal<Score>]>,
    /// By the position of the group in the rulebook.
    groups: Arc<[RwSignal<Score>]>,
}

impl ShownRows {
    /// Follows the form that is shown. `with_reasons` is whether rows tell why
    /// points are missing.
    pub fn of(app: AppContext, with_reasons: Memo<bool>) -> ShownRows {
        let supposed = Memo::new(move |_| app.session.with(Session::supposed));
        let items = move || items(app, supposed.get(), with_reasons.get());
        let (dimensions, groups) = (move || dimensions(app), move || groups(app));
        let rows = untrack(|| ShownRows {
            items: items().map(RwSignal::new).collect(),
            dimensions: dimensions().map(RwSignal::new).collect(),
            groups: groups().map(RwSignal::new).collect(),
        });
        let all = rows.clone();
        Effect::new(move || {
            set_all(&all.items, items());
            set_all(&all.dimensions, dimensions());
            set_all(&all.groups, groups());
        });
        rows
    }

    /// What an indicator's row shows.
    pub fn item(&self, id: IndicatorId) -> Option<RwSignal<Shown>> {
        self.items.get(usize::from(id.0)).copied()
    }

    /// What a dimension comes to.
    pub fn dimension(&self, at: usize) -> Option<RwSignal<Score>> {
        self.dimensions.get(at).copied()
    }

    /// What a group comes to.
    pub fn group(&self, at: usize) -> Option<RwSignal<Score>> {
        self.groups.get(at).copied()
    }
}

/// Sets the signals of the rows that changed.
fn set_all<T: PartialEq + Send + Sync + 'static>(
    signals: &[RwSignal<T>],
    values: impl Iterator<Item = T>,
) {
    signals.iter().zip(values).for_each(|(signal, value)| set_changed(*signal, value));
}

fn items(
    app: AppContext,
    supposed: Vec<IndicatorId>,
    with_reasons: bool,
) -> impl Iterator<Item = Shown> {
    let (standings, form, now) = (app.standings.get(), app.form.get(), app.present.get());
    let ids = app.rulebook().indicator_ids();
    ids.zip(standings.to_vec()).map(move |(id, standing)| Shown {
        standing,
        supposed: supposed.contains(&id),
        with_reasons,
        reviewed: review::mark(&form, id),
        units: words::units_texts(&form, id),
        picked: status_field(app, id).and_then(|field| match now.case.answers.get(field) {
            Some(Answer::Choice(at)) => {
                app.rulebook()[field].options.get(usize::from(*at)).map(|option| option.id)
            }
            _ => None,
        }),
    })
}

fn dimensions(app: AppContext) -> impl Iterator<Item = Score> {
    let (rulebook, now) = (app.rulebook(), app.present.get());
    (0..rulebook.dimensions.len()).map(move |at| now.card.score_of_dimension(rulebook, at))
}

fn groups(app: AppContext) -> impl Iterator<Item = Score> {
    let (rulebook, now) = (app.rulebook(), app.present.get());
    (0..rulebook.groups.len()).map(move |at| now.card.score_of_group(rulebook, at))
}
