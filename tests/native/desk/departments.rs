//! Departments, as the document names them.

use crate::desk::{city, county, indicator, numbers, on, sample};
use qiangxian::desk::{Role, units};
use qiangxian::rulebook::Day;
use qiangxian::score::shown;
use qiangxian::text::desk::{department_table, departments_table};

#[test]
fn units_stand_as_the_document_names_them() {
    let form = sample();
    let names: Vec<&str> = on(&form, "2022-07-01", |desk| {
        desk.departments().iter().map(|department| department.name).collect()
    });
    assert_eq!(
        names,
        [
            "区市场监管局",
            "区工信局",
            "区住建局",
            "区农业农村局",
            "区文旅局",
            "区商务服务中心",
            "区政府办",
            "区发改局",
            "区财政局",
            "区交通运输局",
            "区水务局",
            "区卫健局",
            "区生态环境分局",
            "区应急局",
            "区统计局",
            "区工信局（科技局）",
            "其他成员单位",
            "各成员单位",
            "其他各成员单位",
        ]
    );
}

#[test]
fn words_for_others_have_an_entry_of_their_own() {
    let form = sample();
    on(&form, "2022-07-01", |desk| {
        let of = |id| units(&form, indicator(&form, id));
        assert_eq!(of("26"), [("各成员单位", Role::Members)]);
        assert_eq!(of("27"), [("区市场监管局", Role::Leads), ("其他各成员单位", Role::Members)]);
        assert_eq!(of("41"), [("区工信局（科技局）", Role::Leads)]);
        let others = desk.department("其他成员单位").unwrap();
        assert!(others.is_word && others.as_member.is_empty());
        assert_eq!(
            numbers(&form, &others.leads.indicators),
            ["1", "2", "3", "4", "5", "9", "10", "11", "21", "22", "43"]
        );
        let statistics = desk.department("区统计局").unwrap();
        assert!(!statistics.is_word);
        assert_eq!(numbers(&form, &statistics.leads.indicators), ["35", "36", "37", "39"]);
        // The words reach it, outside its sums.
        assert_eq!(
            numbers(&form, &statistics.as_member),
            ["1", "2", "3", "4", "5", "9", "10", "11", "21", "22", "26", "27", "43"]
        );
        assert_eq!(shown(statistics.leads.max, 2), "11");
        assert_eq!(desk.department("区教育局"), None);
    });
}

#[test]
fn a_shared_figure_counts_once() {
    // 28 and 40 read the population, 35 and 41 the GDP.
    let form = county(r#""answers":{"base.gdp":"10","35.services":"3"}"#);
    on(&form, "2022-07-01", |desk| {
        let statistics = desk.department("区统计局").unwrap().leads;
        // 35.services, base.gdp, two of 36, one of 37, one of 39.
        assert_eq!((statistics.answered, statistics.fields), (2, 6));
        let all = desk.share(form.edition.indicator_ids().collect());
        assert_eq!((all.answered, all.fields), form.answered(&form.case));
    });
}

#[test]
fn the_sample_by_hand() {
    let form = sample();
    on(&form, "2022-07-25", |desk| {
        let of = |name| desk.department(name).unwrap().leads;
        let construction = of("区住建局");
        // 3 4 5 9 10 21 23 24 32 33 34.
        assert_eq!(shown(construction.max, 2), "23");
        // 34, 9, 5 and 23: the rest is filled in or full.
        assert_eq!((construction.overdue, construction.soon), (4, 0));
        // 3 has one of two, 9 has none that is ready, all other claims none;
        // 34 claims nothing.
        assert_eq!(construction.unproved, 9);
        assert_eq!(construction.deadline, Day::new(2022, 7, 20));
        let environment = of("区生态环境分局");
        // 21 and 38 are done, so nothing is due.
        assert_eq!((environment.overdue, environment.deadline), (0, None));
        let health = desk.department("区卫健局").unwrap();
        let table = department_table(desk, &health);
        assert_eq!(table.rows.len(), 3 + health.as_member.len());
        assert_eq!(
            table.rows[2],
            [
                "25",
                "伤害监测与缺陷产品召回",
                "2",
                "1",
                "0.5",
                "2 / 3",
                "无",
                "7月20日前",
                "已逾期 5 天",
                "责任单位",
            ]
        );
        let all = departments_table(desk, &desk.departments());
        assert_eq!(all.rows[14], ["区统计局", "4 项", "11", "9.39", "0", "6 / 6", "3", "0", "0"]);
    });
}

#[test]
fn tasks_count_under_each_leading_unit_and_apart_under_supporting_ones() {
    let form = city(r#""answers":{"2.status":"met","3.status":"in-progress","44.no-port":true}"#);
    on(&form, "2020-01-01", |desk| {
        let office = desk.department("市质量强市及品牌办").unwrap();
        let counties = desk.department("各县区政府").unwrap();
        let two = indicator(&form, "2");
        for department in [&office, &counties] {
            assert!(department.leads.indicators.contains(&two));
            assert_eq!(department.leads.tasks.met, 1);
        }
        assert_eq!(office.leads.tasks.in_progress, 1);
        let members = desk.department("市质量强市及品牌领导小组成员单位").unwrap();
        assert!(!members.is_word && members.supports.indicators.contains(&two));
        let all = desk.share(form.edition.indicator_ids().collect());
        assert_eq!((all.tasks.met, all.tasks.in_progress, all.tasks.not_applicable), (1, 1, 1));
        assert_eq!(all.tasks.applicable(), 131);
        let table = department_table(desk, &office);
        assert_eq!(
            table.rows[1],
            [
                "2",
                "城市规划中的质量定位",
                "已达到要求",
                "1 / 1",
                "无",
                "2019年12月",
                "无待办",
                "牵头单位",
            ]
        );
    });
}
