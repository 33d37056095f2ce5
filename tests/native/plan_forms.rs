//! Forms for the tests of plans, from a short notation.

pub mod brute;
pub mod small;

use qiangxian::form::{Form, read, read_with};
use qiangxian::plan::{Plan, Wish, cheapest};
use qiangxian::rulebook::{Reference, Rulebook};
use qiangxian::text::{HONOUR, form_problem};
use rust_decimal::Decimal;

/// A form of the county index: answers as `field=JSON`, references as
/// `metric@worst..best`, adjustments as `indicator~points`, `base:0`. Blanks separate.
#[track_caller]
pub fn form(written: &str) -> Form {
    let text = text(written, "shandong-county-2022");
    read(&text).unwrap_or_else(|problem| panic!("{}\n{text}", form_problem(&problem)))
}

/// The same for any rulebook.
#[track_caller]
pub fn form_of(rulebook: &'static Rulebook, written: &str) -> Form {
    let text = text(written, rulebook.id);
    read_with(&text, |_| Some(rulebook))
        .unwrap_or_else(|problem| panic!("{}\n{text}", form_problem(&problem)))
}

fn text(written: &str, rulebook: &str) -> String {
    let (mut answers, mut references, mut adjustments) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = String::new();
    for part in written.split([' ', '\n']).filter(|part| !part.is_empty()) {
        if let Some((field, value)) = part.split_once('=') {
            answers.push(format!(r#""{field}":{value}"#));
        } else if let Some((metric, ends)) = part.split_once('@') {
            let (worst, best) = ends.split_once("..").expect("worst..best");
            let ends = [("unacceptable", worst), ("satisfactory", best)];
            let ends = ends.iter().filter(|(_, value)| !value.is_empty());
            let ends: Vec<String> = ends.map(|(end, v)| format!(r#""{end}":"{v}""#)).collect();
            references.push(format!(r#""{metric}":{{{}}}"#, ends.join(",")));
        } else if let Some((indicator, points)) = part.split_once('~') {
            let adjusted = format!(r#""{indicator}":{{"points":"{points}","reason":"r"}}"#);
            adjustments.push(adjusted);
        } else if let Some(base) = part.strip_prefix("base:") {
            rest += &format!(r#","method":{{"base":"{base}"}}"#);
        } else {
            panic!("neither answer nor reference nor adjustment: {part}");
        }
    }
    // A checklist has none of these, not even empty.
    for (key, all) in [("references", references), ("adjustments", adjustments)] {
        if !all.is_empty() {
            rest += &format!(r#","{key}":{{{}}}"#, all.join(","));
        }
    }
    format!(
        r#"{{"format":"qiangxian.form","version":1,"rulebook":"{rulebook}"{rest},"answers":{{{}}}}}"#,
        answers.join(",")
    )
}

/// A form of the county index with every reading at its option of this place,
/// or at its last one, and references for what is scored then.
pub fn read_otherwise(form: &Form, option: u8) -> Form {
    let mut form = form.clone();
    for (id, reading) in form.edition.reading_ids().zip(form.edition.readings) {
        form.set_reading(None, id, option.min(reading.options.len() as u8 - 1));
    }
    for (metric, worst, best) in [("38.days", 60, 90), ("38.pm25", 0, 10)] {
        let metric = form.edition.metric(metric).expect("a metric");
        let [worst, best] = [worst, best].map(|end| Some(Decimal::from(end)));
        let reference = Reference::Ends { unacceptable: worst, satisfactory: best };
        form.set_reference(None, metric, Some(reference));
    }
    form
}

pub fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// A wish for a target and nothing else.
pub fn wish(target: &str) -> Wish {
    Wish { target: number(target), ..Wish::default() }
}

/// The cheapest way to a target, which scores what it promises.
#[track_caller]
pub fn plan(form: &Form, target: &str) -> Plan {
    planned(form, &wish(target))
}

/// The cheapest way for a wish, which scores what it promises.
#[track_caller]
pub fn planned(form: &Form, wish: &Wish) -> Plan {
    let plan = cheapest(form, &form.case, wish, HONOUR);
    let scenario = plan.scenario("plan", None);
    let card = form.score(&form.case.under(&scenario));
    let counted = |card: &qiangxian::score::Scorecard| card.total.counted(form.edition.kind);
    assert_eq!(counted(&card), plan.after, "the scenario scores what is promised");
    assert_eq!(counted(&form.scorecard()), plan.before);
    let gains: Decimal = plan.steps.iter().map(|step| step.gain).sum();
    assert_eq!(plan.before + gains, plan.after);
    if plan.before < plan.target {
        assert_eq!(plan.is_reached(), plan.highest >= plan.target);
    }
    if !plan.is_reached() {
        assert_eq!(plan.after, plan.highest);
    }
    plan
}
