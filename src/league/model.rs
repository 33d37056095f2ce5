//! A league and its members.

use super::line::{MemberScore, ScoreSource};
use crate::form::{Case, Edition, Form};
use crate::rulebook::{Kind, Readings, Rulebook};
use rust_decimal::Decimal;

/// How many places are recognised unless the user says otherwise.
pub const RECOGNISED: usize = 10;

/// Several forms of one edition, under one method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct League {
    /// What the user calls it; may be empty.
    pub name: String,
    /// The edition that all its forms are filled in by.
    pub edition: Edition,
    /// What holds for all: the own county's method and readings.
    pub terms: Terms,
    /// The counties, in the order in which they were taken in.
    pub members: Vec<Member>,
    /// The position of the county's own member; none in a league that was sent
    /// without it.
    pub own: Option<usize>,
    /// How many places are recognised.
    pub recognised: usize,
    /// Whether the ends of the metrics are taken from the league.
    pub references: bool,
    /// Top-level keys of a later version's file, with their values to the letter.
    pub extra: Vec<(String, String)>,
}

/// The method and the readings that hold for all members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The base of the efficacy coefficient.
    pub base: Decimal,
    /// How the document is read.
    pub readings: Readings,
}

/// One county in a league.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The county's name, or its alias.
    pub name: String,
    /// What is known of it.
    pub held: Supplied,
}

/// What is known of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supplied {
    /// A form, which scores under any terms.
    Form(Box<Form>),
    /// Points alone, as they were sent; they stay whatever the terms are.
    Points(MemberScore),
}

/// Why a form has no place in a league.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A checklist, which has no points.
    NoPoints,
    /// Of another edition than the league.
    OtherEdition {
        /// The id of the form's edition.
        form: &'static str,
        /// The id of the league's edition.
        league: &'static str,
    },
}

impl Terms {
    /// The terms that a case sets.
    pub fn of(rulebook: &Rulebook, case: &Case) -> Terms {
        Terms { base: case.base(rulebook), readings: case.readings.clone() }
    }
}

impl League {
    /// A league of the user's own form alone, whose method and readings hold.
    pub fn new(own: Form) -> League {
        let terms = Terms::of(own.edition.0, &own.case);
        League {
            name: String::new(),
            edition: own.edition,
            terms,
            members: vec![Member::from(own)],
            own: Some(0),
            recognised: RECOGNISED,
            references: false,
            extra: Vec::new(),
        }
    }

    /// Takes a form in; its position is that of its member.
    ///
    /// Errors: a form of another edition, or a checklist among points.
    pub fn admit(&mut self, form: Form) -> Result<usize, LeftOut> {
        self.fits(&form)?;
        self.members.push(Member::from(form));
        Ok(self.members.len() - 1)
    }

    /// Whether a form can be taken in.
    ///
    /// Errors: those of [`League::admit`].
    pub fn fits(&self, form: &Form) -> Result<(), LeftOut> {
        if form.edition == self.edition {
            return Ok(());
        }
        Err(match (form.edition.kind, self.edition.kind) {
            (Kind::Checklist, Kind::Points) => LeftOut::NoPoints,
            _ => LeftOut::OtherEdition { form: form.edition.id, league: self.edition.id },
        })
    }

    /// Puts the own form as it is now in the place of what it was; its method
    /// and readings hold from now on.
    pub fn set_own(&mut self, form: Form) {
        self.terms = Terms::of(form.edition.0, &form.case);
        let member = Member::from(form);
        match self.own.and_then(|at| self.members.get_mut(at)) {
            Some(own) => *own = member,
            None => {
                self.members.push(member);
                self.own = Some(self.members.len() - 1);
            }
        }
    }

    /// The own form.
    pub fn own_form(&self) -> Option<&Form> {
        self.members.get(self.own?)?.form()
    }

    /// What each member is scored from.
    pub fn sources(&self) -> Vec<ScoreSource<'_>> {
        self.members.iter().map(Member::source).collect()
    }

    /// What each member is scored from, if the user's own case were this one.
    pub fn sources_with<'a>(&'a self, own: &'a Case) -> Vec<ScoreSource<'a>> {
        let mut sources = self.sources();
        if let Some(ScoreSource::Form(_, case)) = self.own.and_then(|at| sources.get_mut(at)) {
            *case = own;
        }
        sources
    }
}

impl Member {
    /// The member's form, unless points alone are known.
    pub fn form(&self) -> Option<&Form> {
        match &self.held {
            Supplied::Form(form) => Some(form),
            Supplied::Points(_) => None,
        }
    }

    /// What the member is scored from.
    pub fn source(&self) -> ScoreSource<'_> {
        match &self.held {
            Supplied::Form(form) => ScoreSource::Form(form, &form.case),
            Supplied::Points(line) => ScoreSource::Points(line),
        }
    }
}

impl From<Form> for Member {
    fn from(form: Form) -> Member {
        Member { name: form.county.clone(), held: Supplied::Form(Box::new(form)) }
    }
}
