//! The league: gathering forms, the ranking, what is kept and what is sent.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{SAMPLE, action, file, in_profile};

/// The sample as another county's form; numbers drawn by county and field.
fn county(number: u64) -> Value {
    let mut form: Value = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    form["county"] = format!("{number:02}县").into();
    for key in ["scenarios", "notes", "evidence", "adjustments"] {
        form.as_object_mut().expect("an object").remove(key);
    }
    let answers = form["answers"].as_object_mut().expect("an object");
    for (at, (name, answer)) in answers.iter_mut().enumerate() {
        let drawn = ((number * 2_654_435_761) >> (at % 16)) % 97;
        match answer {
            Value::Bool(yes) => *yes = drawn > 14,
            Value::Number(n) => *n = (n.as_u64().unwrap_or_default() * drawn / 48).into(),
            Value::String(text) if name.starts_with("36.") => *text = format!("{}.5", 40 + drawn),
            _ => {}
        }
    }
    if number.is_multiple_of(4) {
        answers.remove("2.model");
    }
    form
}

/// The files of 40 other counties; what does not count is among them.
pub fn files(test: &str) -> Vec<PathBuf> {
    let write = |name: &str, form: &Value| file(test, name, &form.to_string());
    let mut all: Vec<PathBuf> =
        (1..=40).map(|n| write(&format!("{n:02}.qiangxian.json"), &county(n))).collect();
    let mut old = county(3);
    old["year"] = json!(2021);
    all.push(write("old.qiangxian.json", &old));
    let mut doubtful = county(5);
    doubtful["answers"]["22.channel"] = json!(false);
    doubtful["answers"]["12.platform"] = json!(false);
    all.push(write("doubtful.qiangxian.json", &doubtful));
    all.push(file(test, "bad.json", "{\"format\":\"other\"}"));
    let city = json!({ "format": "qiangxian.form", "version": 1, "rulebook": "jinan-city-2018" });
    all.push(write("city.qiangxian.json", &city));
    all
}

/// The sample as the user's own form, and the league's view.
#[track_caller]
pub fn opened(profile: &Profile) -> Page {
    let page = in_profile(profile);
    page.click(".more-menu > summary");
    page.act("sample");
    page.shows("[data-total] [data-points]", "75.55");
    page.view("league");
    page
}

#[track_caller]
pub fn gather(page: &Page, files: &[PathBuf]) {
    let files: Vec<&std::path::Path> = files.iter().map(PathBuf::as_path).collect();
    page.set_files("[data-import]", &files);
    page.wait_for_element(".ranks tbody tr:nth-child(2)");
}

/// Name and points by row.
fn ranking(page: &Page) -> Vec<(String, String, String)> {
    let rows = page.eval(
        "[...document.querySelectorAll('.ranks tbody tr')].map((row) => \
         [...row.cells].slice(0, 3).map((cell) => cell.firstChild.textContent.trim()))",
    );
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| (text(&row[0]), text(&row[1]), text(&row[2]))).collect()
}

#[test]
fn forty_forms_from_files_are_ranked() {
    let profile = Profile::new();
    let page = opened(&profile);
    assert!(page.text(".league-empty").contains("第几"));
    gather(&page, &files("league-forty"));
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 41");
    let rows = ranking(&page);
    let points: Vec<f64> = rows.iter().filter_map(|(.., points)| points.parse().ok()).collect();
    assert_eq!(points.len(), 41);
    assert!(points.windows(2).all(|two| two[0] >= two[1]), "{points:?}");
    for (at, (rank, ..)) in rows.iter().enumerate() {
        let first = points.iter().position(|other| *other == points[at]).unwrap_or_default();
        assert_eq!(rank, &(first + 1).to_string(), "equal points share a rank");
    }
    let own = rows.iter().find(|(_, name, _)| name == "示例县").expect("one's own row");
    assert_eq!(own.2, "75.55");
    let said = page.text("[data-standing]");
    assert!(said.contains(&format!("第 {} 名", own.0)), "{said}");
    assert_eq!(page.count("tr[data-own]"), 1);

    // What does not count is named with its reason.
    page.click(".league-members summary");
    let aside = page.text("[data-league-aside]");
    for words in ["已有更新的表", "old.qiangxian.json", "bad.json", "任务清单不计分", "分不出"]
    {
        assert!(aside.contains(words), "{words}: {aside}");
    }
    // The user says which of two forms counts.
    let of = |page: &Page| ranking(page).into_iter().find(|one| one.1 == "05县").expect("a row");
    let before = of(&page);
    page.click("[data-league-doubt] [data-action=league-prefer]");
    page.wait_for(&format!(
        "[...document.querySelectorAll('.ranks tbody tr')].some((row) => \
         row.cells[1].textContent === '05县' && row.cells[2].textContent !== '{}')",
        before.2
    ));

    // How many are recognised is said everywhere.
    page.fill("[data-league=places]", "3");
    page.press("Tab");
    page.wait_for("document.querySelector('.ranks thead').innerText.includes('距第 3 名')");
    page.fill("[data-league=places]", "三");
    page.press("Tab");
    page.told("整数");
    page.well();
}

