//! The page as one hears it: what live regions say, and what the accessibility
//! tree calls a thing.

use serde_json::{Value, json};

use crate::page::{Page, quoted};

/// Keeps what is said: every text that a live region gets.
const LISTEN: &str = "window.heard = []; \
    const regions = '[role=status], [role=alert], [aria-live]'; \
    const hear = (region) => { const text = region.innerText.trim(); \
      if (text && heard.at(-1) !== text) heard.push(text); }; \
    new MutationObserver((changes) => { \
      const told = new Set(); \
      for (const { target, addedNodes } of changes) { \
        const element = target.nodeType === 1 ? target : target.parentElement; \
        const region = element?.closest(regions); \
        if (region) told.add(region); \
        for (const node of addedNodes) if (node.matches?.('[role=alert]')) told.add(node); \
      } \
      told.forEach(hear); \
    }).observe(document.body, { subtree: true, childList: true, characterData: true }); 0";

/// A node of the accessibility tree.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub role: String,
    pub name: String,
    pub description: String,
    properties: Vec<(String, Value)>,
}

impl Node {
    fn of(node: &Value) -> Node {
        let text = |key: &str| match &node[key]["value"] {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let properties = node["properties"].as_array().map_or(&[][..], Vec::as_slice);
        Node {
            role: text("role"),
            name: text("name"),
            description: text("description"),
            properties: properties
                .iter()
                .map(|one| (text_of(&one["name"]), one["value"]["value"].clone()))
                .collect(),
        }
    }

    /// A property, such as `checked`, `selected` or `level`; null where it has none.
    pub fn property(&self, name: &str) -> &Value {
        let found = self.properties.iter().find(|(known, _)| known == name);
        found.map_or(&Value::Null, |(_, value)| value)
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Page {
    /// Begins to listen to the live regions; forgets what was heard before.
    #[track_caller]
    pub fn listen(&self) {
        self.eval(&format!("(() => {{ {LISTEN} }})()"));
    }

    /// Waits until something with these words is said.
    #[track_caller]
    pub fn hears(&self, words: &str) {
        self.wait_for(&format!("heard.some((text) => text.includes({}))", quoted(words)));
    }

    /// All that was said since the page is listened to.
    #[track_caller]
    pub fn heard(&self) -> Vec<String> {
        let heard = self.eval("heard");
        heard.as_array().into_iter().flatten().map(text_of).collect()
    }

    /// All nodes of the accessibility tree that are not ignored.
    #[track_caller]
    pub fn tree(&self) -> Vec<Node> {
        let answer = self.call("Accessibility.getFullAXTree", &json!({}));
        let nodes = answer["nodes"].as_array().map_or(&[][..], Vec::as_slice);
        nodes.iter().filter(|node| node["ignored"] != true).map(Node::of).collect()
    }

    /// What the accessibility tree says of one element.
    #[track_caller]
    pub fn node(&self, css: &str) -> Node {
        self.reach(css);
        self.wait_for_element(css);
        self.described(&format!("document.querySelector({})", quoted(css)))
    }

    /// What the accessibility tree says of the element that has the focus.
    #[track_caller]
    pub fn focused_node(&self) -> Node {
        self.described("document.activeElement")
    }

    #[track_caller]
    fn described(&self, js: &str) -> Node {
        let found = self.call("Runtime.evaluate", &json!({ "expression": js }));
        let answer = self.call(
            "Accessibility.getPartialAXTree",
            &json!({ "objectId": found["result"]["objectId"], "fetchRelatives": false }),
        );
        Node::of(&answer["nodes"][0])
    }
}
