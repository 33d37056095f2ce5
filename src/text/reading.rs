//! Readings (口径选项) in words: what is asked, what each option gives, and the
//! request to the province.

mod request;
mod shown;

pub use request::{by_spread, request, table};
pub use shown::{
    ALL_READINGS, AS_TABLE, EACH, EACH_HINT, NOT_FOR_TASKS, REQUEST_HINT, REQUEST_TEXT, TOGETHER,
    band, band_sentence, ends_text, given, id, is_long, option_id, quoted, request_name, same_text,
    spread_text, status,
};

use super::page;
use crate::form::Case;
use crate::rulebook::{IndicatorId, MetricId, ReadingId, Readings, Rule, Rulebook};
use crate::score::{Asked, Worth, ends, shown};
use rust_decimal::Decimal;

pub const READING: &str = "口径";
pub const TITLE: &str = "口径：文件怎么读";
pub const HINT: &str = "文件没有写明的地方，本工具先按通常的读法计算，也可以改选。这些读法都不是官方规定，以上级解释为准。";
/// Marks what is an assumption of ours.
pub const OURS: &str = "本工具口径";
pub const OTHER: &str = "另选口径";
/// The same where there is little room.
pub const OTHER_SHORT: &str = "另选";
pub const USUAL: &str = "通常";
pub const CHOSEN: &str = "已选";
pub const REQUEST: &str = "生成请示";
pub const COPY_REQUEST: &str = "复制请示";
pub const SAVE_REQUEST: &str = "存为文本";
pub const REQUEST_COPIED: &str = "请示已复制，可粘贴到公文里再修改。";
pub const TORNADO: &str = "各条口径对得分的影响";
pub const TORNADO_HINT: &str = "横条从最低得分到最高得分，竖线是现在的得分，影响大的在上面。";
pub const NOTHING_OPEN: &str = "按现在填写的内容，换哪种读法得分都一样。";

/// Stands before an amount of points that is less than the least that is shown.
const LESS_THAN: &str = "不足";

/// Decimals of points.
const PLACES: u32 = 2;

/// What is asked, in a few words.
pub fn title(rulebook: &Rulebook, asked: Asked) -> &'static str {
    match asked {
        Asked::Base => page::BASE,
        Asked::Reading(id) => rulebook[id].title,
    }
}

/// The question that the document leaves open.
pub fn question(rulebook: &Rulebook, asked: Asked) -> &'static str {
    match asked {
        Asked::Base => "“按功效系数法计算得分”：功效系数法的基础分取多少，文件没有写明。",
        Asked::Reading(id) => rulebook[id].question,
    }
}

/// How many options there are.
pub fn options(rulebook: &Rulebook, asked: Asked) -> usize {
    match asked {
        Asked::Base => rulebook.bases.len(),
        Asked::Reading(id) => rulebook[id].options.len(),
    }
}

/// What holds under an option, without a full stop.
pub fn option_label(rulebook: &Rulebook, asked: Asked, option: usize) -> String {
    match asked {
        Asked::Base => match rulebook.bases.get(option) {
            Some(base) if base.is_zero() => "基础分取 0，只按区间比例计分".to_owned(),
            Some(base) => {
                let rest = (Decimal::ONE_HUNDRED - base).normalize();
                format!("基础分取 {0}（{0} + {rest}）", base.normalize())
            }
            None => String::new(),
        },
        Asked::Reading(id) => {
            rulebook[id].options.get(option).map_or("", |option| option.label).to_owned()
        }
    }
}

/// What speaks for an option.
pub fn option_reason(rulebook: &Rulebook, asked: Asked, option: usize) -> &'static str {
    match asked {
        Asked::Base => match rulebook.bases.get(option) {
            Some(base) if base.is_zero() => {
                "文件没有提到基础分，得分只看数值在不允许值和满意值之间的位置。"
            }
            Some(_) => "功效系数法通行的形式是基础分加上按比例计的分，达到不允许值就有基础分。",
            None => "",
        },
        Asked::Reading(id) => rulebook[id].options.get(option).map_or("", |option| option.reason),
    }
}

