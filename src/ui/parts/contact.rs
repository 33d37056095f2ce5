//! Whom to call.

use super::when::drawn;
use crate::form::UnitPart;
use crate::text::units::tel;
use crate::ui::context::use_app;
use leptos::prelude::*;

/// The person to call in a unit, with a telephone number that can be called; nothing
/// where neither is known. The unit is named by its official name, or is
/// [`SENDER`](crate::form::SENDER).
pub fn contact_line(unit: &'static str) -> AnyView {
    let app = use_app();
    drawn(Box::new(move || {
        app.form.with(|form| {
            let text = |part| form.units.text(part, unit).unwrap_or_default().to_owned();
            let (person, telephone) = (text(UnitPart::Person), text(UnitPart::Telephone));
            if person.is_empty() && telephone.is_empty() {
                return ().into_any();
            }
            let address = tel(&telephone);
            view! {
                <span class="contact">
                    {person} " " <a href=address data-call>
                        {telephone}
                    </a>
                </span>
            }
            .into_any()
        })
    }))
}
