//! The day on which a form was shared.

/// A day from 2020-01-01 to 2199-06-06, small enough for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u16);

/// The year in which days are counted from its first.
const FIRST: u16 = 2020;

impl Day {
    /// A day of the calendar; none if there is no such day, or none so early or
    /// late.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        if year < FIRST
            || day == 0
            || day > *months(year).get(usize::from(month).checked_sub(1)?)?
        {
            return None;
        }
        let years = (FIRST..year).map(days);
        let months = months(year).into_iter().take(usize::from(month) - 1).map(u32::from);
        let all = years.chain(months).sum::<u32>() + u32::from(day) - 1;
        u16::try_from(all).ok().map(Day)
    }

    /// Year, month and day.
    pub fn date(self) -> (u16, u8, u8) {
        let (mut left, mut year) = (u32::from(self.0), FIRST);
        while left >= days(year) {
            left -= days(year);
            year += 1;
        }
        let mut month = 1;
        for length in months(year).map(u32::from) {
            if left < length {
                break;
            }
            left -= length;
            month += 1;
        }
        // Below 31 by now.
        (year, month, u8::try_from(left + 1).unwrap_or_default())
    }

    /// Days since the first that there is.
    pub(super) fn number(self) -> u16 {
        self.0
    }

    pub(super) fn from_number(number: u16) -> Day {
        Day(number)
    }
}

fn days(year: u16) -> u32 {
    months(year).map(u32::from).into_iter().sum()
}

fn months(year: u16) -> [u8; 12] {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}
