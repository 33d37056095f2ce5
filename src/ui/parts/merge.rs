//! What came in, beside one's own form: differences to take, slices to merge.

use super::table::table;
use crate::form::{
    self, Conflict, Difference, EventKind, Form, Merge, Place, as_scenario, difference, merge_all,
};
use crate::storage::Saved;
use crate::text::table::Table;
use crate::text::{page, scenario, sharing as words};
use crate::ui::dom::{El, button, checked, classed, el};
use crate::ui::platform;
use crate::ui::session::Session;
use crate::ui::state::State;
use crate::ui::view::View;

/// One's own saved form that a returned slice was cut from.
pub fn parent_of(session: Session, slice: &Form) -> Option<Saved> {
    let parent = &slice.slice.as_ref()?.parent;
    let found =
        session.shelf.with_untracked(|shelf| shelf.iter().find(|one| one.id == *parent).cloned());
    found.map(|own| as_it_is(session, own))
}

/// The open form may be ahead of what the shelf has of it.
fn as_it_is(session: Session, own: Saved) -> Saved {
    if own.id == session.id.get_untracked() { session.as_saved() } else { own }
}

/// One's own form of the same county and edition; the open one first.
fn twin_of(session: Session, form: &Form) -> Option<Saved> {
    let county = form.county.trim();
    let id = session.id.get_untracked();
    let is_twin = |one: &&Saved| {
        one.form.edition == form.edition && one.form.county.trim() == county && !county.is_empty()
    };
    let found = session.shelf.with_untracked(|shelf| {
        let open = shelf.iter().filter(is_twin).find(|one| one.id == id);
        open.or_else(|| shelf.iter().find(is_twin)).cloned()
    });
    found.map(|own| as_it_is(session, own))
}

/// Opens one's own form and changes it in one step of undo.
fn change(session: Session, own: &Saved, change: impl FnOnce(&mut Form)) {
    session.flush();
    if session.id.get_untracked() != own.id {
        session.open(own.clone());
    }
    session.incoming.set(Vec::new());
    session.edit(None, change);
    session.show(View::Fill);
}

/// What a form that came in has to do with one's own forms; nothing if there is
/// none of its county.
pub fn beside_own(session: Session, theirs: &Form) -> Option<El> {
    if theirs.slice.is_some()
        && let Some(own) = parent_of(session, theirs)
    {
        return Some(merging(session, own, vec![theirs.clone()]));
    }
    twin_of(session, theirs).map(|own| differing(session, own, theirs.clone()))
}

/// Returned slices of one form, merged together.
pub fn merging(session: Session, own: Saved, returned: Vec<Form>) -> El {
    let section = classed("section", "merge").attr("data-merge", "");
    let all: Vec<&Form> = returned.iter().collect();
    let merge = match merge_all(&own.form, &all) {
        Ok(merge) => merge,
        Err(problem) => {
            let said = words::merge_problem(problem);
            return section.child(el("p").attr("data-message", "").text(said));
        }
    };
    let rulebook = own.form.edition.0;
    let slices = || returned.iter().filter_map(|form| form.slice.as_ref());
    let titles = slices().map(|slice| el("h3").text(&words::returned(slice)));
    let units: Vec<&str> = slices().map(|slice| slice.unit.as_str()).collect();
    let units = units.join("、");
    let mut taken =
        Table::new(words::WILL_TAKE.to_owned(), &[words::PLACE, words::MINE, words::THEIRS]);
    for one in &merge.taken {
        taken.rows.push(vec![
            words::place_text(rulebook, &one.place),
            words::value_text(rulebook, &one.place, one.before.as_ref()),
            words::value_text(rulebook, &one.place, Some(&one.after)),
        ]);
    }
    let nothing = taken.rows.is_empty() && merge.conflicts.is_empty();
    let shown = match taken.rows.is_empty() {
        true => nothing.then(|| classed("p", "hint").text(words::NOTHING_NEW)),
        false => Some(table(&taken, &|_, _| None)),
    };
    let outside = (!merge.outside.is_empty()).then(|| {
        let items = merge.outside.iter();
        let items = items.map(|one| el("li").text(&words::place_text(rulebook, &one.place)));
        el("details").child(el("summary").text(words::OUTSIDE)).child(el("ul").children(items))
    });
    let chosen = State::new(Vec::<Conflict>::new());
    let conflicts = conflicts(&merge, rulebook, chosen);
    let action = button("merge", words::MERGE, move |_| {
        let mut merge = merge.clone();
        merge.settle(&chosen.get_untracked());
        let (count, said) = (merge.taken.len(), units.clone());
        let event = session.event(EventKind::Merged, &units);
        change(session, &own, |form| {
            *form = merge.form;
            form.remember(event);
        });
        session.tell(words::merged(&said, count), false);
    });
    section
        .children(titles)
        .children(conflicts)
        .children(shown)
        .children(outside)
        .child(action.class("primary"))
}

