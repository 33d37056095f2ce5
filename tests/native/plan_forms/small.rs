//! Small rulebooks with one indicator a kind of rule, made up at random.

use proptest::prelude::*;
use qiangxian::form::{Form, write};
use qiangxian::plan::Wish;
use qiangxian::rulebook::{
    Answer, Direction, FieldId, FieldKind, IndicatorId, Map, Rulebook, source,
};
use rust_decimal::Decimal;

/// One indicator: its rules, fields and metrics in TOML, and its points in quarters.
#[derive(Clone, Debug)]
pub struct Part {
    pub rules: String,
    pub fields: String,
    pub quarters: u32,
    pub capped: bool,
}

fn quarters(points: u32) -> String {
    format!("\"{}.{:02}\"", points / 4, points % 4 * 25)
}

fn field(name: &str, kind: &str, more: &str) -> String {
    let unit = if matches!(kind, "amount" | "percent") { "unit = \"u\"\n" } else { "" };
    format!(
        "[[indicator.field]]\nid = \"#.{name}\"\ntype = \"{kind}\"\nlabel = \"l\"\n{unit}{more}\n"
    )
}

fn options(number: u32) -> String {
    let all: Vec<String> =
        (0..number).map(|n| format!("{{ id = \"o{n}\", label = \"l\" }}")).collect();
    format!("options = [{}]", all.join(", "))
}

fn metric(name: &str, better: &str, ends: (u32, u32), formula: &str) -> String {
    format!(
        "[[indicator.metric]]\nid = \"#.{name}\"\nlabel = \"l\"\nunit = \"u\"\nbetter = \"{better}\"\n\
         unacceptable = {}\nsatisfactory = {}\nformula = {{ {formula} }}\n",
        ends.0, ends.1
    )
}

/// Rules that read their own fields.
fn plain() -> BoxedStrategy<Part> {
    let yes = (1u32..9).prop_map(|p| Part {
        rules: format!("{{ yes = {{ field = \"#.a\", points = {} }} }}", quarters(p)),
        fields: field("a", "yes-no", ""),
        quarters: p,
        capped: false,
    });
    let choice = (0u32..5, 0u32..5, 1u32..9).prop_map(|(a, b, c)| Part {
        rules: format!(
            "{{ choice = {{ field = \"#.a\", points = [0, {}, {}, {}] }} }}",
            quarters(a),
            quarters(b),
            quarters(c)
        ),
        fields: field("a", "choice", &options(4)),
        quarters: a.max(b).max(c),
        capped: false,
    });
    let counts = (1u32..4, 1u32..9, 1u32..3, 1u32..4, 1u32..4, 0u32..6).prop_map(
        |(each, most, from, more, points, cut)| Part {
            rules: format!(
                "{{ per-item = {{ field = \"#.a\", points = {}, at-most = {} }} }},\n\
                 {{ brackets = {{ field = \"#.b\", steps = [{{ from = {from}, points = {} }}, {{ from = {}, points = {} }}] }} }}",
                quarters(each), quarters(most), quarters(points), from + more, quarters(points + 2),
            ),
            fields: field("a", "count", "") + &field("b", "count", ""),
            quarters: (most + points + 2).saturating_sub(cut).max(1),
            capped: cut > 0,
        },
    );
    let set = (1u32..9, 1u32..4, 2u32..5).prop_map(|(p, cost, number)| Part {
        rules: format!(
            "{{ missing-costs = {{ field = \"#.a\", points = {}, cost = {} }} }}",
            quarters(p),
            quarters(cost)
        ),
        fields: field("a", "set", &options(number)),
        quarters: p,
        capped: false,
    });
    let tiers = (1u32..4, 1u32..4, 1u32..4).prop_map(|(low, more, bound)| Part {
        rules: format!(
            "{{ tiers = {{ tiers = [{{ points = {}, when = [{{ field = \"#.a\" }}, {{ field = \"#.b\", at-least = {bound} }}, {{ field = \"#.c\", at-least = 100 }}] }}, {{ points = {}, when = [{{ field = \"#.a\" }}] }}] }} }}",
            quarters(low + more), quarters(low)
        ),
        fields: field("a", "yes-no", "") + &field("b", "count", "") + &field("c", "percent", ""),
        quarters: low + more,
        capped: false,
    });
    prop_oneof![yes, choice, counts, set, tiers].boxed()
}

