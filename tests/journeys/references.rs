//! Reference values: typed ends, or peers pasted from a spreadsheet.

use crate::page::quoted;
use crate::steps::{end, field, fresh, points_of};

const METRIC: &str = "39.hightech-share";

fn unacceptable() -> String {
    end(METRIC, "unacceptable")
}

fn satisfactory() -> String {
    end(METRIC, "satisfactory")
}

fn peers() -> String {
    end(METRIC, "peers")
}

#[test]
fn what_is_missing_is_said_with_the_points_at_stake() {
    let page = fresh();
    page.figure(&field(METRIC), "50");
    let said = |words: &str| {
        page.wait_for(&format!(
            "document.querySelector(\"[data-indicator='39'] .references .fold-status\").textContent === {}",
            quoted(words)
        ));
    };
    said("还缺满意值和不允许值，涉及 2 分。");
    page.totals("0", "100");
    page.figure(&unacceptable(), "40");
    said("还缺满意值，涉及 2 分。");
    page.figure(&satisfactory(), "60％");
    // 60 + 40 × (50 − 40) ÷ (60 − 40) of 2 points.
    page.shows(&points_of("39"), "1.6");
    said("已设");
    // An end that the document sets is there already, and can be set otherwise.
    page.reach(&end("26.handled", "unacceptable"));
    let placeholder = format!(
        "document.querySelector({}).placeholder",
        quoted(&end("26.handled", "unacceptable"))
    );
    assert_eq!(page.eval(&placeholder), "默认 90");
    page.figure(&field("26.handled"), "95");
    page.shows(&points_of("26"), "1.6");
    page.figure(&end("26.handled", "satisfactory"), "95");
    page.shows(&points_of("26"), "2");
    page.saved();
    page.reenter();
    page.shows(&points_of("39"), "1.6");
    page.shows(&points_of("26"), "2");
    page.well();
}

#[test]
fn ends_that_contradict_wait_until_they_are_right() {
    let page = fresh();
    page.figure(&field(METRIC), "50");
    page.figure(&unacceptable(), "40");
    page.figure(&satisfactory(), "60");
    page.shows(&points_of("39"), "1.6");
    // On the way to 45 and 55, "5" contradicts what is in force: it waits.
    page.retype(&satisfactory(), "5");
    page.told("满意值应优于不允许值");
    page.told("目前仍按 60% 计算");
    page.shows(&points_of("39"), "1.6");
    page.type_text(&satisfactory(), "5");
    page.told_nothing();
    // 60 + 40 × (50 − 40) ÷ (55 − 40) of 2 points.
    page.shows(&points_of("39"), "1.73");
    // Both turned round: the first waits, the second brings it along.
    page.retype(&satisfactory(), "30");
    page.told("满意值应优于不允许值");
    page.saved();
    page.reenter();
    page.holds(&satisfactory(), "30");
    page.told("满意值应优于不允许值");
    page.retype(&unacceptable(), "20");
    page.told_nothing();
    page.holds(&satisfactory(), "30");
    page.shows(&points_of("39"), "2");
    page.well();
}

#[test]
fn peers_are_pasted_from_a_spreadsheet() {
    let page = fresh();
    page.figure(&field(METRIC), "50");
    page.fill(&peers(), "35.5%\n60\n\n40\t48、55");
    // 60 + 40 × (50 − 35.5) ÷ (60 − 35.5) of 2 points.
    page.shows(&points_of("39"), "1.67");
    page.told_nothing();
    page.saved();
    page.reenter();
    page.shows(&points_of("39"), "1.67");
    page.retype(&peers(), "35.5\n六十");
    page.told("不是数字");
    page.shows(&points_of("39"), "1.67");
    page.clear(&peers());
    page.told_nothing();
    page.shows(&points_of("39"), "0");
    page.well();
}

#[test]
fn peers_and_ends_exclude_each_other() {
    let page = fresh();
    page.figure(&field(METRIC), "50");
    page.figure(&unacceptable(), "40");
    page.figure(&satisfactory(), "60");
    page.fill(&peers(), "0\n50");
    page.told("只能用一种");
    page.shows(&points_of("39"), "1.6");
    // The ends cleared, the peers that waited are in force.
    page.clear(&unacceptable());
    page.clear(&satisfactory());
    page.shows(&points_of("39"), "2");
    page.told_nothing();
    page.well();
}
