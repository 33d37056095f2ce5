//! Numbers in a link. They are coded by value: `96.50` and `96.5` give the same bits.

use super::coder::{Chance, Coder};
use crate::form::limits::{REFERENCE, of_digits};
use rust_decimal::Decimal;

/// What a decimal is, which tells how long it is likely to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Percent,
    Amount,
    Rate,
    Reference,
    Points,
}

/// How many digits a decimal has before and after its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    whole: u32,
    places: u32,
}

/// What was learned about numbers so far.
#[derive(Debug)]
pub struct Figures {
    chances: [FigureChances; 5],
    /// Whether a number is shaped like the one before it in a pair or list.
    alike: [Chance; 2],
    /// Bits of whole numbers, by how large the one before was.
    sizes: [[Chance; 32]; 3],
    size: usize,
}

#[derive(Clone, Copy, Debug)]
struct FigureChances {
    minus: Chance,
    whole: [Chance; 16],
    places: [Chance; 16],
}

impl Figures {
    /// Nothing is known.
    pub fn new() -> Figures {
        let new = FigureChances {
            minus: Chance::NEW,
            whole: [Chance::NEW; 16],
            places: [Chance::NEW; 16],
        };
        Figures {
            chances: [new; 5],
            alike: [Chance::NEW; 2],
            sizes: [[Chance::NEW; 32]; 3],
            size: 0,
        }
    }

    /// A whole number.
    pub fn count(&mut self, coder: &mut Coder, given: u32) -> u32 {
        let bits = (u32::BITS - given.leading_zeros()).min(31);
        let bits = coder.tree(&mut self.sizes[self.size], bits);
        self.size = match bits {
            0..2 => 0,
            2..6 => 1,
            _ => 2,
        };
        let below = bits.saturating_sub(1);
        let top = u32::from(bits > 0) << below;
        top | coder.bits(below, given & top.wrapping_sub(1))
    }

    /// A whole number that may be negative.
    pub fn integer(&mut self, coder: &mut Coder, given: i32) -> i32 {
        let folded = self.count(coder, given.unsigned_abs() << 1 | u32::from(given < 0));
        let size = i32::try_from(folded >> 1).unwrap_or_default();
        if folded & 1 != 0 { -size } else { size }
    }

    /// A decimal; the shape of the one before it, if it is likely to be alike.
    pub fn decimal(
        &mut self,
        coder: &mut Coder,
        figure: Figure,
        like: Option<Shape>,
        given: Decimal,
    ) -> (Decimal, Shape) {
        let chances = &mut self.chances[figure as usize];
        let text = given.abs().normalize().to_string();
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.trim_start_matches('0');
        let minus = matches!(figure, Figure::Rate | Figure::Reference)
            && coder.bit(&mut chances.minus, given.is_sign_negative() && !given.is_zero());
        let length = |part: &str| u32::try_from(part.len()).unwrap_or_default();
        let shape = Shape { whole: length(whole), places: length(places) };
        let [alike_whole, alike_places] = &mut self.alike;
        let shape = Shape {
            whole: digit_count(
                coder,
                alike_whole,
                like.map(|s| s.whole),
                &mut chances.whole,
                shape.whole,
            ),
            places: digit_count(
                coder,
                alike_places,
                like.map(|s| s.places),
                &mut chances.places,
                shape.places,
            ),
        };
        // A percent of three digits is a hundred.
        if figure == Figure::Percent && shape == HUNDRED {
            return (Decimal::ONE_HUNDRED, shape);
        }
        let whole = run(coder, shape.whole, whole, 0);
        let places = run(coder, shape.places, places, shape.places.saturating_sub(1));
        (of_digits(minus, &whole, &places).unwrap_or_default(), shape)
    }
}

const HUNDRED: Shape = Shape { whole: 3, places: 0 };

/// A number of digits, perhaps the same as before.
fn digit_count(
    coder: &mut Coder,
    alike: &mut Chance,
    like: Option<u32>,
    chances: &mut [Chance],
    given: u32,
) -> u32 {
    match like {
        Some(like) if coder.bit(alike, given == like) => like,
        _ => coder.tree(chances, given),
    }
}

/// So many digits, of which one is not 0: the first of a whole, the last of places.
fn run(coder: &mut Coder, length: u32, given: &str, not_zero: u32) -> String {
    let mut digits = String::new();
    let mut given = given.chars().map(|c| c.to_digit(10).unwrap_or_default());
    for at in 0..length {
        let digit = given.next().unwrap_or_default();
        let least = u32::from(at == not_zero);
        let digit = least + coder.uniform(10 - least, digit.saturating_sub(least));
        digits.extend(char::from_digit(digit, 10));
    }
    digits
}

const _: () = assert!(REFERENCE.whole < 16 && REFERENCE.places < 16);
