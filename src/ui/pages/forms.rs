//! The user's forms: open, name, duplicate, delete, begin new ones.

use crate::form::{self, Form};
use crate::link;
use crate::storage::{self, Aside, Saved, browser::Browser};
use crate::text::kind::{self, score_text};
use crate::text::{form_problem, page, sharing as words};
use crate::ui::dom::{El, button, classed, el, value};
use crate::ui::edit::unsaved;
use crate::ui::pages::incoming::open_link;
use crate::ui::parts::editions::{begin, edition_buttons};
use crate::ui::parts::total::total_bar;
use crate::ui::platform;
use crate::ui::session::{Incoming, SaveState, Session};
use crate::ui::view::View;
use leptos::prelude::*;
use std::rc::Rc;

/// A fictional form to look around in.
const SAMPLE: &str = include_str!("../../../seeds/sample-county.qiangxian.json");

/// The button that begins a blank form of one's own, of the open form's edition.
pub fn new_button(session: Session) -> El {
    button("new", page::NEW, move |_| begin(session, Some(Form::new(session.rulebook_now()))))
}

/// The editions that a blank form may have, beside the button.
pub fn new_menu(session: Session) -> El {
    let menu = classed("details", "menu");
    let whole = menu.clone();
    let summary = el("summary")
        .attr("aria-label", kind::NEW_OTHER)
        .text("▾")
        .on("click", move |_| session.ask_for_rest());
    let choices = el("div")
        .dynamic(move || {
            let rest = session.arrived.get();
            let editions = untrack(|| rest.map(|rest| (rest.editions)(session)));
            editions.unwrap_or_else(|| vec![el("p").text(page::WAIT)])
        })
        .on("click", move |_| whole.set("open", None));
    menu.child(summary.attr("title", kind::NEW_OTHER)).child(choices)
}

/// Reads again what could not be read before the rest of the page was there:
/// forms of other editions, and the address.
pub fn catch_up(session: Session) {
    let before = session.aside.get_untracked();
    if before.iter().any(Aside::of_unknown_edition)
        && let Ok(opened) = storage::open(&Browser)
    {
        let told = page::unreadable(before.len());
        session.notices.update(|all| all.retain(|notice| notice.text != told));
        let untouched = session.save.get_untracked() == SaveState::Untouched;
        let last = opened.forms.iter().find(|saved| Some(&saved.id) == opened.current.as_ref());
        let last = last.filter(|_| untouched).cloned();
        session.shelf.set(opened.forms);
        session.aside.set(opened.aside);
        if let Some(last) = last {
            session.open(last);
        }
    }
    super::incoming::follow(session);
}

/// The button that opens the fictional form as one's own.
pub fn sample_button(session: Session) -> El {
    button("sample", page::SAMPLE, move |_| session.with_rest(move |rest| (rest.sample)(session)))
}

/// Opens the fictional form as one's own.
pub fn sample(session: Session) {
    begin(session, form::read(SAMPLE).ok());
}

/// The list of saved forms.
pub fn forms_page(session: Session) -> El {
    session.flush();
    let shelf = classed("ul", "shelf").dynamic(move || {
        let open = session.id.get();
        session.shelf.get().into_iter().map(|saved| saved_form(session, &open, saved)).collect()
    });
    let aside = el("div").dynamic(move || {
        let aside = session.aside.get();
        if aside.is_empty() { Vec::new() } else { vec![aside_list(session, aside)] }
    });
    let main = classed("main", "forms")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(el("h2").text(page::FORMS))
        .child(classed("p", "hint").text(page::FORMS_HINT))
        .child(el("p").text(kind::NEW_HINT))
        .child(classed("p", "incoming-do").children(edition_buttons(session)))
        .child(paste(session))
        .child(shelf)
        .child(history(session))
        .child(aside);
    el("div").attr("data-view", View::Forms.name()).child(total_bar(session)).child(main)
}

/// A box for a link, or for a message with one.
fn paste(session: Session) -> El {
    let area = el("textarea").attr("rows", "2").attr("id", "paste").attr("data-form", "paste");
    let typed = area.clone();
    let open = button("paste", words::PASTE_OPEN, move |_| {
        let text = typed.held();
        let opened = match link::find(&text) {
            // The text of a form file is as good as the file.
            None if text.trim_start().starts_with('{') => open_text(session, &text),
            Some(found) => open_link(session, &found),
            None => {
                session.tell(words::NO_LINK.to_owned(), true);
                false
            }
        };
        // What could not be opened stays, to be looked at.
        if opened {
            typed.hold("");
        }
    });
    classed("p", "paste")
        .child(el("label").attr("for", "paste").text(words::PASTE))
        .child(classed("span", "hint").text(words::PASTE_HINT))
        .child(area)
        .child(open)
}

