//! Addresses of the page: what stands behind `#`.

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
        if text.starts_with('q') && text[1..].starts_with(|c: char| c.is_ascii_digit()) {
            return Address::Link(text.to_owned());
        }
        match text.trim_start_matches('/') {
            "forms" => Address::View(View::Forms),
            _ => Address::View(View::Fill),
        }
    }
}
