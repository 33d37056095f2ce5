//! Tasks of a checklist: states instead of points.

use super::finding::Ground;
use super::rules::holds;
use crate::rulebook::{Answer, Answers, Rule};
use std::ops::AddAssign;

/// The state of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing is begun or answered.
    #[default]
    NotStarted,
    /// Begun, or met in part.
    InProgress,
    /// Met in full.
    Met,
    /// Said not to apply; it counts in no sum.
    NotApplicable,
}

impl State {
    /// All states, in the order of work.
    pub const ALL: [State; 4] =
        [State::NotStarted, State::InProgress, State::Met, State::NotApplicable];

    /// The state's name in the scoring example and in the page's hooks.
    pub fn name(self) -> &'static str {
        match self {
            State::NotStarted => "not-started",
            State::InProgress => "in-progress",
            State::Met => "met",
            State::NotApplicable => "not-applicable",
        }
    }
}

/// The state of a task under its rule, with the ground; none for a rule of points.
pub fn state(rule: &Rule, answers: &Answers) -> Option<(State, Ground)> {
    match rule {
        Rule::Status { field } => {
            let state = match answers.get(*field) {
                Some(Answer::Choice(1)) => State::InProgress,
                Some(Answer::Choice(2)) => State::Met,
                _ => State::NotStarted,
            };
            Some((state, Ground::Task { holds: Vec::new(), waived: false }))
        }
        Rule::Met { when, not_applicable } => {
            let holds: Vec<Option<bool>> = when.iter().map(|c| holds(c, answers)).collect();
            let exception = not_applicable.and_then(|field| answers.yes(field));
            let waived = exception == Some(true);
            let state = if waived {
                State::NotApplicable
            } else if holds.iter().all(|h| *h == Some(true)) {
                State::Met
            } else if exception.is_none() && holds.iter().all(Option::is_none) {
                State::NotStarted
            } else {
                State::InProgress
            };
            Some((state, Ground::Task { holds, waived }))
        }
        _ => None,
    }
}

/// How many tasks are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tasks that are met.
    pub met: usize,
    /// Tasks that are in progress.
    pub in_progress: usize,
    /// Tasks that are not started.
    pub not_started: usize,
    /// Tasks that do not apply.
    pub not_applicable: usize,
}

impl Tally {
    /// Counts one more task.
    pub fn count(&mut self, state: State) {
        match state {
            State::Met => self.met += 1,
            State::InProgress => self.in_progress += 1,
            State::NotStarted => self.not_started += 1,
            State::NotApplicable => self.not_applicable += 1,
        }
    }

    /// Tasks that apply.
    pub fn applicable(&self) -> usize {
        self.met + self.in_progress + self.not_started
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.met += other.met;
        self.in_progress += other.in_progress;
        self.not_started += other.not_started;
        self.not_applicable += other.not_applicable;
    }
}
