//! An allocator that counts, for each thread on its own.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};

#[global_allocator]
static COUNTING: Counting = Counting;

struct Counting;

thread_local! {
    /// Bytes that are held now, the most there were, and all that were ever taken.
    static HELD: Cell<i64> = const { Cell::new(0) };
    static PEAK: Cell<i64> = const { Cell::new(0) };
    static ALL: Cell<u64> = const { Cell::new(0) };
}

fn count(taken: usize, given_back: usize) {
    // A thread that ends has no counts any more.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + taken as i64 - given_back as i64);
        PEAK.set(PEAK.get().max(held.get()));
        ALL.set(ALL.get() + taken as u64);
    });
}

// Sound, as all is the system's own.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(0, layout.size());
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // While it moves, both places are held.
        count(size, 0);
        count(0, layout.size());
        unsafe { System.realloc(pointer, layout, size) }
    }
}

/// What something costs.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// The most bytes that were held at once.
    pub peak: u64,
    /// All bytes that were taken, one after the other.
    pub all: u64,
    pub time: Duration,
}

/// What a call costs this thread, besides its outcome.
pub fn cost<T>(call: impl FnOnce() -> T) -> (T, Cost) {
    let (held, all, start) = (HELD.get(), ALL.get(), Instant::now());
    PEAK.set(held);
    let outcome = call();
    let peak = (PEAK.get() - held) as u64;
    (outcome, Cost { peak, all: ALL.get() - all, time: start.elapsed() })
}

impl Cost {
    /// Holds a cost to a bound.
    #[track_caller]
    pub fn is_within(&self, most: &Cost, input: &[u8]) {
        let is_within = self.peak <= most.peak && self.all <= most.all && self.time <= most.time;
        let shown: String = String::from_utf8_lossy(input).chars().take(2000).collect();
        assert!(is_within, "{self:?} is beyond {most:?} for {} bytes: {shown}", input.len());
    }
}
