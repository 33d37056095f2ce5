//! What an edit costs before anything is drawn: `cargo bench --bench session`.

use qiangxian::desk::{Desk, counts};
use qiangxian::form::{self, Form};
use qiangxian::rulebook::Day;
use qiangxian::session::{Present, Session, Slot};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SAMPLE: &str = include_str!("../seeds/sample-county.qiangxian.json");
const ROUNDS: u32 = 2000;

/// The median time of one round.
fn median(mut act: impl FnMut(u32)) -> Duration {
    let mut all: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let begun = Instant::now();
            act(round);
            begun.elapsed()
        })
        .collect();
    all.sort();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let form: Form = form::read(SAMPLE).expect("the sample");
    let field = form.edition.field("14.national-lead").expect("a field");
    let today = Day::parse("2022-07-01").expect("a day");
    let mut session = Session::new(form.clone(), "bench".into());
    let typed = median(|round| {
        session.type_in(Slot::Field(field), if round % 2 == 0 { "1" } else { "2" });
    });
    let present = Present::of(&form, None);
    let scored = median(|_| drop(black_box(Present::of(&form, None))));
    let stood = median(|_| {
        drop(black_box(Desk::new(&form, &present.case, &present.card, today).standings));
    });
    let desk = Desk::new(&form, &present.case, &present.card, today);
    let counted = median(|_| drop(black_box(counts(&desk))));
    println!("typed into a box      {typed:?}");
    println!("case and scorecard    {scored:?}");
    println!("standings             {stood:?}");
    println!("counts of the filters {counted:?}");
}
