//! Departments: who has to bring what, how far each is, and sending each its part.

mod all_slices;
mod boxes;
mod edit;
mod rows;
mod slice;
mod supporters;

use super::Page;
use super::today::Today;
use crate::desk::{Department, dispatch};
use crate::form::{Sending, UnitPart};
use crate::rulebook::{IndicatorId, Kind, Text};
use crate::session::View;
use crate::text::desk::{self as words, departments_table};
use crate::text::report::FOR_ALL_UNITS;
use crate::text::table::Table;
use crate::text::units::{own_prefix, with_prefix};
use crate::text::{dispatch as sent, kind};
use crate::ui::browser;
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, Takeaway, When, drawn};
use all_slices::AllSlices;
use edit::{EditPanel, unlisted};
use leptos::prelude::*;
use rows::Rows;
use slice::SlicePanel;
use std::sync::Arc;
use supporters::Supporters;

/// All units: how each stands, as a table and as figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Units {
    pub all: Vec<Department>,
    /// A line for each.
    pub table: Table,
    /// How far the slice of each is.
    pub dispatch: Vec<Sending>,
}

/// What is open beside the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The slice of a unit.
    Unit(Text),
    /// What is set of a unit.
    Edit(Text),
    /// The parts of all units at once.
    All,
}

/// A line for each unit, and the panel that makes its part.
#[component]
pub fn DepartmentsPage() -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let units = Memo::new(move |_| Arc::new(units(app)));
    let panel = RwSignal::new(None::<Panel>);
    let close = Callback::new(move |()| close(panel));
    // Parts go out of a whole form of the user's own.
    let sends =
        Memo::new(move |_| !app.read_only.get() && app.form.with(|form| form.slice.is_none()));
    let has_words = units.with_untracked(|units| units.all.iter().any(|one| one.is_word));
    view! {
        <Page view=View::Departments title=words::DEPARTMENTS>
            <div class="department-tools">
                <When is=Signal::derive(move || sends.get())>
                    <button
                        type="button"
                        class="primary"
                        id="slice-all"
                        data-action="slice-all"
                        aria-expanded=Signal::derive(move || (panel.get() == Some(Panel::All)).to_string())
                        on:click=move |_| panel.set(Some(Panel::All))
                    >
                        {sent::MAKE_ALL}
                    </button>
                    <span class="tally">
                        {Signal::derive(move || units.with(|units| sent::tally_text(&units.dispatch)))}
                    </span>
                    <Prefix />
                </When>
                <Takeaway make=move |()| {
                    units.with_untracked(|units| Table::clone(&units.table))
                } />
            </div>
            {drawn(Box::new(move || match panel.get().filter(|_| sends.get()) {
                Some(shown) => self::panel(shown, units, close),
                None => ().into_any(),
            }))}
            <Rows units=units panel=panel sends=sends />
            <When is=Signal::derive(move || sends.get())>{unlisted(app)}</When>
            {(rulebook.kind == Kind::Checklist).then(|| view! { <Supporters units=units /> })}
            <div class="notes">
                <Today />
                <p class="hint">
                    {sent::ROWS_HINT} " " {kind::words(rulebook.kind).departments_hint}
                </p>
                {has_words.then(|| view! { <p class="hint">{words::MEMBERS_HINT}</p> })}
                <p class="hint">{words::OVERDUE_HINT}</p>
            </div>
        </Page>
    }
}

/// What is open beside the table.
fn panel(shown: Panel, units: Memo<Arc<Units>>, close: Callback<()>) -> AnyView {
    match shown {
        Panel::Unit(unit) => view! { <SlicePanel unit=unit close=close /> }.into_any(),
        Panel::Edit(unit) => view! { <EditPanel unit=unit close=close /> }.into_any(),
        Panel::All => view! { <AllSlices units=units close=close /> }.into_any(),
    }
}

/// Calls the units after the county, where the edition calls them after a district.
#[component]
fn Prefix() -> impl IntoView {
    let app = use_app();
    let own = move || app.form.with(|form| own_prefix(&form.county));
    let Some((own, label)) = untrack(own) else { return ().into_any() };
    // Whether any unit is still called after a district.
    let is_left = Signal::derive(move || {
        app.form.with(|form| {
            let is_left =
                |unit: &Text| form.unit(unit) == *unit && with_prefix(unit, own).is_some();
            form.edition.units().iter().any(is_left)
        })
    });
    let change = move |()| {
        app.update(|session| {
            let rulebook = session.rulebook();
            session.set_units(|units| {
                for unit in rulebook.units() {
                    let is_official = units.name(unit) == unit;
                    if let Some(name) = with_prefix(unit, own).filter(|_| is_official) {
                        // A name that another unit has already is left to it.
                        units.write(rulebook, UnitPart::Name, unit, &name);
                    }
                }
            });
        });
    };
    view! {
        <ActionButton action="units-prefix" label=label look="quiet" enabled=is_left press=change />
    }
    .into_any()
}

fn units(app: AppContext) -> Units {
    app.desk(|desk| {
        let all = desk.departments();
        Units {
            table: departments_table(desk, &all),
            dispatch: all.iter().map(|one| dispatch(desk.form, one.name, FOR_ALL_UNITS)).collect(),
            all,
        }
    })
}

/// What a unit is asked: what it leads and supports. What reaches it only as one
/// of the other members is asked of others.
pub fn asked(department: &Department) -> Vec<IndicatorId> {
    let mut all = department.leads.indicators.clone();
    all.extend(&department.supports.indicators);
    all
}

/// Closes the panel; the focus goes back to what opened it.
fn close(panel: RwSignal<Option<Panel>>) {
    let opener = match panel.get_untracked() {
        Some(Panel::Unit(unit)) => rows::opener("slice", unit),
        Some(Panel::Edit(unit)) => rows::opener("unit-edit", unit),
        _ => "#slice-all".to_owned(),
    };
    panel.set(None);
    browser::focus_soon(opener);
}
