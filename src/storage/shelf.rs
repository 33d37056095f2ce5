//! Reading and writing saved forms.

use super::{Key, Lineage, Mark, Store, StoreFault};
use crate::form::{self, Form, FormProblem, Node};
use crate::rulebook::Map;

/// A form as it is kept, with what belongs to keeping it.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The id in its storage key.
    pub id: String,
    /// A name that the user gave; empty means: named after county and year.
    pub name: String,
    /// Milliseconds since 1970 when it was last saved.
    pub saved_at: u64,
    /// Counts the savings; 0 is never saved.
    pub revision: u32,
    /// The stored states that it goes on from, itself included once it is stored:
    /// so windows notice each other.
    pub lineage: Lineage,
    /// What was typed and is not yet a value, by the place it stands in.
    pub drafts: Map<String, String>,
    /// The form.
    pub form: Form,
}

impl Saved {
    /// Whether another state says the same, whenever and on what it was made.
    pub fn says_the_same(&self, other: &Saved) -> bool {
        self.form == other.form && self.drafts == other.drafts && self.name == other.name
    }
}

/// Something kept that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// The key under which it is kept now.
    pub key: String,
    /// The text, to be downloaded.
    pub text: String,
    /// Why, where the form file itself was at fault.
    pub problem: Option<FormProblem>,
}

/// All that was found when the app started.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Saved forms, the latest first.
    pub forms: Vec<Saved>,
    /// The id of the form that was open last.
    pub current: Option<String>,
    /// What could not be read.
    pub aside: Vec<Aside>,
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// It is stored.
    Done,
    /// Another window saved other content that this does not go on from: nothing
    /// was written, this is what it wrote.
    Overtaken(Box<Saved>),
}

/// Opens everything that is kept. What cannot be read is moved aside.
///
/// Errors: the store itself does not work.
pub fn open(store: &impl Store) -> Result<Opened, StoreFault> {
    let mut opened = Opened::default();
    for key in store.keys()? {
        let Some(parsed) = Key::parse(&key) else { continue };
        let Some(text) = store.get(&key)? else { continue };
        match parsed {
            Key::Current => opened.current = Some(text),
            // Read when the view of leagues asks for them.
            Key::League(_) | Key::CurrentLeague => {}
            Key::Aside(_) => {
                let problem = read("", &text).err().flatten();
                opened.aside.push(Aside { key, text, problem });
            }
            Key::Form(id) => match read(&id, &text) {
                Ok(saved) => shelve(&mut opened.forms, saved),
                Err(problem) => opened.aside.push(put_aside(store, key, &id, text, problem)),
            },
        }
    }
    Ok(opened)
}

/// Puts a form in its place among the others, the latest first.
fn shelve(forms: &mut Vec<Saved>, saved: Saved) {
    let before = |other: &Saved| {
        other.saved_at > saved.saved_at || other.saved_at == saved.saved_at && other.id < saved.id
    };
    let at = forms.partition_point(before);
    forms.insert(at, saved);
}

/// Moves an unreadable text aside; it stays where it is when it may be a newer
/// version's, or when it cannot be moved.
fn put_aside(
    store: &impl Store,
    key: String,
    id: &str,
    text: String,
    problem: Option<FormProblem>,
) -> Aside {
    let newer =
        matches!(problem, Some(FormProblem::Newer { .. } | FormProblem::UnknownRulebook { .. }));
    let aside = Key::Aside(id.to_owned()).text();
    let free = matches!(store.get(&aside), Ok(None));
    let kept = !newer && free && put(store, &aside, &text).is_ok();
    if kept && store.remove(&key).is_ok() {
        return Aside { key: aside, text, problem };
    }
    Aside { key, text, problem }
}

