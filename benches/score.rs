//! How long a score takes: `cargo bench`. The page scores the whole form after
//! every key, and a league or a plan scores a thousand at once; the aim is
//! 10 µs a form, and 2 ms for what all readings are worth, band included.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use qiangxian::form::{Form, read, write};
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    pub fn main() {
        let blank = form(include_str!("../tests/data/scored/blank.qiangxian.json"));
        let filled = form(include_str!("../tests/data/scored/filled-base-60.qiangxian.json"));
        let text = write(&filled);
        let league: Vec<Form> = (0..1000).map(|_| filled.clone()).collect();

        measure("score a blank form", 1, || blank.scorecard());
        measure("score a filled form", 1, || filled.scorecard());
        measure("score 1,000 forms, each", 1000, || {
            league.iter().map(|form| form.scorecard().total.range.low).max()
        });
        measure("worth of all readings", 1, || filled.worth(&filled.case));
        measure("read a form file", 1, || read(&text));
        measure("write a form file", 1, || write(&filled));
    }

    fn form(text: &str) -> Form {
        read(text).expect("a form of tests/data/scored")
    }

    /// Prints the median and the least time of one of `parts` equal parts.
    fn measure<T>(name: &str, parts: u32, work: impl Fn() -> T) {
        const SAMPLES: usize = 101;
        // So many runs to a sample that the clock's own time does not show.
        let start = Instant::now();
        let mut runs = 0;
        while runs == 0 || start.elapsed() < Duration::from_millis(20) {
            black_box(work());
            runs += 1;
        }
        let mut times: Vec<Duration> = (0..SAMPLES)
            .map(|_| {
                let start = Instant::now();
                (0..runs).for_each(|_| drop(black_box(work())));
                start.elapsed() / (runs * parts)
            })
            .collect();
        times.sort_unstable();
        println!("{name:24} {:>10.2?}  (least {:.2?})", times[SAMPLES / 2], times[0]);
    }
}
