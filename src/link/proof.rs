//! Evidence in a link.

use super::copy::{Copyist, Flag};
use crate::form::Evidence;

/// Stands in place of month and day where a proof has only a year.
const YEAR_ALONE: &str = "02-30";
/// Stands in place of month and day where a proof has a month and no day. The month
/// follows.
const MONTH_FOLLOWS: &str = "02-31";

impl Copyist<'_> {
    pub(super) fn evidence(&mut self, year: u16, given: Option<&Evidence>) -> Evidence {
        let blank = Evidence::default();
        let given = given.unwrap_or(&blank);
        Evidence {
            title: self.text(&given.title),
            number: self.optional_text(Flag::Number, given.number.as_ref()),
            date: self.optional(Flag::Date, given.date.as_ref(), |this, given| {
                this.date_of_proof(year, given.map_or("", |date| date))
            }),
            place: self.optional_text(Flag::Place, given.place.as_ref()),
            ready: self.optional(Flag::Ready, given.ready.as_ref(), |this, ready| {
                this.flag(Flag::IsReady, ready == Some(&true))
            }),
        }
    }

    /// When a proof was made. A month or a year alone is told by a day that no
    /// calendar has: links of whole days stay as they are, and a release that
    /// knows whole days only refuses the others.
    fn date_of_proof(&mut self, near: u16, given: &str) -> String {
        let written = match given.len() {
            4 => format!("{given}-{YEAR_ALONE}"),
            7 => [given.get(..4).unwrap_or_default(), "-", MONTH_FOLLOWS].concat(),
            _ => given.to_owned(),
        };
        let date = self.date(near, &written);
        let Some((year, rest)) = date.split_once('-') else { return date };
        if rest == YEAR_ALONE {
            return year.to_owned();
        }
        if rest != MONTH_FOLLOWS {
            return date;
        }
        let month = given.get(5..7).and_then(|month| month.parse::<u32>().ok()).unwrap_or(1);
        let month = 1 + self.coder.uniform(12, month.saturating_sub(1));
        format!("{year}-{month:02}")
    }
}
