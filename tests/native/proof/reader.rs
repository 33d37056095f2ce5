//! A reader of printed proofs who knows arithmetic and nothing else.

use rust_decimal::Decimal;
use std::str::FromStr;

/// Low and high.
pub type Points = (Decimal, Decimal);

/// What stopped the reader.
pub type Stuck = String;

const ZERO: Points = (Decimal::ZERO, Decimal::ZERO);

/// The points that the lines of a proof come to, of `most`.
pub fn points(how: &str, most: Decimal) -> Result<Points, Stuck> {
    // How the document is read is told, and nothing to compute.
    let is_told = |line: &&str| line.starts_with("另选口径：");
    let lines: Vec<&str> = how.lines().filter(|line| !is_told(line)).collect();
    let (result, steps) = lines.split_last().ok_or("nothing is printed")?;
    let mut sum = ZERO;
    if steps.iter().any(|step| step.starts_with("第 1 行")) {
        sum = honours(steps)?;
    } else {
        for step in steps {
            let (low, high) = self::step(step).map_err(|stuck| format!("{stuck}: {step}"))?;
            sum = (sum.0 + low, sum.1 + high);
        }
    }
    let sum = (sum.0.min(most), sum.1.min(most));
    // Rounded before it is added up, where the result says so.
    let places = after(result, "先四舍五入到 ").and_then(|places| u32::try_from(places).ok());
    let counted = |points: Decimal| places.map_or(points, |places| rounded(points, places));
    if let Some(rest) = result.strip_prefix("自评调整为 ") {
        let adjusted = leading(rest).ok_or("no adjusted points")?;
        by_rule(result, sum)?;
        return Ok((counted(adjusted), counted(adjusted)));
    }
    let printed = after(result, "满分 ").ok_or("no maximum in the result")?;
    if printed != most {
        return Err(format!("the maximum is {printed} here and {most} there"));
    }
    Ok((counted(sum.0), counted(sum.1)))
}

/// An adjusted result also says what the rules give.
fn by_rule(result: &str, sum: Points) -> Result<(), Stuck> {
    let (_, rule) = result.rsplit_once("按规则计算为").ok_or("nothing by the rules")?;
    let numbers = numbers(rule);
    let expected = if sum.0 == sum.1 { vec![sum.0] } else { vec![sum.0, sum.1] };
    let expected: Vec<String> = expected.into_iter().map(two_places).collect();
    let numbers: Vec<String> = numbers.into_iter().map(two_places).collect();
    (numbers == expected).then_some(()).ok_or(format!("by the rules {expected:?}, not {numbers:?}"))
}

/// The state that a task's lines come to.
pub fn state(how: &str) -> Option<&'static str> {
    let (step, result) = how.split_once('\n')?;
    let states = ["未开始", "进行中", "已达到要求", "不适用"];
    let named = states.into_iter().find(|state| result == format!("任务状态：{state}。"))?;
    let derived = if step.contains("本任务不适用") {
        "不适用"
    } else if let Some((_, chosen)) = step.split_once("：选“") {
        match chosen.trim_end_matches("”。") {
            "已完成" | "已达标" | "已达到要求" => "已达到要求",
            "进行中" => "进行中",
            _ => "未开始",
        }
    } else if step.contains("，按“未开始”计") {
        "未开始"
    } else {
        let verdicts = verdicts(step).ok()?;
        let open = verdicts.iter().all(Option::is_none) && !step.contains("本任务适用");
        match verdicts.iter().all(|verdict| *verdict == Some(true)) {
            true => "已达到要求",
            false if open => "未开始",
            false => "进行中",
        }
    };
    (derived == named).then_some(named)
}

/// What is printed as points: low and high, with two decimals.
pub fn printed(cell: &str) -> (String, String) {
    let low = cell.split(" /").next().unwrap_or_default().to_owned();
    let high = after(cell, "可到 ").map_or_else(|| low.clone(), two_places);
    (low, high)
}

/// The maximum in a cell of points.
pub fn most(cell: &str) -> Decimal {
    after(cell, " / ").expect("a maximum")
}

