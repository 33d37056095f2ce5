//! Forms for the tests of share links: realistic ones, and any that there may be.

pub mod envelope;

use qiangxian::form::{
    Case, Evidence, Form, Review, ReviewFinding, ReviewStage, Scenario, Verdict, limits, slice,
};
use qiangxian::rulebook::{
    Adjustment, Answer, Direction, FieldKind, Kind, Metric, Reference, Row, Rulebook, editions,
};
use rust_decimal::Decimal;

/// Numbers that look random and are the same in every run (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, of: u64) -> u64 {
        self.next() % of
    }

    pub fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    pub fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len() as u64) as usize]
    }

    fn decimal(&mut self, most: u64, places: u32) -> Decimal {
        Decimal::new(self.below(most * 10u64.pow(places)) as i64, places)
    }
}

/// The first edition.
pub fn county() -> &'static Rulebook {
    editions::all().next().expect("the first edition")
}

/// What a county that fills in everything shares, with so many honours.
pub fn full(seed: u64, honours: usize) -> Form {
    let rulebook = county();
    let mut dice = Dice(seed);
    let mut form = Form::new(rulebook);
    let names = ["章丘区", "济南市历城区", "沂源县", "青岛西海岸新区", "东营市垦利区", "莒南县"];
    form.county = dice.pick(&names).to_owned();
    form.year = Some(2022);
    form.case.base = rulebook.bases.first().copied();
    for id in rulebook.field_ids() {
        let field = &rulebook[id];
        let answer = match field.kind {
            FieldKind::YesNo => Answer::YesNo(!dice.one_in(4)),
            FieldKind::Choice => Answer::Choice(dice.below(field.options.len() as u64) as u8),
            FieldKind::Set => Answer::Set(dice.below(1 << field.options.len()) as u32),
            FieldKind::Count => Answer::Count(match field.unit {
                "家" | "件" | "张" => 200 + dice.below(4000),
                _ => dice.below(12),
            } as u32),
            FieldKind::Percent if dice.one_in(3) => Answer::Figure(Decimal::ONE_HUNDRED),
            FieldKind::Percent => Answer::Figure(dice.decimal(100, 1)),
            FieldKind::Rate => Answer::Figure(dice.decimal(12, 2) - Decimal::TWO),
            FieldKind::Amount => Answer::Figure(match dice.below(2) {
                0 => dice.decimal(2000, 1),
                _ => dice.decimal(90_000, 2),
            }),
            FieldKind::List => Answer::Rows(rows(&mut dice, field.suggestions, honours)),
        };
        form.case.answers.set(id, Some(answer));
    }
    for id in rulebook.usual_metrics() {
        let low = match rulebook[id].unit {
            "%" => dice.decimal(60, 1),
            _ => dice.decimal(3000, dice_places(id.0)),
        };
        let high = low + dice.decimal(30, 1) + Decimal::ONE;
        form.case.references.set(id, Some(ends(&rulebook[id], low, high)));
    }
    form
}

fn dice_places(at: u16) -> u32 {
    u32::from(at % 2)
}

fn ends(metric: &Metric, low: Decimal, high: Decimal) -> Reference {
    match metric.better {
        Direction::Higher => Reference::Ends { unacceptable: Some(low), satisfactory: Some(high) },
        Direction::Lower => Reference::Ends { unacceptable: Some(high), satisfactory: Some(low) },
    }
}

const FIRMS: [&str; 12] = [
    "济南圣泉集团股份有限公司",
    "山东章鼓科技有限公司",
    "山东明水大化集团有限公司",
    "济南伊莱特重工机械厂",
    "山东百脉泉酒业有限公司",
    "中国重汽章丘产业园",
    "山东华凌电缆有限公司",
    "章丘区人民医院",
    "山东晶荣食品有限公司",
    "济南鲁新新型建材股份公司",
    "山东赫达股份有限公司",
    "齐鲁工业大学实验室",
];

