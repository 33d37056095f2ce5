//! Which rows the scoring table shows, and in which order.

/// Which rows the table shows, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is still to do with the rows that are shown.
    pub only: Only,
    /// The option chosen of each [`Facet`], in their order; none where all are shown.
    pub facets: [Option<String>; 4],
    /// Words that a row must contain.
    pub words: String,
    /// How rows are grouped.
    pub by: Arrangement,
    /// How rows are sorted within a group.
    pub sort: Sort,
}

/// What is still to do with an indicator or task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// Every row.
    #[default]
    All,
    /// A field that it reads is not answered.
    Unanswered,
    /// Points are lost for sure.
    Losing,
    /// Points are neither secured nor lost.
    Open,
    /// A reference value is missing.
    Waiting,
    /// Points are claimed, or a task is met, without evidence that is ready.
    Unproved,
    /// Its deadline is past, and it is not done.
    Overdue,
    /// A figure that it reads is questioned, or its box holds a text that is no value.
    Doubtful,
    /// An earlier year's answers are to be confirmed.
    Unconfirmed,
    /// The task is not started.
    NotStarted,
    /// The task is in progress.
    InProgress,
    /// The task is met.
    Met,
    /// The task does not apply.
    NotApplicable,
}

/// Something that the document says of an indicator and that tells it from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The group (二级指标) that it is in.
    Group,
    /// A unit that is responsible for it or leads it.
    Unit,
    /// The words of its deadline.
    Deadline,
    /// How it is verified (验收方式).
    Verification,
}

/// How rows are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// By dimension and group, as in the document.
    #[default]
    Document,
    /// By unit, one that several share under each of them.
    Unit,
    /// By the words of the deadline.
    Deadline,
}

/// How rows are sorted within their group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As in the document.
    #[default]
    Number,
    /// The most points missing first.
    Missing,
    /// The earliest deadline first.
    Deadline,
}

impl Only {
    /// All choices.
    pub const ALL: [Only; 13] = [
        Only::All,
        Only::Unanswered,
        Only::Losing,
        Only::Open,
        Only::Waiting,
        Only::Unproved,
        Only::Overdue,
        Only::Doubtful,
        Only::Unconfirmed,
        Only::NotStarted,
        Only::InProgress,
        Only::Met,
        Only::NotApplicable,
    ];

    /// The name in the address and in `data-filter`.
    pub fn name(self) -> &'static str {
        match self {
            Only::All => "all",
            Only::Unanswered => "unanswered",
            Only::Losing => "losing",
            Only::Open => "open",
            Only::Waiting => "waiting",
            Only::Unproved => "unproved",
            Only::Overdue => "overdue",
            Only::Doubtful => "doubtful",
            Only::Unconfirmed => "unconfirmed",
            Only::NotStarted => "not-started",
            Only::InProgress => "in-progress",
            Only::Met => "met",
            Only::NotApplicable => "not-applicable",
        }
    }
}

impl Facet {
    /// All facets, in the order of [`Filter::facets`].
    pub const ALL: [Facet; 4] = [Facet::Group, Facet::Unit, Facet::Deadline, Facet::Verification];

    /// The name in the address and in `data-facet`.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Group => "group",
            Facet::Unit => "unit",
            Facet::Deadline => "deadline",
            Facet::Verification => "verification",
        }
    }

    /// The position in [`Filter::facets`].
    pub fn at(self) -> usize {
        self as usize
    }
}

impl Arrangement {
    /// All arrangements.
    pub const ALL: [Arrangement; 3] =
        [Arrangement::Document, Arrangement::Unit, Arrangement::Deadline];

    /// The name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Arrangement::Document => "document",
            Arrangement::Unit => "unit",
            Arrangement::Deadline => "deadline",
        }
    }
}

impl Sort {
    /// All orders.
    pub const ALL: [Sort; 3] = [Sort::Number, Sort::Missing, Sort::Deadline];

    /// The name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Number => "number",
            Sort::Missing => "missing",
            Sort::Deadline => "deadline",
        }
    }
}

impl Filter {
    /// The filter that shows what one unit has.
    pub fn of_unit(unit: &str) -> Filter {
        let mut filter = Filter::default();
        filter.facets[Facet::Unit.at()] = Some(unit.to_owned());
        filter
    }

    /// The filter that shows what is still to do in one way.
    pub fn of(only: Only) -> Filter {
        Filter { only, ..Filter::default() }
    }
}

impl Filter {
    /// Takes one pair of an address; a key that is none of a filter is of no effect.
    pub fn read(&mut self, key: &str, value: String) {
        let known = Facet::ALL.into_iter().find(|facet| facet.name() == key);
        if let Some(place) = known.and_then(|facet| self.facets.get_mut(facet.at())) {
            *place = Some(value).filter(|value| !value.is_empty());
            return;
        }
        match key {
            "only" => self.only = named(Only::ALL, Only::name, &value),
            "by" => self.by = named(Arrangement::ALL, Arrangement::name, &value),
            "sort" => self.sort = named(Sort::ALL, Sort::name, &value),
            "find" => self.words = value,
            _ => {}
        }
    }

    /// What differs from the usual filter, as pairs of the address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.only != Only::default() {
            pairs.push(("only", self.only.name().to_owned()));
        }
        for facet in Facet::ALL {
            if let Some(Some(chosen)) = self.facets.get(facet.at()) {
                pairs.push((facet.name(), chosen.clone()));
            }
        }
        if !self.words.trim().is_empty() {
            pairs.push(("find", self.words.clone()));
        }
        if self.by != Arrangement::default() {
            pairs.push(("by", self.by.name().to_owned()));
        }
        if self.sort != Sort::default() {
            pairs.push(("sort", self.sort.name().to_owned()));
        }
        pairs
    }
}

/// The one of this name, or the usual one.
fn named<T: Copy + Default, const N: usize>(
    all: [T; N],
    name: fn(T) -> &'static str,
    wanted: &str,
) -> T {
    all.into_iter().find(|one| name(*one) == wanted).unwrap_or_default()
}
