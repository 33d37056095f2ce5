//! What a step of undo is, in words.

use super::page;
use crate::form::{Edit, Form, UndoStep};
use crate::rulebook::IndicatorId;
use crate::score::upright;

/// What undo would take back: 「撤销：14 主导制定的国家标准」.
pub fn undo_label(form: &Form, edit: Option<&Edit>) -> String {
    labelled(page::UNDO, form, edit)
}

/// What redo would do again.
pub fn redo_label(form: &Form, edit: Option<&Edit>) -> String {
    labelled(page::REDO, form, edit)
}

fn labelled(action: &str, form: &Form, edit: Option<&Edit>) -> String {
    edit.map_or(action.to_owned(), |edit| page::named(action, &edit_text(form, edit)))
}

/// What was taken back, or done again.
pub fn stepped(form: &Form, step: &UndoStep) -> String {
    let done = if step.back { "已撤销" } else { "已重做" };
    format!("{done}：{}", edit_text(form, &step.edit))
}

/// What an edit changed.
pub fn edit_text(form: &Form, edit: &Edit) -> String {
    let rulebook = form.edition.0;
    let of = |id: &IndicatorId, what: &str| format!("{} {what}", rulebook[*id].id);
    match edit {
        Edit::County => super::kind::words(rulebook.kind).place.to_owned(),
        Edit::Year => page::YEAR.to_owned(),
        Edit::Base => page::BASE.to_owned(),
        Edit::Reading(id) => page::named(super::reading::READING, rulebook[*id].title),
        Edit::Field(field) => match rulebook.owner(*field) {
            Some(owner) => of(&owner, rulebook[*field].label),
            None => rulebook[*field].label.to_owned(),
        },
        Edit::Reference(metric) => page::named(rulebook[*metric].label, page::REFERENCE),
        Edit::References(count) => format!("{count} 项{}", page::REFERENCE),
        Edit::Note(id) => of(id, page::NOTE),
        Edit::Evidence(id) => of(id, page::EVIDENCE),
        Edit::Adjustment(id) => of(id, page::ADJUST),
        Edit::Veto => page::VETO.to_owned(),
        Edit::Target(target) => rulebook[*target].wording.to_owned(),
        Edit::ToBaseline(id) => of(id, super::scenario::BACK),
        Edit::Answers(count) => format!("粘贴的 {count} 项"),
        Edit::Earlier(count) => super::earlier::edit(*count),
        Edit::States(count) => format!("{count} 项的状态"),
        Edit::Scenario(name) => page::named(page::INCLUDE_SCENARIOS, name),
        Edit::Adopt(name) => format!("{}「{}」", super::scenario::ADOPT, upright(name)),
        Edit::Snapshot => super::scenario::SNAPSHOTS.to_owned(),
        Edit::Plan => super::plan::SETTINGS.to_owned(),
        Edit::Units => super::units::SETTINGS.to_owned(),
        Edit::Review(stage) => super::review::stage_name(*stage).to_owned(),
        Edit::Merge => "采用收到的内容".to_owned(),
    }
}
