//! Gathering the forms of a league: a county counts once, what does not count
//! stands aside with its reason.

use super::model::{League, LeftOut, Member, RECOGNISED, Supplied};
use super::once::once;
use crate::form::Form;
use crate::rulebook::Map;
use crate::score::{fold, is_blank};

/// A league in the making. The own county is its first member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    league: League,
    /// Where each member came from, in words: a file's name, the shelf.
    from: Vec<String>,
    aside: Vec<SetAside>,
    /// The members by their folded names.
    names: Map<String, usize>,
    version: u64,
}

/// Something that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it came from: the name of a file or of a kept form.
    pub from: String,
    /// What it is; none for what could not be read.
    pub member: Option<Member>,
    /// Why it does not count.
    pub why: WhyAside,
}

/// Why something does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyAside {
    /// Not of this league's edition.
    LeftOut(LeftOut),
    /// Not read, for a reason in words.
    Unreadable(String),
    /// A unit's slice, which is no county's form.
    Slice,
    /// The open form counts for the own county.
    Own,
    /// A newer form of the county counts.
    Older,
    /// Says the same as the one that counts.
    Same,
    /// It is not known which of the two is newer: the other counts until the user
    /// says otherwise.
    Doubtful,
    /// The county has a form, or points of the same name stand already.
    PointsAlone,
}

impl Gathered {
    /// A league of the open form alone.
    pub fn new(own: Form) -> Gathered {
        let mut gathered = Gathered {
            league: League::new(own),
            from: vec![String::new()],
            aside: Vec::new(),
            names: Map::new(),
            version: 0,
        };
        gathered.index();
        gathered
    }

    /// The league of what counts; its first member is the own county.
    pub fn league(&self) -> &League {
        &self.league
    }

    /// Where a member came from; empty for the own one.
    pub fn from(&self, member: usize) -> &str {
        self.from.get(member).map_or("", String::as_str)
    }

    /// What does not count, in the order in which it came.
    pub fn aside(&self) -> &[SetAside] {
        &self.aside
    }

    /// The member that counts in the place of what stands aside.
    pub fn counted_for(&self, aside: &SetAside) -> Option<usize> {
        self.names.get(&aside.member.as_ref().map(key_of)?).copied()
    }

    /// Counts the changes of what the table depends on, beside the own form.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Names the league.
    pub fn rename(&mut self, name: &str) {
        self.league.name = name.trim().to_owned();
    }

    /// Says how many places are recognised; none is the usual number.
    pub fn recognise(&mut self, places: Option<usize>) {
        self.league.recognised = places.unwrap_or(RECOGNISED).max(1);
    }

    /// Whether the ends of the metrics are taken from the league.
    pub fn take_references(&mut self, from_league: bool) {
        if self.league.references != from_league {
            self.league.references = from_league;
            self.version += 1;
        }
    }

    /// Puts the open form in the own place. Where its county is another now, forms
    /// of that county stand aside.
    pub fn follow(&mut self, own: &Form) {
        let same_county = self.league.own_form().is_some_and(|form| form.county == own.county);
        self.league.set_own(own.clone());
        if same_county {
            return;
        }
        self.version += 1;
        self.index();
        let key = key(&own.county);
        let twin = (1..self.league.members.len()).find(|at| {
            !key.is_empty() && self.league.members.get(*at).map(key_of).as_ref() == Some(&key)
        });
        let all = std::mem::take(&mut self.aside);
        let (waiting, rest): (Vec<SetAside>, Vec<SetAside>) =
            all.into_iter().partition(|one| one.why == WhyAside::Own);
        self.aside = rest;
        if let Some(at) = twin {
            let (from, member) = self.take_out(at);
            self.put_aside(&from, Some(member), WhyAside::Own);
        }
        for one in waiting {
            if let Some(member) = one.member {
                self.take(&one.from, member);
            }
        }
    }

    /// Takes in what was read. A county counts once: see [`once`].
    pub fn take(&mut self, from: &str, member: Member) {
        self.version += 1;
        let name = key_of(&member);
        match member.held {
            Supplied::Form(form) => self.take_form(from, name, *form),
            Supplied::Points(_) if !name.is_empty() && self.names.contains_key(&name) => {
                self.put_aside(from, Some(member), WhyAside::PointsAlone);
            }
            Supplied::Points(_) => self.admit(from, name, member),
        }
    }

    /// Takes in a form.
    pub fn take_form_of(&mut self, from: &str, form: Form) {
        self.take(from, Member::from(form));
    }

    /// Notes something that could not be read.
    pub fn refuse(&mut self, from: &str, reason: String) {
        self.put_aside(from, None, WhyAside::Unreadable(reason));
    }

    /// Lets a form that stands aside count in the place of the one that does.
    pub fn prefer(&mut self, aside: usize) {
        let Some(name) = self.aside.get(aside).and_then(|one| one.member.as_ref()).map(key_of)
        else {
            return;
        };
        let Some(at) = self.names.get(&name).copied().filter(|at| *at > 0) else { return };
        let (Some(one), Some(place)) = (self.aside.get_mut(aside), self.league.members.get_mut(at))
        else {
            return;
        };
        if let Some(member) = one.member.take() {
            one.member = Some(std::mem::replace(place, member));
            if let Some(from) = self.from.get_mut(at) {
                std::mem::swap(from, &mut one.from);
            }
        }
        self.version += 1;
    }

