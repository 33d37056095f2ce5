//! Single steps, plans and comparisons in tables worked out by hand.

use crate::plan_forms;

use plan_forms::{form, form_of, number, plan, planned, wish};
use qiangxian::desk::Desk;
use qiangxian::form::{Form, PlanSettings, read, write};
use qiangxian::plan::{Aim, Change, Held, Reason, Wish, cheapest, steps};
use qiangxian::rulebook::{Answer, Day, Rulebook, source};
use qiangxian::score::{Bar, ScoreDifference, compare, shown};
use qiangxian::text::plan::{lines, plan_table};
use qiangxian::text::{
    HONOUR, changes_text, gain_text, held_text, plan_notes, plan_text, step_text,
};
use rust_decimal::Decimal;

/// The steps of one indicator, worded, the one that gives most first.
#[track_caller]
fn check(written: &str, indicator: &str, expected: &[&str]) {
    let form = form(written);
    let id = form.edition.indicator(indicator).expect("an indicator");
    let found: Vec<String> = steps(&form, &form.case, HONOUR)
        .iter()
        .filter(|step| step.indicator == id)
        .map(|step| {
            // Labels are the rulebook's: what they say is left out here.
            let label = |change: &Change| form.edition[change.field].label;
            let text = step_text(form.edition.0, step);
            step.changes.iter().fold(text, |text, change| text.replace(label(change), ""))
        })
        .collect();
    assert_eq!(found, expected, "{written}");
}

