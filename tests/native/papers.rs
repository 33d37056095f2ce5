//! The papers that are handed in: what their documents say, and that they are
//! documents whatever was typed.

mod docx;
mod forms;
mod league;
mod python;

use docx::{Docx, Package};
use forms::{FILLED, SAMPLE, city, forms, made, titles, wild, with_desk};
use qiangxian::desk::Order;
use qiangxian::form::{Scenario, read};
use qiangxian::papers::{self, Paper};
use qiangxian::rulebook::{Answer, Kind, Rule};
use qiangxian::score::shown;
use rust_decimal::Decimal;

/// The cells of a row, a text each.
fn texts(row: &docx::Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// Writes every paper of every form, to be looked at.
#[test]
fn every_paper_of_every_form_is_a_document() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    for (name, form) in forms() {
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        for paper in Paper::all(form.edition.kind) {
            let bytes = made(&form, *paper);
            let package = Package::open(&bytes);
            assert_eq!(package.faults(), [""; 0], "{name} {}", paper.id());
            let docx = Docx::open(&bytes);
            assert_eq!(docx.styled("Title").len(), titles(&form, *paper), "{}", paper.id());
            let footer = package.part("word/footer1.xml");
            assert!(footer.contains(">PAGE<") && footer.contains("— "), "{footer}");
            // A document does not end with a table, which Word would repair.
            assert!(!package.part("word/document.xml").contains("</w:tbl><w:sectPr"));
            // What stands in a document is what the form says, and no scenario's.
            assert!(!docx.text().contains("假设"), "{}", paper.id());
            std::fs::write(folder.join(format!("{}.docx", paper.id())), bytes).expect("a file");
        }
    }
}

