//! Texts in a link: mostly Chinese, short, and repeating each other.
//!
//! The first guess for a character is the one that followed the last character
//! before. Where the guess is wrong, the next part of the text is one of: a word of
//! the table, a character that was used already, any Chinese character, or any other
//! character of Unicode.

use super::coder::{Chance, Coder};
use super::words::{GROUP, GROUPS, Words};

/// What was learned about texts so far.
#[derive(Debug)]
pub struct Texts {
    words: Words,
    /// Sorted by the character before; none stands for the beginning of a text.
    next: Vec<Next>,
    /// Characters that are in no word, the latest last.
    recent: Vec<char>,
    guessed: [Chance; 4],
    end: [Chance; 2],
    way: [Chance; 4],
    group: [Chance; GROUPS],
    ascii: [Chance; 128],
    wide: Chance,
}

/// The character that last followed another one, none for the end of a text, and how often
/// it did so in a row.
#[derive(Clone, Copy, Debug)]
struct Next {
    after: Option<char>,
    next: Option<char>,
    times: u8,
}

/// The range of Chinese characters that take the fewest bits: the first, and how many.
const HAN: (u32, u32) = (0x4e00, 0x9fff - 0x4e00 + 1);
/// How many recent characters are remembered.
const RECENT: usize = 256;

/// The ways to say what comes next.
const WORD: u32 = 0;
const AGAIN: u32 = 1;
const CHINESE: u32 = 2;
const OTHER: u32 = 3;

impl Texts {
    /// Nothing is known.
    pub fn new() -> Texts {
        Texts {
            words: Words::all(),
            next: Vec::new(),
            recent: Vec::new(),
            guessed: [Chance::NEW; 4],
            end: [Chance::NEW; 2],
            way: [Chance::NEW; 4],
            group: [Chance::NEW; GROUPS],
            ascii: [Chance::NEW; 128],
            wide: Chance::NEW,
        }
    }

    /// A text.
    pub fn text(&mut self, coder: &mut Coder, given: &str) -> String {
        let mut text = String::new();
        let mut last = None;
        let mut left = given;
        loop {
            let guess = self.place(last).ok().and_then(|at| self.next.get(at)).copied();
            if let Some(Next { next: guess, times, .. }) = guess {
                let chance = &mut self.guessed[usize::from(times)];
                if coder.bit(chance, guess == left.chars().next()) {
                    self.follow(last, guess);
                    let Some(guess) = guess else { return text };
                    text.push(guess);
                    last = Some(guess);
                    left = rest(left, guess.len_utf8());
                    continue;
                }
            }
            // Where the end was guessed wrongly, the text goes on: that needs no bit of its
            // own.
            let ends = guess.is_none_or(|guess| guess.next.is_some())
                && coder.bit(&mut self.end[usize::from(last.is_some())], left.is_empty());
            if ends || !coder.is_well() {
                self.follow(last, None);
                return text;
            }
            let from = text.len();
            self.word_or_character(coder, left, &mut text);
            let added = text.get(from..).unwrap_or_default();
            left = rest(left, added.len());
            for next in added.chars() {
                self.follow(last, Some(next));
                last = Some(next);
            }
        }
    }

    /// A word or a character.
    fn word_or_character(&mut self, coder: &mut Coder, given: &str, text: &mut String) {
        let known = self.words.longest(given);
        let first = given.chars().next().unwrap_or_default();
        let again = self.recent.iter().position(|c| *c == first);
        let chinese = u32::from(first).checked_sub(HAN.0).filter(|at| *at < HAN.1);
        let way = match (known, again, chinese) {
            (Some(_), _, _) => WORD,
            (None, Some(_), _) => AGAIN,
            (None, None, Some(_)) => CHINESE,
            (None, None, None) => OTHER,
        };
        let character = match coder.tree(&mut self.way, way) {
            WORD => {
                let at = known.map_or(0, |(at, _)| at);
                let at = coder.tree(&mut self.group, at / GROUP) * GROUP
                    + coder.uniform(GROUP, at % GROUP);
                text.push_str(self.words.word(at).unwrap_or_default());
                return;
            }
            AGAIN => {
                let place = |at: usize| u32::try_from(at).unwrap_or_default();
                let at = coder.uniform(place(self.recent.len()), place(again.unwrap_or_default()));
                let at = usize::try_from(at).unwrap_or_default();
                if at < self.recent.len() { Some(self.recent.remove(at)) } else { None }
            }
            CHINESE => char::from_u32(HAN.0 + coder.uniform(HAN.1, chinese.unwrap_or_default())),
            _ => self.other(coder, first),
        };
        match character {
            Some(character) => {
                text.push(character);
                if !character.is_ascii() {
                    self.remember(character);
                }
            }
            None => coder.fail(),
        }
    }

    /// Any character.
    fn other(&mut self, coder: &mut Coder, given: char) -> Option<char> {
        let given = u32::from(given);
        if coder.bit(&mut self.wide, given >= 128) {
            let high = coder.bits(5, given >> 16);
            char::from_u32(high << 16 | coder.bits(16, given & 0xffff))
        } else {
            char::from_u32(coder.tree(&mut self.ascii, given))
        }
    }

    fn remember(&mut self, character: char) {
        if self.recent.len() == RECENT {
            self.recent.remove(0);
        }
        self.recent.push(character);
    }

    /// Learns what followed a character.
    fn follow(&mut self, after: Option<char>, next: Option<char>) {
        match self.place(after) {
            Ok(at) => {
                if let Some(known) = self.next.get_mut(at) {
                    let again = known.next == next;
                    known.times = if again { (known.times + 1).min(3) } else { 0 };
                    known.next = next;
                }
            }
            Err(at) => self.next.insert(at, Next { after, next, times: 1 }),
        }
    }

    fn place(&self, after: Option<char>) -> Result<usize, usize> {
        self.next.binary_search_by_key(&after, |known| known.after)
    }
}

fn rest(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}
