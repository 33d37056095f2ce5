//! What entries take.

use super::Writing;
use crate::form::limits;
use crate::rulebook::{Field, FieldKind};
use crate::sheets::book::list;
use crate::text::{formulas as words, page};
use rust_xlsxwriter::{DataValidation, DataValidationRule};

impl Writing<'_> {
    /// One of some words.
    pub fn one_of(&mut self, options: Vec<&'static str>) -> Box<DataValidation> {
        let known = self.choices.iter().position(|known| *known == options);
        let at = known.unwrap_or(self.choices.len());
        let rule = list(at, options.len());
        if known.is_none() {
            self.choices.push(options);
        }
        told(rule, words::FROM_LIST.to_owned())
    }

    /// Yes or no.
    pub fn yes_or_no(&mut self) -> Box<DataValidation> {
        self.one_of(vec![page::YES, page::NO])
    }

    /// What a field of one cell takes.
    pub fn check(&mut self, field: &Field) -> Box<DataValidation> {
        match field.kind {
            FieldKind::YesNo | FieldKind::Set | FieldKind::List => self.yes_or_no(),
            FieldKind::Choice => {
                self.one_of(field.options.iter().map(|option| option.label).collect())
            }
            FieldKind::Count => {
                let most = i32::try_from(*limits::COUNT.end()).unwrap_or(i32::MAX);
                whole(0, most)
            }
            FieldKind::Percent | FieldKind::Amount | FieldKind::Rate => {
                match limits::bounds(field.kind) {
                    (Some(_), Some(most)) => points(most.to_string().parse().unwrap_or_default()),
                    (Some(_), None) => {
                        let rule = DataValidationRule::GreaterThanOrEqualTo(0.0);
                        let rule = DataValidation::new().allow_decimal_number(rule);
                        told(rule, words::A_NUMBER.to_owned())
                    }
                    _ => any_number(),
                }
            }
        }
    }
}

/// A whole number between two bounds.
pub fn whole(least: i32, most: i32) -> Box<DataValidation> {
    let rule = DataValidation::new().allow_whole_number(DataValidationRule::Between(least, most));
    told(rule, words::between(&least.to_string(), &most.to_string()))
}

/// A number from 0 to a bound.
pub fn points(most: f64) -> Box<DataValidation> {
    let rule = DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, most));
    told(rule, words::between("0", &most.to_string()))
}

/// Any number.
pub fn any_number() -> Box<DataValidation> {
    let far = DataValidationRule::Between(-1e15, 1e15);
    told(DataValidation::new().allow_decimal_number(far), words::A_NUMBER.to_owned())
}

/// A rule that says what is expected.
fn told(rule: DataValidation, message: String) -> Box<DataValidation> {
    // Both texts are far below what a message may have.
    let titled = rule.clone().set_error_title(words::NOT_TAKEN).unwrap_or(rule);
    Box::new(titled.clone().set_error_message(message).unwrap_or(titled))
}