/// Rules by metrics, of counts, so that all values can be tried.
fn metrics() -> BoxedStrategy<Part> {
    let ends = || (0u32..4, 1u32..9).prop_map(|(lo, more)| (lo, lo + more));
    let floor = |floor: Option<u32>| floor.map_or(String::new(), |f| format!(", floor = {f}"));
    let value = (ends(), 1u32..9, prop::option::of(0u32..5), any::<bool>()).prop_map(
        move |((lo, hi), p, at, is_up)| {
            let (better, ends) = if is_up { ("higher", (lo, hi)) } else { ("lower", (hi, lo)) };
            Part {
                rules: format!(
                    "{{ efficacy = {{ metric = \"#.m\", points = {}{} }} }}",
                    quarters(p),
                    floor(at.filter(|_| is_up))
                ),
                fields: field("a", "count", "")
                    + &metric("m", better, ends, "value = { field = \"#.a\" }"),
                quarters: p,
                capped: false,
            }
        },
    );
    let sum = (ends(), 1u32..9).prop_map(|(ends, p)| Part {
        rules: format!("{{ efficacy = {{ metric = \"#.m\", points = {} }} }}", quarters(p)),
        fields: field("a", "count", "") + &field("b", "count", "") + &field("c", "count", "")
            + &metric("m", "higher", ends, "sum = { terms = [{ field = \"#.a\", weight = 1 }, { field = \"#.b\", weight = 1 }, { field = \"#.c\", weight = 1 }] }"),
        quarters: p,
        capped: false,
    });
    let growth = (ends(), (0u32..50, 1u32..200), 1u32..9, 1u32..9).prop_map(
        |(ends, (lo, more), p, q)| Part {
            rules: format!(
                "{{ efficacy = {{ metric = \"#.m\", points = {} }} }},\n{{ efficacy = {{ metric = \"#.n\", points = {} }} }}",
                quarters(p), quarters(q)
            ),
            fields: field("a", "count", "") + &field("b", "count", "")
                + &metric("m", "higher", ends, "value = { field = \"#.a\" }")
                + &metric("n", "higher", (lo, lo + more), "growth = { now = \"#.a\", before = \"#.b\" }"),
            quarters: p + q,
            capped: false,
        },
    );
    // A shared figure below helps one metric and hurts another.
    let shared = (ends(), ends(), 1u32..9, 1u32..9).prop_map(|(up, down, p, q)| Part {
        rules: format!(
            "{{ efficacy = {{ metric = \"#.m\", points = {} }} }},\n{{ efficacy = {{ metric = \"#.n\", points = {} }} }}",
            quarters(p), quarters(q)
        ),
        fields: field("a", "count", "")
            + &metric("m", "higher", up, "ratio = { of = \"#.a\", to = \"base.x\", times = 10 }")
            + &metric("n", "higher", down, "value = { field = \"base.x\" }"),
        quarters: p + q,
        capped: false,
    });
    prop_oneof![2 => value, 2 => sum, 2 => growth, 1 => shared].boxed()
}

/// A rulebook of two to four indicators, one of them with a shared figure.
pub fn rulebook() -> impl Strategy<Value = &'static Rulebook> {
    prop::collection::vec(prop_oneof![plain(), metrics()], 1..4).prop_map(|parts| read(&parts))
}

/// Readings of the engine's own, and one that forms the last metric otherwise.
const READINGS: &str = r#"
[[reading]]
id = "below"
title = "t"
question = "q"
options = [
  { id = "line", label = "l", reason = "r", below = "line" },
  { id = "none", label = "l", reason = "r", below = "none" },
  { id = "base", label = "l", reason = "r", below = "base" },
]
[[reading]]
id = "rounding"
title = "t"
question = "q"
options = [
  { id = "exact", label = "l", reason = "r" },
  { id = "each", label = "l", reason = "r", places = 2 },
]
[[reading]]
id = "formed"
title = "t"
question = "q"
options = [{ id = "ratio", label = "l", reason = "r" }, { id = "value", label = "l", reason = "r" }]
"#;
const FORMED: &str = r##"
[[indicator.under]]
reading = "formed"
option = "value"
metric = [{ id = "#.m", label = "l", unit = "u", formula = { value = { field = "#.a" } } }]
"##;

