//! `shandong-county-2022` against its document, cell by cell, and against the
//! names that form files and links carry.

use qiangxian::rulebook::{FieldKind, Formula, Rule, Rulebook, editions};
use rust_decimal::Decimal;

/// The document as it was published.
const DOCUMENT: &str = include_str!("../../seeds/sources/zhangqiu-district-2022.txt");

fn rulebook() -> &'static Rulebook {
    editions::find("shandong-county-2022").expect("the edition is in this build")
}

/// One row of the table in 附件2: each cell a list of paragraphs.
type Row = [Vec<String>; 7];

/// Rows of the table, without its head.
///
/// In the plain text each cell begins on a line of its own with a tab; what
/// follows without a tab are further paragraphs of the same cell.
fn table() -> Vec<Row> {
    let lines = DOCUMENT.lines().skip_while(|line| *line != "\t序号");
    let mut cells: Vec<Vec<String>> = Vec::new();
    for line in lines.take_while(|line| !line.contains("此页无正文")) {
        if line.starts_with('\t') {
            cells.push(Vec::new());
        }
        let cell = cells.last_mut().expect("the table begins with a cell");
        if !line.trim().is_empty() {
            cell.push(line.trim().to_string());
        }
    }
    let (rows, rest) = cells.as_chunks::<7>();
    assert!(rest.is_empty(), "the table has whole rows");
    assert_eq!(rows[0].concat().join(" "), "序号 类别 指标内容 分数 评分方法 责任单位 完成时限");
    rows[1..].to_vec()
}

/// White space aside.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A name and its points, as in `质量理念` `（4分）`.
fn named_points(cell: &[String]) -> (String, Decimal) {
    let text = bare(&cell.concat());
    let (name, points) = text.split_once('（').expect("a name, then its points");
    let points = points.strip_suffix("分）").expect("points end in 分）");
    (name.to_string(), points.parse().expect("points"))
}

#[test]
fn every_indicator_is_the_documents_row() {
    let rulebook = rulebook();
    let rows = table();
    assert_eq!(rows.len(), 43);
    assert_eq!(rulebook.indicators.len(), 43);
    for (at, (row, indicator)) in rows.iter().zip(rulebook.indicators).enumerate() {
        let [number, _, _, points, wording, units, deadline] = row;
        let id = &indicator.id;
        assert_eq!(*id, (at + 1).to_string());
        assert_eq!(*number, [*id]);
        assert_eq!(*points, [indicator.points.to_string()], "points of {id}");

        let ours: Vec<String> = indicator.wording.split('\n').map(bare).collect();
        let theirs: Vec<String> = wording.iter().map(|p| bare(p)).collect();
        assert_eq!(ours, theirs, "wording of {id}");

        let (others, named): (Vec<&str>, Vec<&str>) = units
            .iter()
            .flat_map(|line| line.split('、'))
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .partition(|name| name.ends_with("成员单位"));
        assert_eq!(indicator.units, named, "units of {id}");
        assert_eq!(indicator.others, others.concat(), "others of {id}");

        assert_eq!(*deadline, [indicator.deadline.text], "deadline of {id}");
        let date = match indicator.deadline.text {
            "6月底前" => "2022-06-30",
            "7月20日前" => "2022-07-20",
            "根据实际情况推进" => "",
            other => panic!("deadline of {id}: {other}"),
        };
        assert_eq!(indicator.deadline.date, date, "deadline of {id}");
        assert_eq!(indicator.source, format!("附件2 序号{id}"));
    }
}

#[test]
fn every_indicator_is_in_the_documents_group() {
    let rulebook = rulebook();
    let mut dimension = None;
    let mut group = None;
    for (row, indicator) in table().iter().zip(rulebook.indicators) {
        // A blank cell is the one above, merged over several rows.
        if !row[1].is_empty() {
            dimension = Some(named_points(&row[1]));
        }
        if !row[2].is_empty() {
            group = Some(named_points(&row[2]));
        }
        let ours = &rulebook.groups[indicator.group as usize];
        assert_eq!(Some((ours.title.to_owned(), ours.points)), group, "group of {}", indicator.id);
        let ours = &rulebook.dimensions[ours.dimension as usize];
        let ours = (ours.title.to_owned(), ours.points);
        assert_eq!(Some(ours), dimension, "dimension of {}", indicator.id);
    }
}

