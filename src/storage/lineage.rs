//! Which earlier stored states a stored state is based on. By it a window tells a
//! later state of its own work from one that another window made in parallel.

/// Tells stored texts apart: 64 bits of FNV-1a.
///
/// Source: draft-eastlake-fnv, "The FNV Non-Cryptographic Hash Algorithm".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark(u64);

/// The states that a state goes on from, and the state itself once it is stored;
/// the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage(Vec<Mark>);

/// How many states are remembered. A window that missed the news of more
/// savings than that keeps its own state as a copy.
const MOST: usize = 48;

impl Mark {
    /// The mark of a stored text.
    pub fn of(text: &str) -> Mark {
        const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        Mark(text.bytes().fold(BASIS, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(PRIME)))
    }

    pub(super) fn text(self) -> String {
        format!("{:016x}", self.0)
    }

    pub(super) fn parse(text: &str) -> Option<Mark> {
        u64::from_str_radix(text, 16).ok().map(Mark)
    }
}

impl Lineage {
    /// Whether a state is among them.
    pub fn has(&self, mark: Mark) -> bool {
        self.0.contains(&mark)
    }

    /// The state itself, or the latest that it goes on from.
    pub fn latest(&self) -> Option<Mark> {
        self.0.first().copied()
    }

    /// All states, the latest first.
    pub fn iter(&self) -> impl Iterator<Item = Mark> {
        self.0.iter().copied()
    }

    /// Goes on from a state.
    pub fn add(&mut self, mark: Mark) {
        self.0.retain(|known| *known != mark);
        self.0.insert(0, mark);
        self.0.truncate(MOST);
    }

    /// Goes on from all states of another lineage too. Theirs are the later ones.
    pub fn join(&mut self, other: &Lineage) {
        let mine = std::mem::replace(&mut self.0, other.0.clone());
        self.0.extend(mine.into_iter().filter(|mark| !other.has(*mark)));
        self.0.truncate(MOST);
    }

    pub(super) fn push_oldest(&mut self, mark: Mark) {
        if self.0.len() < MOST && !self.has(mark) {
            self.0.push(mark);
        }
    }
}
