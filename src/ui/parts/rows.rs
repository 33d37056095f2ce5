//! Rows of a list field: one honour a row.

use super::super::platform;
use super::field::control_id;
use super::figure::{Typed, fault_message};
use crate::form::typed;
use crate::rulebook::{Answer, FieldId, Row};
use crate::text::page;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The rows of a list field.
pub fn rows(session: Session, id: FieldId) -> AnyView {
    let field = &session.rulebook_now()[id];
    let count = Memo::new(move |_| session.form.with(|form| rows_of(form, id).map(<[Row]>::len)));
    let control = control_id(&field.id);
    let suggestions = format!("{control}-titles");
    let options = field
        .suggestions
        .iter()
        .map(|title| view! { <option value=title.as_str()></option> })
        .collect_view();
    let add = move |_| {
        change(session, id, |rows| rows.push(Row::default()));
        session.seal();
        let at = count.get_untracked().unwrap_or(1).saturating_sub(1);
        request_animation_frame(move || platform::reveal(&cell_id(field.id.as_str(), at, "title")));
    };
    let none = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        session.answer(id, on.then(|| Answer::Rows(Vec::new())));
        session.seal();
    };
    let hint =
        (!field.hint.is_empty()).then(|| view! { <p class="hint">{field.hint.as_str()}</p> });
    let suggestions_id = suggestions.clone();
    view! {
        <fieldset class="field list" data-field=field.id.as_str() id=control>
            <legend>{field.label.as_str()}</legend>
            {hint}
            <datalist id=suggestions>{options}</datalist>
            {move || {
                (0..count.get().unwrap_or(0))
                    .map(|at| row(session, id, at, suggestions_id.clone()))
                    .collect_view()
            }}
            <div class="choices">
                <button type="button" data-action="row-add" on:click=add>{page::ROW_ADD}</button>
                <label class="choice none" hidden=move || count.get().is_some_and(|n| n > 0)>
                    <input type="checkbox" value="none-of-these"
                        prop:checked=move || count.get() == Some(0) on:change=none />
                    <span>{page::NO_ROWS}</span>
                </label>
            </div>
        </fieldset>
    }
    .into_any()
}

fn row(session: Session, id: FieldId, at: usize, suggestions: String) -> AnyView {
    let field = &session.rulebook_now()[id];
    let cell = move |part: fn(&Row) -> String| {
        Memo::new(move |_| {
            session.form.with(|form| {
                rows_of(form, id).and_then(|rows| rows.get(at)).map(part).unwrap_or_default()
            })
        })
    };
    let (title, recipient) = (cell(|r| r.title.clone()), cell(|r| r.recipient.clone()));
    let level = cell(|r| r.level.map(|l| l.to_string()).unwrap_or_default());
    let year = cell(|r| r.year.map(|y| y.to_string()).unwrap_or_default());
    let take_year = move |text: &str| {
        let year = typed::year(text)?;
        edit(session, id, at, |row| row.year = year);
        Ok(())
    };
    let typed_year = Typed {
        slot: format!("{}[{at}].year", field.id),
        value: Signal::derive(move || year.get()),
        take: Box::new(take_year),
        judge: Box::new(|text| typed::year(text).map(|_| ())),
        in_force: Box::new(move || Some(year.get()).filter(|y| !y.is_empty())),
    }
    .build(session);
    let remove = move |_| {
        change(session, id, |rows| {
            if at < rows.len() {
                rows.remove(at);
            }
        });
        // Half-typed years belong to places, and these have moved.
        session.drafts.update(|drafts| {
            drafts.retain(|slot, _| !slot.starts_with(&format!("{}[", field.id)));
        });
        session.seal();
    };
    let levels = field
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            view! {
                <option value=option.id.as_str()
                    prop:selected=move || level.get() == at.to_string()>
                    {option.label.as_str()}
                </option>
            }
        })
        .collect_view();
    let choose_level = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        let level = field.options.iter().zip(0u8..).find(|(o, _)| o.id == value).map(|(_, at)| at);
        edit(session, id, at, |row| row.level = level);
        session.seal();
    };
    let text = move |part: &'static str,
                     label: &'static str,
                     value: Memo<String>,
                     list: Option<String>| {
        let place = cell_id(&field.id, at, part);
        let typed = move |event: web_sys::Event| {
            let text = event_target_value(&event);
            edit(session, id, at, |row| match part {
                "title" => row.title = text,
                _ => row.recipient = text,
            });
        };
        let label_for = place.clone();
        view! {
            <label class=part for=label_for>{label}
                <input type="text" id=place data-part=part list=list autocomplete="off"
                    prop:value=value on:input=typed on:blur=move |_| session.seal()
                    on:keydown=walk />
            </label>
        }
    };
    let fault_id = format!("{}-fault", cell_id(&field.id, at, "year"));
    view! {
        <div class="row" data-row=at.to_string()>
            {text("title", page::TITLE, title, Some(suggestions))}
            {text("recipient", page::RECIPIENT, recipient, None)}
            <label class="level">{page::LEVEL}
                <select data-part="level" on:change=choose_level on:keydown=walk>
                    <option value="" prop:selected=move || level.get().is_empty()>
                        {page::CHOOSE}
                    </option>
                    {levels}
                </select>
            </label>
            <label class="year">{page::ROW_YEAR}
                <input type="text" inputmode="numeric" data-part="year" autocomplete="off"
                    aria-invalid=move || typed_year.fault.with(Option::is_some).then_some("true")
                    aria-describedby=fault_id.clone()
                    prop:value=typed_year.text
                    on:input=move |event| typed_year.on_input.run(event_target_value(&event))
                    on:blur=move |_| typed_year.on_leave.run(())
                    on:keydown=walk />
            </label>
            <button type="button" data-action="row-remove" on:click=remove
                aria-label=format!("{} {}", page::ROW_REMOVE, at + 1)>{page::ROW_REMOVE}</button>
            {fault_message(typed_year, fault_id)}
        </div>
    }
    .into_any()
}

fn walk(event: web_sys::KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
        platform::walk_on(&event);
    }
}

fn cell_id(field: &str, at: usize, part: &str) -> String {
    format!("{}-{at}-{part}", control_id(field))
}

fn rows_of(form: &crate::form::Form, id: FieldId) -> Option<&[Row]> {
    match form.case.answers.get(id) {
        Some(Answer::Rows(rows)) => Some(rows),
        _ => None,
    }
}

/// Changes one row.
fn edit(session: Session, id: FieldId, at: usize, change: impl FnOnce(&mut Row)) {
    self::change(session, id, |rows| {
        if let Some(row) = rows.get_mut(at) {
            change(row);
        }
    });
}

/// Changes the rows; without any the question is open again.
fn change(session: Session, id: FieldId, change: impl FnOnce(&mut Vec<Row>)) {
    let mut rows = session.form.with_untracked(|f| rows_of(f, id).unwrap_or_default().to_vec());
    change(&mut rows);
    session.answer(id, (!rows.is_empty()).then_some(Answer::Rows(rows)));
}
