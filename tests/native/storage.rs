//! Saved forms over a store that fails in every way a browser's does: nothing
//! that was kept is ever lost.

use qiangxian::form::{self, Form, FormProblem};
use qiangxian::storage::{
    Key, Saved, Saving, Store, StoreFault, forget, open, read, save, set_current,
};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A store in memory, which fails when told to.
#[derive(Default)]
struct Memory {
    kept: RefCell<BTreeMap<String, String>>,
    trouble: Cell<Trouble>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Trouble {
    #[default]
    None,
    /// Nothing works.
    Blocked,
    /// Reading works, writing does not.
    Full,
    /// Writing says that it worked, and keeps nothing.
    Forgetful,
}

impl Memory {
    /// A store that holds these texts.
    fn holding<'a>(kept: impl IntoIterator<Item = (&'a str, &'a str)>) -> Memory {
        let store = Memory::default();
        for (key, text) in kept {
            store.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
        }
        store
    }

    /// All that is kept.
    fn all(&self) -> BTreeMap<String, String> {
        self.kept.borrow().clone()
    }

    fn text(&self, key: &Key) -> Option<String> {
        self.kept.borrow().get(&key.text()).cloned()
    }

    fn works(&self) -> Result<(), StoreFault> {
        match self.trouble.get() {
            Trouble::Blocked => Err(StoreFault::Blocked),
            _ => Ok(()),
        }
    }
}

impl Store for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.works()?;
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.works()?;
        match self.trouble.get() {
            Trouble::Full => return Err(StoreFault::Full),
            Trouble::Forgetful => {}
            _ => drop(self.kept.borrow_mut().insert(key.to_owned(), text.to_owned())),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.works()?;
        self.kept.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.works()?;
        Ok(self.kept.borrow().keys().cloned().collect())
    }
}

fn of_county(county: &str) -> Form {
    Form { county: county.into(), ..Form::blank().expect("this build has an edition") }
}

/// A form that was never saved.
fn unsaved(id: &str, county: &str) -> Saved {
    Saved {
        id: id.into(),
        name: String::new(),
        saved_at: 0u8.into(),
        revision: 0,
        lineage: Default::default(),
        drafts: Default::default(),
        form: of_county(county),
    }
}

/// A form, saved once at this moment.
fn kept(store: &Memory, id: &str, county: &str, at: u8) -> Saved {
    let mut saved = unsaved(id, county);
    assert_eq!(save(store, &mut saved, at.into()), Ok(Saving::Done));
    saved
}

fn form_key(id: &str) -> Key {
    Key::Form(id.into())
}

/// What would be written under a form's key around this form file.
fn around(file: &str) -> String {
    serde_json::json!({ "name": "表", "saved_at": 1, "revision": 1, "drafts": {}, "form": file })
        .to_string()
}

/// A form file that a newer version may have written.
fn newer_file() -> String {
    form::write(&of_county("未来县")).replacen("\"version\": 1", "\"version\": 2", 1)
}

#[test]
fn what_is_saved_is_opened_again() {
    let store = Memory::default();
    let mut saved = unsaved("a", "甲县");
    saved.name = "正式稿".into();
    saved.drafts.insert("base.gdp".into(), "一百".into());
    assert_eq!(save(&store, &mut saved, 7u8.into()), Ok(Saving::Done));
    let expected = Saved { saved_at: 7u8.into(), revision: 1, ..saved.clone() };
    assert!(saved.lineage.latest().is_some());
    assert_eq!(saved, expected, "saving sets the moment and the revision");

    let opened = open(&store).unwrap();
    assert_eq!(opened.forms, [saved]);
    assert_eq!((opened.current, opened.aside), (None, Vec::new()));
}

#[test]
fn the_latest_form_comes_first_and_the_open_one_is_known() {
    let store = Memory::default();
    kept(&store, "a", "甲县", 2);
    kept(&store, "b", "乙县", 9);
    kept(&store, "c", "丙县", 5);
    set_current(&store, "c").unwrap();
    let opened = open(&store).unwrap();
    let ids: Vec<&str> = opened.forms.iter().map(|saved| saved.id.as_str()).collect();
    assert_eq!(ids, ["b", "c", "a"]);
    assert_eq!(opened.current.as_deref(), Some("c"));
}

