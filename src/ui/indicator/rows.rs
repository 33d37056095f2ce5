//! Rows of a list field: one honour a row.

use super::field::control_id;
use super::options::Check;
use crate::rulebook::{Answer, FieldId, Row};
use crate::session::Slot;
use crate::text::page;
use crate::ui::browser;
use crate::ui::context::{PasteInto, use_app};
use crate::ui::later;
use crate::ui::parts::{ActionButton, TextBox, When};
use leptos::prelude::*;
use web_sys::ClipboardEvent;

/// The cells of a row, by their `data-part`.
const CELLS: [&str; 4] = ["title", "recipient", "level", "year"];

/// The rows of a list field.
#[component]
pub fn HonourRows(
    /// The field.
    field: FieldId,
) -> impl IntoView {
    let app = use_app();
    let definition = &app.rulebook()[field];
    let id = control_id(definition.id);
    let count = Memo::new(move |_| {
        app.present.with(|now| match now.case.answers.get(field) {
            Some(Answer::Rows(rows)) => Some(rows.len()),
            _ => None,
        })
    });
    let titles = definition
        .suggestions
        .iter()
        .map(|title| view! { <option value=*title></option> })
        .collect_view();
    let add = move || {
        app.update(|session| session.add_rows(field, vec![Row::default()]));
        let last = count.get_untracked().unwrap_or(1).saturating_sub(1);
        browser::focus_soon(format!(".pane [data-row='{last}'] [data-part=title]"));
    };
    let paste = move |event: ClipboardEvent| {
        let part = browser::part_of(&event);
        let start = CELLS.iter().position(|one| part.as_deref() == Some(one)).unwrap_or_default();
        later::paste_into(app, &event, PasteInto::Rows(field, start));
    };
    view! {
        <fieldset
            class="options list"
            id=id.clone()
            data-field=definition.id
            on:paste=paste
            disabled=Signal::derive(move || app.locked.get())
        >
            <legend class="label">
                {definition.label}
                {(!definition.hint.is_empty())
                    .then(|| view! { <span class="hint">{definition.hint}</span> })}
            </legend>
            <datalist id=format!("{id}-titles")>{titles}</datalist>
            <For
                each=move || 0..count.get().unwrap_or(0)
                key=|row| *row
                children=move |row| view! { <HonourRow field row /> }
            />
            <div class="choices">
                <ActionButton action="row-add" label=page::ROW_ADD press=move |()| add() />
                <When is=Signal::derive(move || count.get().unwrap_or(0) == 0)>
                    <Check
                        value="none-of-these"
                        label=page::NO_ROWS
                        is=Memo::new(move |_| count.get() == Some(0))
                        toggle=move |on: bool| {
                            let none = on.then(|| Answer::Rows(Vec::new()));
                            app.update(|session| session.answer_once(field, none));
                        }
                    />
                </When>
            </div>
            <p class="hint">{page::PASTE_ROWS}</p>
        </fieldset>
    }
}

/// One row, by its position.
#[component]
fn HonourRow(
    /// The field.
    field: FieldId,
    /// The position of the row.
    row: usize,
) -> impl IntoView {
    let app = use_app();
    let remove = move || {
        app.update(|session| session.remove_row(field, row));
        focus_after_removal(".pane .fields .list", row);
    };
    let number = row + 1;
    view! {
        <div class="row" data-row=row.to_string()>
            <TextCell field row part="title" label=page::TITLE />
            <TextCell field row part="recipient" label=page::RECIPIENT />
            <LevelCell field row />
            <label class="year">
                {page::ROW_YEAR}
                <TextBox
                    holds=Slot::RowYear(field, row)
                    inputmode="numeric"
                    name=page::cell(page::ROW_YEAR, number)
                />
            </label>
            <ActionButton
                action="row-remove"
                look="quiet"
                label=page::ROW_REMOVE
                name=page::remove_row(number)
                press=move |()| remove()
            />
        </div>
    }
}

/// After a row of a list is removed the focus goes to the next one, or the one
/// before, or to what adds rows.
pub fn focus_after_removal(list: &'static str, row: usize) {
    request_animation_frame(move || {
        let input = |row: usize| format!("{list} [data-row='{row}'] input");
        let _ = browser::focus(&input(row))
            || browser::focus(&input(row.saturating_sub(1)))
            || browser::focus(&format!("{list} [data-action=row-add]"));
    });
}

/// A cell's text as it stands.
fn cell(field: FieldId, row: usize, read: fn(&Row) -> String) -> Memo<String> {
    let app = use_app();
    Memo::new(move |_| {
        app.present.with(|now| match now.case.answers.get(field) {
            Some(Answer::Rows(rows)) => rows.get(row).map(read).unwrap_or_default(),
            _ => String::new(),
        })
    })
}

#[component]
fn TextCell(
    /// The field.
    field: FieldId,
    /// The position of the row.
    row: usize,
    /// `title` or `recipient`.
    part: &'static str,
    /// What stands before it.
    label: &'static str,
) -> impl IntoView {
    let app = use_app();
    let is_title = part == "title";
    let text = cell(
        field,
        row,
        if is_title { |row| row.title.clone() } else { |row| row.recipient.clone() },
    );
    let list = is_title.then(|| format!("{}-titles", control_id(app.rulebook()[field].id)));
    view! {
        <label class=part>
            {label}
            <input
                type="text"
                data-part=part
                data-undo=""
                autocomplete="off"
                list=list
                aria-label=page::cell(label, row + 1)
                prop:value=text
                on:input:target=move |event| {
                    let text = event.target().value();
                    app.update(|session| {
                        session
                            .edit_row(
                                field,
                                row,
                                |row| {
                                    *(if is_title { &mut row.title } else { &mut row.recipient }) =
                                        text;
                                },
                            );
                    });
                }
                on:blur=move |_| {
                    app.ask_if(|session| (false, session.seal()));
                }
            />
        </label>
    }
}

#[component]
fn LevelCell(
    /// The field.
    field: FieldId,
    /// The position of the row.
    row: usize,
) -> impl IntoView {
    let app = use_app();
    let options = app.rulebook()[field].options;
    let level = Memo::new(move |_| {
        app.present.with(|now| match now.case.answers.get(field) {
            Some(Answer::Rows(rows)) => rows.get(row).and_then(|row| row.level),
            _ => None,
        })
    });
    let now = move || {
        level.get().and_then(|at| options.get(usize::from(at))).map(|o| o.id).unwrap_or_default()
    };
    let items = options
        .iter()
        .map(|option| view! { <option value=option.id>{option.label}</option> })
        .collect_view();
    let choose = move |value: String| {
        let mut all = options.iter().zip(0u8..);
        let level = all.find(|(option, _)| option.id == value).map(|(_, at)| at);
        app.update(|session| {
            session.edit_row(field, row, |row| row.level = level);
            session.seal();
        });
    };
    view! {
        <label class="level">
            {page::LEVEL}
            <select
                data-part="level"
                aria-label=page::cell(page::LEVEL, row + 1)
                prop:value=now
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="">{page::CHOOSE}</option>
                {items}
            </select>
        </label>
    }
}
