//! What a user's hands do to a [`Page`]: mouse, keys, files.

use std::path::Path;

use serde_json::{Value, json};

use crate::keys;
use crate::page::{Page, quoted};

impl Page {
    /// Clicks the middle of an element with the mouse, once it is enabled and
    /// nothing lies over it.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let (x, y) = self.middle(css);
        self.mouse("mouseMoved", x, y, json!({}));
        let left = json!({ "button": "left", "clickCount": 1 });
        self.mouse("mousePressed", x, y, left.clone());
        self.mouse("mouseReleased", x, y, left);
    }

    /// Turns the mouse wheel over an element; down is positive, in pixels.
    #[track_caller]
    pub fn wheel(&self, css: &str, dy: i32) {
        let (x, y) = self.middle(css);
        self.mouse("mouseMoved", x, y, json!({}));
        self.mouse("mouseWheel", x, y, json!({ "deltaX": 0, "deltaY": dy }));
    }

    #[track_caller]
    fn mouse(&self, kind: &str, x: f64, y: f64, mut event: Value) {
        event["type"] = json!(kind);
        event["x"] = json!(x);
        event["y"] = json!(y);
        self.call("Input.dispatchMouseEvent", &event);
    }

    /// Scrolls an element into view and returns its middle once it is there.
    #[track_caller]
    fn middle(&self, css: &str) -> (f64, f64) {
        self.reach(css);
        let point = self.wait_for(&format!("({MIDDLE})({})", quoted(css)));
        let at = |name: &str| point[name].as_f64().unwrap_or_default();
        (at("x"), at("y"))
    }

    /// Puts the cursor into a control, at the end of what it holds.
    #[track_caller]
    pub fn focus(&self, css: &str) {
        self.reach(css);
        self.wait_for(&format!(
            "((e) => {{ e.focus(); return document.activeElement === e; }})(document.querySelector({}))",
            quoted(css)
        ));
    }

    /// Types into a control, after what it holds.
    #[track_caller]
    pub fn type_text(&self, css: &str, text: &str) {
        self.focus(css);
        self.press("End");
        self.call("Input.insertText", &json!({ "text": text }));
    }

    /// Empties a control, as selecting all and deleting does.
    #[track_caller]
    pub fn clear(&self, css: &str) {
        self.focus(css);
        self.eval("document.activeElement.select()");
        self.press("Delete");
    }

    /// Empties a control and types into it.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) {
        self.clear(css);
        self.type_text(css, text);
    }

    /// Types over what a control holds, which is never empty in between.
    #[track_caller]
    pub fn retype(&self, css: &str, text: &str) {
        self.focus(css);
        self.eval("document.activeElement.select()");
        self.call("Input.insertText", &json!({ "text": text }));
    }

    /// Picks an option of a `select` by its value.
    #[track_caller]
    pub fn choose(&self, css: &str, value: &str) {
        self.reach(css);
        self.wait_for_element(css);
        let chosen = self.eval(&format!(
            "((e, value) => {{ e.value = value; for (const name of [\"input\", \"change\"]) \
             e.dispatchEvent(new Event(name, {{ bubbles: true }})); return e.value; }})\
             (document.querySelector({}), {})",
            quoted(css),
            quoted(value)
        ));
        if chosen != value {
            self.fail(&format!("`{css}` has no option `{value}`"));
        }
    }

    /// Presses a key or a combination: `Tab`, `Enter`, `Shift+Tab`, `Control+z`.
    #[track_caller]
    pub fn press(&self, combination: &str) {
        match keys::events(combination) {
            Some(events) => events.iter().for_each(|event| {
                self.call("Input.dispatchKeyEvent", event);
            }),
            None => self.fail(&format!("no key is called `{combination}`")),
        }
    }

    /// Picks files in a file input, which may be hidden.
    #[track_caller]
    pub fn set_files(&self, css: &str, paths: &[&Path]) {
        self.wait_for_element(css);
        let document = self.call("DOM.getDocument", &json!({ "depth": 0 }));
        let found = self.call(
            "DOM.querySelector",
            &json!({ "nodeId": document["root"]["nodeId"], "selector": css }),
        );
        self.call("DOM.setFileInputFiles", &json!({ "nodeId": found["nodeId"], "files": paths }));
    }
}

/// The middle of an element in the window, or nothing while it cannot be clicked.
/// A label counts for its control.
const MIDDLE: &str = r#"(css) => {
  const element = document.querySelector(css);
  if (!element || element.disabled) return null;
  element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = element.getBoundingClientRect();
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  const hit = document.elementFromPoint(x, y);
  const label = hit && hit.closest("label");
  const reached = hit && (element.contains(hit) || (label && label.control === element));
  return box.width && box.height && reached ? { x, y } : null;
}"#;