/// Points as they are printed.
pub fn shown(points: Points) -> (String, String) {
    (two_places(points.0), two_places(points.1))
}

fn two_places(value: Decimal) -> String {
    rounded(value, 2).normalize().to_string()
}

/// Half away from zero; points are never negative.
fn rounded(value: Decimal, places: u32) -> Decimal {
    let unit = Decimal::new(1, places);
    ((value / unit) + Decimal::new(5, 1)).floor() * unit
}

/// One rule.
fn step(step: &str) -> Result<Points, Stuck> {
    if step.contains("功效系数 d = ")
        || step.contains("差于不允许值，")
        || step.contains("功效系数按 100 计")
        || step.contains("未定之前")
    {
        return efficacy(step);
    }
    if let Some(rest) = step.strip_prefix("尚未填写") {
        return range(rest);
    }
    if step.contains("符合得 ")
        || step.contains("符合，")
        || step.contains("，要求") && step.contains("待定，")
    {
        return tiers(step);
    }
    if step.contains("未达到 ") && step.ends_with("，不得分。") && !step.contains('：') {
        return Ok(ZERO);
    }
    if step.contains("不得分。") && step.contains("。未达到 ") {
        return floor(step);
    }
    for (marks, rule) in [
        ("项中缺 ", deducted as fn(&str) -> Result<Decimal, Stuck>),
        ("全部勾选，不扣分，", |step| after(step, "得 ").ok_or("no points".into())),
        ("，共 ", counted),
        ("一档", bracket),
        ("：选“", chosen),
        ("：填“", yes_or_no),
        ("：填“无”", |_| Ok(Decimal::ZERO)),
    ] {
        if step.contains(marks) {
            let points = rule(step)?;
            return Ok((points, points));
        }
    }
    Err("no rule that this reader knows".into())
}

/// `可得 0 至 2 分`, `计 0 分`.
fn range(text: &str) -> Result<Points, Stuck> {
    if let Some((_, rest)) = text.rsplit_once("可得 ")
        && let Some((low, rest)) = rest.split_once(" 至 ")
    {
        let high = leading(rest).ok_or("no end of the range")?;
        return Ok((number(low)?, high));
    }
    let settled = after(text, "计 ").ok_or("no range")?;
    Ok((settled, settled))
}

/// `填“是”，得 0.5 分` or `填“否”，不得分（填“是”得 0.5 分）`.
fn yes_or_no(step: &str) -> Result<Decimal, Stuck> {
    if step.contains("：填“否”，不得分（填“是”得 ") {
        return Ok(Decimal::ZERO);
    }
    if step.contains("：填“无”，不得分") {
        return Ok(Decimal::ZERO);
    }
    after(step, "：填“是”，得 ").ok_or("neither yes nor no".into())
}

/// The chosen option is looked up in the ladder behind.
fn chosen(step: &str) -> Result<Decimal, Stuck> {
    let (_, rest) = step.split_once("：选“").ok_or("no choice")?;
    let (chosen, rest) = rest.split_once("”，").ok_or("no end of the choice")?;
    let ladder = rest.split_once('（').ok_or("no ladder")?.1;
    let ladder = ladder.trim_end_matches("）。");
    let step = ladder.split('；').find_map(|step| step.strip_prefix(&format!("{chosen}：")));
    leading(step.ok_or("not in the ladder")?).ok_or("no points in the ladder".into())
}

/// `填 3 次，每次 2 分，共 6 分，本项最高 4 分`.
fn counted(step: &str) -> Result<Decimal, Stuck> {
    let number = if step.contains("：以上均无，每") {
        Decimal::ZERO
    } else {
        after(step, "：填 ").or_else(|| after(step, "：勾选 ")).ok_or("no count")?
    };
    let each = step.rsplit_once("，每").ok_or("no points each")?.1;
    let each = each.split_once(' ').and_then(|(_, rest)| leading(rest)).ok_or("no points each")?;
    let sum = number * each;
    if after(step, "，共 ") != Some(sum) {
        return Err(format!("the product is {sum}"));
    }
    Ok(after(step, "本项最高 ").map_or(sum, |most| sum.min(most)))
}

