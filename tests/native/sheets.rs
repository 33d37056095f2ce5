//! Workbooks: what goes out comes back, and what was filled in merges.

use crate::any_form;

use any_form::{form, keeps, method, whole};
use proptest::prelude::*;
use qiangxian::form::{Evidence, Form, merge, read, read_with, write};
use qiangxian::rulebook::{Answer, Rulebook, source};
use qiangxian::sheets::{ReadWorkbook, Request, Sheet, returned, sheets, workbook};
use qiangxian::text::returned::Weight;

const SAMPLE: &str = include_str!("../../seeds/sample-county.qiangxian.json");
const REQUEST: Request =
    Request { unit: None, today: "2022-07-01", sent: "2022-07-01T09:30", parent: "parent" };
const UNIT: &str = "区市场监管局";

/// The sheets of a form's workbook.
#[track_caller]
fn made(form: &Form, unit: Option<&str>) -> Vec<Sheet> {
    let book = workbook(form, &Request { unit, ..REQUEST }).expect("a workbook");
    sheets(&book).expect("sheets")
}

/// What was read of sheets that carry their form.
#[track_caller]
fn reading(sheets: &[Sheet]) -> ReadWorkbook {
    qiangxian::sheets::returned_sheets(sheets, &[], "").unwrap_or_else(|said| panic!("{said}"))
}

/// The slices of sheets of which nothing was refused.
#[track_caller]
fn slices(sheets: &[Sheet]) -> Vec<Form> {
    let ReadWorkbook { slices, messages } = reading(sheets);
    let refused: Vec<_> = messages.iter().filter(|one| one.weight == Weight::Refused).collect();
    assert!(refused.is_empty(), "{refused:?}");
    slices
}

/// The row of a key in a unit's sheet.
#[track_caller]
fn row<'a>(sheets: &'a mut [Sheet], unit: &str, key: &str) -> &'a mut Vec<String> {
    let mark = format!("qiangxian.unit {unit}");
    let is_unit = |sheet: &&mut Sheet| {
        sheet.rows.first().and_then(|row| row.first()).is_some_and(|cell| *cell == mark)
    };
    let sheet = sheets.iter_mut().find(is_unit).expect("the unit's sheet");
    let row = sheet.rows.iter_mut().find(|row| row.first().is_some_and(|cell| cell == key));
    let row = row.unwrap_or_else(|| panic!("no row {key}"));
    row.resize(7, String::new());
    row
}

#[track_caller]
fn fill(sheets: &mut [Sheet], key: &str, value: &str) {
    row(sheets, UNIT, key)[3] = value.to_owned();
}

/// The last of the blank rows of evidence.
fn blank_proof(sheets: &[Sheet]) -> usize {
    let keys = sheets.iter().flat_map(|sheet| &sheet.rows).filter_map(|row| row.first());
    keys.filter(|key| key.starts_with("evidence:")).count() - 1
}

fn sample() -> Form {
    read(SAMPLE).expect("the sample")
}

#[test]
fn a_workbook_that_nobody_filled_in_has_nothing_to_merge() {
    let book = workbook(&sample(), &REQUEST).expect("a workbook");
    let reading = returned(&book, &[], "").expect("a reading");
    assert_eq!(reading, ReadWorkbook::default());
}

#[test]
fn a_summary_and_the_table_stand_before_the_units() {
    let form = sample();
    let made = made(&form, None);
    let names: Vec<&str> = made.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names[..3], ["汇总", "逐项得分", UNIT]);
    let table = &made[1];
    assert_eq!(table.rows.len(), 44);
    let card = form.scorecard();
    let points = table.rows[0].iter().position(|name| name == "已得分").expect("a column");
    for (row, score) in table.rows[1..].iter().zip(&card.indicators) {
        let printed = qiangxian::score::shown(score.range.low, 2);
        assert_eq!(row[points], printed, "{row:?}");
    }
}

