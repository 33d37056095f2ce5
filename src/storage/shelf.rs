//! Reading and writing saved forms.

use super::{Key, Store, StoreFault};
use crate::form::{self, Form, FormProblem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A form as it is kept, with what belongs to keeping it.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    pub id: String,
    /// A name that the user gave; empty means: named after county and year.
    pub name: String,
    /// Milliseconds since 1970 when it was last saved.
    pub saved_at: f64,
    /// Counts the savings, so that two windows notice each other.
    pub revision: u32,
    /// What was typed and is not yet a value, by the place it stands in.
    pub drafts: BTreeMap<String, String>,
    pub form: Form,
}

/// What is written under a form's key.
#[derive(Serialize, Deserialize)]
struct Envelope {
    #[serde(default)]
    name: String,
    #[serde(default)]
    saved_at: f64,
    #[serde(default)]
    revision: u32,
    #[serde(default)]
    drafts: BTreeMap<String, String>,
    /// The text of the form file.
    form: String,
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
    pub aside: Vec<Aside>,
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    Done,
    /// Another window saved the same form meanwhile: nothing was written, this
    /// is what it wrote.
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
            Key::Aside(_) => {
                let problem = read("", &text).err().flatten();
                opened.aside.push(Aside { key, text, problem });
            }
            Key::Form(id) => match read(&id, &text) {
                Ok(saved) => opened.forms.push(saved),
                Err(problem) => opened.aside.push(put_aside(store, key, &id, text, problem)),
            },
        }
    }
    opened.forms.sort_by(|a, b| b.saved_at.total_cmp(&a.saved_at).then(a.id.cmp(&b.id)));
    Ok(opened)
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
    let kept = !newer && free && store.set(&aside, &text).is_ok();
    if kept && store.remove(&key).is_ok() {
        return Aside { key: aside, text, problem };
    }
    Aside { key, text, problem }
}

/// Reads one kept text. The error is the form's problem, or none when not even
/// the envelope could be read.
pub fn read(id: &str, text: &str) -> Result<Saved, Option<FormProblem>> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|_| None)?;
    let form = form::read(&envelope.form).map_err(Some)?;
    Ok(Saved {
        id: id.to_owned(),
        name: envelope.name,
        saved_at: envelope.saved_at,
        revision: envelope.revision,
        drafts: envelope.drafts,
        form,
    })
}

/// Saves a form under the next revision and reads it back.
///
/// Nothing is written when another window has saved a different form under the
/// same key since `saved.revision`.
pub fn save(store: &impl Store, saved: &mut Saved, now: f64) -> Result<Saving, StoreFault> {
    let key = Key::Form(saved.id.clone()).text();
    if let Some(text) = store.get(&key)?
        && let Ok(other) = read(&saved.id, &text)
        && other.revision != saved.revision
        && other.form != saved.form
    {
        return Ok(Saving::Overtaken(Box::new(other)));
    }
    let envelope = Envelope {
        name: saved.name.clone(),
        saved_at: now,
        revision: saved.revision.wrapping_add(1),
        drafts: saved.drafts.clone(),
        form: form::write(&saved.form),
    };
    let text = serde_json::to_string(&envelope).map_err(|_| StoreFault::Lost)?;
    store.set(&key, &text)?;
    if store.get(&key)?.as_deref() != Some(&text) {
        return Err(StoreFault::Lost);
    }
    saved.saved_at = envelope.saved_at;
    saved.revision = envelope.revision;
    Ok(Saving::Done)
}

/// Remembers which form is open.
pub fn set_current(store: &impl Store, id: &str) -> Result<(), StoreFault> {
    store.set(&Key::Current.text(), id)
}

/// Forgets a saved form, or something kept aside, by its key.
pub fn forget(store: &impl Store, key: &str) -> Result<(), StoreFault> {
    store.remove(key)
}