#[test]
fn revisions_count_the_savings() {
    let store = Memory::default();
    let mut saved = kept(&store, "a", "甲县", 1);
    for revision in 2..5 {
        saved.form.county.push('新');
        assert_eq!(save(&store, &mut saved, 1u8.into()), Ok(Saving::Done));
        assert_eq!(saved.revision, revision);
    }
    assert_eq!(open(&store).unwrap().forms, [saved]);
}

#[test]
fn a_blocked_store_is_said_to_be_blocked() {
    let store = Memory::default();
    store.trouble.set(Trouble::Blocked);
    assert_eq!(open(&store), Err(StoreFault::Blocked));
    let mut saved = unsaved("a", "甲县");
    assert_eq!(save(&store, &mut saved, 1u8.into()), Err(StoreFault::Blocked));
    assert_eq!(saved, unsaved("a", "甲县"), "it does not count as saved");
    assert_eq!(set_current(&store, "a"), Err(StoreFault::Blocked));
    assert_eq!(forget(&store, &form_key("a").text()), Err(StoreFault::Blocked));
}

#[test]
fn a_full_store_keeps_what_it_had() {
    let store = Memory::default();
    let mut saved = kept(&store, "a", "甲县", 1);
    let before = store.all();
    store.trouble.set(Trouble::Full);
    saved.form.county = "乙县".into();
    let unchanged = saved.clone();
    assert_eq!(save(&store, &mut saved, 2u8.into()), Err(StoreFault::Full));
    assert_eq!((store.all(), &saved), (before, &unchanged));

    store.trouble.set(Trouble::None);
    assert_eq!(save(&store, &mut saved, 3u8.into()), Ok(Saving::Done), "it can be tried again");
    assert_eq!(open(&store).unwrap().forms, [saved]);
}

#[test]
fn a_write_that_does_not_read_back_is_noticed() {
    let store = Memory::default();
    store.trouble.set(Trouble::Forgetful);
    let mut saved = unsaved("a", "甲县");
    assert_eq!(save(&store, &mut saved, 1u8.into()), Err(StoreFault::Lost));
    // It may be found there later, and is no other window's then.
    assert!(saved.lineage.latest().is_some());
    saved.lineage = Default::default();
    assert_eq!(saved, unsaved("a", "甲县"));

    let store = Memory::default();
    let mut saved = kept(&store, "a", "甲县", 1);
    store.trouble.set(Trouble::Forgetful);
    saved.form.county = "乙县".into();
    assert_eq!(
        save(&store, &mut saved, 2u8.into()),
        Err(StoreFault::Lost),
        "the old text is no proof"
    );
}

#[test]
fn a_window_that_is_overtaken_writes_nothing() {
    let store = Memory::default();
    let mut here = kept(&store, "a", "甲县", 1);
    let mut there = here.clone();
    there.form.county = "那边".into();
    assert_eq!(save(&store, &mut there, 2u8.into()), Ok(Saving::Done));
    let before = store.all();

    here.form.county = "这边".into();
    let unchanged = here.clone();
    let overtaken = save(&store, &mut here, 3u8.into());
    assert_eq!(overtaken, Ok(Saving::Overtaken(Box::new(there.clone()))));
    assert_eq!((store.all(), &here), (before, &unchanged));

    // Once the other's content is known, this window goes on from it.
    here.lineage.join(&there.lineage);
    here.revision = there.revision;
    assert_eq!(save(&store, &mut here, 4u8.into()), Ok(Saving::Done));
    assert_eq!(here.revision, there.revision + 1);
    // And now the other window is the one that is overtaken.
    there.form.county = "那边又改".into();
    let overtaken = save(&store, &mut there, 5u8.into());
    assert_eq!(overtaken, Ok(Saving::Overtaken(Box::new(here))));
}

