//! The workbook of a plan: its lines, read back cell by cell.

use crate::plan_forms;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use plan_forms::wish;
use qiangxian::desk::Desk;
use qiangxian::form::{Form, read};
use qiangxian::plan::cheapest;
use qiangxian::rulebook::Day;
use qiangxian::sheets::table_book;
use qiangxian::text::HONOUR;
use qiangxian::text::plan::{PlanLine, lines};
use qiangxian::text::plan_book::{NAME, plan_book};
use rust_decimal::Decimal;
use std::io::Cursor;

fn sample() -> Form {
    read(include_str!("../../seeds/sample-county.qiangxian.json")).expect("the sample")
}

/// The cells of the workbook of a plan to 90 points, with its lines. A unit is called
/// what a spreadsheet would take for a formula.
fn made(form: &Form, over: Option<&str>) -> (Vec<PlanLine>, Vec<Vec<Data>>, Decimal) {
    let card = form.scorecard();
    let plan = cheapest(form, &form.case, &wish("90"), HONOUR);
    let day = Day::new(2022, 7, 1).expect("a day");
    let desk = Desk::new(form, &form.case, &card, day);
    let mut lines = lines(&desk, &plan.steps);
    lines[0].units = "=1+1".to_owned();
    lines[1].units = "0531".to_owned();
    let kept = [form.edition.indicator("5").expect("an indicator")];
    let table = plan_book(form, over, &plan, &lines, &kept);
    let book = table_book(&table, NAME).expect("a workbook");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(book.as_slice())).expect("opens");
    let rows = book.worksheet_range(NAME).expect("the sheet");
    (lines, rows.rows().map(<[Data]>::to_vec).collect(), plan.after - plan.before)
}

#[test]
fn the_workbook_has_a_line_a_step_and_what_was_refused() {
    let (lines, rows, gain) = made(&sample(), None);
    assert_eq!(rows[0][0], Data::String("示例县 2022 年 提分方案：达到 90 分".to_owned()));
    let head: Vec<String> = rows[1].iter().map(ToString::to_string).collect();
    let expected =
        ["序号", "指标", "怎么做", "现在", "改到", "增加", "责任单位", "完成时限", "做不到"];
    assert_eq!(head, expected);
    assert_eq!(rows.len(), 2 + lines.len() + 1);
    let mut sum = 0.0;
    for (line, row) in lines.iter().zip(&rows[2..]) {
        assert_eq!(row[0], Data::Float(line.number.parse().expect("a number")));
        assert_eq!(row[1], Data::String(line.title.to_owned()));
        assert_eq!(row[2], Data::String(line.how.clone()));
        for at in [3, 4] {
            assert!(matches!(&row[at], Data::String(text) if !text.is_empty()), "{row:?}");
        }
        assert_ne!(row[3], row[4], "what is to be changed");
        // Texts stay texts, whatever they look like.
        assert_eq!(row[6], Data::String(line.units.clone()));
        assert_eq!(row[7], Data::String(line.deadline.clone()));
        let Data::Float(points) = row[5] else { panic!("no number: {row:?}") };
        sum += points;
    }
    assert!((sum - f64::try_from(gain).expect("a float")).abs() < 0.05 * lines.len() as f64);
    let last = rows.last().expect("the indicator that was refused");
    assert_eq!(last[0], Data::Float(5.0));
    assert_eq!(last[8], Data::String("做不到".to_owned()));
}

#[test]
fn a_plan_over_a_scenario_says_so_in_its_title_and_rows() {
    let (lines, rows, _) = made(&sample(), Some("甲"));
    assert!(rows[0][0].to_string().contains("假设"));
    assert_eq!(rows[1][9].to_string(), "假设");
    assert!(rows[2..2 + lines.len()].iter().all(|row| row[9] == "甲"));
}
