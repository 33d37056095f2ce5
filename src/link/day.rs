//! The day on which a form was shared.

use crate::rulebook;

/// A day from 2020-01-01 to 2199-06-06, small enough for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkDay(u16);

/// The number of 2020-01-01 in the calendar.
const FIRST: u32 = 737_790;

impl LinkDay {
    /// A day of the calendar; none if there is no such day, or none so early or
    /// late.
    pub fn new(year: u16, month: u8, day: u8) -> Option<LinkDay> {
        let number = rulebook::Day::new(year, month, day)?.number();
        u16::try_from(number.checked_sub(FIRST)?).ok().map(LinkDay)
    }

    /// Year, month and day.
    pub fn date(self) -> (u16, u8, u8) {
        // Every one of these days is in the calendar.
        rulebook::Day::from_number(FIRST + u32::from(self.0)).map_or((0, 0, 0), rulebook::Day::date)
    }

    /// Days since 2020-01-01.
    pub(super) fn number(self) -> u16 {
        self.0
    }

    pub(super) fn from_number(number: u16) -> LinkDay {
        LinkDay(number)
    }
}