fn rows(dice: &mut Dice, suggestions: &[&str], count: usize) -> Vec<Row> {
    (0..count)
        .map(|at| Row {
            title: match at {
                3 => "中国标准创新贡献奖".into(),
                _ => suggestions[dice.below(suggestions.len() as u64) as usize].to_owned(),
            },
            recipient: FIRMS[dice.below(12) as usize].into(),
            level: Some(dice.below(2) as u8),
            year: Some(2015 + dice.below(7) as u16),
        })
        .collect()
}

/// The longest that a form gets without words: all digits that are allowed.
pub fn longest() -> Form {
    let mut dice = Dice(7);
    let mut form = full(7, 5);
    let rulebook = county();
    for id in rulebook.field_ids() {
        let answer = match rulebook[id].kind {
            FieldKind::Count => Answer::Count(999_999_999 - dice.below(99_999_999) as u32),
            FieldKind::Percent => {
                Answer::Figure(Decimal::new(999_999 - dice.below(9999) as i64, 4))
            }
            FieldKind::Amount | FieldKind::Rate => Answer::Figure(Decimal::new(
                9_999_999_999_999 - dice.below(999_999_999_999) as i64,
                4,
            )),
            _ => continue,
        };
        form.case.answers.set(id, Some(answer));
    }
    for id in rulebook.usual_metrics() {
        let digits = 9_999_999_999_999_999_999_999i128;
        let low = Decimal::from_i128_with_scale(digits - i128::from(dice.next()) * 2, 10);
        let high = Decimal::from_i128_with_scale(digits - i128::from(dice.below(1 << 60)), 10);
        form.case.references.set(id, Some(ends(&rulebook[id], low, high)));
    }
    form
}

/// A form with some of its places filled.
pub fn half(seed: u64) -> Form {
    let mut form = full(seed, 2);
    let mut dice = Dice(seed ^ 99);
    for id in county().field_ids() {
        if dice.one_in(2) {
            form.case.answers.set(id, None);
        }
    }
    for id in county().usual_metrics().skip(4) {
        form.case.references.set(id, None);
    }
    form
}

/// A form of any kind that a form file could hold.
pub fn random(rulebook: &'static Rulebook, seed: u64) -> Form {
    let mut dice = Dice(seed);
    let mut form = Form::new(rulebook);
    let density = 1 + dice.below(5);
    form.county = text(&mut dice);
    form.year = dice.one_in(2).then(|| year(&mut dice));
    form.case = case(rulebook, &mut dice, density);
    for id in rulebook.indicator_ids() {
        if rulebook.kind == Kind::Points && dice.one_in(density * 2) {
            let points = rulebook[id].points * Decimal::new(dice.below(10_001) as i64, 4);
            let points = points.round_dp(4);
            form.adjustments.insert(id, Adjustment { points, reason: filled(&mut dice) });
        }
        if dice.one_in(density * 3) {
            form.notes.insert(id, text(&mut dice));
        }
        if dice.one_in(density * 3) {
            let rows = (0..dice.below(4)).map(|_| evidence(&mut dice)).collect();
            form.evidence.insert(id, rows);
        }
    }
    if dice.one_in(4) {
        form.veto = (0..dice.below(3)).map(|_| filled(&mut dice)).collect();
    }
    for at in 0..dice.below(4) {
        let other = case(rulebook, &mut dice, density * 2);
        let mut scenario =
            Scenario { name: format!("{at}{}", text(&mut dice)), ..Scenario::default() };
        scenario.base = other.base;
        for (id, answer) in other.answers.iter() {
            scenario.answers.insert(id, (!dice.one_in(3)).then(|| answer.clone()));
        }
        for (id, reference) in other.references.iter() {
            scenario.references.insert(id, (!dice.one_in(3)).then(|| reference.clone()));
        }
        for (id, option) in other.readings.iter() {
            scenario.readings.insert(id, if dice.one_in(3) { 0 } else { option });
        }
        form.scenarios.push(scenario);
    }
    form
}