/// `填 1 项，达到“1 项及以上”一档，得 0.5 分（2 项及以上得 1 分）`.
fn bracket(step: &str) -> Result<Decimal, Stuck> {
    let number = after(step, "：填 ").ok_or("no count")?;
    let mut best = Decimal::ZERO;
    let (reached, rest) = step.rsplit_once("一档").ok_or("no step")?;
    let mut ladder: Vec<(Decimal, Decimal)> = Vec::new();
    // 达到“1 项及以上”一档, or 达到最高一档“3 项及以上”.
    let bound = rest.strip_prefix('“').or(reached.rsplit_once("达到“").map(|(_, bound)| bound));
    if let Some(bound) = bound {
        let points = after(rest, "，得 ").ok_or("no points")?;
        ladder.push((leading(bound).ok_or("no bound")?, points));
    }
    if let Some((_, higher)) = rest.split_once('（') {
        for step in higher.trim_end_matches("）。").split('，') {
            let (bound, points) = step.split_once("及以上得 ").ok_or("no higher step")?;
            ladder.push((leading(bound).ok_or("no bound")?, leading(points).ok_or("no points")?));
        }
    }
    for (bound, points) in ladder {
        if number >= bound {
            best = points;
        }
    }
    Ok(best)
}

/// `9 项中缺 7 项（…）；全有得 3 分，每缺一项扣 0.5 分`.
fn deducted(step: &str) -> Result<Decimal, Stuck> {
    let missing = after(step, "项中缺 ").ok_or("nothing missing")?;
    let full = after(step, "；全有得 ").ok_or("no full points")?;
    let cost = after(step, "每缺一项扣 ").ok_or("no cost")?;
    Ok((full - cost * missing).max(Decimal::ZERO))
}

/// Whether each condition holds, judged anew from what was filled in.
fn verdicts(step: &str) -> Result<Vec<Option<bool>>, Stuck> {
    let conditions = step.split('；').map(|condition| {
        let (told, verdict) = [("，符合", Some(true)), ("，不符合", Some(false)), ("，待定", None)]
            .into_iter()
            .find_map(|(mark, verdict)| condition.split_once(mark).map(|(told, _)| (told, verdict)))
            .ok_or("no verdict")?;
        let judged = if told.contains("：尚未填写") {
            None
        } else if let Some((_, asked)) = told.split_once("，要求") {
            let number = after(told, "：填 ").ok_or("no figure")?;
            let bound = numbers(asked);
            Some(match (asked.split(' ').next(), &bound[..]) {
                (Some("不少于" | "不低于"), [least]) => number >= *least,
                (Some("大于"), [least]) => number > *least,
                (Some("不超过"), [most]) => number <= *most,
                (Some("在"), [least, most]) => number >= *least && number <= *most,
                _ => return Err(format!("no bound: {asked}")),
            })
        } else {
            Some(told.ends_with("：填“是”"))
        };
        (judged == verdict).then_some(verdict).ok_or(format!("judged {judged:?}: {condition}"))
    });
    conditions.collect()
}

/// Conditions ①, ②, … and the points for those that hold together.
fn tiers(step: &str) -> Result<Points, Stuck> {
    let Some((conditions, ladder)) = step.split_once('。').filter(|(_, rest)| !rest.is_empty())
    else {
        // One condition and one tier.
        let holds = verdicts(step)?;
        let full = after(step, "得 ").ok_or("no points")?;
        return Ok(match holds[..] {
            [Some(true)] => (full, full),
            [None] => (Decimal::ZERO, full),
            _ => ZERO,
        });
    };
    let holds = verdicts(conditions)?;
    let (mut low, mut high) = (None, None);
    for tier in ladder.split_once("否则").ok_or("no tiers")?.0.split('，') {
        let Some((places, points)) = tier.split_once("符合得 ") else { continue };
        let points = leading(points).ok_or("no points of a tier")?;
        let asked: Vec<Option<bool>> = places
            .chars()
            .filter(|c| ('①'..='⑳').contains(c))
            .filter_map(|c| holds.get((c as u32 - '①' as u32) as usize).copied())
            .collect();
        if asked.iter().all(|holds| *holds == Some(true)) {
            low = low.or(Some(points));
        }
        if asked.iter().all(|holds| *holds != Some(false)) {
            high = high.or(Some(points));
        }
    }
    Ok((low.unwrap_or_default(), high.unwrap_or_default()))
}

