//! The city checklist against the document's text: every cell of the table of
//! tasks, the four steps and the targets, white space aside. What the copy has
//! lost or misplaced is named here, one constant each.

use qiangxian::rulebook::{Condition, FieldKind, Indicator, Kind, Rule, Rulebook, source};

const SEED: &str = include_str!("../../seeds/jinan-city-2018.toml");
const DOCUMENT: &str = include_str!("../../seeds/sources/jinan-city-2018.txt");

/// The first task of each group, in the order of the document. The copy prints
/// the title of 6.31 beside task 83 and that of 9.45 below task 116.
const FIRST_TASKS: [usize; 52] = [
    1, 3, 6, // 1.1 to 1.3
    7, 8, 10, 13, 19, 20, // 2.4 to 2.9
    24, 26, 31, 34, 39, 43, // 3.10 to 3.15
    48, 49, 50, 51, 53, 57, 61, 62, // 4.16 to 4.23
    65, 70, 71, 72, // 5.24 to 5.27
    74, 76, 81, 84, // 6.28 to 6.31
    87, 91, 93, 95, 97, // 7.32 to 7.36
    98, 99, 101, 104, 105, 108, // 8.37 to 8.42
    110, 112, 116, // 9.43 to 9.45
    120, 121, 122, 125, // 10.46 to 10.49
    127, 129, 131, // 11.50 to 11.52
];

/// Tasks whose deadline the copy has lost.
const LOST_DEADLINES: [&str; 2] = ["7", "81"];

/// The deadline that the copy gives without its last character.
const CUT_DEADLINE: (&str, &str) = ("52", "2019年12");

/// The task whose units are separated by a blank.
const BLANK_BETWEEN_UNITS: &str = "22";

/// Tasks that are met by figures (`docs/scoring.md`, section 5), and how.
const THRESHOLDS: [(&str, &str); 19] = [
    ("11", "11.enterprises≥50 11.methods"),
    ("15", "15.filed>80 15.entered"),
    ("27", "27.standardised≥30"),
    ("32", "32.centres≥1"),
    ("44", "44.ports≥1 unless 44.no-port"),
    ("50", "50.in-assessment 50.years>1"),
    ("61", "61.system 61.years≥1"),
    ("74", "74.rate≥96.7"),
    ("75", "75.rate≥100"),
    ("76", "76.rate≥95"),
    ("77", "77.rate≥96"),
    ("81", "81.rank-1≥1≤10 81.rank-2≥1≤10 81.rank-3≥1≤10"),
    ("92", "92.standards 92.rate≥100"),
    ("95", "95.rate≥100"),
    ("96", "96.rate≥100"),
    ("98", "98.pilots≥1"),
    ("105", "105.zones≥1"),
    ("106", "106.firms≥3"),
    ("107", "107.firms≥3"),
];

/// One row of the table of tasks, blank cells and white space dropped.
struct Row {
    /// Titles of dimensions and groups, or pieces of them.
    titles: Vec<String>,
    wording: String,
    /// Verification, leading units, supporting units if any, deadline if kept.
    rest: Vec<String>,
}

/// The rulebook as it is built.
fn rulebook() -> Rulebook {
    source::read(SEED).unwrap_or_else(|problem| panic!("jinan-city-2018.toml: {problem}"))
}

/// The text without white space; brackets in one width, as the copy mixes both.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            c => c,
        })
        .collect()
}

/// The rows of the table, task by task, and the titles of all of it in order.
fn table() -> (Vec<Row>, String) {
    let mut rows: Vec<Row> = Vec::new();
    let mut titles = String::new();
    for line in DOCUMENT.lines().filter(|l| l.contains('\t') && !l.starts_with("指标项")) {
        let cells: Vec<String> =
            line.split('\t').map(squeeze).filter(|cell| !cell.is_empty()).collect();
        // The number of the next task opens its wording; the number of a
        // dimension stands further left, that of a group goes on with digits.
        let number = format!("{}.", rows.len() + 1);
        let wording = cells.iter().rposition(|cell| {
            cell.strip_prefix(&number)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
        });
        let before = &cells[..wording.unwrap_or(cells.len())];
        titles.extend(before.iter().map(String::as_str));
        if let Some(at) = wording {
            rows.push(Row {
                titles: before.to_vec(),
                wording: cells[at][number.len()..].to_string(),
                rest: cells[at + 1..].to_vec(),
            });
        }
    }
    (rows, titles)
}

