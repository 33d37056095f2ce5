//! Sharing in the real world: slices out and back, conflicts, QR codes.

use crate::browser::Profile;
use crate::page::Page;
use crate::steps::{action, field, fresh, in_profile, option, points_of};

#[test]
fn a_slice_goes_out_is_filled_and_comes_back() {
    let sender = Profile::new();
    let page = in_profile(&sender);
    page.fill("[data-form='county']", "示例县");
    page.click(&option("2.model", "yes"));
    page.figure(&field("34.online"), "90");
    page.saved();
    let link = page.slice("区住建局");
    page.saved();

    let unit = Profile::new();
    let other = in_profile(&unit);
    other.enter(&link);
    // It opens for filling at once.
    other.wait_for_element("[data-slice]");
    assert_eq!(other.count("[data-shared]"), 0);
    let head = other.text("[data-slice]");
    for words in ["示例县", "区住建局", "填好，回传"] {
        assert!(head.contains(words), "{head}");
    }
    assert_eq!(other.count("[data-indicator='2']"), 0, "others' indicators are not shown");
    other.holds(&field("34.online"), "90");
    other.figure(&field("34.online"), "96");
    other.fill("[data-indicator='34'] [data-note]", "已核实");
    let back = other.returned();
    // What changes after that is in no link yet, but in the next.
    other.figure(&field("34.online"), "97");
    assert_ne!(other.returned(), back);
    // Nobody here is asked for what others answer.
    other.click("[data-filter=losing]");
    other.wait_for("!document.querySelector(\"[data-indicator='2']\")");
    assert!(other.count("tr[data-indicator='34']") > 0);
    other.well();

    // A part that no longer says what the form says is told, and the form is the
    // sender's own: it changed the same figure meanwhile.
    page.figure(&field("34.online"), "95");
    page.saved();
    page.paste(&format!("王局，这是我们填的：{back} 请查收。"));
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
    let history = page.text("[data-history] ol");
    assert!(history.contains("合并回传：区住建局"), "{history}");
    assert!(history.contains("交部门填报：区住建局"), "{history}");
    page.well();
}

#[test]
fn an_incoming_form_is_compared_and_taken_over_in_parts() {
    let other = fresh();
    other.fill("[data-form='county']", "示例县");
    other.click(&option("2.model", "yes"));
    other.figure(&field("14.provincial-lead"), "3");
    let link = other.link();

    let page = fresh();
    page.fill("[data-form='county']", "示例县");
    page.figure(&field("14.provincial-lead"), "1");
    page.saved();
    page.enter(&link);
    page.act("beside");
    page.wait_for_element("[data-differences]");
    let said = page.text("[data-differences] tbody");
    assert!(said.contains("1 项") && said.contains("3 项"), "{said}");
    page.click(&action("take"));
    page.told("请先勾选");
    page.click("[data-take='0']");
    page.click(&action("take"));
    page.own();
    page.shows(&points_of("2"), "2");
    page.holds(&field("14.provincial-lead"), "1");
    page.click(&action("undo"));
    page.shows(&points_of("2"), "0");
    page.enter(&link);
    page.act("beside");
    page.click(&action("as-scenario"));
    page.wait_for_element("[data-scenario]");
    page.shows("[data-total] [data-points]", "3");
    page.act("scenario-leave");
    page.shows("[data-total] [data-points]", "0.5");
    page.enter(&link);
    page.act("beside");
    page.click(&action("replace"));
    page.own();
    page.holds(&field("14.provincial-lead"), "3");
    page.click(&action("undo"));
    page.holds(&field("14.provincial-lead"), "1");
    page.well();
}

#[test]
fn a_message_without_a_link_is_refused_and_stays() {
    let page = fresh();
    page.paste("请查收附件");
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
    let link = page.share();
    page.click(&action("qr"));
    page.wait_for_element("[data-qr] path");
    assert_eq!(decoded(&page), link);
    page.close_dialog();
    // More notes than a code can hold.
    let long: String = ('\u{4e00}'..).step_by(7).take(2500).collect();
    page.fill("[data-indicator='1'] [data-note]", &long);
    page.click(&action("share"));
    // Notes go along unasked.
    page.wait_for("document.querySelector('[data-link]').value.length > 2000");
    page.told("建议改用");
    page.click(&action("qr"));
    page.told("放不进一个二维码");
    page.well();
}
