//! Readings in words.

use crate::readings::by_hand::{ALL_MOVED, form};
use qiangxian::desk::Desk;
use qiangxian::form::Form;
use qiangxian::rulebook::Day;
use qiangxian::score::Asked;
use qiangxian::text::{explain, reading, report, scenario, sharing};

fn explained(form: &Form, indicator: &str) -> String {
    let id = form.edition.indicator(indicator).unwrap();
    let card = form.scorecard();
    let score = &card.indicators[usize::from(id.0)];
    let said = explain(form.edition.0, &form.case, &form.adjustments, form.year(), id, score);
    [said.steps, vec![said.result], said.notes].concat().join("\n")
}

#[test]
fn an_option_says_what_it_gives() {
    let form = form(ALL_MOVED);
    let worth = form.worth(&form.case);
    let rulebook = form.edition.0;
    let one = |id: &str| {
        let asked = Asked::Reading(rulebook.reading(id).unwrap());
        worth.readings.iter().find(|reading| reading.asked == asked).unwrap()
    };
    let said = |id: &str, at: usize| reading::given(one(id), at);
    assert_eq!(said("11", 1), "+2");
    assert_eq!(said("11", 2), "−1");
    assert_eq!(said("11", 0), "已选");
    assert_eq!(reading::where_text(rulebook, one("11").asked), "序号 11");
    assert_eq!(reading::where_text(rulebook, one("43.same").asked), "序号 43");
    assert_eq!(reading::where_text(rulebook, Asked::Base), "按功效系数法计分的各项");
    let most = reading::most_asked_text(rulebook, &worth).unwrap();
    assert!(most.contains("分") && most.starts_with("最值得向省里请示的是"), "{most}");
}

#[test]
fn what_a_question_quotes_stands_apart() {
    let question = "“变动幅度”：是相对变动，还是“差”，没有写明。";
    let expected =
        [(true, "变动幅度"), (false, "：是相对变动，还是"), (true, "差"), (false, "，没有写明。")];
    assert_eq!(reading::quoted(question), expected);
    assert_eq!(reading::quoted("没有“引完"), [(false, "没有“引完")]);
    // Every question of the edition quotes it, or says that nothing stands there.
    for one in form(ALL_MOVED).edition.readings {
        let parts = reading::quoted(one.question);
        let joined: usize = parts.iter().map(|(_, text)| text.len()).sum();
        let marks = parts.iter().filter(|(is_quoted, _)| *is_quoted).count() * "“”".len();
        assert_eq!(joined + marks, one.question.len(), "{}", one.id);
    }
}

#[test]
fn the_pane_counts_what_is_read_otherwise() {
    let usual = form(ALL_MOVED);
    let other = form(&format!("{ALL_MOVED} 43.same:once"));
    let rulebook = usual.edition.0;
    let id = rulebook.indicator("43").unwrap();
    let asked = usual.asked_of(&usual.case, id);
    assert_eq!(reading::status(rulebook, &asked, &usual.case), "2 条");
    assert_eq!(reading::status(rulebook, &asked, &other.case), "2 条，另选口径");
    assert!(reading::is_long(rulebook, &asked));
    let policy = [Asked::Reading(rulebook.reading("11").unwrap())];
    assert_eq!(reading::status(rulebook, &policy, &usual.case), "扶持政策的三个方面");
    assert!(!reading::is_long(rulebook, &policy));
}

#[test]
fn a_shared_total_says_that_it_rests_on_another_reading() {
    let said = |form: &Form| sharing::share_message(form, "已得 75 分");
    assert!(!said(&form(ALL_MOVED)).contains("另选口径"));
    let other = said(&form(&format!("{ALL_MOVED} 11:any")));
    assert!(other.contains("75 分（另选口径：扶持政策的三个方面）"), "{other}");
}

#[test]
fn an_explanation_names_the_reading() {
    let together = explained(&form(&format!("{ALL_MOVED} 17:together")), "17");
    assert!(
        together.contains("三项都达到 100% 得 3 分，否则不得分（另选口径，通常为："),
        "{together}"
    );
    let usual = explained(&form(ALL_MOVED), "17");
    assert!(usual.contains("三项各自计分：达到 100% 的每项得 1 分，未达到的该项不得分。"));
    assert!(!usual.contains("另选口径"));

    let none = explained(&form(&format!("{ALL_MOVED} below:none")), "37");
    assert!(none.contains("差于不允许值，按所选口径不得分。"), "{none}");
    let base = explained(&form(&format!("{ALL_MOVED} below:base")), "37");
    assert!(base.contains("按所选口径功效系数 d = 60。得分 = 3 × 60 ÷ 100 = 1.8 分。"), "{base}");
    let points = explained(&form(&format!("{ALL_MOVED} 10:difference")), "10");
    assert!(points.contains("(300 ÷ 90000 − 250 ÷ 80000) × 100"), "{points}");
    assert!(points.contains("个百分点"), "{points}");
    let once = explained(&form(&format!("{ALL_MOVED} 43.same:once 43.window:through")), "43");
    assert!(once.contains("不计，同一荣誉只计一次，已计另一行。"), "{once}");
    assert!(once.contains("年份不在 2020 至 2022 年之内"), "{once}");
    let rounded = explained(&form(&format!("{ALL_MOVED} rounding:each")), "10");
    assert!(rounded.contains("按所选口径，本项先四舍五入到 2 位小数再相加。"), "{rounded}");
}

