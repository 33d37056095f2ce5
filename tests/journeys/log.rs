//! What a page did besides what it shows: errors, console, requests, dialogs.

use serde_json::{Value, json};

use crate::devtools::Devtools;

/// Everything noted since it was last taken.
#[derive(Default)]
pub struct Log {
    /// Uncaught exceptions, `console.error`, refused requests, policy violations.
    pub errors: Vec<String>,
    /// All that the console shows, errors among it; kept for failure messages.
    pub console: Vec<String>,
    /// Addresses asked for, but not `data:` and `blob:`, which leave no page.
    pub requests: Vec<String>,
    /// The texts of `alert`, `confirm`, `prompt` and of leaving.
    pub dialogs: Vec<String>,
    /// Dialogs are answered with "cancel" instead of "OK".
    pub refuse_dialogs: bool,
    /// How many documents have finished to load.
    pub loads: usize,
}

impl Log {
    /// Notes an event, and answers a dialog, which stops the page until then.
    pub fn note(&mut self, devtools: &mut Devtools, event: &str, params: &Value) {
        match event {
            "Page.loadEventFired" => self.loads += 1,
            "Network.requestWillBeSent" => self.request(&params["request"]["url"]),
            "Runtime.exceptionThrown" => self.error(exception(&params["exceptionDetails"])),
            "Runtime.consoleAPICalled" => self.console_call(params),
            "Log.entryAdded" => self.entry(&params["entry"]),
            "Inspector.targetCrashed" => self.error("the page crashed".to_owned()),
            "Page.javascriptDialogOpening" => {
                self.dialogs.push(text(&params["message"]));
                let answer = json!({ "accept": !self.refuse_dialogs });
                if let Err(error) = devtools.send("Page.handleJavaScriptDialog", &answer) {
                    self.error(error);
                }
            }
            _ => {}
        }
    }

    fn request(&mut self, url: &Value) {
        let url = text(url);
        if !url.starts_with("data:") && !url.starts_with("blob:") {
            self.requests.push(url);
        }
    }

    fn console_call(&mut self, params: &Value) {
        let arguments = params["args"].as_array().map_or(&[][..], Vec::as_slice);
        let words: Vec<String> = arguments
            .iter()
            .map(|argument| match argument["description"].as_str() {
                Some(description) => description.to_owned(),
                None => text(&argument["value"]),
            })
            .collect();
        match params["type"].as_str() {
            Some("error" | "assert") => self.error(words.join(" ")),
            kind => {
                let kind = kind.unwrap_or_default();
                self.console.push(format!("{kind}: {}", words.join(" ")));
            }
        }
    }

    fn entry(&mut self, entry: &Value) {
        let line = format!("{} ({})", text(&entry["text"]), text(&entry["url"]));
        if entry["level"] == "error" {
            self.error(line);
        } else {
            self.console.push(line);
        }
    }

    fn error(&mut self, line: String) {
        self.console.push(format!("error: {line}"));
        self.errors.push(line);
    }
}

/// The text of an exception, with its stack where there is one.
pub fn exception(details: &Value) -> String {
    match details["exception"]["description"].as_str() {
        Some(description) => description.to_owned(),
        None => format!("{} {}", text(&details["text"]), details["exception"]["value"]),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
