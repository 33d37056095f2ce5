//! The scoring table as it is handed in.

use crate::{on, sample};
use qiangxian::text::report::handed_in;
use rust_decimal::Decimal;

#[test]
fn sums_stand_in_the_heads_and_below() {
    let form = sample();
    let rulebook = form.edition.0;
    on(&form, "2022-10-01", |desk| {
        let table = handed_in(desk);
        let (heads, rows): (Vec<_>, Vec<_>) = table.rows.iter().partition(|row| row[0].is_empty());
        assert_eq!(rows.len(), rulebook.indicators.len());
        assert_eq!(heads.len(), rulebook.dimensions.len() + 1);
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        // A score is a plain figure, and the figures add up to those of the heads.
        let figure = |text: &str| text.parse::<Decimal>().unwrap();
        for column in [2, 3] {
            let sum: Decimal = heads[..4].iter().map(|row| figure(&row[column])).sum();
            let off = sum - figure(&heads[4][column]);
            assert!(off.abs() <= Decimal::new(2, 2), "column {column} is off by {off}");
            let sum: Decimal = rows.iter().map(|row| figure(&row[column])).sum();
            let off = sum - figure(&heads[4][column]);
            assert!(off.abs() <= Decimal::new(22, 2), "column {column} is off by {off}");
        }
    });
}

#[test]
fn a_note_has_a_column_of_its_own() {
    let mut form = sample();
    let id = qiangxian::rulebook::IndicatorId(0);
    form.notes.insert(id, "见区委文件".into());
    on(&form, "2022-10-01", |desk| {
        let table = handed_in(desk);
        let row = table.rows.iter().find(|row| row[0] == "1").unwrap();
        assert_eq!(row[7], "见区委文件");
        assert!(!row[6].contains("见区委文件"), "{}", row[6]);
    });
}
