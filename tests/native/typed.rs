//! What people type, and what is made of it.

use qiangxian::form::limits::{Digits, FIGURE};
use qiangxian::form::typed::*;
use qiangxian::rulebook::{Answer, Field, FieldKind, Metric, Reference};
use rust_decimal::Decimal;

fn field(kind: FieldKind, unit: &'static str) -> Field {
    Field {
        id: "1.x",
        label: "x",
        hint: "",
        kind,
        unit,
        options: &[],
        suggestions: &[],
        past: false,
        plausible_max: None,
        like: "",
    }
}

#[track_caller]
fn check(
    kind: FieldKind,
    unit: &'static str,
    text: &str,
    expected: Result<Option<&str>, TypedFault>,
) {
    let got = figure(&field(kind, unit), text);
    let expected = expected.map(|value| {
        value.map(|v| match kind {
            FieldKind::Count => Answer::Count(v.parse().unwrap()),
            _ => Answer::Figure(v.parse().unwrap()),
        })
    });
    assert_eq!(got, expected, "{text:?}");
}

#[test]
fn what_people_type_is_understood() {
    use FieldKind::*;
    for (kind, unit, text, value) in [
        (Amount, "亿元", " 1115.6 ", "1115.6"),
        (Amount, "亿元", "１，１１５．６", "1115.6"),
        (Amount, "亿元", "1,234,567.5亿元", "1234567.5"),
        (Percent, "%", "96.5％", "96.5"),
        (Percent, "%", "１００ %", "100"),
        (Percent, "%", "96。5", "96.5"),
        (Rate, "%", "－3.2", "-3.2"),
        (Rate, "%", "-0", "0"),
        (Rate, "%", "-0.50", "-0.5"),
        (Rate, "%", "+3", "3"),
        (Count, "项", "０３项", "3"),
        (Count, "项", "0", "0"),
        (Count, "项", "000", "0"),
        (Amount, "万元", "0.5", "0.5"),
        (Amount, "万元", "00.5", "0.5"),
        // As spreadsheets show them.
        (Amount, "万元", ".5", "0.5"),
        (Amount, "万元", "．５", "0.5"),
        (Count, "项", "3.00", "3"),
        (Amount, "亿元", "1115.60000", "1115.6"),
        (Amount, "亿元", "0001115.600000000", "1115.6"),
        // Every minus, and a blank behind it.
        (Rate, "%", "ー3.2", "-3.2"),
        (Rate, "%", "—3.2", "-3.2"),
        (Rate, "%", "‑3.2", "-3.2"),
        (Rate, "%", "﹣3.2", "-3.2"),
        (Rate, "%", "‒3.2", "-3.2"),
        (Rate, "%", "- 3.2", "-3.2"),
        (Rate, "%", "−\u{a0}.5 %", "-0.5"),
        // Invisible characters, as programs put them around figures.
        (Percent, "%", "\u{202d}96.5\u{202c}", "96.5"),
        (Percent, "%", "96\u{200b}.5\u{feff}", "96.5"),
        (Count, "项", "\u{200e}3", "3"),
    ] {
        check(kind, unit, text, Ok(Some(value)));
    }
    for text in ["", " ", "　", "\u{200b}\u{feff} "] {
        check(Count, "项", text, Ok(None));
    }
}

