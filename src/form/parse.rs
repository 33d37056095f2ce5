//! JSON read strictly: no key twice, a bounded depth, numbers and top-level
//! values kept to the letter. Takes time in proportion to the text (times its
//! logarithm), whatever the text is.

use super::json::Node;
use super::limits::LEVELS;
use super::problem::FormProblem;

/// A key of the outermost object, its value, and the value to the letter.
pub type Pair<'t> = (String, Node, &'t str);

/// The pairs of the outermost object.
pub fn top_level(text: &str) -> Result<Vec<Pair<'_>>, FormProblem> {
    let mut reader = Reader { text, at: 0 };
    let read = reader.outermost();
    read.map_err(|fault| fault.problem(text))
}

/// The pairs of a text that is an object, read as strictly.
pub fn object(text: &str) -> Option<Vec<(String, Node)>> {
    Some(top_level(text).ok()?.into_iter().map(|(key, node, _)| (key, node)).collect())
}

/// What is wrong, and where; steps of the path from the innermost outwards.
enum Fault {
    Syntax(usize),
    TooDeep(usize),
    Twice(Vec<String>),
    NoForm,
}

type Parsed<T> = Result<T, Fault>;

impl Fault {
    /// The same fault, seen from one level further out.
    fn within(mut self, step: impl FnOnce() -> String) -> Fault {
        if let Fault::Twice(path) = &mut self {
            path.push(step());
        }
        self
    }

    fn problem(self, text: &str) -> FormProblem {
        match self {
            Fault::Syntax(at) => {
                let (line, column) = position(text, at);
                FormProblem::Syntax { line, column }
            }
            Fault::TooDeep(at) => {
                let (line, column) = position(text, at);
                FormProblem::TooDeep { line, column }
            }
            Fault::Twice(mut steps) => {
                steps.reverse();
                let path = steps.concat();
                FormProblem::Twice { path: path.strip_prefix('.').unwrap_or(&path).to_owned() }
            }
            Fault::NoForm => FormProblem::NoForm,
        }
    }
}

