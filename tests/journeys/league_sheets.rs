//! What of a league is read and carried away: groups, years, the report, and the
//! league that was open last.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::Profile;
use crate::league::{files, gather, opened};
use crate::steps::{SAMPLE, file};

/// The sample of an earlier year: without the answers that are named.
fn own(year: u16, without: &[&str]) -> PathBuf {
    let mut form: Value = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    form["year"] = json!(year);
    for name in without {
        form["answers"][*name] = json!(false);
    }
    file("league-sheets", &format!("own-{year}.qiangxian.json"), &form.to_string())
}

#[test]
fn groups_stand_between_dimensions_and_indicators() {
    let page = opened(&Profile::new());
    gather(&page, &files("league-groups")[..8]);
    page.click("[data-section=parts]");
    page.wait_for_element(".strips tr.group");
    let names = page.eval(
        "[...document.querySelectorAll('.strips tbody tr')].map((row) => row.cells[0].innerText)",
    );
    let names: Vec<&str> =
        names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(
        &names[..4],
        ["总分", "质量发展理念", "质量理念", "1 质量发展理念与宣传口号"],
        "{names:?}"
    );
    // What a group has is what its indicators have.
    let sums = page.eval(
        "[...document.querySelectorAll('.strips tr.group')].every((group) => { \
         let sum = 0; \
         for (let row = group.nextElementSibling; row && !row.className; \
              row = row.nextElementSibling) sum += Number(row.cells[2].innerText); \
         return Math.abs(sum - Number(group.cells[2].innerText)) < 0.02; })",
    );
    assert_eq!(sums, true);
    page.well();
}

#[test]
fn years_are_a_line_and_a_table() {
    let page = opened(&Profile::new());
    let mut all: Vec<PathBuf> = files("league-years").into_iter().take(4).collect();
    all.push(own(2019, &["22.channel", "2.model"]));
    all.push(own(2021, &["22.channel"]));
    gather(&page, &all);
    page.click("[data-section=years]");
    page.wait_for_element(".trend polyline");
    let dots = "document.querySelectorAll('.trend-line > i').length";
    page.wait_for(&format!("{dots} === 3"));
    // What the line shows is said as well.
    let said = page.eval("document.querySelector('.trend-room').getAttribute('aria-label')");
    let said = said.as_str().unwrap_or_default();
    assert!(said.starts_with("总分：2019 年 ") && said.ends_with("2022 年 75.55 分"), "{said}");
    // Honours of 2022 are none yet for the form of 2021.
    assert!(page.text(".trend figcaption").contains("比 2021 年 +3"));
    // 2019 lies twice as far from 2021 as that from 2022.
    let places = page.eval(
        "[...document.querySelectorAll('.trend-line > i')].map((dot) => parseFloat(dot.style.insetInlineStart))",
    );
    let places: Vec<f64> =
        places.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert!((places[1] - 66.67).abs() < 0.1, "{places:?}");
    // Any part has a line.
    let channel = page.eval(
        "[...document.querySelectorAll('[data-league=trend] option')]\
         .find((one) => one.textContent.trim().startsWith('22 ')).value",
    );
    page.choose("[data-league=trend]", channel.as_str().unwrap_or_default());
    page.wait_for("document.querySelector('.trend figcaption').innerText.startsWith('22 ')");
    assert!(page.text(".trend figcaption").contains("比 2021 年 +1，比 2019 年 +1"));
    page.wait_for_element("[data-years=table] .spark polyline");
    let gained = page.text("[data-league-part=years] h3");
    assert!(gained.contains("比上一年多的 +3"), "{gained}");
    page.viewport(390, 844, true, 2.0);
    page.wait_for("document.documentElement.scrollWidth <= 390");
    page.well();
}

#[test]
fn the_report_is_a_sheet_and_a_file() {
    let profile = Profile::new();
    let page = opened(&profile);
    gather(&page, &files("league-report")[..20]);
    page.fill("[data-league=places]", "2");
    page.press("Tab");
    page.click("[data-section=report]");
    page.wait_for_element(".league-report table");
    let said = page.text(".league-report");
    let standing = page.text("[data-standing] b").replace("示例县：", "示例县");
    for words in
        ["示例县排名情况", standing.as_str(), "三、进前 2 名要做什么", "最省的做法", "本工具口径"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    page.act("league-word");
    let saved = profile.downloaded();
    assert!(saved.extension().is_some_and(|ending| ending == "docx"), "{saved:?}");
    assert!(std::fs::metadata(&saved).expect("a file").len() > 5_000);
    page.wait_for_element(".league-report");
    // It follows what it is of.
    page.fill("[data-league=places]", "20");
    page.press("Tab");
    page.wait_for(
        "document.querySelector('.league-report')?.innerText.includes('本县已在前 20 名内')",
    );
    page.viewport(390, 844, true, 2.0);
    page.wait_for("document.documentElement.scrollWidth <= 390");
    page.well();
}

#[test]
fn the_league_that_was_open_last_is_opened_again() {
    let page = opened(&Profile::new());
    let files = files("league-last");
    gather(&page, &files[..3]);
    page.fill("[data-league=name]", "第一组");
    page.press("Tab");
    page.wait_for("document.querySelector('.ranks caption').innerText.startsWith('第一组')");
    page.click(".league-menu > summary");
    page.act("league-new");
    page.wait_for_element(".league-empty");
    gather(&page, &files[3..8]);
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 6");
    page.click(".league-menu > summary");
    page.click("[data-kept-league]");
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 4");
    page.saved();
    page.reenter();
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 4");
    page.holds("[data-league=name]", "第一组");
    page.well();
}
