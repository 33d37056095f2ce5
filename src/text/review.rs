//! Words of reviewing: rounds, verdicts, signatures, and the tables of what differs.

use super::page;
use super::table::Table;
use crate::desk::{Reviewed, reviewed, reviewed_in};
use crate::form::{Form, Review, ReviewFinding, ReviewProblem, ReviewStage, Verdict};
use crate::rulebook::{IndicatorId, Kind};
use crate::score::{Scorecard, is_blank, shown};
use rust_decimal::Decimal;

pub const REVIEW: &str = "审核";
pub const HINT: &str = "逐项给出结论：确认、核减（填核减后的得分）或待补（写明缺什么），然后签字、发回。审核不改动自评内容。";
pub const ROUNDS: &str = "审核环节";
pub const ONLY_POINTS: &str = "这套任务清单不计分，没有审核。";
pub const RECEIVED: &str = "这是收到的表。开始审核时会存一份到「我的表」。";
pub const COLUMNS: [&str; 6] = ["序号", "指标", "满分", "自评得分", "结论", "理由"];
pub const MOST: &str = "满分";
pub const OWN: &str = "自评";
pub const SELF_POINTS: &str = "自评得分";
pub const VERDICT: &str = "结论";
pub const POINTS: &str = "核减后得分";
pub const REASON: &str = "理由";
pub const NONE_YET: &str = "未审";
pub const CONFIRM_REST: &str = "其余全部确认";
pub const BY: &str = "审核人";
pub const ON: &str = "日期";
pub const SIGN: &str = "签字";
pub const SIGN_HINT: &str = "签字后自评内容和本次审核都锁定，不会误改；要改可以撤回签字。";
pub const WITHDRAW: &str = "撤回签字";
pub const ASK_WITHDRAW: &str = "撤回签字后，自评内容和审核意见又可以修改。确定撤回？";
pub const SEND_BACK: &str = "发回";
pub const SEND_HINT: &str =
    "生成链接或文件发回去。对方打开后点「并入我的表」，就能对照自评和审核得分。";
/// The column of the official table.
pub const POINTS_HEAD: &str = "审核得分";
pub const JOIN: &str = "并入我的表";
pub const SEE: &str = "查看审核";
pub const EDIT_COPY: &str = "复制一份修改";
pub const NO_DIFFERENCE: &str = "审核与自评没有差异。";
pub const NOT_DATE: &str = "日期请写成 2022-09-20 这样。";
/// Our assumption (口径) on what the sum of reviews counts.
pub const COUNTED: &str =
    "口径：审核得分合计只计已确认和已核减的指标，待补和未审的暂不计分；有核查的以核查为准。";

/// What a round is called.
pub fn stage_name(stage: ReviewStage) -> &'static str {
    match stage {
        ReviewStage::First => "初审",
        ReviewStage::Check => "核查",
    }
}

/// What a verdict is called.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Confirmed => "确认",
        Verdict::Reduced => "核减",
        Verdict::Pending => "待补",
    }
}

/// Points as the page shows them.
pub fn points(points: Decimal) -> String {
    shown(points, 2)
}

/// The button that begins or goes on with a round.
pub fn begin(stage: ReviewStage) -> String {
    format!("开始{}", stage_name(stage))
}

/// The round that is open.
pub fn round_title(stage: ReviewStage, form: &Form) -> String {
    format!("{}　{}", stage_name(stage), round_state(stage, form))
}

/// How far a round is: 「未开始」, 「已审 3 / 43 项」, 「王某 2022-09-20 签字」.
pub fn round_state(stage: ReviewStage, form: &Form) -> String {
    match form.reviews.get(&stage) {
        None => "未开始".to_owned(),
        Some(review) if review.signed => {
            format!("{} {} 签字", review.by, review.on.as_deref().unwrap_or_default())
        }
        Some(review) => {
            format!("已审 {} / {} 项，未签字", review.rows.len(), form.edition.indicators.len())
        }
    }
}

/// All rounds of a form with who signed them: 「初审（王某 2022-09-20 签字）」.
pub fn rounds(form: &Form) -> String {
    let one =
        |stage: &ReviewStage| format!("{}（{}）", stage_name(*stage), round_state(*stage, form));
    form.reviews.iter().map(|(stage, _)| one(stage)).collect::<Vec<_>>().join("、")
}

