//! The cheapest way by trying everything: slow, and written apart from the plan.

use qiangxian::form::{Case, Form};
use qiangxian::plan::Wish;
use qiangxian::rulebook::{
    Answer, Answers, Direction, FieldId, FieldKind, Formula, IndicatorId, Row, Rule, Rulebook,
};
use qiangxian::score::{IndicatorScore, Subtotal, indicator};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Effort, changes, gain.
pub type Outcome = (u64, usize, Decimal);

/// How far counts are tried out.
#[derive(Clone, Copy)]
pub struct Depth {
    /// Counts that only rules read go so far above what they are.
    pub counts: u32,
    /// Figures of metrics: every value up to this one, or only where tenths end.
    pub metrics: Option<u32>,
}

/// Everything that can be done for one indicator, the best gain for each
/// effort and number of changes; doing nothing is the first.
pub fn outcomes(form: &Form, wish: &Wish, id: IndicatorId, depth: Depth) -> Vec<Outcome> {
    let rulebook = form.edition.0;
    let mut best: BTreeMap<(u64, usize), Decimal> = BTreeMap::from([((0, 0), Decimal::ZERO)]);
    let barred = wish.fixed.contains(&id) || form.adjustments.contains_key(&id);
    if !barred {
        let domains: Vec<(FieldId, Vec<Answer>)> = rulebook[id]
            .fields
            .iter()
            .map(|field| (*field, domain(form, wish, id, *field, depth)))
            .collect();
        let mut case = form.case.clone();
        let before = scored(form, &case, id);
        let mut see = |case: &Case| {
            let after = scored(form, case, id);
            let gain = counted(form, &after) - counted(form, &before);
            let effort = effort(form, case, id, &before, &after) * u64::from(wish.effort(id));
            let changes = domains
                .iter()
                .filter(|(f, _)| case.answers.get(*f) != form.case.answers.get(*f))
                .count();
            let known = best.entry((effort, changes)).or_insert(gain);
            *known = gain.max(*known);
        };
        let all: usize = domains.iter().map(|(_, domain)| domain.len() + 1).product();
        if all <= 20_000 {
            visit(&mut case, &domains, &mut see);
        } else {
            // Too many to try: one field at a time.
            for one in &domains {
                visit(&mut case, std::slice::from_ref(one), &mut see);
            }
        }
    }
    best.into_iter().map(|((effort, changes), gain)| (effort, changes, gain)).collect()
}

/// The least effort and fewest changes that give what is needed; none when
/// nothing does.
pub fn least(all: &[Vec<Outcome>], need: Decimal) -> Option<(u64, usize)> {
    let mut sums: BTreeMap<(u64, usize), Decimal> = BTreeMap::from([((0, 0), Decimal::ZERO)]);
    for outcomes in all {
        let mut next = BTreeMap::new();
        for ((effort, changes), gain) in &sums {
            for (e, c, g) in outcomes {
                let known = next.entry((effort + e, changes + c)).or_insert(Decimal::MIN);
                *known = (*gain + *g).max(*known);
            }
        }
        sums = next;
    }
    sums.into_iter().find(|(_, gain)| *gain >= need).map(|(cost, _)| cost)
}

/// The same for many indicators: a table of every effort up to `most` and every
/// number of changes.
pub fn least_in_table(all: &[Vec<Outcome>], need: Decimal, most: u64) -> Option<(u64, usize)> {
    const CHANGES: usize = 120;
    const NEVER: i64 = i64::MIN / 2;
    let whole = |points: Decimal| -> i64 {
        (points * Decimal::from(10_000_000_000i64)).try_into().expect("ten decimals")
    };
    let mut table = vec![NEVER; (most as usize + 1) * CHANGES];
    table[0] = 0;
    for outcomes in all {
        let mut next = table.clone();
        for (effort, changes, gain) in outcomes {
            let gain = whole(*gain);
            let by = *effort as usize * CHANGES + changes;
            for at in by..table.len() {
                next[at] = next[at].max(table[at - by] + gain);
            }
        }
        table = next;
    }
    let need = whole(need);
    let at = table.iter().position(|gain| *gain >= need)?;
    Some(((at / CHANGES) as u64, at % CHANGES))
}

/// The most that can be gained.
pub fn most(all: &[Vec<Outcome>]) -> Decimal {
    let best = |outcomes: &Vec<Outcome>| outcomes.iter().map(|(.., gain)| *gain).max();
    all.iter().map(|outcomes| best(outcomes).unwrap_or_default()).sum()
}