#[test]
fn what_a_unit_fills_in_merges_as_its_slice() {
    let form = sample();
    let mut sheets = made(&form, Some(UNIT));
    assert_eq!(sheets.len(), 3, "one unit gets its own sheet and what is hidden");
    fill(&mut sheets, "field:14.provincial-lead", " ３ 项");
    fill(&mut sheets, "field:12.platform", "否");
    fill(&mut sheets, "field:17.energy-review", "98.5%");
    fill(&mut sheets, "field:5.event", "国家级");
    fill(&mut sheets, "option:11.policies:brand", "是");
    fill(&mut sheets, "reference:19.number:satisfactory", "");
    fill(&mut sheets, "note:14", "已补填");
    let cells = ["", "", "某奖", "某公司", "省级", "2021", ""].map(str::to_owned);
    let at = row(&mut sheets, UNIT, "row:43.honours:6");
    at[2..].clone_from_slice(&cells[2..]);
    let blank = format!("evidence:{}", blank_proof(&sheets));
    let at = row(&mut sheets, UNIT, &blank);
    let proof =
        ["14", "标准文本", "鲁标〔2022〕1号", "2022.3.1", "标准科", "是"].map(str::to_owned);
    at[1..].clone_from_slice(&proof);
    let slices = slices(&sheets);
    let [slice] = &slices[..] else { panic!("one slice") };
    let about = slice.slice.as_ref().expect("a slice");
    assert_eq!((about.unit.as_str(), about.parent.as_str()), (UNIT, "parent"));
    // It travels as a file like any slice.
    let slice = read(&write(slice)).expect("a slice's file");
    let merged = merge(&form, &slice).expect("a merge");
    let answer = |name: &str| {
        merged.form.case.answers.get(form.edition.field(name).expect("a field")).cloned()
    };
    assert_eq!(answer("14.provincial-lead"), Some(Answer::Count(3)));
    assert_eq!(answer("12.platform"), Some(Answer::YesNo(false)));
    assert_eq!(answer("17.energy-review"), Some(Answer::Figure("98.5".parse().expect("a figure"))));
    assert_eq!(answer("5.event"), Some(Answer::Choice(2)));
    assert_eq!(answer("11.policies"), Some(Answer::Set(0b111)));
    let Some(Answer::Rows(rows)) = answer("43.honours") else { panic!("rows") };
    assert!(rows.iter().any(|row| row.title == "某奖" && row.year == Some(2021)), "{rows:?}");
    let id = form.edition.indicator("14").expect("an indicator");
    assert_eq!(merged.form.notes.get(&id).map(String::as_str), Some("已补填"));
    let proofs = merged.form.evidence.get(&id).expect("evidence");
    let expected = Evidence {
        title: "标准文本".into(),
        number: Some("鲁标〔2022〕1号".into()),
        date: Some("2022-03-01".into()),
        place: Some("标准科".into()),
        ready: Some(true),
    };
    assert!(proofs.contains(&expected), "{proofs:?}");
    // What the unit left alone stays.
    assert_eq!(merged.form.adjustments, form.adjustments);
    assert_eq!(merged.form.county, form.county);
}

#[test]
fn sheets_of_several_units_come_back_as_several_slices() {
    let form = sample();
    let mut sheets = made(&form, None);
    fill(&mut sheets, "field:12.platform", "否");
    row(&mut sheets, "区住建局", "field:32.green-design")[3] = "99".to_owned();
    let slices = slices(&sheets);
    let units: Vec<&str> =
        slices.iter().filter_map(|one| Some(one.slice.as_ref()?.unit.as_str())).collect();
    assert_eq!(units, [UNIT, "区住建局"]);
    // A sheet that was moved, renamed or sent without the others is known still.
    sheets.retain(|sheet| sheet.name == "区住建局" || sheet.name == "qiangxian.form");
    sheets.reverse();
    sheets[1].name = "Sheet1".to_owned();
    assert_eq!(self::slices(&sheets).len(), 1);
}

