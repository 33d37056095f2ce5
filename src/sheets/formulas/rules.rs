//! Rules and metrics as formulas over names of cells.
//!
//! They follow `score/rules.rs`, `score/metric.rs` and `score/efficacy.rs` at the lower end
//! of the range: an entry that is open gives what its worst completion would. Only
//! functions that Excel 2007, WPS and LibreOffice share are used.

use super::names::Names;
use crate::rulebook::{
    Below, Condition, Direction, FieldId, FieldKind, Formula, Metric, MetricId, Readings, Rule,
    Rulebook,
};
use crate::score::{LARGEST, PLACES};
use crate::text::{formulas as words, page};
use rust_decimal::Decimal;

/// What formulas are made from.
pub struct Vocabulary<'a> {
    pub rulebook: &'a Rulebook,
    pub readings: &'a Readings,
    pub names: Names<'a>,
}

impl Vocabulary<'_> {
    /// What a rule gives. `honours` sums the points of the rows of a list.
    pub fn rule(&self, rule: &Rule, honours: &str) -> String {
        match rule {
            Rule::Yes { field, points } => {
                format!("IF({},{},0)", self.is_yes(*field), number(*points))
            }
            Rule::Choice { field, points } => {
                let entry = self.names.entry(*field);
                let least = points.iter().min().copied().unwrap_or_default();
                let options = self.rulebook[*field].options.iter().zip(points.iter());
                options.rev().fold(number(least), |otherwise, (option, points)| {
                    let (label, points) = (text(option.label), number(*points));
                    format!("IF({entry}={label},{points},{otherwise})")
                })
            }
            Rule::PerItem { field, points, at_most } => {
                let sum = format!("{}*{}", number(*points), self.count(*field));
                match at_most {
                    Some(most) => format!("MIN({},{sum})", number(*most)),
                    None => sum,
                }
            }
            Rule::Brackets { field, steps } => {
                let count = self.count(*field);
                let steps = steps.iter().fold("0".to_owned(), |below, step| {
                    format!("IF({count}>={},{},{below})", step.from, number(step.points))
                });
                format!("IF({},{steps},0)", self.is_answered(*field))
            }
            Rule::MissingCosts { field, points, cost } => {
                let all = self.rulebook[*field].options.len();
                let (points, cost) = (number(*points), number(*cost));
                format!("MAX(0,{points}-{cost}*MAX(0,{all}-{}))", self.count(*field))
            }
            Rule::Tiers { tiers } => tiers.iter().rev().fold("0".to_owned(), |otherwise, tier| {
                let when: Vec<String> = tier.when.iter().map(|one| self.holds(one)).collect();
                format!("IF({},{},{otherwise})", all(&when), number(tier.points))
            }),
            Rule::Efficacy { metric, points, .. } => {
                let coefficient = self.names.coefficient(*metric);
                // Points are rounded like a metric, as hundredths of this product.
                let product = format!("ROUND({}*{coefficient},{})", number(*points), PLACES - 2);
                format!("IF(ISNUMBER({coefficient}),{product}/100,0)")
            }
            Rule::Honours { at_most, .. } => format!("MIN({},{honours})", number(*at_most)),
            // Tasks have states, not points.
            Rule::Status { .. } | Rule::Met { .. } => "0".to_owned(),
        }
    }

    fn is_yes(&self, field: FieldId) -> String {
        format!("{}={}", self.names.entry(field), text(page::YES))
    }

    /// A count, or the number of chosen options; 0 where nothing is entered.
    fn count(&self, field: FieldId) -> String {
        let entry = self.names.entry(field);
        match self.rulebook[field].kind {
            // The name of a set is that of the cells of all its options.
            FieldKind::Set => format!("COUNTIF({entry},{})", text(page::YES)),
            _ => format!("N({entry})"),
        }
    }

    fn is_answered(&self, field: FieldId) -> String {
        let entry = self.names.entry(field);
        match self.rulebook[field].kind {
            FieldKind::Set => format!("COUNTA({entry})>0"),
            _ => format!("ISNUMBER({entry})"),
        }
    }

    /// Whether a condition holds for sure.
    fn holds(&self, condition: &Condition) -> String {
        if condition.asks_yes() {
            return self.is_yes(condition.field);
        }
        let entry = self.names.entry(condition.field);
        let bounds =
            [(">=", condition.at_least), (">", condition.more_than), ("<=", condition.at_most)];
        let bounds = bounds
            .into_iter()
            .filter_map(|(sign, bound)| Some([&entry, sign, &number(bound?)].concat()));
        let tests: Vec<String> = [format!("ISNUMBER({entry})")].into_iter().chain(bounds).collect();
        all(&tests)
    }

    /// The value of a metric, or the word for none.
    pub fn metric(&self, metric: &Metric) -> String {
        let entry = |field: &FieldId| self.names.entry(*field);
        let (formed, divisors) = match &metric.formula {
            Formula::Value { field } => (entry(field), Vec::new()),
            Formula::Ratio { of, to, times } => {
                (format!("{}*{}/{}", entry(of), number(*times), entry(to)), vec![*to])
            }
            Formula::Growth { now, before, per: None } => {
                let (now, old) = (entry(now), entry(before));
                (format!("({now}-{old})*100/{old}"), vec![*before])
            }
            Formula::Growth { now, before, per: Some((per_now, per_before)) } => {
                let new = format!("{}*{}", entry(now), entry(per_before));
                let old = format!("{}*{}", entry(before), entry(per_now));
                (format!("({new}-{old})*100/({old})"), vec![*before, *per_now, *per_before])
            }
            Formula::ShareChange { now, before, per: (per_now, per_before), times } => {
                let new = format!("{}*{}", entry(now), entry(per_before));
                let old = format!("{}*{}", entry(before), entry(per_now));
                let both = format!("{}*{}", entry(per_now), entry(per_before));
                let times = number(*times);
                (format!("({new}-{old})*{times}/({both})"), vec![*per_now, *per_before])
            }
            Formula::Sum { terms } => {
                let terms: Vec<String> = terms
                    .iter()
                    .map(|term| format!("{}*{}", entry(&term.field), number(term.weight)))
                    .collect();
                (terms.join("+"), Vec::new())
            }
        };
        let formed = format!("ROUND({formed},{PLACES})");
        let too_large = format!("ABS({formed})>{}", number(LARGEST));
        let known = format!("IF({too_large},{},{formed})", unknown());
        let zero = divisors.iter().rev().fold(known, |otherwise, field| {
            format!("IF({}=0,{},{otherwise})", self.names.entry(*field), unknown())
        });
        let mut fields: Vec<String> = metric.formula.fields().iter().map(entry).collect();
        fields.dedup();
        let open = fields.iter().map(|field| format!("ISNUMBER({field})")).collect::<Vec<_>>();
        format!("IF({},{zero},{})", all(&open), unknown())
    }

    /// The efficacy coefficient of a metric, from 0 to 100, or a word for none.
    pub fn coefficient(
        &self,
        id: MetricId,
        metric: &Metric,
        floor: Option<Decimal>,
        below: Below,
    ) -> String {
        let (x, lo) = (self.names.value(id), self.names.unacceptable(id));
        let (hi, base) = (self.names.satisfactory(id), words::BASE_NAME);
        let (reaches, misses) = match metric.better {
            Direction::Higher => (">=", "<"),
            Direction::Lower => ("<=", ">"),
        };
        let unknown = unknown();
        let line = format!("MAX(0,MIN(100,{base}+(100-{base})*({x}-{lo})/({hi}-{lo})))");
        let between = match below {
            Below::Line => line,
            Below::None => format!("IF({x}{misses}{lo},0,{line})"),
            Below::Base => format!("IF({x}{misses}{lo},{base},{line})"),
        };
        let not_full = format!("IF(ISNUMBER({lo}),{between},{unknown})");
        let scored = format!("IF({x}{reaches}{hi},100,{not_full})");
        // Ends that stand the wrong way round give nothing.
        let sound = format!("IF(AND(ISNUMBER({lo}),{lo}{reaches}{hi}),{unknown},{scored})");
        let known = format!("IF(ISNUMBER({hi}),{sound},{unknown})");
        let above = match floor {
            Some(floor) => {
                let word = text(words::BELOW_FLOOR);
                format!("IF({x}{misses}{},{word},{known})", number(floor))
            }
            None => known,
        };
        format!("IF(ISNUMBER({x}),{above},{unknown})")
    }
}

/// Tests that hold together.
fn all(tests: &[String]) -> String {
    match tests {
        [one] => one.clone(),
        all => format!("AND({})", all.join(",")),
    }
}

/// A number in a formula.
pub fn number(value: Decimal) -> String {
    value.normalize().to_string()
}

/// A text in a formula.
pub fn text(value: &str) -> String {
    format!("\"{}\"", value.replace('"', "\"\""))
}

fn unknown() -> String {
    text(words::UNKNOWN)
}
