//! The head of the page: views, the form's name, saving, and what one can do.

use super::files;
use crate::form::{self, EventKind, Form};
use crate::text::kind::words;
use crate::text::{desk, page};
use crate::ui::dom::{El, button, classed, el};
use crate::ui::pages::forms::{new_button, new_menu, sample_button};
use crate::ui::platform;
use crate::ui::session::{SaveState, Session};
use crate::ui::view::View;
use leptos::prelude::*;

/// Stands above every view.
pub fn header(session: Session) -> El {
    let name =
        move || session.form.with(|form| session.name.with(|name| page::form_name(name, form)));
    let saved = move || match session.save.get() {
        SaveState::Saved(at) => page::saved_at(&platform::clock(at, false)),
        _ => String::new(),
    };
    let step = move |action: &str, label: &str, keys: &str, back: bool| {
        button(action, label, move |_| session.step(back)).attr("title", keys).flag_while(
            "disabled",
            move || {
                let can = session.undo.with(|u| if back { u.can_undo() } else { u.can_redo() });
                !(can && session.in_view())
            },
        )
    };
    let share =
        button("share", page::SHARE, move |_| session.sharing.update(|open| *open = !*open))
            .class("primary")
            .state_of("aria-expanded", move || session.sharing.get());
    let names = classed("div", "head-name").child(el("h1").text(page::APP)).child(
        el("p")
            .child(el("b").text_of(name))
            .child(classed("span", "saved").attr("data-saved", "").text_of(saved)),
    );
    let tabs = classed("nav", "tabs").children(View::ALL.map(|view| tab(session, view)));
    let actions = classed("div", "actions")
        .child(step("undo", page::UNDO, page::UNDO_KEYS, true))
        .child(step("redo", page::REDO, page::REDO_KEYS, false))
        .child(new_button(session))
        .child(new_menu(session))
        .child(sample_button(session))
        .child(button("import", page::IMPORT, move |_| files::choose()))
        .child(button("export", page::EXPORT, move |_| {
            session.with_rest(move |rest| (rest.export)(session));
        }))
        .child(button("print", page::PRINT, move |_| platform::print()))
        .child(share);
    classed("header", "head").child(names).child(actions).child(tabs)
}

fn tab(session: Session, view: View) -> El {
    let label = move || {
        // A form's edition never changes: another edition is another form.
        session.id.track();
        let kind = session.form.with_untracked(|form| form.edition.kind);
        match view {
            View::Fill => page::FILL,
            View::Overview => desk::OVERVIEW,
            View::Gaps => words(kind).gaps,
            View::Departments => page::UNITS,
            View::Compare => page::COMPARE,
            View::Plan => page::PLAN,
            View::Report => page::REPORT,
            View::Forms => page::FORMS,
        }
        .to_owned()
    };
    el("a")
        .attr("href", &view.hash())
        .text_of(label)
        .attr_of("aria-current", move || {
            let shown = session.incoming.with(|i| i.is_empty()) && session.view.get() == view;
            shown.then(|| "page".to_owned())
        })
        .on("click", move |event| {
            event.prevent_default();
            session.show(view);
        })
}

/// Hands the form that is shown to the user as a file.
pub fn export(session: Session) {
    if session.incoming.with_untracked(Vec::is_empty) {
        session.record(EventKind::Exported, "");
    }
    let form = untrack(|| session.with_shown(Form::clone));
    let name = page::file_name(&form, &platform::day(platform::now()));
    platform::download(&name, page::JSON, &form::write(&form));
}
