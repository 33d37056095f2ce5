//! The whole form by hand, from nothing to a hundred points.

use crate::page::Page;
use crate::steps::{action, cell, end, field, fresh};

/// Everything answered with yes.
const YES: &[&str] = &[
    "1.slogan",
    "1.document",
    "2.model",
    "3.activities",
    "3.publicity",
    "6.body",
    "7.plan",
    "7.mobilisation",
    "8.policy",
    "8.joint-penalty",
    "12.platform",
    "13.in-plan",
    "13.policy",
    "16.mechanism",
    "16.test-centre",
    "18.enterprise-policy",
    "18.integrity-policy",
    "18.integrity-activity",
    "18.benefit-activity",
    "22.channel",
    "23.policy",
    "23.inspection",
    "24.exchange",
    "24.training",
    "25.recall-system",
    "25.recall-policy",
    "29.created",
    "29.kept",
    "30.created",
    "30.kept",
    "34.system",
];

/// The best of several.
const BEST: &[(&str, &str)] = &[
    ("5.event", "national"),
    ("6.attended", "secretary"),
    ("25.injury-monitoring", "running"),
    ("27.analysis", "published"),
];

/// Check lists, of which every box is ticked.
const ALL: &[&str] = &["9.funded", "11.policies", "21.plans"];

/// Figures as users may type them.
const FIGURES: &[(&str, &str)] = &[
    ("base.population", "100"),
    ("base.gdp", "1,000"),
    ("4.honor-national", "2"),
    ("4.honor-provincial", "0"),
    ("4.honor-city", "0"),
    ("4.media-national", "0"),
    ("4.media-provincial", "0"),
    ("10.quality-spend", "2000"),
    ("10.public-spend", "100,000"),
    ("10.quality-spend-prev", "1000"),
    ("10.public-spend-prev", "100,000"),
    ("14.international", "1"),
    ("14.national-lead", "2"),
    ("14.national-join", "3"),
    ("14.provincial-lead", "3"),
    ("15.international-committee", "1"),
    ("15.national-secretariat", "1"),
    ("15.provincial-secretariat", "0"),
    ("15.national-pilot", "0"),
    ("15.provincial-pilot", "0"),
    ("17.mandatory-coverage", "100％"),
    ("17.verification", "１００"),
    ("17.energy-review", "100%"),
    ("18.demo-streets", "1"),
    ("18.demo-units", "100"),
    ("19.helped", "60"),
    ("19.helped-prev", "40"),
    ("20.certificates", "1500"),
    ("20.certificates-prev", "1000"),
    ("26.handled", "100"),
    ("28.supervision-funding", "100"),
    ("31.coverage", "100"),
    ("32.green-design", "100"),
    ("33.bases", "4"),
    ("34.online", "100"),
    ("35.services", "600"),
    ("36.enterprises", "200"),
    ("36.revenue", "150"),
    ("37.energy-reduction", "5"),
    ("38.good-days", "90"),
    ("38.pm25-improvement", "10"),
    ("39.hightech-share", "60"),
    ("40.patents", "1200"),
    ("41.technology-trade", "40"),
    ("42.national-first", "2"),
    ("42.national-second", "0"),
    ("42.provincial-first", "0"),
    ("42.provincial-second", "0"),
    ("42.provincial-third", "0"),
    ("42.national-first-joint", "0"),
    ("42.national-second-joint", "0"),
    ("42.provincial-first-joint", "0"),
    ("42.provincial-second-joint", "0"),
    ("42.provincial-third-joint", "0"),
];

/// Metrics with the end that gives nothing more, and the end that gives all.
const ENDS: &[(&str, &str, &str)] = &[
    ("10.share", "0.5", "2"),
    ("10.share-change", "0", "50"),
    ("19.number", "20", "60"),
    ("19.growth", "0", "30"),
    ("20.number", "500", "1500"),
    ("20.growth", "0", "50"),
    ("28.per-capita", "0.5", ""),
    ("35.share", "40", "60"),
    ("36.enterprises", "60", "180"),
    ("36.revenue", "40", "150"),
    ("37.energy-reduction", "1", "5"),
    ("38.air", "26", "42"),
    ("39.hightech-share", "35", "60"),
    ("40.per-10k", "2", "12"),
    ("41.trade-share", "0.8", "4"),
    ("42.awards", "0", "6"),
];

#[test]
fn an_empty_form_is_filled_to_a_hundred_points() {
    let page = fresh();
    page.fill("[data-form='county']", "示范县");
    fill_everything(&page);
    page.totals("100", "100");
    page.shows("[data-filter=unanswered] .chip-count", "0");
    let scores = page.scores();
    assert_eq!(scores.len(), 44);
    assert!(
        scores.iter().all(|score| {
            let parts: Vec<&str> = score.split(' ').collect();
            parts[0] == parts[1] && parts[1] == parts[2] && parts[0] != "0"
        }),
        "{scores:?}"
    );
    page.click("[data-filter='losing']");
    page.told("没有符合条件的指标");
    page.click("[data-filter='all']");
    page.saved();
    page.reenter();
    page.totals("100", "100");
    assert_eq!(page.scores(), scores);
    page.told_nothing();
    page.well();
}

#[test]
fn an_adjustment_of_the_sample_is_lifted_and_brought_back() {
    let page = fresh();
    page.act("sample");
    page.totals("75.55", "83.55");
    page.click("[data-indicator='2'] [data-action='unadjust']");
    page.totals("76.05", "84.05");
    page.act("undo");
    page.totals("75.55", "83.55");
    page.well();
}

/// Clicks and types every answer there is.
#[track_caller]
fn fill_everything(page: &Page) {
    for id in YES {
        page.pick(id, "yes");
    }
    for (id, value) in BEST {
        page.pick(id, value);
    }
    for id in ALL {
        page.reach(&field(id));
        let boxes = format!("{} input[type=checkbox]:not([value='none-of-these'])", field(id));
        for _ in 0..page.count(&boxes) {
            page.click(&format!("{boxes}:not(:checked)"));
        }
    }
    for (id, text) in FIGURES {
        page.figure(&field(id), text);
    }
    for (metric, unacceptable, satisfactory) in ENDS {
        page.figure(&end(metric, "unacceptable"), unacceptable);
        page.figure(&end(metric, "satisfactory"), satisfactory);
    }
    page.figure(&end("33.bases", "peers"), "0\n1\n2\n4");
    for (row, firm) in ["甲", "乙", "丙"].iter().enumerate() {
        let at = |part| cell("43.honours", row, part);
        page.click(&format!("{} {}", field("43.honours"), action("row-add")));
        page.fill(&at("title"), "全国质量标杆");
        page.fill(&at("recipient"), firm);
        page.choose(&at("level"), "national");
        page.figure(&at("year"), "2021");
    }
}
