//! The scoring table.

use leptos::prelude::*;

#[component]
pub fn Sheet() -> impl IntoView {}
