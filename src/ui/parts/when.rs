//! Showing something only while it is wanted.

use leptos::prelude::*;

/// Shows its content while something holds.
///
/// What `<Show>` does, with a signal in place of a closure: `<Show>` is compiled
/// again for each closure and each content, this once for all of them.
#[component]
pub fn When(
    /// Whether the content is shown.
    #[prop(into)]
    is: Signal<bool>,
    /// The content, made anew each time it is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let is = Memo::new(move |_| is.get());
    move || is.get().then(|| children())
}

/// Something that is drawn anew whenever a signal that it reads changes: a closure,
/// compiled once for all of them.
pub fn drawn(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || draw()).into_any()
}