/// The cells after the wording, as the rulebook has them.
fn rest_of(task: &Indicator) -> Vec<String> {
    let between = if task.id == BLANK_BETWEEN_UNITS { "" } else { "、" };
    let joined = |units: &[&str]| squeeze(&units.join(between));
    let mut cells = vec![squeeze(task.verification), joined(task.units)];
    if !task.support.is_empty() {
        cells.push(joined(task.support));
    }
    if task.id == CUT_DEADLINE.0 {
        cells.push(CUT_DEADLINE.1.to_string());
    } else if !LOST_DEADLINES.contains(&task.id) {
        cells.push(squeeze(task.deadline.text));
    }
    cells
}

/// A rule of thresholds in short, in the manner of [`THRESHOLDS`].
fn in_short(rulebook: &Rulebook, rule: &Rule) -> Option<String> {
    let Rule::Met { when, not_applicable } = rule else { return None };
    let condition = |c: &Condition| {
        let bound = |sign: &str, bound: &Option<_>| {
            bound.as_ref().map_or(String::new(), |b| format!("{sign}{b}"))
        };
        let bounds = [("≥", &c.at_least), (">", &c.more_than), ("≤", &c.at_most)];
        let bounds: String = bounds.iter().map(|(sign, b)| bound(sign, b)).collect();
        format!("{}{bounds}", rulebook[c.field].id)
    };
    let mut text = when.iter().map(condition).collect::<Vec<_>>().join(" ");
    if let Some(field) = not_applicable {
        text += &format!(" unless {}", rulebook[*field].id);
    }
    Some(text)
}

#[test]
fn eleven_dimensions_52_groups_132_tasks() {
    let rulebook = rulebook();
    assert_eq!((rulebook.id, rulebook.kind), ("jinan-city-2018", Kind::Checklist));
    assert_eq!(rulebook.dimensions.len(), 11);
    assert_eq!(rulebook.groups.len(), 52);
    assert_eq!(rulebook.indicators.len(), 132);
    for (at, task) in rulebook.indicators.iter().enumerate() {
        assert_eq!(task.id, (at + 1).to_string());
        assert_eq!(task.source, format!("附件 任务{}", task.id));
        assert!(task.title.chars().count() <= 16, "task {}: {}", task.id, task.title);
    }
}

#[test]
fn every_cell_of_the_table_is_carried() {
    let rulebook = rulebook();
    let (rows, _) = table();
    assert_eq!(rows.len(), rulebook.indicators.len());
    for (task, row) in rulebook.indicators.iter().zip(&rows) {
        assert_eq!(squeeze(task.wording), row.wording, "task {}", task.id);
        assert_eq!(rest_of(task), row.rest, "task {}", task.id);
    }
}

#[test]
fn every_unit_stands_alone() {
    for task in rulebook().indicators {
        for unit in task.units.iter().chain(task.support) {
            let one = !unit.is_empty() && !unit.contains(|c: char| c == '、' || c.is_whitespace());
            assert!(one, "task {}: {unit}", task.id);
        }
        assert!(task.others.is_empty(), "task {}", task.id);
    }
}

#[test]
fn titles_of_dimensions_and_groups_are_the_documents() {
    let rulebook = rulebook();
    let (_, titles) = table();
    let mut carried = String::new();
    for (at, dimension) in rulebook.dimensions.iter().enumerate() {
        carried += &squeeze(&format!("{}.{}", dimension.id, dimension.title));
        for group in rulebook.groups.iter().filter(|g| g.dimension as usize == at) {
            carried += &squeeze(&format!("{}{}", group.id, group.title));
        }
    }
    assert_eq!(carried, titles);
}

#[test]
fn every_task_is_in_its_group() {
    let rulebook = rulebook();
    let (rows, _) = table();
    for (at, task) in rulebook.indicators.iter().enumerate() {
        let group = FIRST_TASKS.partition_point(|first| *first <= at + 1) - 1;
        assert_eq!(task.group as usize, group, "task {}", task.id);
    }
    // But for the two misplaced titles, a group begins where its title stands.
    for (group, first) in rulebook.groups.iter().zip(FIRST_TASKS) {
        let row = if group.id == "6.31" { 83 } else { first };
        let beside = rows[row - 1].titles.iter().any(|title| title.starts_with(group.id));
        assert_eq!(beside, group.id != "9.45", "group {}", group.id);
    }
}

