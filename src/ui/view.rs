//! Addresses of the page: what stands behind `#`.

use crate::link;

/// A view of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    Fill,
    Overview,
    Gaps,
    Departments,
    Compare,
    Plan,
    Report,
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
    /// All views, in the order of the tabs.
    pub const ALL: [View; 8] = [
        View::Fill,
        View::Overview,
        View::Gaps,
        View::Departments,
        View::Compare,
        View::Plan,
        View::Report,
        View::Forms,
    ];

    /// The view's name in the address and in `data-view`.
    pub fn name(self) -> &'static str {
        match self {
            View::Fill => "fill",
            View::Overview => "overview",
            View::Gaps => "gaps",
            View::Departments => "departments",
            View::Compare => "compare",
            View::Plan => "plan",
            View::Report => "report",
            View::Forms => "forms",
        }
    }

    /// The view that an address plainly names; a bare address is the fill view.
    pub fn named(hash: &str) -> Option<View> {
        let name = hash.trim_start_matches(['#', '/']);
        match name {
            "" => Some(View::Fill),
            _ => View::ALL.into_iter().find(|view| view.name() == name),
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
        Address::View(View::named(text).unwrap_or(View::Fill))
    }
}