fn read(parts: &[Part]) -> &'static Rulebook {
    let mut total = 4;
    let mut indicators = String::new();
    let shared = Part {
        rules: "{ efficacy = { metric = \"#.m\", points = 1 } }".into(),
        fields: field("a", "count", "")
            + &metric(
                "m",
                "higher",
                (0, 20),
                "ratio = { of = \"#.a\", to = \"base.x\", times = 10 }",
            ),
        quarters: 4,
        capped: false,
    };
    for (part, number) in parts.iter().chain([&shared]).zip(1..) {
        let id = number.to_string();
        indicators += &format!(
            "[[indicator]]\nid = \"{id}\"\ngroup = \"1.1\"\npoints = {}\n{}title = \"t\"\nwording = \"w\"\n\
             units = [\"u\"]\ndeadline = {{ text = \"d\" }}\nsource = \"s\"\nrules = [\n{}\n]\n{}\n",
            quarters(part.quarters),
            if part.capped { "capped = true\n" } else { "" },
            part.rules.replace("#.", &format!("{id}.")),
            part.fields.replace("#.", &format!("{id}.")),
        );
        if number > parts.len() {
            indicators += &format!("{}\n", FORMED.replace("#.", &format!("{id}.")));
        }
        total += if number <= parts.len() { part.quarters } else { 0 };
    }
    let points = quarters(total);
    let text = format!(
        "id = \"small\"\ntitle = \"t\"\nyear = 2022\nkind = \"points\"\npoints = {points}\nbases = [60, 0]\nstage = []\n\
         [document]\ntitle = \"t\"\nnumber = \"n\"\nissuer = \"i\"\ndate = \"2022-02-28\"\n\
         {READINGS}[[field]]\nid = \"base.x\"\ntype = \"amount\"\nunit = \"u\"\nlabel = \"l\"\n\
         [[dimension]]\nid = \"1\"\ntitle = \"t\"\npoints = {points}\n\
         [[group]]\nid = \"1.1\"\ndimension = \"1\"\ntitle = \"t\"\npoints = {points}\n{indicators}"
    );
    let rulebook = source::read(&text).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    Box::leak(Box::new(rulebook))
}

fn answer(rulebook: &'static Rulebook, field: FieldId) -> BoxedStrategy<Option<Answer>> {
    let field = &rulebook[field];
    let options = field.options.len() as u8;
    let known = match field.kind {
        FieldKind::YesNo => any::<bool>().prop_map(Answer::YesNo).boxed(),
        FieldKind::Choice => (0..options).prop_map(Answer::Choice).boxed(),
        FieldKind::Set => (0u32..1 << options).prop_map(Answer::Set).boxed(),
        FieldKind::Count => (0u32..8).prop_map(Answer::Count).boxed(),
        _ => prop_oneof![Just(0), Just(100), 0i64..100]
            .prop_map(|n| Answer::Figure(Decimal::from(n)))
            .boxed(),
    };
    prop::option::weighted(0.7, known).boxed()
}

/// Whether a field is a count of which more is better: only these get limits here.
pub fn rises(rulebook: &Rulebook, field: FieldId) -> bool {
    rulebook[field].kind == FieldKind::Count
        && rulebook
            .metrics
            .iter()
            .all(|m| m.better == Direction::Higher || !m.formula.fields().contains(&field))
}

/// What a case was made from, for those who have to understand why it fails.
pub struct Small(pub Form, pub Wish);

impl std::fmt::Debug for Small {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Small(form, wish) = self;
        for indicator in form.edition.indicators {
            writeln!(f, "{} of {} points: {:?}", indicator.id, indicator.points, indicator.rules)?;
        }
        for metric in form.edition.metrics {
            let ends = (metric.unacceptable, metric.satisfactory);
            writeln!(f, "{}: {:?}, {ends:?}", metric.id, metric.formula)?;
        }
        writeln!(f, "{}\n{wish:?}", write(form))
    }
}

/// A small rulebook, a form of it, and what is wished beside the target.
pub fn wished() -> impl Strategy<Value = Small> {
    rulebook().prop_flat_map(|rulebook| {
        let answers: Vec<_> = rulebook.field_ids().map(|f| answer(rulebook, f)).collect();
        let limits = prop::collection::vec(prop::option::of(0u32..9), rulebook.fields.len());
        let efforts = prop::collection::vec(1u8..=5, rulebook.indicators.len());
        let fixed = prop::collection::vec(prop::bool::weighted(0.1), rulebook.indicators.len());
        let readings: Vec<_> =
            rulebook.readings.iter().map(|reading| 0..reading.options.len() as u8).collect();
        (answers, limits, efforts, fixed, any::<bool>(), readings).prop_map(
            move |(answers, limits, efforts, fixed, base, readings)| {
                let mut form = Form::new(rulebook);
                form.case.base = Some(Decimal::from(if base { 60 } else { 0 }));
                for (id, option) in rulebook.reading_ids().zip(readings) {
                    form.case.readings.set(id, option);
                }
                for (field, answer) in rulebook.field_ids().zip(answers) {
                    form.case.answers.set(field, answer);
                }
                let is_count = |f: &FieldId| rises(rulebook, *f);
                let limits: Map<FieldId, Decimal> = rulebook
                    .field_ids()
                    .zip(limits)
                    .filter(|(field, _)| is_count(field))
                    .filter_map(|(field, limit)| Some((field, Decimal::from(limit?))))
                    .collect();
                let efforts: Map<IndicatorId, u8> = rulebook.indicator_ids().zip(efforts).collect();
                let fixed = rulebook.indicator_ids().zip(fixed).filter(|(_, fixed)| *fixed);
                let fixed = fixed.map(|(id, _)| id).collect();
                Small(form, Wish { fixed, limits, efforts, ..Wish::default() })
            },
        )
    })
}