#[test]
fn units_convert_where_that_is_sure() {
    use FieldKind::*;
    for (kind, unit, text, value) in [
        (Amount, "万元", "62亿元", "620000"),
        (Amount, "万元", "0.5 亿", "5000"),
        (Amount, "亿元", "28,600万元", "2.86"),
        (Amount, "万元", "28600000元", "2860"),
        (Amount, "万人", "1023000人", "102.3"),
        (Amount, "万人", "102.3万", "102.3"),
        (Amount, "亿元", "1115.6亿", "1115.6"),
        (Count, "项", "1.2万项", "12000"),
        (Count, "个", "3千", "3000"),
    ] {
        check(kind, unit, text, Ok(Some(value)));
    }
    use TypedFault::*;
    check(Amount, "亿元", "62万人", Err(OtherUnit));
    check(Amount, "万元", "62美元", Err(OtherUnit));
    check(Percent, "%", "5万", Err(OtherUnit));
    check(Amount, "亿元", "1元", Err(TooManyDigits(FIGURE)));
    check(Amount, "年", "2万年", Err(OtherUnit));
    assert_eq!(converted("62亿元", "万元"), Some(Decimal::from(620_000)));
    assert_eq!(converted("62亿元", "亿元"), None);
    assert_eq!(converted("62", "万元"), None);
}

#[test]
fn what_is_no_value_says_why() {
    use FieldKind::*;
    use TypedFault::*;
    check(Amount, "亿元", "一百", Err(NoNumber));
    check(Amount, "亿元", "1.", Err(NoNumber));
    check(Amount, "亿元", "-", Err(NoNumber));
    check(Amount, "亿元", ".", Err(NoNumber));
    check(Amount, "亿元", "亿元", Err(NoNumber));
    check(Amount, "亿元", "1,5", Err(Grouping));
    check(Amount, "亿元", "1e3", Err(NoNumber));
    check(Rate, "%", "+-3", Err(NoNumber));
    check(Rate, "%", "--3", Err(NoNumber));
    check(Amount, "亿元", "1.23456", Err(TooManyDigits(FIGURE)));
    check(Amount, "亿元", "-1", Err(Between(Some(Decimal::ZERO), None)));
    check(Percent, "%", "100.1", Err(Between(Some(Decimal::ZERO), Some(Decimal::ONE_HUNDRED))));
    check(Count, "项", "2.5", Err(NoWholeNumber));
    check(Count, "项", "12345678901", Err(TooManyDigits(Digits { whole: 9, places: 0 })));
    // A group of thousands never begins with 0.
    for text in ["0,125", "0，050", "-0,001", "00,005", "0,125.5", "000,001"] {
        check(Rate, "%", text, Err(Grouping));
    }
    for (kind, unit, text) in
        [(Amount, "亿元", "5%"), (Count, "项", "3％"), (Amount, "元/人", "1 %")]
    {
        check(kind, unit, text, Err(PercentSign));
    }
    assert_eq!(points("5%", Decimal::TEN), Err(PercentSign));
    assert_eq!(points("0,005", Decimal::TEN), Err(Grouping));
    assert_eq!(year("2023%"), Err(Year));
    assert_eq!(decimal_in("0,125", "分"), Err(Grouping));
}

#[test]
fn a_number_that_is_being_typed_is_no_error() {
    for text in ["-", "－", "+", ".", "96.", "-96.", "1,", "1,2", "1,23", "1,234,", "62亿", "- "]
    {
        assert!(is_unfinished(text, "亿元"), "{text:?}");
    }
    for text in ["", "96", "96.5", "1,234", "1234,", "0,1", "1,2345", "一", "96.5.", "亿", "5%"] {
        assert!(!is_unfinished(text, "亿元"), "{text:?}");
    }
    for text in ["2", "202", "2022-", "2022-3-", "2022年", "2022-03-0", "20220", "2022030"] {
        assert!(is_unfinished_date(text), "{text:?}");
    }
    for text in ["", "昨天", "2022-3-1-", "20222-", "2022-03-01"] {
        assert!(!is_unfinished_date(text), "{text:?}");
    }
    assert!(is_unfinished_year("202") && !is_unfinished_year("2022"));
}

