//! Notices and errors meant for the user.

use crate::text::page;
use crate::ui::dom::{El, button, classed, el, memo};
use crate::ui::session::{Notice, SaveState, Session};
use leptos::prelude::*;

/// What the user should know now, each until it is dismissed.
pub fn messages(session: Session) -> El {
    // A memo, so that a trouble that lasts is read out once.
    let fault = memo(move || match session.save.get() {
        SaveState::Failed(fault) => (String::new(), Some(page::not_saved(fault).to_owned())),
        _ => (String::new(), None),
    });
    classed("div", "messages")
        .child(el("div").attr("role", "alert").dynamic(move || {
            let message =
                |text: String| classed("p", "message urgent").attr("data-message", "").text(&text);
            fault.get().1.map(message).into_iter().collect()
        }))
        .child(el("div").dynamic(move || {
            session.notices.get().into_iter().map(|notice| message(session, notice)).collect()
        }))
}

/// While a veto item stands, every view says so, and every print.
pub fn veto_banner(session: Session) -> El {
    let items =
        memo(move || (session.with_shown(|form| form.veto.join(page::AND)), None::<String>));
    el("div").dynamic(move || {
        let (items, _) = items.get();
        if items.is_empty() {
            return Vec::new();
        }
        let banner = classed("p", "message urgent veto").attr("data-veto", "");
        vec![banner.attr("data-message", "").text(&page::named(page::VETOED, &items))]
    })
}

fn message(session: Session, notice: Notice) -> El {
    let id = notice.id;
    let dismiss = move || session.notices.update(|all| all.retain(|n| n.id != id));
    let restore = notice.restore.map(|saved| {
        button("restore", page::UNDO, move |_| {
            session.restore((*saved).clone());
            dismiss();
        })
    });
    classed("div", if notice.urgent { "message urgent" } else { "message" })
        .attr("role", if notice.urgent { "alert" } else { "status" })
        .attr("data-message", "")
        .child(el("span").text(&notice.text))
        .children(restore)
        .child(button("dismiss", page::DISMISS, move |_| dismiss()))
}
