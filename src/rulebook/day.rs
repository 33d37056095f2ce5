//! The one calendar: days of the document, of proofs, of links, and today.

use std::fmt;

/// A day of the Gregorian calendar, from 0000-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// The last year of the calendar, which has four digits.
const LAST_YEAR: u16 = 9999;

/// As files write it: `2022-07-20`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Day {
    /// A day; none if there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Day> {
        let fits = year <= LAST_YEAR && (1..=length(year, month)).contains(&day);
        fits.then_some(Day { year, month, day })
    }

    /// The day that a text names, `YYYY-MM-DD` and nothing else; none if there
    /// is no such day.
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return None;
        }
        let part = |from: usize, to: usize| {
            let mut number = 0u16;
            for digit in bytes.get(from..to)? {
                if !digit.is_ascii_digit() {
                    return None;
                }
                number = number * 10 + u16::from(digit - b'0');
            }
            Some(number)
        };
        // Two digits are below 100.
        Day::new(part(0, 4)?, part(5, 7)? as u8, part(8, 10)? as u8)
    }

    /// Year, month and day.
    pub fn date(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Days since 0000-01-01, which is 0.
    pub fn number(self) -> u32 {
        let months = (1..self.month).map(|month| u32::from(length(self.year, month)));
        before(self.year) + months.sum::<u32>() + u32::from(self.day) - 1
    }

    /// The day with this [`number`](Day::number); none after the last.
    pub fn from_number(number: u32) -> Option<Day> {
        let mut year = u16::try_from(number / 366).ok().filter(|year| *year <= LAST_YEAR)?;
        while before(year + 1) <= number {
            year += 1;
        }
        let (mut left, mut month) = (number - before(year), 1);
        while left >= u32::from(length(year, month)) && month < 12 {
            left -= u32::from(length(year, month));
            month += 1;
        }
        Day::new(year, month, u8::try_from(left + 1).ok()?)
    }

    /// The same day some years later, or earlier; 29 February becomes the 28th
    /// in a common year. None beyond the calendar.
    pub fn moved(self, years: i32) -> Option<Day> {
        let year = u16::try_from(i32::from(self.year) + years).ok()?;
        Day::new(year, self.month, self.day.min(length(year, self.month)))
    }

    /// Days from this day to another; negative when that one is earlier.
    pub fn until(self, other: Day) -> i32 {
        // No number is beyond four million.
        other.number() as i32 - self.number() as i32
    }
}

/// Days of all years before this one.
fn before(year: u16) -> u32 {
    match u32::from(year).checked_sub(1) {
        Some(last) => 366 + 365 * last + last / 4 - last / 100 + last / 400,
        None => 0,
    }
}

/// Days of a month; 0 if there is no such month.
fn length(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn every_day_has_its_number_and_back() {
        assert_eq!(Day::new(0, 1, 1).map(Day::number), Some(0));
        let mut day = Day::new(1896, 1, 1);
        let first = day.map_or(0, Day::number);
        for number in first..first + 200_000 {
            let this = day.unwrap();
            assert_eq!(this.number(), number);
            assert_eq!(Day::from_number(number), day);
            let (year, month, date) = this.date();
            assert_eq!(Day::parse(&format!("{year:04}-{month:02}-{date:02}")), day);
            day = Day::new(year, month, date + 1).or(Day::new(year, month + 1, 1)).or(Day::new(
                year + 1,
                1,
                1,
            ));
        }
        let last = Day::new(9999, 12, 31).map(Day::number);
        assert_eq!(last, Some(3_652_424));
        assert_eq!(Day::from_number(3_652_425), None);
        assert_eq!(Day::from_number(u32::MAX), None);
    }

    #[test]
    fn no_other_text_is_a_day() {
        for text in [
            "",
            "2022",
            "2022-7-20",
            "2022-07-2",
            "2022-07-200",
            "2022/07/20",
            "2022-07-20 ",
            "2022-13-01",
            "2022-00-01",
            "2022-02-29",
            "1900-02-29",
            "2022-04-31",
            "+022-04-30",
            "２022-4-30",
            "2022-07-00",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(Day::parse("2000-02-29").is_some());
    }

    #[test]
    fn days_move_by_years() {
        let moved = |text: &str, years| Day::parse(text).and_then(|day| day.moved(years));
        assert_eq!(moved("2022-07-20", 2), Day::new(2024, 7, 20));
        assert_eq!(moved("2024-02-29", -1), Day::new(2023, 2, 28));
        assert_eq!(moved("2024-02-29", 4), Day::new(2028, 2, 29));
        assert_eq!(moved("9999-01-01", 1), None);
        assert_eq!(moved("0000-01-01", -1), None);
    }

    #[test]
    fn days_lie_apart() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(day("2022-07-20").until(day("2022-08-19")), 30);
        assert_eq!(day("2022-03-01").until(day("2022-02-28")), -1);
        assert_eq!(day("2020-02-28").until(day("2020-03-01")), 2);
    }
}
