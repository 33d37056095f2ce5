//! How long plans take: `cargo bench --bench plan`. The page plans while the
//! user waits for it; the aim is 20 ms for the cheapest way to a target.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use qiangxian::form::{Form, read};
    use qiangxian::plan::{Placeholder, Plan, Wish, cheapest, reach, steps};
    use qiangxian::score::compare;
    use rust_decimal::Decimal;
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    const WORDS: Placeholder = Placeholder { title: "honour", recipient: "recipient " };

    pub fn main() {
        let empty = form(include_str!("../tests/data/scored/blank.qiangxian.json"));
        let filled = form(include_str!("../tests/data/scored/filled-base-60.qiangxian.json"));
        let half = halved(&filled);
        for (name, form) in [("empty", &empty), ("half-filled", &half), ("filled", &filled)] {
            let highest = plan(form, Decimal::ONE_HUNDRED).highest;
            let now = form.scorecard().total.range.low;
            println!("{name}: {now} secured, {highest} within reach");
            measure("single steps", || steps(form, &form.case, WORDS));
            for part in [2, 5, 8, 10] {
                let target = now + (highest - now) * Decimal::new(part, 1);
                measure(&format!("the cheapest way, {part}/10"), || plan(form, target));
            }
            for id in ["33.bases", "26.handled", "base.gdp"] {
                let field = form.edition.field(id).expect("a field");
                let target = now + Decimal::ONE;
                measure(&format!("values of {id}"), || {
                    reach(form, &form.case, field, target, WORDS)
                });
            }
        }
        let (a, b) = (half.scorecard(), filled.scorecard());
        measure("compare", || compare(filled.edition.0, &a, &b));
    }

    fn form(text: &str) -> Form {
        read(text).expect("a form of tests/data/scored")
    }

    /// A form without every second answer, but with its shared figures.
    fn halved(form: &Form) -> Form {
        let mut half = form.clone();
        let shared = form.edition.shared();
        for field in form.edition.field_ids() {
            if field.0 % 2 == 1 && !shared.contains(&field) {
                half.case.answers.set(field, None);
            }
        }
        half
    }

    fn plan(form: &Form, target: Decimal) -> Plan {
        let wish = Wish { target, ..Wish::default() };
        cheapest(form, &form.case, &wish, WORDS)
    }

    /// Prints the median and the least time of some work.
    fn measure<T>(name: &str, work: impl Fn() -> T) {
        const SAMPLES: usize = 21;
        let mut times: Vec<Duration> = (0..SAMPLES)
            .map(|_| {
                let start = Instant::now();
                drop(black_box(work()));
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        println!("  {name:26} {:>10.2?}  (least {:.2?})", times[SAMPLES / 2], times[0]);
    }
}
