//! The part of the address behind `#`: `#/fill/14?only=losing&by=unit`.
//!
//! It names the view, the indicator that is open, and the filter of the table.
//! The filter stands in it only where it differs from the usual one.

use crate::desk::Filter;
use crate::score::visible;

/// A view of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The scoring table.
    #[default]
    Fill,
    /// What is missing, unproved and due.
    Overview,
    /// The units, each with what is its own.
    Departments,
    /// Scenarios and snapshots beside the baseline.
    Compare,
    /// What it would take to get more.
    Plan,
    /// Where the county stands among others.
    League,
    /// How the document is read, and what each way is worth.
    Readings,
    /// The report and the other papers that are handed in.
    Report,
    /// The stored forms.
    Forms,
    /// What came in, beside the user's own form. It has no tab.
    Incoming,
    /// What reviewers say of the points. It has no tab.
    Review,
    /// The files behind the evidence. It has no tab.
    Filing,
}

/// What stands behind `#`, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The view that is shown.
    pub view: View,
    /// What is open beside the table; none where nothing is.
    pub open: Option<Open>,
    /// Which rows the table shows.
    pub filter: Filter,
}

/// What is open beside the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// County, year, method, shared figures, veto items.
    Basics,
    /// An indicator, by its number in the document.
    Indicator(String),
}

/// How many times over an address may have been escaped on its way.
const MOST_ESCAPED: usize = 3;

impl View {
    /// All views that have a tab, in the order of the tabs.
    pub const ALL: [View; 9] = [
        View::Fill,
        View::Overview,
        View::Departments,
        View::Compare,
        View::Plan,
        View::League,
        View::Readings,
        View::Report,
        View::Forms,
    ];

    /// The name in the address and in `data-view`.
    pub fn name(self) -> &'static str {
        match self {
            View::Fill => "fill",
            View::Overview => "overview",
            View::Departments => "departments",
            View::Compare => "compare",
            View::Plan => "plan",
            View::League => "league",
            View::Readings => "readings",
            View::Report => "report",
            View::Forms => "forms",
            View::Incoming => "incoming",
            View::Review => "review",
            View::Filing => "filing",
        }
    }

    /// Whether only rulebooks of points have the view.
    pub fn is_of_points(self) -> bool {
        matches!(self, View::Plan | View::Readings)
    }

    /// The view of this name.
    pub fn named(name: &str) -> Option<View> {
        View::ALL
            .into_iter()
            .chain([View::Incoming, View::Review, View::Filing])
            .find(|view| view.name() == name)
    }
}

impl Address {
    /// The address of a view, with nothing open and no filter.
    pub fn of(view: View) -> Address {
        Address { view, ..Address::default() }
    }

    /// The scoring table under a filter.
    pub fn rows(filter: Filter) -> Address {
        Address { filter, ..Address::default() }
    }

    /// The scoring table with an indicator open, by its number.
    pub fn indicator(id: &str) -> Address {
        Address { open: Some(Open::Indicator(id.to_owned())), ..Address::default() }
    }

    /// Reads what stands behind `#`. None is for what is no view's address: a share link,
    /// or a name that no view has. What messengers add behind `?`, `&` or `#`, a final `/`,
    /// escapes in the path, blanks and invisible characters are of no effect.
    pub fn parse(hash: &str) -> Option<Address> {
        let text = hash.trim_start_matches('#');
        let escapes = ["%3F", "%3f", "%26", "%23"].into_iter().filter_map(|one| text.find(one));
        let end = text.find(['?', '&', '#']).into_iter().chain(escapes).min();
        let (path, query) = text.split_at(end.unwrap_or(text.len()));
        let path = visible(&unescaped(path)).into_owned();
        let mut parts = path.trim().split('/').filter(|part| !part.is_empty());
        let mut address = match parts.next() {
            None => Address::default(),
            Some("gaps") => {
                Address { filter: Filter::of(crate::desk::Only::Losing), ..Address::default() }
            }
            Some(name) => Address::of(View::named(name)?),
        };
        address.open = match (address.view, parts.next()) {
            (_, None) => None,
            (View::Fill, Some("base")) => Some(Open::Basics),
            (View::Fill, Some(id)) => Some(Open::Indicator(id.to_owned())),
            _ => return None,
        };
        if parts.next().is_some() {
            return None;
        }
        for pair in query.split(['&', '?', '#']) {
            let Some((key, value)) = pair.split_once('=') else { continue };
            address.filter.read(key, unescaped(value));
        }
        Some(address)
    }

