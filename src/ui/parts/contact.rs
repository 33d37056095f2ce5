//! Whom to call.

use crate::form::Contact;
use crate::text::units::tel;
use leptos::prelude::*;

/// A person and a telephone number that can be called; nothing where both are empty.
#[component]
pub fn ContactLine(
    /// The contact.
    contact: Contact,
) -> impl IntoView {
    let Contact { person, telephone } = contact;
    let is_empty = person.is_empty() && telephone.is_empty();
    (!is_empty).then(|| {
        let number = (!telephone.is_empty()).then(|| {
            view! {
                <a href=tel(&telephone) data-call>
                    {telephone.clone()}
                </a>
            }
        });
        view! { <span class="contact">{person} " " {number}</span> }
    })
}
