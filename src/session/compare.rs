//! What the shown form can be compared with: scenarios, snapshots, other forms.

use super::state::Session;
use crate::form::{Case, Form, Snapshot};
use crate::score::{Comparison, Scorecard, compare};
use crate::text::{page, scenario as words};
use std::sync::Arc;

/// How many columns stand beside the baseline.
pub const MOST: usize = 4;

/// How the keys of scenarios begin, and those of snapshots.
const SCENARIO: &str = "=";
const SNAPSHOT: &str = "@";

/// Something that the baseline can be compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rival {
    /// Tells it from all others, whatever their names.
    pub key: String,
    /// What the user sees: the name of a scenario, snapshot or form.
    pub name: String,
}

/// A rival beside the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What is compared.
    pub rival: Rival,
    /// The form that it belongs to: its year and adjustments count.
    pub form: Arc<Form>,
    /// Its case, by which it is scored.
    pub case: Case,
    /// Its scores.
    pub card: Scorecard,
    /// The baseline (before) and the rival (after), part by part.
    pub comparison: Comparison,
}

impl Rival {
    /// Whether it is a scenario of the form itself.
    pub fn is_scenario(&self) -> bool {
        self.key.starts_with(SCENARIO)
    }
}

impl Session {
    /// All that the shown form can be compared with: its scenarios and snapshots,
    /// and the stored forms of the same edition.
    pub fn rivals(&self) -> Vec<Rival> {
        let form = self.shown();
        let scenarios = form.scenarios.iter().map(|scenario| Rival {
            key: format!("{SCENARIO}{}", scenario.name),
            name: scenario.name.clone(),
        });
        let snapshots = form.snapshots.iter().enumerate().map(|(at, snapshot)| Rival {
            key: snapshot_key(form, at, snapshot),
            name: words::snapshot(&snapshot.name, &snapshot.taken),
        });
        let forms = self.shelf.iter().filter(|saved| {
            saved.form.edition == form.edition && (self.is_read_only() || saved.id != self.id)
        });
        let forms = forms.map(|saved| Rival {
            key: saved.id.clone(),
            name: page::form_name(&saved.name, &saved.form),
        });
        scenarios.chain(snapshots).chain(forms).collect()
    }

    /// The columns of some rivals, scored and compared with the baseline. Keys
    /// that nothing has any more are left out.
    pub fn columns(&self, keys: &[String]) -> Vec<Column> {
        let baseline = self.shown().scorecard();
        let chosen = self.rivals().into_iter().filter(|rival| keys.contains(&rival.key));
        chosen.take(MOST).filter_map(|rival| self.column(rival, &baseline)).collect()
    }

    fn column(&self, rival: Rival, baseline: &Scorecard) -> Option<Column> {
        let shown = self.shown();
        let (form, case) = if let Some(name) = rival.key.strip_prefix(SCENARIO) {
            (shown.clone(), shown.case.under(shown.scenario(name)?))
        } else if rival.key.starts_with(SNAPSHOT) {
            let mut all = shown.snapshots.iter().enumerate();
            let of_key = all.find(|(at, snapshot)| snapshot_key(shown, *at, snapshot) == rival.key);
            let form = Arc::new(shown.at(of_key?.1));
            (form.clone(), form.case.clone())
        } else if rival.key == self.id {
            (self.form.clone(), self.form.case.clone())
        } else {
            let saved = self.shelf.iter().find(|saved| saved.id == rival.key)?;
            let form = Arc::new(saved.form.clone());
            (form.clone(), form.case.clone())
        };
        let card = form.score(&case);
        let comparison = compare(shown.edition.0, baseline, &card);
        Some(Column { rival, form, case, card, comparison })
    }
}

/// The key of the snapshot at a position. Snapshots of one name and minute are
/// told apart by how many of them come before.
fn snapshot_key(form: &Form, at: usize, snapshot: &Snapshot) -> String {
    let Snapshot { name, taken, .. } = snapshot;
    let same = form.snapshots.iter().take(at).filter(|s| s.name == *name && s.taken == *taken);
    format!("{SNAPSHOT}{} {taken} {name}", same.count())
}

/// Chooses a rival, or no longer; of more than [`MOST`] the one chosen first
/// makes room. Keys of what is gone take no room, and stay: undo may bring it back.
pub fn choose(chosen: &mut Vec<String>, rivals: &[Rival], key: &str, on: bool) {
    chosen.retain(|one| one != key);
    if on {
        let is_there = |one: &String| rivals.iter().any(|rival| rival.key == *one);
        if chosen.iter().filter(|one| is_there(one)).count() >= MOST
            && let Some(first) = chosen.iter().position(is_there)
        {
            chosen.remove(first);
        }
        chosen.push(key.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Scenario;
    use crate::rulebook::Answer;

    fn session() -> Session {
        let form = Form::blank().unwrap();
        Session::new(form, "own".into())
    }

    #[test]
    fn scenarios_and_snapshots_are_rivals() {
        let mut session = session();
        session.keep_scenario(Scenario::named("甲".into()));
        session.take_snapshot("甲", "2022-07-20T09:30");
        let rivals = session.rivals();
        let keys: Vec<&str> = rivals.iter().map(|rival| rival.key.as_str()).collect();
        assert_eq!(keys, ["=甲", "@0 2022-07-20T09:30 甲"]);
        assert!(rivals[0].is_scenario() && !rivals[1].is_scenario());
    }

    #[test]
    fn snapshots_of_one_name_and_minute_are_told_apart() {
        let mut session = session();
        session.take_snapshot("甲", "2022-07-20T09:30");
        session.take_snapshot("甲", "2022-07-20T09:30");
        let rivals = session.rivals();
        assert_ne!(rivals[0].key, rivals[1].key);
        assert_eq!(session.columns(&[rivals[1].key.clone()]).len(), 1);
    }

    #[test]
    fn columns_are_scored_as_their_own_case() {
        let mut session = session();
        let field = session.rulebook().field("2.model").unwrap();
        session.take_snapshot("空", "2022-07-20T09:30");
        session.answer(field, Some(Answer::YesNo(true)));
        let mut scenario = Scenario::named("甲".into());
        scenario.answers.insert(field, None);
        session.keep_scenario(scenario);
        let keys: Vec<String> = session.rivals().into_iter().map(|rival| rival.key).collect();
        let columns = session.columns(&keys);
        assert_eq!(columns.len(), 2);
        for column in &columns {
            let (before, after) = column.comparison.total.counted(session.rulebook().kind);
            assert!(after < before, "{}", column.rival.name);
        }
        session.remove_scenario("甲");
        assert_eq!(session.columns(&keys).len(), 1, "what is gone is left out");
    }

    #[test]
    fn the_one_chosen_first_makes_room() {
        let rival = |key: &str| Rival { key: key.to_owned(), name: String::new() };
        let rivals: Vec<Rival> = ["a", "b", "c", "d", "e"].map(rival).into();
        let mut chosen = Vec::new();
        for key in ["a", "gone", "b", "c", "d", "b", "e"] {
            choose(&mut chosen, &rivals, key, true);
        }
        assert_eq!(chosen, ["gone", "c", "d", "b", "e"]);
        choose(&mut chosen, &rivals, "d", false);
        assert_eq!(chosen, ["gone", "c", "b", "e"]);
    }
}