    /// The share link behind `#`, as it is found in a pasted text too: whatever
    /// messengers made of it, escapes of escapes included.
    pub fn link(hash: &str) -> Option<String> {
        let mut text = hash.trim_start_matches(['#', '/']).to_owned();
        for _ in 0..MOST_ESCAPED {
            let plain = unescaped(&text);
            if plain == text {
                break;
            }
            text = plain;
        }
        crate::link::find(&format!("#{text}"))
    }

    /// Whether a share link was cut so short that only its first letters came;
    /// then how many.
    pub fn cut_link(hash: &str) -> Option<usize> {
        let text = hash.trim_start_matches(['#', '/']);
        let version = text.strip_prefix('q')?;
        version.bytes().all(|byte| byte.is_ascii_digit()).then_some(text.len())
    }

    /// The address as text, `#` included.
    pub fn text(&self) -> String {
        let mut text = format!("#/{}", self.view.name());
        match &self.open {
            Some(Open::Basics) => text.push_str("/base"),
            Some(Open::Indicator(id)) => {
                text.push('/');
                text.push_str(&escaped(id));
            }
            None => {}
        }
        let mut mark = '?';
        for (key, value) in self.filter.pairs() {
            text.push(mark);
            text.push_str(&format!("{key}={}", escaped(&value)));
            mark = '&';
        }
        text
    }
}

/// A text as a part of an address: all but letters, digits and a few signs of
/// ASCII is written as escaped bytes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// A part of an address as text. What is no escape stays as it is.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escape = after.get(..2).filter(|_| *first == b'%');
        let byte = escape.and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::{Arrangement, Only, Sort};

    #[track_caller]
    fn check(hash: &str, expected: Option<Address>) {
        assert_eq!(Address::parse(hash), expected, "{hash:?}");
    }

    #[test]
    fn views_indicators_and_filters_are_read() {
        check("", Some(Address::default()));
        check("#/", Some(Address::default()));
        check("#/report", Some(Address::of(View::Report)));
        let open = |open| Some(Address { open: Some(open), ..Address::default() });
        check("#/fill/14", open(Open::Indicator("14".into())));
        check("#/fill/base", open(Open::Basics));
        let filter = Filter { only: Only::Losing, ..Filter::default() };
        check("#/fill?only=losing", Some(Address { filter: filter.clone(), ..Address::default() }));
        check("#/fill%2F14%3Fx", open(Open::Indicator("14".into())));
        check("#/gaps", Some(Address { filter, ..Address::default() }));
    }

    #[test]
    fn what_messengers_add_is_of_no_effect() {
        for hash in [
            "#/report?from=singlemessage",
            "#/report&shareTo=weixin",
            "#%2Freport",
            "#/report/",
            "#report",
            "#/report/?from=timeline&isappinstalled=0",
            "#%2Freport%3Ffrom%3Dsinglemessage",
            "#/report#wechat_redirect",
            "#/report%20",
            "#/report%E2%80%8B",
            "#/report\u{200b}",
        ] {
            check(hash, Some(Address::of(View::Report)));
        }
    }

    #[test]
    fn other_names_are_none() {
        for hash in ["#/nonsense", "#q1abc", "#/report/14", "#/fill/14/2"] {
            check(hash, None);
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut filter = Filter::of_unit("区发展改革局&？");
        filter.words = "标准 50%".into();
        (filter.by, filter.sort) = (Arrangement::Unit, Sort::Missing);
        let open = Some(Open::Indicator("14".into()));
        for view in View::ALL.into_iter().chain([View::Incoming, View::Review, View::Filing]) {
            let open = open.clone().filter(|_| view == View::Fill);
            let address = Address { view, open, filter: filter.clone() };
            check(&address.text(), Some(address));
        }
    }
    #[test]
    fn links_are_found_whatever_was_done_to_the_address() {
        let form = crate::form::Form::blank().unwrap();
        let link = crate::link::encode(&form, Default::default(), None).unwrap();
        let (head, tail) = link.split_at(9);
        for hash in [
            format!("#{link}"),
            format!("#/{link}"),
            format!("#{head}%20{tail}"),
            format!("#{head}%2520{tail}"),
            format!("#{link}?from=singlemessage"),
            format!("#{link}&shareTo=1"),
            format!("%23{link}"),
        ] {
            assert_eq!(Address::link(&hash).as_deref(), Some(link.as_str()), "{hash:?}");
        }
        assert_eq!(Address::link("#/nonsense"), None);
        assert_eq!(["#q", "#q1", "#/report"].map(Address::cut_link), [Some(1), Some(2), None]);
    }
}