#[test]
fn steps_to_the_next_threshold() {
    check("2.model=false", "2", &["：做到，填“是”：+2 分"]);
    check("2.model=true", "2", &[]);
    // Two that only count together.
    check("", "1", &["：做到，填“是”；：做到，填“是”：+2 分"]);
    check("1.slogan=true 1.document=false", "1", &["：做到，填“是”：+2 分"]);
    // Tiers of a choice.
    check(r#"5.event="none""#, "5", &["：达到“省级”：+1 分"]);
    check(r#"5.event="provincial""#, "5", &["：达到“国家级”：+1 分"]);
    check(r#"5.event="national""#, "5", &[]);
    // Missing options cost 0.5 of 3: the first that counts is the fourth of nine.
    check("9.funded=[]", "9", &["：再增加 4 项（如质量发展、质量监督、标准、计量）：+0.5 分"]);
    check(r#"11.policies=["brand"]"#, "11", &["：再增加 1 项（如质量发展）：+1 分"]);
    // Percentages of which all is asked, alone and with something else.
    check(r#"31.coverage="99""#, "31", &["：提高到 100%：+1 分"]);
    check(r#"34.system=true 34.online="98""#, "34", &["：提高到 100%：+2 分"]);
}

#[test]
fn steps_of_counts() {
    let known = "14.international=1 14.national-lead=2 14.national-join=1 14.provincial-lead=0";
    check(
        known,
        "14",
        &["：再增加 1 项（共 1 项）：+0.5 分", "：再增加 2 项（共 3 项）：+0.25 分"],
    );
    // One more gives nothing; the third gives half a point.
    let known = "14.international=1 14.national-lead=1 14.national-join=3 14.provincial-lead=1";
    check(known, "14", &["：再增加 1 项（共 2 项）：+0.5 分", "：再增加 2 项（共 3 项）：+0.5 分"]);
    // The indicator is full.
    let known = "14.international=1 14.national-lead=2 14.national-join=3 14.provincial-lead=1";
    check(known, "14", &[]);
    // The indicator's cap leaves half a point of two.
    let known = "4.honor-national=1 4.honor-provincial=1 4.honor-city=1 4.media-national=0 4.media-provincial=0";
    check(
        known,
        "4",
        &[
            "：再增加 1 次（共 2 次）：+0.5 分",
            "：再增加 1 次（共 2 次）：+0.5 分",
            "：再增加 1 次（共 2 次）：+0.5 分",
            "：再增加 1 次（共 1 次）：+0.5 分",
            "：再增加 1 次（共 1 次）：+0.5 分",
        ],
    );
    check("43.honours=[]", "43", &["：再获得 1 项“国家级”：+3 分", "：再获得 1 项“省级”：+2 分"]);
}

#[test]
fn steps_of_efficacy_scores() {
    // 0.08 points a percent from 90 on, 1.2 of them at 90.
    check(
        r#"26.handled="94""#,
        "26",
        &["：提高到 100%（再多也不加分）：+0.48 分", "：提高到 95%：+0.08 分"],
    );
    check(
        r#"26.handled="80""#,
        "26",
        &["：提高到 100%（再多也不加分）：+2 分", "：提高到 90%：+1.2 分"],
    );
    check(r#"26.handled="99.5""#, "26", &["：提高到 100%：+0.04 分"]);
    // 1.2 points at 0, 2 at 4.
    check(
        "33.bases=1 33.bases@0..4",
        "33",
        &["：再增加 3 个（共 4 个）（再多也不加分）：+0.6 分", "：再增加 1 个（共 2 个）：+0.2 分"],
    );
    check("33.bases=1", "33", &[]);
    check("33.bases@0..4", "33", &["：达到 4 个（再多也不加分）：+2 分"]);
    // Without an unacceptable value nothing is known short of the satisfactory one.
    check(
        r#"28.supervision-funding="50" base.population="100""#,
        "28",
        &["：提高到 100 万元：+1 分"],
    );
    check(r#"28.supervision-funding="50""#, "28", &[]);
    // One figure in two metrics: each has its own full points.
    let known = "19.helped=10 19.helped-prev=10 19.number@0..20 19.growth@0..300 base:0";
    check(
        known,
        "19",
        &[
            "：再增加 30 家（共 40 家）（再多也不加分）：+1.5 分",
            "：再增加 10 家（共 20 家）（再多也不加分）：约+0.83 分",
            "：再增加 1 家（共 11 家）：约+0.08 分",
        ],
    );
}

#[test]
fn a_hand_made_plan() {
    // Needed: 1. The cheapest are yes-no of 2 points at effort 1 × 3.
    let all = read(include_str!("../data/scored/everything.qiangxian.json")).expect("a form");
    let mut form = all.clone();
    for (field, answer) in [
        ("2.model", Answer::YesNo(false)),
        ("3.activities", Answer::YesNo(false)),
        ("7.plan", Answer::YesNo(false)),
        ("9.funded", Answer::Set(0b111)),
        ("26.handled", Answer::Figure(number("90"))),
    ] {
        form.case.answers.set(form.edition.field(field).expect("a field"), Some(answer));
    }
    // 2 + 1 + 1 + 3 + 0.8 are missing.
    let told = |wished: &qiangxian::plan::Wish| {
        let plan = planned(&form, wished);
        let steps: Vec<String> = plan
            .steps
            .iter()
            .map(|step| {
                let first = step.changes.first().expect("a change");
                format!("{}{}", form.edition[first.field].id, gain_text(form.edition.0, step.gain))
            })
            .collect();
        (plan.effort, steps.join(" "))
    };
    let check = |wished: &qiangxian::plan::Wish, effort, expected: &str| {
        assert_eq!(told(wished), (effort, expected.to_owned()), "{wished:?}");
    };
    check(&wish("92.2"), 0, "");
    check(&wish("93.2"), 3, "2.model+2 分");
    check(&wish("94.2"), 3, "2.model+2 分");
    check(&wish("96.2"), 9, "2.model+2 分 3.activities+1 分 7.plan+1 分");
    // 1 is less work by the others than by six areas of funds or tenths of 26.
    let mut fixed = wish("93.2");
    fixed.fixed.extend(form.edition.indicator("2"));
    check(&fixed, 3, "3.activities+1 分");
    // Five times the work for one yes: two others at twice the work are less.
    let mut hard = wish("94.2");
    hard.efforts.extend_with(&form, &[("2", 5), ("3", 2), ("7", 2)]);
    check(&hard, 4, "3.activities+1 分 7.plan+1 分");
    hard.efforts.extend_with(&form, &[("2", 1)]);
    check(&hard, 1, "2.model+2 分");
    // The last 0.8 by tenths: 97.5 % would do, 98 % takes no more tenths and is round.
    let plan = plan(&form, "99.8");
    assert_eq!(shown(plan.after, 10), "99.84");
    let last = plan.steps.last().expect("a step");
    assert_eq!(last.changes[0].to, Answer::Figure(number("98")));
    // A limit of a figure: highest 98 %, 0.64 of 0.8.
    let mut limited = wish("100");
    let handled = form.edition.field("26.handled").expect("a field");
    limited.limits.insert(handled, number("98"));
    let plan = planned(&form, &limited);
    assert_eq!(shown(plan.highest, 10), "99.84");
    let id = form.edition.indicator("26").expect("an indicator");
    let reasons = vec![Reason::Limit(handled, number("98"))];
    assert_eq!(plan.held, [Held { indicator: id, lost: number("0.16"), reasons }]);
    assert_eq!(plan_text(form.edition.0, &plan), "达不到：最高 99.84 分");
}

/// Efforts by the numbers of indicators.
trait Extend {
    fn extend_with(&mut self, form: &Form, efforts: &[(&str, u8)]);
}

impl Extend for qiangxian::rulebook::Map<qiangxian::rulebook::IndicatorId, u8> {
    fn extend_with(&mut self, form: &Form, efforts: &[(&str, u8)]) {
        for (id, effort) in efforts {
            self.insert(form.edition.indicator(id).expect("an indicator"), *effort);
        }
    }
}

#[test]
fn what_holds_a_plan_back_is_named() {
    let mut wished = wish("100");
    let form = form(
        r#"2~1.5 40.patents=10 40.per-10k@0..10 41.technology-trade="1" 41.trade-share@0..1 base.gdp="0" 39.hightech-share@50..120 38.good-days="80" 38.air@0..60 33.bases=1"#,
    );
    wished.fixed.extend(form.edition.indicator("12"));
    let plan = planned(&form, &wished);
    let check = |indicator: &str, expected: &str| {
        let id = form.edition.indicator(indicator).expect("an indicator");
        let held = plan.held.iter().find(|held| held.indicator == id);
        let text = held.map(|held| held_text(form.edition.0, held));
        assert_eq!(text.as_deref(), Some(expected).filter(|text| !text.is_empty()));
    };
    check("1", "");
    check("2", "第 2 项（质量发展模式）差 0.5 分：已作自评调整。");
    check("12", "第 12 项（质量基础设施服务平台）差 2 分：设为不变。");
    check(
        "33",
        "第 33 项（装配式建筑产业基地）差 2 分：“装配式建筑产业基地数量”没有可用的满意值。",
    );
    // 38 of two figures has one open, which a plan may fill in.
    check("38", "");
    let reasons = |indicator: &str| {
        let id = form.edition.indicator(indicator);
        plan.held.iter().find(|h| Some(h.indicator) == id).map(|h| h.reasons.clone())
    };
    let metric = |id: &str| form.edition.metric(id).expect("a metric");
    let field = |id: &str| form.edition.field(id).expect("a field");
    let missing = Reason::Missing(metric("40.per-10k"), vec![field("base.population")]);
    assert_eq!(reasons("40"), Some(vec![missing]));
    let zero = Reason::Zero(metric("41.trade-share"), field("base.gdp"));
    assert_eq!(reasons("41"), Some(vec![zero]));
    let bound = Reason::Bound(field("39.hightech-share"), Decimal::ONE_HUNDRED);
    assert_eq!(reasons("39"), Some(vec![bound]));
    // Open, and limited to what gives nothing: the limit is the reason.
    let open = plan_forms::form("33.bases@3..9 base:0");
    let bases = open.edition.field("33.bases").expect("a field");
    let mut limited = wish("100");
    limited.limits.insert(bases, Decimal::TWO);
    let held = planned(&open, &limited).held;
    let reasons: Vec<&Reason> = held.iter().flat_map(|held| &held.reasons).collect();
    assert!(reasons.contains(&&Reason::Limit(bases, Decimal::TWO)), "{reasons:?}");
    assert!(plan_notes(&form, &form.case).iter().any(|note| note.contains("常住人口")));
}

#[test]
fn honours_to_be_won_are_scored_and_kept() {
    let form = form(
        r#"43.honours=[{"title":"拟获荣誉","recipient":"拟获单位1","level":"provincial","year":2021}]"#,
    );
    let mut wished = wish("5");
    let honours = form.edition.indicator("43").expect("an indicator");
    wished.fixed = form.edition.indicator_ids().filter(|id| *id != honours).collect();
    let plan = planned(&form, &wished);
    assert_eq!((plan.effort, shown(plan.after, 2)), (6, "6".into()));
    let Some(Answer::Rows(rows)) = plan.changes().next().map(|change| change.to.clone()) else {
        panic!("rows")
    };
    let names: Vec<&str> = rows.iter().map(|row| row.recipient.as_str()).collect();
    assert_eq!(names, ["拟获单位1", "拟获单位2", "拟获单位3"]);
    // A file keeps the scenario as it is.
    let mut kept = form.clone();
    kept.scenarios.push(plan.scenario("计划", None));
    let kept = read(&write(&kept)).expect("a form");
    let case = kept.case.under(kept.scenario("计划").expect("the plan"));
    assert_eq!(kept.score(&case).total.range.low, plan.after);
}

#[test]
fn a_plan_over_a_scenario_keeps_what_the_scenario_changes() {
    let mut form = form("2.model=false 7.plan=false");
    let field = form.edition.field("2.model").expect("a field");
    let mut first = qiangxian::form::Scenario { name: "一".into(), ..Default::default() };
    first.answers.insert(field, Some(Answer::YesNo(true)));
    let case = form.case.under(&first);
    let plan = qiangxian::plan::cheapest(&form, &case, &wish("4"), HONOUR);
    form.scenarios.push(plan.scenario("二", Some(&first)));
    let second = form.case.under(form.scenario("二").expect("the plan"));
    assert_eq!(form.score(&second).total.range.low, plan.after);
    assert!(plan.changes().all(|change| change.field != field) && plan.is_reached());
}

fn checklist() -> &'static Rulebook {
    let text = include_str!("../../seeds/jinan-city-2018.toml");
    Box::leak(Box::new(source::read(text).expect("the draft reads")))
}

#[test]
fn tasks_of_a_checklist_are_met_one_by_one() {
    let form = form_of(
        checklist(),
        r#"1.status="in-progress" 2.status="met" 11.enterprises=48 44.no-port=true 81.rank-1=12 81.rank-2=3"#,
    );
    let steps = steps(&form, &form.case, HONOUR);
    let told = |task: &str| {
        let id = form.edition.indicator(task).expect("a task");
        let step = steps.iter().find(|step| step.indicator == id)?;
        let numbers: Vec<String> = step.changes.iter().map(|c| format!("{:?}", c.to)).collect();
        Some((step.gain, step.effort, numbers.join(" ")))
    };
    let one = |effort, text: &str| Some((Decimal::ONE, effort, text.to_owned()));
    assert_eq!(told("1"), one(1, "Choice(2)"));
    assert_eq!(told("2"), None);
    assert_eq!(told("3"), one(2, "Choice(2)"));
    assert_eq!(told("11"), one(3, "Count(50) YesNo(true)"));
    assert_eq!(told("15"), one(2, "Figure(80.0001) YesNo(true)"));
    assert_eq!(told("44"), None);
    assert_eq!(told("81"), one(3, "Count(10) Count(1)"));
    assert!(steps.iter().all(|step| step.aim == Aim::Next));

    // One more task: the one in progress is the least work.
    let next = plan(&form, "2");
    assert_eq!((next.before, next.after, next.effort), (Decimal::ONE, Decimal::TWO, 3));
    assert_eq!(next.steps.len(), 1);
    let all = plan(&form, "132");
    assert_eq!((all.highest, all.is_reached()), (Decimal::from(131), false));
    let held: Vec<String> = all.held.iter().map(|h| held_text(form.edition.0, h)).collect();
    let [held] = held.as_slice() else { panic!("{held:?}") };
    assert!(held.starts_with("第 44 项（") && held.ends_with("任务不适用。"), "{held}");
    assert_eq!(gain_text(form.edition.0, Decimal::ONE), "+1 项");

    let scenario = all.scenario("all", None);
    let after = form.score(&form.case.under(&scenario));
    let comparison = compare(form.edition.0, &form.scorecard(), &after);
    assert_eq!(comparison.waterfall().len(), 130);
    let ends = (comparison.waterfall()[0].from, comparison.waterfall()[129].to);
    assert_eq!(ends, (Decimal::ONE, Decimal::from(131)));
    assert_eq!(ends.1, all.after);
}

#[test]
fn two_scorecards_are_compared_part_by_part() {
    let before = form("2.model=true 3.activities=true 12.platform=false");
    let after = form(r#"2.model=true 3.activities=false 12.platform=true 26.handled="95""#);
    let rulebook = before.edition.0;
    let comparison = compare(rulebook, &before.scorecard(), &after.scorecard());
    let differ: Vec<&str> = rulebook
        .indicators
        .iter()
        .zip(&comparison.indicators)
        .filter(|(_, difference)| difference.differs())
        .map(|(indicator, _)| indicator.id)
        .collect();
    assert_eq!(differ, ["3", "12", "26"]);
    let moved = |at: usize| {
        let one = comparison.indicators[at];
        let (before, after) = (one.before.range, one.after.range);
        (shown(after.low - before.low, 4), shown(after.high - before.high, 4))
    };
    assert_eq!(moved(2), ("-1".into(), "-1".into()));
    assert_eq!(moved(11), ("2".into(), "2".into()));
    assert_eq!(moved(25), ("1.6".into(), "-0.4".into()));
    let secured = |one: &ScoreDifference| shown(one.after.range.low - one.before.range.low, 4);
    assert_eq!(secured(&comparison.total), "2.6");
    let dimensions: Vec<String> = comparison.dimensions.iter().map(secured).collect();
    assert_eq!(dimensions, ["-1", "0", "3.6", "0"]);

    let bar = |at, from: &str, to: &str| Bar { at, from: number(from), to: number(to) };
    let bars = [bar(2, "3", "2"), bar(11, "2", "4"), bar(25, "4", "5.6")];
    assert_eq!(comparison.waterfall(), bars);
    let same = compare(rulebook, &before.scorecard(), &before.scorecard());
    assert!(same.waterfall().is_empty() && same.indicators.iter().all(|d| !d.differs()));
}

#[test]
fn less_and_little_are_worded_too() {
    let form = form("");
    let rulebook = form.edition.0;
    for (gain, text) in
        [("0.5", "+0.5 分"), ("-0.4", "−0.4 分"), ("0.389", "约+0.39 分"), ("0.0012", "+0.0012 分")]
    {
        assert_eq!(gain_text(rulebook, number(gain)), text);
    }
    let field = form.edition.field("37.energy-reduction").expect("a field");
    let from = Some(Answer::Figure(number("5")));
    let change = Change { field, from, to: Answer::Figure(number("4.5")) };
    assert!(changes_text(rulebook, &[change]).ends_with("：降到 4.5%"));
    for far in [Decimal::MIN, Decimal::MAX] {
        let text = far.to_string();
        assert_eq!(plan(&form, &text).is_reached(), far == Decimal::MIN);
    }
    let done = plan(&form, "0");
    assert_eq!(plan_text(rulebook, &done), "已经达到目标，不需要改动。");
    let some = plan(&form, "2");
    assert_eq!(plan_text(rulebook, &some), "改动 1 处，工作量 3，可以确保 2 分（+2 分）。");
}

#[test]
fn figures_of_past_years_stay_unless_released() {
    let form = read(include_str!("../../seeds/sample-county.qiangxian.json")).expect("the sample");
    let rulebook = form.edition.0;
    let all = PlanSettings { target: Some(Decimal::ONE_HUNDRED), ..PlanSettings::default() };
    let mut released = all.clone();
    let past: Vec<_> = rulebook.field_ids().filter(|field| rulebook[*field].past).collect();
    assert!(!past.is_empty());
    past.iter().for_each(|field| released.release(*field, true));
    let plan = |settings: &PlanSettings| {
        let wish = Wish::of(settings, rulebook).expect("a target");
        cheapest(&form, &form.case, &wish, HONOUR)
    };
    let (held, free) = (plan(&all), plan(&released));
    assert!(held.changes().all(|change| !past.contains(&change.field)));
    assert!(free.changes().any(|change| past.contains(&change.field)));
    assert!(held.highest < free.highest);
    let closed = |reason: &Reason| matches!(reason, Reason::Closed(_));
    assert!(held.held.iter().any(|held| held.reasons.iter().any(closed)));
    assert!(!free.held.iter().any(|held| held.reasons.iter().any(closed)));
}

#[test]
fn a_plan_leaves_the_page_with_units_and_deadlines() {
    let form = read(include_str!("../../seeds/sample-county.qiangxian.json")).expect("the sample");
    let card = form.scorecard();
    let plan = cheapest(&form, &form.case, &wish("90"), HONOUR);
    let day = Day::new(2022, 7, 1).expect("a day");
    let desk = Desk::new(&form, &form.case, &card, day);
    let lines = lines(&desk, &plan.steps);
    assert!(!lines.is_empty());
    assert!(lines.iter().all(|line| !line.units.is_empty() && !line.deadline.is_empty()));
    let table = plan_table(&form, Some("甲"), &plan, &lines);
    assert_eq!(table.title, "示例县 2022 年 提分方案：达到 90 分（假设：情景「甲」）");
    assert_eq!(table.rows.len(), lines.len());
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
    assert!(!plan_table(&form, None, &plan, &lines).title.contains("假设"));
}
