//! To come.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn ReportPage() -> impl IntoView {
    view! { <Page view=View::Report title="Report">{page::APP}</Page> }
}
