//! Sharing in words: slices, what came in, conflicts, history.

use super::explain::answer_text;
use super::report::evidence_text;
use super::{page, reading};
use crate::form::{Event, EventKind, Form, MergeProblem, Place, Slice, Value};
use crate::rulebook::{Reference, Rulebook};
use crate::score::upright;
use rust_decimal::Decimal;

pub const SLICE_LINK: &str = "生成部门填报链接";
pub const SLICE_FILE: &str = "生成部门填报文件";
pub const SLICE_HINT: &str =
    "对方打开后只看到本单位的指标，填好后点「回传」，把链接或文件发回来即可合并。";
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
pub const CONFLICTS: &str = "两边都改过，请选择";
pub const WILL_TAKE: &str = "将采用";
pub const NOTHING_NEW: &str = "没有新内容。";
pub const OUTSIDE: &str = "不属于该单位的内容，不合并";
pub const HISTORY: &str = "经过";
pub const NO_HISTORY: &str = "还没有记录。";
pub const PASTE_OPEN: &str = "打开";
pub const PASTED: &str = "粘贴的内容";
pub const NO_LINK: &str = "这段文字里没有找到本工具的链接，链接里应有 #q 开头的一串字母和数字。";
pub const QR: &str = "二维码";
pub const QR_TOO_LONG: &str = "内容太长，放不进一个二维码。请少选几样，或用文件发送。";
pub const SYSTEM_SHARE: &str = "用系统分享";

pub const SHARE_FILE: &str = "存为文件发送";
pub const SHARE_HINT: &str =
    "把下面的文字发给对方，点开链接就能看，只读。内容都在链接里，不经过任何服务器。";
pub const NO_LINK_HERE: &str = "本页是从电脑里的文件打开的，它的链接别人打不开。请存为文件发给对方，对方用「打开文件」就能看。";
pub const MERGE_SHORT: &str = "合并";
pub const COMPARE_OWN: &str = "和我的比较";
pub const COMPARE_WITH: &str = "和哪张表比";
pub const NONE_OF_OWN: &str = "「我的表」里没有同一套指标的表，可以先「保留一份」。";
pub const NOTHING_CAME: &str =
    "现在没有收到的表。把对方发来的链接粘贴在「我的表」里，或者打开文件。";
pub const SEVERAL: &str = "收到的几份";
pub const UNIT: &str = "单位";
pub const RETURN: &str = "填好，回传";
pub const RETURN_SEND: &str = "把下面的文字发回给交办人，对方合并就行。填了一部分也可以先回传。";
pub const RETURN_COPY: &str = "复制回传文字";
pub const LOST: &str = "链接没有带全";
pub const LOST_HINT: &str = "打开的地址里缺了表的内容，常见于微信的「复制链接」和「在浏览器打开」。您自己的表没有动。     请把收到的整段消息粘贴到这里，或者打开对方发来的文件，或者用手机相机扫对方的二维码。";
pub const PASTE_SHORT: &str = "粘贴对方发来的消息或链接";
pub const NEW_FORM: &str = "新建一张";
pub const NO_FORMS: &str = "还没有存下的表。填一项，就会自动存在这里。";
pub const SENT: &str = "发出";
pub const BACK: &str = "已回";

/// The line that goes before a link in a message. `score` is what the form comes
/// to, in words.
pub fn share_message(form: &Form, score: &str) -> String {
    let score = reading::marked(score, form.edition.0, &form.case);
    format!("{}自评：{score}。点开链接查看：", page::form_name("", form))
}

/// The line that goes before the link of a slice that goes back.
pub fn return_message(form: &Form, unit: &str, answered: usize, all: usize) -> String {
    format!("{unit}的回传（{}，已填 {answered} / {all} 格）：", page::form_name("", form))
}

/// What a unit is asked: 「请填 9 项，共 17 格」, indicators or tasks and their fields.
pub fn asked(items: usize, fields: usize) -> String {
    format!("请填 {items} 项，共 {fields} 格")
}

/// How much of what is asked is filled in.
pub fn asked_done(answered: usize, all: usize) -> String {
    format!("已填 {answered} / {all} 格")
}

/// By when a slice is to go back.
pub fn until(day: &str) -> String {
    format!("最早一项 {day} 到期")
}

/// From whom a slice comes, and when it was sent.
pub fn asked_by(form: &Form, slice: &Slice) -> String {
    format!("{}，{} 发出", page::form_name("", form), moment(&slice.sent))
}

/// One of several forms that came in: whose slice it is, or which county's, and
/// the file.
pub fn incoming_name(file: Option<&str>, form: &Form) -> String {
    let whose = match form.slice_unit() {
        "" => page::form_name("", form),
        unit => unit.to_owned(),
    };
    match file {
        Some(file) => format!("{whose}（{file}）"),
        None => whose,
    }
}

