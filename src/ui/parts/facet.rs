//! Ways to narrow indicators down by what the document says of them: their
//! group, leading unit, deadline, and how they are verified.

use crate::desk::Role;
use crate::rulebook::{Indicator, Rulebook, Text};
use crate::text::kind::{ANY, GROUP, VERIFICATION};
use crate::text::{desk::role_text, page};
use crate::ui::dom::{El, classed, el, value};
use crate::ui::state::State;

/// How many ways there are.
pub const FACETS: usize = 4;

/// The ways by their names in `data-facet`.
const NAMES: [&str; FACETS] = ["group", "unit", "deadline", "verification"];

/// What is chosen of each; nothing where all are shown.
pub type Chosen = [Option<Text>; FACETS];

/// What an indicator has of a facet.
fn of(rulebook: &'static Rulebook, indicator: &'static Indicator, facet: usize) -> Vec<Text> {
    match facet {
        0 => {
            rulebook.groups.get(usize::from(indicator.group)).map(|g| g.title).into_iter().collect()
        }
        1 => indicator.units.to_vec(),
        2 => vec![indicator.deadline.text],
        _ => indicator.verification.split_whitespace().collect(),
    }
}

/// Whether an indicator has all that is chosen.
pub fn has(rulebook: &'static Rulebook, indicator: &'static Indicator, chosen: &Chosen) -> bool {
    (0..).zip(chosen).all(|(facet, wanted)| {
        wanted.is_none_or(|wanted| of(rulebook, indicator, facet).contains(&wanted))
    })
}

/// All that the indicators have of a facet, each once: deadlines by their day,
/// the rest in the document's order.
fn options(rulebook: &'static Rulebook, facet: usize) -> Vec<Text> {
    let mut all: Vec<(Text, Text)> = Vec::new();
    for indicator in rulebook.indicators {
        // Words without a day stand after the days.
        let key = match (facet, indicator.deadline.date) {
            (2, "") => "~",
            (2, date) => date,
            _ => "",
        };
        for text in of(rulebook, indicator, facet) {
            if !all.iter().any(|(_, known)| *known == text) {
                let at = all.iter().rposition(|(other, _)| *other <= key).map_or(0, |at| at + 1);
                all.insert(at, (key, text));
            }
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}

/// A list of choices for each facet that tells indicators apart.
pub fn facets(rulebook: &'static Rulebook, chosen: State<Chosen>) -> El {
    let labels = [GROUP, role_text(Role::Leads, rulebook.kind), page::DEADLINE, VERIFICATION];
    let lists = (0..FACETS).zip(labels).filter_map(|(facet, label)| {
        let options = options(rulebook, facet);
        (options.len() > 1).then(|| list(facet, label, options, chosen))
    });
    classed("div", "facets").children(lists)
}

fn list(facet: usize, label: &str, options: Vec<Text>, chosen: State<Chosen>) -> El {
    let items = options.iter().map(|text| el("option").attr("value", text).text(text));
    let select = el("select")
        .attr("data-facet", NAMES.get(facet).copied().unwrap_or_default())
        .child(el("option").attr("value", "").text(ANY))
        .children(items)
        .value_of(move || chosen.with(|c| c.get(facet).copied().flatten()).unwrap_or("").into())
        .on("change", move |event| {
            let text = value(&event);
            let text = options.iter().copied().find(|option| *option == text);
            chosen.update(|chosen| {
                if let Some(place) = chosen.get_mut(facet) {
                    *place = text;
                }
            });
        });
    el("label").text(label).child(select)
}
