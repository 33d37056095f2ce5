//! Leagues kept in the browser, each as the text of its file.

use super::shelf::put;
use super::{Key, Store, StoreFault};

/// The kept leagues: id and text, by id, which begins with the time it was made.
pub fn leagues(store: &impl Store) -> Result<Vec<(String, String)>, StoreFault> {
    let mut all = Vec::new();
    for key in store.keys()? {
        let Some(Key::League(id)) = Key::parse(&key) else { continue };
        if let Some(text) = store.get(&key)? {
            all.push((id, text));
        }
    }
    all.sort();
    Ok(all)
}

/// Keeps the text of a league and reads it back.
pub fn keep_league(store: &impl Store, id: &str, text: &str) -> Result<(), StoreFault> {
    put(store, &Key::League(id.to_owned()).text(), text)
}

/// Forgets a kept league.
pub fn forget_league(store: &impl Store, id: &str) -> Result<(), StoreFault> {
    store.remove(&Key::League(id.to_owned()).text())
}

/// The id of the league that was open last, if that is known.
pub fn current_league(store: &impl Store) -> Option<String> {
    store.get(&Key::CurrentLeague.text()).ok().flatten()
}

/// Notes which league is open. Where that cannot be kept nothing is lost.
pub fn set_current_league(store: &impl Store, id: &str) {
    let _ = store.set(&Key::CurrentLeague.text(), id);
}
