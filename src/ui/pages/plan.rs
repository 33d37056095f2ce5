//! To come.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! { <Page view=View::Plan title="Plan">{page::APP}</Page> }
}
