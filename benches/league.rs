//! How long a league takes: `cargo bench --bench league`. The aim is 1 s for
//! 3,000 forms read and scored, and a frame of the page (16 ms at a quarter of
//! the speed, so 4 ms) for an edit of the user's own form.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use qiangxian::form::{Form, read, write};
    use qiangxian::league::{self, League, LeagueTable, SEED, TIMES, band, chance, without_each};
    use qiangxian::rulebook::{Answer, FieldId, FieldKind};
    use rust_decimal::Decimal;
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    pub fn main() {
        let filled = include_str!("../tests/data/scored/filled-base-60.qiangxian.json");
        let filled = read(filled).expect("a form of tests/data/scored");
        for number in [140, 3000] {
            let texts: Vec<String> = (0..number).map(|n| write(&other(&filled, n))).collect();
            let mut own = League::new(read(&texts[0]).expect("a form"));
            println!("{number} forms");
            measure("read", || texts.iter().filter_map(|text| read(text).ok()).count());
            for text in &texts[1..] {
                own.admit(read(text).expect("a form")).expect("of the same edition");
            }
            measure("score and rank", || LeagueTable::new(&own));
            own.references = true;
            measure("the same, ends from the league", || LeagueTable::new(&own));
            let (sources, terms, rulebook) = (own.sources(), &own.terms, own.edition.0);
            let table = LeagueTable::new(&own);
            let mut case = filled.case.clone();
            case.answers.set(rulebook.field("2.model").expect("a field"), None);
            let edited = own.sources_with(&case);
            let mut copy = table.clone();
            measure("an edit of one's own", || copy.update(rulebook, &edited, terms, 0));
            let bases = rulebook.field("33.bases").expect("a field");
            let mut moved = [1_000_000, 2_000_000].map(|most| {
                let mut case = filled.case.clone();
                case.answers.set(bases, Some(Answer::Count(most)));
                case
            });
            let mut copy = table.clone();
            measure("an edit that moves an end", || {
                moved.reverse();
                copy.update(rulebook, &own.sources_with(&moved[0]), terms, 0);
            });
            measure("band of ranks", || band(rulebook, &sources, false, 0));
            measure("the same, ends from the league", || band(rulebook, &sources, true, 0));
            measure("1,000 draws", || {
                chance(rulebook, &sources, terms, &table, 0, own.recognised, (TIMES, SEED))
            });
            measure("leaving out each county", || {
                without_each(rulebook, &sources, terms, &table, 0)
            });
            let file = league::write(&own).expect("a file");
            println!("  a file of {} bytes", file.len());
            measure("write a league file", || league::write(&own));
            measure("read a league file", || league::read(&file));
        }
    }

    /// A form like another: some answers differ, some are open.
    fn other(filled: &Form, number: u32) -> Form {
        let mut form = filled.clone();
        form.county = number.to_string();
        for id in form.edition.field_ids() {
            // Any numbers that differ by form and field.
            let drawn = number.wrapping_mul(2_654_435_761).rotate_left(u32::from(id.0)) % 97;
            change(&mut form, id, drawn);
        }
        form
    }

    fn change(form: &mut Form, id: FieldId, drawn: u32) {
        let answer = match (form.edition[id].kind, form.case.answers.get(id)) {
            _ if drawn < 10 => None,
            (FieldKind::YesNo, _) => Some(Answer::YesNo(drawn > 40)),
            (_, Some(Answer::Count(count))) => Some(Answer::Count(count * drawn / 48 + 1)),
            (FieldKind::Amount, Some(Answer::Figure(figure))) => {
                let part = Decimal::new(drawn.into(), 2) + Decimal::ONE;
                Some(Answer::Figure((figure * part).round_dp(4)))
            }
            (_, other) => other.cloned(),
        };
        form.case.answers.set(id, answer);
    }

    /// Prints the median and the least time of some work.
    fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
        const SAMPLES: usize = 5;
        let mut times: Vec<Duration> = (0..SAMPLES)
            .map(|_| {
                let start = Instant::now();
                drop(black_box(work()));
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        println!("  {name:32} {:>10.2?}  (least {:.2?})", times[SAMPLES / 2], times[0]);
    }
}
