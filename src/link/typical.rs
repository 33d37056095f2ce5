//! Typical contents of forms. A copyist codes them before it copies, so that its chances
//! fit from the start, which shortens links. Links depend on it: it may never change.

use super::coder::Coder;
use super::figure::{Figure, Figures};
use super::text::Texts;
use rust_decimal::Decimal;

/// Whole numbers of a county.
const COUNTS: [u32; 12] = [0, 1, 2, 0, 3, 1, 5, 12, 640, 1850, 2400, 760];

/// Figures of a county, as mantissa and places.
const FIGURES: [(Figure, &[(i64, u32)]); 5] = [
    (Figure::Percent, &[(985, 1), (100, 0), (9632, 2), (100, 0), (874, 1)]),
    (Figure::Amount, &[(11156, 1), (3245, 1), (1234567, 2), (45203, 1), (86320, 0)]),
    (Figure::Rate, &[(35, 1), (-12, 1), (486, 2)]),
    (Figure::Reference, &[(305, 1), (625, 1), (8, 0), (120, 0), (12503, 1), (23406, 1)]),
    (Figure::Points, &[(15, 1), (2, 0)]),
];

/// Names of a county and of firms in it.
const TEXTS: [&str; 5] = [
    "济南市章丘区",
    "山东明水股份有限公司",
    "中国重汽集团有限公司",
    "齐鲁化工集团股份有限公司",
    "青岛机械有限公司",
];

/// Trains the chances on typical figures.
pub fn figures(figures: &mut Figures) {
    let mut scrap = Coder::writer();
    for count in COUNTS {
        figures.count(&mut scrap, count);
    }
    for (figure, values) in FIGURES {
        let mut like = None;
        for (mantissa, places) in values {
            let value = Decimal::new(*mantissa, *places);
            let (_, shape) = figures.decimal(&mut scrap, figure, like, value);
            like = match like {
                None if figure == Figure::Reference => Some(shape),
                _ => None,
            };
        }
    }
}

/// Trains the chances on typical texts.
pub fn texts(texts: &mut Texts) {
    let mut scrap = Coder::writer();
    for text in TEXTS {
        texts.text(&mut scrap, text);
    }
}
