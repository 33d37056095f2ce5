//! What holds of any league.

use crate::league::any_form::{form, keeps, method, rulebook, whole};
use proptest::prelude::*;
use proptest::sample::select;
use qiangxian::form::{Case, Form};
use qiangxian::league::*;
use qiangxian::rulebook::{Adjustment, Answer, FieldKind, Readings};
use qiangxian::score::each_combination;
use qiangxian::text::league::alias;
use rust_decimal::Decimal;

/// Some forms, partly filled, and each of them completed.
fn forms(most: usize) -> impl Strategy<Value = Vec<(Form, Form)>> {
    let one = (whole(), method(), keeps(), prop::bool::weighted(0.2)).prop_map(
        |(all, method, keeps, vetoed)| {
            let mut part = form(&all, method, &keeps);
            let mut completed = form(&all, method, &[]);
            // A completion fills what is open, and replaces no reference.
            for metric in rulebook().metric_ids() {
                let own = part.case.references.get(metric).cloned();
                let definition = &rulebook()[metric];
                let has_default = definition.unacceptable.or(definition.satisfactory).is_some();
                if own.is_some() || has_default {
                    completed.case.references.set(metric, own);
                }
            }
            for form in [&mut part, &mut completed] {
                form.veto = if vetoed { vec!["重大事故".into()] } else { Vec::new() };
            }
            (part, completed)
        },
    );
    prop::collection::vec(one, 2..most)
}

fn league(forms: impl IntoIterator<Item = Form>, references: bool) -> League {
    let mut forms = forms.into_iter();
    let mut league = League::new(forms.next().expect("an own form"));
    forms.for_each(|form| assert!(league.admit(form).is_ok()));
    league.references = references;
    league
}

