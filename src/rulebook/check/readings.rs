//! The lint of readings: names, options, and what is in force under each.

use super::super::model::{Indicator, Kind, Metric, Rulebook};
use super::super::reading::{Reading, ReadingId, ReadingOption, Variant};
use super::super::source::Problem;
use super::rules;
use super::text::{filled, name, unique};
use rust_decimal::Decimal;

/// The name of the base in lists of readings. No reading may have it.
const BASE: &str = "base";

/// Checks the readings and the variants that depend on them.
pub fn readings(rulebook: &Rulebook) -> Result<(), Problem> {
    unique("reading", rulebook.readings.iter().map(|reading| reading.id))?;
    if let (Kind::Checklist, [first, ..]) = (rulebook.kind, rulebook.readings) {
        return Err(Problem::new(format!("reading {}", first.id), "a checklist has no readings"));
    }
    for (id, reading) in rulebook.reading_ids().zip(rulebook.readings) {
        self::reading(reading)?;
        moves(rulebook, id, reading)?;
    }
    parameter(rulebook, "below", |option| option.below.is_some())?;
    parameter(rulebook, "places", |option| option.places.is_some())?;
    for indicator in rulebook.indicators {
        for variant in indicator.variants {
            self::variant(rulebook, indicator, variant)?;
        }
    }
    roundings(rulebook)
}

fn reading(reading: &Reading) -> Result<(), Problem> {
    let key = format!("reading {}", reading.id);
    if reading.id == BASE {
        return Err(Problem::new(key, "the base has its own place, in `bases`"));
    }
    reading.id.split('.').try_for_each(|part| name(&key, part))?;
    filled(&key, &[("title", reading.title), ("question", reading.question)])?;
    if !(2..=32).contains(&reading.options.len()) {
        return Err(Problem::new(key, "it needs 2 to 32 options"));
    }
    unique(&format!("{key}, option"), reading.options.iter().map(|option| option.id))?;
    for option in reading.options {
        let key = format!("{key}, option {}", option.id);
        name(&key, option.id)?;
        filled(&key, &[("label", option.label), ("reason", option.reason)])?;
    }
    Ok(())
}

/// Every option but the usual one changes something.
fn moves(rulebook: &Rulebook, id: ReadingId, reading: &Reading) -> Result<(), Problem> {
    if rulebook.is_general(id) {
        return general(rulebook, id, reading);
    }
    for (at, option) in (0u8..).zip(reading.options).skip(1) {
        let variants = rulebook.indicators.iter().flat_map(|indicator| indicator.variants);
        if !variants.into_iter().any(|variant| variant.when.contains(&(id, at))) {
            let key = format!("reading {}, option {}", reading.id, option.id);
            return Err(Problem::new(key, "no rule and no metric is in force under it"));
        }
    }
    Ok(())
}

/// A general reading sets one parameter of the engine, and nothing else.
fn general(rulebook: &Rulebook, id: ReadingId, reading: &Reading) -> Result<(), Problem> {
    let key = format!("reading {}", reading.id);
    let sets = |what: fn(&ReadingOption) -> bool| reading.options.iter().any(what);
    if sets(|option| option.below.is_some()) && sets(|option| option.places.is_some()) {
        return Err(Problem::new(key, "it sets both `below` and `places`"));
    }
    let moved = rulebook.indicator_ids().find(|one| rulebook.moves(id, *one));
    if let Some(moved) = moved {
        let reason = format!(
            "it is general, but something stands under it in indicator {}",
            rulebook[moved].id
        );
        return Err(Problem::new(key, reason));
    }
    Ok(())
}

/// At most one reading sets a parameter of the engine. All its options do; the
/// usual one may leave it as the engine has it.
fn parameter(
    rulebook: &Rulebook,
    what: &str,
    sets: fn(&ReadingOption) -> bool,
) -> Result<(), Problem> {
    let mut seen: Option<&str> = None;
    for reading in rulebook.readings {
        if !reading.options.iter().any(sets) {
            continue;
        }
        let key = format!("reading {}", reading.id);
        if let Some(other) = seen {
            let reason = format!("`{what}` stands in the reading \"{other}\", too");
            return Err(Problem::new(key, reason));
        }
        if !reading.options.iter().skip(1).all(sets) {
            return Err(Problem::new(key, format!("not every option says `{what}`")));
        }
        seen = Some(reading.id);
    }
    Ok(())
}

/// The rules and metrics of a variant fit its indicator.
fn variant(rulebook: &Rulebook, indicator: &Indicator, variant: &Variant) -> Result<(), Problem> {
    let options = variant.when.iter().map(|(id, option)| {
        let reading = &rulebook[*id];
        let option = reading.options.get(usize::from(*option)).map_or("", |option| option.id);
        format!("{} = {option}", reading.id)
    });
    let options: Vec<String> = options.collect();
    let key = format!("indicator {}, under {}", indicator.id, options.join(", "));
    for (id, metric) in variant.metrics {
        if !indicator.metrics.contains(id) {
            let reason = format!("the metric \"{}\" belongs to another indicator", metric.id);
            return Err(Problem::new(key, reason));
        }
        super::metric(rulebook, metric)?;
        own(rulebook, indicator, metric, &key)?;
    }
    rules::in_force(rulebook, indicator, variant.rules, &key)
}

/// A metric that is formed otherwise reads the indicator's figures and shared ones.
fn own(
    rulebook: &Rulebook,
    indicator: &Indicator,
    metric: &Metric,
    key: &str,
) -> Result<(), Problem> {
    for field in metric.formula.fields() {
        let owner = rulebook.owner(field).map(|id| rulebook[id].id);
        if let Some(owner) = owner.filter(|owner| *owner != indicator.id) {
            let id = rulebook[field].id;
            let reason = format!("the field \"{id}\" belongs to indicator {owner}");
            return Err(Problem::new(key, reason));
        }
    }
    Ok(())
}

/// Rounding never moves what an indicator can give at most.
fn roundings(rulebook: &Rulebook) -> Result<(), Problem> {
    for reading in rulebook.readings {
        for places in reading.options.iter().filter_map(|option| option.places) {
            let has_more = |points: Decimal| points.normalize().scale() > places;
            if let Some(indicator) = rulebook.indicators.iter().find(|i| has_more(i.points)) {
                let reason = format!(
                    "indicator {} has {} points, which {places} decimals do not hold",
                    indicator.id, indicator.points
                );
                return Err(Problem::new(format!("reading {}", reading.id), reason));
            }
        }
    }
    Ok(())
}
