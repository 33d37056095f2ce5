//! The user's forms: what is on the shelf, beginning new ones, opening others'.

mod aside;
mod history;
mod paste;
mod saved;

pub use paste::PasteBox;

use super::{Page, files};
use crate::desk::{Filter, Only};
use crate::form::{self, EventKind, Form};
use crate::rulebook::editions;
use crate::session::{Address, Clock, Replacement, View};
use crate::storage::Saved;
use crate::text::{earlier, kind, page, sharing as words};
use crate::ui::bar::Menu;
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::ActionButton;
use aside::AsideList;
use history::History;
use leptos::prelude::*;
use saved::SavedForm;

/// A fictional form to look around in.
const SAMPLE: &str = include_str!("../../../seeds/sample-county.qiangxian.json");

/// The list of forms, and what one can do with them.
#[component]
pub fn FormsPage() -> impl IntoView {
    let app = use_app();
    app.flush();
    let all = Memo::new(move |_| app.session.with(|session| session.listed(&Browser)));
    let ids = move || all.with(|all| all.iter().map(|saved| saved.id.clone()).collect::<Vec<_>>());
    view! {
        <Page view=View::Forms title=page::FORMS>
            <section class="forms-begin" aria-label=words::NEW_FORM>
                <PasteBox id="paste" />
                <p class="forms-do">
                    <ActionButton action="open-file" label=page::IMPORT press=|()| files::choose() />
                    <NewOfEach />
                    <ActionButton
                        action="sample"
                        label=page::SAMPLE
                        press=move |()| begin_sample(app)
                    />
                </p>
            </section>
            <section>
                <Show
                    when=move || all.with(|all| !all.is_empty())
                    fallback=|| view! { <p class="hint">{words::NO_FORMS}</p> }
                >
                    <ul class="shelf">
                        <For each=ids key=String::clone let:id>
                            <SavedForm saved=one(all, id.clone()) id=id />
                        </For>
                    </ul>
                </Show>
                <p class="hint">{page::FORMS_HINT}</p>
            </section>
            <History />
            <AsideList />
        </Page>
    }
}

/// Follows one form of the shelf; a form that is gone stays as it was.
fn one(all: Memo<Vec<Saved>>, id: String) -> Memo<Option<Saved>> {
    Memo::new(move |before: Option<&Option<Saved>>| {
        let found = all.with(|all| all.iter().find(|saved| saved.id == id).cloned());
        found.or_else(|| before.cloned().flatten())
    })
}

/// Begins a blank form of any edition of this build.
#[component]
fn NewOfEach() -> impl IntoView {
    let app = use_app();
    let editions = editions::all()
        .map(|edition| {
            view! {
                <button
                    type="button"
                    class="item"
                    data-action="new-of"
                    data-edition=edition.id
                    aria-label=kind::new_of(edition.title)
                    on:click=move |_| begin_edition(app, edition.id)
                >
                    {edition.title}
                </button>
            }
        })
        .collect_view();
    view! {
        <Menu label=format!("{} ▾", words::NEW_FORM) class="new-menu">
            {editions}
        </Menu>
    }
}

/// Begins a blank form of the open form's edition.
pub fn begin_new(app: AppContext) {
    begin(app, app.session.with_untracked(|session| Form::new(session.rulebook())));
}

/// Begins a blank form of an edition, by its id.
pub fn begin_edition(app: AppContext, id: &str) {
    if let Some(edition) = editions::find(id) {
        begin(app, Form::new(edition));
    }
}

/// Begins the next year's form of a county, and shows what is to be confirmed.
pub fn begin_next_year(app: AppContext, form: Form) {
    let next = form.next_year();
    let said = earlier::begun(&next);
    let has_some = !next.earlier.is_empty();
    begin(app, next);
    // The user may be asked first.
    if app.session.with_untracked(|session| session.asked().is_none()) {
        app.tell(said, false);
        if has_some {
            let filter = Filter { only: Only::Unconfirmed, ..Filter::default() };
            app.replace(Address { filter, ..Address::of(View::Fill) });
        }
    }
}

/// Opens the fictional form as the user's own.
pub fn begin_sample(app: AppContext) {
    if let Ok(form) = form::read(SAMPLE) {
        begin(app, form);
    }
}

fn begin(app: AppContext, form: Form) {
    replace(app, Replacement::Begin(Box::new(form)));
}

/// Puts another form in the place of the open one, and goes on in the table. Where
/// the open one has edits that could not be saved the user is asked first.
pub fn replace(app: AppContext, replacement: Replacement) {
    let leads = replacement.leads_to_table();
    let done = app.ask(|session| Some(session.replace(replacement, &Browser)));
    if leads && done == Some(true) {
        show_table(app);
    }
}

/// Opens a copy of the open form, which is signed off, to be edited.
pub fn edit_copy(app: AppContext) {
    if app.ask(|session| Some(session.edit_copy(&Browser))) == Some(true) {
        show_table(app);
        browser::keep_focus(&["#main"]);
    }
}

/// Goes to the whole scoring table.
pub fn show_table(app: AppContext) {
    app.go(Address::of(View::Fill));
}

/// Saves the form that is shown as a file.
pub fn export(app: AppContext) {
    if app.read_only.get_untracked() {
        app.form.with_untracked(|form| hand_out(app, form));
    } else {
        export_own(app);
    }
}

/// Saves the user's own open form as a file, whatever is shown.
pub fn export_own(app: AppContext) {
    app.update(|session| session.record(EventKind::Exported, "", &Browser.minute()));
    let form = app.session.with_untracked(|session| session.form().clone());
    hand_out(app, &form);
}

/// Hands a form out as a file.
fn hand_out(app: AppContext, form: &Form) {
    let name = page::file_name(form, &browser::today_text());
    app.hand_out(&name, form);
}