/// To whom a form went and what came back, a line each, with the last day of it.
pub fn journey(form: &Form) -> Vec<String> {
    let of = |kinds: &[EventKind]| -> Vec<&Event> {
        form.history.iter().filter(|event| kinds.contains(&event.kind)).collect()
    };
    let line = |name: &str, events: Vec<&Event>| {
        let last = events.last()?;
        let day = last.time.split('T').next().unwrap_or_default();
        let mut units: Vec<&str> = Vec::new();
        for unit in events.iter().flat_map(|event| event.detail.split('、')) {
            if !unit.is_empty() && !units.contains(&unit) {
                units.push(unit);
            }
        }
        let shown = units.iter().take(SHOWN_UNITS).copied().collect::<Vec<_>>().join("、");
        Some(match units.len() {
            0 => format!("{name}：{day}"),
            count if count <= SHOWN_UNITS => format!("{name}：{shown}（{day}）"),
            count => format!("{name}：{shown}等 {count} 家（{day}）"),
        })
    };
    [
        line("分享", of(&[EventKind::Shared])),
        line("存为文件", of(&[EventKind::Exported])),
        line(SENT, of(&[EventKind::Sliced])),
        line(BACK, of(&[EventKind::Merged])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many units a line names.
const SHOWN_UNITS: usize = 3;

/// A place of a form, as people name it.
pub fn place_text(rulebook: &Rulebook, place: &Place) -> String {
    let of = |id: &crate::rulebook::IndicatorId, what: &str| {
        let indicator = &rulebook[*id];
        format!("{} {}：{what}", indicator.id, indicator.title)
    };
    match place {
        Place::Year => page::YEAR.into(),
        Place::Base => page::BASE.into(),
        Place::Reading(id) => page::named(reading::READING, rulebook[*id].title),
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
        Value::Reading(option) => match place {
            Place::Reading(id) => reading::label(rulebook, *id, *option).to_owned(),
            _ => String::new(),
        },
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
            format!("{} {}（{}）", plain(&one.points), page::POINTS, upright(&one.reason))
        }
        Value::Note(note) => note.clone(),
        Value::Evidence(rows) => rows.iter().map(evidence_text).collect::<Vec<_>>().join("；"),
        Value::Veto(items) => items.join(page::AND),
        Value::Scenario(scenario) => super::scenario::count(scenario),
    }
}

/// The name of a slice's file, without the ending of all such files.
pub fn slice_name(form: &Form, unit: &str) -> String {
    format!("{}（{unit}）", page::form_name("", form))
}

/// A returned slice above what it changes; `unit` is what it is called.
pub fn returned(unit: &str, slice: &Slice) -> String {
    format!("{unit}的回传（{} 发出）", moment(&slice.sent))
}

/// Which side of a conflict is whose.
pub fn theirs_of(unit: &str, time: &str) -> String {
    format!("{unit}（{} 发出的表）", moment(time))
}

/// The button that merges: into which form.
pub fn merge_into(own: &str) -> String {
    format!("合并到「{own}」")
}

/// How much merging changes, and how much is to be chosen.
pub fn merge_count(taken: usize, conflicts: usize) -> String {
    match conflicts {
        0 => format!("将采用 {taken} 处"),
        _ => format!("将采用 {taken} 处，另有 {conflicts} 处两边都改过，请选择"),
    }
}

/// How many items differ.
pub fn difference_count(count: usize) -> String {
    format!("共 {count} 处不同")
}

/// Several units as one phrase.
pub fn units(units: &[&str]) -> String {
    units.join("、")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_form_went_is_told_by_its_history() {
        let mut form = Form::blank().unwrap();
        let happened = [
            (EventKind::Created, "", "2022-07-01T08:00"),
            (EventKind::Sliced, "甲局", "2022-07-02T08:00"),
            (EventKind::Sliced, "乙局", "2022-07-03T08:00"),
            (EventKind::Sliced, "丙局", "2022-07-03T09:00"),
            (EventKind::Sliced, "丁局", "2022-07-03T10:00"),
            (EventKind::Merged, "甲局、乙局", "2022-07-05T10:00"),
            (EventKind::Shared, "", "2022-07-06T10:00"),
        ];
        for (kind, detail, time) in happened {
            form.remember(Event { time: time.into(), kind, detail: detail.into() });
        }
        assert_eq!(
            journey(&form),
            [
                "分享：2022-07-06",
                "发出：甲局、乙局、丙局等 4 家（2022-07-03）",
                "已回：甲局、乙局（2022-07-05）",
            ]
        );
        assert!(journey(&Form::blank().unwrap()).is_empty());
    }
}
