//! One page of the browser, used as a user uses it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::browser::Profile;
use crate::devtools::Devtools;
use crate::log::{Log, exception};

/// How long [`Page::wait_for`] and what builds on it waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// A page. Selectors are CSS and mean the first match; what they name is waited
/// for. Everything panics, at the line that called it, when it cannot be done.
pub struct Page {
    devtools: RefCell<Devtools>,
    log: RefCell<Log>,
    /// Kept so that the profile stays as long as its pages.
    _profile: Profile,
}

impl Page {
    /// Takes over a blank page.
    #[track_caller]
    pub fn attach(devtools: Devtools, profile: Profile) -> Page {
        let page =
            Page { devtools: RefCell::new(devtools), log: RefCell::default(), _profile: profile };
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            page.call(&format!("{domain}.enable"), &json!({}));
        }
        page
    }

    /// Goes to an address and waits until it has loaded; if only the part behind
    /// `#` is new, nothing is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        let loads = self.log.borrow().loads;
        let gone = self.call("Page.navigate", &json!({ "url": url }));
        if let Some(error) = gone["errorText"].as_str() {
            self.fail(&format!("{url} did not open: {error}"));
        }
        if gone["loaderId"].is_string() {
            self.wait_for_load(loads);
        }
    }

    /// Loads the page again, as F5 does.
    #[track_caller]
    pub fn reload(&self) {
        let loads = self.log.borrow().loads;
        self.call("Page.reload", &json!({}));
        self.wait_for_load(loads);
    }

    #[track_caller]
    fn wait_for_load(&self, before: usize) {
        let deadline = Instant::now() + PATIENCE;
        while self.log.borrow().loads == before {
            let next = self.devtools.borrow_mut().next_event(deadline);
            let Some((event, params)) = next else {
                self.fail("the page did not finish to load");
            };
            let mut devtools = self.devtools.borrow_mut();
            self.log.borrow_mut().note(&mut devtools, &event, &params);
        }
    }

    /// Runs JavaScript in the page and returns its value; a promise is awaited.
    #[track_caller]
    pub fn eval(&self, js: &str) -> Value {
        match self.try_eval(js) {
            Ok(value) => value,
            Err(error) => self.fail(&format!("`{js}` failed: {error}")),
        }
    }

    fn try_eval(&self, js: &str) -> Result<Value, String> {
        let mut answer = self.try_call(
            "Runtime.evaluate",
            &json!({
                "expression": js,
                "awaitPromise": true,
                "returnByValue": true,
                // Or the page's policy would not be in force here.
                "allowUnsafeEvalBlockedByCSP": false,
                "userGesture": true,
            }),
        )?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(exception(details)),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// Waits until a JavaScript expression is true and returns its value; it is
    /// looked at in every frame. An expression that throws is not true yet.
    #[track_caller]
    pub fn wait_for(&self, js: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let last = match self.try_eval(&until(js, left)) {
                Ok(answer) if answer["found"] == true => return answer["value"].clone(),
                Ok(answer) => answer["value"].to_string(),
                Err(error) if error.starts_with("SyntaxError") => self.fail(&error),
                // A navigation in between ends the script: it begins again.
                Err(error) => error,
            };
            if left.is_zero() {
                self.fail(&format!("waited {PATIENCE:?} for `{js}`; last: {last}"));
            }
        }
    }

    /// Waits until something matches the selector.
    #[track_caller]
    pub fn wait_for_element(&self, css: &str) {
        self.wait_for(&format!("document.querySelector({})", quoted(css)));
    }

    /// How many elements match now.
    #[track_caller]
    pub fn count(&self, css: &str) -> u64 {
        let js = format!("document.querySelectorAll({}).length", quoted(css));
        self.eval(&js).as_u64().unwrap_or_default()
    }

    /// The text an element shows.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        self.read(css, "innerText.trim()")
    }

    /// What a control holds.
    #[track_caller]
    pub fn value(&self, css: &str) -> String {
        self.read(css, "value")
    }

    #[track_caller]
    fn read(&self, css: &str, property: &str) -> String {
        self.reach(css);
        self.wait_for_element(css);
        let value = self.eval(&format!("document.querySelector({}).{property}", quoted(css)));
        match value.as_str() {
            Some(text) => text.to_owned(),
            None => self.fail(&format!("`{css}` has no text in `{property}` but {value}")),
        }
    }

    /// Makes the window this large, in CSS pixels, and a phone's if `mobile`.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32, mobile: bool, scale: f64) {
        self.call(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "mobile": mobile, "deviceScaleFactor": scale }),
        );
        self.call("Emulation.setTouchEmulationEnabled", &json!({ "enabled": mobile }));
    }

    /// Makes the processor this many times slower.
    #[track_caller]
    pub fn cpu_throttle(&self, rate: f64) {
        self.call("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }));
    }

    /// What the page sees of the user's wishes: `media` is `screen` or `print`,
    /// `scheme` is `light` or `dark`.
    #[track_caller]
    pub fn appearance(&self, media: &str, scheme: &str) {
        self.call(
            "Emulation.setEmulatedMedia",
            &json!({
                "media": media,
                "features": [{ "name": "prefers-color-scheme", "value": scheme }],
            }),
        );
    }

    /// Runs JavaScript in every document opened from now on, before its own.
    #[track_caller]
    pub fn init_script(&self, js: &str) {
        let params = json!({ "source": js });
        self.call("Page.addScriptToEvaluateOnNewDocument", &params);
    }

    /// Saves a picture of the window as PNG.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        if let Err(error) = self.save("Page.captureScreenshot", &json!({}), path) {
            self.fail(&error);
        }
    }

    /// Prints the page as PDF, in the paper size its style asks for.
    #[track_caller]
    pub fn pdf(&self, path: &Path) {
        let params = json!({ "preferCSSPageSize": true, "printBackground": true });
        if let Err(error) = self.save("Page.printToPDF", &params, path) {
            self.fail(&error);
        }
    }

    fn save(&self, method: &str, params: &Value, path: &Path) -> Result<(), String> {
        let answer = self.try_call(method, params)?;
        let data = answer["data"].as_str().unwrap_or_default();
        let bytes = BASE64.decode(data.as_bytes()).map_err(|error| format!("{method}: {error}"))?;
        let folder = path.parent().unwrap_or(path);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(path, bytes))
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Answers dialogs from now on with "cancel" instead of "OK".
    pub fn refuse_dialogs(&self, refuse: bool) {
        self.log.borrow_mut().refuse_dialogs = refuse;
    }

    /// The texts of the dialogs that came up since the last call.
    #[track_caller]
    pub fn take_dialogs(&self) -> Vec<String> {
        self.eval("0");
        std::mem::take(&mut self.log.borrow_mut().dialogs)
    }

    /// What went wrong in the page since the last call: exceptions, errors on
    /// the console, failed requests, violations of the policy. A journey that
    /// brings errors about takes them; any that are left make it fail in the end.
    #[track_caller]
    pub fn take_errors(&self) -> Vec<String> {
        self.eval("0");
        std::mem::take(&mut self.log.borrow_mut().errors)
    }

    /// The addresses the page asked for since the last call.
    #[track_caller]
    pub fn take_requests(&self) -> Vec<String> {
        self.eval("0");
        std::mem::take(&mut self.log.borrow_mut().requests)
    }

    /// Calls a method of the DevTools protocol.
    #[track_caller]
    pub fn call(&self, method: &str, params: &Value) -> Value {
        match self.try_call(method, params) {
            Ok(answer) => answer,
            Err(error) => self.fail(&error),
        }
    }

    fn try_call(&self, method: &str, params: &Value) -> Result<Value, String> {
        let mut log = self.log.borrow_mut();
        let mut devtools = self.devtools.borrow_mut();
        devtools.call(method, params, |devtools, event, params| {
            log.note(devtools, event, params);
        })
    }

    /// Ends the journey; what the console said follows when the page is dropped.
    #[track_caller]
    pub fn fail(&self, message: &str) -> ! {
        panic!("{message}")
    }
}

