//! What a reviewer says of one indicator.

use crate::form::typed::{TypedFault, decimal_in};
use crate::form::{ReviewFinding, ReviewStage, Verdict};
use crate::rulebook::IndicatorId;
use crate::session::{Address, Session};
use crate::text::{page, review as words};
use crate::ui::context::use_app;
use crate::ui::parts::{AddressLink, Fault, When};
use leptos::prelude::*;
use rust_decimal::Decimal;

/// The row of an indicator.
#[component]
pub fn FindingRow(
    /// The round.
    stage: ReviewStage,
    /// The indicator.
    id: IndicatorId,
    /// Whether the round is only read.
    fixed: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let indicator = &app.rulebook()[id];
    let found = Memo::new(move |_| {
        app.form.with(|form| form.reviews.get(&stage).and_then(|one| one.rows.get(&id).cloned()))
    });
    let own = Memo::new(move |_| {
        app.present.with(|now| {
            let range = now.card.indicators.get(usize::from(id.0)).map(|one| one.range);
            let range = range.unwrap_or_default();
            if range.is_settled() {
                words::points(range.low)
            } else {
                format!("{}–{}", words::points(range.low), words::points(range.high))
            }
        })
    });
    // 核查 goes by what the first review found.
    let before = Memo::new(move |_| {
        app.form.with(|form| {
            let first =
                form.reviews.get(&ReviewStage::First).filter(|_| stage == ReviewStage::Check)?;
            let found = first.rows.get(&id)?;
            Some(format!(
                "{} {}",
                words::stage_name(ReviewStage::First),
                words::finding_short(found)
            ))
        })
    });
    let verdict = Memo::new(move |_| found.with(|found| found.as_ref().map(|one| one.verdict)));
    let options = Verdict::ALL
        .map(|one| {
            view! {
                <option value=one.name() selected=move || verdict.get() == Some(one)>
                    {words::verdict_name(one)}
                </option>
            }
        })
        .collect_view();
    let judge = move |name: String| {
        let verdict = Verdict::ALL.into_iter().find(|one| one.name() == name);
        app.update(|session| session.judge_points(stage, id, verdict));
    };
    view! {
        <tr data-indicator=indicator.id>
            <th scope="row">{indicator.id}</th>
            <td>
                <AddressLink to=Address::indicator(indicator.id)>{indicator.title}</AddressLink>
            </td>
            <td class="figure" data-name=words::MOST>
                {words::points(indicator.points)}
            </td>
            <td class="figure" data-name=words::OWN>
                {own}
                {move || before.get().map(|text| view! { <span class="reviewed">{text}</span> })}
            </td>
            <td>
                <select
                    data-verdict
                    aria-label=page::named(words::VERDICT, indicator.id)
                    disabled=move || fixed.get()
                    prop:value=Signal::derive(move || {
                        verdict.get().map_or("", Verdict::name).to_owned()
                    })
                    on:change:target=move |event| judge(event.target().value())
                >
                    <option value="" selected=move || verdict.get().is_none()>
                        {words::NONE_YET}
                    </option>
                    {options}
                </select>
                <When is=Signal::derive(move || verdict.get() == Some(Verdict::Reduced))>
                    <Points stage=stage id=id found=found fixed=fixed />
                </When>
            </td>
            <td>
                <When is=Signal::derive(move || verdict.get().is_some())>
                    <textarea
                        rows="1"
                        data-reason
                        data-undo=""
                        aria-label=page::named(words::REASON, app.rulebook()[id].id)
                        readonly=move || fixed.get()
                        prop:value=Signal::derive(move || {
                            found.with(|one| one.as_ref().map(|one| one.reason.clone()))
                                .unwrap_or_default()
                        })
                        on:input:target=move |event| {
                            let text = event.target().value();
                            app.update(|session| session.set_reason(stage, id, text));
                        }
                        on:blur=move |_| {
                            let _ = app.session.try_update(Session::seal);
                        }
                    ></textarea>
                </When>
            </td>
        </tr>
    }
}

/// The points that a reviewer gives instead. What is no figure stays in the box, with
/// the reason under it, and gives none.
#[component]
fn Points(
    /// The round.
    stage: ReviewStage,
    /// The indicator.
    id: IndicatorId,
    /// What is said of it.
    found: Memo<Option<ReviewFinding>>,
    /// Whether the round is only read.
    fixed: Signal<bool>,
) -> impl IntoView {
    let app = use_app();
    let number = app.rulebook()[id].id;
    let most = app.rulebook()[id].points;
    let points = Memo::new(move |_| found.with(|one| one.as_ref().and_then(|one| one.points)));
    let half = RwSignal::new(None::<(String, String)>);
    let text = Signal::derive(move || {
        let typed = half.with(|half| half.as_ref().map(|(text, _)| text.clone()));
        let known = || points.get().map(|value| value.normalize().to_string());
        typed.or_else(known).unwrap_or_default()
    });
    let fault = Signal::derive(move || {
        half.with(|half| half.as_ref().map(|(_, fault)| fault.clone()))
            .filter(|said| !said.is_empty())
    });
    let type_in = move |text: String| {
        let read = decimal_in(&text, "").and_then(|value| match value {
            Some(value) if value < Decimal::ZERO || value > most => {
                Err(TypedFault::Between(Some(Decimal::ZERO), Some(most)))
            }
            value => Ok(value),
        });
        let (value, said) = match read {
            Ok(value) => (value, String::new()),
            Err(fault) => (None, page::typed_fault_alone(&fault, &text)),
        };
        let plain = value.map(|value| value.normalize().to_string()).unwrap_or_default();
        half.set((plain != text).then_some((text, said)));
        app.update(|session| session.set_found_points(stage, id, value));
    };
    let message = format!("found-{number}-fault");
    let described = message.clone();
    view! {
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            size="6"
            data-found
            data-undo=""
            aria-label=page::named(words::POINTS, number)
            aria-invalid=move || fault.get().map(|_| "true")
            aria-describedby=move || fault.get().map(|_| described.clone())
            placeholder=words::POINTS
            readonly=move || fixed.get()
            prop:value=text
            on:input:target=move |event| type_in(event.target().value())
            on:blur=move |_| {
                let _ = app.session.try_update(Session::seal);
            }
        />
        <Fault id=message fault=fault />
    }
}
