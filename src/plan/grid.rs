//! The values that a figure field can take, as whole numbers of its least
//! decimal: 95.5 % is place 955000. `docs/formats/form-file.md` bounds
//! the digits.

use crate::form::limits::{COUNT, FIGURE, bounds};
use crate::rulebook::{Answer, FieldKind};
use rust_decimal::Decimal;

/// The places of a figure field, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    pub least: i64,
    pub most: i64,
    /// Decimals of the field; a count has none.
    decimals: u32,
    is_count: bool,
}

impl Grid {
    /// The places of a kind of field; none for what is no figure.
    pub fn of(kind: FieldKind) -> Option<Grid> {
        let is_count = kind == FieldKind::Count;
        let decimals = match kind {
            FieldKind::Count => 0,
            FieldKind::Percent | FieldKind::Amount | FieldKind::Rate => FIGURE.places as u32,
            _ => return None,
        };
        let edge = match is_count {
            true => i64::from(*COUNT.end()),
            false => 10i64.pow(FIGURE.whole as u32 + decimals) - 1,
        };
        let mut grid = Grid { least: -edge, most: edge, decimals, is_count };
        let (least, most) = bounds(kind);
        grid.least = least.map_or(-edge, |bound| grid.above(bound));
        grid.most = most.map_or(edge, |bound| grid.below(bound));
        Some(grid)
    }

    /// The figure at a place.
    pub fn number(self, place: i64) -> Decimal {
        Decimal::new(place, self.decimals)
    }

    /// The answer at a place.
    pub fn answer(self, place: i64) -> Answer {
        match u32::try_from(place) {
            Ok(number) if self.is_count => Answer::Count(number),
            _ => Answer::Figure(self.number(place).normalize()),
        }
    }

    /// The greatest place not above a figure, held to the field's bounds.
    pub fn below(self, figure: Decimal) -> i64 {
        self.held(figure, Decimal::floor(&self.scaled(figure)))
    }

    /// The least place not below a figure, held to the field's bounds.
    pub fn above(self, figure: Decimal) -> i64 {
        self.held(figure, Decimal::ceil(&self.scaled(figure)))
    }

    /// The place of an answer, if it holds a figure.
    pub fn place(self, answer: Option<&Answer>) -> Option<i64> {
        Some(self.below(answer?.number()?))
    }

    /// Distances between figures with few decimals, in places: first that of whole numbers,
    /// last that of single places.
    pub fn roundings(self) -> impl Iterator<Item = i64> {
        (0..=self.decimals).rev().map(|digits| 10i64.pow(digits))
    }

    fn scaled(self, figure: Decimal) -> Decimal {
        figure.checked_mul(Decimal::from(10i64.pow(self.decimals))).unwrap_or(figure)
    }

    fn held(self, figure: Decimal, whole: Decimal) -> i64 {
        let far = if figure.is_sign_negative() { self.least } else { self.most };
        i64::try_from(whole).unwrap_or(far).clamp(self.least, self.most)
    }
}

/// The first place from `least` to `most` for which `holds` is true; it must stay true from
/// there on. Searches outwards from a guess in doubling strides, then by bisection.
pub fn first(least: i64, most: i64, guess: i64, holds: &mut dyn FnMut(i64) -> bool) -> Option<i64> {
    if least > most {
        return None;
    }
    let (mut no, mut yes) = (least - 1, most + 1);
    let mut probe = guess.clamp(least, most);
    let mut stride = 1;
    while no < probe && probe < yes {
        if holds(probe) {
            yes = probe;
            probe -= stride;
        } else {
            no = probe;
            probe += stride;
        }
        stride *= 2;
        // The two ends are known: what is left lies between them.
        if no >= least && yes <= most {
            break;
        }
    }
    while no + 1 < yes {
        let middle = no + (yes - no) / 2;
        if holds(middle) {
            yes = middle;
        } else {
            no = middle;
        }
    }
    (yes <= most).then_some(yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_found_from_any_guess() {
        for from in -3..=9 {
            for guess in -5..=12 {
                let found = first(0, 6, guess, &mut |place| place >= from);
                let expected = (from <= 6).then_some(from.max(0));
                assert_eq!(found, expected, "from {from}, guess {guess}");
            }
        }
    }

    #[test]
    fn figures_have_four_decimals_and_counts_none() {
        let percent = Grid::of(FieldKind::Percent).unwrap();
        assert_eq!((percent.least, percent.most), (0, 1_000_000));
        let third = Decimal::ONE_HUNDRED / Decimal::from(3);
        assert_eq!((percent.below(third), percent.above(third)), (333_333, 333_334));
        let count = Grid::of(FieldKind::Count).unwrap();
        assert_eq!((count.below(third), count.answer(34)), (33, Answer::Count(34)));
        let rate = Grid::of(FieldKind::Rate).unwrap();
        assert_eq!((rate.below(-third), rate.above(-third)), (-333_334, -333_333));
        assert_eq!(rate.below(Decimal::MIN), rate.least);
        assert!(Grid::of(FieldKind::Set).is_none());
    }
}
