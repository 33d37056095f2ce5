//! Sharing in the real world: slices out and back, conflicts, QR codes.

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{action, field, fresh, in_profile, option, points_of};

/// The link of a department's slice of the open form.
fn slice(page: &Page, unit: &str) -> String {
    page.view("departments");
    page.click(&format!("[data-department='{unit}']"));
    page.click(&action("slice-link"));
    page.wait_for("document.querySelector('[data-link]')?.value.includes('#q')");
    page.value("[data-link]")
}

#[test]
fn a_slice_goes_out_is_filled_and_comes_back() {
    let sender = Profile::new();
    let page = in_profile(&sender);
    page.fill("[data-form=county]", "示例县");
    page.click(&option("2.model", "yes"));
    page.figure(&field("34.online"), "90");
    page.saved();
    let link = slice(&page, "区住建局");
    page.saved();

    let unit = Profile::new();
    let other = in_profile(&unit);
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    other.click(&action("keep"));
    other.wait_for_element("[data-view=fill]");
    let head = other.text("[data-slice]");
    assert!(
        head.contains("示例县") && head.contains("区住建局") && head.contains("到期"),
        "{head}"
    );
    assert_eq!(other.count("[data-indicator='2']"), 0, "others' indicators are not shown");
    other.holds(&field("34.online"), "90");
    other.figure(&field("34.online"), "96");
    other.fill("[data-indicator='34'] [data-note]", "已核实");
    other.click(&action("return-link"));
    other.wait_for("document.querySelector('[data-link]')?.value.includes('#q')");
    let back = other.value("[data-link]");
    // What changes after that is in no link yet.
    other.figure(&field("34.online"), "97");
    other.wait_for("!document.querySelector('[data-link]')");
    assert!(other.text(".sender").contains("请重新生成"));
    // Nobody here is asked for what others answer.
    other.view("gaps");
    assert_eq!(other.count("[data-jump='2']"), 0);
    assert!(other.count("[data-jump='34']") > 0);
    other.well();

    // Meanwhile the sender changed the same figure: a conflict, and a choice.
    page.view("fill");
    page.figure(&field("34.online"), "95");
    page.saved();
    page.view("forms");
    page.fill("#paste", &format!("王局，这是我们填的：{back} 请查收。"));
    page.click(&action("paste"));
    page.wait_for_element("[data-merge]");
    let conflict = page.text("[data-conflict='0']");
    for words in ["95%", "96%", "区住建局"] {
        assert!(conflict.contains(words), "{conflict}");
    }
    page.click("[data-conflict='0'] input[value=theirs]");
    page.click(&action("merge"));
    page.wait_for_element("[data-view=fill]");
    page.holds(&field("34.online"), "96");
    page.holds("[data-indicator='34'] [data-note]", "已核实");
    page.shows(&points_of("2"), "2");
    page.click(&action("undo"));
    page.holds(&field("34.online"), "95");
    page.holds("[data-indicator='34'] [data-note]", "");
    page.click(&action("redo"));
    page.holds(&field("34.online"), "96");
    page.view("forms");
    page.click("[data-history] summary");
    let history = page.text("[data-history] ol");
    assert!(history.contains("合并回传：区住建局"), "{history}");
    assert!(history.contains("交部门填报：区住建局"), "{history}");
    page.well();
}

#[test]
fn an_incoming_form_is_compared_and_taken_over_in_parts() {
    let other = fresh();
    other.fill("[data-form=county]", "示例县");
    other.click(&option("2.model", "yes"));
    other.figure(&field("14.provincial-lead"), "3");
    let link = other.link();

    let page = fresh();
    page.fill("[data-form=county]", "示例县");
    page.figure(&field("14.provincial-lead"), "1");
    page.saved();
    page.eval("scrollTo(0, 3000)");
    page.enter(&link);
    page.wait_for_element("[data-differences]");
    page.wait_for("scrollY === 0");
    let said = page.text("[data-differences] tbody");
    assert!(said.contains("1 项") && said.contains("3 项"), "{said}");
    page.click(&action("take"));
    page.told("请先勾选");
    page.click("[data-take='0']");
    page.click(&action("take"));
    page.wait_for_element("[data-view=fill]");
    page.shows(&points_of("2"), "2");
    page.holds(&field("14.provincial-lead"), "1");
    page.click(&action("undo"));
    page.shows(&points_of("2"), "0");
    page.enter(&link);
    page.click(&action("as-scenario"));
    page.wait_for_element("[data-scenario]");
    page.shows("[data-total] [data-points]", "3");
    page.choose("[data-action=scenario]", "");
    page.shows("[data-total] [data-points]", "0.5");
    page.enter(&link);
    page.click(&action("replace"));
    page.wait_for_element("[data-view=fill]");
    page.holds(&field("14.provincial-lead"), "3");
    page.click(&action("undo"));
    page.holds(&field("14.provincial-lead"), "1");
    page.well();
}

#[test]
fn a_message_without_a_link_is_refused_and_stays() {
    let page = fresh();
    page.view("forms");
    page.fill("#paste", "请查收附件");
    page.click(&action("paste"));
    page.told("没有找到本工具的链接");
    page.holds("#paste", "请查收附件");
    page.well();
}

/// What an independent decoder reads from the code in the page.
fn decoded(page: &Page) -> String {
    let drawn = page.eval(
        "[document.querySelector('[data-qr] svg').getAttribute('viewBox').split(' ')[2],\
         document.querySelector('[data-qr] path').getAttribute('d')]",
    );
    let size: usize = drawn[0].as_str().unwrap().parse().unwrap();
    let mut dark = vec![false; size * size];
    for module in drawn[1].as_str().unwrap().split('M').filter(|part| !part.is_empty()) {
        let (x, y) = module.trim_end_matches("h1v1h-1z").split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        dark[y * size + x] = true;
    }
    // Each module as several dots, as a camera sees it.
    let dots = 6;
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(size * dots, size * dots, |x, y| {
            if dark[(y / dots) * size + x / dots] { 0 } else { 255 }
        });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_qr_code_holds_the_link_and_says_when_it_cannot() {
    let page = fresh();
    page.click(&option("2.model", "yes"));
    let link = page.link();
    page.click(&action("qr"));
    page.wait_for_element("[data-qr] path");
    assert_eq!(decoded(&page), link);
    page.click(&action("close"));
    // More notes than a code can hold.
    let long: String = ('\u{4e00}'..).step_by(7).take(2500).collect();
    page.fill("[data-indicator='1'] [data-note]", &long);
    page.click(&action("share"));
    page.click("[data-include=notes]");
    page.wait_for("document.querySelector('[data-link]').value.length > 2000");
    page.told("建议改用");
    page.click(&action("qr"));
    page.told("放不进一个二维码");
    page.well();
}
