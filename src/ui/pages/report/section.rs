//! The parts of the report that can be left out.

use crate::text::report as words;

/// A part of the report after its cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionName {
    Overview,
    Table,
    Gaps,
    Scenarios,
    Reviews,
    Notes,
    References,
    Signatures,
}

impl SectionName {
    /// All parts in the order of the paper.
    pub const ALL: [SectionName; 8] = [
        SectionName::Overview,
        SectionName::Table,
        SectionName::Gaps,
        SectionName::Scenarios,
        SectionName::Reviews,
        SectionName::Notes,
        SectionName::References,
        SectionName::Signatures,
    ];

    /// The name in `data-part` and `data-section`.
    pub fn name(self) -> &'static str {
        match self {
            SectionName::Overview => "overview",
            SectionName::Table => "table",
            SectionName::Gaps => "gaps",
            SectionName::Scenarios => "scenarios",
            SectionName::Reviews => "reviews",
            SectionName::Notes => "notes",
            SectionName::References => "references",
            SectionName::Signatures => "signatures",
        }
    }

    /// The heading, which a checklist words otherwise.
    pub fn title(self, is_checklist: bool) -> &'static str {
        match self {
            SectionName::Overview => words::OVERVIEW,
            SectionName::Table if is_checklist => words::TABLE_OF_TASKS,
            SectionName::Table => words::TABLE,
            SectionName::Gaps if is_checklist => words::GAPS_OF_TASKS,
            SectionName::Gaps => words::GAPS,
            SectionName::Scenarios => words::SCENARIOS,
            SectionName::Reviews => crate::text::review::REVIEW,
            SectionName::Notes => words::NOTES,
            SectionName::References => words::REFERENCES,
            SectionName::Signatures => words::SIGNATURES,
        }
    }

    /// Its bit among those that are left out.
    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}
