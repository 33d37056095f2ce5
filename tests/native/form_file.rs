//! The form file: what is refused, in exact words, and what is kept.

use qiangxian::form::limits::FILE_BYTES;
use qiangxian::form::{Form, has_room, read, read_bytes, read_with, write, write_bounded};
use qiangxian::rulebook::{Rulebook, source};
use qiangxian::text::form_problem;

/// A form file with more top-level keys than it must have.
fn file(rest: &str) -> String {
    let comma = if rest.is_empty() { "" } else { "," };
    format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022"{comma}{rest}}}"#
    )
}

#[track_caller]
fn accept(text: &str) -> Form {
    read(text).unwrap_or_else(|problem| panic!("{}\n{text}", form_problem(&problem)))
}

#[track_caller]
fn refuse(text: &str, message: &str) {
    match read(text) {
        Ok(_) => panic!("accepted: {text}"),
        Err(problem) => assert_eq!(form_problem(&problem), message, "{text}"),
    }
}

/// Each form with these further keys is refused with this message.
#[track_caller]
fn refuse_each(cases: &[(&str, &str)]) {
    for (rest, message) in cases {
        refuse(&file(rest), message);
    }
}

#[test]
fn what_is_no_form_file() {
    const NO_FORM: &str = "这不是本工具的表格文件（缺少 \"format\": \"qiangxian.form\"）。";
    for text in ["{}", "[]", "null", "1", "\"qiangxian.form\"", r#"{"version":1}"#] {
        refuse(text, NO_FORM);
    }
    for (text, line, column) in [
        ("", 1, 1),
        ("{", 1, 2),
        ("{\n  \"format\": qiangxian\n}", 2, 13),
        ("{\"县\":nul}", 1, 9),
        ("{\"county\":\"章丘\u{1}\"}", 1, 14),
        ("{} {}", 1, 4),
        ("{'a':1}", 1, 2),
        ("{\"a\":1,}", 1, 8),
        ("{\"a\":[1,]}", 1, 9),
        ("{\"a\":01}", 1, 7),
        ("{\"a\":+1}", 1, 6),
        ("{\"a\":.5}", 1, 6),
        ("{\"a\":1.}", 1, 8),
        ("{\"a\":1e}", 1, 8),
        ("{\"a\":NaN}", 1, 6),
        ("{\"a\":\"\\x\"}", 1, 8),
        ("\u{feff}\u{feff}{}", 1, 1),
    ] {
        let message =
            format!("第 {line} 行第 {column} 个字符处不是正确的 JSON，文件可能被截断或改动。");
        refuse(text, &message);
    }
    // Half a character: such a text cannot be shown, nor written again.
    for lone in ["\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud800x"] {
        for text in [format!("\"county\":\"{lone}\""), format!("\"x\":[\"{lone}\"]")] {
            assert!(read(&file(&text)).is_err(), "{lone}");
        }
        assert!(read(&file(&format!("\"{lone}\":1"))).is_err(), "{lone}");
    }
    let problem = read_bytes(b"\xff").expect_err("no UTF-8");
    assert!(form_problem(&problem).contains("不是本工具的文件"));
    for bytes in [&b"{\"\xff"[..], b"{\"x\":\"\xc0\x80\"}", b"{\"x\":\"\xed\xa0\x80\"}"] {
        let problem = read_bytes(bytes).expect_err("no UTF-8");
        assert_eq!(form_problem(&problem), "文件不是 UTF-8 文本，不是本工具的表格文件。");
    }
}

