//! The built page in the other engines: `cargo xtask engines`. Each opens it from
//! a server and from a disk, uses it as one would, loads it again, and opens the
//! link that it made.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::devtools::Devtools;
use crate::steps::both;

/// Uses the page from within, and promises what came of it as JSON: an object, or
/// the text of what went wrong. `"first"` fills in and shares, `"again"` tells the
/// total, `"shared"` tells that of a form that came in.
const WALK: &str = r##"
async (step) => {
  const until = async (what, is) => {
    const late = performance.now() + 20000;
    for (;;) {
      const found = is();
      if (found) return found;
      if (performance.now() > late) throw `waited for ${what}`;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const one = (css) => until(css, () => document.querySelector(css));
  const click = async (css) => (await one(css)).click();
  const total = () => document.querySelector("[data-total] [data-points]").textContent;
  const first = async () => {
    location.hash = "#/fill/2";
    await click("[data-field='2.model'] input[value=yes]");
    await until("2 points", () => total() === "2");
    location.hash = "#/fill/26";
    const figure = await one("[data-field='26.handled']");
    figure.value = "９６．５％";
    figure.dispatchEvent(new Event("input", { bubbles: true }));
    figure.dispatchEvent(new Event("change", { bubbles: true }));
    await until("more points", () => total() !== "2");
    await click("[data-indicator='26'] [data-action=explain]");
    await one("[data-indicator='26'] [data-explain]");
    for (const view of ["overview", "departments", "compare", "plan", "report", "forms", "fill"]) {
      await click(`.tabs a[href='#/${view}']`);
      await one(`[data-view=${view}]`);
    }
    await until("saved", () => /已保存/.test(document.querySelector("[data-saved]").textContent));
    // A page on a disk has no address for others.
    if (location.protocol === "file:") return { total: total() };
    await click("[data-action=share]");
    const link = await until("a link", () => document.querySelector("[data-link]")?.value);
    return { total: total(), link };
  };
  try {
    await until("a page that answers", () => document.documentElement.hasAttribute("data-ready"));
    if (step === "shared") await one("[data-shared]");
    const told = step === "first" ? await first() : { total: total() };
    const notice = document.querySelector("[data-message]");
    if (notice) throw `told: ${notice.textContent}`;
    return JSON.stringify(told);
  } catch (reason) {
    return JSON.stringify(String(reason));
  }
}
"##;

/// A browser that goes to an address, and runs JavaScript that promises a text.
trait Engine {
    fn go(&mut self, url: &str);
    fn run(&mut self, js: &str) -> String;
}

fn journey(engine: &mut impl Engine) {
    for url in both() {
        let walk = |engine: &mut dyn Engine, step: &str| {
            let told = engine.run(&format!("({WALK})({step:?})"));
            let told: Value = serde_json::from_str(&told).unwrap_or_default();
            assert!(told.is_object(), "{url}, {step}: {told}");
            told
        };
        engine.go(&url);
        let first = walk(engine, "first");
        engine.go("about:blank");
        engine.go(&url);
        assert_eq!(walk(engine, "again")["total"], first["total"], "{url}, loaded again");
        let Some(link) = first["link"].as_str() else { continue };
        engine.go("about:blank");
        engine.go(link);
        assert_eq!(walk(engine, "shared")["total"], first["total"], "{url}, the link");
    }
}

/// A program that ends with the test.
struct Program(Child);

impl Program {
    #[track_caller]
    fn start(command: &mut Command) -> Program {
        match command.stdin(Stdio::null()).spawn() {
            Ok(child) => Program(child),
            Err(error) => panic!("{command:?}: {error}"),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // Its last writers may still be at it; the system empties the place in time.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Firefox, by WebDriver BiDi.
struct Firefox {
    bidi: Devtools,
    context: Value,
    _program: Program,
    /// After the program, which writes in it.
    _profile: Folder,
}

impl Firefox {
    fn start() -> Firefox {
        let profile = format!("qiangxian-firefox-{}", std::process::id());
        let profile = Folder(std::env::temp_dir().join(profile));
        std::fs::create_dir_all(&profile.0).expect("a folder for the profile");
        let mut command = Command::new("firefox-esr");
        command.args(["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile"]);
        command.arg(&profile.0).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut program = Program::start(&mut command);
        let said = program.0.stderr.take().expect("what Firefox says");
        let address = BufReader::new(said)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once("listening on ws://")?.1.trim().to_owned()))
            .expect("Firefox says where it listens");
        let mut bidi = Devtools::connect(&address, "/session").expect("a connection");
        let made = bidi.call("session.new", &json!({ "capabilities": {} }), |_, _, _| {});
        made.expect("a session");
        let tree = bidi.call("browsingContext.getTree", &json!({}), |_, _, _| {});
        let context = tree.expect("a page")["contexts"][0]["context"].take();
        Firefox { bidi, context, _program: program, _profile: profile }
    }

    fn call(&mut self, method: &str, params: &Value) -> Value {
        match self.bidi.call(method, params, |_, _, _| {}) {
            Ok(answer) => answer,
            Err(error) => panic!("{error}"),
        }
    }
}

impl Engine for Firefox {
    fn go(&mut self, url: &str) {
        let to = json!({ "context": self.context, "url": url, "wait": "complete" });
        self.call("browsingContext.navigate", &to);
    }

    fn run(&mut self, js: &str) -> String {
        let script = json!({
            "expression": js,
            "target": { "context": self.context },
            "awaitPromise": true,
            "userActivation": true,
        });
        let answer = self.call("script.evaluate", &script);
        answer["result"]["value"].as_str().unwrap_or_default().to_owned()
    }
}

/// WebKit's own small browser, by WebDriver; it draws on a display of its own.
struct WebKit {
    port: u16,
    session: String,
    _driver: Program,
    _display: Program,
}

impl WebKit {
    fn start() -> WebKit {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1440x900x24"]);
        let mut display = Program::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let number = display.0.stdout.take().map(line).expect("the display's number");
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = free.expect("a free port").port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env("DISPLAY", format!(":{number}"));
        let driver = Program::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
        let mut webkit =
            WebKit { port, session: String::new(), _driver: driver, _display: display };
        let asked = json!({ "capabilities": { "alwaysMatch": {} } });
        let made = webkit.post("", &asked);
        webkit.session = format!("/{}", made["sessionId"].as_str().expect("a session"));
        webkit.post("/timeouts", &json!({ "script": 60_000 }));
        webkit
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let path = format!("/session{}{path}", self.session);
        let body = body.to_string();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        let mut answer = Vec::new();
        let mut stream = self.connected();
        stream.write_all([head.as_bytes(), body.as_bytes()].concat().as_slice()).expect("asked");
        stream.read_to_end(&mut answer).expect("answered");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (_, content) = answer.split_once("\r\n\r\n").unwrap_or_default();
        let mut content: Value = serde_json::from_str(content).expect("an answer in JSON");
        assert!(content["value"]["error"].is_null(), "{path}: {content}");
        content["value"].take()
    }

    /// The driver listens a moment after it was started.
    fn connected(&self) -> TcpStream {
        for _ in 0..500 {
            if let Ok(stream) = TcpStream::connect(("127.0.0.1", self.port)) {
                return stream;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        panic!("WebKitWebDriver does not listen");
    }
}

fn line(output: ChildStdout) -> String {
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).expect("a line");
    line.trim().to_owned()
}

impl Engine for WebKit {
    fn go(&mut self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    fn run(&mut self, js: &str) -> String {
        let script = format!("const done = arguments[0]; ({js}).then(done)");
        let told = self.post("/execute/async", &json!({ "script": script, "args": [] }));
        told.as_str().unwrap_or_default().to_owned()
    }
}

#[test]
#[ignore = "needs Firefox: cargo xtask engines"]
fn firefox() {
    journey(&mut Firefox::start());
}

#[test]
#[ignore = "needs WebKit: cargo xtask engines"]
fn webkit() {
    journey(&mut WebKit::start());
}
