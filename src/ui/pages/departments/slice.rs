//! The slice of a unit: made here, filled in there, and sent back.

use super::asked;
use super::boxes::Sender;
use crate::desk::{Filter, dispatch};
use crate::form::Form;
use crate::link::{self, Include};
use crate::rulebook::{IndicatorId, Text};
use crate::session::Address;
use crate::text::desk::department_table;
use crate::text::{self, dispatch as words, page, sharing};
use crate::ui::browser::{self, Browser};
use crate::ui::context::{AppContext, use_app};
use crate::ui::parts::{ActionButton, AddressLink, Qr, Takeaway};
use leptos::{html::Section, prelude::*};

/// Characters above which chat apps are known to cut links.
const LONG: usize = 2000;

/// A link that was made, with the slice that is in it.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    part: Form,
    address: String,
}

/// Makes the slice of a unit, as a link, a code or a file; and takes its table along.
#[component]
pub fn SlicePanel(
    /// The unit.
    unit: Text,
    /// Closes the panel.
    close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let root = NodeRef::<Section>::new();
    focus_when_drawn(root);
    let made = RwSignal::new(None::<Made>);
    let said = RwSignal::new("");
    let part = move || {
        let indicators = asked_of(app, unit);
        app.ask(|session| Some(session.send_slice(unit, &indicators, &Browser)))
    };
    let as_link = move |()| {
        let Some(part) = part() else { return };
        match address_of(&part) {
            Ok(address) => {
                said.set(if browser::copy(&address, None) {
                    page::COPIED
                } else {
                    page::COPY_FAILED
                });
                made.set(Some(Made { part, address }));
            }
            Err(reason) => app.tell(reason, true),
        }
    };
    let as_file = move |()| {
        if let Some(part) = part() {
            save(app, &part);
        }
    };
    let facts = move || {
        let count = asked_of(app, unit).len();
        let form = app.form.get();
        let sent = dispatch(&form, unit, crate::text::report::FOR_ALL_UNITS);
        format!("{} · {}", words::asked_text(count, None), words::status_text(&sent))
    };
    let details = move |()| {
        untrack(|| app.desk(|desk| desk.department(unit).map(|one| department_table(desk, &one))))
            .unwrap_or_default()
    };
    view! {
        <section
            class="slice-panel"
            data-slice=unit
            aria-label=words::make_for(unit)
            tabindex="-1"
            node_ref=root
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close.run(());
                }
            }
        >
            <header>
                <h2>{app.form.with_untracked(|form| form.unit(unit).to_owned())}</h2>
                <span class="hint">{facts}</span>
                <ActionButton action="close" label=page::CLOSE look="quiet" press=close />
            </header>
            <p class="hint">{sharing::SLICE_HINT}</p>
            <Sender />
            <p class="takeaway">
                <ActionButton action="slice-link" label=sharing::SLICE_LINK look="primary" press=as_link />
                <ActionButton action="slice-file" label=sharing::SLICE_FILE press=as_file />
                <span role="status">{said}</span>
            </p>
            {move || made.get().map(|made| view! { <MadeLink made=made /> })}
            <div class="slice-rows">
                <AddressLink to=Address::rows(Filter::of_unit(unit))>{words::SEE_ROWS}</AddressLink>
                <span class="hint">{words::DETAILS}</span>
                <Takeaway make=details />
            </div>
        </section>
    }
}

/// The link and its code, or that it no longer says what the form says.
#[component]
fn MadeLink(
    /// The link.
    made: Made,
) -> impl IntoView {
    let app = use_app();
    let Made { part, address } = made;
    let stale = Memo::new(move |_| app.session.with(|session| session.is_stale(&part)));
    let long = address.chars().count() > LONG;
    let address = StoredValue::new(address);
    view! {
        <Show
            when=move || !stale.get()
            fallback=|| view! { <p class="hint">{sharing::LINK_STALE}</p> }
        >
            <div class="made">
                <textarea
                    readonly
                    rows="5"
                    data-link
                    aria-label=sharing::LINK_READY
                    prop:value=address.get_value()
                    on:focus:target=|event| event.target().select()
                ></textarea>
                <Qr text=address.get_value() />
                {long.then(|| view! { <p class="fault" data-message>{page::LONG_LINK}</p> })}
            </div>
        </Show>
    }
}

/// What a unit is asked now, without following it.
pub fn asked_of(app: AppContext, unit: Text) -> Vec<IndicatorId> {
    untrack(|| app.desk(|desk| desk.department(unit).map(|one| asked(&one)))).unwrap_or_default()
}

/// The address of a part. Errors: why there is none, for the user.
pub fn address_of(part: &Form) -> Result<String, String> {
    let today = browser::today().and_then(|today| {
        let (year, month, day) = today.date();
        link::LinkDay::new(year, month, day)
    });
    let text =
        link::encode(part, Include::ALL, today).map_err(|fault| text::link_problem(&fault))?;
    Ok(browser::address_with(&text))
}

/// Hands a part to the user as a file.
pub fn save(app: AppContext, part: &Form) {
    let name =
        page::named_file(&sharing::slice_name(part, part.slice_unit()), &browser::today_text());
    app.hand_out(&name, part);
}

/// Gives a panel the focus once it is drawn.
pub fn focus_when_drawn(root: NodeRef<Section>) {
    root.on_load(|root| {
        let _ = root.focus();
    });
}