#[test]
fn points_add_up() {
    let rulebook = rulebook();
    let dimensions: Vec<_> =
        rulebook.dimensions.iter().map(|d| (d.id, d.points.to_string())).collect();
    let groups: Vec<_> = rulebook.groups.iter().map(|g| (g.id, g.points.to_string())).collect();
    let expect = |all: &[(&'static str, u32)]| -> Vec<(&'static str, String)> {
        all.iter().map(|(id, points)| (*id, points.to_string())).collect()
    };
    assert_eq!(dimensions, expect(&[("1", 12), ("2", 15), ("3", 31), ("4", 42)]));
    #[rustfmt::skip]
    assert_eq!(groups, expect(&[
        ("1.1", 4), ("1.2", 8),
        ("2.1", 7), ("2.2", 8),
        ("3.1", 2), ("3.2", 8), ("3.3", 7), ("3.4", 4), ("3.5", 10),
        ("4.1", 6), ("4.2", 6), ("4.3", 6), ("4.4", 6), ("4.5", 9), ("4.6", 9),
    ]));
    let total: Decimal = rulebook.indicators.iter().map(|i| i.points).sum();
    assert_eq!(total, Decimal::ONE_HUNDRED);
    assert_eq!(rulebook.points, Decimal::ONE_HUNDRED);
    assert_eq!(rulebook.bases, [Decimal::from(60), Decimal::ZERO]);
}

#[test]
fn the_document_is_named_as_it_names_itself() {
    let document = &rulebook().document;
    let (issuer, number, title) = (&document.issuer, &document.number, &document.title);
    let text = bare(DOCUMENT);
    assert!(text.starts_with(&format!("{issuer}文件{number}{issuer}关于印发{title}的通知")));
    assert!(text.contains(&format!("{issuer}2022年6月25日")));
    assert_eq!(document.date, "2022-06-25");
}

#[test]
fn stages_are_the_documents() {
    let rulebook = rulebook();
    let dates = [
        ("2022-06-01", "2022-06-30"),
        ("2022-07-01", "2022-10-31"),
        ("2022-11-01", "2022-11-30"),
        ("2022-12-01", "2022-12-31"),
    ];
    assert_eq!(rulebook.stages.len(), dates.len());
    for (at, (stage, (from, to))) in rulebook.stages.iter().zip(dates).enumerate() {
        let line = format!("{}.{}（{}）。{}", at + 1, stage.title, stage.text, stage.wording);
        assert!(DOCUMENT.lines().any(|l| l.trim() == line), "{line}");
        assert_eq!((stage.from, stage.to), (from, to));
    }
}

#[test]
fn targets_are_the_documents() {
    let rulebook = rulebook();
    // Every clause of the section is a target, in order; between them stands
    // only punctuation.
    let clauses = |text: &str| -> String {
        text.chars().filter(|c| !matches!(c, '，' | '；' | '。') && !c.is_whitespace()).collect()
    };
    for section in ["产品质量", "工程质量", "服务质量", "环境质量"] {
        let theirs = DOCUMENT
            .lines()
            .find_map(|line| line.strip_prefix(section)?.strip_prefix('：'))
            .unwrap_or_else(|| panic!("no paragraph {section}"));
        let ours: Vec<&str> =
            rulebook.targets.iter().filter(|t| t.section == section).map(|t| t.wording).collect();
        assert!(ours.iter().all(|wording| theirs.contains(wording)), "{section}");
        assert_eq!(clauses(&ours.concat()), clauses(theirs), "{section}");
    }
    let bounds: Vec<_> = rulebook
        .targets
        .iter()
        .filter(|t| t.at_least.is_some() || t.field.is_some())
        .map(|t| {
            let bound = t.at_least.map(|b| b.to_string()).unwrap_or_default();
            let field = t.field.map_or("", |f| rulebook[f].id);
            (t.id, bound + t.unit, field)
        })
        .collect();
    let expected = [
        ("product-farm-produce", "97%", ""),
        ("product-industrial", "95%", ""),
        ("product-food", "97%", ""),
        ("engineering-green-design", "100%", "32.green-design"),
        ("engineering-prefabricated-bases", "个", "33.bases"),
        ("engineering-smart-site-online", "100%", "34.online"),
        ("service-satisfaction", "80%", ""),
    ];
    assert_eq!(bounds, expected.map(|(id, bound, field)| (id, bound.to_string(), field)));
}

#[test]
fn names_of_fields_stay() {
    use FieldKind::*;
    let rulebook = rulebook();
    let ours: Vec<(&str, FieldKind, String)> = rulebook
        .fields
        .iter()
        .map(|f| {
            let options: Vec<&str> = f.options.iter().map(|o| o.id).collect();
            (f.id, f.kind, options.join(" "))
        })
        .collect();
    #[rustfmt::skip]
    let expected = [
        ("base.population", Amount, ""), ("base.gdp", Amount, ""),
        ("1.slogan", YesNo, ""), ("1.document", YesNo, ""),
        ("2.model", YesNo, ""),
        ("3.activities", YesNo, ""), ("3.publicity", YesNo, ""),
        ("4.honor-national", Count, ""), ("4.honor-provincial", Count, ""), ("4.honor-city", Count, ""),
        ("4.media-national", Count, ""), ("4.media-provincial", Count, ""),
        ("5.event", Choice, "none provincial national"),
        ("6.body", YesNo, ""), ("6.attended", Choice, "none other-leader mayor secretary"),
        ("7.plan", YesNo, ""), ("7.mobilisation", YesNo, ""),
        ("8.policy", YesNo, ""), ("8.joint-penalty", YesNo, ""),
        ("9.funded", Set, "quality-development quality-supervision standards metrology \
            inspection-testing certification brand credit trademark-patent"),
        ("10.quality-spend", Amount, ""), ("10.public-spend", Amount, ""),
        ("10.quality-spend-prev", Amount, ""), ("10.public-spend-prev", Amount, ""),
        ("11.policies", Set, "development improvement brand"),
        ("12.platform", YesNo, ""),
        ("13.in-plan", YesNo, ""), ("13.policy", YesNo, ""),
        ("14.international", Count, ""), ("14.national-lead", Count, ""),
        ("14.national-join", Count, ""), ("14.provincial-lead", Count, ""),
        ("15.international-committee", Count, ""), ("15.national-secretariat", Count, ""),
        ("15.provincial-secretariat", Count, ""),
        ("15.national-pilot", Count, ""), ("15.provincial-pilot", Count, ""),
        ("16.mechanism", YesNo, ""), ("16.test-centre", YesNo, ""),
        ("17.mandatory-coverage", Percent, ""), ("17.verification", Percent, ""),
        ("17.energy-review", Percent, ""),
        ("18.enterprise-policy", YesNo, ""),
        ("18.integrity-policy", YesNo, ""), ("18.integrity-activity", YesNo, ""),
        ("18.demo-streets", Count, ""), ("18.demo-units", Count, ""),
        ("18.benefit-activity", YesNo, ""),
        ("19.helped", Count, ""), ("19.helped-prev", Count, ""),
        ("20.certificates", Count, ""), ("20.certificates-prev", Count, ""),
        ("21.plans", Set, "production-safety environment food drugs key-products"),
        ("22.channel", YesNo, ""),
        ("23.policy", YesNo, ""), ("23.inspection", YesNo, ""),
        ("24.exchange", YesNo, ""), ("24.training", YesNo, ""),
        ("25.injury-monitoring", Choice, "none exploring running"),
        ("25.recall-system", YesNo, ""), ("25.recall-policy", YesNo, ""),
        ("26.handled", Percent, ""),
        ("27.analysis", Choice, "none irregular published"),
        ("28.supervision-funding", Amount, ""),
        ("29.created", YesNo, ""), ("29.kept", YesNo, ""),
        ("30.created", YesNo, ""), ("30.kept", YesNo, ""),
        ("31.coverage", Percent, ""),
        ("32.green-design", Percent, ""),
        ("33.bases", Count, ""),
        ("34.system", YesNo, ""), ("34.online", Percent, ""),
        ("35.services", Amount, ""),
        ("36.enterprises", Count, ""), ("36.revenue", Amount, ""),
        ("37.energy-reduction", Rate, ""),
        ("38.good-days", Percent, ""), ("38.pm25-improvement", Rate, ""),
        ("39.hightech-share", Percent, ""),
        ("40.patents", Count, ""),
        ("41.technology-trade", Amount, ""),
        ("42.national-first", Count, ""), ("42.national-second", Count, ""),
        ("42.provincial-first", Count, ""), ("42.provincial-second", Count, ""),
        ("42.provincial-third", Count, ""),
        ("42.national-first-joint", Count, ""), ("42.national-second-joint", Count, ""),
        ("42.provincial-first-joint", Count, ""), ("42.provincial-second-joint", Count, ""),
        ("42.provincial-third-joint", Count, ""),
        ("43.honours", List, "national provincial"),
    ];
    assert_eq!(ours.len(), expected.len());
    for (ours, (id, kind, options)) in ours.iter().zip(expected) {
        assert_eq!(*ours, (id, kind, options.to_string()));
    }
}

#[test]
fn names_of_metrics_stay() {
    let rulebook = rulebook();
    let ours: Vec<_> = rulebook
        .metrics
        .iter()
        .map(|m| {
            let end = |e: Option<Decimal>| e.map(|e| e.to_string()).unwrap_or_default();
            (m.id, m.unit, end(m.unacceptable), end(m.satisfactory))
        })
        .collect();
    let expected = [
        ("10.share", "%", "", ""),
        ("10.share-change", "%", "", ""),
        ("19.number", "家", "", ""),
        ("19.growth", "%", "", ""),
        ("20.number", "张", "", ""),
        ("20.growth", "%", "", ""),
        ("26.handled", "%", "90", "100"),
        ("28.per-capita", "元/人", "", "1"),
        ("33.bases", "个", "", ""),
        ("35.share", "%", "", ""),
        ("36.enterprises", "家", "", ""),
        ("36.revenue", "亿元", "", ""),
        ("37.energy-reduction", "%", "", ""),
        ("38.air", "%", "", ""),
        ("38.days", "%", "", ""),
        ("38.pm25", "%", "", ""),
        ("39.hightech-share", "%", "", ""),
        ("40.per-10k", "件/万人", "", ""),
        ("41.trade-share", "%", "", ""),
        ("42.awards", "分", "", ""),
    ];
    let expected = expected.map(|(id, unit, lo, hi)| (id, unit, lo.to_string(), hi.to_string()));
    assert_eq!(ours, expected);
}

#[test]
fn names_of_readings_stay() {
    let ours: Vec<String> = rulebook()
        .readings
        .iter()
        .map(|reading| {
            let options: Vec<&str> = reading.options.iter().map(|option| option.id).collect();
            format!("{}: {}", reading.id, options.join(", "))
        })
        .collect();
    let expected = [
        "below: line, none, base",
        "1: both, each",
        "10: relative, difference",
        "11: each, any, all",
        "17: each, together",
        "29: both, each",
        "30: both, each",
        "34: both, each",
        "38: weighted-first, scored-first",
        "43.window: before, through",
        "43.same: each-year, once",
        "rounding: exact, each",
    ];
    assert_eq!(ours, expected);
}

/// A question quotes the words that leave it open, as they stand in the document.
#[test]
fn questions_of_readings_quote_the_document() {
    let rulebook = rulebook();
    for id in rulebook.reading_ids() {
        let moved: Vec<&str> = rulebook
            .indicators
            .iter()
            .zip(rulebook.indicator_ids())
            .filter(|(_, indicator)| rulebook.is_general(id) || rulebook.moves(id, *indicator))
            .map(|(indicator, _)| indicator.wording)
            .collect();
        let question = rulebook[id].question;
        // After the colon the words are taken up once more, in part.
        let quoted = question.split('：').next().unwrap_or_default();
        for quote in quoted.split('“').skip(1).filter_map(|rest| rest.split_once('”')) {
            let words = quote.0.trim_start_matches('…');
            assert!(
                moved.iter().any(|wording| wording.contains(words)),
                "{}: {words}",
                rulebook[id].id
            );
        }
    }
}

#[test]
fn joint_awards_weigh_half() {
    let rulebook = rulebook();
    let metric = rulebook.metric("42.awards").expect("the metric");
    let Formula::Sum { terms } = &rulebook[metric].formula else { panic!("a sum") };
    let (first, joint) = terms.split_at(5);
    let weights: Vec<String> = first.iter().map(|t| t.weight.to_string()).collect();
    assert_eq!(weights, ["3", "2", "2", "1", "0.5"]);
    for (first, joint) in first.iter().zip(joint) {
        assert_eq!(format!("{}-joint", rulebook[first.field].id), rulebook[joint.field].id);
        assert_eq!(joint.weight * Decimal::TWO, first.weight);
    }
}

#[test]
fn three_indicators_are_capped() {
    let rulebook = rulebook();
    let capped: Vec<&str> = rulebook.indicators.iter().filter(|i| i.capped).map(|i| i.id).collect();
    assert_eq!(capped, ["4", "14", "15"]);
    // 43 says 累计不超过 too; there it is the honours rule's own limit.
    let honours = &rulebook[rulebook.indicator("43").expect("43")];
    assert!(
        matches!(honours.rules[..], [Rule::Honours { at_most, .. }] if at_most == honours.points)
    );
}

/// A label carries the period of its figure, because it also stands alone.
#[test]
fn labels_carry_their_period() {
    let rulebook = rulebook();
    let expect = |period: &str, fields: &[&str]| {
        for id in fields {
            let field = rulebook.field(id).unwrap_or_else(|| panic!("no field {id}"));
            let label = &rulebook[field].label;
            assert!(label.contains(period), "{id}: {label}");
        }
    };
    expect("近一年（2021年）", &["3.activities", "3.publicity"]);
    expect("近一年内（2021年）", &["6.attended"]);
    #[rustfmt::skip]
    expect("近三年", &[
        "4.honor-national", "4.honor-provincial", "4.honor-city", "4.media-national", "4.media-provincial",
        "5.event",
        "14.international", "14.national-lead", "14.national-join", "14.provincial-lead",
        "15.national-pilot", "15.provincial-pilot",
        "42.national-first", "42.national-second", "42.provincial-first", "42.provincial-second",
        "42.provincial-third", "42.national-first-joint", "42.national-second-joint",
        "42.provincial-first-joint", "42.provincial-second-joint", "42.provincial-third-joint",
        "43.honours",
    ]);
    expect("近两年（2020年、2021年）", &["17.energy-review"]);
    expect("2022年", &["10.quality-spend", "10.public-spend"]);
    #[rustfmt::skip]
    expect("2021年", &[
        "base.population", "base.gdp", "10.quality-spend-prev", "10.public-spend-prev",
        "19.helped", "20.certificates", "28.supervision-funding", "35.services",
        "36.enterprises", "36.revenue", "37.energy-reduction", "38.good-days",
        "38.pm25-improvement", "39.hightech-share", "40.patents", "41.technology-trade",
    ]);
    expect("2020年", &["19.helped-prev", "20.certificates-prev"]);
    expect("主导修订", &["14.national-join"]);
}

#[test]
fn assumptions_stand_where_the_document_is_silent() {
    let rulebook = rulebook();
    let noted: Vec<&str> =
        rulebook.indicators.iter().filter(|i| !i.notes.is_empty()).map(|i| i.id).collect();
    #[rustfmt::skip]
    assert_eq!(noted, [
        "3", "5", "6", "10", "17", "18", "19", "20", "26", "28", "42", "43",
    ]);
    // The page writes 口径 before each note itself.
    let notes = rulebook.indicators.iter().flat_map(|i| i.notes).chain(rulebook.notes);
    assert!(notes.into_iter().all(|note| !note.contains("口径")));
    assert!(rulebook.indicators.iter().all(|i| i.title.chars().count() <= 14));
}
