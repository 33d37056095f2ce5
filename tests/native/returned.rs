//! Returned workbooks as people send them: what is good is taken, everything else
//! is told by its cell. The files are workbooks of this tool, edited in
//! spreadsheets (`tests/data/workbooks`).

use qiangxian::form::limits::WORKBOOK_BYTES;
use qiangxian::form::{Form, Place, Value, home, merge, merge_all, read, read_bytes};
use qiangxian::rulebook::{Answer, Reference, editions};
use qiangxian::sheets::{Own, ReadWorkbook, UNPACKED, returned};
use qiangxian::text::form_problem;
use qiangxian::text::returned::Weight;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn bytes(name: &str) -> Vec<u8> {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "data", "workbooks", name].iter().collect();
    std::fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

#[track_caller]
fn reading_with(name: &str, own: &[Own]) -> ReadWorkbook {
    returned(&bytes(name), own, "2026-11-28T10:00").unwrap_or_else(|said| panic!("{name}: {said}"))
}

#[track_caller]
fn reading(name: &str) -> ReadWorkbook {
    reading_with(name, &[])
}

fn sample() -> Form {
    read(include_str!("../../seeds/sample-county.qiangxian.json")).expect("the sample")
}

fn blank() -> Form {
    Form::new(editions::find("shandong-county-2022").expect("an edition"))
}

/// The messages of a weight, as cell and text.
fn told(reading: &ReadWorkbook, weight: Weight) -> Vec<(&str, &str)> {
    let all = reading.messages.iter().filter(|one| one.weight == weight);
    all.map(|one| (one.cell.as_str(), one.said.as_str())).collect()
}

/// Cells that messages of a weight name.
fn cells(reading: &ReadWorkbook, weight: Weight) -> Vec<&str> {
    told(reading, weight).into_iter().map(|(cell, _)| cell).collect()
}

/// The answers that a reading changes, as a form file writes them.
#[track_caller]
fn changed(reading: &ReadWorkbook) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for slice in &reading.slices {
        let base = &slice.slice.as_ref().expect("a slice").base;
        for id in slice.edition.field_ids() {
            let answer = slice.case.answers.get(id);
            if answer != base.case.answers.get(id) {
                all.push((slice.edition.0[id].id, shown(answer)));
            }
        }
    }
    all
}

fn shown(answer: Option<&Answer>) -> String {
    match answer {
        None => "open".into(),
        Some(Answer::YesNo(yes)) => yes.to_string(),
        Some(Answer::Choice(at)) => at.to_string(),
        Some(Answer::Set(chosen)) => format!("{chosen:b}"),
        Some(Answer::Count(n)) => n.to_string(),
        Some(Answer::Figure(x)) => x.normalize().to_string(),
        Some(Answer::Rows(rows)) => format!("{} rows", rows.len()),
    }
}

#[track_caller]
fn takes(reading: &ReadWorkbook, expected: &[(&str, &str)]) {
    let changed = changed(reading);
    let changed: Vec<_> = changed.iter().map(|(id, value)| (*id, value.as_str())).collect();
    assert_eq!(changed, expected, "{:#?}", reading.messages);
}