/// Shows the form of a file's text, or says why not and returns false.
fn open_text(session: Session, text: &str) -> bool {
    match form::read(text) {
        Ok(form) => {
            session.receive(vec![Incoming { name: None, date: None, form }]);
            true
        }
        Err(problem) => {
            session.tell(page::refused(words::PASTED, &form_problem(&problem)), true);
            false
        }
    }
}

/// What happened to the open form, the latest first.
fn history(session: Session) -> El {
    let list = el("ol").dynamic(move || {
        session.form.with(|form| {
            let events = form.history.iter().rev();
            let all: Vec<El> = events.map(|e| el("li").text(&words::event_text(e))).collect();
            if all.is_empty() { vec![el("li").text(words::NO_HISTORY)] } else { all }
        })
    });
    let fold = classed("details", "history").attr("data-history", "");
    fold.child(el("summary").text(words::HISTORY)).child(list)
}

fn saved_form(session: Session, open: &str, saved: Saved) -> El {
    let name = page::form_name(&saved.name, &saved.form);
    let total = saved.form.scorecard().score_of_all(saved.form.edition.0);
    let (answered, all) = saved.form.answered(&saved.form.case);
    let is_open = open == saved.id;
    let facts = page::saved_facts(
        &score_text(&total),
        &page::answered(answered, all),
        &platform::clock(saved.saved_at, true),
    );
    let id = saved.id.clone();
    let saved = Rc::new(saved);
    // Each action holds the form as it was saved.
    let act = |name: &str, label: &str, act: fn(Session, &Saved)| {
        let saved = saved.clone();
        button(name, label, move |_| act(session, &saved))
    };
    let renamed = saved.clone();
    let rename = el("input")
        .attr("type", "text")
        .attr("aria-label", page::FORM_NAME)
        .attr("data-action", "rename")
        .value_of(move || name.clone())
        .on("change", move |event| {
            session.rename(Saved::clone(&renamed), value(&event).trim().to_owned());
        });
    let actions = classed("p", "saved-do")
        .child(act("open", page::OPEN, |session, saved| {
            session.flush();
            if session.id.get_untracked() != saved.id {
                session.open(saved.clone());
            }
            session.show(View::Fill);
        }))
        .child(act("duplicate", page::DUPLICATE, |session, saved| {
            let name = page::copy_name(&page::form_name(&saved.name, &saved.form));
            session.restore(unsaved(name, saved.form.clone()));
        }))
        .child(act("download", page::EXPORT, |_, saved| {
            let file = page::file_name(&saved.form, &platform::day(platform::now()));
            platform::download(&file, page::JSON, &form::write(&saved.form));
        }))
        .child(act("delete", page::DELETE, |session, saved| session.delete(&saved.id)));
    let tag = is_open.then(|| classed("span", "tag").text(page::CURRENT));
    classed("li", if is_open { "current" } else { "" })
        .attr("data-form-id", &id)
        .child(classed("p", "saved-name").child(rename).children(tag))
        .child(el("p").text(saved.form.edition.title))
        .child(el("p").text(&facts))
        .child(actions)
}

/// What could not be read: kept, and handed out on request.
fn aside_list(session: Session, aside: Vec<Aside>) -> El {
    let items = aside.into_iter().map(|item| {
        let reason = item.problem.as_ref().map(form_problem).unwrap_or_default();
        let beginning: String = item.text.chars().take(60).chain(['…']).collect();
        let Aside { key, text, .. } = item;
        el("li")
            .attr("data-aside", "")
            .child(el("p").text(&beginning))
            .child(el("p").text(&reason))
            .child(
                classed("p", "saved-do")
                    .child(button("aside-download", page::DOWNLOAD, move |_| {
                        platform::download("qiangxian-recovered.json", page::JSON, &text);
                    }))
                    .child(button("aside-delete", page::DELETE, move |_| {
                        if storage::forget(&Browser, &key).is_ok() {
                            session.aside.update(|all| all.retain(|a| a.key != key));
                        }
                    })),
            )
    });
    classed("section", "aside")
        .child(el("h3").text(page::ASIDE))
        .child(classed("p", "hint").text(page::ASIDE_HINT))
        .child(classed("ul", "shelf").children(items))
}
