//! To come.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn FormsPage() -> impl IntoView {
    view! { <Page view=View::Forms title="Forms">{page::APP}</Page> }
}
