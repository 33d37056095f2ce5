//! The control of a field, of the kind that fits it.

use super::scenario::{Changed, changed};
use super::{figure, options, rows};
use crate::rulebook::{Field, FieldId, FieldKind};
use crate::ui::dom::{El, classed};
use crate::ui::session::Session;

/// The control of a field.
pub fn field(session: Session, id: FieldId) -> El {
    let control = match session.rulebook_now()[id].kind {
        FieldKind::YesNo => options::yes_no(session, id),
        FieldKind::Choice => options::choice(session, id),
        FieldKind::Set => options::set(session, id),
        FieldKind::List => rows::rows(session, id),
        FieldKind::Count | FieldKind::Percent | FieldKind::Amount | FieldKind::Rate => {
            figure::field_figure(session, id)
        }
    };
    control.child(changed(session, session.place_of(id), Changed::Field(id)))
}

/// The id of a field's control in the page.
pub fn control_id(field: &str) -> String {
    format!("f-{}", field.replace('.', "-"))
}

/// The field's sentence of help, if it has one.
pub fn hint(field: &Field, id: &str) -> Option<El> {
    (!field.hint.is_empty()).then(|| classed("p", "hint").attr("id", id).text(field.hint))
}