/// That what is signed cannot be changed.
pub fn locked(stage: ReviewStage, review: &Review) -> String {
    let on = review.on.as_deref().unwrap_or_default();
    format!(
        "本表已由{}于 {on} {}签字，不能直接修改。要改请复制一份。",
        review.by,
        stage_name(stage)
    )
}

/// The strip of a form that is signed off.
pub fn locked_strip(stage: ReviewStage, review: &Review) -> String {
    let on = review.on.as_deref().unwrap_or_default();
    format!("已由{}于 {on} {}签字，锁定。", review.by, stage_name(stage))
}

/// What a finding comes to in a cell: 「1.5（核减）」, 「待补」.
pub fn finding_short(finding: &ReviewFinding) -> String {
    let verdict = verdict_name(finding.verdict);
    match finding.points {
        Some(value) => format!("{}（{verdict}）", points(value)),
        None => verdict.to_owned(),
    }
}

/// The mark of an indicator in the table: 「初审 1.5（核减）」; none where nobody
/// said anything.
pub fn mark(form: &Form, id: IndicatorId) -> Option<String> {
    let (stage, finding) = form.last_finding(id)?;
    Some(format!("{} {}", stage_name(stage), finding_short(finding)))
}

/// What every round says of an indicator: 「初审 1.5（核减）：尚未推广」.
pub fn said(form: &Form, id: IndicatorId) -> Vec<String> {
    let one = |(stage, review): (&ReviewStage, &Review)| {
        let found = review.rows.get(&id)?;
        let short = format!("{} {}", stage_name(*stage), finding_short(found));
        Some(if is_blank(&found.reason) { short } else { page::named(&short, &found.reason) })
    };
    form.reviews.iter().filter_map(one).collect()
}

/// Verdict and reason of a finding: 「核减：尚未推广」.
pub fn opinion(finding: &ReviewFinding) -> String {
    let verdict = verdict_name(finding.verdict);
    if is_blank(&finding.reason) {
        verdict.to_owned()
    } else {
        page::named(verdict, &finding.reason)
    }
}

/// Why a round cannot be signed; none where it can.
pub fn unsignable(form: &Form, review: &Review) -> Option<String> {
    if is_blank(&review.by) {
        return Some("请先填写审核人。".to_owned());
    }
    if review.rows.is_empty() {
        return Some("还没有审过一项，请先给出结论。".to_owned());
    }
    let is_short = |finding: &ReviewFinding| {
        let lacks_points = finding.verdict == Verdict::Reduced && finding.points.is_none();
        let lacks_reason = finding.verdict != Verdict::Confirmed && is_blank(&finding.reason);
        lacks_points || lacks_reason
    };
    let short = review.rows.iter().filter(|(_, finding)| is_short(finding));
    let short: Vec<&str> = short.map(|(id, _)| form.edition[*id].id).collect();
    (!short.is_empty()).then(|| {
        format!("第 {} 项还不完整：核减要填得分和理由，待补要写明缺什么。", short.join("、"))
    })
}

