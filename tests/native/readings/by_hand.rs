//! Each option of each reading, worked out from the document by hand.

use qiangxian::form::{Form, read};
use qiangxian::rulebook::MetricId;
use qiangxian::score::shown;
use qiangxian::text::form_problem;

/// A form in which every reading moves the total, and rounding does, too.
pub const ALL_MOVED: &str = "1.slogan=true 1.document=false \
    10.quality-spend=\"300\" 10.public-spend=\"90000\" 10.quality-spend-prev=\"250\" \
    10.public-spend-prev=\"80000\" 10.share@0.3..0.4 10.share-change@-1..12 \
    11.policies=[\"brand\"] 17.mandatory-coverage=\"100\" 17.verification=\"99\" \
    17.energy-review=\"100\" 29.created=true 29.kept=false 30.created=false 30.kept=true \
    34.system=true 34.online=\"98\" 38.good-days=\"70\" 38.pm25-improvement=\"2\" 38.air@30..60 \
    38.days@65..80 38.pm25@3..9 37.energy-reduction=\"1\" 37.energy-reduction@2..9 \
    43.honours=[{\"title\":\"奖\",\"recipient\":\"甲\",\"level\":\"national\",\"year\":2020},\
    {\"title\":\"奖\",\"recipient\":\"甲\",\"level\":\"national\",\"year\":2022},\
    {\"title\":\"牌\",\"recipient\":\"乙\",\"level\":\"provincial\",\"year\":2019}]";

/// A form from a short notation: answers as `field=JSON`, references as
/// `metric@worst..best`, readings as `reading:option`, adjustments as
/// `indicator~points`. Blanks separate.
#[track_caller]
pub fn form(written: &str) -> Form {
    let text = text(written);
    read(&text).unwrap_or_else(|problem| panic!("{}\n{text}", form_problem(&problem)))
}

