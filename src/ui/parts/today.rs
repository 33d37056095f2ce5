//! The day that deadlines are counted from: today, or one that the user plans for.

use super::figure::text_input;
use crate::form::typed;
use crate::rulebook::Day;
use crate::text::{desk, page};
use crate::ui::dom::{El, button, classed, value};
use crate::ui::platform;
use crate::ui::session::Session;

/// The day, and a way to plan for another.
pub fn today(session: Session) -> El {
    let input = text_input("numeric")
        .attr("data-form", "today")
        .value_of(move || session.today().map(desk::day_text).unwrap_or_default())
        .on("change", move |event| {
            let typed = typed::day(&value(&event));
            match typed.ok().flatten().as_deref().and_then(Day::parse) {
                Some(day) => session.planned.set(Some(day)),
                None => {
                    session.tell(page::no_date(&value(&event)), true);
                    // What was typed is no day: the one that holds is shown again.
                    session.planned.set(session.planned.get_untracked());
                }
            }
        });
    let back = button("today", page::TODAY_BACK, move |_| session.planned.set(None))
        .class("clear")
        .hidden_while(move || session.planned.get().is_none());
    let year = move || {
        let (year, _, _) = platform::calendar(platform::now());
        let form = session.form.with(crate::form::Form::year);
        if year == form { String::new() } else { page::other_year(form) }
    };
    classed("p", "today")
        .child(classed("label", "").text(page::TODAY).child(input))
        .child(back)
        .child(classed("span", "hint").text_of(year))
}
