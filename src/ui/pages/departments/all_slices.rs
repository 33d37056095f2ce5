//! The parts of all units at once: one text with every link, and a file each.

use super::boxes::Sender;
use super::slice::{address_of, focus_when_drawn, save};
use super::{Units, asked};
use crate::form::Form;
use crate::rulebook::{IndicatorId, Text};
use crate::text::{dispatch as words, page, sharing};
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, When};
use leptos::{html::Section, prelude::*};
use std::sync::Arc;
use std::time::Duration;

/// Milliseconds between two files: browsers drop downloads that come at once.
const APART: u64 = 300;

/// Makes the parts of all units.
#[component]
pub fn AllSlices(
    /// How every unit stands.
    units: Memo<Arc<Units>>,
    /// Closes the panel.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let root = NodeRef::<Section>::new();
    focus_when_drawn(root);
    let text = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let as_links = move |()| {
        let parts = parts(app, units);
        let (messages, failed) = links(&parts);
        let mut report = words::made_text(messages.len(), &failed);
        let all = messages.join("\n\n");
        report.push_str(if browser::copy(&all, None) {
            words::ALL_COPIED
        } else {
            page::COPY_FAILED
        });
        said.set(report);
        text.set(all);
    };
    let as_files = move |()| {
        for (at, part) in (0..).zip(parts(app, units)) {
            set_timeout(move || save(app, &part), Duration::from_millis(at * APART));
        }
        said.set(words::ALL_FILES_HINT.to_owned());
    };
    view! {
        <section
            class="slice-panel"
            aria-label=words::MAKE_ALL
            tabindex="-1"
            node_ref=root
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close.run(());
                }
            }
        >
            <header>
                <h2>{words::MAKE_ALL}</h2>
                <ActionButton action="close" label=page::CLOSE look="quiet" press=close />
            </header>
            <p class="hint">{words::MAKE_ALL_HINT} " " {sharing::SLICE_HINT}</p>
            <Sender />
            <p class="takeaway">
                <ActionButton action="slice-all-links" label=words::COPY_ALL look="primary" press=as_links />
                <ActionButton action="slice-all-files" label=words::ALL_FILES press=as_files />
                <span role="status">{said}</span>
            </p>
            <When is=Signal::derive(move || text.with(|text| !text.is_empty()))>
                <textarea
                    readonly
                    rows="8"
                    data-links
                    aria-label=words::ALL_LINKS
                    prop:value=Signal::derive(move || text.get())
                ></textarea>
            </When>
        </section>
    }
}

/// The parts of all units that are asked anything.
fn parts(app: AppContext, units: Memo<Arc<Units>>) -> Vec<Form> {
    let all: Vec<(Text, Vec<IndicatorId>)> = units.with_untracked(|units| {
        let asked = units.all.iter().map(|one| (one.name, asked(one)));
        asked.filter(|(_, ids)| !ids.is_empty()).collect()
    });
    let parts = app.ask(|session| {
        Some(all.iter().map(|(unit, ids)| session.send_slice(unit, ids, &Browser)).collect())
    });
    parts.unwrap_or_default()
}

/// A message for each part, and the units whose part is too long for a link.
fn links(parts: &[Form]) -> (Vec<String>, Vec<&str>) {
    let (mut messages, mut failed) = (Vec::new(), Vec::new());
    for part in parts {
        match address_of(part) {
            Ok(address) => messages.push(words::message(part, &address)),
            Err(_) => failed.push(part.slice_unit()),
        }
    }
    (messages, failed)
}
