//! Long work in slices: the page answers in between, says how far it is, and the
//! user can stop it.

use crate::session::Clock;
use crate::text::league_page as words;
use crate::ui::browser::Browser;
use crate::ui::parts::{ActionButton, When};
use futures_channel::oneshot;
use leptos::prelude::*;
use std::time::Duration;

/// How long a slice takes at most, in milliseconds. The browser waits 4 before the next,
/// which would be a quarter of the time for slices shorter than a frame; what is typed
/// meanwhile is answered within two frames.
const SLICE: u64 = 28;

/// How long the work may take before its progress is shown, in milliseconds.
const PATIENCE: u64 = 150;

/// A piece of work that can be begun again and stopped.
#[derive(Clone, Copy)]
pub struct Job {
    /// What is being done, in words.
    what: &'static str,
    /// How far it is; none while nothing is done, or too short to tell.
    progress: RwSignal<Option<(usize, usize)>>,
    /// Whether the user stopped it.
    pub stopped: RwSignal<bool>,
    /// Counts how often it was begun or stopped. A run that finds another count gives up.
    run: StoredValue<u32>,
}

/// A run of the work.
pub struct Run {
    job: Job,
    number: u32,
    began: u64,
    slice: u64,
}

impl Job {
    /// Work that has not begun.
    pub fn new(what: &'static str) -> Job {
        Job {
            what,
            progress: RwSignal::new(None),
            stopped: RwSignal::new(false),
            run: StoredValue::new(0),
        }
    }

    /// Begins a run; one that is under way gives up.
    pub fn begin(self) -> Run {
        self.stopped.set(false);
        let number = self.next();
        let now = Browser.millis();
        Run { job: self, number, began: now, slice: now }
    }

    /// Stops it.
    pub fn stop(self) {
        self.next();
        self.progress.set(None);
        self.stopped.set(true);
    }

    /// Makes a run that is under way give up, since its input has changed.
    pub fn forget(self) {
        self.next();
        self.progress.set(None);
        self.stopped.set(false);
    }

    fn next(self) -> u32 {
        self.run.update_value(|run| *run = run.wrapping_add(1));
        self.run.get_value()
    }
}

impl Run {
    /// Lets the page answer where a slice is over; whether the work is to go on.
    pub async fn goes_on(&mut self, done: usize, of: usize) -> bool {
        let now = Browser.millis();
        if now.saturating_sub(self.slice) < SLICE {
            return self.is_wanted();
        }
        if now.saturating_sub(self.began) > PATIENCE && self.is_wanted() {
            self.job.progress.try_set(Some((done, of)));
        }
        self.rest().await
    }

    /// Lets the page answer; whether the work is to go on.
    pub async fn rest(&mut self) -> bool {
        let (wake, awake) = oneshot::channel();
        set_timeout(move || wake.send(()).unwrap_or_default(), Duration::ZERO);
        // It fails only if the timer is dropped with the page; then nothing waits for the
        // result.
        let _ = awake.await;
        self.slice = Browser.millis();
        self.is_wanted()
    }

    /// Whether it was neither stopped nor begun again, and its view is there.
    pub fn is_wanted(&self) -> bool {
        self.job.run.try_get_value() == Some(self.number)
    }

    /// The work is done.
    pub fn end(self) {
        if self.is_wanted() {
            self.job.progress.try_set(None);
        }
    }
}

/// How far some work is, with the button that stops it.
#[component]
pub fn Progress(
    /// The work.
    job: Job,
) -> impl IntoView {
    let is_on = Memo::new(move |_| job.progress.with(Option::is_some));
    let said = move || {
        job.progress.get().map(|(done, of)| words::progress(job.what, done, of)).unwrap_or_default()
    };
    let now = move || job.progress.get().map(|(done, _)| done.to_string());
    let most = move || job.progress.get().map(|(_, of)| of.max(1).to_string());
    view! {
        <When is=Signal::derive(move || is_on.get())>
            <p class="takeaway working" data-progress=job.what>
                <progress value=now max=most aria-label=job.what></progress>
                <span>{said}</span>
                <ActionButton action="stop" label=words::STOP press=move |()| job.stop() />
            </p>
        </When>
        <p role="status" class="unseen">
            {move || if job.stopped.get() { words::STOPPED } else { "" }}
        </p>
    }
}
