//! Small rulebooks with one indicator a kind of rule, made up at random.

use proptest::prelude::*;
use qiangxian::rulebook::{Rulebook, source};

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
        total += if number <= parts.len() { part.quarters } else { 0 };
    }
    let points = quarters(total);
    let text = format!(
        "id = \"small\"\ntitle = \"t\"\nyear = 2022\nkind = \"points\"\npoints = {points}\nbases = [60, 0]\nstage = []\n\
         [document]\ntitle = \"t\"\nnumber = \"n\"\nissuer = \"i\"\ndate = \"2022-02-28\"\n\
         [[field]]\nid = \"base.x\"\ntype = \"amount\"\nunit = \"u\"\nlabel = \"l\"\n\
         [[dimension]]\nid = \"1\"\ntitle = \"t\"\npoints = {points}\n\
         [[group]]\nid = \"1.1\"\ndimension = \"1\"\ntitle = \"t\"\npoints = {points}\n{indicators}"
    );
    let rulebook = source::read(&text).unwrap_or_else(|problem| panic!("{problem}\n{text}"));
    Box::leak(Box::new(rulebook))
}
