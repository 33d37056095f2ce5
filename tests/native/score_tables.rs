//! Every indicator of `shandong-county-2022` at, below and above each of its
//! thresholds. The figures are worked out from the document by hand.

use qiangxian::form::{Form, read};
use qiangxian::score::{Ground, Scorecard, shown};
use qiangxian::text::form_problem;

/// A form from a short notation: answers as `field=JSON`, later ones replacing
/// earlier ones; references as `metric@worst..best` (an end may be missing) or
/// `metric@value,value`; `base:0`, `year:2024`. Blanks separate.
#[track_caller]
fn form(written: &str) -> Form {
    let (mut answers, mut references) = (Vec::<(&str, &str)>::new(), Vec::new());
    let mut rest = String::new();
    // Not every kind of blank: some stand inside the texts under test.
    for part in written.split([' ', '\n']).filter(|part| !part.is_empty()) {
        if let Some((field, value)) = part.split_once('=') {
            answers.retain(|(earlier, _)| *earlier != field);
            answers.push((field, value));
        } else if let Some((metric, values)) = part.split_once('@') {
            references.push(reference(metric, values));
        } else if let Some(base) = part.strip_prefix("base:") {
            rest += &format!(r#","method":{{"base":"{base}"}}"#);
        } else if let Some(year) = part.strip_prefix("year:") {
            rest += &format!(r#","year":{year}"#);
        } else {
            panic!("neither answer nor reference: {part}");
        }
    }
    let answers: Vec<String> = answers.iter().map(|(f, v)| format!(r#""{f}":{v}"#)).collect();
    let text = format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022"{rest},
        "answers":{{{}}},"references":{{{}}}}}"#,
        answers.join(","),
        references.join(",")
    );
    read(&text).unwrap_or_else(|problem| panic!("{}\n{text}", form_problem(&problem)))
}

fn reference(metric: &str, values: &str) -> String {
    let Some((worst, best)) = values.split_once("..") else {
        let peers: Vec<String> = values.split(',').map(|v| format!(r#""{v}""#)).collect();
        return format!(r#""{metric}":{{"peers":[{}]}}"#, peers.join(","));
    };
    let ends = [("unacceptable", worst), ("satisfactory", best)];
    let ends = ends.iter().filter(|(_, value)| !value.is_empty());
    let ends: Vec<String> = ends.map(|(end, value)| format!(r#""{end}":"{value}""#)).collect();
    format!(r#""{metric}":{{{}}}"#, ends.join(","))
}

/// Low, points and high of an indicator, to all the decimals that points have.
fn figures(card: &Scorecard, form: &Form, indicator: &str) -> (String, String, String) {
    let id = form.edition.indicator(indicator).expect("an indicator");
    let range = card.indicators[id.0 as usize].range;
    (shown(range.low, 10), shown(range.points(), 10), shown(range.high, 10))
}

#[track_caller]
fn check(written: &str, indicator: &str, expected: (&str, &str, &str)) {
    let form = form(written);
    let (low, points, high) = figures(&form.scorecard(), &form, indicator);
    assert_eq!((&*low, &*points, &*high), expected, "indicator {indicator}: {written}");
}

/// Nothing is open: the three figures are one.
#[track_caller]
fn exact(written: &str, indicator: &str, points: &str) {
    check(written, indicator, (points, points, points));
}

/// The same answers and references, with one more part each time.
#[track_caller]
fn each(fixed: &str, indicator: &str, cases: &[(&str, &str)]) {
    for (part, points) in cases {
        exact(&format!("{fixed} {part}"), indicator, points);
    }
}

#[test]
fn a_blank_form_may_still_give_everything() {
    let form = form("");
    let card = form.scorecard();
    assert_eq!(card.indicators.len(), 43);
    for (indicator, score) in form.edition.indicators.iter().zip(&card.indicators) {
        assert_eq!(shown(score.range.low, 10), "0", "{}", indicator.id);
        assert_eq!(score.range.high, indicator.points, "{}", indicator.id);
    }
    assert_eq!(shown(card.total.range.high, 10), "100");
}

#[test]
fn nothing_done_gives_nothing_and_everything_done_gives_everything() {
    // What the document deducts, leaves out or does not reach is 0 throughout,
    // efficacy scores too when all are at or below a far unacceptable value.
    let worst = include_str!("../data/scored/nothing.qiangxian.json");
    let best = include_str!("../data/scored/everything.qiangxian.json");
    for (text, total) in [(worst, "0"), (best, "100")] {
        let card = read(text).expect("a form").scorecard();
        assert_eq!(shown(card.total.range.low, 10), total);
        assert_eq!(shown(card.total.range.high, 10), total);
    }
}

// 质量发展理念 (12)

#[test]
fn i1_asks_for_both() {
    check("", "1", ("0", "0", "2"));
    check("1.slogan=true", "1", ("0", "0", "2"));
    check("1.document=true", "1", ("0", "0", "2"));
    exact("1.slogan=false", "1", "0");
    exact("1.document=false", "1", "0");
    exact("1.slogan=true 1.document=false", "1", "0");
    exact("1.slogan=true 1.document=true", "1", "2");
}

#[test]
fn i2_model() {
    each("", "2", &[("2.model=false", "0"), ("2.model=true", "2")]);
}

#[test]
fn i3_activities_and_publicity() {
    check("3.activities=true", "3", ("1", "1", "2"));
    check("3.publicity=false", "3", ("0", "0", "1"));
    exact("3.activities=true 3.publicity=false", "3", "1");
    exact("3.activities=false 3.publicity=true", "3", "1");
    exact("3.activities=true 3.publicity=true", "3", "2");
    exact("3.activities=false 3.publicity=false", "3", "0");
}

#[test]
fn i4_honours_and_media_each_to_a_limit_and_together_to_4() {
    let none = "4.honor-national=0 4.honor-provincial=0 4.honor-city=0
        4.media-national=0 4.media-provincial=0";
    each(
        none,
        "4",
        &[
            ("", "0"),
            ("4.honor-national=1", "2"),
            ("4.honor-national=2", "4"),
            ("4.honor-national=3", "4"),
            ("4.honor-provincial=1", "1"),
            ("4.honor-provincial=2", "2"),
            ("4.honor-provincial=3", "2"),
            ("4.honor-city=1", "0.5"),
            ("4.honor-city=2", "1"),
            ("4.honor-city=3", "1"),
            ("4.media-national=1", "1"),
            ("4.media-national=2", "2"),
            ("4.media-national=3", "2"),
            ("4.media-provincial=1", "0.5"),
            ("4.media-provincial=2", "1"),
            ("4.media-provincial=999999999", "1"),
            // Together: 2 + 1 + 0.5, 2 + 1 + 1, 2 + 1 + 2, 1 + 0.5 + 1 + 0.5.
            ("4.honor-provincial=2 4.honor-city=2 4.media-provincial=1", "3.5"),
            ("4.honor-provincial=2 4.honor-city=2 4.media-national=1", "4"),
            ("4.honor-provincial=2 4.honor-city=2 4.media-national=2", "4"),
            ("4.honor-provincial=1 4.honor-city=1 4.media-national=1 4.media-provincial=1", "3"),
        ],
    );
    check("4.honor-national=1", "4", ("2", "2", "4"));
    check("4.honor-national=2", "4", ("4", "4", "4"));
    check("4.honor-national=0 4.honor-provincial=0 4.media-national=0", "4", ("0", "0", "2"));
}

#[test]
fn i5_best_event_once() {
    each(
        "",
        "5",
        &[
            ("5.event=\"none\"", "0"),
            ("5.event=\"provincial\"", "1"),
            ("5.event=\"national\"", "2"),
        ],
    );
}

// 质量发展保障 (15)

#[test]
fn i6_body_and_highest_attendee() {
    each(
        "6.body=true",
        "6",
        &[
            ("6.attended=\"none\"", "2"),
            ("6.attended=\"other-leader\"", "2.5"),
            ("6.attended=\"mayor\"", "3"),
            ("6.attended=\"secretary\"", "4"),
        ],
    );
    exact("6.body=false 6.attended=\"secretary\"", "6", "2");
    check("6.body=true", "6", ("2", "2", "4"));
    check("6.attended=\"other-leader\"", "6", ("0.5", "0.5", "2.5"));
}

#[test]
fn i7_i8_i13_i16_i23_i24_are_two_halves() {
    for (indicator, first, second, half, whole) in [
        ("7", "7.plan", "7.mobilisation", "1", "2"),
        ("8", "8.policy", "8.joint-penalty", "0.5", "1"),
        ("13", "13.in-plan", "13.policy", "0.5", "1"),
        ("16", "16.mechanism", "16.test-centre", "1", "2"),
        ("23", "23.policy", "23.inspection", "0.5", "1"),
        ("24", "24.exchange", "24.training", "0.5", "1"),
    ] {
        exact(&format!("{first}=true {second}=true"), indicator, whole);
        exact(&format!("{first}=true {second}=false"), indicator, half);
        exact(&format!("{first}=false {second}=true"), indicator, half);
        exact(&format!("{first}=false {second}=false"), indicator, "0");
        check(&format!("{first}=true"), indicator, (half, half, whole));
        check(&format!("{second}=false"), indicator, ("0", "0", half));
    }
}

#[test]
fn i9_half_a_point_off_for_each_missing_field_of_work() {
    let all = [
        "quality-development",
        "quality-supervision",
        "standards",
        "metrology",
        "inspection-testing",
        "certification",
        "brand",
        "credit",
        "trademark-patent",
    ];
    let points = ["0", "0", "0", "0", "0.5", "1", "1.5", "2", "2.5", "3"];
    for (funded, points) in points.iter().enumerate() {
        let options: Vec<String> = all[..funded].iter().map(|o| format!("\"{o}\"")).collect();
        exact(&format!("9.funded=[{}]", options.join(",")), "9", points);
    }
}

#[test]
fn i10_share_of_quality_spending_and_its_change() {
    // 5.81 % between 6 % and 12 %: d = 60 + 40 × (−0.19) ÷ 6 = 58.7333…
    let share = "10.quality-spend=\"5.81\" 10.public-spend=\"100\" 10.share@6..12";
    check(share, "10", ("0.5873333333", "0.5873333333", "1.5873333333"));
    // Before: 5 %. Change 16.2 %, in the middle of 0 and 32.4: d = 80.
    let change = "10.quality-spend-prev=\"5\" 10.public-spend-prev=\"100\"";
    exact(&format!("{share} {change} 10.share-change@0..32.4"), "10", "1.3873333333");
    // The change of the share, not of the spending: 10 of 400 after 5 of 100.
    let halved = "10.quality-spend=\"10\" 10.public-spend=\"400\"";
    // 2.5 % is full, −50 % between −100 and 0 is d = 80.
    let ends = "10.share@1..2.5 10.share-change@-100..0";
    exact(&format!("{halved} {change} {ends}"), "10", "1.8");
    // A third: −66.6666666667 %, rounded to 10 decimals before it is scored.
    let third = "10.quality-spend=\"5\" 10.public-spend=\"300\"";
    let ends = "10.share@0..1 10.share-change@-66.6666666667..0";
    exact(&format!("{third} {change} {ends} base:0"), "10", "1");
    // No spending before, or none of the public: there is no change to speak of.
    let open = ("0.5873333333", "0.5873333333", "1.5873333333");
    let change = "10.share-change@0..32.4";
    for before in ["0 5", "5 0", "0 0"] {
        let (quality, public) = before.split_once(' ').expect("two figures");
        let before =
            format!("10.quality-spend-prev=\"{quality}\" 10.public-spend-prev=\"{public}\"");
        check(&format!("{share} {change} {before}"), "10", open);
    }
    let none = "10.quality-spend=\"5\" 10.public-spend=\"0\" 10.share@6..12";
    check(none, "10", ("0", "0", "2"));
}

#[test]
fn i11_one_point_a_policy() {
    each(
        "",
        "11",
        &[
            ("11.policies=[]", "0"),
            ("11.policies=[\"brand\"]", "1"),
            ("11.policies=[\"brand\",\"development\"]", "2"),
            ("11.policies=[\"brand\",\"development\",\"improvement\"]", "3"),
        ],
    );
}

// 质量发展基础 (31)

#[test]
fn i12_platform() {
    each("", "12", &[("12.platform=false", "0"), ("12.platform=true", "2")]);
}

#[test]
fn i14_standards_by_brackets() {
    let none = "14.international=0 14.national-lead=0 14.national-join=0 14.provincial-lead=0";
    each(
        none,
        "14",
        &[
            ("", "0"),
            ("14.international=1", "2"),
            ("14.international=2", "2"),
            ("14.national-lead=1", "0.5"),
            ("14.national-lead=2", "1"),
            ("14.national-lead=3", "1"),
            ("14.national-join=1", "0.25"),
            ("14.national-join=2", "0.25"),
            ("14.national-join=3", "0.5"),
            ("14.national-join=4", "0.5"),
            ("14.provincial-lead=1", "0.5"),
            ("14.provincial-lead=2", "0.5"),
            ("14.provincial-lead=3", "1"),
            ("14.provincial-lead=4", "1"),
            // 2 + 1 + 0.25 + 0.5, and 2 + 1 + 0.5 + 1 held to 4.
            (
                "14.international=1 14.national-lead=2 14.national-join=1 14.provincial-lead=1",
                "3.75",
            ),
            ("14.international=1 14.national-lead=2 14.national-join=3 14.provincial-lead=3", "4"),
        ],
    );
    check("14.international=0", "14", ("0", "0", "2.5"));
    check("14.provincial-lead=3", "14", ("1", "1", "4"));
}

#[test]
fn i15_committees_and_pilots() {
    let none = "15.international-committee=0 15.national-secretariat=0
        15.provincial-secretariat=0 15.national-pilot=0 15.provincial-pilot=0";
    each(
        none,
        "15",
        &[
            ("", "0"),
            ("15.international-committee=1", "2"),
            ("15.international-committee=2", "3"),
            ("15.national-secretariat=1", "1.5"),
            ("15.national-secretariat=2", "3"),
            ("15.national-secretariat=3", "3"),
            ("15.provincial-secretariat=1", "1"),
            ("15.provincial-secretariat=2", "2"),
            ("15.provincial-secretariat=3", "2"),
            ("15.national-pilot=1", "1"),
            ("15.national-pilot=2", "1"),
            ("15.national-pilot=3", "2"),
            ("15.national-pilot=4", "2"),
            ("15.provincial-pilot=1", "0.5"),
            ("15.provincial-pilot=4", "0.5"),
            ("15.provincial-pilot=5", "1"),
            ("15.provincial-pilot=6", "1"),
            ("15.national-secretariat=1 15.provincial-pilot=4", "2"),
            ("15.national-secretariat=1 15.provincial-secretariat=1", "2.5"),
            ("15.national-pilot=3 15.provincial-pilot=5", "3"),
            ("15.national-pilot=3 15.provincial-pilot=5 15.provincial-secretariat=1", "3"),
        ],
    );
    check("15.international-committee=0 15.national-secretariat=0", "15", ("0", "0", "3"));
}

#[test]
fn i17_full_coverage_or_nothing() {
    for field in ["17.mandatory-coverage", "17.verification", "17.energy-review"] {
        check(&format!("{field}=\"100\""), "17", ("1", "1", "3"));
        check(&format!("{field}=\"100.0000\""), "17", ("1", "1", "3"));
        check(&format!("{field}=\"99.9999\""), "17", ("0", "0", "2"));
        check(&format!("{field}=\"0\""), "17", ("0", "0", "2"));
    }
}

#[test]
fn i18_metrology_for_enterprises_integrity_and_the_people() {
    // The middle part alone: the two others are answered no.
    let fixed = "18.enterprise-policy=false 18.benefit-activity=false";
    let both = "18.integrity-policy=true 18.integrity-activity=true";
    each(
        &format!("{fixed} {both}"),
        "18",
        &[
            ("18.demo-streets=0 18.demo-units=0", "0.5"),
            ("18.demo-streets=0 18.demo-units=100", "0.5"),
            ("18.demo-streets=1 18.demo-units=99", "0.5"),
            ("18.demo-streets=1 18.demo-units=100", "1"),
            ("18.demo-streets=2 18.demo-units=101", "1"),
        ],
    );
    let enough = "18.demo-streets=1 18.demo-units=100";
    exact(&format!("{fixed} {enough} 18.integrity-policy=false"), "18", "0");
    exact(&format!("{fixed} {enough} 18.integrity-activity=false"), "18", "0");
    check(&format!("{fixed} {enough}"), "18", ("0", "0", "1"));
    check(&format!("{fixed} {enough} 18.integrity-policy=true"), "18", ("0", "0", "1"));
    check(&format!("{fixed} 18.demo-units=99"), "18", ("0", "0", "0.5"));
    check(&format!("{fixed} {both}"), "18", ("0.5", "0.5", "1"));
    check(&format!("{fixed} {both} 18.demo-streets=1"), "18", ("0.5", "0.5", "1"));
    exact(&format!("{fixed} {both} 18.demo-streets=0"), "18", "0.5");
    check("18.enterprise-policy=true", "18", ("0.5", "0.5", "2"));
    check("18.benefit-activity=false", "18", ("0", "0", "1.5"));
    let others = "18.enterprise-policy=true 18.benefit-activity=true";
    exact(&format!("{others} {both} {enough}"), "18", "2");
}

#[test]
fn i19_i20_number_and_growth() {
    for (indicator, now, before, number, growth) in [
        ("19", "19.helped", "19.helped-prev", "19.number", "19.growth"),
        ("20", "20.certificates", "20.certificates-prev", "20.number", "20.growth"),
    ] {
        let ends = format!("{number}@0..200 {growth}@0..50");
        // 100 in the middle of 0 and 200; 25 % in the middle of 0 and 50.
        exact(&format!("{ends} {now}=100 {before}=80"), indicator, "1.6");
        exact(&format!("{ends} {now}=100 {before}=80 base:0"), indicator, "1");
        exact(&format!("{ends} {now}=200 {before}=100"), indicator, "2");
        // −50 %: d = 60 − 40 = 20; 50 of 200: d = 70.
        exact(&format!("{ends} {now}=50 {before}=100"), indicator, "0.9");
        // Nothing before, or not known: no growth.
        check(&format!("{ends} {now}=100 {before}=0"), indicator, ("0.8", "0.8", "1.8"));
        check(&format!("{ends} {now}=100"), indicator, ("0.8", "0.8", "1.8"));
        check(&format!("{ends} {before}=100"), indicator, ("0", "0", "2"));
        check(&format!("{now}=100 {before}=80"), indicator, ("0", "0", "2"));
        // A third less: −33.3333333333 %, short of the end by less than 10 decimals show.
        let third = format!("{number}@0..2 {growth}@-50..-33.3333333333");
        exact(&format!("{third} {now}=2 {before}=3"), indicator, "2");
    }
}

#[test]
fn i21_one_point_off_for_each_missing_plan() {
    each(
        "",
        "21",
        &[
            ("21.plans=[]", "0"),
            ("21.plans=[\"food\"]", "0"),
            ("21.plans=[\"food\",\"drugs\",\"environment\"]", "0"),
            ("21.plans=[\"food\",\"drugs\",\"environment\",\"key-products\"]", "1"),
            (
                "21.plans=[\"food\",\"drugs\",\"environment\",\"key-products\",\"production-safety\"]",
                "2",
            ),
        ],
    );
}

#[test]
fn i22_channel() {
    each("", "22", &[("22.channel=false", "0"), ("22.channel=true", "1")]);
}

#[test]
fn i25_injuries_and_recalls() {
    let none = "25.recall-system=false 25.recall-policy=false";
    each(
        none,
        "25",
        &[
            ("25.injury-monitoring=\"none\"", "0"),
            ("25.injury-monitoring=\"exploring\"", "0.5"),
            ("25.injury-monitoring=\"running\"", "1"),
            ("25.injury-monitoring=\"running\" 25.recall-system=true", "1.5"),
            ("25.injury-monitoring=\"running\" 25.recall-policy=true", "1.5"),
            ("25.injury-monitoring=\"none\" 25.recall-system=true 25.recall-policy=true", "1"),
        ],
    );
    check("25.recall-system=true", "25", ("0.5", "0.5", "2"));
}

#[test]
fn i26_nothing_below_90_then_by_efficacy() {
    each(
        "",
        "26",
        &[
            ("26.handled=\"0\"", "0"),
            ("26.handled=\"89.9999\"", "0"),
            ("26.handled=\"90\"", "1.2"),
            ("26.handled=\"90.0001\"", "1.200008"),
            ("26.handled=\"95\"", "1.6"),
            // The contract's sample.
            ("26.handled=\"96.5\"", "1.72"),
            ("26.handled=\"99.9999\"", "1.999992"),
            ("26.handled=\"100\"", "2"),
            ("26.handled=\"90\" base:0", "0"),
            ("26.handled=\"95\" base:0", "1"),
            // An end that is set replaces that end alone.
            ("26.handled=\"95\" 26.handled@..95", "2"),
            ("26.handled=\"92.5\" 26.handled@..95", "1.6"),
            ("26.handled=\"90\" 26.handled@80..", "1.6"),
            ("26.handled=\"89.9999\" 26.handled@80..", "0"),
            ("26.handled=\"90\" 26.handled@95..", "0.4"),
            // Below 90 is 0 whatever the references.
            ("26.handled=\"85\" 26.handled@50..80", "0"),
            ("26.handled=\"90\" 26.handled@50..80", "2"),
            ("26.handled=\"95\" 26.handled@98,92,94", "1.6"),
            ("26.handled=\"89\" 26.handled@92", "0"),
        ],
    );
    // One value of peers makes no reference, although there is a default.
    check("26.handled=\"95\" 26.handled@92", "26", ("0", "0", "2"));
    check("26.handled=\"95\" 26.handled@92,92.0", "26", ("0", "0", "2"));
}

#[test]
fn i27_analysis() {
    each(
        "",
        "27",
        &[
            ("27.analysis=\"none\"", "0"),
            ("27.analysis=\"irregular\"", "0.5"),
            ("27.analysis=\"published\"", "1"),
        ],
    );
}

// 质量发展成效 (42) and 荣誉奖励 (9)

#[test]
fn i28_supervision_money_per_head() {
    // 1 元/人 is full, although no unacceptable value is known.
    exact("28.supervision-funding=\"100\" base.population=\"100\"", "28", "1");
    exact("28.supervision-funding=\"100.0001\" base.population=\"100\"", "28", "1");
    check("28.supervision-funding=\"99.9999\" base.population=\"100\"", "28", ("0", "0", "1"));
    each(
        "base.population=\"100\"",
        "28",
        &[
            ("28.supervision-funding=\"50\" 28.per-capita@0..", "0.8"),
            ("28.supervision-funding=\"50\" 28.per-capita@0.5..", "0.6"),
            ("28.supervision-funding=\"25\" 28.per-capita@0.5..", "0.4"),
            ("28.supervision-funding=\"0\" 28.per-capita@0.5..", "0.2"),
            ("28.supervision-funding=\"0\" 28.per-capita@0.6..", "0"),
            ("28.supervision-funding=\"0\" 28.per-capita@0.9..", "0"),
            ("28.supervision-funding=\"50\" 28.per-capita@0.. base:0", "0.5"),
            ("28.supervision-funding=\"100\" 28.per-capita@0..2", "0.8"),
            ("28.supervision-funding=\"200\" 28.per-capita@..2", "1"),
        ],
    );
    check("28.supervision-funding=\"50\" base.population=\"0\"", "28", ("0", "0", "1"));
    check("28.supervision-funding=\"50\"", "28", ("0", "0", "1"));
    check(
        "28.supervision-funding=\"200\" base.population=\"100\" 28.per-capita@1",
        "28",
        ("0", "0", "1"),
    );
}

#[test]
fn i29_i30_created_and_kept() {
    for indicator in ["29", "30"] {
        let (created, kept) = (format!("{indicator}.created"), format!("{indicator}.kept"));
        exact(&format!("{created}=true {kept}=true"), indicator, "2");
        exact(&format!("{created}=true {kept}=false"), indicator, "0");
        exact(&format!("{created}=false"), indicator, "0");
        check(&format!("{created}=true"), indicator, ("0", "0", "2"));
        check(&format!("{kept}=true"), indicator, ("0", "0", "2"));
    }
}

#[test]
fn i31_i32_full_coverage_or_nothing() {
    for (indicator, field, points) in [("31", "31.coverage", "1"), ("32", "32.green-design", "2")] {
        exact(&format!("{field}=\"100\""), indicator, points);
        exact(&format!("{field}=\"99.9999\""), indicator, "0");
        exact(&format!("{field}=\"0\""), indicator, "0");
    }
}

#[test]
fn i33_bases_by_efficacy() {
    check("33.bases=3", "33", ("0", "0", "2"));
    check("33.bases@0..4", "33", ("0", "0", "2"));
    // At or beyond the satisfactory value the other end is not needed.
    exact("33.bases=3 33.bases@..3", "33", "2");
    exact("33.bases=4 33.bases@..3", "33", "2");
    check("33.bases=2 33.bases@..3", "33", ("0", "0", "2"));
    check("33.bases=2 33.bases@3..", "33", ("0", "0", "2"));
    each(
        "33.bases@0,1,4,2",
        "33",
        &[
            ("33.bases=0", "1.2"),
            ("33.bases=1", "1.4"),
            ("33.bases=2", "1.6"),
            ("33.bases=4", "2"),
            ("33.bases=5", "2"),
            ("33.bases=1 base:0", "0.5"),
        ],
    );
    // d is held to 0: 60 + 40 × (x − 3).
    each(
        "33.bases@3..4",
        "33",
        &[("33.bases=3", "1.2"), ("33.bases=2", "0.4"), ("33.bases=1", "0"), ("33.bases=0", "0")],
    );
    each("33.bases@3..4 base:0", "33", &[("33.bases=3", "0"), ("33.bases=2", "0")]);
}

#[test]
fn i34_system_and_all_sites_online() {
    exact("34.system=true 34.online=\"100\"", "34", "2");
    exact("34.system=true 34.online=\"99.9999\"", "34", "0");
    exact("34.online=\"99.9999\"", "34", "0");
    exact("34.system=false", "34", "0");
    check("34.system=true", "34", ("0", "0", "2"));
    check("34.online=\"100\"", "34", ("0", "0", "2"));
}

#[test]
fn i35_share_of_services() {
    // 50 % between 30 and 62.5: d = 60 + 40 × 20 ÷ 32.5 = 84.615384…
    let ends = "35.share@30..62.5";
    each(
        &format!("{ends} base.gdp=\"1000\""),
        "35",
        &[
            ("35.services=\"500\"", "2.5384615385"),
            ("35.services=\"300\"", "1.8"),
            ("35.services=\"625\"", "3"),
            ("35.services=\"624.9999\"", "2.9999996308"),
            // 60 − 40 × 30 ÷ 32.5 = 23.076923…
            ("35.services=\"0\"", "0.6923076923"),
        ],
    );
    check(&format!("{ends} 35.services=\"500\" base.gdp=\"0\""), "35", ("0", "0", "3"));
    check(&format!("{ends} 35.services=\"500\""), "35", ("0", "0", "3"));
    check(&format!("{ends} base.gdp=\"1000\""), "35", ("0", "0", "3"));
}

#[test]
fn a_metric_beyond_a_billion_is_not_believed() {
    let ends = "35.share@0..1";
    exact(&format!("{ends} 35.services=\"1000000\" base.gdp=\"0.1\""), "35", "3");
    check(&format!("{ends} 35.services=\"1000000.0001\" base.gdp=\"0.1\""), "35", ("0", "0", "3"));
    check(
        &format!("{ends} 35.services=\"999999999.9999\" base.gdp=\"0.0001\""),
        "35",
        ("0", "0", "3"),
    );
}

#[test]
fn i36_number_and_revenue_on_average() {
    let ends = "36.enterprises@0..100 36.revenue@0..100";
    exact(&format!("{ends} 36.enterprises=50 36.revenue=\"100\""), "36", "2.7");
    exact(&format!("{ends} 36.enterprises=0 36.revenue=\"0\""), "36", "1.8");
    check(&format!("{ends} 36.enterprises=50"), "36", ("1.2", "1.2", "2.7"));
    check(&format!("{ends} 36.revenue=\"100\""), "36", ("1.5", "1.5", "3"));
}

#[test]
fn i37_energy_reduction_may_be_negative() {
    each(
        "37.energy-reduction@0..2",
        "37",
        &[
            ("37.energy-reduction=\"-3.0001\"", "0"),
            ("37.energy-reduction=\"-3\"", "0"),
            ("37.energy-reduction=\"-2.9999\"", "0.00006"),
            ("37.energy-reduction=\"-1\"", "1.2"),
            ("37.energy-reduction=\"0\"", "1.8"),
            ("37.energy-reduction=\"1\"", "2.4"),
            ("37.energy-reduction=\"1.9999\"", "2.99994"),
            ("37.energy-reduction=\"2\"", "3"),
            ("37.energy-reduction=\"2.0001\"", "3"),
        ],
    );
    exact("37.energy-reduction=\"-1\" 37.energy-reduction@-3..1 base:0", "37", "1.5");
}

/// The example of the specification: 5.81 between 6 and 12, base 60.
#[test]
fn the_worked_example_is_58_7333() {
    let form = form("37.energy-reduction=\"5.81\" 37.energy-reduction@6..12");
    let card = form.scorecard();
    let id = form.edition.indicator("37").expect("an indicator");
    let Ground::Efficacy(how) = &card.indicators[id.0 as usize].findings[0].ground else {
        panic!("no efficacy score");
    };
    assert_eq!(shown(how.coefficient.expect("a coefficient"), 20), "58.73333333333333333333");
    assert_eq!(figures(&card, &form, "37").0, "1.762");
}

#[test]
fn i38_air_is_weighted_first_and_scored_then() {
    let ends = "38.air@30..46";
    // 0.4 × 80 ± 0.6 × 10 = 38 and 26.
    exact(&format!("{ends} 38.good-days=\"80\" 38.pm25-improvement=\"10\""), "38", "2.4");
    exact(&format!("{ends} 38.good-days=\"80\" 38.pm25-improvement=\"-10\""), "38", "1.5");
    exact(&format!("{ends} 38.good-days=\"100\" 38.pm25-improvement=\"10\""), "38", "3");
    check(&format!("{ends} 38.good-days=\"80\""), "38", ("0", "0", "3"));
    check(&format!("{ends} 38.pm25-improvement=\"100\""), "38", ("0", "0", "3"));
}

#[test]
fn i39_i40_i41_by_efficacy() {
    exact("39.hightech-share=\"40\" 39.hightech-share@20..60", "39", "1.6");
    exact("39.hightech-share=\"60\" 39.hightech-share@20..60", "39", "2");
    exact("40.patents=500 base.population=\"100\" 40.per-10k@0..10", "40", "1.6");
    exact("40.patents=1000 base.population=\"100\" 40.per-10k@..10", "40", "2");
    check("40.patents=500 base.population=\"0\" 40.per-10k@0..10", "40", ("0", "0", "2"));
    exact("41.technology-trade=\"30\" base.gdp=\"1000\" 41.trade-share@1..5", "41", "1.6");
    check("41.technology-trade=\"30\" 41.trade-share@1..5", "41", ("0", "0", "2"));
}

#[test]
fn i42_awards_are_weighed_joint_ones_by_half() {
    let prizes = [
        ("42.national-first", "0.225", "0.1125"),
        ("42.national-second", "0.15", "0.075"),
        ("42.provincial-first", "0.15", "0.075"),
        ("42.provincial-second", "0.075", "0.0375"),
        ("42.provincial-third", "0.0375", "0.01875"),
    ];
    let none: String =
        prizes.iter().map(|(prize, ..)| format!("{prize}=0 {prize}-joint=0 ")).collect();
    // With base 0 between 0 and 40 an award of n gives 3 × n ÷ 40.
    let fixed = format!("{none} 42.awards@0..40 base:0");
    exact(&fixed, "42", "0");
    for (prize, first, joint) in prizes {
        exact(&format!("{fixed} {prize}=1"), "42", first);
        exact(&format!("{fixed} {prize}-joint=1"), "42", joint);
    }
    // One of each: (3 + 2 + 2 + 1 + 0.5) × 1.5 = 12.75, half of 25.5.
    let one: String =
        prizes.iter().map(|(prize, ..)| format!("{prize}=1 {prize}-joint=1 ")).collect();
    exact(&format!("{one} 42.awards@0..25.5"), "42", "2.4");
    // One prize not answered: unknown, although what is known would be enough.
    let open = one.replace("42.provincial-third-joint=1", "");
    check(&format!("{open} 42.awards@0..1"), "42", ("0", "0", "3"));
}

/// Honours as `title recipient level year`, `_` for a blank cell.
#[track_caller]
fn honours(rows: &[&str], points: &str) {
    honours_in("", rows, points);
}

#[track_caller]
fn honours_in(rest: &str, rows: &[&str], points: &str) {
    let mut list = Vec::new();
    for row in rows {
        let cells = row.split(' ').zip(["title", "recipient", "level", "year"]);
        let cells = cells.filter(|(cell, _)| *cell != "_").map(|(cell, key)| match key {
            "year" => format!(r#""{key}":{cell}"#),
            _ => format!(r#""{key}":"{cell}""#),
        });
        list.push(format!("{{{}}}", cells.collect::<Vec<_>>().join(",")));
    }
    exact(&format!("{rest} 43.honours=[{}]", list.join(",")), "43", points);
}

#[test]
fn i43_three_for_each_national_two_for_each_provincial() {
    honours(&[], "0");
    honours(&["奖 甲 national 2021"], "3");
    honours(&["奖 甲 provincial 2021"], "2");
    honours(&["奖 甲 national 2021", "章 甲 provincial 2021"], "5");
    honours(&["奖 甲 national 2021", "奖 乙 national 2021", "奖 丙 provincial 2021"], "8");
    honours(&["奖 甲 national 2021", "奖 乙 national 2021", "奖 丙 national 2021"], "9");
    honours(
        &[
            "奖 甲 national 2021",
            "奖 乙 national 2021",
            "奖 丙 national 2021",
            "奖 丁 national 2021",
        ],
        "9",
    );
}

#[test]
fn i43_years() {
    for (year, points) in [(2018, "0"), (2019, "2"), (2021, "2"), (2022, "0"), (2023, "0")] {
        honours(&[&format!("奖 甲 provincial {year}")], points);
    }
    for (year, points) in [(2020, "0"), (2021, "2"), (2023, "2"), (2024, "0")] {
        honours_in("year:2024", &[&format!("奖 甲 provincial {year}")], points);
    }
    // These two count whatever their year, a nomination does not.
    for title in ["中国质量奖", "省长质量奖", "山东省省长质量奖"] {
        for year in [1949, 2016, 2022, 2100] {
            honours(&[&format!("{title} 甲 provincial {year}")], "2");
        }
    }
    honours(&["中国质量奖提名奖 甲 national 2018"], "0");
    honours(&["中国质量奖提名奖 甲 national 2019"], "3");
}

#[test]
fn i43_an_incomplete_row_counts_nothing() {
    honours(&["_ 甲 national 2021"], "0");
    honours(&["奖 _ national 2021"], "0");
    honours(&["奖 甲 _ 2021"], "0");
    honours(&["奖 甲 national _"], "0");
    honours(&["\u{3000} 甲 national 2021"], "0");
    honours(&["奖 甲 _ 2021", "奖 甲 provincial 2020"], "2");
    honours(&["中国质量奖 甲 national _"], "0");
}

#[test]
fn i43_the_same_honour() {
    // Typed twice: once. Each different year: once each.
    honours(&["奖 甲 national 2021", "奖 甲 national 2021"], "3");
    honours(&["奖 甲 national 2020", "奖 甲 national 2021"], "6");
    // At both levels: the provincial ones count nothing, whatever their years.
    honours(&["奖 甲 provincial 2020", "奖 甲 national 2021", "奖 甲 provincial 2021"], "3");
    // Another recipient or another title is another honour.
    honours(&["奖 甲 national 2021", "奖 乙 provincial 2021"], "5");
    honours(&["奖 甲 national 2021", "章 甲 provincial 2021"], "5");
    // A national one that is out of years does not stand in the way.
    honours(&["奖 甲 national 2018", "奖 甲 provincial 2021"], "2");
    // Two names of one award.
    honours(&["省长质量奖 甲 provincial 2016", "山东省省长质量奖 甲 provincial 2016"], "2");
    honours(&["省长质量奖 甲 national 2016", "山东省省长质量奖 甲 provincial 2020"], "3");
    // Trimmed, and alike under NFKC.
    honours(&["名牌Ａ 甲 national 2021", "名牌A\u{3000} \u{a0}甲 national 2021"], "3");
    honours(&["名牌Ａ 甲 national 2021", "名牌A 甲 provincial 2021"], "3");
    honours(&["㈱奖 甲 national 2021", "(株)奖 甲 national 2021"], "3");
    honours(&["名牌A 甲 national 2021", "名牌a 甲 national 2021"], "6");
}
