//! JSON read strictly: no key twice, a bounded depth, top-level values kept to
//! the letter.

use super::limits::LEVELS;
use super::problem::FormProblem;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::cell::RefCell;
use std::fmt;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Null,
    Bool(bool),
    /// A whole number of digits only, as small as counts and years are.
    Integer(u64),
    /// Any other number, as it is shown in a message.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
    /// Text to be written as it stands.
    Raw(String),
}

/// The pairs of the outermost object, values still as text.
pub fn top_level(text: &str) -> Result<Vec<(String, &RawValue)>, FormProblem> {
    let problem = RefCell::new(None);
    let mut input = serde_json::Deserializer::from_str(text);
    let pairs = input.deserialize_any(TopLevel { problem: &problem });
    let read = pairs.and_then(|pairs| input.end().map(|()| pairs));
    read.map_err(|e| problem.into_inner().unwrap_or_else(|| syntax(&e)))
}

/// The value of a top-level key.
pub fn value(key: &str, raw: &RawValue) -> Result<Node, FormProblem> {
    let problem = RefCell::new(None);
    let mut input = serde_json::Deserializer::from_str(raw.get());
    let seed = Seed { path: key.to_owned(), level: 2, problem: &problem };
    seed.deserialize(&mut input).map_err(|e| problem.into_inner().unwrap_or_else(|| syntax(&e)))
}

fn syntax(e: &serde_json::Error) -> FormProblem {
    FormProblem::Syntax { line: e.line(), column: e.column() }
}

struct TopLevel<'p> {
    problem: &'p RefCell<Option<FormProblem>>,
}

impl<'de> Visitor<'de> for TopLevel<'_> {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs: Vec<(String, &RawValue)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            if pairs.iter().any(|(k, _)| *k == key) {
                self.problem.replace(Some(FormProblem::Twice { path: key }));
                return Err(A::Error::custom(""));
            }
            pairs.push((key, value));
        }
        Ok(pairs)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        self.no_form()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        self.no_form()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        self.no_form()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        self.no_form()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        self.no_form()
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        self.no_form()
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        self.no_form()
    }
}

impl TopLevel<'_> {
    fn no_form<T, E: Error>(&self) -> Result<T, E> {
        self.problem.replace(Some(FormProblem::NoForm));
        Err(E::custom(""))
    }
}

struct Seed<'p> {
    path: String,
    level: usize,
    problem: &'p RefCell<Option<FormProblem>>,
}

impl Seed<'_> {
    fn deeper(&self, path: String) -> Self {
        Seed { path, level: self.level + 1, problem: self.problem }
    }

    fn stop<T, E: Error>(&self, problem: FormProblem) -> Result<T, E> {
        self.problem.replace(Some(problem));
        Err(E::custom(""))
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Node, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        if self.level > LEVELS {
            return self.stop(FormProblem::TooDeep);
        }
        let mut all = Vec::new();
        while let Some(node) =
            seq.next_element_seed(self.deeper(format!("{}[{}]", self.path, all.len())))?
        {
            all.push(node);
        }
        Ok(Node::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        if self.level > LEVELS {
            return self.stop(FormProblem::TooDeep);
        }
        let mut all: Vec<(String, Node)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let path = format!("{}.{key}", self.path);
            if all.iter().any(|(k, _)| *k == key) {
                return self.stop(FormProblem::Twice { path });
            }
            let node = map.next_value_seed(self.deeper(path))?;
            all.push((key, node));
        }
        Ok(Node::Object(all))
    }
}

impl Node {
    /// The value as a message shows it, shortened.
    pub fn shown(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None, 0);
        const MOST: usize = 60;
        if text.chars().count() <= MOST {
            return text;
        }
        text.chars().take(MOST).chain(['…']).collect()
    }

    /// The value as indented JSON.
    pub fn pretty(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, Some("  "), 0);
        text.push('\n');
        text
    }

    fn write(&self, out: &mut String, indent: Option<&str>, level: usize) {
        match self {
            Node::Null => out.push_str("null"),
            Node::Bool(true) => out.push_str("true"),
            Node::Bool(false) => out.push_str("false"),
            Node::Integer(n) => out.push_str(&n.to_string()),
            Node::Number(text) | Node::Raw(text) => out.push_str(text),
            Node::Text(text) => quote(text, out),
            Node::List(all) => wrapped(out, ['[', ']'], all, indent, level, |node, out| {
                node.write(out, indent, level + 1)
            }),
            Node::Object(all) => {
                wrapped(out, ['{', '}'], all, indent, level, |(key, node), out| {
                    quote(key, out);
                    out.push(':');
                    if indent.is_some() {
                        out.push(' ');
                    }
                    node.write(out, indent, level + 1);
                })
            }
        }
    }
}

fn wrapped<T>(
    out: &mut String,
    brackets: [char; 2],
    all: &[T],
    indent: Option<&str>,
    level: usize,
    each: impl Fn(&T, &mut String),
) {
    let line = |out: &mut String, level: usize| {
        if let Some(indent) = indent {
            out.push('\n');
            (0..level).for_each(|_| out.push_str(indent));
        }
    };
    out.push(brackets[0]);
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        line(out, level + 1);
        each(one, out);
    }
    if !all.is_empty() {
        line(out, level);
    }
    out.push(brackets[1]);
}

/// A text as a JSON string.
pub fn quote(text: &str, out: &mut String) {
    // Writing a string to memory cannot fail.
    if let Ok(quoted) = serde_json::to_string(text) {
        out.push_str(&quoted);
    }
}