/// A form of any kind with what links of version 2 carry: figures of targets, or
/// a slice whose unit has changed some of it, or both.
pub fn random_part(rulebook: &'static Rulebook, seed: u64) -> Form {
    let mut dice = Dice(seed);
    let mut form = random(rulebook, dice.next());
    let kind = dice.below(3);
    if kind < 2 {
        let (unit, parent) = (filled(&mut dice), text(&mut dice));
        let density = 1 + dice.below(4);
        let asked: Vec<_> = rulebook.indicator_ids().filter(|_| dice.one_in(density)).collect();
        let sent =
            format!("{:04}-07-20T{:02}:{:02}", year(&mut dice), dice.below(24), dice.below(60));
        let mut part = slice(&form, &unit, &asked, &sent, &parent);
        if dice.one_in(2) {
            let other = random(rulebook, dice.next());
            part = Form { slice: part.slice, ..other };
        }
        if dice.one_in(2) {
            part.slice.as_mut().unwrap().deadline = None;
        }
        form = part;
    }
    if kind > 0 {
        for id in rulebook.target_ids().filter(|id| rulebook[*id].field.is_none()) {
            if dice.one_in(2) {
                form.targets.insert(id, figure(&mut dice, 9, 4));
            }
        }
    }
    form
}

/// A form with what reviewers say of some of its points.
pub fn reviewed(mut form: Form, seed: u64) -> Form {
    let mut dice = Dice(seed);
    for stage in ReviewStage::ALL {
        if dice.one_in(3) {
            continue;
        }
        let signed = dice.one_in(2);
        let by = if signed { filled(&mut dice) } else { text(&mut dice) };
        let has_day = signed || dice.one_in(2);
        let on = has_day.then(|| format!("{:04}-09-{:02}", year(&mut dice), 1 + dice.below(30)));
        let mut review = Review { by, on, signed, ..Review::default() };
        let density = 1 + dice.below(8);
        for id in form.edition.indicator_ids() {
            if dice.one_in(density) {
                let verdict = Verdict::ALL[dice.below(3) as usize];
                let points = form.edition[id].points * Decimal::new(dice.below(10_001) as i64, 4);
                let points = dice.one_in(2).then(|| points.round_dp(4));
                review.rows.insert(id, ReviewFinding { verdict, points, reason: text(&mut dice) });
            }
        }
        form.reviews.insert(stage, review);
    }
    form
}

fn case(rulebook: &'static Rulebook, dice: &mut Dice, density: u64) -> Case {
    let mut case = Case::default();
    if !rulebook.bases.is_empty() && dice.one_in(2) {
        case.base = Some(rulebook.bases[dice.below(rulebook.bases.len() as u64) as usize]);
    }
    if dice.one_in(2) {
        for id in rulebook.reading_ids() {
            let options = rulebook[id].options.len() as u64;
            case.readings.set(id, dice.below(options) as u8);
        }
    }
    for id in rulebook.field_ids() {
        if !dice.one_in(density) {
            continue;
        }
        let field = &rulebook[id];
        let answer = match field.kind {
            FieldKind::YesNo => Answer::YesNo(dice.one_in(2)),
            FieldKind::Choice => Answer::Choice(dice.below(field.options.len() as u64) as u8),
            FieldKind::Set => Answer::Set(dice.below(1 << field.options.len()) as u32),
            FieldKind::Count => {
                let most = 10u64.pow(dice.below(10) as u32);
                Answer::Count(dice.below(most.min(1_000_000_000)) as u32)
            }
            FieldKind::Percent => {
                Answer::Figure(figure(dice, 3, 4).abs().min(Decimal::ONE_HUNDRED))
            }
            FieldKind::Amount => Answer::Figure(figure(dice, 9, 4).abs()),
            FieldKind::Rate => Answer::Figure(figure(dice, 9, 4)),
            FieldKind::List => Answer::Rows(
                (0..dice.below(4))
                    .map(|_| any_row(dice, field.options.len(), field.suggestions))
                    .collect(),
            ),
        };
        case.answers.set(id, Some(answer));
    }
    for id in rulebook.metric_ids() {
        if !dice.one_in(density) {
            continue;
        }
        let metric = &rulebook[id];
        let (a, b) = (figure(dice, 12, 10), figure(dice, 12, 10));
        let defaults = metric.unacceptable.is_some() || metric.satisfactory.is_some();
        let reference = match dice.below(4) {
            0 => Reference::Peers((0..=dice.below(5)).map(|_| figure(dice, 12, 10)).collect()),
            1 if !defaults => Reference::Ends { unacceptable: Some(a), satisfactory: None },
            2 if !defaults => Reference::Ends { unacceptable: None, satisfactory: Some(a) },
            _ if a == b => continue,
            _ => ends(metric, a.min(b), a.max(b)),
        };
        case.references.set(id, Some(reference));
    }
    case
}

