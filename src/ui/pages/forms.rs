//! The user's forms: open, name, duplicate, delete, begin new ones.

use super::super::{edit::unsaved, platform};
use crate::form::{self, Form};
use crate::score::shown;
use crate::storage::{self, Aside, Saved, browser::Browser};
use crate::text::{form_problem, page};
use crate::ui::session::Session;
use crate::ui::view::View;
use leptos::prelude::*;

/// A fictional form to look around in.
const SAMPLE: &str = include_str!("../../../seeds/sample-county.qiangxian.json");

/// The list of saved forms.
#[component]
pub fn FormsPage() -> impl IntoView {
    let session = Session::get();
    session.flush();
    let new = move |_| {
        if let Some(form) = Form::blank() {
            session.adopt(String::new(), form);
            session.show(View::Fill);
        }
    };
    let sample = move |_| {
        if let Ok(form) = form::read(SAMPLE) {
            session.adopt(String::new(), form);
            session.show(View::Fill);
        }
    };
    view! {
        <main id="main" tabindex="-1" class="forms" data-view=View::Forms.name()>
            <h2>{page::FORMS}</h2>
            <p class="hint">{page::FORMS_HINT}</p>
            <p class="forms-do">
                <button type="button" class="primary" data-action="new" on:click=new>{page::NEW}</button>
                <button type="button" data-action="sample" on:click=sample>{page::SAMPLE}</button>
                <button type="button" on:click=move |_| crate::ui::parts::files::choose()>
                    {page::IMPORT}
                </button>
            </p>
            <ul class="shelf">
                {move || {
                    session.shelf.get().into_iter().map(|saved| saved_form(session, saved)).collect_view()
                }}
            </ul>
            {move || {
                let aside = session.aside.get();
                (!aside.is_empty()).then(|| aside_list(session, aside))
            }}
        </main>
    }
}

fn saved_form(session: Session, saved: Saved) -> AnyView {
    let name = page::form_name(&saved.name, &saved.form);
    let total = saved.form.scorecard().total.range;
    let (answered, all) = saved.form.answered(&saved.form.case);
    let is_current = session.id.get_untracked() == saved.id;
    let id = saved.id.clone();
    let saved = StoredValue::new(saved);
    let open = move |_| {
        session.flush();
        if session.id.get_untracked() != saved.with_value(|s| s.id.clone()) {
            session.open(saved.get_value());
        }
        session.show(View::Fill);
    };
    let duplicate = {
        let name = page::copy_name(&name);
        move |_| {
            let copy = unsaved(name.clone(), saved.with_value(|s| s.form.clone()));
            session.restore(copy);
        }
    };
    let delete = move |_| session.delete(&saved.with_value(|s| s.id.clone()));
    let download = move |_| {
        saved.with_value(|s| {
            let file = page::file_name(&s.form, &platform::day(platform::now()));
            platform::download(&file, &form::write(&s.form));
        });
    };
    let rename = move |event: web_sys::Event| {
        let name = event_target_value(&event).trim().to_owned();
        if session.id.get_untracked() == saved.with_value(|s| s.id.clone()) {
            session.name.set(name);
            session.flush_always();
        } else {
            let mut renamed = saved.get_value();
            renamed.name = name;
            session.restore(renamed);
        }
    };
    view! {
        <li class="saved-form" class:current=is_current data-form-id=id>
            <p class="saved-name">
                <input type="text" aria-label=page::FORM_NAME data-action="rename"
                    prop:value=name.clone() on:change=rename />
                {is_current.then(|| view! { <span class="tag">{page::CURRENT}</span> })}
            </p>
            <p>
                {page::SECURED}" "<b>{shown(total.low, 2)}</b>"–"{shown(total.high, 2)}" "
                {page::POINTS}" · "{page::ANSWERED}" "{page::progress(answered, all)}" · "
                {page::saved_at(&platform::clock(saved.with_value(|s| s.saved_at), true))}
            </p>
            <p class="saved-do">
                <button type="button" data-action="open" on:click=open>{page::OPEN}</button>
                <button type="button" data-action="duplicate" on:click=duplicate>{page::DUPLICATE}</button>
                <button type="button" data-action="download" on:click=download>{page::EXPORT}</button>
                <button type="button" data-action="delete" on:click=delete>{page::DELETE}</button>
            </p>
        </li>
    }
    .into_any()
}

/// What could not be read: kept, and handed out on request.
fn aside_list(session: Session, aside: Vec<Aside>) -> AnyView {
    let items = aside
        .into_iter()
        .map(|item| {
            let reason = item.problem.as_ref().map(form_problem).unwrap_or_default();
            let (key, text) = (item.key.clone(), item.text.clone());
            let download = move |_| platform::download("qiangxian-recovered.json", &text);
            let delete = move |_| {
                if storage::forget(&Browser, &key).is_ok() {
                    session.aside.update(|all| all.retain(|a| a.key != key));
                }
            };
            view! {
                <li data-aside>
                    <p>{item.text.chars().take(60).collect::<String>()}"…"</p>
                    <p>{reason}</p>
                    <p class="saved-do">
                        <button type="button" data-action="aside-download" on:click=download>
                            {page::DOWNLOAD}
                        </button>
                        <button type="button" data-action="aside-delete" on:click=delete>
                            {page::DELETE}
                        </button>
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="aside">
            <h3>{page::ASIDE}</h3>
            <p class="hint">{page::ASIDE_HINT}</p>
            <ul class="shelf">{items}</ul>
        </section>
    }
    .into_any()
}
