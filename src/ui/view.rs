//! Addresses of the page: what stands behind `#`.

use crate::link;

/// A view of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Fill,
    Forms,
}

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    View(View),
    /// A share link, without `#`.
    Link(String),
}

impl View {
    /// The view's name in the address and in `data-view`.
    pub fn name(self) -> &'static str {
        match self {
            View::Fill => "fill",
            View::Forms => "forms",
        }
    }

    /// The address of the view.
    pub fn hash(self) -> String {
        format!("#/{}", self.name())
    }
}

impl Address {
    /// Reads what stands behind `#`; anything unknown is the fill view.
    pub fn parse(hash: &str) -> Address {
        let text = hash.strip_prefix('#').unwrap_or(hash);
        // Messengers add words to a link. Whatever begins as one was meant as
        // one, and is told why it is none.
        if let Some(link) = link::find(hash) {
            return Address::Link(link);
        }
        if text.starts_with('q') {
            return Address::Link(text.to_owned());
        }
        match text.trim_start_matches('/') {
            "forms" => Address::View(View::Forms),
            _ => Address::View(View::Fill),
        }
    }
}
