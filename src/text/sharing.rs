//! Sharing in words: slices, what came in, conflicts, history.

use super::explain::answer_text;
use super::page;
use super::report::evidence_text;
use crate::form::{Event, EventKind, Form, MergeProblem, Place, Slice, Value};
use crate::rulebook::{Reference, Rulebook};
use rust_decimal::Decimal;

pub const SLICE_LINK: &str = "生成部门填报链接";
pub const SLICE_FILE: &str = "生成部门填报文件";
pub const SLICE_HINT: &str =
    "对方打开后只看到本单位的指标，填好后点「回传」，把链接或文件发回来即可合并。";
pub const RETURN_LINK: &str = "回传链接";
pub const RETURN_FILE: &str = "回传文件";
pub const RETURN_HINT: &str = "填好后，把回传链接或文件发给交办人。";
pub const LINK_READY: &str = "链接如下，发给对方即可：";
pub const LINK_STALE: &str = "内容有改动，刚才的链接里没有，请重新生成。";
pub const PLACE: &str = "项目";
pub const MINE: &str = "我的表";
pub const THEIRS: &str = "收到的";
pub const TAKE: &str = "采用";
pub const DIFFERENCES: &str = "与我的表不同的地方";
pub const NO_DIFFERENCE: &str = "与我的表完全相同。";
pub const AS_SCENARIO: &str = "存为我的表的一个情景";
pub const TAKE_CHOSEN: &str = "把勾选的内容采用到我的表";
pub const REPLACE: &str = "用收到的替换我的表";
pub const TAKE_NONE: &str = "请先勾选要采用的内容。";
pub const MERGE: &str = "合并到我的表";
pub const MERGE_ALL: &str = "全部合并";
pub const CONFLICTS: &str = "两边都改过，请选择";
pub const WILL_TAKE: &str = "将采用";
pub const NOTHING_NEW: &str = "没有新内容。";
pub const OUTSIDE: &str = "不属于该单位的内容，不合并";
pub const HISTORY: &str = "经过";
pub const NO_HISTORY: &str = "还没有记录。";
pub const PASTE: &str = "粘贴链接或整段消息";
pub const PASTE_HINT: &str = "聊天里收到的整段文字也可以，会自动找出里面的链接。";
pub const PASTE_OPEN: &str = "打开";
pub const PASTED: &str = "粘贴的内容";
pub const NO_LINK: &str = "这段文字里没有找到本工具的链接，链接里应有 #q 开头的一串字母和数字。";
pub const QR: &str = "二维码";
pub const QR_TOO_LONG: &str = "内容太长，放不进一个二维码。请少选几样，或用文件发送。";
pub const SYSTEM_SHARE: &str = "用系统分享";

/// A place of a form, as people name it.
pub fn place_text(rulebook: &Rulebook, place: &Place) -> String {
    let of = |id: &crate::rulebook::IndicatorId, what: &str| {
        let indicator = &rulebook[*id];
        format!("{} {}：{what}", indicator.id, indicator.title)
    };
    match place {
        Place::Year => page::YEAR.into(),
        Place::Base => page::BASE.into(),
        Place::Field(field) => match rulebook.owner(*field) {
            Some(owner) => format!("{} {}", rulebook[owner].id, rulebook[*field].label),
            None => rulebook[*field].label.into(),
        },
        Place::Reference(metric) => page::named(rulebook[*metric].label, page::REFERENCE),
        Place::Adjustment(id) => of(id, page::ADJUST),
        Place::Note(id) => of(id, page::NOTE),
        Place::Evidence(id) => of(id, page::EVIDENCE),
        Place::Target(id) => rulebook[*id].wording.into(),
        Place::Veto => page::VETO.into(),
        Place::Scenario(name) => page::named(page::INCLUDE_SCENARIOS, name),
    }
}