/// Reads one kept text. The error is the form's problem, or none when not even
/// the envelope could be read.
pub fn read(id: &str, text: &str) -> Result<Saved, Option<FormProblem>> {
    let mut saved = Saved {
        id: id.to_owned(),
        name: String::new(),
        saved_at: 0,
        revision: 0,
        lineage: Lineage::default(),
        drafts: Map::new(),
        form: Form::blank().ok_or(None)?,
    };
    saved.lineage.add(Mark::of(text));
    let mut form = None;
    for (key, node) in form::object(text).ok_or(None)? {
        match (key.as_str(), node) {
            ("name", Node::Text(name)) => saved.name = name,
            ("saved_at", Node::Integer(at)) => saved.saved_at = at,
            ("revision", Node::Integer(revision)) => {
                saved.revision = u32::try_from(revision).map_err(|_| None)?;
            }
            ("drafts", Node::Object(drafts)) => {
                for (place, draft) in drafts {
                    let Node::Text(draft) = draft else { return Err(None) };
                    saved.drafts.insert(place, draft);
                }
            }
            ("lineage", Node::List(marks)) => {
                for mark in marks {
                    let Node::Text(mark) = mark else { return Err(None) };
                    saved.lineage.push_oldest(Mark::parse(&mark).ok_or(None)?);
                }
            }
            ("form", Node::Text(text)) => form = Some(text),
            ("name" | "saved_at" | "revision" | "lineage" | "drafts" | "form", _) => {
                return Err(None);
            }
            _ => {}
        }
    }
    saved.form = form::read(&form.ok_or(None)?).map_err(Some)?;
    Ok(saved)
}

/// One stored form as it is now; none where there is none, or none that can be
/// read.
pub fn load(store: &impl Store, id: &str) -> Result<Option<Saved>, StoreFault> {
    let text = store.get(&Key::Form(id.to_owned()).text())?;
    Ok(text.and_then(|text| read(id, &text).ok()))
}

/// A form as it is written under its key.
///
/// Errors: it is larger than what is read again.
fn written(saved: &Saved) -> Result<String, StoreFault> {
    let form = form::write_bounded(&saved.form).map_err(|_| StoreFault::TooLarge)?;
    let text = |text: &str| Node::Text(text.to_owned());
    let drafts = saved.drafts.iter().map(|(place, draft)| (place.clone(), text(draft)));
    let lineage = saved.lineage.iter().map(|mark| Node::Text(mark.text()));
    let pairs = [
        ("name", text(&saved.name)),
        ("saved_at", Node::Integer(saved.saved_at)),
        ("revision", Node::Integer(saved.revision.into())),
        ("lineage", Node::List(lineage.collect())),
        ("drafts", Node::Object(drafts.collect())),
        ("form", Node::Text(form)),
    ];
    let pairs = pairs.into_iter().map(|(key, node)| (key.to_owned(), node));
    Ok(Node::Object(pairs.collect()).compact())
}

/// Saves a form under the next revision and reads it back.
///
/// Nothing is written when other content stands under the key that the form does
/// not go on from, whatever its revision. What cannot be read there is put aside
/// first.
pub fn save(store: &impl Store, saved: &mut Saved, now: u64) -> Result<Saving, StoreFault> {
    let key = Key::Form(saved.id.clone()).text();
    if let Some(text) = store.get(&key)?
        && !saved.lineage.has(Mark::of(&text))
    {
        match read(&saved.id, &text) {
            Ok(other) if other.says_the_same(saved) => {
                saved.lineage.join(&other.lineage);
                saved.revision = saved.revision.max(other.revision);
            }
            Ok(other) => return Ok(Saving::Overtaken(Box::new(other))),
            // Damaged, or a newer version's: it stays, beside what is written now.
            Err(_) => {
                put(store, &Key::Aside(format!("{}-{now}", saved.id)).text(), &text)?;
                saved.lineage.add(Mark::of(&text));
            }
        }
    }
    let before = (saved.saved_at, saved.revision);
    (saved.saved_at, saved.revision) = (now, saved.revision.saturating_add(1));
    let kept = written(saved).and_then(|text| {
        let kept = put(store, &key, &text);
        // What could not be read back may still be found there later.
        if kept.is_ok() || kept == Err(StoreFault::Lost) {
            saved.lineage.add(Mark::of(&text));
        }
        kept
    });
    if let Err(fault) = kept {
        (saved.saved_at, saved.revision) = before;
        return Err(fault);
    }
    Ok(Saving::Done)
}

/// Keeps a text and reads it back: some stores take a text and keep nothing.
pub(super) fn put(store: &impl Store, key: &str, text: &str) -> Result<(), StoreFault> {
    store.set(key, text)?;
    match store.get(key) {
        Ok(Some(kept)) if kept == text => Ok(()),
        _ => Err(StoreFault::Lost),
    }
}

/// Remembers which form is open.
pub fn set_current(store: &impl Store, id: &str) -> Result<(), StoreFault> {
    store.set(&Key::Current.text(), id)
}

/// Forgets a saved form, or something kept aside, by its key.
pub fn forget(store: &impl Store, key: &str) -> Result<(), StoreFault> {
    store.remove(key)
}