/// The places as the specification words them, one by one.
fn plainly(lines: &[MemberScore]) -> Vec<Option<MemberRank>> {
    let ranked = || lines.iter().enumerate().filter(|(_, line)| !line.vetoed);
    let count = |at: usize, fits: &dyn Fn(&MemberScore) -> bool| {
        1 + ranked().filter(|(other, line)| *other != at && fits(line)).count()
    };
    let place = |(at, own): (usize, &MemberScore)| {
        (!own.vetoed).then(|| MemberRank {
            rank: count(at, &|other| other.total.low > own.total.low),
            best: count(at, &|other| other.total.low > own.total.high),
            worst: count(at, &|other| other.total.high > own.total.low),
        })
    };
    lines.iter().enumerate().map(place).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn places_are_those_of_the_specification(all in forms(8), references in any::<bool>()) {
        let league = league(all.into_iter().map(|(part, _)| part), references);
        let table = LeagueTable::new(&league);
        prop_assert_eq!(&table.places, &plainly(&table.lines));
        let order = table.order();
        let ranks: Vec<usize> =
            order.iter().map(|at| table.places[*at].map_or(usize::MAX, |p| p.rank)).collect();
        prop_assert!(ranks.is_sorted());
        // Without ends from the league the lines are the forms' own scores under
        // the own method and readings.
        if !references {
            for (line, member) in table.lines.iter().zip(&league.members) {
                let form = member.form().unwrap();
                let case = Case {
                    base: Some(league.terms.base),
                    readings: league.terms.readings.clone(),
                    ..form.case.clone()
                };
                let card = form.score(&case);
                prop_assert_eq!(line.total, card.total.range);
                let groups: Vec<_> = card.groups.clone();
                prop_assert_eq!(line.groups(rulebook()), groups);
                prop_assert_eq!(line.dimensions(rulebook()), card.dimensions);
            }
        }
    }

    /// Whatever the others turn out to be, the rank is between best and worst.
    #[test]
    fn every_completion_stays_within_best_and_worst(all in forms(7), done in any::<u8>()) {
        let before = LeagueTable::new(&league(all.iter().map(|(part, _)| part.clone()), false));
        let after = all.into_iter().enumerate().map(|(at, (part, completed))| {
            if done & (1 << at) == 0 { part } else { completed }
        });
        let after = LeagueTable::new(&league(after, false));
        for (before, after) in before.places.iter().zip(&after.places) {
            if let (Some(before), Some(after)) = (before, after) {
                prop_assert!(before.best <= after.best && after.worst <= before.worst);
                prop_assert!(after.best <= after.rank && after.rank <= after.worst);
            }
        }
    }

    /// A better form never ranks worse.
    #[test]
    fn a_better_answer_never_costs_a_place(all in forms(6), at in any::<prop::sample::Index>()) {
        let forms: Vec<Form> = all.into_iter().map(|(part, _)| part).collect();
        let before = LeagueTable::new(&league(forms.clone(), false));
        let yes: Vec<_> = rulebook()
            .field_ids()
            .filter(|field| rulebook()[*field].kind == FieldKind::YesNo)
            .collect();
        let mut better = forms;
        better[0].case.answers.set(*at.get(&yes), Some(Answer::YesNo(true)));
        let after = LeagueTable::new(&league(better, false));
        if let (Some(before), Some(after)) = (before.places[0], after.places[0]) {
            prop_assert!(after.rank <= before.rank && after.best >= before.best);
        }
        for (before, after) in before.places.iter().zip(&after.places).skip(1) {
            if let (Some(before), Some(after)) = (before, after) {
                prop_assert!(after.rank >= before.rank);
            }
        }
    }

    /// An edit of any member gives what scoring all again gives.
    #[test]
    fn an_update_is_a_new_table(all in forms(5), at in any::<prop::sample::Index>()) {
        let at = at.index(all.len());
        let mut league = league(all.iter().map(|(part, _)| part.clone()), true);
        let mut table = LeagueTable::new(&league);
        let mut changed = all[at].1.clone();
        changed.case.base = Some(league.terms.base);
        changed.case.readings = league.terms.readings.clone();
        league.members[at].held = Supplied::Form(Box::new(changed));
        table.update(rulebook(), &league.sources(), &league.terms, at);
        prop_assert_eq!(table, LeagueTable::new(&league));
    }

    /// What is drawn is possible, and drawn again the same.
    #[test]
    fn draws_are_possible_and_repeatable(all in forms(6)) {
        let league = league(all.into_iter().map(|(part, _)| part), false);
        let table = LeagueTable::new(&league);
        let draw = || {
            let (sources, terms) = (league.sources(), &league.terms);
            chance(rulebook(), &sources, terms, &table, 0, 1, (20, SEED))
        };
        let found = draw();
        prop_assert_eq!(found, draw());
        prop_assert_eq!(found.is_some(), table.places[0].is_some());
        if let (Some(found), Some(place)) = (found, table.places[0]) {
            prop_assert!(place.best <= found.best && found.worst <= place.worst);
            prop_assert!(found.within <= found.times);
        }
    }

    /// A sent league scores as the one that was kept, and reads as it was written.
    #[test]
    fn what_is_sent_scores_the_same(
        all in forms(5), references in any::<bool>(), points in any::<bool>()
    ) {
        let mut league = league(all.into_iter().map(|(part, _)| part), references);
        if let Supplied::Form(form) = &mut league.members[0].held {
            let id = rulebook().indicator("2").unwrap();
            let adjustment = Adjustment { points: Decimal::ONE, reason: "另有约定".into() };
            form.adjustments.insert(id, adjustment);
        }
        let table = LeagueTable::new(&league);
        let figures = if points { SentFigures::Points } else { SentFigures::Answers };
        let sent = shared(
            &league, &table, &Sharing { figures, alias: Some(&alias), own_named: false }
        );
        let received = read(&write(&sent).unwrap()).unwrap();
        prop_assert_eq!(&received, &sent);
        let expected: Vec<MemberScore> =
            table.order().iter().map(|at| table.lines[*at].clone()).collect();
        prop_assert_eq!(LeagueTable::new(&received).lines, expected);
        let whole = read(&write(&league).unwrap()).unwrap();
        prop_assert_eq!(LeagueTable::new(&whole), table);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4, failure_persistence: None, ..ProptestConfig::default()
    })]

    /// The band is that of all combinations: found by trying a part of them, as
    /// all would take minutes, with what the band says in it.
    #[test]
    fn no_combination_leaves_the_band(
        all in forms(5), references in any::<bool>(), others in select(vec![0u8, 1, 2])
    ) {
        let league = league(all.into_iter().map(|(part, _)| part), references);
        let sources = league.sources();
        let found = band(rulebook(), &sources, references, 0);
        let rank = |terms: &Terms| {
            let table = LeagueTable::of(rulebook(), &sources, terms, references);
            table.places[0].map(|place| place.rank)
        };
        prop_assert_eq!(found.is_some(), rank(&league.terms).is_some());
        let Some(found) = found else { return Ok(()) };
        prop_assert_eq!(rank(&found.best_under), Some(found.best));
        prop_assert_eq!(rank(&found.worst_under), Some(found.worst));
        let mut start = Readings::usual();
        let ids: Vec<_> = rulebook().reading_ids().collect();
        // Readings that are not varied are at some other option.
        let (fixed, varied) = ids.split_at(ids.len() / 2);
        for id in fixed {
            start.set(*id, others % rulebook()[*id].options.len() as u8);
        }
        let mut wrong = None;
        each_combination(rulebook(), varied, &mut start, &mut |readings| {
            for base in rulebook().bases {
                let terms = Terms { base: *base, readings: readings.clone() };
                let here = rank(&terms).unwrap_or_default();
                if here < found.best || here > found.worst {
                    wrong = Some((terms, here));
                }
            }
        });
        prop_assert_eq!(wrong, None);
    }
}