#[test]
fn the_same_revision_with_other_content_is_another_state() {
    let store = Memory::default();
    let mut here = kept(&store, "a", "甲县", 1);
    let mut there = here.clone();
    there.form.county = "那边".into();
    assert_eq!(save(&store, &mut there, 2u8.into()), Ok(Saving::Done));
    // Written without having seen the other, and as often.
    here.form.county = "这边".into();
    here.revision = there.revision;
    let overtaken = save(&store, &mut here, 3u8.into());
    assert_eq!(overtaken, Ok(Saving::Overtaken(Box::new(there))));
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let store = Memory::default();
    let mut saved = kept(&store, "a", "甲县", 1);
    let before = store.all();
    saved.form.veto = vec!["字".repeat(4_000_000)];
    assert_eq!(save(&store, &mut saved, 2u8.into()), Err(StoreFault::TooLarge));
    assert_eq!(store.all(), before);
}

#[test]
fn two_windows_of_one_mind_do_not_quarrel() {
    let store = Memory::default();
    let mut here = kept(&store, "a", "甲县", 1);
    let mut there = here.clone();
    for window in [&mut there, &mut here] {
        window.form.county = "乙县".into();
        assert_eq!(save(&store, window, 2u8.into()), Ok(Saving::Done));
    }
}

#[test]
fn a_form_that_another_window_deleted_is_saved_again() {
    let store = Memory::default();
    let mut saved = kept(&store, "a", "甲县", 1);
    forget(&store, &form_key("a").text()).unwrap();
    assert_eq!(open(&store).unwrap().forms, []);
    saved.form.county = "乙县".into();
    assert_eq!(save(&store, &mut saved, 2u8.into()), Ok(Saving::Done));
    assert_eq!(open(&store).unwrap().forms, [saved]);
}

/// Texts under a form's key that no version reads.
fn unreadable() -> Vec<String> {
    let whole = around(&form::write(&of_county("甲县")));
    vec![
        String::new(),
        "{".into(),
        "null".into(),
        "[]".into(),
        "{}".into(),
        "\u{fffd}\0".into(),
        whole.chars().take(whole.chars().count() / 2).collect(),
        around(""),
        around("{}"),
        around(&form::write(&of_county("甲县")).replacen("qiangxian.form", "other.form", 1)),
    ]
}

#[test]
fn what_cannot_be_read_is_moved_aside_to_the_letter() {
    for text in unreadable() {
        let store = Memory::holding([(form_key("a").text().as_str(), text.as_str())]);
        let good = kept(&store, "b", "乙县", 1);
        let opened = open(&store).unwrap();
        assert_eq!(opened.forms, std::slice::from_ref(&good), "{text:?}: the others still open");
        let aside = Key::Aside("a".into());
        assert_eq!(store.text(&aside).as_ref(), Some(&text));
        assert_eq!(store.text(&form_key("a")), None, "{text:?}");
        let told: Vec<_> = opened.aside.iter().map(|a| (&a.key, &a.text)).collect();
        assert_eq!(told, [(&aside.text(), &text)], "it is told where it is");

        let again = open(&store).unwrap();
        assert_eq!(again, opened, "{text:?}: another start finds the same");
    }
}

#[test]
fn what_is_wrong_with_the_form_is_told() {
    let damaged = form::write(&of_county("甲县")).replacen("\"甲县\"", "5", 1);
    let cases = [("{".to_owned(), false), (around(&damaged), true)];
    for (text, is_told) in cases {
        let store = Memory::holding([(form_key("a").text().as_str(), text.as_str())]);
        let opened = open(&store).unwrap();
        let problems: Vec<bool> = opened.aside.iter().map(|a| a.problem.is_some()).collect();
        assert_eq!(problems, [is_told], "{text}");
    }
}