/// What stands in a place, as people read it.
pub fn value_text(rulebook: &Rulebook, place: &Place, value: Option<&Value>) -> String {
    let Some(value) = value else { return page::NOT_ANSWERED.into() };
    let plain = |value: &Decimal| value.normalize().to_string();
    match value {
        Value::Year(year) => year.to_string(),
        Value::Base(base) | Value::Target(base) => plain(base),
        Value::Answer(answer) => match place {
            Place::Field(field) => answer_text(rulebook, *field, answer),
            _ => String::new(),
        },
        Value::Reference(Reference::Peers(values)) => {
            values.iter().map(plain).collect::<Vec<_>>().join("、")
        }
        Value::Reference(Reference::Ends { unacceptable, satisfactory }) => {
            let end = |end: &Option<Decimal>| end.as_ref().map_or(page::DEFAULT.into(), plain);
            let (worst, best) = (end(unacceptable), end(satisfactory));
            format!("{} {worst}，{} {best}", page::UNACCEPTABLE, page::SATISFACTORY)
        }
        Value::Adjustment(one) => {
            format!("{} {}（{}）", plain(&one.points), page::POINTS, one.reason)
        }
        Value::Note(note) => note.clone(),
        Value::Evidence(rows) => rows.iter().map(evidence_text).collect::<Vec<_>>().join("；"),
        Value::Veto(items) => items.join(page::AND),
        Value::Scenario(scenario) => super::scenario::count(scenario),
    }
}

/// Whose slice is filled in, and until when.
pub fn slice_head(form: &Form, slice: &Slice) -> String {
    let county = page::form_name("", form);
    match &slice.deadline {
        Some(day) => format!("{county}：由{}填报，最早一项 {day} 到期", slice.unit),
        None => format!("{county}：由{}填报", slice.unit),
    }
}

/// The name of a slice's file, without what every file's name ends in.
pub fn slice_name(form: &Form, unit: &str) -> String {
    format!("{}（{unit}）", page::form_name("", form))
}

/// A returned slice above what it changes.
pub fn returned(slice: &Slice) -> String {
    format!("{}的回传（{} 发出）", slice.unit, moment(&slice.sent))
}

/// Which side of a conflict is whose.
pub fn theirs_of(unit: &str, time: &str) -> String {
    format!("{unit}（{} 发出的表）", moment(time))
}

/// What was merged.
pub fn merged(units: &str, taken: usize) -> String {
    format!("已合并{units}的回传，采用 {taken} 处，可以撤销。")
}

/// What was taken over.
pub fn taken(count: usize) -> String {
    format!("已采用 {count} 处，可以撤销。")
}

/// Asks before a form is replaced.
pub fn ask_replace(name: &str) -> String {
    format!("用收到的内容替换「{name}」？替换后可以撤销。")
}

pub const REPLACED: &str = "已替换，可以撤销。";

/// Why a form cannot be merged.
pub fn merge_problem(problem: MergeProblem) -> &'static str {
    match problem {
        MergeProblem::NoSlice => "这不是部门回传的表，不能合并。",
        MergeProblem::OtherEdition => "这份回传用的是另一套指标，不能合并到这张表。",
    }
}

/// Something that happened to a form.
pub fn event_text(event: &Event) -> String {
    let what = match event.kind {
        EventKind::Created => "新建",
        EventKind::Received => "由收到的表另存",
        EventKind::Shared => "分享链接",
        EventKind::Exported => "存为文件",
        EventKind::Sliced => "交部门填报",
        EventKind::Merged => "合并回传",
        EventKind::Taken => "采用收到的内容",
        EventKind::Adopted => "情景采用为基准",
        EventKind::Kept => "存快照",
        EventKind::Restored => "恢复快照",
    };
    let time = moment(&event.time);
    if event.detail.is_empty() {
        format!("{time}　{what}")
    } else {
        format!("{time}　{what}：{}", event.detail)
    }
}

fn moment(time: &str) -> String {
    time.replace('T', " ")
}
