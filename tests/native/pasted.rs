//! Blocks of cells pasted from a spreadsheet: what is read of them, and what is told.

use proptest::prelude::*;
use qiangxian::form::{Evidence, Form, slice};
use qiangxian::rulebook::{Answer, FieldId, IndicatorId, Row};
use qiangxian::session::pasting::{PastedFigure, cells, evidence, figures, honours, is_block};
use qiangxian::session::{EvidencePart, Session, Slot};
use rust_decimal::Decimal;

fn blank() -> Form {
    Form::blank().unwrap()
}

fn indicator(form: &Form, number: &str) -> IndicatorId {
    form.edition.indicator(number).unwrap()
}

fn field(form: &Form, name: &str) -> FieldId {
    form.edition.field_ids().find(|id| form.edition[*id].id == name).unwrap()
}

fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn cells_are_read_as_spreadsheets_write_them() {
    let check =
        |text: &str, expected: &[&[&str]]| assert_eq!(cells(text), texts(expected), "{text:?}");
    check("a\tb\r\nc\t\r\n", &[&["a", "b"], &["c", ""]]);
    check("a\n\nb", &[&["a"], &[""], &["b"]]);
    check("\"两\n行\"\t\"有\"\"引号\"\"\"\n\"\"\tb", &[&["两\n行", "有\"引号\""], &["", "b"]]);
    // Quotation marks of the text's own.
    check("\"一\"个\tb", &[&["\"一\"个", "b"]]);
    check("\"没有完\tb", &[&["\"没有完", "b"]]);
}

#[test]
fn one_cell_is_no_block() {
    for text in ["", "一个词", "一个词\r\n", "96.5\n"] {
        assert!(!is_block(text), "{text:?}");
    }
    for text in ["a\tb", "a\nb", "a\t"] {
        assert!(is_block(text), "{text:?}");
    }
}

#[test]
fn rows_of_evidence_are_read_by_place_or_by_head() {
    let plain = evidence(
        &cells("区委文件\t区委〔2022〕5号\t2022年3月1日\t档案室\t是\n会议纪要\t/\t2022-04\n"),
        EvidencePart::Title,
    );
    assert!(plain.told.is_empty(), "{:?}", plain.told);
    let [first, second] = plain.taken.as_slice() else { panic!("{:?}", plain.taken) };
    let whole = Evidence {
        title: "区委文件".to_owned(),
        number: Some("区委〔2022〕5号".to_owned()),
        date: Some("2022-03-01".to_owned()),
        place: Some("档案室".to_owned()),
        ready: Some(true),
    };
    assert_eq!(first, &whole);
    assert_eq!((second.number.clone(), second.date.as_deref()), (None, Some("2022-04")));

    let headed = evidence(
        &cells("序号\t文号\t材料名称\t页数\n1\t区委〔2022〕5号\t区委文件\t12\n"),
        EvidencePart::Title,
    );
    assert!(headed.told.is_empty(), "{:?}", headed.told);
    assert_eq!(headed.taken[0].title, "区委文件");
    assert_eq!(headed.taken[0].number.as_deref(), Some("区委〔2022〕5号"));

    // A first column that only counts, and a paste into the second cell.
    let counted = evidence(&cells("1\t甲\n2\t乙\n3\t丙"), EvidencePart::Title);
    let titles: Vec<&str> = counted.taken.iter().map(|row| &*row.title).collect();
    assert_eq!(titles, ["甲", "乙", "丙"]);
    let second = evidence(&cells("5号\t2022\n6号\t2023"), EvidencePart::Number);
    assert!(second.taken.is_empty(), "rows without a title are none");
    assert_eq!(second.told.len(), 2);
}

#[test]
fn what_is_not_understood_is_told_and_the_rest_is_taken() {
    let read = evidence(&cells("甲\t1号\t去年\t柜里\t也许\t多的\n\t2号\n乙"), EvidencePart::Title);
    let titles: Vec<&str> = read.taken.iter().map(|row| &*row.title).collect();
    assert_eq!(titles, ["甲", "乙"]);
    assert_eq!((&read.taken[0].date, read.taken[0].place.as_deref()), (&None, Some("柜里")));
    for word in ["去年", "也许", "多的", "2号"] {
        assert!(read.told.iter().any(|line| line.contains(word)), "{word}: {:?}", read.told);
    }
    assert_eq!(read.told.len(), 4);
}

#[test]
fn rows_of_honours_are_read() {
    let form = blank();
    let list = &form.edition[field(&form, "43.honours")];
    let read =
        honours(list, &cells("省长质量奖\t某公司\t省级\t2016\n某奖\t某厂\t宇宙级\t二〇\n"), 0);
    assert_eq!(read.taken.len(), 2);
    let level = read.taken[0].level.map(|at| list.options[usize::from(at)].id);
    assert_eq!((level, read.taken[0].year), (Some("provincial"), Some(2016)));
    assert_eq!((read.taken[1].level, read.taken[1].year), (None, None));
    assert_eq!(read.told.len(), 2, "{:?}", read.told);
}