/// Rows, then the sum held to the maximum of the list.
fn honours(steps: &[&str]) -> Result<Points, Stuck> {
    let (last, rows) = steps.split_last().ok_or("no rows")?;
    let mut sum = Decimal::ZERO;
    for row in rows {
        let (_, verdict) = row.rsplit_once("：").ok_or("no verdict on a row")?;
        if !verdict.starts_with("不计") {
            sum += after(verdict, "计 ").ok_or("no points of a row")?;
        }
    }
    let most = after(last, "本项最高 ").unwrap_or(sum);
    let said = after(last, "；共 ").or_else(|| after(last, "，共 ")).unwrap_or_default();
    if said != sum {
        return Err(format!("the rows come to {sum}: {last}"));
    }
    Ok((sum.min(most), sum.min(most)))
}

/// Below the floor nothing is given.
fn floor(step: &str) -> Result<Points, Stuck> {
    let floor = step.rsplit_once("。未达到 ").and_then(|(_, rest)| leading(rest));
    let value = value(step).ok_or("no figure")?;
    match floor {
        Some(floor) if value < floor => Ok(ZERO),
        _ => Err(format!("{value} is not below {floor:?}")),
    }
}

/// The metric, its ends, the coefficient, the points.
fn efficacy(step: &str) -> Result<Points, Stuck> {
    if let Some((_, rest)) = step.rsplit_once("未定之前") {
        return range(rest);
    }
    let x = value(step).ok_or("no value of the metric")?;
    if step.contains("功效系数按 100 计") {
        let hi = after(step, "已达到满意值 ").ok_or("no satisfactory value")?;
        let points = step.rsplit_once("计，得 ").and_then(|(_, rest)| leading(rest));
        let points = points.ok_or("no points")?;
        // Rounded to ten decimals before it is compared.
        let x = x.round_dp(10);
        return if x >= hi { Ok((points, points)) } else { Err(format!("{x} is below {hi}")) };
    }
    if let Some((ends, rest)) = step.split_once("差于不允许值，按所选口径") {
        return worse(x, ends, rest);
    }
    let (_, formula) = step.split_once("功效系数 d = ").ok_or("no formula")?;
    let base = leading(formula).ok_or("no base")?;
    let (_, fraction) = formula.split_once(" × (").ok_or("no fraction")?;
    let (above, below) = fraction.split_once(") ÷ (").ok_or("no fraction")?;
    let (_, lo) = above.split_once(" − ").ok_or("no lower end")?;
    let (hi, _) = below.split_once(" − ").ok_or("no upper end")?;
    let (lo, hi) = (operand(lo)?, operand(hi)?);
    let x = x.round_dp(10);
    let d = base + (Decimal::ONE_HUNDRED - base) * (x - lo) / (hi - lo);
    let d = d.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
    if formula.contains("结果不大于 0") {
        return if d.is_zero() { Ok(ZERO) } else { Err(format!("d is {d}")) };
    }
    let weight = after(formula, "得分 = ").ok_or("no weight")?;
    let points = weight * d / Decimal::ONE_HUNDRED;
    Ok((points, points))
}

/// A value worse than the unacceptable one: nothing, or the base.
fn worse(x: Decimal, ends: &str, rest: &str) -> Result<Points, Stuck> {
    let lo = after(ends, "不允许值 ").ok_or("no unacceptable value")?;
    if x.round_dp(10) >= lo {
        return Err(format!("{x} is no worse than {lo}"));
    }
    let Some(base) = rest.strip_prefix("功效系数 d = ") else { return Ok(ZERO) };
    let base = leading(base).ok_or("no base")?;
    let weight = after(rest, "得分 = ").ok_or("no weight")?;
    let points = weight * base / Decimal::ONE_HUNDRED;
    Ok((points, points))
}

