//! The scoring table as it is handed in.

use qiangxian::desk::Desk;
use qiangxian::form::{Form, read};
use qiangxian::rulebook::{Adjustment, Day, editions};
use qiangxian::text::report::scoring_table;
use qiangxian::text::table::Table;

fn table(form: &Form) -> Table {
    let card = form.scorecard();
    scoring_table(&Desk::new(form, &form.case, &card, Day::new(2022, 7, 1).expect("a day")))
}

#[test]
fn the_official_columns_stand_with_groups_and_the_total() {
    let mut form = read(include_str!("../../seeds/sample-county.qiangxian.json")).expect("a form");
    let (two, four) = (form.edition.indicator("2"), form.edition.indicator("4"));
    let (two, four) = (two.expect("an indicator"), four.expect("an indicator"));
    let points = "1.5".parse().expect("points");
    form.adjustments.insert(two, Adjustment { points, reason: "尚未推广".into() });
    form.notes.insert(four, "见附件".into());
    let table = table(&form);
    let column = |name: &str| table.head.iter().position(|head| head == name).expect("a column");
    let (most, own, about) = (column("分值"), column("自评得分"), column("备注"));
    let rulebook = form.edition.0;
    let bands = rulebook.dimensions.len() + rulebook.groups.len() + 1;
    assert_eq!(table.bands.len(), bands);
    assert_eq!(table.rows.len(), bands + rulebook.indicators.len());
    // Figures are plain numbers, in every row.
    for row in &table.rows {
        assert_eq!(row.len(), table.head.len());
        assert!(row[own].parse::<f64>().is_ok() && row[most].parse::<f64>().is_ok(), "{row:?}");
    }
    let last = table.rows.last().expect("a total");
    let total = qiangxian::score::shown(form.scorecard().total.range.low, 2);
    assert_eq!((last[1].as_str(), last[most].as_str(), &last[own]), ("合计", "100", &total));
    let row = |id: &str| table.rows.iter().find(|row| row[0] == id).expect("a row");
    assert_eq!(row("2")[own], "1.5");
    assert!(row("2")[about].contains("尚未推广") && row("4")[about].contains("见附件"));
    // The first rows are a dimension and a group.
    assert_eq!(table.bands[..2], [0, 1]);
}

#[test]
fn tasks_have_states_and_tallies() {
    let form = Form::new(editions::find("jinan-city-2018").expect("an edition"));
    let table = table(&form);
    assert_eq!(table.bands.len(), form.edition.groups.len() + 1);
    let last = table.rows.last().expect("a total");
    assert!(last[3].starts_with("0/") && last[3].ends_with("项已达到"), "{last:?}");
}
