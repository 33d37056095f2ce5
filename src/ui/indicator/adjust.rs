//! A manual adjustment (自评调整) of an indicator's score, with its reason.

use super::fold::Fold;
use crate::rulebook::IndicatorId;
use crate::session::Slot;
use crate::text::page;
use crate::ui::context::use_app;
use crate::ui::parts::{TextBox, figure};
use leptos::prelude::*;

/// Points and reason; they enter the form together.
#[component]
pub fn Adjust(
    /// The indicator.
    id: IndicatorId,
) -> impl IntoView {
    let app = use_app();
    let rulebook = app.rulebook();
    let now = Memo::new(move |_| {
        app.form.with(|form| form.adjustments.get(&id).map(|one| figure(one.points)))
    });
    let status = move || now.get().unwrap_or_default();
    let (points, reason) = (Slot::AdjustedPoints(id), Slot::AdjustedReason(id));
    let has_drafts = app.session.with_untracked(|session| {
        session.fault_in(points).is_some() || session.fault_in(reason).is_some()
    });
    let unit_id = format!("{}-unit", points.element_id(rulebook));
    view! {
        <Fold
            class="adjust"
            title=page::ADJUST
            status=Signal::derive(status)
            open=has_drafts || now.get_untracked().is_some()
        >
            <div data-adjust role="group" aria-label=page::named(page::ADJUST, rulebook[id].id)>
                <div class="adjust-points">
                    <label for=points.element_id(rulebook)>{page::ADJUST_TO}</label>
                    <span class="box">
                        <TextBox
                            holds=points
                            inputmode="decimal"
                            unit=page::POINTS
                            described_by=unit_id.clone()
                        />
                        <span class="unit" id=unit_id>
                            {page::of_points(&figure(rulebook[id].points))}
                        </span>
                    </span>
                </div>
                <div class="adjust-reason">
                    <label for=reason.element_id(rulebook)>{page::REASON}</label>
                    <TextBox holds=reason placeholder=page::ADJUST_WHY />
                </div>
            </div>
        </Fold>
    }
}
