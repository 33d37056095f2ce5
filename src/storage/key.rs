//! The keys that this app uses, and no others.

/// The beginning of all keys of this app, with the version of their layout.
const ROOT: &str = "qiangxian/1/";

/// A key of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// The id of the form that was open last.
    Current,
    /// A form, by its id.
    Form(String),
    /// Something that could not be read, by the id it had.
    Aside(String),
    /// A league, by its id.
    League(String),
    /// The id of the league that was open last.
    CurrentLeague,
}

impl Key {
    /// The key's text.
    pub fn text(&self) -> String {
        match self {
            Key::Current => format!("{ROOT}current"),
            Key::Form(id) => format!("{ROOT}form/{id}"),
            Key::Aside(id) => format!("{ROOT}aside/{id}"),
            Key::League(id) => format!("{ROOT}league/{id}"),
            Key::CurrentLeague => format!("{ROOT}current-league"),
        }
    }

    /// The key of a text; none when it is not the app's.
    pub fn parse(text: &str) -> Option<Key> {
        let rest = text.strip_prefix(ROOT)?;
        match rest {
            "current" => return Some(Key::Current),
            "current-league" => return Some(Key::CurrentLeague),
            _ => {}
        }
        match rest.split_once('/')? {
            ("form", id) => Some(Key::Form(id.to_owned())),
            ("aside", id) => Some(Key::Aside(id.to_owned())),
            ("league", id) => Some(Key::League(id.to_owned())),
            _ => None,
        }
    }
}
