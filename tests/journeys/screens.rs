//! Pictures of every view, to be looked at: `cargo xtask test --only journeys --
//! --ignored screens`. They go to `target/journeys/screens/`.

use std::fs;
use std::path::PathBuf;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/journeys/screens");
    fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

/// The page with the sample form.
fn sample() -> Page {
    let page = Profile::new().page();
    page.open(&site::over_http());
    page.wait_for_element("html[data-ready]");
    page.act("sample");
    page.shows("[data-total] [data-points]", "75.55");
    page
}

#[test]
#[ignore = "takes pictures"]
fn screens() {
    let page = sample();
    let shot = |name: &str| page.screenshot(&folder().join(format!("{name}.png")));
    let show = |id: &str| {
        page.reach(&format!("[data-indicator='{id}'] .wording"));
    };
    page.viewport(1440, 900, false, 1.0);
    shot("fill-top");
    for id in ["1", "4", "9", "10", "18", "35", "43"] {
        show(id);
        shot(&format!("fill-{id}"));
    }
    page.click("[data-indicator='10'] [data-action=explain]");
    show("10");
    shot("explain-10");
    let link = page.share();
    shot("share");
    page.close_dialog();
    page.view("forms");
    shot("forms");
    for view in ["overview", "departments"] {
        page.click(&format!(".tabs a[href='#/{view}']"));
        page.wait_for_element(&format!("[data-view={view}]"));
        page.fill("[data-form=today]", "2022-07-10");
        page.press("Tab");
        if view == "departments" {
            page.click("[data-action=slice]");
        }
        shot(view);
        page.viewport(390, 844, true, 2.0);
        shot(&format!("phone-{view}"));
        page.viewport(1440, 900, false, 1.0);
    }
    let other = Profile::new().page();
    other.viewport(1440, 900, false, 1.0);
    other.open(&link);
    other.wait_for_element("[data-shared]");
    other.screenshot(&folder().join("incoming.png"));
    page.click(".tabs a[href='#/report']");
    page.wait_for_element("[data-view=report]");
    page.eval("scrollTo(0, 0)");
    shot("report");
    page.eval("document.querySelector('[data-section=table]').scrollIntoView()");
    shot("report-table");
    page.appearance("screen", "dark");
    shot("dark-report");
    page.appearance("screen", "light");
    page.viewport(390, 844, true, 2.0);
    page.eval("scrollTo(0, 0)");
    shot("phone-report");
    page.eval("document.querySelector('[data-section=table]').scrollIntoView()");
    shot("phone-report-table");
    page.viewport(1440, 900, false, 1.0);
    page.click(".tabs a[href='#/fill']");
    page.wait_for_element("[data-view=fill]");
    page.fill("[data-field=\"4.honor-national\"]", "三次");
    shot("fault");
    page.appearance("screen", "dark");
    show("10");
    shot("dark-10");
    page.appearance("screen", "light");
    page.viewport(390, 844, true, 2.0);
    for id in ["1", "9", "10", "43"] {
        show(id);
        shot(&format!("phone-{id}"));
    }
    page.eval("scrollTo(0, 0)");
    shot("phone-top");
    // 200 % zoom of a desktop window, and the narrowest phone.
    page.viewport(720, 450, false, 2.0);
    show("10");
    shot("zoom-10");
    page.viewport(360, 740, true, 1.0);
    show("43");
    shot("narrow-43");
    page.viewport(1440, 900, false, 1.0);
    page.appearance("print", "light");
    page.pdf(&folder().join("fill.pdf"));
}

#[test]
#[ignore = "takes pictures"]
fn city_screens() {
    let page = Profile::new().page();
    page.open(&site::over_http());
    page.wait_for_element("html[data-ready]");
    page.viewport(1440, 900, false, 1.0);
    let shot = |name: &str| page.screenshot(&folder().join(format!("city-{name}.png")));
    page.click(".more-menu > summary");
    shot("menu");
    page.click(".more-menu [data-edition='jinan-city-2018']");
    page.wait_for_element("[data-indicator='132']");
    page.fill("[data-form='county']", "济南市");
    for task in ["1", "3", "5", "8"] {
        page.choose(&format!("[data-pick='{task}']"), "met");
    }
    page.choose("[data-pick='2']", "in-progress");
    page.pick("44.no-port", "yes");
    page.eval("scrollTo(0, 0)");
    shot("fill");
    for id in ["1", "11", "44"] {
        page.reach(&format!("[data-indicator='{id}'] .wording"));
        shot(&format!("fill-{id}"));
    }
    for view in ["overview", "departments", "forms"] {
        page.click(&format!(".tabs a[href='#/{view}']"));
        page.wait_for_element(&format!("[data-view={view}]"));
        page.eval("scrollTo(0, 0)");
        shot(view);
        if let "overview" | "departments" = view {
            page.reach("[data-progress] tbody");
            page.eval("document.querySelector('[data-progress]').scrollIntoView()");
            shot(&format!("{view}-progress"));
        }
    }
    page.click(".tabs a[href='#/fill']");
    page.wait_for_element("[data-indicator='132']");
    page.viewport(390, 844, true, 2.0);
    page.eval("scrollTo(0, 0)");
    shot("phone");
    page.eval("document.querySelector('.filters').scrollIntoView()");
    shot("phone-filter");
    page.reach("[data-indicator='11'] .wording");
    shot("phone-11");
    page.viewport(1440, 900, false, 1.0);
    page.appearance("print", "light");
    page.pdf(&folder().join("city.pdf"));
}

#[test]
#[ignore = "takes pictures"]
fn what_if_screens() {
    let page = sample();
    page.viewport(1440, 900, false, 1.0);
    let shot = |name: &str| {
        page.eval("scrollTo(0, 0)");
        page.screenshot(&folder().join(format!("{name}.png")));
        page.viewport(390, 844, true, 2.0);
        page.screenshot(&folder().join(format!("phone-{name}.png")));
        page.viewport(1440, 900, false, 1.0);
    };
    let view = |name: &str| {
        page.click(&format!(".tabs a[href='#/{name}']"));
        page.wait_for_element(&format!("[data-view={name}]"));
    };
    view("overview");
    shot("overview");
    page.appearance("print", "light");
    page.pdf(&folder().join("overview.pdf"));
    page.appearance("screen", "light");
    view("plan");
    page.fill("[data-goal=target]", "85");
    page.wait_for_element("[data-action=plan-save]");
    shot("plan");
    page.click("[data-action=plan-save]");
    page.click("[data-action=plan-scenarios]");
    page.click("[data-scenario-line] [data-action=scenario-edit]");
    view("fill");
    page.click("tr:has(.got.supposed) [data-open]");
    page.wait_for_element("[data-baseline]");
    page.screenshot(&folder().join("scenario-fill.png"));
    view("compare");
    shot("compare");
    page.eval("document.querySelector('.waterfall').scrollIntoView()");
    page.screenshot(&folder().join("waterfall.png"));
    view("departments");
    let link = page.slice("区住建局");
    page.screenshot(&folder().join("slice.png"));
    let other = Profile::new().page();
    other.viewport(1440, 900, false, 1.0);
    other.open(&link);
    other.wait_for_element("[data-slice]");
    other.screenshot(&folder().join("slice-fill.png"));
    view("forms");
    shot("forms");
}
