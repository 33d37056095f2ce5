//! The list of gaps (失分清单): what is lost, what is open, and why.

use super::page_of;
use crate::desk::Order;
use crate::rulebook::Kind;
use crate::text::desk as words;
use crate::text::kind;
use crate::ui::dom::{El, classed, el};
use crate::ui::parts::gaps::{gaps, with_steps};
use crate::ui::parts::table::takeaway;
use crate::ui::parts::today::today;
use crate::ui::session::Session;
use crate::ui::state::State;
use crate::ui::view::View;

const ORDERS: [(Order, &str, &str); 3] = [
    (Order::Points, "points", words::BY_POINTS),
    (Order::Department, "department", words::BY_DEPARTMENT),
    (Order::Deadline, "deadline", words::BY_DEADLINE),
];

/// Every indicator below its maximum.
pub fn gaps_page(session: Session) -> El {
    let kind = session.rulebook_now().kind;
    let said = kind::words(kind);
    let checklist = kind == Kind::Checklist;
    let first = if checklist { Order::Deadline } else { Order::Points };
    let order = State::new(first);
    let orders = ORDERS.into_iter().filter(|(one, ..)| !checklist || *one != Order::Points);
    let orders = orders.map(|(one, name, label)| {
        el("button")
            .attr("type", "button")
            .attr("data-order", name)
            .text(label)
            .state_of("aria-pressed", move || order.get() == one)
            .on("click", move |_| order.set(one))
    });
    let list = el("div").dynamic(move || {
        let order = order.get();
        let shown = session.desk(|desk| {
            let all = desk.gaps(order);
            if all.is_empty() {
                return classed("p", "hint").text(said.no_gaps);
            }
            gaps(session, desk, &all)
        });
        shown.into_iter().collect()
    });
    let make = move || {
        let order = order.get_untracked();
        session.desk(|desk| with_steps(desk, &desk.gaps(order))).unwrap_or_default()
    };
    page_of(
        session,
        View::Gaps,
        said.gaps,
        [
            classed("p", "filters")
                .attr("role", "group")
                .attr("aria-label", words::ORDER)
                .children(orders),
            today(session),
            takeaway(make),
            list,
        ],
    )
}
