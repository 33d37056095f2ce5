//! Opening form files: the picker, and files dropped on the page.

use leptos::prelude::*;

/// The picker's input, always in the page, and the place where files are dropped.
#[component]
pub fn Files() -> impl IntoView {}

/// Opens the browser's file picker.
pub fn choose() {}
