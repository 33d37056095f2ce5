//! When the part of a unit went out and came back.

/// The days of one unit's part. Both are missing where nothing went out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// The day on which it was last sent, `YYYY-MM-DD`.
    pub sent: Option<String>,
    /// The day on which it was merged, since it was last sent.
    pub returned: Option<String>,
}

impl Sending {
    /// How far the part is, as `data-dispatch` says it.
    pub fn name(&self) -> &'static str {
        match self {
            Sending { returned: Some(_), .. } => "returned",
            Sending { sent: Some(_), .. } => "sent",
            _ => "unsent",
        }
    }
}