#[test]
fn what_is_wrong_is_named_with_its_cell() {
    let mut sheets = made(&sample(), Some(UNIT));
    fill(&mut sheets, "field:12.platform", "大概");
    fill(&mut sheets, "field:17.energy-review", "101");
    let reading = reading(&sheets);
    let said: Vec<String> = reading.messages.iter().map(|one| one.line()).collect();
    let said = said.join("\n");
    for words in [UNIT, "「大概」", "是、否", "「101」", "D"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(reading.slices, []);
    let said = returned(b"PK\x03\x04", &[], "").expect_err("no workbook");
    assert!(said.contains("不完整"), "{said}");
}

#[test]
fn rows_beyond_those_given_belong_to_their_list() {
    let mut sheets = made(&sample(), Some(UNIT));
    let sheet = sheets.first_mut().expect("the unit's sheet");
    let row = ["", "12", "材料一", "", "", "", "否"].map(str::to_owned);
    sheet.rows.push(row.to_vec());
    let slices = slices(&sheets);
    let id = slices[0].edition.indicator("12").expect("an indicator");
    let proofs = slices[0].evidence.get(&id).expect("evidence");
    assert_eq!(proofs.last().map(|row| row.title.as_str()), Some("材料一"));
}

#[test]
fn tasks_go_out_and_come_back() {
    let text = include_str!("../data/explain/tasks.toml");
    let rulebook: &'static Rulebook =
        Box::leak(Box::new(source::read(text).unwrap_or_else(|problem| panic!("{problem}"))));
    let text =
        r#"{"format":"qiangxian.form","version":1,"rulebook":"tasks","answers":{"3.filed":"80"}}"#;
    let form = read_with(text, |_| Some(rulebook)).expect("a form");
    let made = made(&form, None);
    assert_eq!(made[1].rows.len(), 4);
    assert!(made.iter().any(|sheet| sheet.name == "口岸办"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_form_comes_back_as_it_went(all in whole(), method in method(), keeps in keeps()) {
        let mut form = form(&all, method, &keeps);
        prop_assert_eq!(reading(&made(&form, None)), ReadWorkbook::default());
        // One thing filled in is one thing merged.
        let field = form.edition.field("2.model").expect("a field");
        form.case.answers.set(field, None);
        let mut sheets = made(&form, None);
        fill(&mut sheets, "field:2.model", "是");
        let slices = slices(&sheets);
        let merged = merge(&form, &slices[0]).expect("a merge");
        form.case.answers.set(field, Some(Answer::YesNo(true)));
        prop_assert_eq!(merged.form, form);
    }
}

/// The text of a part of a workbook.
#[track_caller]
fn part(book: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book)).expect("a workbook");
    let mut text = String::new();
    let mut part = zip.by_name(name).expect("a part");
    std::io::Read::read_to_string(&mut part, &mut text).expect("text");
    text
}

#[test]
fn what_users_wrote_stays_text() {
    let form =
        read(include_str!("../data/forms/texts-like-numbers.qiangxian.json")).expect("a form");
    let book = workbook(&form, &REQUEST).expect("a workbook");
    let made = sheets(&book).expect("sheets");
    let all: Vec<&String> =
        made.iter().take(2).flat_map(|sheet| sheet.rows.iter().flatten()).collect();
    for text in ["0531", "3.10", "001"] {
        assert!(all.iter().any(|cell| *cell == text), "{text}");
    }
    // Only columns of figures hold numbers.
    let table = part(&book, "xl/worksheets/sheet2.xml");
    let head = &made[1].rows[0];
    for cell in table.split("<c r=\"").skip(1) {
        let (place, rest) = cell.split_once('"').expect("a place");
        let letters: String = place.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
        let [letter] = letters.as_bytes() else { panic!("{letters}") };
        let name = &head[usize::from(letter - b'A')];
        let is_number =
            rest.contains("<v>") && !rest.split('>').next().expect("a tag").contains("t=\"");
        let may = ["序号", "已得分", "最高可得", "满分"].contains(&name.as_str());
        assert!(!is_number || may, "{place} {name}");
    }
}

#[test]
fn a_text_too_long_for_a_cell_is_marked_and_locked() {
    let mut form = sample();
    let id = form.edition.indicator("14").expect("an indicator");
    let note = "长".repeat(20_000);
    form.notes.insert(id, note.clone());
    let mut sheets = made(&form, Some(UNIT));
    assert_eq!(reading(&sheets), ReadWorkbook::default());
    let cell = &mut row(&mut sheets, UNIT, "locked:note:14")[3];
    assert!(cell.ends_with("此格已锁定，请在网页里改）"), "{cell}");
    *cell = "已缩短的备注".to_owned();
    let reading = reading(&sheets);
    let said: Vec<String> = reading.messages.iter().map(|one| one.line()).collect();
    assert!(matches!(&said[..], [one] if one.contains("已锁定")), "{said:?}");
    assert_eq!(reading.slices, []);
}

#[test]
fn rows_are_as_high_as_their_texts() {
    let book = workbook(&sample(), &Request { unit: Some(UNIT), ..REQUEST }).expect("a workbook");
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    // The official wording of 4 has five lines and more.
    let wording = sheets(&book).expect("sheets")[0]
        .rows
        .iter()
        .position(|row| row.iter().any(|cell| cell.matches('\n').count() >= 3))
        .expect("a wording of several lines");
    let tag = format!("<row r=\"{}\"", wording + 1);
    let tag = sheet.split(&tag).nth(1).and_then(|rest| rest.split('>').next()).expect("a row");
    let height =
        tag.split("ht=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a height");
    assert!(height.parse::<f64>().expect("a number") > 60.0, "{tag}");
    let merged = format!("<mergeCell ref=\"B{0}:G{0}\"/>", wording + 1);
    assert!(sheet.contains(&merged), "{merged}");
}

#[test]
fn a_none_and_blanks_and_words_are_read_as_meant() {
    let form = sample();
    let mut sheets = made(&form, Some(UNIT));
    fill(&mut sheets, "field:5.event", "国家");
    fill(&mut sheets, "field:27.analysis", "已开展");
    fill(&mut sheets, "field:14.provincial-lead", "二");
    fill(&mut sheets, "field:12.platform", "—");
    fill(&mut sheets, "field:17.energy-review", "0,985");
    fill(&mut sheets, "field:17.verification", "\u{202d}99.5\u{202c}");
    let reading = reading(&sheets);
    let of = |weight| reading.messages.iter().filter(move |one| one.weight == weight);
    let taken: Vec<&str> = of(Weight::Taken).map(|one| one.found.as_str()).collect();
    assert_eq!(taken, ["国家", "二", "已开展"]);
    assert_eq!(of(Weight::Kept).count(), 1, "a sign for nothing where something was sent");
    assert_eq!(of(Weight::Refused).map(|one| one.found.as_str()).collect::<Vec<_>>(), ["0,985"]);
    let answer = |name: &str| {
        let id = form.edition.field(name).expect("a field");
        reading.slices[0].case.answers.get(id).cloned()
    };
    assert_eq!(answer("5.event"), Some(Answer::Choice(2)));
    assert_eq!(answer("27.analysis"), Some(Answer::Choice(1)));
    assert_eq!(answer("14.provincial-lead"), Some(Answer::Count(2)));
    assert_eq!(answer("12.platform"), Some(Answer::YesNo(true)));
    assert_eq!(answer("17.verification"), Some(Answer::Figure("99.5".parse().expect("a figure"))));
}

#[test]
fn a_copied_row_of_a_list_is_one_more_row() {
    let form = sample();
    let mut sheets = made(&form, Some(UNIT));
    let mut copy = row(&mut sheets, UNIT, "row:43.honours:0").clone();
    copy[2] = "又一项荣誉".to_owned();
    let at = sheets[0].rows.iter().position(|row| row[0] == "row:43.honours:1").expect("a row");
    sheets[0].rows.insert(at, copy);
    let slices = slices(&sheets);
    let id = form.edition.field("43.honours").expect("a field");
    let rows = |form: &Form| match form.case.answers.get(id) {
        Some(Answer::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    };
    assert_eq!(rows(&slices[0]).len(), rows(&form).len() + 1);
    // One that was cleared stays, and is told.
    let mut sheets = made(&form, Some(UNIT));
    row(&mut sheets, UNIT, "row:43.honours:1")[2..].fill(String::new());
    let reading = reading(&sheets);
    assert_eq!((reading.slices.len(), reading.messages.len()), (0, 1));
    assert_eq!(reading.messages[0].weight, Weight::Kept);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever people do to cells, what is taken is a form that a file can hold,
    /// and no cell with something in it is passed over in silence.
    #[test]
    fn any_edit_is_read_or_told(
        edits in prop::collection::vec((1usize..280, 1usize..9, "[0-9]{1,3}|是|否|有|/|98%|甲乙丙|x{3}"), 1..12)
    ) {
        let mut sheets = made(&sample(), Some(UNIT));
        let before = sheets[0].clone();
        for (row, column, text) in &edits {
            if let Some(cells) = sheets[0].rows.get_mut(*row) {
                cells.resize(cells.len().max(9), String::new());
                cells[*column] = text.clone();
            }
        }
        let ReadWorkbook { slices, messages } = reading(&sheets);
        for slice in &slices {
            prop_assert_eq!(read(&write(slice)), Ok(slice.clone()));
        }
        let cell = |sheet: &Sheet, row: usize, column: usize| {
            sheet.rows.get(row).and_then(|row| row.get(column)).cloned().unwrap_or_default()
        };
        let is_edited = edits.iter().any(|(row, column, _)| {
            cell(&before, *row, *column) != cell(&sheets[0], *row, *column)
        });
        prop_assert!(!is_edited || !slices.is_empty() || !messages.is_empty(), "{edits:?}");
    }
}

#[test]
fn a_workbook_of_a_reviewed_form_has_both_scores_and_comes_back_as_ever() {
    use qiangxian::form::{Review, ReviewFinding, ReviewStage, Verdict};
    let mut form = sample();
    let mut round = Review::default();
    let (points, reason) = (Some(rust_decimal::Decimal::ONE), "只有县级通报".to_owned());
    round.rows.insert(
        form.edition.indicator("3").expect("an indicator"),
        ReviewFinding { verdict: Verdict::Reduced, points, reason },
    );
    form.reviews.insert(ReviewStage::First, round);
    let made = made(&form, None);
    let names: Vec<&str> = made.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names[..3], ["汇总", "逐项得分", "审核差异"]);
    let table = &made[1];
    let at = table.rows[0].iter().position(|name| name == "初审得分").expect("a column");
    let row = table.rows.iter().find(|row| row[0] == "3").expect("a row");
    assert_eq!(row[at..at + 2], ["1", "核减：只有县级通报"]);
    assert_eq!(made[2].rows[1][3..7], ["2", "1（核减）", "-1", "核减：只有县级通报"]);
    let book = workbook(&form, &REQUEST).expect("a workbook");
    assert_eq!(returned(&book, &[], "").expect("a reading"), ReadWorkbook::default());
}
