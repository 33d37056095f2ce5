//! A store and a clock for sessions in tests.

use qiangxian::session::Clock;
use qiangxian::storage::{Store, StoreFault};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A store in memory that can be full, and a clock that goes on by itself.
#[derive(Default)]
pub struct Model {
    pub kept: RefCell<BTreeMap<String, String>>,
    pub is_full: Cell<bool>,
    pub time: Cell<u64>,
}

impl Store for Model {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        if self.is_full.get() {
            return Err(StoreFault::Full);
        }
        self.kept.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.kept.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }
}

impl Clock for Model {
    fn millis(&self) -> u64 {
        self.time.set(self.time.get() + 1);
        self.time.get()
    }

    fn minute(&self) -> String {
        "2022-07-20T09:30".to_owned()
    }

    fn fresh_id(&self) -> String {
        format!("id-{:04}", self.millis())
    }
}