#[test]
fn format_version_and_rulebook() {
    let with = |format: &str, version: &str, rulebook: &str| {
        format!(r#"{{"format":{format},"version":{version},"rulebook":{rulebook}}}"#)
    };
    let (format, rulebook) = ("\"qiangxian.form\"", "\"shandong-county-2022\"");
    refuse(
        &with("\"qiangxian.card\"", "1", rulebook),
        "「format」的值是 \"qiangxian.card\"，应为 \"qiangxian.form\"（本工具的表格文件）。",
    );
    for version in ["0", "\"1\"", "1.0", "1e0", "-1", "-0", "null", "true", "[1]"] {
        let message = format!("「version」的值是 {version}，应为文件版本号 1。");
        refuse(&with(format, version, rulebook), &message);
    }
    for version in ["2", "99999999999999999999999"] {
        let message = format!(
            "文件由更新版本的工具保存（文件版本 {version}，本工具能读到版本 1），请先更新工具。"
        );
        refuse(&with(format, version, rulebook), &message);
        // Whatever else a later version changes.
        refuse(&with(format, version, "{\"id\":\"x\"},\"answers\":[]"), &message);
    }
    refuse(
        &with(format, "1", "\"shandong-county-2023\""),
        "文件使用的指标体系「shandong-county-2023」（rulebook）不在本工具中，请更新工具或核对文件。",
    );
    refuse(
        &with(format, "1", "2022"),
        "「rulebook」的值是 2022，应为指标体系的编号，例如 \"shandong-county-2022\"。",
    );
    refuse(
        r#"{"format":"qiangxian.form","rulebook":"shandong-county-2022"}"#,
        "缺少「version」，应为文件版本号 1。",
    );
    refuse(
        r#"{"format":"qiangxian.form","version":1}"#,
        "缺少「rulebook」，应为指标体系的编号，例如 \"shandong-county-2022\"。",
    );
}

#[test]
fn size_nesting_and_keys() {
    let padded = |bytes: usize| file("") + &" ".repeat(bytes - file("").len());
    accept(&padded(FILE_BYTES));
    refuse(&padded(FILE_BYTES + 1), "文件有 10485761 字节，超过上限 10485760 字节。");
    // The mark counts, too.
    let marked = format!("\u{feff}{}", padded(FILE_BYTES - 2));
    refuse(&marked, "文件有 10485761 字节，超过上限 10485760 字节。");
    accept(&format!("\u{feff}{}", padded(FILE_BYTES - 3)));

    // The outermost braces are level 1.
    let lists = |levels: usize| format!("\"x\":{}{}", "[".repeat(levels), "]".repeat(levels));
    let objects =
        |levels: usize| format!("\"x\":{}0{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    accept(&file(&lists(63)));
    accept(&file(&objects(63)));
    refuse(&file(&lists(64)), "第 1 行第 141 个字符处嵌套超过 64 层。");
    refuse(&file(&objects(64)), "第 1 行第 393 个字符处嵌套超过 64 层。");
    refuse(&"[".repeat(1_000_000), "第 1 行第 65 个字符处嵌套超过 64 层。");
    accept(&file(&format!("\"x\":\"{}\"", "[".repeat(100))));

    refuse_each(&[
        ("\"version\":1", "「version」出现了两次，应当只有一次。"),
        ("\"x\":{\"a\":1,\"a\":1}", "「x.a」出现了两次，应当只有一次。"),
        (
            "\"x\":[0,{\"b\":[{\"a\":1,\"\\u0061\":2}]}]",
            "「x[1].b[0].a」出现了两次，应当只有一次。",
        ),
        (
            "\"answers\":{\"2.model\":true,\"2.model\":true}",
            "「answers.2.model」出现了两次，应当只有一次。",
        ),
    ]);
}

/// Files as large as may be, of what once took time by its square.
#[test]
fn large_files_are_read_in_little_time() {
    let list = |range: std::ops::Range<usize>, one: fn(usize) -> String| {
        range.map(one).collect::<Vec<_>>().join(",")
    };
    accept(&file(&format!("\"x\":{{{}}}", list(0..200_000, |n| format!("\"{n}\":0")))));
    accept(&file(&list(0..200_000, |n| format!("\"{n}\":0"))));
    let name = |n| format!("{{\"name\":\"{n}\"}}");
    accept(&file(&format!("\"scenarios\":[{}]", list(0..100_000, name))));
    accept(&file(&format!("\"{}\":[{}]", "k".repeat(4_000_000), list(0..200_000, |_| "0".into()))));
    let row =
        |n| format!(r#"{{"title":"奖{n}","recipient":"甲","level":"provincial","year":2021}}"#);
    let form = accept(&file(&format!("\"answers\":{{\"43.honours\":[{}]}}", list(0..90_000, row))));
    assert_eq!(form.scorecard().total.range.low, 9.into());
    // Indented it would be too large to be opened again.
    let written = write(&form);
    assert!(written.len() <= FILE_BYTES, "{} bytes", written.len());
    assert_eq!(accept(&written), form);
}

#[test]
fn county_year_and_method() {
    refuse_each(&[
        ("\"county\":null", "「county」的值是 null，应为一段文字。"),
        ("\"year\":1948", "「year」的值是 1948，应为从 1949 到 2100 的年份，只写数字。"),
        ("\"year\":2101", "「year」的值是 2101，应为从 1949 到 2100 的年份，只写数字。"),
        ("\"year\":\"2022\"", "「year」的值是 \"2022\"，应为从 1949 到 2100 的年份，只写数字。"),
        ("\"year\":2022.0", "「year」的值是 2022.0，应为从 1949 到 2100 的年份，只写数字。"),
        ("\"year\":2.022e3", "「year」的值是 2.022e3，应为从 1949 到 2100 的年份，只写数字。"),
        ("\"method\":null", "「method」的值是 null，应为一组键和值（{…}）。"),
        (
            "\"method\":{\"base\":\"50\"}",
            "「method.base」的值是 \"50\"，应为以下之一（写在引号里）：60、0。",
        ),
        (
            "\"method\":{\"base\":60}",
            "「method.base」的值是 60，应为以下之一（写在引号里）：60、0。",
        ),
        (
            "\"method\":{\"base\":\"60\",\"top\":\"100\"}",
            "「method.top」（值为 \"100\"）不应出现，这里只能有：base。",
        ),
    ]);
    for rest in ["\"year\":1949", "\"year\":2100", "\"method\":{}", "\"county\":\"\""] {
        accept(&file(rest));
    }
}

/// A value refused as the answer to a field.
#[track_caller]
fn refuse_answers(field: &str, expected: &str, values: &[&str]) {
    for value in values {
        let message = format!("「answers.{field}」的值是 {value}，应为{expected}。");
        refuse(&file(&format!("\"answers\":{{\"{field}\":{value}}}")), &message);
        // The same in a scenario, where null alone means something.
        if *value != "null" {
            let rest =
                format!("\"scenarios\":[{{\"name\":\"甲\",\"answers\":{{\"{field}\":{value}}}}}]");
            let message = message.replace("「answers", "「scenarios[0].answers");
            refuse(&file(&rest), &message);
        }
    }
}

#[test]
fn answers() {
    refuse_answers("2.model", " true（是）或 false（否）", &["null", "1", "\"true\"", "[]", "{}"]);
    refuse_answers(
        "4.honor-city",
        "从 0 到 999999999 的整数，只写数字",
        &["null", "true", "\"1\"", "-1", "-0", "1.0", "1e2", "1E0", "0.5", "1000000000", "[1]"],
    );
    let options = "以下之一：none、provincial、national";
    refuse_answers("5.event", options, &["null", "true", "0", "\"\"", "\"None\"", "[\"none\"]"]);
    let number = "写在引号里的数，例如 \"96.5\"，小数点前至多 9 位、后至多 4 位，零不带负号";
    let no_numbers = [
        "null",
        "true",
        "96.5",
        "1",
        "\"\"",
        "\" 1\"",
        "\"1 \"",
        "\"+1\"",
        "\"1.\"",
        "\".5\"",
        "\"1e2\"",
        "\"１\"",
        "\"1,000\"",
        "\"--1\"",
        "\"-\"",
        "\"NaN\"",
        "\"-0\"",
        "\"-0.00\"",
        "\"0000000001\"",
        "\"1000000000\"",
        "\"1.00000\"",
        "[]",
    ];
    for field in ["26.handled", "36.revenue", "37.energy-reduction"] {
        refuse_answers(field, number, &no_numbers);
    }
    refuse_answers("26.handled", "从 0 到 100 的数", &["\"100.0001\"", "\"-0.0001\"", "\"101\""]);
    refuse_answers("base.gdp", "不小于 0 的数", &["\"-0.0001\"", "\"-1\""]);
    refuse_answers("9.funded", "一个列表（[…]）", &["null", "\"brand\"", "{}", "true"]);
    refuse_answers("43.honours", "一个列表（[…]）", &["null", "\"奖\"", "{}", "true"]);

    let options = "以下之一：development、improvement、brand";
    refuse_each(&[
        ("\"answers\":[]", "「answers」的值是 []，应为一组键和值（{…}）。"),
        (
            "\"answers\":{\"2.modle\":true}",
            "「answers.2.modle」（值为 true）不是本指标体系的填报项。",
        ),
        (
            "\"answers\":{\"10.share\":\"1\"}",
            "「answers.10.share」（值为 \"1\"）不是本指标体系的填报项。",
        ),
        (
            "\"answers\":{\"11.policies\":[\"brand\",\"brand\"]}",
            "「answers.11.policies[1]」的值是 \"brand\"，应为不重复的选项。",
        ),
        (
            "\"answers\":{\"11.policies\":[\"brands\"]}",
            &format!("「answers.11.policies[0]」的值是 \"brands\"，应为{options}。"),
        ),
        (
            "\"answers\":{\"11.policies\":[null]}",
            &format!("「answers.11.policies[0]」的值是 null，应为{options}。"),
        ),
    ]);
    for (field, value) in [
        ("4.honor-city", "999999999"),
        ("26.handled", "\"000100.0000\""),
        ("base.gdp", "\"999999999.9999\""),
        ("37.energy-reduction", "\"-999999999.9999\""),
        ("11.policies", "[]"),
        ("43.honours", "[]"),
    ] {
        accept(&file(&format!("\"answers\":{{\"{field}\":{value}}}")));
    }
}

#[test]
fn rows() {
    let at = "answers.43.honours[0]";
    for (row, message) in [
        ("null", format!("「{at}」的值是 null，应为一组键和值（{{…}}）。")),
        ("[]", format!("「{at}」的值是 []，应为一组键和值（{{…}}）。")),
        ("{\"title\":1}", format!("「{at}.title」的值是 1，应为一段文字。")),
        ("{\"recipient\":null}", format!("「{at}.recipient」的值是 null，应为一段文字。")),
        (
            "{\"level\":\"city\"}",
            format!("「{at}.level」的值是 \"city\"，应为以下之一：national、provincial。"),
        ),
        (
            "{\"level\":null}",
            format!("「{at}.level」的值是 null，应为以下之一：national、provincial。"),
        ),
        (
            "{\"year\":\"2021\"}",
            format!("「{at}.year」的值是 \"2021\"，应为从 1949 到 2100 的年份，只写数字。"),
        ),
        (
            "{\"year\":2021.0}",
            format!("「{at}.year」的值是 2021.0，应为从 1949 到 2100 的年份，只写数字。"),
        ),
        (
            "{\"year\":1948}",
            format!("「{at}.year」的值是 1948，应为从 1949 到 2100 的年份，只写数字。"),
        ),
        (
            "{\"name\":\"奖\"}",
            format!(
                "「{at}.name」（值为 \"奖\"）不应出现，这里只能有：title、recipient、level、year。"
            ),
        ),
    ] {
        refuse(&file(&format!("\"answers\":{{\"43.honours\":[{row}]}}")), &message);
    }
    for row in ["{}", "{\"title\":\"\"}", "{\"level\":\"\"}", "{\"year\":1949}", "{\"year\":2100}"]
    {
        accept(&file(&format!("\"answers\":{{\"43.honours\":[{row}]}}")));
    }
}

#[test]
fn references() {
    let at = "references.35.share";
    let number = "写在引号里的数，例如 \"96.5\"，小数点前至多 12 位、后至多 10 位，零不带负号";
    let either = "满意值（satisfactory）、不允许值（unacceptable）中的一个或两个，\
                  或者只有同类地区数值（peers）";
    for (reference, message) in [
        ("null", format!("「{at}」的值是 null，应为一组键和值（{{…}}）。")),
        ("[\"1\"]", format!("「{at}」的值是 [\"1\"]，应为一组键和值（{{…}}）。")),
        ("{}", format!("「{at}」的值是 {{}}，应为{either}。")),
        (r#"{"peers":[]}"#, format!("「{at}」的值是 {{\"peers\":[]}}，应为{either}。")),
        (
            r#"{"satisfactory":"1","peers":["1","2"]}"#,
            format!(
                "「{at}」的值是 {{\"satisfactory\":\"1\",\"peers\":[\"1\",\"2\"]}}，应为{either}。"
            ),
        ),
        (r#"{"satisfactory":1}"#, format!("「{at}.satisfactory」的值是 1，应为{number}。")),
        (r#"{"satisfactory":null}"#, format!("「{at}.satisfactory」的值是 null，应为{number}。")),
        (r#"{"unacceptable":"-0"}"#, format!("「{at}.unacceptable」的值是 \"-0\"，应为{number}。")),
        (
            r#"{"satisfactory":"0000000000001"}"#,
            format!("「{at}.satisfactory」的值是 \"0000000000001\"，应为{number}。"),
        ),
        (
            r#"{"satisfactory":"0.00000000001"}"#,
            format!("「{at}.satisfactory」的值是 \"0.00000000001\"，应为{number}。"),
        ),
        (r#"{"peers":"1"}"#, format!("「{at}.peers」的值是 \"1\"，应为一个列表（[…]）。")),
        (r#"{"peers":["1",2]}"#, format!("「{at}.peers[1]」的值是 2，应为{number}。")),
        (
            r#"{"best":"1"}"#,
            format!(
                "「{at}.best」（值为 \"1\"）不应出现，这里只能有：unacceptable、satisfactory、peers。"
            ),
        ),
        (
            r#"{"unacceptable":"1","satisfactory":"1.0"}"#,
            format!(
                "「{at}」的值是 {{\"unacceptable\":\"1\",\"satisfactory\":\"1.0\"}}，\
                 应为满意值优于不允许值（现在不允许值 1，满意值 1.0）。"
            ),
        ),
        (
            r#"{"unacceptable":"2","satisfactory":"-2"}"#,
            format!(
                "「{at}」的值是 {{\"unacceptable\":\"2\",\"satisfactory\":\"-2\"}}，\
                 应为满意值优于不允许值（现在不允许值 2，满意值 -2）。"
            ),
        ),
    ] {
        refuse(&file(&format!("\"references\":{{\"35.share\":{reference}}}")), &message);
        let scenario = format!(
            "\"scenarios\":[{{\"name\":\"甲\",\"references\":{{\"35.share\":{reference}}}}}]"
        );
        if reference == "null" {
            accept(&file(&scenario));
        } else {
            refuse(&file(&scenario), &message.replace("「references", "「scenarios[0].references"));
        }
    }
    refuse_each(&[
        ("\"references\":null", "「references」的值是 null，应为一组键和值（{…}）。"),
        (
            "\"references\":{\"35.services\":{\"satisfactory\":\"1\"}}",
            "「references.35.services」（值为 {\"satisfactory\":\"1\"}）不是本指标体系按参考值计分的指标值。",
        ),
        // Against a default.
        (
            "\"references\":{\"26.handled\":{\"satisfactory\":\"90\"}}",
            "「references.26.handled」的值是 {\"satisfactory\":\"90\"}，\
             应为满意值优于不允许值（现在不允许值 90，满意值 90）。",
        ),
        (
            "\"references\":{\"26.handled\":{\"unacceptable\":\"120\"}}",
            "「references.26.handled」的值是 {\"unacceptable\":\"120\"}，\
             应为满意值优于不允许值（现在不允许值 120，满意值 100）。",
        ),
        (
            "\"references\":{\"28.per-capita\":{\"unacceptable\":\"1\"}}",
            "「references.28.per-capita」的值是 {\"unacceptable\":\"1\"}，\
             应为满意值优于不允许值（现在不允许值 1，满意值 1）。",
        ),
    ]);
    for (metric, reference) in [
        ("35.share", r#"{"satisfactory":"-999999999999.9999999999"}"#),
        ("35.share", r#"{"unacceptable":"1","satisfactory":"1.0000000001"}"#),
        ("35.share", r#"{"peers":["1"]}"#),
        ("26.handled", r#"{"unacceptable":"99.9999999999"}"#),
        ("26.handled", r#"{"unacceptable":"110","satisfactory":"120"}"#),
        ("28.per-capita", r#"{"satisfactory":"-5"}"#),
    ] {
        accept(&file(&format!("\"references\":{{\"{metric}\":{reference}}}")));
    }
}

#[test]
fn adjustments_notes_evidence_and_veto() {
    let text = "应为一段不空白的文字。";
    refuse_each(&[
        (
            r#""adjustments":{"44":{"points":"0","reason":"理由"}}"#,
            "「adjustments.44」（值为 {\"points\":\"0\",\"reason\":\"理由\"}）不是本指标体系的指标或任务序号。",
        ),
        (r#""adjustments":{"2":"1"}"#, "「adjustments.2」的值是 \"1\"，应为一组键和值（{…}）。"),
        (
            r#""adjustments":{"2":{"points":"2.0001","reason":"理由"}}"#,
            "「adjustments.2.points」的值是 \"2.0001\"，应为从 0 到 2 的数。",
        ),
        (
            r#""adjustments":{"2":{"points":"-0.5","reason":"理由"}}"#,
            "「adjustments.2.points」的值是 \"-0.5\"，应为从 0 到 2 的数。",
        ),
        (
            r#""adjustments":{"2":{"points":1,"reason":"理由"}}"#,
            "「adjustments.2.points」的值是 1，应为写在引号里的数，例如 \"96.5\"，小数点前至多 9 位、后至多 4 位，零不带负号。",
        ),
        (
            r#""adjustments":{"2":{"reason":"理由"}}"#,
            "缺少「adjustments.2.points」，应为写在引号里的数，例如 \"96.5\"，小数点前至多 9 位、后至多 4 位，零不带负号。",
        ),
        (
            r#""adjustments":{"2":{"points":"1"}}"#,
            "缺少「adjustments.2.reason」，应为一段不空白的文字。",
        ),
        (
            r#""adjustments":{"2":{"points":"1","reason":"　"}}"#,
            &format!("「adjustments.2.reason」的值是 \"　\"，{text}"),
        ),
        (
            r#""adjustments":{"2":{"points":"1","reason":"理由","by":"甲"}}"#,
            "「adjustments.2.by」（值为 \"甲\"）不应出现，这里只能有：points、reason。",
        ),
        (r#""notes":{"0":"注"}"#, "「notes.0」（值为 \"注\"）不是本指标体系的指标或任务序号。"),
        (
            r#""notes":{"1.slogan":"注"}"#,
            "「notes.1.slogan」（值为 \"注\"）不是本指标体系的指标或任务序号。",
        ),
        (r#""notes":{"1":null}"#, "「notes.1」的值是 null，应为一段文字。"),
        (r#""evidence":{"44":[]}"#, "「evidence.44」（值为 []）不是本指标体系的指标或任务序号。"),
        (r#""evidence":{"1":{}}"#, "「evidence.1」的值是 {}，应为一个列表（[…]）。"),
        (r#""evidence":{"1":[{}]}"#, "缺少「evidence.1[0].title」，应为一段不空白的文字。"),
        (
            r#""evidence":{"1":[{"title":" "}]}"#,
            &format!("「evidence.1[0].title」的值是 \" \"，{text}"),
        ),
        (
            r#""evidence":{"1":[{"title":"文","number":5}]}"#,
            "「evidence.1[0].number」的值是 5，应为一段文字。",
        ),
        (
            r#""evidence":{"1":[{"title":"文","place":null}]}"#,
            "「evidence.1[0].place」的值是 null，应为一段文字。",
        ),
        (
            r#""evidence":{"1":[{"title":"文","ready":"是"}]}"#,
            "「evidence.1[0].ready」的值是 \"是\"，应为 true 或 false。",
        ),
        (
            r#""evidence":{"1":[{"title":"文","date":"2022-3-1"}]}"#,
            "「evidence.1[0].date」的值是 \"2022-3-1\"，应为日历上有的日期，写作 年-月-日，例如 2022-03-01，也可以只写 2022-03 或 2022。",
        ),
        (
            r#""evidence":{"1":[{"title":"文","date":"2022-02-29"}]}"#,
            "「evidence.1[0].date」的值是 \"2022-02-29\"，应为日历上有的日期，写作 年-月-日，例如 2022-03-01，也可以只写 2022-03 或 2022。",
        ),
        (
            r#""evidence":{"1":[{"title":"文","page":1}]}"#,
            "「evidence.1[0].page」（值为 1）不应出现，这里只能有：title、number、date、place、ready。",
        ),
        (r#""veto":"事故""#, "「veto」的值是 \"事故\"，应为一个列表（[…]）。"),
        (r#""veto":["事故",""]"#, &format!("「veto[1]」的值是 \"\"，{text}")),
    ]);
    for rest in [
        r#""adjustments":{"43":{"points":"9","reason":"理由"},"1":{"points":"0","reason":"理由"}}"#,
        r#""notes":{"1":""}"#,
        r#""evidence":{"1":[],"2":[{"title":"文","date":"2024-02-29"}]}"#,
        r#""evidence":{"1":[{"title":"文","date":"2024"},{"title":"文","date":"2024-09"}]}"#,
        r#""veto":["事故","事故"]"#,
    ] {
        accept(&file(rest));
    }
}

#[test]
fn scenarios() {
    refuse_each(&[
        (r#""scenarios":{}"#, "「scenarios」的值是 {}，应为一个列表（[…]）。"),
        (r#""scenarios":["甲"]"#, "「scenarios[0]」的值是 \"甲\"，应为一组键和值（{…}）。"),
        (r#""scenarios":[{}]"#, "缺少「scenarios[0].name」，应为一段不空白的文字。"),
        (
            r#""scenarios":[{"name":" "}]"#,
            "「scenarios[0].name」的值是 \" \"，应为一段不空白的文字。",
        ),
        (
            r#""scenarios":[{"name":"甲"},{"name":"甲"}]"#,
            "「scenarios[1].name」的值是 \"甲\"，应为与其他情景不同的名称。",
        ),
        (
            r#""scenarios":[{"name":"甲","answers":{"x":null}}]"#,
            "「scenarios[0].answers.x」（值为 null）不是本指标体系的填报项。",
        ),
        (
            r#""scenarios":[{"name":"甲","references":{"x":null}}]"#,
            "「scenarios[0].references.x」（值为 null）不是本指标体系按参考值计分的指标值。",
        ),
        (
            r#""scenarios":[{"name":"甲","method":null}]"#,
            "「scenarios[0].method」的值是 null，应为一组键和值（{…}）。",
        ),
        (
            r#""scenarios":[{"name":"甲","veto":[]}]"#,
            "「scenarios[0].veto」（值为 []）不应出现，这里只能有：name、answers、references、method、readings。",
        ),
        (
            r#""scenarios":[{"name":"甲","answers":{"43.honours":[{"title":null}]}}]"#,
            "「scenarios[0].answers.43.honours[0].title」的值是 null，应为一段文字。",
        ),
    ]);
    accept(&file(
        r#""scenarios":[{"name":"甲","answers":{"2.model":null},"references":{"35.share":null},"method":{"base":"0"}},{"name":"乙"}]"#,
    ));
}

#[test]
fn a_checklist_has_no_points_to_speak_of() {
    let list =
        source::read(include_str!("../data/rulebooks/good/checklist.toml")).expect("a rulebook");
    let list: &'static Rulebook = Box::leak(Box::new(list));
    let read = |rest: &str| {
        let text = file(rest).replace("shandong-county-2022", list.id);
        read_with(&text, |id| (id == list.id).then_some(list))
    };
    for (rest, message) in [
        ("\"references\":{}", "「references」（值为 {}）不应出现，任务清单不计分。"),
        ("\"method\":{}", "「method」（值为 {}）不应出现，任务清单不计分。"),
        ("\"adjustments\":{}", "「adjustments」（值为 {}）不应出现，任务清单不计分。"),
        (
            r#""scenarios":[{"name":"甲","references":{}}]"#,
            "「scenarios[0].references」（值为 {}）不应出现，任务清单不计分。",
        ),
        (
            r#""scenarios":[{"name":"甲","method":{"base":"0"}}]"#,
            "「scenarios[0].method」（值为 {\"base\":\"0\"}）不应出现，任务清单不计分。",
        ),
    ] {
        let problem = read(rest).expect_err(rest);
        assert_eq!(form_problem(&problem), message);
    }
    let id = &list.indicators[0].id;
    let rest = format!(
        r#""notes":{{"{id}":"注"}},"evidence":{{"{id}":[{{"title":"文"}}]}},"veto":["事故"],
        "scenarios":[{{"name":"甲","answers":{{}}}}]"#
    );
    let form = read(&rest).expect("a form");
    assert!(form.scorecard().vetoed);
}

#[test]
fn long_names_and_values_do_not_flood_a_message() {
    let long = "长".repeat(1000);
    for rest in [
        format!(r#""answers":{{"{long}":"{long}"}}"#),
        format!(r#""county":["{long}"]"#),
        format!(r#""{long}":1,"{long}":1"#),
    ] {
        let message = form_problem(&read(&file(&rest)).expect_err("no form"));
        assert!(message.chars().count() < 300 && message.contains("长…"), "{message}");
    }
}

#[test]
fn keys_of_later_versions_are_kept_to_the_letter() {
    let values = [
        ("history", r#"[ 1.50, 1e400, -0.0, -0, 12345678901234567890123 ]"#),
        ("快照", "{\n \"b\" : null,\"a\":{ \"version\":2 } }"),
        ("", r#""\u00e9\/😀""#),
        ("a\"b", "true"),
    ];
    let rest: Vec<String> = values
        .iter()
        .map(|(key, value)| format!("{}:{value}", serde_json::to_string(key).expect("a key")))
        .collect();
    let form = accept(&file(&rest.join(" ,\t")));
    let kept: Vec<(&str, &str)> =
        form.extra.iter().map(|(key, value)| (&**key, &**value)).collect();
    assert_eq!(kept, values);
    let mut again = accept(&write(&form));
    assert_eq!(again, form);
    // Whatever else is changed meanwhile.
    again.county = "章丘区".into();
    assert_eq!(accept(&write(&again)).extra, form.extra);
}

#[test]
fn figures_keep_their_digits_when_written() {
    let rest = r#""answers":{"26.handled":"090.50","37.energy-reduction":"-0.0010","base.gdp":"0.000"},
        "references":{"35.share":{"unacceptable":"-999999999999.9999999999","satisfactory":"1.0"}}"#;
    let form = accept(&file(rest));
    let written = write(&form);
    assert_eq!(accept(&written), form);
    for figure in ["\"90.50\"", "\"-0.0010\"", "\"0\"", "\"-999999999999.9999999999\"", "\"1.0\""] {
        assert!(written.contains(figure), "{figure} in {written}");
    }
}

/// A form as the contract shows it, written and read.
#[test]
fn the_sample_of_the_contract_is_the_same_after_saving() {
    let form = accept(include_str!("../data/scored/contract-sample.qiangxian.json"));
    assert_eq!(form.county, "章丘区");
    assert_eq!(form.evidence.len(), 1);
    assert_eq!(form.scenarios.len(), 1);
    assert_eq!(accept(&write(&form)), form);
    let blank = accept(&file(""));
    assert_eq!(accept(&write(&blank)), blank);
}

#[test]
fn what_is_handed_out_can_be_read_again() {
    let mut form = accept(&file(""));
    let ids: Vec<_> = form.edition.indicator_ids().take(3).collect();
    for id in &ids {
        form.notes.insert(*id, "文".repeat(1_250_000));
    }
    // It fits the browser's storage, and no file.
    let Err(problem) = write_bounded(&form) else { panic!("too large") };
    assert!(form_problem(&problem).contains("超过上限 10485760 字节"));
    form.notes.remove(&ids[0]);
    let text = write_bounded(&form).expect("a file");
    assert_eq!(read(&text).as_ref(), Ok(&form));
    // While one types.
    let bytes = text.len();
    assert!(has_room(bytes, "", "一句话"));
    assert!(has_room(FILE_BYTES, "一句话", "一句"));
    assert!(!has_room(FILE_BYTES, "一句", "一句话"));
    assert!(!has_room(FILE_BYTES - 3, "", "\n\n"), "line breaks take two bytes each");
    assert!(!has_room(0, "", &"文".repeat(100_001)));
    assert!(has_room(0, "", &"文".repeat(100_000)));
}

/// The examples of `docs/formats/form-file.md`.
#[test]
fn the_documented_examples_are_read_and_written_back() {
    let page = include_str!("../../docs/formats/form-file.md");
    let mut examples = page.split("```json\n").skip(1);
    let mut example = || examples.next().and_then(|rest| rest.split_once("```")).expect("one").0;
    let form = accept(example());
    assert_eq!((form.answered(&form.case).0, form.extra.len()), (7, 0));
    let keys = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| line.starts_with("  \""));
        lines.filter_map(|line| Some(line.split('"').nth(1)?.to_owned())).collect()
    };
    let mut documented = keys(page.split("```").nth(1).expect("the first example"));
    documented.retain(|key| key != "veto");
    assert_eq!(keys(&write(&form)), documented, "in the order in which it is written");
    assert_eq!(accept(&file(example())).plan.efforts.len(), 1);
    let reviews =
        page.split_once("### `reviews`").and_then(|(_, rest)| rest.split_once("```json\n"));
    let example = reviews.and_then(|(_, rest)| rest.split_once("```")).expect("one").0;
    assert_eq!(accept(&file(example)).signed_round().expect("one").1.rows.len(), 3);
}