#[test]
fn a_league_is_kept_saved_and_sent() {
    let profile = Profile::new();
    let page = opened(&profile);
    let files: Vec<PathBuf> = files("league-kept").into_iter().take(6).collect();
    gather(&page, &files);
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 7");
    page.fill("[data-league=name]", "2022年度");
    page.press("Tab");
    page.wait_for("document.querySelector('.ranks caption').innerText.startsWith('2022年度')");
    let rows = ranking(&page);
    page.saved();
    page.reenter();
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 7");
    assert_eq!(ranking(&page), rows);
    page.holds("[data-league=name]", "2022年度");

    // An edit of the user's own form moves it in the ranking.
    page.view("fill");
    page.pick("22.channel", "no");
    page.shows("[data-total] [data-points]", "74.55");
    page.view("league");
    page.wait_for("document.querySelector('tr[data-own]')?.cells[2].innerText === '74.55'");
    page.click(&action("undo"));
    page.wait_for("document.querySelector('tr[data-own]').cells[2].innerText === '75.55'");

    page.click(".league-menu > summary");
    page.act("league-save");
    let saved = profile.downloaded();
    let text = std::fs::read_to_string(&saved).expect("a file");
    assert!(text.contains("\"own\":0") && text.contains("01县"), "{}", &text[..200]);

    page.click(".league-menu > summary");
    page.act("league-send");
    page.click("[data-send=points]");
    page.act("league-send-save");
    let sent = profile.downloaded();
    let text = std::fs::read_to_string(&sent).expect("a file");
    assert!(text.contains("甲县") && text.contains("\"points\""), "{}", &text[..200]);
    assert!(!text.contains("01县") && !text.contains("示例县"), "{}", &text[..200]);

    // Elsewhere the file gives the same ranking, wherever it is opened.
    let other = in_profile(&Profile::new());
    other.set_files("[data-import]", &[&saved]);
    other.wait_for_element("[data-view=league]");
    other.wait_for("document.querySelectorAll('.ranks tbody tr').length === 8");
    let found = ranking(&other);
    for (_, name, points) in &rows {
        assert!(found.iter().any(|one| &one.1 == name && &one.2 == points), "{name}: {found:?}");
    }
    page.well();
    other.well();
}

#[test]
fn a_league_is_used_on_a_phone() {
    let page = opened(&Profile::new());
    page.viewport(390, 844, true, 2.0);
    gather(&page, &files("league-phone"));
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 41");
    page.wait_for("document.documentElement.scrollWidth <= 390");
    page.act("league-paste");
    page.fill("[data-league=paste]", "没有链接");
    page.act("league-add");
    page.wait_for(
        "document.querySelector('[data-league-said]').innerText.includes('1 份没有列入')",
    );
    page.well();
}