/// Nothing was refused, nothing left unread.
#[track_caller]
fn is_clean(reading: &ReadWorkbook) {
    let bad = |one: &&qiangxian::text::returned::Message| one.weight != Weight::Taken;
    let all: Vec<_> = reading.messages.iter().filter(bad).collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn a_percent_format_counts_as_it_is_shown() {
    let reading = self::reading("percent-format.xlsx");
    takes(&reading, &[("17.verification", "99"), ("17.energy-review", "98.5")]);
    takes(&self::reading("percent-format-100.xlsx"), &[("17.energy-review", "100")]);
    takes(
        &self::reading("percent-whole.xlsx"),
        &[("17.verification", "96.5"), ("31.coverage", "100")],
    );
    let reading = self::reading("percent-format-reference.xlsx");
    let [slice] = &reading.slices[..] else { panic!("one slice") };
    let metric = slice.edition.metric("19.growth").expect("a metric");
    let Some(Reference::Ends { satisfactory, .. }) = slice.case.references.get(metric) else {
        panic!("ends")
    };
    assert_eq!(satisfactory.map(|end| end.to_string()).as_deref(), Some("25"));
}

#[test]
fn a_format_that_scales_is_refused_by_its_cell() {
    let reading = self::reading("scaling-format.xlsx");
    takes(&reading, &[]);
    let [(cell, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
    assert!(cell == "D74" && said.contains("28600000"), "{cell} {said}");
}

#[test]
fn answers_are_found_by_the_head_of_their_column() {
    let filled = [
        ("base.gdp", "358.6"),
        ("35.services", "164"),
        ("36.enterprises", "128"),
        ("36.revenue", "96.4"),
        ("37.energy-reduction", "3.1"),
        ("39.hightech-share", "48.5"),
    ];
    let reading = self::reading("column-inserted-last-year.xlsx");
    takes(&reading, &filled);
    let [(cell, said)] = told(&reading, Weight::Unread)[..] else { panic!("{reading:?}") };
    assert!(cell == "D4" && said.contains("上年数") && said.contains("7 格"), "{cell} {said}");
    let reading = self::reading("column-inserted-blank.xlsx");
    takes(&reading, &filled);
    is_clean(&reading);
    let reading = self::reading("column-inserted-county.xlsx");
    takes(&reading, &[("14.provincial-lead", "3"), ("17.energy-review", "98")]);
    is_clean(&reading);
}

#[test]
fn a_row_whose_label_is_anothers_is_not_guessed() {
    let reading = self::reading("cells-shifted-up.xlsx");
    takes(&reading, &[("base.gdp", "358.6"), ("35.services", "164")]);
    let refused = cells(&reading, Weight::Refused);
    assert_eq!(refused.first(), Some(&"C11"));
    for cell in ["C14", "C19", "C32", "C36", "C41", "C45"] {
        assert!(refused.contains(&cell), "{cell}: {refused:?}");
    }
    // Answers that moved to rows of no key are told.
    let unread = cells(&reading, Weight::Unread);
    for cell in ["D16", "D17", "D29", "D38"] {
        assert!(unread.contains(&cell), "{cell}: {unread:?}");
    }
    let [slice] = &reading.slices[..] else { panic!("one slice") };
    assert_eq!((&slice.notes, &slice.evidence), (&blank().notes, &blank().evidence));
}

#[test]
fn a_blank_option_says_nothing() {
    let reading = self::reading("set-one-yes.xlsx");
    takes(&reading, &[]);
    let [(cell, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
    assert!(cell.starts_with("D10、D11、D13") && said.contains("8 项空着"), "{cell} {said}");
    let reading = self::reading("set-yes-cleared.xlsx");
    takes(&reading, &[]);
    assert_eq!(cells(&reading, Weight::Kept), ["D62"]);
}

#[test]
fn what_units_say_of_a_set_unites() {
    let form = blank();
    let field = form.edition.field("9.funded").expect("a field");
    let ids: Vec<_> = form.edition.indicator("9").into_iter().collect();
    let said = |unit: &str, chosen: u32| {
        let mut slice = qiangxian::form::slice(&form, unit, &ids, "2022-07-01T09:00", "p");
        slice.case.answers.set(field, Some(Answer::Set(chosen)));
        slice
    };
    let (one, other) = (said("甲局", 0b001), said("乙局", 0b100));
    let united = Some(Answer::Set(0b101));
    let both = merge_all(&form, &[&one, &other]).expect("a merge");
    assert_eq!(
        (both.form.case.answers.get(field).cloned(), both.conflicts.len()),
        (united.clone(), 0)
    );
    // One after the other, whichever is first.
    for (first, second) in [(&one, &other), (&other, &one)] {
        let first = merge(&form, first).expect("a merge");
        let both = merge(&first.form, second).expect("a merge");
        assert_eq!(both.form.case.answers.get(field).cloned(), united);
        assert!(both.conflicts.is_empty());
    }
}

#[test]
fn several_units_in_one_workbook_are_all_read() {
    let reading = self::reading("two-units.xlsx");
    takes(&reading, &[("36.enterprises", "128"), ("10.quality-spend", "2860")]);
    let units: Vec<_> = reading
        .slices
        .iter()
        .filter_map(|slice| Some(slice.slice.as_ref()?.unit.as_str()))
        .collect();
    assert_eq!(units, ["区统计局", "区财政局"]);
    is_clean(&reading);
}

#[test]
fn two_rows_for_one_entry_are_named_and_not_taken() {
    let reading = self::reading("key-twice-blank.xlsx");
    takes(&reading, &[("15.provincial-pilot", "2")]);
    assert_eq!(cells(&reading, Weight::Refused), ["D113、D114"]);
    let reading = self::reading("key-twice-differs.xlsx");
    takes(&reading, &[]);
    let [(_, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
    assert!(said.contains("D113 和 D114"), "{said}");
}

#[test]
fn a_formula_without_a_result_is_named() {
    let reading = self::reading("formula-without-result.xlsx");
    takes(&reading, &[("15.provincial-pilot", "2")]);
    let only = self::reading("formula-without-result-only.xlsx");
    takes(&only, &[]);
    for reading in [reading, only] {
        let [(cell, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
        assert!(cell == "D113" && said.contains("公式没有结果"), "{cell} {said}");
    }
}

#[test]
fn what_was_typed_beside_is_told() {
    assert_eq!(cells(&self::reading("typed-beside.xlsx"), Weight::Unread), ["G113", "H130"]);
    assert_eq!(cells(&self::reading("typed-beside-only.xlsx"), Weight::Unread), ["G113"]);
    let reading = self::reading("comment.xlsx");
    let [(cell, said)] = told(&reading, Weight::Unread)[..] else { panic!("{reading:?}") };
    assert!(cell == "D113" && said.contains("应为3项，待核"), "{cell} {said}");
    for (name, found) in [("typed-in-unit.xlsx", "358.6亿元"), ("unit-changed.xlsx", "万元")] {
        let reading = self::reading(name);
        let [(cell, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
        assert!(cell == "E5" && said.contains(found) && said.contains("亿元"), "{cell} {said}");
        assert!(changed(&reading).iter().all(|(id, _)| *id != "base.gdp"));
        assert_eq!(changed(&reading).len(), 5, "the other rows are taken");
    }
}

#[test]
fn contradictions_and_what_was_cleared_are_told() {
    let reading = self::reading("none-and-rows.xlsx");
    takes(&reading, &[]);
    assert_eq!(cells(&reading, Weight::Refused), ["D256、C258"]);
    let reading = self::reading("rows-cleared.xlsx");
    takes(&reading, &[]);
    assert_eq!(cells(&reading, Weight::Kept), ["C258", "C259", "C260", "C261", "C262"]);
    let reading = self::reading("answers-cleared.xlsx");
    takes(&reading, &[]);
    assert_eq!(cells(&reading, Weight::Kept), ["D111", "D114", "C283"]);
}

#[test]
fn charts_and_lines_for_signatures_harm_nothing() {
    let reading = self::reading("chart-sheet.xlsx");
    takes(&reading, &[("14.provincial-lead", "3")]);
    is_clean(&reading);
    let reading = self::reading("signature-below.xlsx");
    takes(&reading, &[("14.provincial-lead", "3")]);
    assert_eq!(cells(&reading, Weight::Unread), ["B298", "E298"]);
    assert_eq!(cells(&reading, Weight::Refused), [""; 0]);
}

#[test]
fn the_cell_at_fault_is_named() {
    assert_eq!(cells(&self::reading("list-level-wrong.xlsx"), Weight::Refused), ["E263", "F264"]);
    let reading = self::reading("reference-wrong.xlsx");
    let [(cell, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
    assert!(cell == "D157" && said.contains("80"), "{cell} {said}");
}

#[test]
fn other_kinds_of_files_each_get_their_sentence() {
    let xlsx = bytes("opened-elsewhere.xlsx");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("an entry");
    let word = zip.finish().expect("a file").into_inner();
    for (name, file, words) in [
        ("xls", bytes("old.xls"), "旧版"),
        ("ods", bytes("open-document.ods"), ".ods"),
        ("locked", bytes("locked.xlsx"), "密码"),
        ("csv", bytes("cells.csv"), "CSV"),
        ("cut", bytes("cut.xlsx"), "不完整"),
        ("half", xlsx[..xlsx.len() / 2].to_vec(), "不完整"),
        ("word", word, "Word"),
        ("pdf", b"%PDF-1.7\n".to_vec(), "PDF"),
        ("png", b"\x89PNG\r\n\x1a\n".to_vec(), "图片"),
        ("empty", Vec::new(), "空的"),
        ("page", b"\xef\xbb\xbf<!doctype html>".to_vec(), "网页"),
        ("text", "质量强县".as_bytes().to_vec(), "不是本工具的文件"),
    ] {
        let said = returned(&file, &[], "").expect_err(name);
        assert!(said.contains(words), "{name}: {said}");
        // A form file's reader says the same.
        let said = form_problem(&read_bytes(&file).expect_err(name));
        assert!(said.contains(words), "{name}: {said}");
    }
    let said = form_problem(&read_bytes(&xlsx).expect_err("no form file"));
    assert!(!said.contains("JSON") && !said.contains("UTF-8"), "{said}");
}

#[test]
fn sheets_that_lost_their_hidden_parts_are_known_by_what_is_left() {
    let sample = sample();
    let own = [Own { id: "own", form: &sample }];
    for name in ["title-row-gone.xlsx", "hidden-column-gone.xlsx"] {
        let reading = self::reading(name);
        takes(&reading, &[("14.provincial-lead", "3")]);
        is_clean(&reading);
    }
    let reading = reading_with("hidden-sheet-gone.xlsx", &own);
    takes(&reading, &[("14.provincial-lead", "3")]);
    assert_eq!(reading.slices[0].slice.as_ref().map(|one| one.parent.as_str()), Some("own"));
    let merged = merge(&sample, &reading.slices[0]).expect("a merge");
    assert_eq!(merged.taken.len(), 1);
    // Without the form, what is gone is named.
    for (name, own) in
        [("hidden-sheet-gone.xlsx", &[][..]), ("sheet-in-new-workbook.xlsx", &own[..])]
    {
        let reading = reading_with(name, own);
        takes(&reading, &[]);
        let [(_, said)] = told(&reading, Weight::Refused)[..] else { panic!("{reading:?}") };
        assert!(said.contains("qiangxian.form") && said.contains("2022 年"), "{said}");
    }
    let blank = blank();
    let reading =
        reading_with("sheet-in-new-workbook.xlsx", &[own[0], Own { id: "b", form: &blank }]);
    takes(&reading, &[("10.quality-spend", "2860")]);
}

#[test]
fn one_bad_cell_holds_up_no_other() {
    let reading = self::reading("one-bad-cell.xlsx");
    takes(&reading, &[("14.provincial-lead", "3")]);
    let refused: Vec<_> = reading.messages.iter().map(|one| one.line()).collect();
    assert!(matches!(&refused[..], [one] if one.contains("区住建局") && one.contains("基本全部")));
    let reading = self::reading("many-faults.xlsx");
    assert_eq!(reading.messages.len(), 31);
    assert!(reading.messages.iter().all(|one| one.weight == Weight::Refused
        && one.found == "约三个"
        && !one.line().contains('\n')));
}

#[test]
fn plain_words_are_understood_and_told() {
    let reading = self::reading("words-for-yes.xlsx");
    takes(&reading, &[("13.in-plan", "false"), ("16.test-centre", "true")]);
    assert_eq!(cells(&reading, Weight::Taken), ["D10", "D11", "D97", "D103", "D104", "D130"]);
    is_clean(&reading);
    takes(&self::reading("one-for-yes.xlsx"), &[("16.test-centre", "true")]);
    let reading = self::reading("blanks-and-invisible.xlsx");
    takes(&reading, &[("5.event", "2"), ("12.platform", "false"), ("14.provincial-lead", "3")]);
    let id = reading.slices[0].edition.indicator("12").expect("an indicator");
    let note = reading.slices[0].value(&Place::Note(id));
    assert_eq!(note, Some(Value::Note("第一行\n第二行".into())));
    let reading = self::reading("more-decimals.xlsx");
    takes(&reading, &[("17.energy-review", "96.5432")]);
    let [(cell, said)] = told(&reading, Weight::Taken)[..] else { panic!("{reading:?}") };
    assert!(cell == "D138" && said.contains("96.5432"), "{said}");
    let reading = self::reading("slash-for-nothing.xlsx");
    assert_eq!(changed(&reading).len(), 4);
    assert_eq!(cells(&reading, Weight::Taken), ["D11", "D12", "D13", "D32"]);
    assert_eq!(cells(&reading, Weight::Refused), ["D20"], "无 is no figure");
}

#[test]
fn a_form_opened_elsewhere_is_still_the_slices_home() {
    let reading = self::reading("opened-elsewhere.xlsx");
    let [slice] = &reading.slices[..] else { panic!("one slice") };
    let opened = include_str!("../data/forms/opened-elsewhere.qiangxian.json");
    let opened = read(opened).expect("a form");
    let (blank, checklist) = (blank(), Form::new(editions::find("jinan-city-2018").expect("one")));
    let mut other = opened.clone();
    other.county = "另一县".into();
    let own = [&blank, &checklist, &other, slice, &opened, &opened];
    let ids = ["a", "b", "c", "d", "e", "f"];
    assert_eq!(home(slice, ids.into_iter().zip(own)), Some(4));
    let merged = merge(&opened, slice).expect("a merge");
    assert_eq!((merged.taken.len(), merged.conflicts.len()), (1, 0));
    // The form that it was cut from comes first, whatever its county is now.
    let parent = slice.slice.as_ref().expect("a slice").parent.clone();
    let ids = ["a", "b", parent.as_str(), "d", "e", "f"];
    assert_eq!(home(slice, ids.into_iter().zip(own)), Some(2));
    assert_eq!(home(&opened, ids.into_iter().zip(own)), None);
}

#[test]
fn a_long_note_that_lost_its_end_is_told() {
    let reading = self::reading("long-note-edited.xlsx");
    takes(&reading, &[]);
    assert_eq!(cells(&reading, Weight::Unread), ["D84"]);
}

#[test]
fn only_a_state_of_evidence_changes_and_shows() {
    use qiangxian::text::sharing::value_text;
    let reading = self::reading("evidence-now-ready.xlsx");
    let [slice] = &reading.slices[..] else { panic!("one slice") };
    let id = slice.edition.indicator("3").expect("an indicator");
    let place = Place::Evidence(id);
    let base = &slice.slice.as_ref().expect("a slice").base;
    let text = |form: &Form| value_text(form.edition.0, &place, form.value(&place).as_ref());
    let (before, after) = (text(base), text(slice));
    assert_ne!(before, after);
    assert!(after.contains("已备齐"), "{after}");
}

/// A workbook with one more part, of so many bytes.
fn stuffed(part: &str, size: u64) -> Vec<u8> {
    let source = bytes("opened-elsewhere.xlsx");
    let mut zip = zip::ZipArchive::new(Cursor::new(&source)).expect("a workbook");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        out.raw_copy_file(zip.by_index_raw(at).expect("an entry")).expect("a copy");
    }
    out.start_file(part, SimpleFileOptions::default()).expect("an entry");
    let block = vec![b' '; 1 << 20];
    for _ in 0..size >> 20 {
        out.write_all(&block).expect("a block");
    }
    out.finish().expect("a workbook").into_inner()
}

/// The same with that part's declared size changed.
fn declared(part: &str, size: u32, declared: u32) -> Vec<u8> {
    let mut workbook = stuffed(part, size.into());
    let (true_size, other) = (size.to_le_bytes(), declared.to_le_bytes());
    for at in 0..workbook.len() - 4 {
        if workbook[at..at + 4] == true_size {
            workbook[at..at + 4].copy_from_slice(&other);
        }
    }
    workbook
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_at_once() {
    const SIZE: u32 = 3 << 20;
    let mut all = vec![declared("xl/media/image1.png", SIZE, 3_000_000_000)];
    for part in ["xl/sharedStrings.xml", "xl/worksheets/sheet9.xml", "docProps/custom.xml"] {
        all.push(declared(part, SIZE, 300 << 20));
        // One that says it is small, and is not.
        all.push(declared(part, SIZE, 1000));
    }
    for bomb in all {
        assert!(bomb.len() < 1 << 20);
        let start = Instant::now();
        let said = returned(&bomb, &[], "").expect_err("too much");
        assert!(said.contains("展开后太大") || said.contains("损坏"), "{said}");
        assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
    }
    // Room for what is in order.
    assert!(u64::from(SIZE) < UNPACKED);
    assert!(returned(&stuffed("docProps/custom.xml", SIZE.into()), &[], "").is_ok());
    let mut large = bytes("opened-elsewhere.xlsx");
    let end = large.split_off(large.len() - 22);
    large.resize(WORKBOOK_BYTES, 0);
    large.extend(end);
    let said = returned(&large, &[], "").expect_err("too many bytes");
    assert!(said.contains("上限"), "{said}");
}
