//! To come.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn ComparePage() -> impl IntoView {
    view! { <Page view=View::Compare title="Compare">{page::APP}</Page> }
}
