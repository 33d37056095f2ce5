//! Share links: what travels comes back, what is not whole is refused.
#![cfg(not(target_arch = "wasm32"))]

mod link_forms;

use link_forms::{any, county, full, half, longest};
use qiangxian::form::Form;
use qiangxian::link::{Include, decode, encode};

const ALL: Include = Include { references: true, scenarios: true, notes: true, evidence: true };

#[test]
fn lengths() {
    let len = |form: &Form| encode(form, Include::default(), None).unwrap().len();
    println!("blank {}", len(&Form::new(county())));
    for n in [0, 3, 5] {
        let all: Vec<usize> = (0..10).map(|s| len(&full(s, n))).collect();
        println!("full {n}: {all:?}");
    }
    println!("half {:?}", (0..10).map(|s| len(&half(s))).collect::<Vec<_>>());
    println!("longest {}", len(&longest()));
}

#[test]
fn comes_back() {
    for seed in 0..300 {
        let form = any(county(), seed);
        let link = encode(&form, ALL, None).unwrap();
        assert_eq!(decode(&link).map(|s| s.form), Ok(form), "seed {seed}");
    }
}
