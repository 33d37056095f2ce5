//! Short links to large forms: opened in a bounded time.

use qiangxian::form::{Evidence, Form, write};
use qiangxian::link::{Include, decode, encode};
use std::time::{Duration, Instant};

/// A form whose rows of evidence are all alike, which links hold in a few bytes.
fn rows(count: usize) -> Form {
    let mut form = Form::blank().expect("an edition");
    let id = form.edition.indicator("1").expect("an indicator");
    form.evidence.insert(id, vec![Evidence { title: "文".into(), ..Evidence::default() }; count]);
    form
}

#[test]
fn a_short_link_with_many_rows_opens_at_once() {
    let form = rows(20_000);
    let link = encode(&form, Include::ALL, None).expect("a link");
    let start = Instant::now();
    let shared = decode(&link).expect("a form");
    let took = start.elapsed();
    println!("{} characters, {} bytes, {took:?}", link.len(), write(&form).len());
    assert_eq!(shared.form, form);
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[test]
fn no_link_holds_more_than_the_bound() {
    // Values are bounded, so rows are too, whatever the link's length.
    for count in [100_000, 1_000_000] {
        let start = Instant::now();
        let link = encode(&rows(count), Include::ALL, None);
        println!("{count}: {:?} {:?}", link.as_ref().map(String::len), start.elapsed());
        if let Ok(link) = link {
            let start = Instant::now();
            let shared = decode(&link);
            println!("{:?}", start.elapsed());
            assert!(shared.is_ok());
        }
    }
}