fn visit(case: &mut Case, domains: &[(FieldId, Vec<Answer>)], see: &mut dyn FnMut(&Case)) {
    let Some(((field, domain), rest)) = domains.split_first() else { return see(case) };
    let was = case.answers.get(*field).cloned();
    visit(case, rest, see);
    for answer in domain {
        case.answers.set(*field, Some(answer.clone()));
        visit(case, rest, see);
    }
    case.answers.set(*field, was);
}

fn scored(form: &Form, case: &Case, id: IndicatorId) -> IndicatorScore {
    indicator(form.edition.0, id, &form.inputs(case))
}

fn counted(form: &Form, score: &IndicatorScore) -> Decimal {
    Subtotal::from(score).counted(form.edition.kind)
}

/// Values of a field that may be better than what it has.
fn domain(form: &Form, wish: &Wish, id: IndicatorId, field: FieldId, depth: Depth) -> Vec<Answer> {
    let rulebook = form.edition.0;
    let definition = &rulebook[field];
    let now = form.case.answers.get(field);
    let mut all: Vec<Answer> = match definition.kind {
        FieldKind::YesNo => vec![Answer::YesNo(true)],
        FieldKind::Choice => (0..definition.options.len() as u8).map(Answer::Choice).collect(),
        FieldKind::Set => {
            let chosen = if let Some(Answer::Set(chosen)) = now { *chosen } else { 0 };
            let mut sets = vec![chosen];
            for option in 0..definition.options.len() {
                let last = sets[sets.len() - 1];
                if last >> option & 1 == 0 {
                    sets.push(last | 1 << option);
                }
            }
            sets.into_iter().skip(1).map(Answer::Set).collect()
        }
        FieldKind::List => {
            let rows = if let Some(Answer::Rows(rows)) = now { rows.clone() } else { Vec::new() };
            let row = |number: u32| Row {
                title: "brute".into(),
                recipient: number.to_string(),
                level: Some(definition.options.len() as u8 - 1),
                year: Some(form.year() - 1),
            };
            (1..=5)
                .map(|more| Answer::Rows(rows.iter().cloned().chain((0..more).map(row)).collect()))
                .collect()
        }
        _ => figures(form, id, field, depth),
    };
    let limit = wish.limits.get(&field);
    all.retain(|answer| limit.is_none_or(|limit| answer.number().is_none_or(|n| n <= *limit)));
    all.retain(|answer| Some(answer) != now);
    all
}

fn figures(form: &Form, id: IndicatorId, field: FieldId, depth: Depth) -> Vec<Answer> {
    let rulebook = form.edition.0;
    let is_count = rulebook[field].kind == FieldKind::Count;
    let answer = |number: Decimal| match is_count {
        true => Answer::Count(number.try_into().expect("a count")),
        false => Answer::Figure(number),
    };
    let now = form.case.answers.number(field);
    let mut all = Vec::new();
    for (at, rule) in rulebook.rules(id, &form.case.readings).iter().enumerate() {
        let conditions: Vec<_> = match rule {
            Rule::Tiers { tiers } => tiers.iter().flat_map(|tier| tier.when).collect(),
            Rule::Met { when, .. } => when.iter().collect(),
            Rule::PerItem { field: f, .. } | Rule::Brackets { field: f, .. } if *f == field => {
                let now: u32 = now.unwrap_or_default().try_into().expect("a count");
                all.extend((now + 1..=now + depth.counts).map(Answer::Count));
                continue;
            }
            Rule::Efficacy { metric, .. } => {
                let formula = &rulebook.metric_under(*metric, &form.case.readings).formula;
                let is_raised = match formula {
                    Formula::Value { field: f } | Formula::Ratio { of: f, .. } => *f == field,
                    Formula::Growth { now, .. } | Formula::ShareChange { now, .. } => *now == field,
                    // Of several figures one may be open: no more are made up.
                    Formula::Sum { terms } => {
                        let is_open = |f: FieldId| form.case.answers.get(f).is_none();
                        terms.iter().any(|term| term.field == field)
                            && terms.iter().filter(|term| is_open(term.field)).count() < 2
                    }
                };
                let is_up = rulebook[*metric].better == Direction::Higher;
                match depth.metrics {
                    _ if !is_raised => {}
                    Some(most) => {
                        // Where less is better, what gives nothing begins further out.
                        let most = if is_up { most } else { 5 * most };
                        let is_better = |n: &Decimal| {
                            now.is_none_or(|now| if is_up { *n > now } else { *n < now })
                        };
                        all.extend((0..=most).map(Decimal::from).filter(is_better).map(answer));
                    }
                    None => all.extend(marks(form, id, at, field, is_count)),
                }
                continue;
            }
            _ => continue,
        };
        for condition in conditions.into_iter().filter(|c| c.field == field) {
            let grain = if is_count { Decimal::ONE } else { Decimal::new(1, 4) };
            all.extend(condition.at_least.map(answer));
            all.extend(condition.more_than.map(|bound| answer(bound + grain)));
            all.extend(condition.at_most.map(answer));
        }
    }
    all
}