/// A failed journey leaves the page's console in its output, and a picture. One
/// that ends well fails nevertheless if something went wrong in the page.
impl Drop for Page {
    fn drop(&mut self) {
        let is_failed = std::thread::panicking();
        if !is_failed {
            // What the page said last comes before the answer.
            drop(self.try_eval("0"));
        }
        if is_failed || !self.log.borrow().errors.is_empty() {
            let path = picture();
            eprintln!("console: {:#?}", self.log.borrow().console);
            match self.save("Page.captureScreenshot", &json!({}), &path) {
                Ok(()) => eprintln!("picture: {}", path.display()),
                Err(error) => eprintln!("no picture: {error}"),
            }
        }
        // A page that has crashed cannot be closed, and need not be.
        drop(self.try_call("Page.close", &json!({})));
        if !is_failed {
            assert_eq!(self.log.borrow().errors, [""; 0], "something went wrong in the page");
        }
    }
}

/// Where the picture of the running test goes.
fn picture() -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("journey").replace("::", "-");
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/journeys").join(test + ".png")
}

/// A text as JavaScript writes it.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A promise of the expression's value as soon as it is true, or of what it was
/// last. Elements cannot leave the page: they become `true`. A page that draws
/// no frames is looked at anyway.
fn until(js: &str, limit: Duration) -> String {
    format!(
        "new Promise((done) => {{
          const end = performance.now() + {limit};
          const look = () => {{
            let value;
            try {{ value = ({js}); }} catch (error) {{ value = undefined; }}
            const found = Boolean(value);
            if (found || performance.now() > end)
              return done({{ found, value: value instanceof Node ? true : value }});
            let asked = true;
            const again = () => {{ if (asked) {{ asked = false; look(); }} }};
            requestAnimationFrame(again);
            setTimeout(again, 100);
          }};
          look();
        }})",
        limit = limit.as_millis()
    )
}
