//! Scenarios, snapshots and comparisons in words.

use super::explain::answer_text;
use super::plan::gain_text;
use super::{page, reading};
use crate::form::{Case, Form, Scenario};
use crate::rulebook::{FieldId, IndicatorId, MetricId, ReadingId, Reference, Rulebook};
use crate::score::{shown, upright};
use rust_decimal::Decimal;

/// The mark of everything that is supposed.
pub const SUPPOSED: &str = "假设";
pub const LIST: &str = "已有的情景";
pub const EDIT: &str = "编辑";
pub const COPY: &str = "复制";
pub const REMOVE: &str = "删除";
pub const TO_BASELINE: &str = "回到基准";
pub const EDITED: &str = "正在编辑";
pub const COMPARISON: &str = "情景对比（情景为假设）";
pub const NEW: &str = "新建情景";
pub const DUPLICATE: &str = "复制情景";
pub const DELETE: &str = "删除情景";
pub const ADOPT: &str = "采用为基准";
pub const EDITING: &str = "正在编辑";
pub const BASELINE: &str = "基准";
pub const NAME: &str = "情景名称";
pub const HINT: &str = "情景是“如果……会怎样”：在情景里改动，基准的数据不变。";
pub const BACK: &str = "恢复基准";
pub const BACK_ALL: &str = "这一项恢复基准";
pub const NAME_TAKEN: &str = "已有同名的情景，请换一个名称。";
pub const NAME_BLANK: &str = "情景要有名称。";
pub const COMPARE_WITH: &str = "与基准比较";
pub const COMPARE_HINT: &str = "最多选四个：情景、快照，或同一套指标的其他表。";
pub const NOTHING: &str = "还没有可比较的内容。可以新建情景，或存一个快照。";
pub const ONLY_DIFFERENT: &str = "只看不同的指标";
pub const TOTAL: &str = "总分";
pub const WATERFALL: &str = "从基准到";
pub const SAME: &str = "得分没有不同。";
pub const SNAPSHOTS: &str = "快照";
pub const SNAPSHOTS_HINT: &str = "快照是某一时刻的只读副本，如「7月20日申报稿」，可随时拿来比较。";
pub const SNAPSHOT_NAME: &str = "快照名称";
pub const SNAPSHOT_TAKE: &str = "存快照";
pub const SNAPSHOT_OPEN: &str = "查看";
pub const SNAPSHOT_BLANK: &str = "请先给快照起个名称。";

/// Another window gave the edited scenario another name.
pub fn renamed_elsewhere(old: &str, new: &str) -> String {
    format!("情景「{old}」已在另一个窗口改名为「{new}」，这里继续编辑它。")
}

/// Another window deleted the edited scenario.
pub fn deleted_elsewhere(name: &str) -> String {
    format!(
        "情景「{name}」已在另一个窗口删除。这里还在编辑它：再改动就会重新保存；不要了请点「{TO_BASELINE}」。"
    )
}

/// The scenario that was edited is not there any more.
pub fn not_there(name: &str) -> String {
    format!("刚才编辑的情景「{name}」不在这张表里了，现在填的是基准。")
}

/// A name that no scenario of a form has yet.
pub fn free_name(form: &Form, base: &str) -> String {
    let free = |name: &String| form.scenario(name).is_none();
    let first = base.to_owned();
    let more = (2u32..).map(|number| format!("{base} {number}"));
    std::iter::once(first).chain(more).find(free).unwrap_or_default()
}

/// The name of a new scenario.
pub fn new_name(form: &Form) -> String {
    let number = form.scenarios.len() + 1;
    free_name(form, &format!("情景 {number}"))
}

/// A scenario in a list: its total, and how far it is from the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioLine {
    /// What the user called it.
    pub name: String,
    /// What the form comes to in it.
    pub total: String,
    /// How far that is from the baseline, with its sign.
    pub moved: String,
    /// How many things it changes.
    pub changes: String,
}

/// The scenarios of a form, in their order.
pub fn lines(form: &Form) -> Vec<ScenarioLine> {
    let rulebook = form.edition.0;
    let counted = |case: &Case| form.score(case).total.counted(rulebook.kind);
    let base = counted(&form.case);
    let line = |scenario: &Scenario| {
        let total = counted(&form.case.under(scenario));
        ScenarioLine {
            name: scenario.name.clone(),
            total: shown(total, 2),
            moved: gain_text(rulebook, total - base),
            changes: count(scenario),
        }
    };
    form.scenarios.iter().map(line).collect()
}

/// What scenarios are called where they stand among facts: 「甲（假设）」.
pub fn supposed(name: &str) -> String {
    format!("{}（{SUPPOSED}）", upright(name))
}

