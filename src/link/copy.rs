//! Values copied through a coder, each kind with the chances that it learned.
//!
//! Each function takes what is to be written and returns what was written or
//! read. So the layout of a link (`layout.rs`, `proof.rs`, `part.rs`) is said once
//! for its writer and its reader. See `coder.rs`.

use super::coder::{Chance, Coder};
use super::figure::{Figure, Figures, Shape};
use super::seal::WITH_READINGS;
use super::text::Texts;
use super::typical;
use crate::rulebook::{Field, Map, MetricId, Rulebook};
use rust_decimal::Decimal;

/// Copies one form.
#[derive(Debug)]
pub struct Copyist<'a> {
    pub(super) coder: Coder<'a>,
    pub(super) rulebook: &'static Rulebook,
    figures: Figures,
    texts: Texts,
    flags: [Chance; FLAGS],
    choices: [Chance; CHOICES],
    /// The metrics whose references have a place.
    pub(super) metrics: Vec<MetricId>,
}

/// Yes-no questions of one kind, whose chances are learned together.
#[derive(Clone, Copy, Debug)]
pub(super) enum Flag {
    Day,
    /// A section is not empty.
    Any,
    /// Set, when the place before is empty, and when it is set.
    SetAfterEmpty,
    SetAfterSet,
    /// Changed in a scenario.
    ChangedAfterSame,
    ChangedAfterChanged,
    /// A scenario sets rather than clears.
    Sets,
    Yes,
    Chosen,
    /// One more in a list.
    More,
    MoreAfterOne,
    Suggested,
    Level,
    RowYear,
    Year,
    Peers,
    Unacceptable,
    Satisfactory,
    Number,
    Date,
    Place,
    Ready,
    IsReady,
    /// Of version 2: the form is a slice.
    Slice,
    /// An indicator is asked in a slice, when the one before is not, and when it is.
    AskedAfterOther,
    AskedAfterAsked,
    /// A slice has a deadline.
    Deadline,
    /// Of version 3: a scenario changes readings.
    Readings,
    /// Of version 5: a round of reviewing is there, is signed, has a day, and what
    /// is found has points.
    Round,
    Signed,
    SignedOn,
    Given,
}

const FLAGS: usize = Flag::Given as usize + 1;
/// Choices of no more options have chances that are learned.
const CHOICES: usize = 4;

impl<'a> Copyist<'a> {
    /// A copyist for one form of an edition, in a link of a version.
    pub fn new(coder: Coder<'a>, rulebook: &'static Rulebook, version: u32) -> Copyist<'a> {
        let mut copyist = Copyist {
            coder,
            rulebook,
            figures: Figures::new(),
            texts: Texts::new(),
            flags: [Chance::NEW; FLAGS],
            choices: [Chance::NEW; CHOICES],
            metrics: metrics(rulebook, version),
        };
        typical::figures(&mut copyist.figures);
        typical::texts(&mut copyist.texts);
        copyist
    }

    /// The coder, after the copy.
    pub fn into_coder(self) -> Coder<'a> {
        self.coder
    }

    /// A date, likely near a year.
    pub(super) fn date(&mut self, near: u16, given: &str) -> String {
        let mut parts = given.split('-');
        let mut part = || parts.next().and_then(|part| part.parse::<u16>().ok());
        let year = self.year(near, part());
        let mut below = || part().map_or(0, |part| u32::from(part).saturating_sub(1));
        let month = 1 + self.coder.uniform(12, below());
        let day = 1 + self.coder.uniform(31, below());
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// A whole number.
    pub(super) fn count(&mut self, given: u32) -> u32 {
        self.figures.count(&mut self.coder, given)
    }

    /// A decimal, with its shape; `like` is that of the one before it.
    pub(super) fn decimal(
        &mut self,
        figure: Figure,
        like: Option<Shape>,
        given: Decimal,
    ) -> (Decimal, Shape) {
        self.figures.decimal(&mut self.coder, figure, like, given)
    }

    /// A year, likely near another.
    pub(super) fn year(&mut self, near: u16, given: Option<u16>) -> u16 {
        let given = i32::from(near) - given.map_or(0, i32::from);
        let back = self.figures.integer(&mut self.coder, given);
        u16::try_from(i32::from(near).saturating_sub(back)).unwrap_or_default()
    }

    /// The position of an option.
    pub(super) fn option(&mut self, field: &Field, given: u8) -> u8 {
        let options = field.options.len();
        let at = if options <= CHOICES {
            self.coder.tree(&mut self.choices, given.into())
        } else {
            self.coder.uniform(wide(options), given.into())
        };
        u8::try_from(at).unwrap_or(u8::MAX)
    }

    pub(super) fn text(&mut self, given: &str) -> String {
        self.texts.text(&mut self.coder, given)
    }

    pub(super) fn optional_text(&mut self, flag: Flag, given: Option<&String>) -> Option<String> {
        self.optional(flag, given, |this, given| this.text(given.map_or("", |text| text)))
    }

    pub(super) fn flag(&mut self, flag: Flag, given: bool) -> bool {
        self.coder.bit(&mut self.flags[flag as usize], given)
    }

    /// Something that may be missing.
    pub(super) fn optional<T: ?Sized, U>(
        &mut self,
        flag: Flag,
        given: Option<&T>,
        copy: impl FnOnce(&mut Self, Option<&T>) -> U,
    ) -> Option<U> {
        self.flag(flag, given.is_some()).then(|| copy(self, given))
    }

    pub(super) fn list<T>(
        &mut self,
        given: &[T],
        mut copy: impl FnMut(&mut Self, Option<&T>) -> T,
    ) -> Vec<T> {
        let mut all = Vec::new();
        let mut more = Flag::More;
        while self.flag(more, all.len() < given.len()) {
            all.push(copy(self, given.get(all.len())));
            more = Flag::MoreAfterOne;
        }
        all
    }

    /// What some places hold.
    pub(super) fn map<K: Copy + Ord, V>(
        &mut self,
        places: impl Iterator<Item = K>,
        given: &Map<K, V>,
        mut copy: impl FnMut(&mut Self, K, Option<&V>) -> V,
    ) -> Map<K, V> {
        let mut all = Map::new();
        if !self.flag(Flag::Any, !given.is_empty()) {
            return all;
        }
        let mut set = false;
        for place in places {
            let given = given.get(&place);
            let flag = after(set, Flag::ChangedAfterSame, Flag::ChangedAfterChanged);
            set = self.flag(flag, given.is_some());
            if set {
                all.insert(place, copy(self, place, given));
            }
        }
        all
    }
}

/// The metrics whose references links of a version hold: those of the usual
/// readings before version 3.
fn metrics(rulebook: &Rulebook, version: u32) -> Vec<MetricId> {
    if version < WITH_READINGS {
        rulebook.usual_metrics().collect()
    } else {
        rulebook.metric_ids().collect()
    }
}

/// The flag for a place after an empty or a set one.
pub(super) fn after(set: bool, empty: Flag, full: Flag) -> Flag {
    if set { full } else { empty }
}

/// A position or a number of things, as the coder takes it.
pub(super) fn wide(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
