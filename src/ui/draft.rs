//! Elements before they stand in the browser.
//!
//! Each call into the browser costs as much as what it does there. What is built
//! is therefore noted down first, with all that is set on it until it is shown,
//! and made in the browser in one go, of as few calls as there may be: elements
//! that are alike but for their names are copies of one.

use crate::rulebook::Map;
use leptos::prelude::document;
use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// An element, in the browser or on its way there.
pub struct Node {
    element: OnceCell<Element>,
    /// What is noted down; nothing once the element is made.
    pub draft: RefCell<Option<Draft>>,
    /// The text that it shows and nothing else, where that is known.
    shown: RefCell<Option<String>>,
}

/// An element that is not made yet.
pub struct Draft {
    /// The tag, and the attributes that make elements alike, each a name and a
    /// value, all set apart by [`APART`].
    kind: String,
    /// The attributes that tell elements apart.
    names: Vec<(&'static str, String)>,
    content: Vec<Part>,
    parent: Weak<Node>,
    /// What is done once the element is made.
    later: Vec<Later>,
}

type Later = Box<dyn FnOnce(&Element)>;

/// Sets the parts of a kind apart.
const APART: char = '\0';

enum Part {
    Text(String),
    Child(Rc<Node>),
}

/// Attributes that tell elements apart. Elements that have all others in common
/// are copies of one.
fn tells_apart(name: &str) -> bool {
    match name.strip_prefix("data-") {
        Some(name) => {
            matches!(
                name,
                "dimension" | "field" | "group" | "indicator" | "jump" | "on" | "reference"
            )
        }
        None => matches!(
            name,
            "id" | "for"
                | "name"
                | "value"
                | "href"
                | "aria-controls"
                | "aria-describedby"
                | "aria-label"
        ),
    }
}

impl Draft {
    /// Sets an attribute, or takes it away.
    pub fn set(&mut self, name: &'static str, value: Option<&str>) {
        if tells_apart(name) {
            self.names.retain(|(other, _)| *other != name);
            self.names.extend(value.map(|value| (name, value.to_owned())));
            return;
        }
        if let Some((from, to)) = self.find(name) {
            let after = self.kind.split_off(to);
            self.kind.truncate(from);
            self.kind.push_str(&after);
        }
        if let Some(value) = value {
            self.kind.push(APART);
            self.kind.push_str(name);
            self.kind.push(APART);
            self.kind.push_str(value);
        }
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        if tells_apart(name) {
            let own = self.names.iter().find(|(other, _)| *other == name);
            return own.map(|(_, value)| value.as_str());
        }
        let (from, to) = self.find(name)?;
        self.kind.get(from + name.len() + 2..to)
    }

    /// From where to where an attribute stands in the kind.
    fn find(&self, name: &str) -> Option<(usize, usize)> {
        let mut parts = self.kind.split(APART);
        let mut from = parts.next()?.len();
        loop {
            let (other, value) = (parts.next()?, parts.next()?);
            let to = from + other.len() + value.len() + 2;
            if other == name {
                return Some((from, to));
            }
            from = to;
        }
    }

    /// Appends a text.
    pub fn text(&mut self, text: &str) {
        if !text.is_empty() {
            self.content.push(Part::Text(text.to_owned()));
        }
    }

    /// Appends a child; `own` is the node of this draft.
    pub fn child(&mut self, own: &Rc<Node>, child: Rc<Node>) {
        child.move_to(Rc::downgrade(own));
        self.content.push(Part::Child(child));
    }

    /// Takes all content away.
    pub fn clear(&mut self) {
        for part in self.content.drain(..) {
            if let Part::Child(child) = part {
                child.move_to(Weak::new());
            }
        }
    }

    /// Makes the element and all in it.
    fn make(self) -> Element {
        let element = copy(self.kind);
        for (name, value) in &self.names {
            let _ = element.set_attribute(name, value);
        }
        for part in self.content {
            let _ = match part {
                Part::Text(text) => element.append_with_str_1(&text),
                Part::Child(child) => element.append_child(&child.make()).map(drop),
            };
        }
        self.later.into_iter().for_each(|act| act(&element));
        element
    }
}

/// An element of a kind.
fn copy(kind: String) -> Element {
    thread_local! {
        static MODELS: RefCell<Map<String, Element>> = const { RefCell::new(Map::new()) };
    }
    let copy = |model: &Element| model.clone_node().ok().map(JsCast::unchecked_into);
    if let Some(copy) = MODELS.with_borrow(|models| models.get(&kind).and_then(copy)) {
        return copy;
    }
    let mut parts = kind.split(APART);
    // Tags and names are this app's own literals, which browsers accept.
    let model = document().create_element(parts.next().unwrap_or_default());
    let model = model.unwrap_or_else(|_| nothing());
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        let _ = model.set_attribute(name, value);
    }
    let copy = copy(&model).unwrap_or_else(nothing);
    MODELS.with_borrow_mut(|models| models.insert(kind, model));
    copy
}

impl Node {
    /// An element that is yet to be made.
    pub fn new(tag: &'static str) -> Rc<Node> {
        let draft = Draft {
            kind: String::from(tag),
            names: Vec::new(),
            content: Vec::new(),
            parent: Weak::new(),
            later: Vec::new(),
        };
        Rc::new(Node {
            element: OnceCell::new(),
            draft: RefCell::new(Some(draft)),
            shown: RefCell::new(None),
        })
    }

    /// The browser's element; made now, with all around it, if it was not.
    pub fn element(self: &Rc<Node>) -> &Element {
        if self.element.get().is_none() {
            let mut whole = self.clone();
            while let Some(parent) = whole.parent() {
                whole = parent;
            }
            whole.make();
        }
        self.element.get_or_init(nothing)
    }

    fn make(&self) -> Element {
        if let Some(draft) = self.draft.take() {
            let _ = self.element.set(draft.make());
        }
        self.element.get().cloned().unwrap_or_else(nothing)
    }

    /// Shows a text in place of what the element shows now; one that stands there
    /// already is left alone.
    pub fn show(self: &Rc<Node>, text: &str) {
        if self.shown.borrow().as_deref() == Some(text) {
            return;
        }
        self.shown.replace(Some(text.to_owned()));
        if let Some(draft) = &mut *self.draft.borrow_mut() {
            draft.clear();
            return draft.text(text);
        }
        // One text node is kept: changing its data is the cheapest change there is.
        match self.element().first_child() {
            Some(node) if node.node_type() == web_sys::Node::TEXT_NODE => {
                node.set_node_value(Some(text));
            }
            _ => self.element().set_text_content(Some(text)),
        }
    }

    /// Does something to the element, once it is made; nothing where it only says
    /// what is so with a new element.
    pub fn act(self: &Rc<Node>, as_new: bool, act: Later) {
        if let Some(draft) = &mut *self.draft.borrow_mut() {
            if !(as_new && draft.later.is_empty()) {
                draft.later.push(act);
            }
            return;
        }
        act(self.element());
    }

    /// Something else is shown from now on.
    pub fn forget_text(&self) {
        self.shown.replace(None);
    }

    fn move_to(&self, parent: Weak<Node>) {
        if let Some(draft) = &mut *self.draft.borrow_mut() {
            draft.parent = parent;
        }
    }

    fn parent(&self) -> Option<Rc<Node>> {
        self.draft.borrow().as_ref().and_then(|draft| draft.parent.upgrade())
    }
}

/// What stands for an element that the browser refused: it never does.
fn nothing() -> Element {
    document().document_element().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}