/// What was said, counted: 「确认 40 项，核减 2 项，待补 1 项」.
pub fn counts(all: &Reviewed) -> String {
    let counts = [
        (verdict_name(Verdict::Confirmed), all.confirmed),
        (verdict_name(Verdict::Reduced), all.reduced),
        (verdict_name(Verdict::Pending), all.pending),
        (NONE_YET, all.open),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    counts.map(|(name, count)| format!("{name} {count} 项")).collect::<Vec<_>>().join("，")
}

/// The totals in a sentence.
pub fn totals(form: &Form, card: &Scorecard) -> String {
    let all = reviewed(form);
    format!(
        "自评 {} 分，审核得分合计 {} 分（{}）。",
        points(card.total.range.low),
        points(all.points),
        counts(&all)
    )
}

/// The totals of one round, while it goes on.
pub fn round_totals(form: &Form, card: &Scorecard, stage: ReviewStage) -> String {
    let all = reviewed_in(form, stage);
    format!(
        "自评 {} 分，{}得分合计 {} 分（{}）。",
        points(card.total.range.low),
        stage_name(stage),
        points(all.points),
        counts(&all)
    )
}

/// The line that goes before the link of a review that goes back.
pub fn message(form: &Form) -> String {
    format!(
        "{}的审核意见：{}，{}。点开链接查看：",
        page::form_name("", form),
        rounds(form),
        counts(&reviewed(form))
    )
}

/// Why reviews are not taken into the user's own form.
pub fn problem(problem: ReviewProblem) -> String {
    match problem {
        ReviewProblem::None => "收到的表里没有审核意见。".to_owned(),
        ReviewProblem::OtherEdition => "收到的审核用的是另一套指标，不能并入这张表。".to_owned(),
        ReviewProblem::OtherAnswers => {
            "收到的审核针对的填报内容与我的表不同，不能并入。可以先「和我的比较」，或「保留一份」单独存。"
                .to_owned()
        }
        ReviewProblem::Signed(stage) => {
            format!("我的表里已有签过字的{}，与收到的不同，不能并入。", stage_name(stage))
        }
    }
}

/// That reviews were taken in.
pub fn joined(rounds: &str) -> String {
    format!("已并入{rounds}，可以对照自评和审核得分。")
}

/// The strip of a form with reviews that came in.
pub fn came(form: &Form) -> String {
    format!("带有审核意见：{}", rounds(form))
}

/// What differs between the self score and the reviews, with the sums below.
pub fn differences(form: &Form, card: &Scorecard) -> Table {
    let mut head = vec!["序号", "指标", "满分", SELF_POINTS];
    let stages: Vec<ReviewStage> = form.reviews.iter().map(|(stage, _)| *stage).collect();
    head.extend(stages.iter().map(|stage| stage_name(*stage)));
    head.extend(["差", "审核意见"]);
    let title = page::named("审核差异清单", &page::form_name("", form));
    let mut table = Table::new(title, &head);
    for id in form.edition.indicator_ids() {
        let Some((_, last)) = form.last_finding(id) else { continue };
        let own = card.indicators.get(usize::from(id.0)).map(|one| one.range.low);
        let own = own.unwrap_or_default();
        let gap = last.points.map(|given| given - own);
        let is_same = gap.is_some_and(|gap| points(gap) == "0");
        if last.verdict == Verdict::Confirmed && is_same {
            continue;
        }
        let indicator = &form.edition[id];
        let mut cells = vec![
            indicator.id.to_owned(),
            indicator.title.to_owned(),
            points(indicator.points),
            points(own),
        ];
        cells.extend(stages.iter().map(|stage| {
            let found = form.reviews.get(stage).and_then(|review| review.rows.get(&id));
            found.map(finding_short).unwrap_or_default()
        }));
        cells.extend([gap.map(points).unwrap_or_default(), opinion(last)]);
        table.rows.push(cells);
    }
    table
}

/// Adds what reviewers said to a table with a row for each indicator, behind a
/// column: a column for each round, or two where points are to be a figure.
pub fn add_columns(table: &mut Table, form: &Form, behind: usize, are_figures: bool) {
    if form.edition.kind != Kind::Points {
        return;
    }
    let mut at = behind + 1;
    for (stage, review) in form.reviews.iter() {
        let name = stage_name(*stage);
        let heads = match are_figures {
            true => vec![format!("{name}得分"), format!("{name}意见")],
            false => vec![name.to_owned()],
        };
        let count = heads.len();
        table.head.splice(at..at, heads);
        let mut ids = form.edition.indicator_ids();
        let last = table.rows.len().saturating_sub(1);
        for (row, cells) in table.rows.iter_mut().enumerate() {
            let is_band = table.bands.contains(&row);
            let found = if is_band { None } else { ids.next() };
            let found = found.and_then(|id| review.rows.get(&id));
            let mut new = match found {
                Some(found) if are_figures => {
                    vec![found.points.map(points).unwrap_or_default(), opinion(found)]
                }
                Some(found) => {
                    let points = found.points.map(points).into_iter();
                    vec![points.chain([opinion(found)]).collect::<Vec<_>>().join("\n")]
                }
                None => vec![String::new(); count],
            };
            if is_band && row == last {
                new = vec![String::new(); count];
                if let Some(first) = new.first_mut() {
                    *first = points(reviewed_in(form, *stage).points);
                }
            }
            cells.splice(at..at, new);
        }
        at += count;
    }
}
