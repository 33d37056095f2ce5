//! The browser's local storage as a [`Store`].

use super::{Store, StoreFault};
use gloo_storage::{LocalStorage, Storage};
use web_sys::wasm_bindgen::JsValue;

/// The page's local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Browser;

impl Browser {
    /// The storage itself. `LocalStorage::raw` panics where a browser blocks
    /// storage, so that is asked first.
    fn raw(self) -> Result<web_sys::Storage, StoreFault> {
        let window = web_sys::window().ok_or(StoreFault::Blocked)?;
        match window.local_storage() {
            Ok(Some(_)) => Ok(LocalStorage::raw()),
            _ => Err(StoreFault::Blocked),
        }
    }
}

impl Store for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.raw()?.get_item(key).map_err(|_| StoreFault::Blocked)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.raw()?.set_item(key, text).map_err(fault)
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.raw()?.remove_item(key).map_err(|_| StoreFault::Blocked)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        let raw = self.raw()?;
        let length = raw.length().map_err(|_| StoreFault::Blocked)?;
        Ok((0..length).filter_map(|at| raw.key(at).ok().flatten()).collect())
    }
}

/// Browsers name a full storage differently; all of them by "quota".
fn fault(error: JsValue) -> StoreFault {
    let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|n| n.as_string());
    match name {
        Some(name) if name.to_ascii_lowercase().contains("quota") => StoreFault::Full,
        _ => StoreFault::Blocked,
    }
}
