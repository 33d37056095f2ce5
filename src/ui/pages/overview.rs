//! To come.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn OverviewPage() -> impl IntoView {
    view! { <Page view=View::Overview title="Overview">{page::APP}</Page> }
}