#[test]
fn the_scoring_table_has_the_official_columns_and_the_scores_of_the_page() {
    for (name, form) in forms() {
        if form.edition.kind != Kind::Points {
            continue;
        }
        let bytes = made(&form, Paper::Scores);
        let docx = Docx::open(&bytes);
        let [table] = &docx.tables[..] else { panic!("one table") };
        let head = &table[0];
        assert!(head.is_head && head.is_whole);
        assert_eq!(
            texts(head),
            [
                "序号",
                "类别",
                "指标内容",
                "分数",
                "评分方法",
                "自评得分",
                "备注（得分及扣分原因、佐证编号）",
                "责任单位"
            ]
        );
        assert_eq!(table.iter().filter(|row| row.is_head).count(), 1);
        assert!(table.iter().all(|row| row.is_whole), "{name}");
        let card = form.scorecard();
        let rulebook = form.edition.0;
        // Every indicator, with its official text and its score.
        let is_one = |row: &&docx::Row| row.cells[0].text.parse::<usize>().is_ok();
        let rows: Vec<&docx::Row> = table.iter().filter(is_one).collect();
        assert_eq!(rows.len(), rulebook.indicators.len());
        for ((row, indicator), score) in rows.iter().zip(rulebook.indicators).zip(&card.indicators)
        {
            let cells = texts(row);
            assert_eq!(cells[0], indicator.id);
            assert_eq!(cells[3], shown(indicator.points, 2));
            assert_eq!(cells[4], indicator.wording.trim());
            assert_eq!(cells[5], shown(score.range.low, 2), "{name} {}", indicator.id);
        }
        // The sums are those of the scorecard.
        let sums = |of: &str| -> Vec<(String, String)> {
            let is_of = |row: &&docx::Row| row.cells.iter().any(|cell| cell.text.ends_with(of));
            let at = |row: &docx::Row, back: usize| row.cells[row.cells.len() - back].text.clone();
            table.iter().filter(is_of).map(|row| (at(row, 5), at(row, 3))).collect()
        };
        let of = |most: Decimal, low: Decimal| (shown(most, 2), shown(low, 2));
        let groups = rulebook.groups.iter().zip(&card.groups);
        let groups: Vec<_> = groups.map(|(one, part)| of(one.points, part.range.low)).collect();
        assert_eq!(sums("小计"), groups);
        let parts = rulebook.dimensions.iter().zip(&card.dimensions);
        let parts: Vec<_> = parts.map(|(one, part)| of(one.points, part.range.low)).collect();
        assert_eq!(sums("　合计"), parts);
        assert_eq!(sums("总　计"), [of(rulebook.points, card.total.range.low)]);
        // Dimensions and groups are one cell each, as in the document.
        let begun = |at: usize| {
            let is_begun =
                |row: &&docx::Row| row.cells.get(at).is_some_and(|c| c.merge == "restart");
            table.iter().filter(is_begun).count()
        };
        assert_eq!((begun(1), begun(2)), (rulebook.dimensions.len(), rulebook.groups.len()));
        let xml = Package::open(&bytes).0.remove("word/document.xml").expect("a document");
        assert!(xml.contains(r#"w:w="16838" w:h="11906" w:orient="landscape""#), "A4 across");
    }
}

#[test]
fn figures_that_do_not_add_up_as_they_are_shown_are_explained() {
    let note = "没有四舍五入的数相加";
    let mut said = Vec::new();
    for (_, form) in forms().iter().filter(|(_, form)| form.edition.kind == Kind::Points) {
        let docx = Docx::open(&made(form, Paper::Scores));
        let number = |text: &str| text.parse::<Decimal>().expect("a figure");
        // The groups are summed by hand from what stands above each sum.
        let (mut sum, mut adds_up) = (Decimal::ZERO, true);
        let (mut all, mut total) = (Decimal::ZERO, Decimal::ZERO);
        for row in &docx.tables[0][1..] {
            let cells = texts(row);
            let scored = number(cells[cells.len() - 3]);
            match cells[..3] {
                [_, _, "小计"] => {
                    adds_up &= sum == scored;
                    (sum, all) = (Decimal::ZERO, all + scored);
                }
                [name, ..] if name.ends_with("合计") => {
                    adds_up &= all == scored;
                    (all, total) = (Decimal::ZERO, total + scored);
                }
                ["总　计", ..] => adds_up &= total == scored,
                _ => sum += scored,
            }
        }
        assert_eq!(docx.text().contains(note), !adds_up);
        said.push(adds_up);
    }
    assert!(said.contains(&true) && said.contains(&false), "{said:?}");
}

#[test]
fn a_sum_stands_beneath_every_row_it_sums() {
    let form = read(SAMPLE).expect("the sample");
    let docx = Docx::open(&made(&form, Paper::Scores));
    // All columns are taken in every row, merged or not.
    for row in docx.tables.iter().flatten() {
        assert_eq!(row.cells.iter().map(|cell| cell.span).sum::<usize>(), 8, "{row:?}");
    }
}

#[test]
fn the_report_has_chapters_gaps_and_the_proof_of_every_efficacy_score() {
    let form = read(SAMPLE).expect("the sample");
    let docx = Docx::open(&made(&form, Paper::Report));
    let chapters = docx.styled("Heading1");
    for word in ["总体情况", "各方面得分", "整改措施", "口径", "功效系数法"] {
        assert!(chapters.iter().any(|one| one.contains(word)), "{word}: {chapters:?}");
    }
    assert_eq!(docx.styled("Heading2").len(), form.edition.dimensions.len());
    let text = docx.text();
    let total = shown(form.scorecard().total.range.low, 2);
    assert!(text.contains(&format!("自评总得分 {total} 分")), "{text}");
    // Every gap with its unit and deadline.
    let gaps = with_desk(&form, None, |desk| desk.gaps(Order::Points));
    let [table] = &docx.tables[..] else { panic!("one table") };
    assert!(table[0].is_head);
    assert_eq!(table.len(), gaps.len() + 1);
    for (row, gap) in table[1..].iter().zip(&gaps) {
        let cells = texts(row);
        assert_eq!(cells[0], form.edition[gap.id].id);
        assert!(cells[2..].iter().all(|cell| !cell.is_empty()), "{cells:?}");
    }
    // Every metric that is scored is proved, and every assumption told.
    let efficacy = |rule: &Rule| matches!(rule, Rule::Efficacy { .. });
    let scored = form.edition.indicators.iter().filter(|one| one.rules.iter().any(efficacy));
    assert_eq!(docx.styled("Item").len(), scored.count());
    assert!(text.contains("功效系数 d = 60 + (100 − 60)"), "{text}");
    for note in form.edition.notes {
        assert!(text.contains(note), "{note}");
    }
}

#[test]
fn evidence_is_numbered_by_its_indicator() {
    let form = read(SAMPLE).expect("the sample");
    let docx = Docx::open(&made(&form, Paper::Evidence));
    let [table] = &docx.tables[..] else { panic!("one table") };
    let numbers: Vec<&str> = table[1..].iter().map(|row| row.cells[1].text.as_str()).collect();
    let mut expected = Vec::new();
    for (id, rows) in form.evidence.iter() {
        expected.extend((1..=rows.len()).map(|at| format!("{}-{at}", form.edition[*id].id)));
    }
    assert_eq!(numbers, expected);
    let row = table.iter().find(|row| row.cells[1].text == "6-2").expect("a row");
    let cells = &texts(row)[2..];
    assert_eq!(
        cells,
        [
            "领导小组全体会议纪要",
            "示府专纪〔2022〕4号",
            "2022-03-15",
            "",
            "",
            "县政府办",
            "已备齐",
            ""
        ]
    );
    // The table of scores names the same numbers.
    let scores = Docx::open(&made(&form, Paper::Scores)).text();
    assert!(numbers.iter().all(|number| scores.contains(number)));
}

#[test]
fn every_unit_with_something_to_do_has_an_order() {
    let form = read(SAMPLE).expect("the sample");
    let docx = Docx::open(&made(&form, Paper::Orders));
    let units = docx.styled("Salutation");
    assert_eq!(units.len(), docx.tables.len());
    assert!(units.contains(&"区市场监管局："), "{units:?}");
    let at = units.iter().position(|unit| *unit == "区住建局：").expect("a unit");
    let row = docx.tables[at].iter().find(|row| row.cells[0].text == "34").expect("a row");
    assert!(row.cells[4].text.contains("在监工程项目"), "{row:?}");
    assert!(row.cells[5].text.contains("7月20日前") && row.cells[5].text.contains("还有 19 天"));
    // A form with nothing missing has no order, and the paper says so.
    let done = Docx::open(&made(&read(FILLED).expect("a form"), Paper::Orders));
    assert!(done.styled("Title").len() <= units.len());
}

#[test]
fn the_page_for_leaders_and_the_application_have_the_totals_of_the_page() {
    for (name, form) in forms() {
        if form.edition.kind != Kind::Points {
            continue;
        }
        let card = form.scorecard();
        for paper in [Paper::Brief, Paper::Application] {
            let docx = Docx::open(&made(&form, paper));
            let mut rows = docx.tables.iter().flatten();
            for (dimension, part) in form.edition.dimensions.iter().zip(&card.dimensions) {
                let is_it = |row: &&docx::Row| row.cells[0].text == dimension.title;
                let row = rows.find(is_it).expect("a row");
                assert_eq!(row.cells[2].text, shown(part.range.low, 2), "{name}");
            }
            let sum = rows.find(|row| row.cells[0].text == "合计").expect("a sum");
            assert_eq!(sum.cells[2].text, shown(card.total.range.low, 2), "{name}");
        }
    }
}

#[test]
fn a_checklist_has_its_tasks_by_leading_unit() {
    let (_, form) = forms().pop().expect("a form");
    let docx = Docx::open(&made(&form, Paper::Tasks));
    let [table] = &docx.tables[..] else { panic!("one table") };
    let is_task = |row: &&docx::Row| row.cells.len() == 7 && !row.is_head;
    let mut ids: Vec<&str> = table.iter().filter(is_task).map(|row| &*row.cells[0].text).collect();
    let rows = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((rows, ids.len()), (132, 132), "each task stands once");
    let met = table.iter().filter(is_task).filter(|row| row.cells[3].text == "已达到要求");
    assert_eq!(met.count(), 1);
    assert!(docx.text().contains("已达到要求 1 项"));
    for paper in [Paper::Scores, Paper::Report, Paper::Orders, Paper::Brief, Paper::Application] {
        assert!(!Paper::all(Kind::Checklist).contains(&paper));
    }
}

#[test]
fn a_scenario_stands_on_every_page_as_supposed() {
    let mut form = read(SAMPLE).expect("the sample");
    let field = form.edition.field("14.provincial-lead").expect("a field");
    let mut scenario = Scenario { name: "多<办>两项".to_owned(), ..Scenario::default() };
    scenario.answers.insert(field, Some(Answer::Count(9)));
    form.scenarios.push(scenario);
    let name = Some("多<办>两项");
    for paper in Paper::all(Kind::Points) {
        let bytes = with_desk(&form, name, |desk| papers::paper(desk, *paper, name));
        let package = Package::open(&bytes.expect("a paper"));
        assert_eq!(package.faults(), [""; 0]);
        // A header of odd and one of even pages.
        for header in ["word/header1.xml", "word/header2.xml"] {
            let text = Docx::read(package.part(header)).text();
            assert!(text.contains("假设") && text.contains("多<办>两项"), "{text}");
        }
        let settings = package.part("word/settings.xml");
        assert!(settings.contains("evenAndOddHeaders"), "{settings}");
        let section = package.part("word/document.xml");
        let section = section.rsplit("<w:sectPr").next().unwrap_or_default();
        assert_eq!(section.matches("<w:headerReference").count(), 2, "{section}");
        assert!(!section.contains("titlePg"), "the first page has the header, too");
    }
    let file = papers::file_part(Some(Paper::Scores), name);
    assert!(file.contains("假设"), "{file}");
    // Its figures are the scenario's.
    let bytes = with_desk(&form, name, |desk| papers::paper(desk, Paper::Scores, name));
    let docx = Docx::open(&bytes.expect("a paper"));
    let total = form.score(&form.case_under(name)).total.range.low;
    assert_ne!(total, form.scorecard().total.range.low);
    let last = docx.tables[0].last().expect("a sum");
    assert_eq!(last.cells[3].text, shown(total, 2));
}

#[test]
fn whatever_is_typed_the_papers_are_documents() {
    let form = wild(0);
    for paper in Paper::all(Kind::Points) {
        let bytes = made(&form, *paper);
        assert_eq!(Package::open(&bytes).faults(), [""; 0], "{}", paper.id());
    }
    let text = Docx::open(&made(&form, Paper::Scores)).text();
    assert!(text.contains("甲<w:p>&amp;]]>乙") && text.contains("\"引'用\" 丙𠮷😀"), "{text}");
}

#[test]
fn a_row_longer_than_a_page_may_be_broken_and_a_text_is_cut_in_words() {
    let form = wild(60_000);
    let docx = Docx::open(&made(&form, Paper::Scores));
    let broken = docx.tables[0].iter().filter(|row| !row.is_whole).count();
    assert_eq!(broken, form.edition.indicators.len());
    assert!(docx.text().contains("字从略，全文见填报文件）"));
    for paper in Paper::all(Kind::Points) {
        let bytes = made(&form, *paper);
        assert!(bytes.len() < 4_000_000, "{}: {}", paper.id(), bytes.len());
    }
}

#[test]
fn all_papers_come_in_one_archive_with_an_order_for_each_unit() {
    let form = read(SAMPLE).expect("the sample");
    let bytes = with_desk(&form, None, |desk| papers::all(desk, None)).expect("an archive");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut names = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).expect("bytes");
        assert_eq!(Package::open(&bytes).faults(), [""; 0]);
        names.push(file.name().expect("a name").into_owned());
    }
    for paper in Paper::all(Kind::Points) {
        let name = format!("{}.docx", paper.name());
        assert_eq!(names.contains(&name), *paper != Paper::Orders, "{names:?}");
    }
    let orders = names.iter().filter(|name| name.starts_with("任务交办单/")).count();
    assert_eq!(orders, titles(&form, Paper::Orders));
    assert!(names.contains(&"任务交办单/区市场监管局.docx".to_owned()), "{names:?}");
    let of_city = with_desk(&city(), None, |desk| papers::all(desk, None)).expect("an archive");
    let zip = zip::ZipArchive::new(std::io::Cursor::new(of_city)).expect("an archive");
    assert_eq!(zip.len(), 3);
}

