//! What came in, beside one's own form: slices to merge, differences to take.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn IncomingPage() -> impl IntoView {
    view! { <Page view=View::Incoming title=page::SHARED_VIEW>{()}</Page> }
}