/// A decimal of at most so many digits, with zeros at its end now and then.
fn figure(dice: &mut Dice, whole: u64, places: u64) -> Decimal {
    let places = dice.below(places + 1) as u32;
    let whole = dice.below(whole + 1) as u32;
    let most = 10i128.pow(whole + places);
    let mut value = (i128::from(dice.next()) * i128::from(dice.next() >> 2)) % most;
    if dice.one_in(3) {
        value -= value % 100;
    }
    let value = Decimal::from_i128_with_scale(value, places);
    if dice.one_in(4) && !value.is_zero() { -value } else { value }
}

fn any_row(dice: &mut Dice, levels: usize, suggestions: &[&str]) -> Row {
    Row {
        title: match dice.below(2) {
            0 => suggestions[dice.below(suggestions.len() as u64) as usize].to_owned(),
            _ => text(dice),
        },
        recipient: text(dice),
        level: (!dice.one_in(4)).then(|| dice.below(levels as u64) as u8),
        year: (!dice.one_in(4)).then(|| year(dice)),
    }
}

fn evidence(dice: &mut Dice) -> Evidence {
    let date = |dice: &mut Dice| {
        let date = format!(
            "{:04}-{:02}-{:02}",
            dice.below(10_000),
            1 + dice.below(12),
            1 + dice.below(31)
        );
        let date = if limits::is_date(&date) { date } else { "2024-02-29".into() };
        // A proof may be of a month or a year.
        match dice.below(4) {
            0 => date[..4].to_owned(),
            1 => date[..7].to_owned(),
            _ => date,
        }
    };
    Evidence {
        title: filled(dice),
        number: dice.one_in(2).then(|| text(dice)),
        date: dice.one_in(2).then(|| date(dice)),
        place: dice.one_in(2).then(|| text(dice)),
        ready: dice.one_in(2).then(|| dice.one_in(2)),
    }
}

fn year(dice: &mut Dice) -> u16 {
    limits::YEAR.start() + dice.below(152) as u16
}

fn filled(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(&["理", "x", "由", "𠮷"]), text(dice))
}

/// A text of all kinds of characters, sometimes long.
fn text(dice: &mut Dice) -> String {
    let parts = match dice.below(8) {
        0 => 0,
        1 => dice.below(120),
        _ => dice.below(12),
    };
    let mut text = String::new();
    for _ in 0..parts {
        match dice.below(7) {
            0 => text.push_str(dice.pick(&[
                "有限公司",
                "质量强区",
                "山东省",
                "〔2022〕5号",
                "，",
                "\n",
            ])),
            1 | 2 => text.extend(char::from_u32(0x4e00 + dice.below(0x5200) as u32)),
            3 => text.extend(char::from_u32(dice.below(128) as u32)),
            4 => text.extend(char::from_u32(dice.below(0x11_0000) as u32)),
            5 => text.push_str(dice.pick(&["👨‍👩‍👧", "é", "e\u{301}", "🇨🇳", "\u{202e}", "\u{0}"])),
            _ => text.push_str(dice.pick(&["区委", "2022年", "文件", "章丘", "第3批", " "])),
        }
    }
    text
}

