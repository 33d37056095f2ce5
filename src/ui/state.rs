//! The session's signals.
//!
//! A Leptos signal makes code for each type that it holds. The session holds a
//! dozen types, so here the reactive part is one [`Trigger`] for all of them and
//! the value stands beside it. A state lives as long as the page.

use leptos::prelude::*;
use std::sync::{PoisonError, RwLock};

/// A value that tells its readers when it changes.
pub struct State<T: 'static> {
    trigger: Trigger,
    value: &'static RwLock<T>,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> State<T> {
    /// A state with its first value.
    pub fn new(value: T) -> State<T> {
        State { trigger: Trigger::new(), value: Box::leak(Box::new(RwLock::new(value))) }
    }

    /// Follows changes without reading.
    pub fn track(self) {
        self.trigger.track();
    }

    /// Reads, and follows changes.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(read)
    }

    /// Reads without following changes.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells those who follow.
    pub fn notify(self) {
        self.trigger.notify();
    }

    /// Replaces the value.
    pub fn set(self, value: T) {
        self.update_untracked(|old| *old = value);
        self.trigger.notify();
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.update_untracked(change);
        self.trigger.notify();
    }

    /// Changes the value without telling anyone.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.write().unwrap_or_else(PoisonError::into_inner));
    }
}

impl<T: Clone> State<T> {
    /// A copy of the value; follows changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}
