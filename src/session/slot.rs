//! Text boxes by what they hold.

use crate::rulebook::{FieldId, IndicatorId, MetricId, Rulebook, TargetId};

/// What a text box holds. Its name, [`Slot::name`], is kept with half-typed text
/// in stored forms, so names never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A count, percent, amount or rate.
    Field(FieldId),
    /// A reference value of a metric.
    Reference(MetricId, ReferencePart),
    /// The year of assessment.
    Year,
    /// Declared veto items, one a line.
    Veto,
    /// The points of an adjustment.
    AdjustedPoints(IndicatorId),
    /// The reason of an adjustment.
    AdjustedReason(IndicatorId),
    /// A cell of a row of evidence, by the row's position.
    Evidence(IndicatorId, usize, EvidencePart),
    /// The year of a row of a list field, by the row's position.
    RowYear(FieldId, usize),
    /// The figure of a target that no field asks.
    Target(TargetId),
}

/// One of the three boxes of a reference value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReferencePart {
    /// The unacceptable value (不允许值).
    Unacceptable,
    /// The satisfactory value (满意值).
    Satisfactory,
    /// The values of peers, one a line.
    Peers,
}

/// A text cell of a row of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EvidencePart {
    /// What the proof is called.
    Title,
    /// The document's number (文号).
    Number,
    /// Its date.
    Date,
    /// Where it is kept.
    Place,
}

impl ReferencePart {
    /// All boxes, in the order of the page.
    pub const ALL: [ReferencePart; 3] =
        [ReferencePart::Unacceptable, ReferencePart::Satisfactory, ReferencePart::Peers];

    /// The name in `data-end`.
    pub fn name(self) -> &'static str {
        match self {
            ReferencePart::Unacceptable => "unacceptable",
            ReferencePart::Satisfactory => "satisfactory",
            ReferencePart::Peers => "peers",
        }
    }
}

impl EvidencePart {
    /// All cells, in the order of the page.
    pub const ALL: [EvidencePart; 4] =
        [EvidencePart::Title, EvidencePart::Number, EvidencePart::Date, EvidencePart::Place];

    /// The name in `data-part`.
    pub fn name(self) -> &'static str {
        match self {
            EvidencePart::Title => "title",
            EvidencePart::Number => "number",
            EvidencePart::Date => "date",
            EvidencePart::Place => "place",
        }
    }
}

impl Slot {
    /// The name under which half-typed text is kept.
    pub fn name(self, rulebook: &Rulebook) -> String {
        match self {
            Slot::Field(id) => rulebook[id].id.to_owned(),
            Slot::Reference(id, end) => format!("{}#{}", rulebook[id].id, end.name()),
            Slot::Year => "year".to_owned(),
            Slot::Veto => "veto".to_owned(),
            Slot::AdjustedPoints(id) => format!("adjust:{}#points", rulebook[id].id),
            Slot::AdjustedReason(id) => format!("adjust:{}#reason", rulebook[id].id),
            Slot::Evidence(id, row, part) => {
                format!("{}{}", evidence_row(rulebook, id, row), part.name())
            }
            Slot::RowYear(id, row) => format!("{}[{row}].year", rulebook[id].id),
            Slot::Target(id) => format!("target:{}", rulebook[id].id),
        }
    }

    /// An id for the box in the page.
    pub fn element_id(self, rulebook: &Rulebook) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        format!("box-{}", self.name(rulebook).chars().map(plain).collect::<String>())
    }
}

/// How the names of all cells of a row of evidence begin.
pub(super) fn evidence_row(rulebook: &Rulebook, id: IndicatorId, row: usize) -> String {
    format!("evidence:{}[{row}].", rulebook[id].id)
}