#[test]
fn a_comparison_names_the_reading_that_differs() {
    let (one, other) = (form(ALL_MOVED), form(&format!("{ALL_MOVED} 11:any")));
    let id = one.edition.indicator("11").unwrap();
    let said = scenario::changes(one.edition.0, id, &one.case, &other.case);
    assert_eq!(
        said,
        [
            "口径：扶持政策的三个方面：质量发展、质量提升、品牌三个方面各占 1 分，有一个方面的政策得 1 分 → 任何一个方面出台政策即得 3 分"
        ]
    );
    let twelve = one.edition.indicator("12").unwrap();
    assert!(scenario::changes(one.edition.0, twelve, &one.case, &other.case).is_empty());
}

/// Wherever a total stands that rests on another reading, it is named.
#[test]
fn totals_name_other_readings() {
    for (written, is_named) in
        [(ALL_MOVED.to_owned(), false), (format!("{ALL_MOVED} 11:any"), true)]
    {
        let form = form(&written);
        let card = form.scorecard();
        let desk = Desk::new(&form, &form.case, &card, Day::new(2022, 7, 20).unwrap());
        let cover = report::cover(&desk).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        let said = [
            report::summary(&desk),
            cover.join(" "),
            report::dimension_table(&desk).title,
            report::whole_table(&desk).title,
            report::scenario_table(&desk).rows[0][0].clone(),
        ];
        for text in said {
            assert_eq!(text.contains(reading::OTHER), is_named, "{text}");
        }
        let notes = report::assumptions(&desk).join("\n");
        assert!(notes.contains("四舍五入的先后") && notes.contains("差于不允许值"), "{notes}");
    }
}

#[test]
fn references_that_an_option_asks_for_are_named() {
    let form = form("38.good-days=\"75\" 38.pm25-improvement=\"5\" 38.air@30..60 38.days@70..80");
    let id = form.edition.reading("38").unwrap();
    assert_eq!(
        reading::unset_text(form.edition.0, &form.case, id, 1).as_deref(),
        Some("PM2.5浓度改善程度的参考值还没有填，填之前这部分不算已得分。")
    );
    assert_eq!(reading::unset_text(form.edition.0, &form.case, id, 0), None);
}

#[test]
fn a_request_asks_what_matters_the_most_first() {
    let form = form(ALL_MOVED);
    let worth = form.worth(&form.case);
    let text = reading::request(&form, &form.case, &worth, "2022年7月20日");
    for part in [
        "关于山东省质量强县（市、区）评价指标计分口径的请示",
        "扶持政策的三个方面（序号 11，相差 3 分）",
        "“在质量发展、质量提升和品牌等方面制定出台相关扶持政策（3分）”",
        "（2）任何一个方面出台政策即得 3 分：自评",
        "，+2。",
        "本次自评采用",
        "2022年7月20日",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let blank = Form::blank().unwrap();
    let worth = blank.worth(&blank.case);
    assert!(worth.most_asked().is_none());
    let text = reading::request(&blank, &blank.case, &worth, "2022年7月20日");
    assert!(text.contains(reading::NOTHING_OPEN), "{text}");
}

/// On paper the reading stands with the indicator that it moves, and no other.
#[test]
fn paper_names_the_reading_of_an_indicator() {
    let form = form(&format!("{ALL_MOVED} 11:any rounding:each"));
    let card = form.scorecard();
    let desk = Desk::new(&form, &form.case, &card, Day::new(2022, 7, 20).unwrap());
    let named = |table: qiangxian::text::table::Table| -> Vec<String> {
        let is_named = |row: &&Vec<String>| row.iter().any(|c| c.starts_with("另选口径："));
        table.rows.iter().filter(is_named).map(|row| row[0].clone()).collect()
    };
    assert_eq!(named(report::paper_table(&desk)), ["11"]);
    assert_eq!(named(report::whole_table(&desk)), ["11"]);
}

/// A reference that waits is no difference between two cases.
#[test]
fn what_is_out_of_use_is_not_compared() {
    let written = "38.good-days=\"75\" 38.pm25-improvement=\"5\" 38.air@30..60";
    let (one, other) = (form(written), form(&format!("{written} 38.days@70..80")));
    let id = one.edition.indicator("38").unwrap();
    let said = |one: &Form, other: &Form| {
        scenario::changes(one.edition.0, id, &one.case, &other.case).len()
    };
    assert_eq!(said(&one, &other), 0);
    let scored = form(&format!("{written} 38.days@70..80 38:scored-first"));
    assert_eq!(said(&one, &scored), 2);
}

#[test]
fn differences_are_never_lost_in_rounding() {
    let check = |points: &str, said: &str| {
        let points = points.parse().unwrap();
        assert_eq!(reading::difference(points, rust_decimal::Decimal::TWO), said);
    };
    check("2.00", "不变");
    check("3", "+1");
    check("1.5", "−0.5");
    check("2.0033", "增加不足 0.01");
    check("1.9999", "减少不足 0.01");
    check("2.005", "+0.01");
}
