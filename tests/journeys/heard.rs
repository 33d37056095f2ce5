//! Without eyes: what the accessibility tree holds, and what is said.

use serde_json::json;

use crate::ears::Node;
use crate::steps::{action, field, fresh, option};

/// Roles of what the keyboard reaches and acts on.
const CONTROLS: [&str; 8] = [
    "button",
    "textbox",
    "searchbox",
    "combobox",
    "checkbox",
    "radio",
    "link",
    "DisclosureTriangle",
];

#[test]
fn every_control_has_a_name_that_says_whose_it_is() {
    let page = fresh();
    page.act("sample");
    for indicator in ["14", "26", "35"] {
        page.open_row(indicator);
        for _ in 0..2 {
            page.click(&format!(".pane [data-evidence] {}", action("row-add")));
        }
        let nodes = page.tree();
        let controls: Vec<&Node> =
            nodes.iter().filter(|node| CONTROLS.contains(&node.role.as_str())).collect();
        assert!(controls.len() > 30, "{controls:?}");
        let unnamed: Vec<_> = controls.iter().filter(|node| node.name.trim().is_empty()).collect();
        assert!(unnamed.is_empty(), "{unnamed:#?}");
        let mut names: Vec<_> = controls
            .iter()
            // The radio buttons of a question are told apart by their group.
            .filter(|node| {
                !["radio", "main"].contains(&node.role.as_str())
                    && node.property("focusable") == &json!(true)
            })
            .map(|node| format!("{} {}", node.role, node.name))
            .collect();
        names.sort_unstable();
        let twice: Vec<_> =
            names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert!(twice.is_empty(), "{indicator}: {twice:?}");
    }
    page.well();
}

#[test]
fn headings_and_the_title_follow_the_view() {
    let page = fresh();
    for view in ["fill", "overview", "departments", "compare", "plan", "league", "report", "forms"]
    {
        page.view(view);
        let tab = page.text(".tabs a[aria-current=page]");
        page.wait_for(&format!("document.title.startsWith('{tab} · ')"));
        let first: Vec<Node> = page
            .tree()
            .into_iter()
            .filter(|node| node.role == "heading" && node.property("level") == &json!(1))
            .collect();
        assert_eq!(first.len(), 1, "{view}: {first:?}");
    }
    page.well();
}

#[test]
fn one_hears_what_a_row_is_and_what_opens() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.focus("tr[data-indicator='14']");
    let row = page.focused_node();
    assert_eq!(row.role, "row");
    assert!(row.name.starts_with("14 标准制修订数量，0 分，满分 4 分"), "{row:?}");
    assert_eq!(row.property("selected"), &json!(false), "{row:?}");
    page.press("Enter");
    page.wait_for("document.activeElement.closest('.pane .fields')");
    let first = page.focused_node();
    assert_eq!(
        (first.role.as_str(), first.name.as_str()),
        ("textbox", "近三年主导或参与制定的国际标准")
    );
    assert!(first.description.contains('项'), "{first:?}");
    // The pane says which indicator the box is in.
    let pane = page.node(".pane article");
    assert_eq!(pane.name, "14 标准制修订数量");
    assert_eq!(page.node("tr[data-indicator='14']").property("selected"), &json!(true));
    let done = page.node("tr[data-indicator='2']");
    assert!(done.name.contains("2 分，满分 2 分，满分"), "{done:?}");
    page.well();
}

#[test]
fn one_hears_what_is_wrong_with_a_figure_and_the_total_after_a_pause() {
    let page = fresh();
    page.focus(&field("26.handled"));
    let node = page.focused_node();
    assert!(node.description.contains('%'), "{node:?}");
    page.listen();
    page.type_text(&field("26.handled"), "九");
    page.hears("「九」不是数字");
    let node = page.focused_node();
    assert!(node.description.contains("不是数字"), "{node:?}");
    assert_eq!(node.property("invalid"), &json!("true"), "{node:?}");
    page.listen();
    page.retype(&field("26.handled"), "9");
    page.type_text(&field("26.handled"), "5");
    page.hears("总分 1.6 分，最高可到 99.6 分。");
    assert_eq!(page.heard(), ["总分 1.6 分，最高可到 99.6 分。"]);
    page.well();
}

#[test]
fn the_new_total_is_read_out_once_after_a_pause() {
    let page = fresh();
    page.reach(&option("1.slogan", "yes"));
    page.listen();
    page.eval(
        "for (const id of ['1.slogan', '1.document']) \
         document.querySelector(`[data-field=\"${id}\"] input[value=yes]`).click()",
    );
    page.hears("总分");
    assert_eq!(page.heard(), ["总分 2 分，最高可到 100 分。"]);
    page.well();
}

#[test]
fn one_hears_which_case_is_edited_and_what_is_undone() {
    let page = fresh();
    page.pick("2.model", "yes");
    page.listen();
    page.act("scenario-begin");
    page.hears("正在编辑假设「情景 1」，总分 2 分");
    page.pick("12.platform", "yes");
    page.hears("总分 4 分");
    page.choose("[data-action=scenario]", "");
    page.hears("正在编辑基准，总分 2 分");
    page.listen();
    page.press("Control+z");
    page.hears("已撤销");
    let undone = page.heard();
    let told = undone.iter().filter(|text| text.contains("已撤销")).count();
    assert_eq!(told, 1, "{undone:?}");
    page.well();
}