#[test]
fn deadlines_in_months_end_with_the_month() {
    for task in rulebook().indicators {
        let date = match task.deadline.text {
            "2017年12月" => "2017-12-31",
            "2018年5月" => "2018-05-31",
            "2018年12月" => "2018-12-31",
            "2019年3月" => "2019-03-31",
            "2019年10月" => "2019-10-31",
            "2019年12月" => "2019-12-31",
            "2020年5月" => "2020-05-31",
            "2020年12月" => "2020-12-31",
            "定期" | "每年开展" | "长期工作" | "已完成" | "/" => "",
            "未载明" if LOST_DEADLINES.contains(&task.id) => "",
            other => panic!("task {}: {other}", task.id),
        };
        assert_eq!(task.deadline.date, date, "task {}", task.id);
    }
}

#[test]
fn thresholds_are_rules_and_all_else_is_a_status() {
    let rulebook = rulebook();
    for task in rulebook.indicators {
        let expected = THRESHOLDS.iter().find(|(id, _)| *id == task.id).map(|(_, rule)| *rule);
        let rule = &task.rules[0];
        assert_eq!(in_short(&rulebook, rule).as_deref(), expected, "task {}", task.id);
        if let Rule::Status { field } = rule {
            let field = &rulebook[*field];
            let options: Vec<&str> = field.options.iter().map(|o| o.id).collect();
            assert_eq!(field.id, format!("{}.status", task.id));
            assert_eq!(field.kind, FieldKind::Choice, "task {}", task.id);
            assert_eq!(options, ["not-started", "in-progress", "met"], "task {}", task.id);
        }
    }
}

#[test]
fn four_stages_as_the_document_words_them() {
    let rulebook = rulebook();
    let document = squeeze(DOCUMENT);
    let days: Vec<(&str, &str)> = rulebook.stages.iter().map(|s| (s.from, s.to)).collect();
    assert_eq!(
        days,
        [
            ("", "2018-07-31"),
            ("2018-08-01", "2019-03-31"),
            ("2019-04-01", "2019-12-31"),
            ("2020-01-01", "2020-06-30"),
        ]
    );
    for stage in rulebook.stages {
        let text = squeeze(&format!("{}（{}）。{}", stage.title, stage.text, stage.wording));
        assert!(document.contains(&text), "{text}");
    }
}

#[test]
fn targets_leave_nothing_of_2020_out() {
    let rulebook = rulebook();
    let document = squeeze(DOCUMENT);
    let start = document.find("（五）全面提升“五大质量”").expect("the section");
    let end = document.find("（六）促进").expect("the next section");
    // Each of the five paragraphs gives its targets at its end.
    let pieces: Vec<&str> = document[start..end].split("到2020年，").skip(1).collect();
    let sections = ["产业质量", "产品质量", "工程质量", "服务质量", "环境质量"];
    assert_eq!(pieces.len(), sections.len());
    for (at, (section, piece)) in sections.iter().zip(pieces).enumerate() {
        let next = format!("{}.提升", at + 2);
        let mut left = piece.split(&next).next().unwrap_or_default().to_string();
        let mut before = String::new();
        for target in rulebook.targets.iter().filter(|t| t.section == *section) {
            let wording = squeeze(target.wording);
            // One clause may set the target of several figures.
            assert!(wording == before || left.contains(&wording), "{}: {wording}", target.id);
            left = left.replacen(&wording, "", 1);
            before = wording;
        }
        assert_eq!(left.replace(['，', '。'], "").trim_start_matches("其中"), "", "{section}");
    }
}

#[test]
fn targets_name_the_figure_of_the_task() {
    let rulebook = rulebook();
    let figures: Vec<String> = rulebook
        .targets
        .iter()
        .filter_map(|t| {
            let field = t.field.map_or(t.id, |f| rulebook[f].id);
            Some(format!("{field}≥{}{}", t.at_least?, t.unit))
        })
        .collect();
    assert_eq!(
        figures,
        [
            "industry-big-data≥5000亿元",
            "industry-manufacturing≥2000亿元",
            "74.rate≥96.7%",
            "27.standardised≥60%",
            "77.rate≥96%",
            "product-food-related≥95%",
            "product-food-satisfaction≥85%",
            "92.rate≥100%",
            "95.rate≥100%",
            "96.rate≥100%",
            "98.pilots≥1个",
            "105.zones≥1个",
            "106.firms≥3个",
            "107.firms≥3个",
        ]
    );
}
