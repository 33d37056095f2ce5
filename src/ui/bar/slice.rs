//! While a unit fills in its slice: whose it is, what is asked, until when, and
//! the way back.

use super::share::link_to;
use crate::form::{self, Form, SENDER};
use crate::link::Include;
use crate::text::{page, sharing as words};
use crate::ui::browser;
use crate::ui::context::use_app;
use crate::ui::parts::{ActionButton, Dialog, LinkBox, When, contact_line};
use leptos::prelude::*;

/// The strip of a slice that one fills in.
#[component]
pub fn SliceStrip() -> impl IntoView {
    let app = use_app();
    let shown =
        Memo::new(move |_| !app.read_only.get() && app.form.with(|form| form.slice.is_some()));
    view! {
        <When is=Signal::derive(move || shown.get())>
            <Strip />
        </When>
    }
}

#[component]
fn Strip() -> impl IntoView {
    let app = use_app();
    let returning = RwSignal::new(false);
    let unit = Memo::new(move |_| app.form.with(unit_of));
    let progress = Memo::new(move |_| app.form.with(|form| form::asked(form)));
    let asked = Memo::new(move |_| {
        let items =
            app.form.with(|form| form.slice.as_ref().map_or(0, |slice| slice.indicators.len()));
        page::named(&unit.get(), &words::asked(items, progress.get().1))
    });
    let facts = Memo::new(move |_| {
        app.form.with(|form| {
            let slice = form.slice.as_ref()?;
            let until = slice.deadline.as_deref().map(words::until);
            let by = words::asked_by(form, slice);
            Some([until, Some(by)].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        })
    });
    view! {
        <section class="strip slice" data-slice=move || unit.get() aria-label=move || unit.get()>
            <p>
                <b>{asked}</b>
                " "
                <span class="hint">{facts}</span>
                " "
                {contact_line(SENDER)}
            </p>
            <p class="slice-do">
                <span class="slice-done">
                    {move || {
                        let (answered, all) = progress.get();
                        words::asked_done(answered, all)
                    }}
                </span>
                <ActionButton
                    action="return"
                    label=words::RETURN
                    look="primary"
                    press=move |()| returning.set(true)
                />
            </p>
        </section>
        <Dialog
            name="return"
            title=words::RETURN
            open=returning
            close=move |()| {
                returning.try_set(false);
            }
            opener=&["[data-action=return]", "#main"]
        >
            {if browser::is_file() {
                view! {
                    <p class="hint">{words::RETURN_HINT}</p>
                    <p class="link-do">
                        <ReturnFile look="primary" />
                    </p>
                }
                    .into_any()
            } else {
                view! { <ReturnLink /> }.into_any()
            }}
        </Dialog>
    }
}

/// The message that goes back.
#[component]
fn ReturnLink() -> impl IntoView {
    let app = use_app();
    let link = Memo::new(move |_| app.form.with(|form| link_to(form, Include::ALL)));
    let message = Memo::new(move |_| {
        app.form.with(|form| {
            let (answered, all) = form::asked(form);
            words::return_message(form, &unit_of(form), answered, all)
        })
    });
    view! {
        <p class="hint">{words::RETURN_SEND}</p>
        <LinkBox
            link=link
            message=message
            copy_action="return-link"
            copy_label=words::RETURN_COPY
            sent=|()| ()
        >
            <ReturnFile />
        </LinkBox>
    }
}

/// The slice as a file that goes back.
#[component]
fn ReturnFile(
    /// How the button looks.
    #[prop(optional)]
    look: &'static str,
) -> impl IntoView {
    let app = use_app();
    let save = move |()| {
        app.form.with_untracked(|form| {
            let name = words::slice_name(form, &unit_of(form));
            let file = page::named_file(&name, &browser::today_text());
            app.hand_out(&file, form);
        });
    };
    view! { <ActionButton action="return-file" label=words::RETURN_FILE look=look press=save /> }
}

/// The unit of a slice, as it is called.
fn unit_of(form: &std::sync::Arc<Form>) -> String {
    form.slice_unit().to_owned()
}