#[test]
fn references_are_taken_from_the_league_and_given_back() {
    let page = opened(&Profile::new());
    gather(&page, &files("league-ends")[..12]);
    page.click("[data-section=ends]");
    page.wait_for("document.querySelector('[data-becomes]').innerText.includes('→')");
    let said = page.text("[data-becomes]");
    assert!(said.contains("75.55 →"), "{said}");
    let after = said.split("→ ").nth(1).and_then(|rest| rest.split('（').next());
    let after = after.unwrap_or_default().trim_end_matches('0').to_owned();
    page.act("league-without");
    page.wait_for_element("[data-without] tbody tr");
    page.act("league-apply");
    page.shows("[data-total] [data-points]", &after);
    page.wait_for("document.querySelector('[data-becomes]').innerText.includes('（0）')");
    // The source stands with the indicator.
    page.view("fill");
    page.open_row("33");
    page.wait_for(
        "[...document.querySelectorAll('[data-indicator=\"33\"] textarea')]\
         .some((note) => note.value.startsWith('参考值取自排名'))",
    );
    page.view("league");
    page.click(&action("undo"));
    page.shows("[data-total] [data-points]", "75.55");

    // The ranking can go by the league's ends for all.
    page.click("[data-section=ends]");
    page.click("[data-league=references]");
    page.click("[data-section=ranking]");
    page.wait_for(&format!(
        "document.querySelector('tr[data-own]')?.cells[2].innerText.startsWith('{after}')"
    ));
    page.shows("[data-total] [data-points]", "75.55");
    page.well();
}

#[test]
fn a_recognised_place_becomes_the_target_of_the_plan() {
    let page = opened(&Profile::new());
    gather(&page, &files("league-reach")[..12]);
    page.fill("[data-league=places]", "1");
    page.press("Tab");
    page.click("[data-section=scenarios]");
    page.wait_for("document.querySelector('[data-needs]').innerText.includes('前 1 名')");
    // The sample comes with a scenario.
    page.wait_for("document.querySelectorAll('[data-scenarios] tbody tr').length === 2");
    page.act("league-try");
    page.wait_for("document.querySelector('[data-tried]').innerText.includes('第 ')");
    page.act("league-reach");
    page.wait_for_element("[data-view=plan]");
    let target = page.value("[data-goal=target]");
    let said = target.parse::<f64>().unwrap_or_default();
    assert!(said > 75.55, "{target}");
    page.well();
}

#[test]
fn a_rank_is_tried_and_years_are_compared() {
    let page = opened(&Profile::new());
    let mut files: Vec<PathBuf> = files("league-firm").into_iter().take(8).collect();
    let mut old: Value = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    old["year"] = json!(2021);
    old["answers"]["22.channel"] = json!(false);
    files.push(file("league-firm", "own-2021.qiangxian.json", &old.to_string()));
    gather(&page, &files);
    page.click("[data-section=firm]");
    page.act("league-chance");
    page.wait_for("document.querySelector('[data-chance]').innerText.includes('随机填 1000 次')");
    let said = page.text("[data-chance]");
    page.act("league-chance");
    page.wait_for(&format!(
        "document.querySelector('[data-chance]').innerText.trim() === '{said}'"
    ));
    page.act("league-band");
    page.wait_for("/名次在第|都是第/.test(document.querySelector('[data-rank-band]').innerText)");
    page.click("[data-section=years]");
    page.wait_for("document.querySelector('[data-years=gained]')?.innerText.includes('+1')");
    let head = page.text("[data-years=table] thead");
    assert!(head.contains("2021 年") && head.contains("2022 年"), "{head}");
    page.well();
}

#[test]
fn checklists_are_compared_by_what_is_met() {
    let page = in_profile(&Profile::new());
    page.click(".more-menu > summary");
    page.click(".more-menu [data-edition='jinan-city-2018']");
    page.wait_for_element("[data-indicator='132']");
    page.choose("[data-pick='1']", "met");
    page.view("league");
    let city = |name: &str, met: usize| {
        let answers: serde_json::Map<String, Value> =
            (1..=met).map(|task| (format!("{task}.status"), json!("met"))).collect();
        let form = json!({
            "format": "qiangxian.form", "version": 1, "rulebook": "jinan-city-2018",
            "county": name, "answers": answers,
        });
        file("league-cities", &format!("{name}.json"), &form.to_string())
    };
    gather(&page, &[city("乙市", 3), city("丙市", 0)]);
    page.wait_for("document.querySelectorAll('.ranks tbody tr').length === 3");
    let names: Vec<String> = ranking(&page).into_iter().map(|(_, name, _)| name).collect();
    assert_eq!((names[0].as_str(), names[2].as_str()), ("乙市", "丙市"));
    assert!(page.text("[data-standing]").contains("1 / "));
    assert_eq!(page.count("[data-section]"), 0);
    page.well();
}
