//! Whom to call next, and how far each unit's part is.

use crate::desk::{city, on, sample};
use qiangxian::desk::dispatch;
use qiangxian::form::{Event, EventKind, Sending};
use rust_decimal::Decimal;

#[test]
fn the_unit_with_most_missing_is_first() {
    let form = sample();
    on(&form, "2022-10-01", |desk| {
        let calls = desk.calls();
        assert!(calls.len() > 5);
        assert!(calls.is_sorted_by(|one, next| one.missing >= next.missing));
        for call in &calls {
            let department = desk.department(call.unit).unwrap();
            let share = department.leads;
            assert_eq!(call.missing, share.max - share.range.low, "{}", call.unit);
            assert_eq!(call.overdue, share.overdue, "{}", call.unit);
            assert!(!department.is_word && call.left > 0);
            assert!(share.indicators.contains(&call.first));
            let of = |id| {
                let one = desk.standing(id).unwrap();
                one.lost() + one.open()
            };
            let most = share.indicators.iter().map(|id| of(*id)).max().unwrap();
            assert_eq!(of(call.first), most, "{}", call.unit);
        }
    });
}

#[test]
fn of_tasks_the_overdue_come_first() {
    let form = city(r#""county":"某市""#);
    on(&form, "2020-01-01", |desk| {
        let calls = desk.calls();
        assert!(calls.is_sorted_by(|one, next| one.overdue >= next.overdue));
        let first = calls.first().unwrap();
        assert_eq!(first.missing, Decimal::ZERO);
        assert!(first.overdue > 0);
        let day = |id| desk.standing(id).and_then(|one| one.deadline);
        let all = desk.department(first.unit).unwrap().leads.indicators;
        assert_eq!(day(first.first), all.iter().filter_map(|id| day(*id)).min());
    });
}

#[test]
fn the_last_event_of_a_unit_says_how_far_its_part_is() {
    const ALL: &str = "全部单位";
    let mut form = sample();
    form.history.clear();
    let then = |form: &mut qiangxian::form::Form, time: &str, kind, detail: &str| {
        form.remember(Event { time: time.into(), kind, detail: detail.into() });
    };
    let sent = |day: &str| Sending { sent: Some(day.into()), returned: None };
    let back = |sent: Option<&str>, day: &str| Sending {
        sent: sent.map(str::to_owned),
        returned: Some(day.into()),
    };
    assert_eq!(dispatch(&form, "甲局", ALL), Sending::default());
    then(&mut form, "2022-07-01T09:00", EventKind::Sliced, "甲局");
    assert_eq!(dispatch(&form, "甲局", ALL), sent("2022-07-01"));
    assert_eq!(dispatch(&form, "乙局", ALL), Sending::default());
    then(&mut form, "2022-07-05T09:00", EventKind::Merged, "乙局、甲局");
    assert_eq!(dispatch(&form, "甲局", ALL), back(Some("2022-07-01"), "2022-07-05"));
    then(&mut form, "2022-07-06T09:00", EventKind::Shared, "甲局");
    assert_eq!(dispatch(&form, "甲局", ALL), back(Some("2022-07-01"), "2022-07-05"));
    then(&mut form, "2022-07-07T09:00", EventKind::Sliced, ALL);
    for unit in ["甲局", "丙局"] {
        assert_eq!(dispatch(&form, unit, ALL), sent("2022-07-07"));
    }
    // What is noted in the form itself holds, even that nothing went out.
    form.units.note("甲局", Sending::default());
    assert_eq!(dispatch(&form, "甲局", ALL), Sending::default());
    assert_eq!(dispatch(&form, "丙局", ALL), sent("2022-07-07"));
}