/// The label of an option of a reading.
pub fn label(rulebook: &Rulebook, id: ReadingId, option: u8) -> &'static str {
    rulebook[id].options.get(usize::from(option)).map_or("", |option| option.label)
}

/// Whether a reading can move an indicator's points.
pub fn concerns(rulebook: &Rulebook, reading: ReadingId, id: IndicatorId) -> bool {
    let is_rounding = rulebook[reading].options.iter().any(|option| option.places.is_some());
    let is_below = rulebook[reading].options.iter().any(|option| option.below.is_some());
    is_rounding || is_below && has_metrics(rulebook, id) || rulebook.moves(reading, id)
}

/// Whether the efficacy coefficient scores an indicator under any readings.
fn has_metrics(rulebook: &Rulebook, id: IndicatorId) -> bool {
    let indicator = &rulebook[id];
    let variants = indicator.variants.iter().flat_map(|variant| variant.rules);
    let mut rules = indicator.rules.iter().chain(variants);
    rules.any(|rule| matches!(rule, Rule::Efficacy { .. }))
}

/// Which indicators a reading moves: 「序号 11」, 「按功效系数法计分的各项」.
pub fn where_text(rulebook: &Rulebook, asked: Asked) -> String {
    let of_method = "按功效系数法计分的各项";
    match asked {
        Asked::Base => of_method.to_owned(),
        Asked::Reading(id) => {
            let options = rulebook[id].options;
            if options.iter().any(|option| option.places.is_some()) {
                return "全部各项".to_owned();
            }
            if options.iter().any(|option| option.below.is_some()) {
                return of_method.to_owned();
            }
            let moved = rulebook.indicator_ids().filter(|one| rulebook.moves(id, *one));
            let moved: Vec<&str> = moved.map(|one| rulebook[one].id).collect();
            format!("序号 {}", moved.join("、"))
        }
    }
}

/// How points differ from those of now: 「+1」, 「−0.5」, 「不变」, 「增加不足 0.01」.
pub fn difference(points: Decimal, now: Decimal) -> String {
    if points == now {
        return "不变".to_owned();
    }
    let (sign, word) = if points < now { ("−", "减少") } else { ("+", "增加") };
    match apart((points - now).abs()) {
        text if text.starts_with(LESS_THAN) => format!("{word}{text}"),
        text => format!("{sign}{text}"),
    }
}

/// How far points are apart: 「0.5」, 「不足 0.01」.
fn apart(points: Decimal) -> String {
    let least = Decimal::new(1, PLACES);
    match shown(points, PLACES) {
        text if text == "0" && !points.is_zero() => format!("{LESS_THAN} {least}"),
        text => text,
    }
}

/// The total with its band: 「75.55，口径区间 71.05–79.55」.
pub fn band_text(worth: &Worth) -> String {
    let [points, lowest, highest] =
        [worth.points, worth.lowest, worth.highest].map(|figure| shown(figure, PLACES));
    format!("{points}，口径区间 {lowest}–{highest}")
}

/// Which single question is worth asking; none where no answer would matter.
pub fn most_asked_text(rulebook: &Rulebook, worth: &Worth) -> Option<String> {
    let one = worth.most_asked()?;
    let spread = apart(one.spread());
    let (place, title) = (where_text(rulebook, one.asked), title(rulebook, one.asked));
    Some(format!("最值得向省里请示的是“{title}”（{place}），几种读法相差 {spread} 分。"))
}

/// The metrics that are scored under an option, have no reference that can
/// score them yet, and are not scored now: their points are not secured.
pub fn unset(rulebook: &Rulebook, case: &Case, id: ReadingId, option: u8) -> Vec<MetricId> {
    let mut readings = case.readings.clone();
    readings.set(id, option);
    let mut all = Vec::new();
    for indicator in rulebook.indicator_ids().filter(|one| rulebook.moves(id, *one)) {
        let now = rulebook.metrics_under(indicator, &case.readings);
        for metric in rulebook.metrics_under(indicator, &readings) {
            let both = ends(&rulebook[metric], case.references.get(metric));
            let is_known =
                both.unacceptable.value().is_some() && both.satisfactory.value().is_some();
            if !now.contains(&metric) && !is_known {
                all.push(metric);
            }
        }
    }
    all
}

