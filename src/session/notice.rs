//! Messages to the user.

use super::state::Session;
use crate::score::upright;
use crate::storage::Saved;

/// Something the user is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Tells notices apart; ids only grow.
    pub id: u32,
    /// The sentence that is shown.
    pub text: String,
    /// Stays until it is dismissed, and is read out at once.
    pub urgent: bool,
    /// A form that was deleted and can come back.
    pub restore: Option<Box<Saved>>,
    /// The open form is signed off, and a copy of it can be edited.
    pub offers_copy: bool,
}

impl Session {
    /// Tells the user something; a text that is shown already moves to the end.
    pub fn tell(&mut self, text: impl Into<String>, urgent: bool) {
        self.post(text.into(), urgent, None);
    }

    /// Tells the user something, with a deleted form that can come back.
    pub(super) fn post(&mut self, text: String, urgent: bool, restore: Option<Box<Saved>>) {
        let text = upright(&text).into_owned();
        // Forms of one name that were deleted one after the other all come back.
        self.notices.retain(|notice| notice.text != text || notice.restore.is_some());
        self.last_notice = self.last_notice.wrapping_add(1);
        self.notices.push(Notice {
            id: self.last_notice,
            text,
            urgent,
            restore,
            offers_copy: false,
        });
    }

    /// Offers a copy of the open form with the last notice.
    pub(super) fn offer_copy(&mut self) {
        if let Some(last) = self.notices.last_mut() {
            last.offers_copy = true;
        }
    }

    /// Takes a notice away.
    pub fn dismiss(&mut self, id: u32) {
        self.notices.retain(|notice| notice.id != id);
    }

    /// Takes a notice away by its text.
    pub fn withdraw(&mut self, text: &str) {
        let text = upright(text);
        self.notices.retain(|notice| notice.text != text);
    }
}