/// The values for each place that is in dispute, and the choice between them.
fn conflicts(
    merge: &Merge,
    rulebook: &'static crate::rulebook::Rulebook,
    chosen: State<Vec<Conflict>>,
) -> Option<El> {
    let mut places: Vec<&Place> = Vec::new();
    for one in &merge.conflicts {
        if !places.contains(&&one.place) {
            places.push(&one.place);
        }
    }
    if places.is_empty() {
        return None;
    }
    let each = places.iter().enumerate().map(|(at, place)| {
        let about = || merge.conflicts.iter().filter(|one| one.place == **place);
        let value = |value| words::value_text(rulebook, place, value);
        // One of the values at most is taken in the place of mine.
        let option = |name: &str, label: &str, taken: Option<Conflict>| {
            let place = Place::clone(place);
            let input = el("input")
                .attr("type", "radio")
                .attr("name", &format!("conflict-{at}"))
                .attr("value", name)
                .on("change", move |_| {
                    chosen.update(|all| {
                        all.retain(|one| one.place != place);
                        all.extend(taken.clone());
                    });
                });
            input.check(name == "mine");
            classed("label", "choice").child(input).child(el("span").text(label))
        };
        let mine = value(about().next().and_then(|one| one.mine.as_ref()));
        let theirs = about().map(|one| {
            let said = value(Some(&one.theirs));
            let said = page::named(&words::theirs_of(&one.unit, &one.time), &said);
            option("theirs", &said, Some(one.clone()))
        });
        classed("fieldset", "field conflict")
            .attr("data-conflict", &at.to_string())
            .child(el("legend").text(&words::place_text(rulebook, place)))
            .child(option("mine", &page::named(words::MINE, &mine), None))
            .children(theirs)
    });
    Some(el("div").child(el("h3").text(words::CONFLICTS)).children(each))
}

/// A form beside one's own of the same county, item by item.
fn differing(session: Session, own: Saved, theirs: Form) -> El {
    let rulebook = own.form.edition.0;
    let all: Vec<Difference> = difference(&own.form, &theirs);
    let name = page::form_name(&own.name, &own.form);
    let section = classed("section", "merge").attr("data-differences", "");
    let section = section.child(el("h3").text(&page::named(words::DIFFERENCES, &name)));
    if all.is_empty() {
        return section.child(classed("p", "hint").text(words::NO_DIFFERENCE));
    }
    let head = [words::TAKE, words::PLACE, words::MINE, words::THEIRS];
    let mut of = Table::new(String::new(), &head);
    for one in &all {
        of.rows.push(vec![
            String::new(),
            words::place_text(rulebook, &one.place),
            words::value_text(rulebook, &one.place, one.mine.as_ref()),
            words::value_text(rulebook, &one.place, one.theirs.as_ref()),
        ]);
    }
    let chosen = State::new(Vec::<usize>::new());
    let boxes = |row: usize, column: usize| {
        let label = of.rows.get(row).filter(|_| column == 0)?.get(1)?;
        let input = el("input").attr("type", "checkbox").attr("data-take", &row.to_string());
        Some(input.attr("aria-label", &page::named(words::TAKE, label)).on(
            "change",
            move |event| {
                chosen.update(|chosen| {
                    chosen.retain(|one| *one != row);
                    if checked(&event) {
                        chosen.push(row);
                    }
                });
            },
        ))
    };
    let shown = table(&of, &boxes);
    let places: Vec<Place> = all.into_iter().map(|one| one.place).collect();
    let (first, second, third) = (own.clone(), own.clone(), own);
    let (one, other, whole) = (theirs.clone(), theirs.clone(), theirs);
    let take = button("take", words::TAKE_CHOSEN, move |_| {
        let chosen = chosen.get_untracked();
        let places: Vec<Place> = chosen.iter().filter_map(|at| places.get(*at).cloned()).collect();
        if places.is_empty() {
            session.tell(words::TAKE_NONE.to_owned(), true);
            return;
        }
        let event = session.event(EventKind::Taken, &one.county);
        change(session, &first, |form| {
            form::take(form, &one, &places);
            form.remember(event);
        });
        session.tell(words::taken(places.len()), false);
    });
    let keep = button("as-scenario", words::AS_SCENARIO, move |_| {
        let name = scenario::free_name(&second.form, &page::form_name("", &other));
        let added = as_scenario(&second.form, &other, &name);
        change(session, &second, |form| form.scenarios.push(added));
        session.arrange(Some(name), |_| ());
    });
    let replace = button("replace", words::REPLACE, move |_| {
        let name = page::form_name(&third.name, &third.form);
        if !platform::confirm(&words::ask_replace(&name)) {
            return;
        }
        let event = session.event(EventKind::Received, &whole.county);
        change(session, &third, |form| {
            let mut new = whole.clone();
            // What a form remembers is its own.
            (new.snapshots, new.history) = (form.snapshots.clone(), form.history.clone());
            *form = new;
            form.remember(event);
        });
        session.tell(words::REPLACED.to_owned(), false);
    });
    section.child(shown).child(classed("p", "takeaway").child(take).child(keep).child(replace))
}