#[test]
fn a_day_is_understood_however_it_is_written() {
    for text in [
        "2022-03-01",
        "2022.3.1",
        "2022/3/1",
        "２０２２／３／１",
        "2022年3月1日",
        "２０２２－０３－０１",
        "20220301",
        "\u{200e}2022-3-1\u{200e}",
        "22.3.1",
        "22-3-1",
        "２２．３．１",
        "22年3月1日",
    ] {
        assert_eq!(day(text), Ok(Some("2022-03-01".to_owned())), "{text:?}");
        assert_eq!(date(text), Ok(Some("2022-03-01".to_owned())), "{text:?}");
    }
    for text in
        ["2022-03", "2022年3月", "2022.3", "202203", "2022/3", "２０２２年０３月", "22年3月"]
    {
        assert_eq!(date(text), Ok(Some("2022-03".to_owned())), "{text:?}");
        assert_eq!(day(text), Err(TypedFault::Date), "{text:?}");
    }
    for text in ["2022", "2022年", " ２０２２ "] {
        assert_eq!(date(text), Ok(Some("2022".to_owned())), "{text:?}");
    }
    assert_eq!((date(" "), day("\u{feff}")), (Ok(None), Ok(None)));
    for text in [
        "2022-02-30",
        "3月1日",
        "22",
        "2022-3-1-2",
        "昨天",
        "2022030",
        "２０２２年１３月１日",
        "2022-13",
        "2.3.1",
        "1-1-1",
        "0-1-1",
        "98.3.1",
        "0022-03-01",
        "1022-3-1",
        "2022-003-1",
        "00220301",
    ] {
        assert_eq!(date(text), Err(TypedFault::Date), "{text:?}");
        assert_eq!(day(text), Err(TypedFault::Date), "{text:?}");
    }
}

fn metric(unit: &'static str) -> &'static Metric {
    let edition = qiangxian::rulebook::editions::all().next().unwrap();
    edition.metrics.iter().find(|metric| metric.unit == unit).unwrap()
}

#[test]
fn commas_between_peers_are_asked_about() {
    let metric = metric("%");
    for text in ["100,200,300", "100，200，300", "0,1,4,2", "1,234、2,345", "1， 2", "1,"] {
        let peers = reference(metric, "", "", text);
        assert_eq!(peers, Err(TypedFault::PeersByComma), "{text:?}");
    }
    let peers = [1, 2, 3].map(Decimal::from).to_vec();
    for text in ["1 2\n3", "1、2；3", "1;2;\u{200b}3%", "\u{feff} 1\t2\t3\u{200b}"] {
        let read = reference(metric, "", "", text);
        assert_eq!(read, Ok(Some(Reference::Peers(peers.clone()))), "{text:?}");
    }
    assert!(is_unfinished_peers(metric, "1、2、-") && !is_unfinished_peers(metric, "x、-"));
    assert_eq!(reference(metric, "\u{200b}", "", "\u{feff}"), Ok(None));
}

#[test]
fn an_adjustment_needs_points_and_a_reason() {
    let most = Decimal::from(2);
    assert_eq!(adjustment(most, "", " "), Ok(None));
    assert_eq!(adjustment(most, "1.5", ""), Err(TypedFault::Reason));
    assert_eq!(adjustment(most, "1.5", "\u{200b}\u{2060} "), Err(TypedFault::Reason));
    assert_eq!(adjustment(most, "", "未推广"), Err(TypedFault::Points));
    let between = TypedFault::Between(Some(Decimal::ZERO), Some(most));
    assert_eq!(adjustment(most, "2.1", "未推广"), Err(between));
    let taken = adjustment(most, "１．５分", "未推广").unwrap().unwrap();
    assert_eq!((taken.points, taken.reason.as_str()), (Decimal::new(15, 1), "未推广"));
}

#[test]
fn a_year_is_a_year() {
    assert_eq!(year("２０２１年"), Ok(Some(2021)));
    assert_eq!(year("\u{200b}2021"), Ok(Some(2021)));
    for text in ["21", "0021", "1948", "2101", "2021-", "2,021", "+2021"] {
        assert_eq!(year(text), Err(TypedFault::Year), "{text:?}");
    }
    assert_eq!(year(""), Ok(None));
}