/// Where a rising figure has taken 1 to 10 tenths, found by plain bisection.
fn marks(form: &Form, id: IndicatorId, rule: usize, field: FieldId, is_count: bool) -> Vec<Answer> {
    let places = if is_count { 0 } else { 4 };
    let answer = |n: i64| match is_count {
        true => Answer::Count(n as u32),
        false => Answer::Figure(Decimal::new(n, places)),
    };
    let weight = match &form.edition.rules(id, &form.case.readings)[rule] {
        Rule::Efficacy { points, .. } => *points,
        _ => panic!("a rule of a metric"),
    };
    let low = |n: Option<i64>| {
        let mut case = form.case.clone();
        if let Some(n) = n {
            case.answers.set(field, Some(answer(n)));
        }
        scored(form, &case, id).findings[rule].gave.low
    };
    let before = low(None);
    let now = form
        .case
        .answers
        .number(field)
        .map(|now| i64::try_from(now * Decimal::from(10i64.pow(places))).expect("a place"));
    let to = match form.edition[field].kind {
        FieldKind::Percent => 1_000_000,
        FieldKind::Count => 999_999_999,
        _ => 9_999_999_999_999,
    };
    let from = now.unwrap_or(0);
    let last = |fits: &dyn Fn(Decimal) -> bool| {
        let (mut yes, mut no) = (from - 1, to);
        while yes + 1 < no {
            let middle = yes + (no - yes) / 2;
            if fits(low(Some(middle))) { yes = middle } else { no = middle }
        }
        yes
    };
    let mut all = Vec::new();
    for tenth in 1..10 {
        let most = (weight - before) * Decimal::new(tenth, 1);
        all.push(last(&|low| low - before <= most));
    }
    all.push(last(&|low| low < weight) + 1);
    all.retain(|place| *place >= from);
    all.into_iter().map(answer).collect()
}

/// Units of effort, rule by rule, as `plan` defines them.
fn effort(
    form: &Form,
    case: &Case,
    id: IndicatorId,
    before: &IndicatorScore,
    after: &IndicatorScore,
) -> u64 {
    let rulebook: &Rulebook = form.edition.0;
    let (old, new) = (&form.case.answers, &case.answers);
    let mut units = 0;
    for (at, rule) in rulebook.rules(id, &form.case.readings).iter().enumerate() {
        units += match rule {
            Rule::Efficacy { points, .. } => {
                let low = before.findings[at].gave.low;
                let gain = (after.findings[at].gave.low - low).max(Decimal::ZERO);
                let missing = points - low;
                (0..=10u64)
                    .find(|n| gain * Decimal::TEN <= missing * Decimal::from(*n))
                    .expect("no more than all is got")
            }
            Rule::Choice { field, points } => {
                let points_of = |answers: &Answers| match answers.get(*field) {
                    Some(Answer::Choice(chosen)) => points[*chosen as usize],
                    _ => points.iter().min().copied().expect("options"),
                };
                let (from, to) = (points_of(old), points_of(new));
                let mut tiers: Vec<Decimal> = points.to_vec();
                tiers.retain(|p| *p > from && *p <= to);
                tiers.sort_unstable();
                tiers.dedup();
                tiers.len() as u64
            }
            _ => rule.fields().iter().map(|field| items(rulebook, *field, old, new)).sum(),
        };
    }
    units
}

/// Units of effort for what a rule reads itself.
fn items(rulebook: &Rulebook, field: FieldId, old: &Answers, new: &Answers) -> u64 {
    let (old, new) = (old.get(field), new.get(field));
    if old == new {
        return 0;
    }
    match (old, new) {
        (_, Some(Answer::YesNo(_))) => 1,
        (old, Some(Answer::Set(set))) => {
            let before = if let Some(Answer::Set(set)) = old { set.count_ones() } else { 0 };
            u64::from(set.count_ones() - before)
        }
        (old, Some(Answer::Count(number))) => {
            let before = if let Some(Answer::Count(number)) = old { *number } else { 0 };
            u64::from(number.abs_diff(before).max(1))
        }
        (old, Some(Answer::Choice(option))) => {
            let before = if let Some(Answer::Choice(option)) = old { *option } else { 0 };
            u64::from(option.saturating_sub(before))
        }
        (old, Some(Answer::Rows(rows))) => {
            let before = if let Some(Answer::Rows(rows)) = old { rows.len() } else { 0 };
            (rows.len() - before) as u64
        }
        (_, Some(Answer::Figure(_))) => 1,
        _ => panic!("a field of {} is cleared", rulebook.id),
    }
}
