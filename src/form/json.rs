//! JSON values, and how they are written. Reading is `parse`'s.

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Null,
    Bool(bool),
    /// A whole number of digits only, as small as counts and years are.
    Integer(u64),
    /// Any other number, as it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
    /// Text to be written as it stands.
    Raw(String),
}

impl Node {
    /// The value as a message shows it, shortened.
    pub fn shown(&self) -> String {
        let text = self.compact();
        const MOST: usize = 60;
        if text.chars().count() <= MOST {
            return text;
        }
        text.chars().take(MOST).chain(['…']).collect()
    }

    /// The value as JSON without blanks.
    pub fn compact(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, None, 0);
        text
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
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\x1F' => out.push_str(&format!("\\u{:04x}", u32::from(char))),
            char => out.push(char),
        }
    }
    out.push('"');
}
