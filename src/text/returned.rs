//! A returned workbook in words: what was read, and a line for everything that was
//! not. The module for spreadsheets hands this to the page.

use crate::form::{Node, object};

/// The heading over what is told about workbooks.
pub const READ: &str = "读回的填报表";
const NOTHING_READ: &str = "没有读到新填的内容。";

/// The outcome of reading a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// The form files of the slices that say something else than what was sent.
    pub files: Vec<String>,
    /// What is to be told, in the order of sheets.
    pub messages: Vec<Message>,
}

/// One thing to tell about a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// How much it matters.
    pub weight: Weight,
    /// The name of the sheet; empty where it is about the workbook.
    pub sheet: String,
    /// The cell, such as `D113`; of several, separated by 、; empty where it is about a
    /// whole sheet.
    pub cell: String,
    /// What stands there.
    pub found: String,
    /// What is wrong or what was made of it, and what to do.
    pub said: String,
}

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// An answer that was not taken: it is to be put right.
    Refused,
    /// Something that stands where nothing is read.
    Unread,
    /// Something that was cleared; what was sent is kept.
    Kept,
    /// An answer that was taken as meant, not as written.
    Taken,
}

impl Weight {
    const NAMES: [(Weight, &str); 4] = [
        (Weight::Refused, "refused"),
        (Weight::Unread, "unread"),
        (Weight::Kept, "kept"),
        (Weight::Taken, "taken"),
    ];

    /// The name in `data-weight` and between the modules of the page.
    pub fn name(self) -> &'static str {
        Weight::NAMES.iter().find(|(weight, _)| *weight == self).map_or("", |(_, name)| name)
    }

    /// All weights, the gravest first.
    pub const ALL: [Weight; 4] = [Weight::Refused, Weight::Unread, Weight::Kept, Weight::Taken];

    /// The head over the messages of this weight.
    pub fn heading(self) -> &'static str {
        match self {
            Weight::Refused => "没有读入，要改",
            Weight::Unread => "写在别处，没有读入",
            Weight::Kept => "清空了，仍保留原来的",
            Weight::Taken => "按意思读入，请核对",
        }
    }
}

impl Message {
    /// The message as one line.
    pub fn line(&self) -> String {
        match (self.sheet.is_empty(), self.cell.is_empty()) {
            (true, _) => self.said.clone(),
            (false, true) => format!("“{}”表：{}", self.sheet, self.said),
            (false, false) => format!("“{}”表 {}：{}", self.sheet, self.cell, self.said),
        }
    }
}

/// What was read of a workbook, in a sentence: how many slices, and how many
/// answers were refused.
pub fn summary(slices: usize, messages: &[Message]) -> String {
    let refused = messages.iter().filter(|one| one.weight == Weight::Refused).count();
    let read = match slices {
        0 => NOTHING_READ.to_owned(),
        slices => format!("读到 {slices} 个单位填的内容。"),
    };
    match (refused, slices) {
        (0, _) => read,
        (refused, 0) => format!("{read}有 {refused} 处没有读入，请改好再打开。"),
        (refused, _) => {
            format!("{read}有 {refused} 处没有读入：可以请对方改好再发，也可以先合并其余的。")
        }
    }
}

impl Returned {
    /// The outcome as JSON, between the two modules of the page.
    pub fn to_json(&self) -> String {
        let text = |text: &str| Node::Text(text.to_owned());
        let message = |one: &Message| {
            let pairs = [
                ("weight", text(one.weight.name())),
                ("sheet", text(&one.sheet)),
                ("cell", text(&one.cell)),
                ("found", text(&one.found)),
                ("said", text(&one.said)),
            ];
            Node::Object(pairs.map(|(key, node)| (key.to_owned(), node)).into())
        };
        let files = Node::List(self.files.iter().map(|file| text(file)).collect());
        let messages = Node::List(self.messages.iter().map(message).collect());
        let pairs = [("files", files), ("messages", messages)];
        Node::Object(pairs.map(|(key, node)| (key.to_owned(), node)).into()).compact()
    }

    /// Reads what [`to_json`](Returned::to_json) wrote; none of another text.
    pub fn from_json(json: &str) -> Option<Returned> {
        let mut returned = Returned::default();
        for (key, node) in object(json)? {
            match (key.as_str(), node) {
                ("files", Node::List(files)) => {
                    for file in files {
                        let Node::Text(file) = file else { return None };
                        returned.files.push(file);
                    }
                }
                ("messages", Node::List(messages)) => {
                    for message in messages {
                        returned.messages.push(self::message(message)?);
                    }
                }
                _ => return None,
            }
        }
        Some(returned)
    }
}

fn message(node: Node) -> Option<Message> {
    let Node::Object(pairs) = node else { return None };
    let part = |wanted: &str| {
        pairs.iter().find_map(|(key, node)| match node {
            Node::Text(text) if key == wanted => Some(text.clone()),
            _ => None,
        })
    };
    let name = part("weight")?;
    let (weight, _) = Weight::NAMES.iter().find(|(_, known)| *known == name)?;
    Some(Message {
        weight: *weight,
        sheet: part("sheet")?,
        cell: part("cell")?,
        found: part("found")?,
        said: part("said")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_says_what_was_read_and_what_was_refused() {
        let refused = Message {
            weight: Weight::Refused,
            sheet: String::new(),
            cell: String::new(),
            found: String::new(),
            said: String::new(),
        };
        let taken = Message { weight: Weight::Taken, ..refused.clone() };
        assert_eq!(summary(0, &[]), NOTHING_READ);
        assert_eq!(summary(2, &[taken]), "读到 2 个单位填的内容。");
        let one = [refused];
        assert!(summary(0, &one).contains("有 1 处没有读入，请改好再打开"));
        assert!(summary(1, &one).contains("也可以先合并其余的"));
    }

    #[test]
    fn what_one_module_tells_the_other_reads() {
        let message = |weight| Message {
            weight,
            sheet: "区“统计局\n".into(),
            cell: "D5、D6".into(),
            found: "二十\t\"".into(),
            said: "「二十」不是数字。".into(),
        };
        let returned = Returned {
            files: vec!["{\n}".into(), String::new()],
            messages: Weight::ALL.map(message).into(),
        };
        assert_eq!(Returned::from_json(&returned.to_json()), Some(returned));
        assert_eq!(Returned::from_json("{}"), Some(Returned::default()));
        assert_eq!(Returned::from_json("{\"files\":[1]}"), None);
        assert_eq!(Returned::from_json("x"), None);
    }
}