/// Which case is edited from now on, the baseline or a scenario, as it is read out
/// with its total.
pub fn now_edited(scenario: Option<&str>, total: &str) -> String {
    let what =
        scenario.map_or(BASELINE.to_owned(), |name| format!("{SUPPOSED}「{}」", upright(name)));
    format!("{EDITING}{what}，{total}")
}

/// A scenario's total beside the baseline's.
pub fn beside(total: &str, base: &str, moved: &str) -> String {
    format!("总分 {total}，基准 {base}（{moved}）")
}

/// What a field holds in the baseline.
pub fn in_baseline(form: &Form, field: FieldId) -> String {
    let value = answer_in(form.edition.0, &form.case, field);
    format!("基准：{value}")
}

/// The base of the efficacy coefficient in the baseline.
pub fn base_in_baseline(base: Decimal) -> String {
    format!("基准：{base}")
}

/// How the baseline reads the document.
pub fn reading_in_baseline(form: &Form, id: ReadingId) -> String {
    format!("基准：{}", reading::label(form.edition.0, id, form.case.readings.get(id)))
}

/// What a reference is in the baseline.
pub fn reference_in_baseline(form: &Form, metric: MetricId) -> String {
    let value = match form.case.references.get(metric) {
        None => page::NOT_ANSWERED.to_owned(),
        Some(Reference::Peers(values)) => {
            let values: Vec<String> = values.iter().map(|v| v.normalize().to_string()).collect();
            values.join("、")
        }
        Some(Reference::Ends { unacceptable, satisfactory }) => {
            let end = |end: &Option<Decimal>| {
                end.map_or(page::DEFAULT.to_owned(), |end| end.normalize().to_string())
            };
            format!(
                "{} {}，{} {}",
                page::UNACCEPTABLE,
                end(unacceptable),
                page::SATISFACTORY,
                end(satisfactory)
            )
        }
    };
    format!("基准：{value}")
}

/// What is answered otherwise for an indicator, a line each.
pub fn changes(rulebook: &Rulebook, id: IndicatorId, from: &Case, to: &Case) -> Vec<String> {
    let indicator = &rulebook[id];
    let mut fields: Vec<FieldId> = indicator.fields.to_vec();
    for field in indicator.metrics.iter().flat_map(|m| rulebook[*m].formula.fields()) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let mut all = Vec::new();
    for field in fields {
        if from.answers.get(field) != to.answers.get(field) {
            let (before, after) =
                (answer_in(rulebook, from, field), answer_in(rulebook, to, field));
            all.push(format!("{}：{before} → {after}", rulebook[field].label));
        }
    }
    for reading in rulebook.reading_ids() {
        let (before, after) = (from.readings.get(reading), to.readings.get(reading));
        if before != after && reading::concerns(rulebook, reading, id) {
            let label = |option| reading::label(rulebook, reading, option);
            let title = page::named(reading::READING, rulebook[reading].title);
            all.push(format!("{title}：{} → {}", label(before), label(after)));
        }
    }
    let is_used = |case: &Case, metric| rulebook.metrics_under(id, &case.readings).contains(metric);
    for metric in indicator.metrics {
        let differs = from.references.get(*metric) != to.references.get(*metric);
        if differs && (is_used(from, metric) || is_used(to, metric)) {
            all.push(format!("{}：{}不同", rulebook[*metric].label, page::REFERENCE));
        }
    }
    if from.base(rulebook) != to.base(rulebook) && !indicator.metrics.is_empty() {
        let (before, after) = (from.base(rulebook), to.base(rulebook));
        all.push(format!("{}：{before} → {after}", page::BASE));
    }
    all
}

fn answer_in(rulebook: &Rulebook, case: &Case, field: FieldId) -> String {
    match case.answers.get(field) {
        Some(answer) => answer_text(rulebook, field, answer),
        None => page::NOT_ANSWERED.to_owned(),
    }
}

/// A scenario was deleted.
pub fn deleted(name: &str) -> String {
    format!("已删除情景「{name}」，可以撤销。")
}

/// A scenario became the baseline.
pub fn adopted(name: &str) -> String {
    format!("情景「{name}」已采用为基准，可以撤销。")
}

/// A snapshot was taken.
pub fn taken(name: &str) -> String {
    format!("已存快照「{name}」。")
}

/// How many things a scenario changes.
pub fn count(scenario: &Scenario) -> String {
    format!("改动 {} 处", scenario.changes())
}

/// A snapshot's name and time.
pub fn snapshot(name: &str, taken: &str) -> String {
    format!("{}（{}）", upright(name), taken.replace('T', " "))
}
