//! The list of gaps: what is lost, what is open, and why.

use crate::desk::{county, indicator, on, sample};
use qiangxian::desk::{Gap, Order};
use qiangxian::form::Form;
use qiangxian::score::shown;
use qiangxian::text::desk::{gap_table, why_text};

fn gaps(form: &Form, order: Order) -> Vec<Gap> {
    on(form, "2022-07-25", |desk| desk.gaps(order))
}

/// Why an indicator of a form is below its maximum.
#[track_caller]
fn why(body: &str, id: &str, expected: &str) {
    let form = county(body);
    let id = indicator(&form, id);
    let gaps = gaps(&form, Order::Points);
    let text = gaps
        .iter()
        .find(|gap| gap.id == id)
        .map(|gap| why_text(form.edition.0, &form.case.answers, &gap.why));
    assert_eq!(text.as_deref(), (!expected.is_empty()).then_some(expected));
}

#[test]
fn the_sample_loses_what_was_worked_out_by_hand() {
    let form = sample();
    let rows: Vec<[String; 3]> = gaps(&form, Order::Points)
        .iter()
        .map(|gap| {
            let id = form.edition.0[gap.id].id.to_owned();
            [id, shown(gap.lost, 4), shown(gap.open, 4)]
        })
        .collect();
    let expected = [
        ["14", "2", "1"],
        ["42", "0", "3"],
        ["34", "2", "0"],
        ["43", "2", "0"],
        // 帮扶数 (46 − 20) / (60 − 20) = 0.65, d = 86; the growth is open.
        ["19", "0.14", "1"],
        ["5", "1", "0"],
        ["6", "1", "0"],
        ["9", "1", "0"],
        ["11", "1", "0"],
        ["15", "0", "1"],
        ["16", "0", "1"],
        ["17", "1", "0"],
        ["25", "0.5", "0.5"],
        // 1.5 × 0.4 × (52/120 + 53.6/110) lost.
        ["36", "0.5524", "0"],
        ["2", "0.5", "0"],
        ["18", "0.5", "0"],
        ["23", "0", "0.5"],
        // 3 × 0.4 × 1.4/4.
        ["37", "0.42", "0"],
        ["33", "0.4", "0"],
        // 9.8 / 486.5 × 100 = 2.0144 of 0.8 to 3.2.
        ["41", "0.3952", "0"],
    ];
    assert_eq!(&rows[..expected.len()], expected);
    // All else is full.
    assert_eq!(rows.len(), 28);
    let full =
        ["1", "3", "4", "7", "8", "12", "13", "21", "22", "24", "27", "29", "30", "31", "32"];
    assert!(full.iter().all(|id| rows.iter().all(|row| row[0] != **id)));
}

#[test]
fn gaps_can_stand_by_unit_and_by_deadline() {
    let form = sample();
    let ids = |order| -> Vec<&str> {
        gaps(&form, order).iter().map(|gap| form.edition.0[gap.id].id).collect()
    };
    let by_department: [(&str, &[&str]); 9] = [
        (
            "区市场监管局",
            &["2", "5", "11", "14", "15", "16", "17", "18", "19", "20", "23", "40", "43"],
        ),
        ("区工信局", &["39"]),
        ("区住建局", &["33", "34"]),
        ("区政府办", &["6"]),
        ("区财政局", &["9", "10", "28"]),
        ("区卫健局", &["25"]),
        ("区生态环境分局", &["38"]),
        ("区统计局", &["35", "36", "37"]),
        ("区工信局（科技局）", &["41", "42"]),
    ];
    let mut expected: Vec<&str> = by_department.iter().flat_map(|(_, ids)| *ids).copied().collect();
    // All members stand last: they are words, no unit.
    expected.push("26");
    assert_eq!(ids(Order::Department), expected);
    let by_deadline = ids(Order::Deadline);
    // 14, 16 and 17 have words for a deadline.
    assert_eq!(by_deadline[by_deadline.len() - 3..], ["14", "16", "17"]);
    assert_eq!(by_deadline[..3], ["2", "5", "6"]);
}

#[test]
fn reasons_are_short_and_true() {
    why(
        r#""answers":{"8.policy":false}"#,
        "8",
        "未填：建立了各政府部门间信用联合惩戒机制；填“否”：出台了信用体系建设政策措施",
    );
    why(r#""answers":{"8.policy":true,"8.joint-penalty":true}"#, "8", "");
    why(
        r#""answers":{"27.analysis":"irregular"}"#,
        "27",
        "还可提高：县域质量状况与发展前景分析（已开展，未定期发布）",
    );
    why(
        r#""answers":{"11.policies":["development"]}"#,
        "11",
        "还可提高：已制定出台相关扶持政策的方面（缺质量提升、品牌）",
    );
    why(
        r#""answers":{"34.system":false,"34.online":"98"}"#,
        "34",
        "填“否”：有与工程质量安全监督管理工作相适应的信息化管理系统；还可提高：在监工程项目上线率（98%）",
    );
    why(r#""answers":{"26.handled":"89.9"}"#, "26", "低于起评线：违法违规行为处置率");
    why(r#""answers":{"26.handled":"95"}"#, "26", "未达到满意值：违法违规行为处置率");
    why(r#""answers":{"33.bases":3}"#, "33", "缺参考值：装配式建筑产业基地数量");
    why(
        r#""answers":{"35.services":"5","base.gdp":"0"}"#,
        "35",
        "算不出（除数为零或数值过大）：服务业增加值占地区生产总值比重",
    );
    why(
        r#""adjustments":{"2":{"points":"1.5","reason":"尚未推广"}}"#,
        "2",
        "自评调整的分值低于满分",
    );
    why(
        r#""answers":{"43.honours":[{"title":"省长质量奖"}]}"#,
        "43",
        "还可提高：质量荣誉（中国质量奖、省长质量奖填历年，其他荣誉填近三年）；1 行没有填全",
    );
    // A figure that two metrics miss is named once.
    why(r#""answers":{"20.certificates-prev":3}"#, "20", "未填：2021年自愿性认证证书");
}

#[test]
fn what_gives_no_more_is_no_reason() {
    // At its own cap a count is no reason any more, the other counts are.
    why(
        r#""answers":{"4.honor-national":0,"4.honor-provincial":2,"4.honor-city":0,"4.media-national":0,"4.media-provincial":2}"#,
        "4",
        "还可提高：近三年质量相关工作受到国家级表彰（0 次）、近三年质量相关工作受到市级表彰（0 次）、近三年国家级主流媒体宣传报道（0 次）",
    );
}

#[test]
fn the_table_names_units_and_deadlines() {
    let form = sample();
    let table = on(&form, "2022-07-25", |desk| gap_table(desk, &desk.gaps(Order::Points)[2..3]));
    assert_eq!(
        table.plain(),
        "示例县 2022 年 失分清单\n34 智慧工地｜已失分：2｜待定：0｜\
         原因：还可提高：在监工程项目上线率（98.6%）｜责任单位：区住建局｜\
         完成时限：7月20日前｜时限状态：已逾期 5 天"
    );
}