/// The value of the metric, from the figures themselves: the right side of its
/// equation, or the one figure that was filled in.
fn value(step: &str) -> Option<Decimal> {
    let proof = step.split("功效系数").next()?;
    if let Some((_, right)) = proof.split_once(" = ") {
        let right = right.split("。").next()?;
        let right = right.split("，约为").next()?.split(" = ").next()?;
        return expression(right);
    }
    after(proof, "：填 ")
}

fn operand(text: &str) -> Result<Decimal, Stuck> {
    expression(text.split("，").next().unwrap_or(text).trim_end_matches(['。', ')']))
        .or_else(|| leading(text.trim_start_matches('(')))
        .ok_or(format!("no operand: {text}"))
}

/// Sums, products and brackets, as they are printed. A percent sign behind a
/// result is its unit; `100%` is a factor of 100.
fn expression(text: &str) -> Option<Decimal> {
    let tokens = tokens(text);
    let mut at = 0;
    sum(&tokens, &mut at)
}

#[derive(Debug, PartialEq)]
enum Token {
    Number(Decimal),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let digits = leading_text(rest);
        if digits.is_empty() {
            if "+−×÷()[]".contains(c) {
                tokens.push(Token::Sign(c));
            } else if !" %".contains(c) {
                break;
            }
            rest = &rest[c.len_utf8()..];
        } else {
            tokens.extend(Decimal::from_str(digits).map(Token::Number));
            rest = &rest[digits.len()..];
        }
    }
    tokens
}

fn sum(tokens: &[Token], at: &mut usize) -> Option<Decimal> {
    let mut value = product(tokens, at)?;
    while let Some(Token::Sign(sign @ ('+' | '−'))) = tokens.get(*at) {
        *at += 1;
        let next = product(tokens, at)?;
        value = if *sign == '+' { value + next } else { value - next };
    }
    Some(value)
}

/// Products are formed before quotients, so that nothing is rounded early.
fn product(tokens: &[Token], at: &mut usize) -> Option<Decimal> {
    let (mut above, mut below) = (factor(tokens, at)?, Decimal::ONE);
    while let Some(Token::Sign(sign @ ('×' | '÷'))) = tokens.get(*at) {
        *at += 1;
        let next = factor(tokens, at)?;
        match sign {
            '×' => above *= next,
            _ => below *= next,
        }
    }
    above.checked_div(below)
}

fn factor(tokens: &[Token], at: &mut usize) -> Option<Decimal> {
    let token = tokens.get(*at)?;
    *at += 1;
    match token {
        Token::Number(number) => Some(*number),
        Token::Sign('(' | '[') => {
            let value = sum(tokens, at)?;
            *at += 1;
            Some(value)
        }
        Token::Sign(_) => None,
    }
}

/// The number that follows the last place where a mark stands.
fn after(text: &str, mark: &str) -> Option<Decimal> {
    text.rsplit(mark).next().filter(|rest| rest.len() < text.len()).and_then(leading)
}

/// The number that a text begins with.
fn leading(text: &str) -> Option<Decimal> {
    Decimal::from_str(leading_text(text)).ok()
}

fn leading_text(text: &str) -> &str {
    let minus = usize::from(text.starts_with('-'));
    let end = text[minus..].find(|c: char| !c.is_ascii_digit() && c != '.');
    let end = end.map_or(text.len(), |end| end + minus);
    if end == minus { "" } else { text[..end].trim_end_matches('.') }
}

fn number(text: &str) -> Result<Decimal, Stuck> {
    Decimal::from_str(text.trim()).map_err(|_| format!("no number: {text}"))
}

/// All numbers of a text.
fn numbers(text: &str) -> Vec<Decimal> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    parts.filter_map(|part| Decimal::from_str(part).ok()).collect()
}
