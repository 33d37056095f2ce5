//! Filing the evidence: what is kept of files, and what a folder has and lacks.

use qiangxian::desk::{folder, proof_of_name};
use qiangxian::form::{Evidence, FileMark, Filed, Filing, Form, read, slice, write};
use qiangxian::link::{Include, encode};
use qiangxian::rulebook::IndicatorId;
use qiangxian::text::filing::{folder_lists, renames};

fn mark(name: &str, digit: char) -> FileMark {
    FileMark { name: name.into(), bytes: 2048, sha256: digit.to_string().repeat(64) }
}

fn row(title: &str) -> Evidence {
    Evidence { title: title.into(), ..Evidence::default() }
}

fn id(form: &Form, number: &str) -> IndicatorId {
    form.edition.indicator(number).unwrap()
}

/// A form with two proofs of 14 and one of 3, filed.
fn filed() -> Form {
    let mut form = Form::blank().unwrap();
    let (many, one) = (id(&form, "14"), id(&form, "3"));
    form.evidence.insert(many, vec![row("标准发布公告"), row("国家标准参编通知")]);
    form.evidence.insert(one, vec![row("质量月活动方案")]);
    let mut filing = Filing::default();
    let files = vec![mark("scan0001.pdf", 'a'), mark("附件.pdf", 'b')];
    filing.set(many, 1, Filed { copies: Some(2), pages: Some(8), files, was: None });
    filing.set(one, 0, Filed { files: vec![mark("方案.docx", 'c')], ..Filed::default() });
    form.set_filing(&filing);
    form
}

#[test]
fn what_is_filed_is_written_and_read_again_and_never_travels() {
    let form = filed();
    let text = write(&form);
    assert!(text.contains(r#""files":"#) && text.contains(r#""copies":2"#), "{text}");
    let again = read(&text).unwrap();
    assert_eq!(again.filing(), form.filing());
    let of = again.filing().unwrap();
    assert_eq!(of.get(id(&form, "14"), 1).unwrap().pages, Some(8));
    assert_eq!(of.get(id(&form, "14"), 0), None);
    // A link, a slice and a snapshot go without it.
    let mut bare = form.clone();
    bare.set_filing(&Filing::default());
    assert!(bare.extra.is_empty());
    assert_eq!(encode(&form, Include::ALL, None), encode(&bare, Include::ALL, None));
    let part = slice(&form, "某局", &[id(&form, "14")], "2022-07-20T09:30", "x");
    assert_eq!(part.filing(), Some(Filing::default()));
    assert!(form.says_the_same(&bare) && form.content() == bare.content());
}

#[test]
fn what_is_filed_follows_its_row_by_the_title() {
    let mut form = filed();
    let of = id(&form, "14");
    // The row before goes: the second is the first now.
    form.evidence.insert(of, vec![row("国家标准参编通知")]);
    let filing = form.filing().unwrap();
    assert_eq!(filing.get(of, 0).unwrap().copies, Some(2));
    assert!(filing.lost.is_empty());
    // It gets another title: the record stays, and says what the title was.
    form.set_filing(&filing);
    form.evidence.insert(of, vec![row("国家标准参编通知（盖章）")]);
    let filing = form.filing().unwrap();
    assert_eq!(filing.get(of, 0).unwrap().was.as_deref(), Some("国家标准参编通知"));
    // The row goes: the record is kept apart, and written again.
    form.evidence.remove(&of);
    let filing = form.filing().unwrap();
    assert_eq!(filing.lost.len(), 1);
    form.set_filing(&filing);
    assert_eq!(form.filing().unwrap().lost, filing.lost);
    form.evidence.insert(of, vec![row("甲"), row("国家标准参编通知")]);
    assert_eq!(form.filing().unwrap().get(of, 1).unwrap().pages, Some(8), "it is found again");
}

#[test]
fn what_is_no_record_is_kept_as_it_is() {
    for raw in [r#"["x"]"#, r#"{"99":{}}"#, r#"{"14":{"1":{"title":"x","copies":"2"}}}"#] {
        let mut form = Form::blank().unwrap();
        form.extra.push(("files".into(), raw.into()));
        assert_eq!(form.filing(), None, "{raw}");
        form.set_filing(&filed().filing().unwrap());
        assert_eq!(form.extra, [("files".to_owned(), raw.to_owned())]);
    }
}

#[test]
fn a_folder_is_compared_with_what_is_filed() {
    let mut form = filed();
    let (many, one) = (id(&form, "14"), id(&form, "3"));
    let mut filing = form.filing().unwrap();
    filing.set(many, 0, Filed { files: vec![mark("公告.pdf", 'c')], ..Filed::default() });
    form.set_filing(&filing);
    let found = [mark("改名.pdf", 'a'), mark("附件.pdf", 'd'), mark("其他.txt", 'e')];
    let all = folder(&filing, &found);
    assert_eq!(all.kept, 0);
    assert_eq!(all.renamed, [((many, 1), mark("scan0001.pdf", 'a'), "改名.pdf".to_owned())]);
    assert_eq!(all.changed, [((many, 1), mark("附件.pdf", 'b'))]);
    assert_eq!(all.missing.len(), 2);
    assert_eq!(all.shared, [("方案.docx".to_owned(), vec![(one, 0), (many, 0)])]);
    assert_eq!(all.unclaimed, [mark("其他.txt", 'e')]);
    let lists = folder_lists(&form, &all);
    let heads: Vec<&str> = lists.iter().map(|(head, _)| *head).collect();
    assert_eq!(heads, ["缺失", "内容变了", "改了名", "几份材料共用", "没有归到材料"]);
    assert_eq!(lists[2].1, ["14-2 国家标准参编通知：scan0001.pdf，现名 改名.pdf"]);
    assert_eq!(lists[3].1, ["方案.docx：3-1、14-1"]);
    let whole: Vec<FileMark> = filing.files().map(|(.., one)| one.clone()).collect();
    let all = folder(&filing, &whole);
    assert_eq!((all.kept, all.unclaimed.len(), all.missing.len()), (4, 0, 0));
}

#[test]
fn files_are_matched_by_number_or_by_title() {
    let form = filed();
    let (many, one) = (id(&form, "14"), id(&form, "3"));
    for (name, expected) in [
        ("14-2 某某.pdf", Some((many, 1))),
        ("14-9 某某.pdf", None),
        ("关于印发《质量月活动方案》的通知.docx", Some((one, 0))),
        ("国家标准参编.pdf", Some((many, 1))),
        ("标准.pdf", None),
        ("IMG_0001.jpg", None),
        (".pdf", None),
    ] {
        assert_eq!(proof_of_name(&form, name, None), expected, "{name}");
    }
    assert_eq!(proof_of_name(&form, "质量月活动方案.docx", Some(many)), None);
}

#[test]
fn files_get_names_with_the_number_and_the_title() {
    let mut form = filed();
    let table = renames(&form);
    assert_eq!(
        table.rows,
        [
            ["3-1", "方案.docx", "3-1 质量月活动方案.docx"],
            ["14-2", "scan0001.pdf", "14-2 国家标准参编通知.pdf"],
            ["14-2", "附件.pdf", "14-2 国家标准参编通知（2）.pdf"],
        ]
    );
    let one = id(&form, "3");
    form.evidence.insert(one, vec![row("关于A/B：<方案>? ")]);
    let mut filing = Filing::default();
    filing.set(one, 0, Filed { files: vec![mark("无后缀", 'c')], ..Filed::default() });
    form.set_filing(&filing);
    assert_eq!(renames(&form).rows, [["3-1", "无后缀", "3-1 关于AB：方案"]]);
}
