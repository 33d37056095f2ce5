//! The document's own targets.

use crate::desk::{city, county, on};
use qiangxian::desk::{TargetEntry, TargetStanding, TargetVerdict};
use qiangxian::form::Form;
use rust_decimal::Decimal;

#[track_caller]
fn target(form: &Form, id: &str, own: Option<&str>) -> TargetStanding {
    let at = form.edition.targets.iter().position(|target| target.id == id).unwrap();
    let own = own.map(|own| own.parse::<Decimal>().unwrap());
    let all = on(form, "2022-07-01", |desk| desk.targets(&|asked| own.filter(|_| asked == at)));
    assert_eq!(all.len(), form.edition.targets.len());
    assert_eq!(all[at].target, at);
    all[at]
}

#[track_caller]
fn check(form: &Form, id: &str, own: Option<&str>, verdict: TargetVerdict) {
    assert_eq!(target(form, id, own).verdict, verdict);
}

#[test]
fn figures_of_indicators_stand_beside_their_targets() {
    let form = county(r#""answers":{"32.green-design":"100","34.online":"99.9999","33.bases":3}"#);
    check(&form, "engineering-green-design", None, TargetVerdict::Met);
    check(&form, "engineering-smart-site-online", None, TargetVerdict::NotMet);
    // No bound: the figure is shown and not judged.
    let bases = target(&form, "engineering-prefabricated-bases", None);
    assert_eq!((bases.value, bases.verdict), (Some(Decimal::from(3)), TargetVerdict::Unknown));
    check(&county(r#""answers":{}"#), "engineering-green-design", None, TargetVerdict::Unknown);
    // An own entry never stands in for a field.
    check(
        &county(r#""answers":{}"#),
        "engineering-green-design",
        Some("100"),
        TargetVerdict::Unknown,
    );
}

#[test]
fn other_bounds_have_entries_of_their_own() {
    let form = county(r#""answers":{}"#);
    for (own, verdict) in [
        (None, TargetVerdict::Unknown),
        (Some("96.9999"), TargetVerdict::NotMet),
        (Some("97"), TargetVerdict::Met),
        (Some("100"), TargetVerdict::Met),
    ] {
        check(&form, "product-food", own, verdict);
    }
    let own: Vec<&str> = on(&form, "2022-07-01", |desk| {
        let all = desk.targets(&|_| None);
        let own = all.iter().filter(|standing| standing.entry == TargetEntry::Own);
        own.map(|standing| form.edition.targets[standing.target].id).collect()
    });
    assert_eq!(
        own,
        ["product-farm-produce", "product-industrial", "product-food", "service-satisfaction"]
    );
    // Words have no figure.
    let words = target(&form, "product-key-food", Some("100"));
    assert_eq!(
        (words.entry, words.value, words.verdict),
        (TargetEntry::Words, None, TargetVerdict::Unknown)
    );
}

#[test]
fn a_checklist_has_targets_too() {
    // The task asks for 30 %, the target for 60 %.
    let form = city(r#""answers":{"27.standardised":"45"}"#);
    check(&form, "product-farming", None, TargetVerdict::NotMet);
    check(&form, "industry-big-data", Some("5000"), TargetVerdict::Met);
}
