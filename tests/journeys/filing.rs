//! Filing the evidence: files are dropped on an indicator's evidence, matched by name,
//! counted, and compared with a folder. Nothing of what is in them is kept.

use std::path::Path;

use crate::page::{Page, quoted};
use crate::steps::{action, file, fresh};

/// Drops files on an element, as from a folder's window.
#[track_caller]
fn drop_on(page: &Page, css: &str, files: &[(&str, &str)]) {
    let files: Vec<String> =
        files.iter().map(|(name, text)| format!("[{}, {}]", quoted(name), quoted(text))).collect();
    page.eval(&format!(
        "(() => {{ const carried = new DataTransfer(); \
         for (const [name, text] of [{}]) carried.items.add(new File([text], name)); \
         for (const kind of ['dragenter', 'dragover', 'drop']) document.querySelector({}).dispatchEvent(\
         new DragEvent(kind, {{ dataTransfer: carried, bubbles: true, cancelable: true }})); }})()",
        files.join(", "),
        quoted(css)
    ));
}

/// Names a row of evidence.
#[track_caller]
fn name_row(page: &Page, row: usize, title: &str) {
    page.click(".pane [data-evidence] [data-action=row-add]");
    page.fill(&format!(".pane [data-evidence] [data-row='{row}'] [data-part=title]"), title);
    page.press("Tab");
}

#[test]
fn files_are_filed_by_name_and_a_folder_is_checked() {
    let page = fresh();
    page.fill("[data-form='county']", "示例县");
    page.open_row("14");
    page.eval("document.querySelector('.pane details.evidence').open = true");
    name_row(&page, 0, "标准发布公告");
    name_row(&page, 1, "国家标准参编通知");
    page.saved();

    // Dropped on the evidence they are filed, not opened as forms.
    drop_on(
        &page,
        ".pane [data-evidence]",
        &[("国家标准参编通知扫描.pdf", "abc"), ("14-1 公告.pdf", "x"), ("照片.jpg", "y")],
    );
    page.wait_for_element("[data-view=filing]");
    page.wait_for("document.querySelectorAll('[data-pending] [data-file]').length === 3");
    let of = |at: usize| {
        format!(
            "((s) => s.options[s.selectedIndex].text)(document.querySelector(\"[data-file='{at}'] select\"))"
        )
    };
    page.wait_for(&format!("{} === '14-2 国家标准参编通知'", of(0)));
    assert_eq!(page.eval(&of(1)), "14-1 标准发布公告");
    assert_eq!(page.eval(&of(2)), "不归档");
    page.choose("[data-file='2'] select", "0");
    page.click(&action("keep-files"));
    page.told("已归档 3 个文件");
    // SHA-256 of `abc`, as the standard gives it.
    let filed = page.text("[data-proof='14-2']");
    assert!(filed.contains("国家标准参编通知扫描.pdf（3 B，ba7816bf）"), "{filed}");
    page.fill("[data-proof='14-2'] [data-part=copies]", "2");
    page.press("Tab");
    page.fill("[data-proof='14-2'] [data-part=pages]", "八");
    page.press("Tab");
    page.told("请填 1 到 9999 的整数");
    page.fill("[data-proof='14-2'] [data-part=pages]", "8");
    page.press("Tab");
    page.saved();
    let stored = page.eval("JSON.stringify(localStorage)").to_string();
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert!(stored.contains(sum), "the fingerprint is kept");
    page.reenter();
    page.holds("[data-proof='14-2'] [data-part=pages]", "8");

    // The names that files are to get.
    let names = page.text("[data-renames] table");
    assert!(names.contains("14-2 国家标准参编通知.pdf"), "{names}");
    assert!(names.contains("14-1 标准发布公告（2）.jpg"), "{names}");

    // A folder in which one file has another name, one another content, one is gone, and
    // one is new.
    let renamed = file("filing", "改了名.pdf", "abc");
    let folder = renamed.parent().unwrap_or(Path::new(".")).to_owned();
    file("filing", "14-1 公告.pdf", "另一份");
    file("filing", "没有归档.txt", "z");
    page.set_files("#check-folder-input", &[&folder]);
    page.wait_for_element("[data-folder] li");
    let said = page.text("[data-folder]");
    for words in [
        "缺失",
        "照片.jpg",
        "内容变了",
        "改了名",
        "现名 改了名.pdf",
        "没有归到材料",
        "没有归档.txt",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    // Links go without it.
    page.act("share");
    page.wait_for("document.querySelector('[data-link]').value.includes('#q')");
    let link = page.value("[data-link]");
    page.close_dialog();
    let other = fresh();
    other.enter(&link);
    other.wait_for_element("[data-shared]");
    other.eval("location.hash = '#/filing'");
    other.wait_for_element("[data-view=filing]");
    other.told("收到的表只能看");
    assert!(!other.text("#main").contains("ba7816bf"));
    other.well();
    page.well();
}

#[test]
fn a_folder_is_dropped_with_all_that_is_in_it() {
    let page = fresh();
    page.open_row("14");
    page.eval("document.querySelector('.pane details.evidence').open = true");
    name_row(&page, 0, "标准发布公告");
    page.saved();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/journeys/dropped");
    std::fs::create_dir_all(folder.join("标准")).expect("target/ can be written");
    for (name, text) in [("说明.txt", "a"), ("标准/14-1 公告.pdf", "b"), ("标准/.hidden", "c")]
    {
        std::fs::write(folder.join(name), text).expect("target/ can be written");
    }
    page.eval("location.hash = '#/filing'");
    page.wait_for_element("[data-files-here] [data-proof]");
    // The browser makes the event, for no script can make an entry of a folder.
    let at = page.eval(
        "(({ left, top }) => [left + 20, top + 20])(\
         document.querySelector('[data-files-here]').getBoundingClientRect())",
    );
    for kind in ["dragEnter", "dragOver", "drop"] {
        page.call(
            "Input.dispatchDragEvent",
            &serde_json::json!({ "type": kind, "x": at[0], "y": at[1],
                "data": { "items": [], "files": [folder], "dragOperationsMask": 1 } }),
        );
    }
    page.wait_for("document.querySelectorAll('[data-pending] [data-file]').length === 2");
    page.click(&action("keep-files"));
    page.told("已归档 1 个文件");
    page.well();
}