#[test]
fn numbers_and_figures_become_answers() {
    let form = blank();
    let read = figures(
        &form,
        &form.case,
        &cells(
            "序号\t数值\n2\t是\n26、\t96.5%\n14\t主导制定的省级地方标准\t三\n4\t国家的什么\t2\n99\t1\n26\t九十\n",
        ),
    );
    let of = |name: &str| read.taken.iter().find(|one| one.field == field(&form, name));
    assert_eq!(of("2.model").map(|one| one.answer.clone()), Some(Answer::YesNo(true)));
    let handled = of("26.handled").unwrap();
    assert_eq!(handled.answer, Answer::Figure(Decimal::new(965, 1)));
    assert_eq!((&*handled.before, &*handled.after), ("", "96.5"));
    let led = of("14.provincial-lead").unwrap();
    assert_eq!(led.answer, Answer::Count(3));
    assert_eq!(read.taken.len(), 3, "a row with a cell that is no value is not taken in part");
    for (line, word) in [(4, "三"), (5, "国家的什么"), (6, "99"), (7, "九十")] {
        let is_told =
            |told: &String| told.contains(&format!("第 {line} 行")) && told.contains(word);
        assert!(read.told.iter().any(is_told), "{word}: {:?}", read.told);
    }
}

#[test]
fn a_slice_takes_what_it_asks() {
    let whole = blank();
    let asked = [indicator(&whole, "2")];
    let part = slice(&whole, "某局", &asked, "2022-07-01T08:00", "a");
    let read = figures(&part, &part.case, &cells("2\t是\n12\t是"));
    assert_eq!(read.taken.len(), 1);
    assert_eq!(read.told.len(), 1);
}

#[test]
fn more_values_than_entries_are_refused_whole() {
    let form = blank();
    let read = figures(&form, &form.case, &cells("26\t1\t2\t3\t4\t5\t6\t7"));
    assert!(read.taken.is_empty());
    assert_eq!(read.told.len(), 1);
    let read = figures(&form, &form.case, &cells("43\t1"));
    assert!(read.taken.is_empty());
    assert_eq!(read.told.len(), 1);
}

#[test]
fn what_stands_there_already_is_no_change() {
    let mut form = blank();
    form.case.answers.set(field(&form, "2.model"), Some(Answer::YesNo(true)));
    let read = figures(&form, &form.case, &cells("2\t有\n"));
    assert!(read.taken.is_empty());
}

#[test]
fn pasted_answers_are_one_step_of_undo() {
    let form = blank();
    let mut session = Session::new(form.clone(), "a".to_owned());
    session.type_in(Slot::Field(field(&form, "26.handled")), "九十");
    let read = figures(&form, &form.case, &cells("2\t是\n26\t96.5"));
    session.paste_figures(read.taken);
    assert_eq!(session.text_in(Slot::Field(field(&form, "26.handled"))), "96.5");
    assert_eq!(session.form().case.answers.iter().count(), 2);
    session.step(true);
    assert_eq!(session.form().case, form.case);
}

#[test]
fn pasted_rows_go_where_there_is_room() {
    let form = blank();
    let (honours, proofs) = (field(&form, "43.honours"), indicator(&form, "3"));
    let mut session = Session::new(form, "a".to_owned());
    let named = |title: &str| Row { title: title.to_owned(), ..Row::default() };
    session.add_rows(honours, vec![named("旧"), Row::default()]);
    session.paste_rows(honours, vec![named("新"), named("又一")]);
    let Some(Answer::Rows(rows)) = session.form().case.answers.get(honours) else { panic!() };
    let titles: Vec<&str> = rows.iter().map(|row| &*row.title).collect();
    assert_eq!(titles, ["旧", "新", "又一"]);

    // Half a row of evidence stays behind what is pasted.
    session.type_in(Slot::Evidence(proofs, 0, EvidencePart::Number), "5号");
    let pasted = evidence(&cells("甲\n乙"), EvidencePart::Title).taken;
    session.paste_evidence(proofs, pasted);
    assert_eq!(session.evidence_rows(proofs), 3);
    assert_eq!(session.text_in(Slot::Evidence(proofs, 0, EvidencePart::Number)), "");
    assert_eq!(session.text_in(Slot::Evidence(proofs, 2, EvidencePart::Number)), "5号");
}

proptest! {
    /// Cells written as spreadsheets write them are read again.
    #[test]
    fn a_block_is_read_as_it_was_written(
        rows in prop::collection::vec(prop::collection::vec("[a甲\"\n\t ]{0,4}", 1..4), 1..5)
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
        let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
        prop_assert_eq!(cells(&text), rows);
    }

    /// Whatever is pasted, nothing panics, and every answer fits its field.
    #[test]
    fn any_block_is_read(text in "[0-9\t\n是否有/\".,%省级a-c-]{0,60}") {
        let form = blank();
        let block = cells(&text);
        for part in EvidencePart::ALL {
            evidence(&block, part);
        }
        for at in 0..4 {
            honours(&form.edition[field(&form, "43.honours")], &block, at);
        }
        let taken: Vec<PastedFigure> = figures(&form, &form.case, &block).taken;
        let mut session = Session::new(form, "a".to_owned());
        session.paste_figures(taken);
        let file = qiangxian::form::write(session.form());
        prop_assert_eq!(&qiangxian::form::read(&file).unwrap(), &**session.form());
    }
}
