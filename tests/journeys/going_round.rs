//! Steps that journeys of forms on their way share: links, slices, what comes back.

use crate::page::Page;
use crate::steps::action;

impl Page {
    /// Keeps what came in as the user's own.
    #[track_caller]
    pub fn keep(&self) {
        self.act("keep");
        self.own();
    }

    /// Waits until the user's own form is shown.
    #[track_caller]
    pub fn own(&self) {
        self.wait_for("document.querySelector('.app') && !document.querySelector('[data-shared]')");
    }

    /// Makes the part of a unit, and returns its link.
    #[track_caller]
    pub fn slice(&self, unit: &str) -> String {
        self.view("departments");
        self.click(&format!("[data-action=slice][data-unit='{unit}']"));
        self.act("slice-link");
        self.shown_link()
    }

    /// The link that goes back from a part that one has filled in.
    #[track_caller]
    pub fn returned(&self) -> String {
        self.act("return");
        let link = self.shown_link();
        self.close_dialog();
        link
    }

    /// Opens the dialogue that shares what is shown, and returns the link.
    #[track_caller]
    pub fn share(&self) -> String {
        self.act("share");
        self.shown_link()
    }

    #[track_caller]
    pub fn shown_link(&self) -> String {
        self.wait_for("document.querySelector('[data-link]')?.value.includes('#q')");
        self.value("[data-link]")
    }

    /// Pastes a message that came in.
    #[track_caller]
    pub fn paste(&self, text: &str) {
        self.view("forms");
        self.fill("#paste", text);
        self.click(&action("paste"));
    }
}