/// Line and character of a byte, both from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let line = before.iter().filter(|b| **b == b'\n').count();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |end| end + 1);
    // Each character has exactly one byte that is no UTF-8 continuation byte.
    let column = before[start..].iter().filter(|b| **b & 0xC0 != 0x80).count();
    (line + 1, column + 1)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn outermost(&mut self) -> Parsed<Vec<Pair<'t>>> {
        self.blanks();
        if self.peek() != Some(b'{') {
            self.value(1)?;
            self.end()?;
            return Err(Fault::NoForm);
        }
        let mut pairs: Vec<Pair<'t>> = Vec::new();
        self.items(b'}', |reader, _| {
            let key = reader.key()?;
            let start = reader.at;
            let node = reader.value(2).map_err(|fault| fault.within(|| format!(".{key}")))?;
            pairs.push((key, node, &reader.text[start..reader.at]));
            Ok(())
        })?;
        self.end()?;
        no_key_twice(pairs.iter().map(|(key, _, _)| key))?;
        Ok(pairs)
    }

    /// A value. `level` is its depth of nesting, if it is an object or a list.
    fn value(&mut self, level: usize) -> Parsed<Node> {
        match self.peek() {
            Some(b'{') => self.object(level),
            Some(b'[') => self.list(level),
            Some(b'"') => self.string().map(Node::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            _ => self.fault(),
        }
    }

    fn object(&mut self, level: usize) -> Parsed<Node> {
        self.bounded(level)?;
        let mut all: Vec<(String, Node)> = Vec::new();
        self.items(b'}', |reader, _| {
            let key = reader.key()?;
            let node =
                reader.value(level + 1).map_err(|fault| fault.within(|| format!(".{key}")))?;
            all.push((key, node));
            Ok(())
        })?;
        no_key_twice(all.iter().map(|(key, _)| key))?;
        Ok(Node::Object(all))
    }

    fn list(&mut self, level: usize) -> Parsed<Node> {
        self.bounded(level)?;
        let mut all = Vec::new();
        self.items(b']', |reader, at| {
            let node = reader.value(level + 1);
            all.push(node.map_err(|fault| fault.within(|| format!("[{at}]")))?);
            Ok(())
        })?;
        Ok(Node::List(all))
    }

    fn bounded(&self, level: usize) -> Parsed<()> {
        if level > LEVELS { Err(Fault::TooDeep(self.at)) } else { Ok(()) }
    }

    /// What stands between brackets, separated by commas.
    fn items(
        &mut self,
        close: u8,
        mut item: impl FnMut(&mut Self, usize) -> Parsed<()>,
    ) -> Parsed<()> {
        self.at += 1;
        self.blanks();
        if self.take(close) {
            return Ok(());
        }
        for at in 0.. {
            item(self, at)?;
            self.blanks();
            if self.take(close) {
                break;
            }
            self.expect(b',')?;
            self.blanks();
        }
        Ok(())
    }

    /// A key, its colon, and the blanks before the value.
    fn key(&mut self) -> Parsed<String> {
        if self.peek() != Some(b'"') {
            return self.fault();
        }
        let key = self.string()?;
        self.blanks();
        self.expect(b':')?;
        self.blanks();
        Ok(key)
    }

    fn string(&mut self) -> Parsed<String> {
        let start = self.at;
        let mut plain = true;
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    plain = false;
                    self.at += 2;
                }
                Some(0..=0x1F) | None => return self.fault(),
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        if plain {
            return Ok(self.text[start + 1..self.at - 1].to_owned());
        }
        self.unescaped(start + 1, self.at - 1)
    }

    /// The text between two places, with its escapes undone.
    fn unescaped(&self, from: usize, to: usize) -> Parsed<String> {
        let mut text = String::new();
        let mut rest = from..to;
        while let Some(at) = self.text[rest.clone()].find('\\').map(|at| rest.start + at) {
            text.push_str(&self.text[rest.start..at]);
            let (char, end) = self.escape(at + 1)?;
            text.push(char);
            rest.start = end;
        }
        text.push_str(&self.text[rest]);
        Ok(text)
    }

    /// What the escape at a place stands for, and where it ends. A surrogate
    /// stands for nothing without its other half.
    fn escape(&self, at: usize) -> Parsed<(char, usize)> {
        let char = match self.text.as_bytes().get(at) {
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(*sign),
            Some(b'u') => return self.unit(at),
            _ => return Err(Fault::Syntax(at)),
        };
        Ok((char, at + 1))
    }

    fn unit(&self, at: usize) -> Parsed<(char, usize)> {
        let hex = |at: usize| -> Parsed<u32> {
            let digits = self.text.get(at..at + 4).unwrap_or_default();
            let all = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
            let value = if all { u32::from_str_radix(digits, 16).ok() } else { None };
            value.ok_or(Fault::Syntax(at))
        };
        let high = hex(at + 1)?;
        if let Some(char) = char::from_u32(high) {
            return Ok((char, at + 5));
        }
        if high >= 0xDC00 || self.text.get(at + 5..at + 7) != Some("\\u") {
            return Err(Fault::Syntax(at));
        }
        let low = hex(at + 7)?.wrapping_sub(0xDC00);
        let pair = (low < 0x400).then(|| 0x10000 + ((high - 0xD800) << 10) + low);
        match pair.and_then(char::from_u32) {
            Some(char) => Ok((char, at + 11)),
            None => Err(Fault::Syntax(at)),
        }
    }

    /// A number: an integer of digits only, or any other as it is written.
    fn number(&mut self) -> Parsed<Node> {
        let start = self.at;
        let minus = self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        let mut whole = !minus;
        if self.take(b'.') {
            whole = false;
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            whole = false;
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        let written = &self.text[start..self.at];
        let integer = if whole { written.parse().ok() } else { None };
        Ok(integer.map_or_else(|| Node::Number(written.to_owned()), Node::Integer))
    }

    fn digits(&mut self) -> Parsed<()> {
        if !self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return self.fault();
        }
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn word(&mut self, word: &str, node: Node) -> Parsed<Node> {
        for letter in word.bytes() {
            self.expect(letter)?;
        }
        Ok(node)
    }

    fn end(&mut self) -> Parsed<()> {
        self.blanks();
        if self.peek().is_some() { self.fault() } else { Ok(()) }
    }

    fn blanks(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, wanted: u8) -> bool {
        let here = self.peek() == Some(wanted);
        self.at += usize::from(here);
        here
    }

    fn expect(&mut self, wanted: u8) -> Parsed<()> {
        if self.take(wanted) { Ok(()) } else { self.fault() }
    }

    fn fault<T>(&self) -> Parsed<T> {
        Err(Fault::Syntax(self.at))
    }
}

fn no_key_twice<'k>(keys: impl Iterator<Item = &'k String>) -> Parsed<()> {
    let keys = in_order(keys.map(|key| (key.as_str(), 0)).collect());
    match keys.windows(2).find(|two| two[0] == two[1]) {
        Some(two) => Err(Fault::Twice(vec![format!(".{}", two[0].0)])),
        None => Ok(()),
    }
}

/// Texts in order, with the places that they stand at.
pub fn in_order(mut texts: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    texts.sort_unstable();
    texts
}
