//! Arithmetic coding, both ways by one set of functions.
//!
//! Each function takes the value that is to be written and returns the value
//! that was written or read; when reading, what it takes is ignored. So the
//! layout of a link is said once, in `layout.rs`, and cannot differ between its
//! writer and its reader.
//!
//! The coder is the range coder of G. N. N. Martin, "Range encoding" (1979),
//! with carries, 32 bits wide and a byte at a time; its chances adapt as in
//! Krichevsky and Trofimov, "The performance of universal encoding" (1981).

/// How often a bit was set so far, in 65,536ths.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    set: u16,
    seen: u8,
}

impl Chance {
    /// Nothing is known.
    pub const NEW: Chance = Chance { set: 0x8000, seen: 0 };
    /// The least probability of either value of a bit: 1 in 64.
    const LEAST: u16 = 0x400;
    /// How many past bits count in the estimate at most.
    const MEMORY: u8 = 30;

    fn learn(&mut self, bit: bool) {
        let pace = u16::from(self.seen) + 2;
        self.set = if bit {
            (self.set + (u16::MAX - self.set) / pace).min(u16::MAX - Self::LEAST)
        } else {
            (self.set - self.set / pace).max(Self::LEAST)
        };
        self.seen = (self.seen + 1).min(Self::MEMORY);
    }
}

/// A run of coded values that is being written, or read.
#[derive(Debug)]
pub struct Coder<'a> {
    /// What is read; none while writing.
    input: Option<&'a [u8]>,
    /// The next byte of the input.
    at: usize,
    output: Vec<u8>,
    low: u64,
    range: u32,
    /// The input less `low`.
    code: u32,
    steps: u32,
    failed: bool,
}

/// Values in one link, a bound for time and memory whatever a link says.
const STEPS: u32 = 1 << 20;
/// The coder's window in bytes; a reader looks this far past the end.
const WINDOW: usize = 4;
const NORMAL: u32 = 1 << 24;

impl<'a> Coder<'a> {
    /// A coder that writes.
    pub fn writer() -> Coder<'a> {
        Coder {
            input: None,
            at: 0,
            output: Vec::new(),
            low: 0,
            range: u32::MAX,
            code: 0,
            steps: 0,
            failed: false,
        }
    }

    /// A coder that reads.
    pub fn reader(input: &'a [u8]) -> Coder<'a> {
        let mut coder = Coder { input: Some(input), ..Coder::writer() };
        for _ in 0..WINDOW {
            coder.code = coder.code << 8 | coder.next();
        }
        coder
    }

    /// A bit whose chance adapts. False once the coder has failed.
    pub fn bit(&mut self, chance: &mut Chance, given: bool) -> bool {
        if !self.step() {
            return false;
        }
        let part = (self.range >> 16) * u32::from(chance.set);
        let bit = if self.input.is_some() { self.code < part } else { given };
        if bit {
            self.take(0, part);
        } else {
            self.take(part, self.range - part);
        }
        chance.learn(bit);
        bit
    }

    /// One of `of` equally likely values, at most 65,536; the least once the
    /// coder has failed. What has one value takes no room.
    pub fn uniform(&mut self, of: u32, given: u32) -> u32 {
        if of < 2 || !self.step() {
            return 0;
        }
        let part = self.range / of;
        let value = if self.input.is_some() { self.code / part } else { given }.min(of - 1);
        let from = part * value;
        self.take(from, if value == of - 1 { self.range - from } else { part });
        value
    }

    /// A number of as many bits as `chances` (a power of two) has places for,
    /// each bit's chance depending on the bits above it.
    pub fn tree(&mut self, chances: &mut [Chance], given: u32) -> u32 {
        let bits = chances.len().ilog2();
        let mut node = 1;
        for bit in (0..bits).rev() {
            let set = chances.get_mut(node).is_some_and(|c| self.bit(c, given >> bit & 1 != 0));
            node = node << 1 | usize::from(set);
        }
        u32::try_from(node).unwrap_or_default() & ((1 << bits) - 1)
    }

    /// A number of so many equally likely bits, at most 32.
    pub fn bits(&mut self, count: u32, given: u32) -> u32 {
        if count > 16 {
            let high = self.bits(count - 16, given >> 16);
            return high << 16 | self.bits(16, given & 0xffff);
        }
        self.uniform(1 << count, given)
    }

    /// Says that what was read makes no sense. All that follows reads as nothing.
    pub fn fail(&mut self) {
        self.failed = true;
    }

    /// Whether all went well so far.
    pub fn is_well(&self) -> bool {
        !self.failed
    }

    /// Whether all went well; a reader must also have come to the end.
    pub fn is_done(&self) -> bool {
        !self.failed && self.input.is_none_or(|input| self.at >= input.len())
    }

    /// The bytes written; none if there were too many values.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        // As few bytes as name a point of the range when zeros follow them.
        for bytes in 0..=WINDOW {
            let rest = (1u64 << (32 - 8 * bytes)) - 1;
            let point = (self.low + rest) & !rest;
            if point < self.low + u64::from(self.range) {
                self.low = point;
                (0..bytes).for_each(|_| self.shift());
                self.carry();
                break;
            }
        }
        (!self.failed).then_some(self.output)
    }

    fn step(&mut self) -> bool {
        self.steps += 1;
        self.failed |= self.steps > STEPS;
        !self.failed
    }

    /// Narrows the range to a part of it.
    fn take(&mut self, from: u32, range: u32) {
        self.low += u64::from(from);
        self.code = self.code.wrapping_sub(from);
        self.range = range;
        while self.range < NORMAL {
            self.range <<= 8;
            if self.input.is_some() {
                self.code = self.code << 8 | self.next();
            } else {
                self.shift();
            }
        }
    }

    /// The next byte of the input; zeros follow it, as far as the window sees.
    fn next(&mut self) -> u32 {
        let input = self.input.unwrap_or_default();
        let byte = input.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        self.failed |= self.at > input.len() + WINDOW;
        byte.into()
    }

    /// Moves the top byte of `low` to the output.
    fn shift(&mut self) {
        self.carry();
        self.output.push(self.low.to_be_bytes()[WINDOW]);
        self.low = self.low << 8 & u64::from(u32::MAX);
    }

    fn carry(&mut self) {
        if self.low > u64::from(u32::MAX) {
            self.low &= u64::from(u32::MAX);
            for byte in self.output.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
    }
}