    /// Takes a member out, and what stands aside for it; the own one stays.
    pub fn remove(&mut self, member: usize) {
        if member == 0 || member >= self.league.members.len() {
            return;
        }
        let (_, gone) = self.take_out(member);
        let name = key_of(&gone);
        if !name.is_empty() {
            let is_of_it = |one: &SetAside| one.member.as_ref().is_some_and(|m| key_of(m) == name);
            self.aside.retain(|one| !is_of_it(one));
        }
        self.version += 1;
    }

    /// Forgets what stands aside and cannot count.
    pub fn forget_aside(&mut self) {
        self.aside
            .retain(|one| matches!(one.why, WhyAside::Own | WhyAside::Older | WhyAside::Doubtful));
    }

    /// Takes in a whole league: its members, and its settings where this one has
    /// no other member yet. `is_own` says that its own county is the open form's,
    /// which is then left out, unless the open form is of another county.
    pub fn unite(&mut self, from: &str, league: League, is_own: bool) {
        if self.league.members.len() == 1 {
            self.league.name = league.name;
            self.league.recognised = league.recognised;
            self.league.references = league.references;
            self.league.extra = league.extra;
        }
        let own_name = self.league.members.first().map(key_of).unwrap_or_default();
        for (at, mut member) in league.members.into_iter().enumerate() {
            if let Supplied::Form(form) = &mut member.held
                && !is_blank(&member.name)
            {
                form.county.clone_from(&member.name);
            }
            if is_own && league.own == Some(at) && key_of(&member) == own_name {
                continue;
            }
            self.take(from, member);
        }
        self.version += 1;
    }

    /// All that counts and the forms that stand aside, to be kept: gathered again
    /// they give the same.
    pub fn kept(&self) -> League {
        let mut league = self.league.clone();
        let counts = |one: &&SetAside| {
            matches!(one.why, WhyAside::Own | WhyAside::Older | WhyAside::Doubtful)
        };
        let aside = self.aside.iter().filter(counts).filter_map(|one| one.member.clone());
        league.members.extend(aside);
        league
    }

    /// The forms of the own county: the open one, and those that stand aside for it.
    pub fn own_forms(&self) -> Vec<&Form> {
        let open = self.league.own_form().into_iter();
        let aside = self.aside.iter().filter(|one| one.why == WhyAside::Own);
        open.chain(aside.filter_map(|one| one.member.as_ref()?.form())).collect()
    }

    fn take_form(&mut self, from: &str, name: String, form: Form) {
        if let Err(reason) = self.league.fits(&form) {
            return self.put_aside(from, Some(Member::from(form)), WhyAside::LeftOut(reason));
        }
        if form.slice.is_some() {
            return self.put_aside(from, Some(Member::from(form)), WhyAside::Slice);
        }
        let at = match self.names.get(&name) {
            Some(at) if !name.is_empty() => *at,
            _ => return self.admit(from, name, Member::from(form)),
        };
        if at == 0 {
            let is_same = self.league.own_form().is_some_and(|own| own.content() == form.content());
            let why = if is_same { WhyAside::Same } else { WhyAside::Own };
            return self.put_aside(from, Some(Member::from(form)), why);
        }
        let Some(place) = self.league.members.get_mut(at) else { return };
        let found = match &place.held {
            Supplied::Points(_) => None,
            Supplied::Form(old) => Some((once(&[old, &form]), old.content() == form.content())),
        };
        match found {
            Some((_, true)) => self.put_aside(from, Some(Member::from(form)), WhyAside::Same),
            Some((found, _)) if !found.doubtful.is_empty() => {
                self.put_aside(from, Some(Member::from(form)), WhyAside::Doubtful);
            }
            Some((found, _)) if found.counted == [0] => {
                self.put_aside(from, Some(Member::from(form)), WhyAside::Older);
            }
            found => {
                let old = std::mem::replace(place, Member::from(form));
                let why = if found.is_some() { WhyAside::Older } else { WhyAside::PointsAlone };
                let was_from = self.from.get_mut(at).map(|was| std::mem::replace(was, from.into()));
                self.put_aside(&was_from.unwrap_or_default(), Some(old), why);
            }
        }
    }

    fn admit(&mut self, from: &str, name: String, member: Member) {
        if !name.is_empty() {
            self.names.insert(name, self.league.members.len());
        }
        self.league.members.push(member);
        self.from.push(from.to_owned());
    }

    fn put_aside(&mut self, from: &str, member: Option<Member>, why: WhyAside) {
        self.aside.push(SetAside { from: from.to_owned(), member, why });
    }

    fn take_out(&mut self, at: usize) -> (String, Member) {
        let member = self.league.members.remove(at);
        let from = self.from.remove(at);
        self.index();
        (from, member)
    }

    /// Finds the members by their names again.
    fn index(&mut self) {
        let all = self.league.members.iter().enumerate().rev();
        let named = all.map(|(at, member)| (key_of(member), at));
        self.names = named.filter(|(name, _)| !name.is_empty()).collect();
    }
}

fn key_of(member: &Member) -> String {
    key(&member.name)
}

/// A county's name as it is compared; empty where there is none.
fn key(name: &str) -> String {
    if is_blank(name) { String::new() } else { fold(name).into_owned() }
}