/// The same for what the document leaves open, by an option's position.
pub fn unset_of(rulebook: &Rulebook, case: &Case, asked: Asked, option: usize) -> Option<String> {
    match asked {
        Asked::Base => None,
        Asked::Reading(id) => unset_text(rulebook, case, id, u8::try_from(option).ok()?),
    }
}

/// That an option asks for references that are not set, where it does.
pub fn unset_text(rulebook: &Rulebook, case: &Case, id: ReadingId, option: u8) -> Option<String> {
    let unset = unset(rulebook, case, id, option);
    if unset.is_empty() {
        return None;
    }
    let names: Vec<&str> = unset.iter().map(|metric| rulebook[*metric].label).collect();
    let names = names.join("、");
    Some(format!("{names}的参考值还没有填，填之前这部分不算已得分。"))
}

/// The assumption that a reading makes, as a note.
pub fn note(rulebook: &Rulebook, id: ReadingId, readings: &Readings) -> String {
    let chosen = label(rulebook, id, readings.get(id));
    if readings.get(id) == 0 {
        return format!("{chosen}。");
    }
    format!("{chosen}（{OTHER}，{USUAL}为：{}）。", label(rulebook, id, 0))
}

/// The assumption about values worse than the unacceptable one, if the edition
/// has a reading of it.
pub fn below_note(rulebook: &Rulebook, readings: &Readings) -> Option<String> {
    let is_below =
        |id: &ReadingId| rulebook[*id].options.iter().any(|option| option.below.is_some());
    rulebook.reading_ids().find(is_below).map(|id| note(rulebook, id, readings))
}

/// Whether a case is read in the usual way: usual readings and the usual base.
pub fn is_usual(rulebook: &Rulebook, case: &Case) -> bool {
    case.readings.is_usual() && other_base(rulebook, case).is_none()
}

/// The position of the base, where it is not the usual one.
fn other_base(rulebook: &Rulebook, case: &Case) -> Option<usize> {
    let base = case.base?;
    rulebook.bases.iter().position(|one| *one == base).filter(|at| *at != 0)
}

/// What is read otherwise than usual, in one line; none where all is usual.
pub fn others(rulebook: &Rulebook, case: &Case) -> Option<String> {
    let base = other_base(rulebook, case).map(|at| {
        let label = option_label(rulebook, Asked::Base, at);
        format!("{}（{label}）", title(rulebook, Asked::Base))
    });
    let one = |(id, option)| {
        let (place, title) = (where_text(rulebook, Asked::Reading(id)), rulebook[id].title);
        format!("{place} {title}（{}）", label(rulebook, id, option))
    };
    let all: Vec<String> = base.into_iter().chain(case.readings.iter().map(one)).collect();
    (!all.is_empty()).then(|| all.join("；"))
}

/// The readings of an indicator's own that differ from the usual ones, in one
/// line for print; none where all are usual.
pub fn line(rulebook: &Rulebook, id: IndicatorId, case: &Case) -> Option<String> {
    let own = case.readings.iter().filter(|(reading, _)| rulebook.moves(*reading, id));
    let labels: Vec<&str> = own.map(|(one, option)| label(rulebook, one, option)).collect();
    (!labels.is_empty()).then(|| format!("{}。", page::named(OTHER, &labels.join("；"))))
}

/// A name of something with a total, marked where the total rests on other
/// readings than the usual ones: 「总体情况（另选口径：扶持政策的三个方面）」.
pub fn marked(name: &str, rulebook: &Rulebook, case: &Case) -> String {
    let base = other_base(rulebook, case).map(|_| title(rulebook, Asked::Base));
    let readings = case.readings.iter().map(|(id, _)| rulebook[id].title);
    let titles: Vec<&str> = base.into_iter().chain(readings).collect();
    if titles.is_empty() {
        return name.to_owned();
    }
    format!("{name}（{}）", page::named(OTHER, &titles.join("、")))
}
