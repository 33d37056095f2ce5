//! A checklist's desk: states instead of points.

use crate::desk::{indicator, numbers, of, on};
use qiangxian::desk::{Due, Order};
use qiangxian::score::{Score, Tally};
use qiangxian::text::desk::{gap_table, why_text};

const SMALL: &str = include_str!("../../data/rulebooks/good/checklist.toml");

#[test]
fn tasks_that_are_not_met_are_the_gaps() {
    let form = of(SMALL, r#""answers":{"1.status":"in-progress","2.rate":"80","2.entered":false}"#);
    on(&form, "2022-07-02", |desk| {
        let gaps = desk.gaps(Order::Points);
        assert_eq!(gaps.len(), 2);
        assert!(gaps.iter().all(|gap| gap.lost.is_zero() && gap.open.is_zero()));
        assert!(gaps.iter().all(|gap| gap.due == Due::Overdue));
        let why = |at: usize| why_text(form.edition.0, &form.case.answers, &gaps[at].why);
        assert_eq!(why(0), "进行中");
        assert_eq!(why(1), "进行中；填“否”：标签；还可提高：标签（80%）");
        let table = gap_table(desk, &gaps);
        assert_eq!(table.rows[0], ["1", "三级", "进行中", "甲局", "6月底前", "已逾期 2 天"]);
        assert_eq!(desk.overview().overdue, 2);
    });
}

#[test]
fn met_and_waived_tasks_are_done() {
    let form = of(SMALL, r#""answers":{"1.status":"met","2.none":true}"#);
    on(&form, "2022-07-02", |desk| {
        assert_eq!(desk.gaps(Order::Deadline), []);
        for id in ["1", "2"] {
            assert_eq!(desk.standing(indicator(&form, id)).unwrap().due, Due::Done);
        }
        // What does not apply claims nothing.
        assert_eq!(numbers(&form, &desk.unproved()), ["1"]);
        let tally = Tally { met: 1, not_applicable: 1, ..Tally::default() };
        assert_eq!(desk.overview().total, Score::Tasks(tally));
        assert_eq!(tally.applicable(), 1);
    });
}

#[test]
fn an_unmet_task_is_late_whatever_is_answered() {
    let form = of(SMALL, r#""answers":{"2.rate":"80","2.entered":true,"2.none":false}"#);
    let due = |day| on(&form, day, |desk| desk.standing(indicator(&form, "2")).unwrap().due);
    assert_eq!(due("2022-07-01"), Due::Overdue);
    assert_eq!(due("2022-06-30"), Due::Soon);
    assert_eq!(due("2022-05-30"), Due::Later);
}