fn text(written: &str) -> String {
    let mut parts: [Vec<String>; 4] = Default::default();
    let mut method = String::new();
    for part in written.split(' ').filter(|part| !part.is_empty()) {
        if let Some((field, value)) = part.split_once('=') {
            parts[0].push(format!(r#""{field}":{value}"#));
        } else if let Some((metric, ends)) = part.split_once('@') {
            let (worst, best) = ends.split_once("..").expect("worst..best");
            let ends = [("unacceptable", worst), ("satisfactory", best)];
            let ends = ends.iter().filter(|(_, value)| !value.is_empty());
            let ends: Vec<String> = ends.map(|(end, v)| format!(r#""{end}":"{v}""#)).collect();
            parts[1].push(format!(r#""{metric}":{{{}}}"#, ends.join(",")));
        } else if let Some((id, points)) = part.split_once('~') {
            parts[2].push(format!(r#""{id}":{{"points":"{points}","reason":"r"}}"#));
        } else if let Some(base) = part.strip_prefix("base:") {
            method = format!(r#""method":{{"base":"{base}"}},"#);
        } else if let Some((reading, option)) = part.split_once(':') {
            parts[3].push(format!(r#""{reading}":"{option}""#));
        } else {
            panic!("no part of a form: {part}");
        }
    }
    let [answers, references, adjustments, readings] = parts.map(|part| part.join(","));
    format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"shandong-county-2022",{method}
        "answers":{{{answers}}},"references":{{{references}}},"adjustments":{{{adjustments}}},"readings":{{{readings}}}}}"#
    )
}

/// Low and high of an indicator, to all the decimals that points have.
#[track_caller]
fn check(written: &str, indicator: &str, low: &str, high: &str) {
    let form = form(written);
    let id = form.edition.indicator(indicator).expect("an indicator");
    let range = form.scorecard().indicators[usize::from(id.0)].range;
    let found = (shown(range.low, 10), shown(range.high, 10));
    assert_eq!((&*found.0, &*found.1), (low, high), "{written}");
}

/// The same answers under each option of a reading.
#[track_caller]
fn each(fixed: &str, indicator: &str, reading: &str, options: &[(&str, &str)]) {
    for (option, points) in options {
        check(&format!("{fixed} {reading}:{option}"), indicator, points, points);
    }
}

#[test]
fn a_value_worse_than_the_unacceptable_one() {
    // d = 60 + 40 × (5.81 − 6) ÷ 6 = 58.7333…; 3 points.
    let worse = "37.energy-reduction=\"5.81\" 37.energy-reduction@6..12";
    let options = [("line", "1.762"), ("none", "0"), ("base", "1.8")];
    each(worse, "37", "below", &options);
    // Far below, the line ends at 0.
    let far = "37.energy-reduction=\"-90\" 37.energy-reduction@6..12";
    each(far, "37", "below", &[("line", "0"), ("none", "0"), ("base", "1.8")]);
    // At the unacceptable value, above it, and with base 0 the three agree.
    for (same, points) in [
        ("37.energy-reduction=\"6\" 37.energy-reduction@6..12", "1.8"),
        ("37.energy-reduction=\"9\" 37.energy-reduction@6..12", "2.4"),
        ("37.energy-reduction=\"12\" 37.energy-reduction@6..12", "3"),
        ("37.energy-reduction=\"5.81\" 37.energy-reduction@6..12 base:0", "0"),
    ] {
        each(same, "37", "below", &[("line", points), ("none", points), ("base", points)]);
    }
    // Where an end is missing nothing is known under any of them.
    for option in ["line", "none", "base"] {
        check(
            &format!("37.energy-reduction=\"5\" 37.energy-reduction@6.. below:{option}"),
            "37",
            "0",
            "3",
        );
        check(&format!("37.energy-reduction@6..12 below:{option}"), "37", "0", "3");
    }
}

#[test]
fn indicator_26_below_its_floor_is_0_under_every_reading() {
    let options = [("line", "0"), ("none", "0"), ("base", "0")];
    each("26.handled=\"89.9999\"", "26", "below", &options);
    each("26.handled=\"89.9999\" 26.handled@80..95", "26", "below", &options);
    // Above the floor the reading holds: d = 60 + 40 × (92 − 95) ÷ 5 = 36.
    let options = [("line", "0.72"), ("none", "0"), ("base", "1.2")];
    each("26.handled=\"92\" 26.handled@95..100", "26", "below", &options);
}

#[test]
fn both_conditions_or_each() {
    for (indicator, [first, second], yes) in [
        ("1", ["1.slogan", "1.document"], ["true", "true"]),
        ("29", ["29.created", "29.kept"], ["true", "true"]),
        ("30", ["30.created", "30.kept"], ["true", "true"]),
        ("34", ["34.system", "34.online"], ["true", "\"100\""]),
    ] {
        let no = yes.map(|yes| if yes == "true" { "false" } else { "\"99.9999\"" });
        let answers = |a: &str, b: &str| format!("{first}={a} {second}={b}");
        let case = |a: &str, b: &str, both: &str, each_one: &str| {
            each(&answers(a, b), indicator, indicator, &[("both", both), ("each", each_one)]);
        };
        case(yes[0], yes[1], "2", "2");
        case(yes[0], no[1], "0", "1");
        case(no[0], yes[1], "0", "1");
        case(no[0], no[1], "0", "0");
        // One of them open.
        let open = format!("{first}={}", yes[0]);
        check(&format!("{open} {indicator}:both"), indicator, "0", "2");
        check(&format!("{open} {indicator}:each"), indicator, "1", "2");
        let lost = format!("{second}={}", no[1]);
        check(&format!("{lost} {indicator}:both"), indicator, "0", "0");
        check(&format!("{lost} {indicator}:each"), indicator, "0", "1");
    }
}

#[test]
fn the_change_of_a_share() {
    // Shares 0.5 % and 0.4 %: 25 % more, and 0.1 points more.
    let spent = "10.quality-spend=\"500\" 10.public-spend=\"100000\" \
        10.quality-spend-prev=\"360\" 10.public-spend-prev=\"90000\" 10.share@0..0.5";
    check(&format!("{spent} 10.share-change@0..50"), "10", "1.8", "1.8");
    check(&format!("{spent} 10.share-change@0..0.4 10:difference"), "10", "1.7", "1.7");
    // A share of 0 the year before: no relative change, but a difference.
    let from_zero = "10.quality-spend=\"500\" 10.public-spend=\"100000\" \
        10.quality-spend-prev=\"0\" 10.public-spend-prev=\"90000\" 10.share@0..0.5 10.share-change@0..1";
    check(from_zero, "10", "1", "2");
    check(&format!("{from_zero} 10:difference"), "10", "1.8", "1.8");
    // Without the spending of the year before neither is known.
    let by_zero = "10.quality-spend=\"500\" 10.public-spend=\"100000\" \
        10.quality-spend-prev=\"1\" 10.public-spend-prev=\"0\" 10.share@0..0.5 10.share-change@0..1";
    each_open(by_zero);
}

#[track_caller]
fn each_open(written: &str) {
    check(&format!("{written} 10:relative"), "10", "1", "2");
    check(&format!("{written} 10:difference"), "10", "1", "2");
}

/// At the limits of all figures nothing overflows, and nothing is rounded early.
#[test]
fn the_change_of_a_share_holds_at_the_limits() {
    let most = "999999999.9999";
    let huge = format!(
        "10.quality-spend=\"{most}\" 10.public-spend=\"{most}\" 10.quality-spend-prev=\"999999999.9998\" \
         10.public-spend-prev=\"{most}\" 10.share@0..100 10.share-change@0..0.00000002 10:difference"
    );
    // 100 × 0.0001 ÷ 999999999.9999 = 0.0000000000100…: rounded to 10 places, 0.
    check(&huge, "10", "1.6", "1.6");
    let tiny = "10.quality-spend=\"999999999.9999\" 10.public-spend=\"0.0001\" \
        10.quality-spend-prev=\"0\" 10.public-spend-prev=\"0.0001\" 10.share@0..1 10.share-change@0..1 10:difference";
    // Beyond a billion it is not believed.
    check(tiny, "10", "0", "2");
}

#[test]
fn policies_in_three_areas() {
    let options = |each: &'static str, any: &'static str, all: &'static str| {
        [("each", each), ("any", any), ("all", all)]
    };
    each("11.policies=[]", "11", "11", &options("0", "0", "0"));
    each("11.policies=[\"brand\"]", "11", "11", &options("1", "3", "0"));
    each("11.policies=[\"brand\",\"development\"]", "11", "11", &options("2", "3", "0"));
    let whole = "11.policies=[\"brand\",\"development\",\"improvement\"]";
    each(whole, "11", "11", &options("3", "3", "3"));
    for option in ["each", "any", "all"] {
        check(&format!("11:{option}"), "11", "0", "3");
    }
}

#[test]
fn three_figures_of_100() {
    let case = |[a, b, c]: [&str; 3], each_one: &str, together: &str| {
        let answers = format!(
            "17.mandatory-coverage=\"{a}\" 17.verification=\"{b}\" 17.energy-review=\"{c}\""
        );
        each(&answers, "17", "17", &[("each", each_one), ("together", together)]);
    };
    case(["100", "100", "100"], "3", "3");
    case(["100", "99.9999", "100"], "2", "0");
    case(["0", "99", "100"], "1", "0");
    case(["0", "0", "0"], "0", "0");
    let open = "17.mandatory-coverage=\"100\" 17.verification=\"100\"";
    check(open, "17", "2", "3");
    check(&format!("{open} 17:together"), "17", "0", "3");
    let lost = "17.mandatory-coverage=\"100\" 17.verification=\"99\"";
    check(lost, "17", "1", "2");
    check(&format!("{lost} 17:together"), "17", "0", "0");
}

#[test]
fn air_weighted_first_or_scored_first() {
    // 0.4 × 75 + 0.6 × 5 = 33; d = 60 + 40 × 3 ÷ 30 = 64.
    let air = "38.good-days=\"75\" 38.pm25-improvement=\"5\" 38.air@30..60";
    check(air, "38", "1.92", "1.92");
    // Its own references are not set: nothing is secured.
    check(&format!("{air} 38:scored-first"), "38", "0", "3");
    // d = 60 + 40 × 5 ÷ 10 = 80 of 1.2; d = 60 + 40 × 2 ÷ 8 = 70 of 1.8.
    let both = format!("{air} 38.days@70..80 38.pm25@3..11");
    check(&format!("{both} 38:scored-first"), "38", "2.22", "2.22");
    check(&both, "38", "1.92", "1.92");
    check(&format!("{air} 38.days@70..80 38:scored-first"), "38", "0.96", "2.76");
    // One figure suffices for its part.
    check("38.good-days=\"80\" 38.days@..80 38:scored-first", "38", "1.2", "3");
    check("38.good-days=\"80\" 38.air@30..60", "38", "0", "3");
}

/// A metric that is out of use takes part in nothing; its reference waits.
#[test]
fn a_metric_out_of_use_waits() {
    let written = "38.good-days=\"75\" 38.pm25-improvement=\"5\" 38.air@30..60 38.days@70..80";
    let usual = form(written);
    let other = form(&format!("{written} 38:scored-first"));
    let names = |form: &Form| -> Vec<&str> {
        let id = form.edition.indicator("38").unwrap();
        let metrics = form.edition.metrics_under(id, &form.case.readings);
        metrics.into_iter().map(|metric: MetricId| form.edition[metric].id).collect()
    };
    assert_eq!((names(&usual), names(&other)), (vec!["38.air"], vec!["38.days", "38.pm25"]));
    assert_eq!(usual.case.references, other.case.references);
    assert_eq!(usual.scorecard().indicators.len(), 43);
}

#[test]
fn honours_of_the_years_before_or_through() {
    let won = |year: u16| {
        format!(
            "43.honours=[{{\"title\":\"奖\",\"recipient\":\"甲\",\"level\":\"national\",\"year\":{year}}}]"
        )
    };
    for (year, before, through) in [
        (2018, "0", "0"),
        (2019, "3", "0"),
        (2020, "3", "3"),
        (2021, "3", "3"),
        (2022, "0", "3"),
        (2023, "0", "0"),
    ] {
        each(&won(year), "43", "43.window", &[("before", before), ("through", through)]);
    }
    // Awards of all years count whatever the window.
    let lifetime = "43.honours=[{\"title\":\"中国质量奖\",\"recipient\":\"甲\",\"level\":\"national\",\"year\":2013}]";
    each(lifetime, "43", "43.window", &[("before", "3"), ("through", "3")]);
}

#[test]
fn the_same_honour_each_year_or_once() {
    let row = |level: &str, year: u16| {
        format!("{{\"title\":\"奖\",\"recipient\":\"甲\",\"level\":\"{level}\",\"year\":{year}}}")
    };
    let rows = |rows: &[String]| format!("43.honours=[{}]", rows.join(","));
    let case = |list: &[String], each_year: &str, once: &str| {
        each(&rows(list), "43", "43.same", &[("each-year", each_year), ("once", once)]);
    };
    case(&[row("provincial", 2019), row("provincial", 2020), row("provincial", 2021)], "6", "2");
    case(&[row("national", 2019), row("national", 2021)], "6", "3");
    case(&[row("provincial", 2019), row("national", 2021)], "3", "3");
    case(&[row("provincial", 2019), row("provincial", 2019)], "2", "2");
    case(&[row("provincial", 2019)], "2", "2");
    let other = row("provincial", 2020).replace('甲', "乙");
    case(&[row("provincial", 2019), other], "4", "4");
    // Both readings at once: of 2019 to 2022 two years count, and once in all.
    let list = rows(&[row("provincial", 2019), row("provincial", 2020), row("provincial", 2022)]);
    let both = |window: &str, same: &str, points: &str| {
        check(&format!("{list} 43.window:{window} 43.same:{same}"), "43", points, points);
    };
    both("before", "each-year", "4");
    both("through", "each-year", "4");
    both("before", "once", "2");
    both("through", "once", "2");
}

#[test]
fn rounding_each_indicator() {
    // d = 60 + 40 × 1 ÷ 3 = 73.3…; 2.2 exactly? 3 × 0.7333… = 2.2.
    let third = "39.hightech-share=\"1\" 39.hightech-share@0..3";
    each(third, "39", "rounding", &[("exact", "1.4666666667"), ("each", "1.47")]);
    // A tie goes away from zero; an adjustment is rounded, too.
    each("2~1.005", "2", "rounding", &[("exact", "1.005"), ("each", "1.01")]);
    each("2~1.0049", "2", "rounding", &[("exact", "1.0049"), ("each", "1")]);
    // Two indicators: 1.4666666667 × 2 = 2.93, but 1.47 × 2 = 2.94.
    let two = format!("{third} 40.patents=1 base.population=\"1\" 40.per-10k@0..3");
    for (reading, total) in [("exact", "2.9333333334"), ("each", "2.94")] {
        let card = form(&format!("{two} rounding:{reading}")).scorecard();
        assert_eq!(shown(card.total.range.low, 10), total);
        let groups = card.groups.iter().map(|group| group.range).sum::<qiangxian::score::Range>();
        assert_eq!(groups, card.total.range);
    }
}