#[test]
fn another_reader_opens_every_paper() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers/python");
    let mut all = forms();
    all.push(("wild", wild(0)));
    let (mut files, mut made_of) = (Vec::new(), Vec::new());
    for (name, form) in &all {
        for paper in Paper::all(form.edition.kind) {
            let bytes = made(form, *paper);
            files.push(python::write(&folder, &format!("{name}-{}.docx", paper.id()), &bytes));
            made_of.push((*paper, titles(form, *paper), Docx::open(&bytes)));
        }
    }
    let Some(found) = python::open(&files) else { return };
    assert_eq!(found.len(), files.len());
    for ((paper, titles, docx), found) in made_of.iter().zip(found) {
        let headings = docx.paragraphs.iter().filter(|one| one.style.starts_with("Heading"));
        let expected = python::Found {
            titles: *titles,
            headings: headings.count(),
            rows: docx.tables.iter().map(Vec::len).sum(),
            has_cells: !docx.tables.is_empty(),
            is_wide: matches!(paper, Paper::Scores | Paper::Evidence | Paper::Tasks),
        };
        assert_eq!(found, expected, "{}", paper.id());
    }
}

#[test]
fn fonts_that_are_not_installed_have_others_in_their_stead() {
    let package = Package::open(&made(&city(), Paper::Tasks));
    let fonts = package.part("word/fontTable.xml");
    for font in ["方正小标宋简体", "黑体", "仿宋_GB2312"] {
        let name = format!("<w:font w:name=\"{font}\"><w:altName");
        assert!(fonts.contains(&name), "{fonts}");
    }
    let styles = package.part("word/styles.xml");
    // 三号 with 28 pt from line to line.
    assert!(styles.contains(r#"w:line="560" w:lineRule="exact""#), "{styles}");
}

#[test]
fn what_reviewers_said_stands_behind_the_self_score() {
    use qiangxian::form::{Review, ReviewFinding, ReviewStage, Verdict};
    let mut form = read(SAMPLE).expect("the sample");
    let mut round = Review {
        by: "王某".into(),
        on: Some("2022-09-20".into()),
        signed: true,
        ..Review::default()
    };
    let (points, reason) = (Some(Decimal::ONE), "只有县级通报".to_owned());
    round.rows.insert(
        form.edition.indicator("3").expect("an indicator"),
        ReviewFinding { verdict: Verdict::Reduced, points, reason },
    );
    form.reviews.insert(ReviewStage::First, round);
    let docx = Docx::open(&made(&form, Paper::Scores));
    let [table] = &docx.tables[..] else { panic!("one table") };
    assert_eq!(texts(&table[0])[5..7], ["自评得分", "审核得分"]);
    let row = table.iter().find(|row| row.cells[0].text == "3").expect("a row");
    assert_eq!(texts(row)[5..7], ["2", "初审 1（核减）：只有县级通报"]);
    let total = table.iter().find(|row| row.cells[0].text == "总　计").expect("the total");
    assert!(texts(total).contains(&"1"), "{:?}", texts(total));
    let text = docx.text();
    assert!(text.contains("初审（王某 2022-09-20 签字）") && text.contains("待补和未审的暂不计分"));
}

#[test]
fn copies_pages_and_fingerprints_stand_in_the_catalogue_and_on_the_covers() {
    use qiangxian::form::{FileMark, Filed};
    let mut form = read(SAMPLE).expect("the sample");
    let id = form.edition.indicator("6").expect("an indicator");
    let mut filing = form.filing().expect("a record");
    let file =
        FileMark { name: "纪要.pdf".into(), bytes: 1, sha256: "0123456789abcdef".repeat(4) };
    filing.set(id, 1, Filed { copies: Some(2), pages: Some(8), files: vec![file], was: None });
    form.set_filing(&filing);
    let docx = Docx::open(&made(&form, Paper::Evidence));
    let row = docx.tables[0].iter().find(|row| row.cells[1].text == "6-2").expect("a row");
    let cells = texts(row);
    assert_eq!((cells[5], cells[6], cells[9]), ("2", "8", "01234567"));
    let covers = Docx::open(&made(&form, Paper::Covers));
    assert_eq!(covers.tables.len(), titles(&form, Paper::Covers));
    let rows = covers.tables.iter().flatten();
    let row = rows.into_iter().find(|row| row.cells[0].text == "6-2").expect("a row");
    assert_eq!(texts(row)[2..], ["2", "8"]);
    assert!(covers.text().contains("共 2 份材料，合计 2 份，共 8 页。"), "{}", covers.text());
}
