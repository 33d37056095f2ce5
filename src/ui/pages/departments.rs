//! Departments: who has to bring what, and how far each is.

use super::page_of;
use crate::desk::Department;
use crate::rulebook::{IndicatorId, Kind};
use crate::text::desk as words;
use crate::text::desk::{department_table, departments_table, supporters_table};
use crate::text::kind;
use crate::ui::dom::{El, button, classed, el};
use crate::ui::parts::gaps::linked;
use crate::ui::parts::slice::slice_maker;
use crate::ui::parts::table::{table, takeaway};
use crate::ui::parts::today::today;
use crate::ui::session::Session;
use crate::ui::state::State;
use crate::ui::view::View;
use leptos::prelude::*;

/// All units a line each, and the one that is chosen in full.
pub fn departments_page(session: Session) -> El {
    let chosen = State::new(None::<String>);
    let all = el("div").dynamic(move || {
        let shown = session.desk(|desk| {
            let all = desk.departments();
            let names: Vec<&'static str> = all.iter().map(|one| one.name).collect();
            let cell = |row: usize, column: usize| {
                let name = *names.get(row).filter(|_| column == 0)?;
                let choose = move |_| chosen.set(Some(name.to_owned()));
                let open = button("department", name, choose).class("link");
                Some(open.attr("data-department", name).state_of("aria-pressed", move || {
                    chosen.with(|chosen| chosen.as_deref() == Some(name))
                }))
            };
            table(&departments_table(desk, &all), &cell)
        });
        shown.into_iter().collect()
    });
    let one = el("div").dynamic(move || {
        let Some(unit) = chosen.get() else {
            return vec![classed("p", "hint").text(words::CHOOSE_DEPARTMENT)];
        };
        let name = unit.clone();
        let shown = session.desk(|desk| {
            let department = desk.department(&name)?;
            let ids = indicators(&department);
            Some(linked(session, &department_table(desk, &department), &ids))
        });
        let make = move || {
            let table =
                session.desk(|desk| desk.department(&name).map(|one| department_table(desk, &one)));
            table.flatten().unwrap_or_default()
        };
        shown.flatten().into_iter().chain([takeaway(make)]).collect()
    });
    // It stays while the form goes on: the link that was asked for is in it.
    let maker = el("div").dynamic(move || {
        let Some(unit) = chosen.get() else { return Vec::new() };
        untrack(|| {
            // What reaches a unit only as one of the other members is asked of others.
            let asked = session.desk(|desk| {
                let department = desk.department(&unit)?;
                let mut all = department.leads.indicators.clone();
                all.extend(department.supports.indicators);
                Some(all)
            });
            vec![slice_maker(session, unit.clone(), asked.flatten().unwrap_or_default())]
        })
    });
    let make = move || {
        session.desk(|desk| departments_table(desk, &desk.departments())).unwrap_or_default()
    };
    let checklist = session.rulebook_now().kind == Kind::Checklist;
    let supporters = checklist.then(|| {
        let make = move || {
            session.desk(|desk| supporters_table(desk, &desk.departments())).unwrap_or_default()
        };
        let all = el("div").dynamic(move || vec![table(&make(), &|_, _| None)]);
        el("section").attr("data-progress", "support").child(all).child(takeaway(make))
    });
    let one = classed("section", "department").attr("aria-live", "polite").child(one).child(maker);
    page_of(
        session,
        View::Departments,
        words::DEPARTMENTS,
        [
            classed("p", "hint").text(kind::words(session.rulebook_now().kind).departments_hint),
            today(session),
            one,
            all,
            takeaway(make),
        ]
        .into_iter()
        .chain(supporters),
    )
}

/// All indicators of a unit, in the order of its table.
fn indicators(department: &Department) -> Vec<IndicatorId> {
    let mut all = department.leads.indicators.clone();
    all.extend(&department.supports.indicators);
    all.extend(&department.as_member);
    all
}