/// Every figure long, and firms whose names nobody could foresee.
pub fn stress(seed: u64) -> Form {
    let mut form = full(seed, 5);
    let mut dice = Dice(seed + 1000);
    let rulebook = county();
    for id in rulebook.field_ids() {
        let answer = match rulebook[id].kind {
            FieldKind::Count => Answer::Count(dice.below(3000) as u32),
            FieldKind::Percent => Answer::Figure(dice.decimal(100, 1)),
            FieldKind::Amount => Answer::Figure(dice.decimal(99_999, 2)),
            FieldKind::List => {
                let Some(Answer::Rows(mut rows)) = form.case.answers.get(id).cloned() else {
                    continue;
                };
                for row in &mut rows {
                    row.recipient = dice.pick(&REAL).into();
                }
                Answer::Rows(rows)
            }
            _ => continue,
        };
        form.case.answers.set(id, Some(answer));
    }
    for id in rulebook.usual_metrics() {
        let low = dice.decimal(9_999, 1);
        form.case
            .references
            .set(id, Some(ends(&rulebook[id], low, low + dice.decimal(9_999, 1) + Decimal::ONE)));
    }
    form
}

const REAL: [&str; 24] = [
    "海尔智家股份有限公司",
    "浪潮电子信息产业股份有限公司",
    "万华化学集团股份有限公司",
    "潍柴动力股份有限公司",
    "鲁泰纺织股份有限公司",
    "威高集团有限公司",
    "山东黄金矿业",
    "东阿阿胶股份有限公司",
    "歌尔声学股份有限公司",
    "山东豪迈机械科技股份有限公司",
    "玲珑轮胎股份有限公司",
    "九阳股份有限公司",
    "迪尔化工",
    "山推工程机械股份有限公司",
    "临工重机股份有限公司",
    "孚日集团股份有限公司",
    "得利斯食品有限公司",
    "雷沃重工股份有限公司",
    "山东泉城能源热力公司",
    "济南市第三人民医院",
    "济柴动力总厂",
    "博科控股集团有限公司",
    "山东绣惠大葱合作社",
    "章丘铁锅锻造厂",
];

/// A checklist of 132 tasks, two of them met by figures.
pub fn checklist() -> &'static Rulebook {
    static LIST: std::sync::OnceLock<Rulebook> = std::sync::OnceLock::new();
    LIST.get_or_init(|| {
        let mut text = String::from(
            r#"
id = "some-city-2018"
title = "某市任务清单"
year = 2018
kind = "checklist"
document = { title = "清单", number = "1", issuer = "市政府", date = "2018-01-01" }
dimension = [{ id = "1", title = "一" }]
group = [{ id = "1.1", dimension = "1", title = "一" }]
stage = []
"#,
        );
        for at in 1..=132 {
            let rule = match at {
                7 => r#"{ met = { when = [{ field = "7.items", at-least = 3 }] } }"#.to_owned(),
                8 => r#"{ met = { when = [{ field = "8.done" }], not-applicable = "8.none" } }"#.to_owned(),
                _ => format!(r#"{{ status = {{ field = "{at}.status" }} }}"#),
            };
            text += &format!(
                r#"
[[indicator]]
id = "{at}"
group = "1.1"
title = "任务"
wording = "做好任务。"
units = ["市局"]
deadline = {{ text = "年底前" }}
source = "第{at}项"
rules = [{rule}]
"#
            );
            let fields: &[(&str, &str)] = match at {
                7 => &[("items", "type = \"count\"\nunit = \"项\"")],
                8 => &[("done", "type = \"yes-no\""), ("none", "type = \"yes-no\"")],
                _ => &[("status", "type = \"choice\"\noptions = [{ id = \"not-started\", label = \"未\" }, { id = \"in-progress\", label = \"中\" }, { id = \"met\", label = \"成\" }]")],
            };
            for (name, kind) in fields {
                text += &format!("[[indicator.field]]\nid = \"{at}.{name}\"\nlabel = \"任务\"\n{kind}\n");
            }
        }
        qiangxian::rulebook::source::read(&text).unwrap()
    })
}