#[test]
fn what_is_aside_is_never_overwritten() {
    let (form, aside) = (form_key("a").text(), Key::Aside("a".into()).text());
    let store = Memory::holding([(form.as_str(), "new damage"), (aside.as_str(), "old damage")]);
    let before = store.all();
    let opened = open(&store).unwrap();
    assert_eq!(store.all(), before);
    let mut told: Vec<_> = opened.aside.into_iter().map(|a| (a.key, a.text)).collect();
    told.sort();
    let both: Vec<_> = before.into_iter().collect();
    assert_eq!(told, both, "both can be downloaded");
}

#[test]
fn what_cannot_be_moved_stays_where_it_is() {
    for trouble in [Trouble::Full, Trouble::Forgetful] {
        let store = Memory::holding([(form_key("a").text().as_str(), "damage")]);
        let before = store.all();
        store.trouble.set(trouble);
        let opened = open(&store).unwrap();
        assert_eq!(store.all(), before, "{trouble:?}");
        let told: Vec<_> = opened.aside.into_iter().map(|a| (a.key, a.text)).collect();
        assert_eq!(told, [(form_key("a").text(), "damage".to_owned())]);
    }
}

#[test]
fn what_a_newer_version_wrote_stays_where_it_is() {
    let elsewhere =
        form::write(&of_county("甲县")).replacen("shandong-county-2022", "moon-2069", 1);
    for (file, expected) in [
        (newer_file(), FormProblem::Newer { version: "2".into() }),
        (elsewhere, FormProblem::UnknownRulebook { id: "moon-2069".into() }),
    ] {
        let text = around(&file);
        assert_eq!(read("a", &text), Err(Some(expected.clone())));
        let store = Memory::holding([(form_key("a").text().as_str(), text.as_str())]);
        let before = store.all();
        let opened = open(&store).unwrap();
        assert_eq!(store.all(), before);
        assert_eq!(opened.forms, []);
        let told: Vec<_> = opened.aside.into_iter().map(|a| (a.key, a.text, a.problem)).collect();
        assert_eq!(told, [(form_key("a").text(), text, Some(expected))]);
    }
}

#[test]
fn other_apps_on_the_same_origin_are_left_alone() {
    let foreign = [
        ("qiangxian", "1"),
        ("qiangxian/", "2"),
        ("qiangxian/1/", "3"),
        ("qiangxian/1/forms/a", "4"),
        ("qiangxian/1/Current", "5"),
        ("qiangxian/2/form/a", "6"),
        ("form/a", "{"),
        ("", "7"),
    ];
    let store = Memory::holding(foreign);
    let mut saved = kept(&store, "a", "甲县", 1);
    let opened = open(&store).unwrap();
    assert_eq!((opened.forms.len(), opened.aside.len(), opened.current), (1, 0, None));
    save(&store, &mut saved, 2u8.into()).unwrap();
    set_current(&store, "a").unwrap();
    forget(&store, &form_key("a").text()).unwrap();
    forget(&store, &Key::Current.text()).unwrap();
    let all = store.all();
    let left: Vec<_> = all.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let mut expected = foreign.to_vec();
    expected.sort();
    assert_eq!(left, expected);
}

#[test]
fn a_key_reads_as_it_is_written() {
    let others = [Key::Aside("c".into()), Key::League("d".into())];
    for key in [Key::Current, form_key("a"), form_key("a/b 乙")].into_iter().chain(others) {
        assert_eq!(Key::parse(&key.text()), Some(key));
    }
    assert_eq!(form_key("a").text(), "qiangxian/1/form/a", "what is saved stays found");
}

#[test]
fn what_cannot_be_read_under_a_forms_key_is_kept_when_the_form_is_saved() {
    let store = Memory::default();
    let mut saved = unsaved("1", "甲");
    let key = form_key("1").text();
    store.set(&key, "{\"form\":\"of a later version\"}").unwrap();
    assert_eq!(save(&store, &mut saved, 5), Ok(Saving::Done));
    let texts: Vec<String> =
        store.keys().unwrap().iter().filter_map(|k| store.get(k).unwrap()).collect();
    assert!(texts.iter().any(|text| text.contains("of a later version")), "{texts:?}");
}
