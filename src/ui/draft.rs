//! Elements before they stand in the browser.
//!
//! Each call into the browser costs as much as what it does there. What is built
//! is therefore noted down first, with all that is set on it until it is shown,
//! and handed over as one text, which the browser's own parser makes elements of.
//! An element is looked up only when something changes on it for the first time.
//!
//! This is the one place that writes markup into the page. Tags and names of
//! attributes are this app's own literals; all else is escaped.

use leptos::prelude::document;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DocumentFragment, Element, HtmlTemplateElement, NodeList};

/// An element, in the browser or on its way there.
pub struct Node {
    element: OnceCell<Element>,
    /// Where it is found in what was made together with it.
    place: Cell<Option<(NodeList, u32)>>,
    /// What is noted down; nothing once the element is made.
    pub draft: RefCell<Option<Draft>>,
    /// The text that it shows and nothing else, where that is known.
    shown: RefCell<Option<String>>,
}

/// An element that is not made yet.
pub struct Draft {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Part>,
    parent: Weak<Node>,
    /// What a control holds.
    pub value: Option<String>,
    /// What is done once the element is made.
    later: Vec<Later>,
}

/// Something that no attribute can do.
type Later = Box<dyn FnOnce(&Element)>;

enum Part {
    Text(String),
    Child(Rc<Node>),
}

impl Draft {
    /// Sets an attribute, or takes it away.
    pub fn set(&mut self, name: &'static str, value: Option<&str>) {
        self.attributes.retain(|(other, _)| *other != name);
        self.attributes.extend(value.map(|value| (name, value.to_owned())));
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
    }

    /// Appends a text.
    pub fn text(&mut self, text: &str) {
        self.content.push(Part::Text(text.to_owned()));
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
}

/// Elements as the text that a browser makes them of.
#[derive(Default)]
struct Markup {
    text: String,
    /// Those that somebody holds on to or that are not done yet, in the order of
    /// the text.
    live: Vec<(Rc<Node>, Vec<Later>)>,
    /// All tags, in their order: a parser corrects what does not belong into each
    /// other, and nothing here should need it.
    #[cfg(debug_assertions)]
    tags: Vec<&'static str>,
}

/// The attribute of those elements.
const LIVE: &str = "data-live";

impl Markup {
    fn add(&mut self, node: Rc<Node>) {
        let Some(mut draft) = node.draft.take() else {
            // It was made before: this is changed for it.
            self.text.push_str("<template data-live></template>");
            self.live.push((node, Vec::new()));
            return;
        };
        if let Some(value) = draft.value.take().filter(|value| !value.is_empty()) {
            match draft.tag {
                "input" => draft.set("value", Some(&value)),
                "textarea" => draft.text(&value),
                _ => draft.later.push(Box::new(move |element| set_value(element, &value))),
            }
        }
        #[cfg(debug_assertions)]
        self.tags.push(draft.tag);
        self.text.push('<');
        self.text.push_str(draft.tag);
        for (name, value) in &draft.attributes {
            self.text.push(' ');
            self.text.push_str(name);
            if !value.is_empty() {
                self.text.push_str("=\"");
                self.escape(value);
                self.text.push('"');
            }
        }
        if !draft.later.is_empty() || Rc::strong_count(&node) > 1 {
            self.text.push(' ');
            self.text.push_str(LIVE);
            self.live.push((node, draft.later));
        }
        self.text.push('>');
        // Elements without content and without end.
        if matches!(draft.tag, "input" | "br" | "hr" | "col" | "img") {
            return;
        }
        if draft.tag == "textarea" {
            // A line break at the beginning would be left out.
            self.text.push('\n');
        }
        for part in draft.content {
            match part {
                Part::Text(text) => self.escape(&text),
                Part::Child(child) => self.add(child),
            }
        }
        self.text.push_str("</");
        self.text.push_str(draft.tag);
        self.text.push('>');
    }

    /// Writes what may stand in a text and between quotes alike.
    fn escape(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let written = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.text.push_str(text.get(from..at).unwrap_or_default());
            self.text.push_str(written);
            from = at + 1;
        }
        self.text.push_str(text.get(from..).unwrap_or_default());
    }

    /// The parser made the elements that were noted down and no others.
    #[cfg(debug_assertions)]
    fn check(&self, content: &DocumentFragment) {
        let Ok(made) = content.query_selector_all("*") else { return };
        let made = (0..made.length()).filter_map(|at| made.item(at)).map(|one| one.node_name());
        let made: Vec<String> = made.map(|name| name.to_lowercase()).collect();
        let made: Vec<&str> =
            made.iter().map(String::as_str).filter(|t| *t != "template").collect();
        assert_eq!(made, self.tags, "{}", self.text);
    }

    /// Makes the elements.
    fn parse(self) -> DocumentFragment {
        let template = document().create_element("template").unwrap_or_else(|_| nothing());
        template.set_inner_html(&self.text);
        let content = template.unchecked_into::<HtmlTemplateElement>().content();
        if let Ok(found) = content.query_selector_all("[data-live]") {
            #[cfg(debug_assertions)]
            self.check(&content);
            for ((node, later), at) in self.live.into_iter().zip(0..) {
                if let (Some(made), Some(stead)) = (node.element.get(), found.item(at)) {
                    let _ = stead.unchecked_into::<Element>().replace_with_with_node_1(made);
                    continue;
                }
                node.place.set(Some((found.clone(), at)));
                later.into_iter().for_each(|act| act(node.element()));
            }
        }
        content
    }
}

impl Node {
    /// An element that is yet to be made.
    pub fn new(tag: &'static str) -> Rc<Node> {
        let draft = Draft {
            tag,
            attributes: Vec::new(),
            content: Vec::new(),
            parent: Weak::new(),
            value: None,
            later: Vec::new(),
        };
        Rc::new(Node {
            element: OnceCell::new(),
            place: Cell::new(None),
            draft: RefCell::new(Some(draft)),
            shown: RefCell::new(None),
        })
    }

    /// The browser's element; made now, with all around it, if it was not.
    pub fn element(self: &Rc<Node>) -> &Element {
        if self.draft.borrow().is_some() {
            let mut whole = self.clone();
            while let Some(parent) = whole.parent() {
                whole = parent;
            }
            make([whole]);
        }
        self.element.get_or_init(|| {
            let found = self.place.take().and_then(|(found, at)| found.item(at));
            found.map_or_else(nothing, JsCast::unchecked_into)
        })
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

    /// Does something to the element, once it is made.
    pub fn act(self: &Rc<Node>, act: Later) {
        if let Some(draft) = &mut *self.draft.borrow_mut() {
            return draft.later.push(act);
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

/// Makes elements, and all that is in them.
pub fn make(nodes: impl IntoIterator<Item = Rc<Node>>) -> DocumentFragment {
    let mut markup = Markup::default();
    nodes.into_iter().for_each(|node| markup.add(node));
    markup.parse()
}

/// What stands for an element that the browser refused: it never does.
fn nothing() -> Element {
    document().document_element().unwrap_or_else(|| JsValue::NULL.unchecked_into())
}

/// Puts a value into a control; what stands there already is left alone, so that
/// the cursor stays.
pub fn set_value(element: &Element, value: &str) {
    let key = JsValue::from_str("value");
    let now = js_sys::Reflect::get(element, &key).ok().and_then(|v| v.as_string());
    if now.as_deref() != Some(value) {
        let _ = js_sys::Reflect::set(element, &key, &value.into());
    }
}
