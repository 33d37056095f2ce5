//! To come.

use super::Page;
use crate::session::View;
use crate::text::page;
use leptos::prelude::*;

/// To come.
#[component]
pub fn DepartmentsPage() -> impl IntoView {
    view! { <Page view=View::Departments title="Departments">{page::APP}</Page> }
}
