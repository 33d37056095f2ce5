//! Blocks of cells pasted from a spreadsheet: taken at once into rows, looked over
//! before they become answers.

use crate::session::pasting::{self, Pasted, PastedFigure};
use crate::text::{page, pasted as words};
use crate::ui::browser;
use crate::ui::context::{AppContext, PasteInto, Pasting, use_app};
use crate::ui::parts::{ActionButton, Dialog, When};
use leptos::prelude::*;

/// Takes a block of cells into rows, and tells what was not taken.
pub fn paste(app: AppContext, into: PasteInto, text: String) {
    let cells = pasting::cells(&text);
    let (count, told) = match into {
        PasteInto::Evidence(id, start) => {
            let Pasted { taken, told } = pasting::evidence(&cells, start);
            let count = taken.len();
            app.update(|session| session.paste_evidence(id, taken));
            (count, told)
        }
        PasteInto::Rows(field, start) => {
            let Pasted { taken, told } = pasting::honours(&app.rulebook()[field], &cells, start);
            let count = taken.len();
            app.update(|session| session.paste_rows(field, taken));
            (count, told)
        }
    };
    if told.is_empty() {
        app.tell(words::added(count), false);
    } else {
        app.pasting.set(Some(Pasting::Told { done: words::added(count), told }));
    }
}

/// What was pasted, in a dialogue.
#[component]
pub fn PastePanel() -> impl IntoView {
    let app = use_app();
    let close = move |()| app.pasting.set(None);
    view! {
        <Dialog
            name="pasting"
            title=words::TITLE
            open=Signal::derive(move || app.pasting.with(Option::is_some))
            close
        >
            {move || match app.pasting.get_untracked() {
                Some(Pasting::Figures(text)) => view! { <Figures text /> }.into_any(),
                Some(Pasting::Told { done, told }) => {
                    view! {
                        <p data-message>{done}</p>
                        <Told told=Signal::stored(told) />
                        <p class="link-do">
                            <ActionButton
                                action="pasted-seen"
                                label=page::CLOSE
                                look="primary"
                                press=close
                            />
                        </p>
                    }
                        .into_any()
                }
                None => ().into_any(),
            }}
        </Dialog>
    }
}

/// A box for numbers of indicators with their figures, and what they would change.
#[component]
fn Figures(
    /// What was pasted already.
    text: String,
) -> impl IntoView {
    let app = use_app();
    let text = RwSignal::new(text);
    browser::focus_soon("[data-form=pasting]");
    let read = Memo::new(move |_| {
        let cells = pasting::cells(&text.get());
        app.form.with(|form| app.present.with(|now| pasting::figures(form, &now.case, &cells)))
    });
    let count = Memo::new(move |_| read.with(|read| read.taken.len()));
    let fill = move |()| {
        let taken = read.get_untracked().taken;
        app.pasting.set(None);
        let filled = words::filled(taken.len());
        app.update(|session| session.paste_figures(taken));
        app.tell(filled, false);
    };
    view! {
        <p class="hint" id="pasting-how">
            {words::HOW}
        </p>
        <textarea
            rows="4"
            data-form="pasting"
            aria-label=words::BOX
            aria-describedby="pasting-how"
            prop:value=text
            on:input:target=move |event| text.set(event.target().value())
        ></textarea>
        <When is=Signal::derive(move || count.get() != 0)>
            <div class="pasting-rows" tabindex="0" role="group" aria-label=words::TITLE>
                <table>
                    <thead>
                        <tr>
                            {words::COLUMNS.map(|name| view! { <th scope="col">{name}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            read.with(|read| {
                                read.taken.iter().map(|one| row(app, one)).collect_view()
                            })
                        }}
                    </tbody>
                </table>
            </div>
        </When>
        <Told told=Signal::derive(move || read.with(|read| read.told.clone())) />
        <When is=Signal::derive(move || {
            count.get() == 0 && !text.with(|text| text.trim().is_empty())
        })>
            <p data-message role="status">
                {words::NOTHING}
            </p>
        </When>
        <p class="link-do">
            <ActionButton
                action="paste-fill"
                label=Signal::derive(move || words::fill(count.get()))
                look="primary"
                enabled=Signal::derive(move || count.get() != 0)
                press=fill
            />
            <ActionButton
                action="paste-cancel"
                label=page::CANCEL
                press=move |()| app.pasting.set(None)
            />
        </p>
    }
}

/// An answer before and after.
fn row(app: AppContext, one: &PastedFigure) -> impl IntoView + use<> {
    let rulebook = app.rulebook();
    let number = rulebook.owner(one.field).map(|id| rulebook[id].id);
    view! {
        <tr data-pasted=rulebook[one.field].id>
            <td>{number}</td>
            <td>{rulebook[one.field].label}</td>
            <td>{one.before.clone()}</td>
            <td>
                <b>{one.after.clone()}</b>
                " "
                {rulebook[one.field].unit}
            </td>
        </tr>
    }
}

/// What was not taken, or not as it is written.
#[component]
fn Told(
    /// A line each.
    told: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <When is=Signal::derive(move || told.with(|told| !told.is_empty()))>
            <p>
                <b>{words::TOLD}</b>
            </p>
            <ul class="pasting-told" data-told tabindex="0" aria-label=words::TOLD>
                {move || {
                    told.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
                }}
            </ul>
        </When>
    }
}
