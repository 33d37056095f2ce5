//! A metric as it stands, and its reference values: two ends, or values of peers.

use super::baseline::{Changed, ToBaseline};
use super::figure::questioned;
use super::fold::Fold;
use crate::desk::Doubted;
use crate::rulebook::MetricId;
use crate::score::ends;
use crate::session::{ReferencePart, Slot};
use crate::text::{self, page};
use crate::ui::context::use_app;
use crate::ui::parts::{TextBox, figure};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// A metric; `stake` is what it can give. Other readings that form it otherwise
/// make another block.
#[component]
pub fn Metric(
    /// The metric.
    metric: MetricId,
    /// The points that depend on it.
    stake: Decimal,
) -> impl IntoView {
    let app = use_app();
    let readings = app.present.with_untracked(|now| now.case.readings.clone());
    let definition = app.rulebook().metric_under(metric, &readings);
    let line = Memo::new(move |_| {
        app.present.with(|now| text::metric_line(app.rulebook(), &now.case, metric))
    });
    let missing = Memo::new(move |_| {
        let ends = app.present.with(|now| ends(definition, now.case.references.get(metric)));
        let names: Vec<&str> =
            [(ends.satisfactory, page::SATISFACTORY), (ends.unacceptable, page::UNACCEPTABLE)]
                .into_iter()
                .filter(|(end, _)| end.value().is_none())
                .map(|(_, name)| name)
                .collect();
        (!names.is_empty()).then(|| page::reference_missing(&names, &figure(stake)))
    });
    let status = move || missing.get().unwrap_or_else(|| page::SET.to_owned());
    let has_drafts = app.session.with_untracked(|session| {
        [ReferencePart::Unacceptable, ReferencePart::Satisfactory, ReferencePart::Peers]
            .iter()
            .any(|end| session.fault_in(Slot::Reference(metric, *end)).is_some())
    });
    let is_open = has_drafts || missing.get_untracked().is_some();
    let peers_id = Slot::Reference(metric, ReferencePart::Peers).element_id(app.rulebook());
    view! {
        <p class="metric-line">{line}</p>
        {questioned(app, Doubted::Metric(metric), String::new())}
        <Fold
            class="references"
            title=page::REFERENCE
            status=Signal::derive(status)
            open=is_open
        >
            <div class="ends" role="group" aria-label=page::named(definition.label, page::REFERENCE)>
                <EndBox
                    metric
                    end=ReferencePart::Unacceptable
                    unit=definition.unit
                    label=page::UNACCEPTABLE
                    default=definition.unacceptable
                />
                <EndBox
                    metric
                    end=ReferencePart::Satisfactory
                    unit=definition.unit
                    label=page::SATISFACTORY
                    default=definition.satisfactory
                />
                <div class="peers">
                    <label for=peers_id>{page::PEERS}</label>
                    <TextBox
                        holds=Slot::Reference(metric, ReferencePart::Peers)
                        rows=2
                        unit=definition.unit
                        placeholder=page::PEERS_HINT
                    />
                </div>
            </div>
            <ToBaseline what=Changed::Reference(metric) />
        </Fold>
    }
}

#[component]
fn EndBox(
    /// The metric.
    metric: MetricId,
    /// Which end.
    end: ReferencePart,
    /// The unit of the metric.
    unit: &'static str,
    /// What it is called.
    label: &'static str,
    /// The default of the document or of ours.
    default: Option<Decimal>,
) -> impl IntoView {
    let app = use_app();
    let slot = Slot::Reference(metric, end);
    let id = slot.element_id(app.rulebook());
    let unit_id = format!("{id}-unit");
    view! {
        <div class="end">
            <label for=id>{label}</label>
            <span class="box">
                <TextBox
                    holds=slot
                    unit
                    described_by=unit_id.clone()
                    placeholder=default.map(page::default_value).unwrap_or_default()
                />
                <span class="unit" id=unit_id>{unit}</span>
            </span>
        </div>
    }
}
