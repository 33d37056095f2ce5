//! Readings: a way to read the document is chosen, counts everywhere, and is told.

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{action, fresh};

const POINTS: &str = "[data-total] [data-points]";
const ANY: &str = "[data-reading='11'] input[value='any']";

/// The sample, of which a reading of indicator 11 moves the total.
fn sample() -> Page {
    let page = fresh();
    page.act("sample");
    page.shows(POINTS, "75.55");
    page.saved();
    page
}

#[test]
fn a_reading_is_chosen_where_it_moves_an_indicator_and_is_undone() {
    let page = sample();
    page.open_row("11");
    page.wait_for_element(ANY);
    assert_eq!(page.count("[data-other-readings]"), 0);
    page.click(ANY);
    page.wait_for_element("[data-other-readings]");
    page.wait_for(&format!("document.querySelector('{POINTS}').textContent !== '75.55'"));
    let chosen = page.text(POINTS);
    page.act("undo");
    page.shows(POINTS, "75.55");
    page.wait_for("!document.querySelector('[data-other-readings]')");
    page.act("redo");
    page.shows(POINTS, &chosen);

    // Kept, and in a link.
    page.saved();
    page.reenter();
    page.shows(POINTS, &chosen);
    let link = page.link();
    let other = Profile::new().page();
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    other.shows(POINTS, &chosen);
    other.wait_for_element("[data-other-readings]");

    // Named where a total stands.
    page.view("report");
    page.wait_for("document.querySelector('[data-view=report]').innerText.includes('另选口径')");
    page.well();
    other.well();
}

#[test]
fn what_each_reading_is_worth_stands_in_bars_and_in_a_table() {
    let page = sample();
    page.view("readings");
    page.wait_for_element("[data-band]");
    let band = page.text("[data-view=readings] [data-band]");
    assert!(band.contains("75.55"), "{band}");
    // The widest bar is first, and leads to its options.
    let first = page.eval("document.querySelector('[data-tornado]').dataset.tornado");
    let first = first.as_str().unwrap_or_default().to_owned();
    page.click(&format!("[data-tornado='{first}']"));
    page.wait_for(&format!("document.activeElement.closest('[data-reading=\"{first}\"]')"));
    let spreads = "[...document.querySelectorAll('.tornado li:not(.together) .tornado-spread')]\
                   .map((e) => parseFloat(e.textContent.replace(/[^0-9.]/g, '')))";
    page.wait_for(&format!(
        "((all) => all.length > 1 && all.every((x, i) => i === 0 || x <= all[i - 1]))({spreads})"
    ));
    // The same as a table.
    page.click(".tornado-table summary");
    page.wait_for("document.querySelector('.tornado-table table tbody tr').offsetParent");
    let bars = page.count(".tornado li:not(.together)");
    assert!(page.count(".tornado-table tbody tr") >= bars);
    page.well();
}

#[test]
fn another_base_is_another_reading_wherever_a_total_stands() {
    let page = sample();
    page.view("readings");
    page.click("[data-reading='base'] input[value='0']");
    page.wait_for_element("[data-other-readings]");
    page.wait_for(
        "document.querySelector('[data-view=readings] .other-readings').innerText.includes('基础分取 0')",
    );
    page.view("report");
    page.wait_for("document.querySelector('[data-view=report]').innerText.includes('另选口径')");
    page.act("undo");
    page.shows(POINTS, "75.55");
    page.wait_for("!document.querySelector('[data-other-readings]')");
    page.well();
}

#[test]
fn a_scenario_may_be_read_otherwise() {
    let page = sample();
    page.click(".more-menu summary");
    page.act("scenario-begin");
    page.wait_for_element("[data-scenario]");
    page.open_row("11");
    page.click(ANY);
    page.wait_for_element("[data-other-readings]");
    let supposed = page.text(POINTS);
    page.view("compare");
    page.wait_for(&format!(
        "document.querySelector('[data-view=compare]').innerText.includes('{supposed}')"
    ));
    page.wait_for("document.querySelector('[data-view=compare]').innerText.includes('75.55')");
    page.well();
}

#[test]
fn a_request_to_the_province_is_made_and_saved() {
    let page = sample();
    page.view("readings");
    page.act("request");
    page.wait_for_element("[data-request]");
    page.wait_for("document.querySelector('[data-request]').value.includes('扶持政策')");
    page.click(&action("copy-request"));
    page.wait_for("document.querySelector('.request [role=status]').innerText.includes('已复制')");
    page.well();
}

#[test]
fn bars_are_printed_with_their_names_on_one_scale() {
    let page = sample();
    page.view("readings");
    page.wait_for_element("[data-tornado]");
    page.call("Emulation.setEmulatedMedia", &serde_json::json!({"media": "print"}));
    let printed = page.eval(
        "[...document.querySelectorAll('.tornado li')].every((bar) => \
           bar.querySelector('button, b').getClientRects().length > 0)",
    );
    assert!(printed == true, "a bar has no name on paper");
    // As wide as A4 on its side, a small window, a phone.
    for width in [1031, 800, 390] {
        let size = serde_json::json!(
            {"width": width, "height": 720, "deviceScaleFactor": 1, "mobile": false}
        );
        page.call("Emulation.setDeviceMetricsOverride", &size);
        let widths = page.eval(
            "new Set([...document.querySelectorAll('.tornado-line')] \
               .map((line) => Math.round(line.getBoundingClientRect().width))).size",
        );
        assert_eq!(widths, 1, "bars at {width} px are on scales of their own");
    }
    page.well();
}
