//! The Chromium all journeys share, and profiles in it that share nothing.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::devtools::Devtools;
use crate::page::Page;

/// Headless, as any user, quiet on the network, and no slower in the background.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--remote-debugging-port=0",
    "--window-size=1280,800",
];

/// Runs Chromium for as long as the standard input is open, that is, for as long
/// as the tests run, however they end; then it ends and its folder goes.
const WHILE_WE_LIVE: &str = r#"
trap "" INT TERM
folder=$1; shift
"$@" >"$folder/output" 2>&1 &
child=$!
cat >/dev/null
kill "$child"
wait "$child"
# Its last processes may still be writing.
for attempt in 1 2 3 4 5 6 7 8 9; do rm -rf "$folder" && break; sleep 1; done
"#;

/// How long Chromium may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

struct Browser {
    address: String,
    path: String,
    folder: PathBuf,
    /// Its standard input is what keeps the browser running.
    _keeper: Child,
}

fn browser() -> &'static Browser {
    static BROWSER: OnceLock<Browser> = OnceLock::new();
    BROWSER.get_or_init(|| match start() {
        Ok(browser) => browser,
        Err(error) => panic!("Chromium did not start: {error}"),
    })
}

fn start() -> Result<Browser, String> {
    let folder = std::env::temp_dir().join(format!("qiangxian-journeys-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let profile = folder.join("profile");
    let program = std::env::var_os("QIANGXIAN_CHROMIUM").unwrap_or_else(|| "chromium".into());
    let keeper = Command::new("sh")
        .args(["-c", WHILE_WE_LIVE, "sh"])
        .arg(&folder)
        .arg(program)
        .args(FLAGS)
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg("about:blank")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("sh: {error}"))?;
    let (address, path) =
        debugging_address(&profile.join("DevToolsActivePort")).ok_or_else(|| {
            let said = std::fs::read_to_string(folder.join("output")).unwrap_or_default();
            format!("no debugging port after {PATIENCE:?}; it said: {said}")
        })?;
    Ok(Browser { address, path, folder, _keeper: keeper })
}

/// Chromium writes this file once it listens: the port, then the path.
fn debugging_address(file: &Path) -> Option<(String, String)> {
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        let written = std::fs::read_to_string(file).unwrap_or_default();
        if let Some((port, path)) = written.trim().split_once('\n') {
            return Some((format!("127.0.0.1:{port}"), path.to_owned()));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    None
}

/// A browser profile that starts empty and goes when the last page of it goes.
#[derive(Clone)]
pub struct Profile(Arc<Context>);

struct Context {
    id: String,
    /// The profile's own line to the browser.
    control: Mutex<Control>,
}

struct Control {
    devtools: Devtools,
    /// Files saved and not yet handed out, oldest first.
    saved: VecDeque<PathBuf>,
}

impl Control {
    #[track_caller]
    fn call(&mut self, method: &str, params: &Value) -> Value {
        let Control { devtools, saved } = self;
        match devtools.call(method, params, |_, event, params| note(saved, event, params)) {
            Ok(answer) => answer,
            Err(error) => panic!("{error}"),
        }
    }
}

/// Notes a file once it is whole; before, an empty one lies in its place.
fn note(saved: &mut VecDeque<PathBuf>, event: &str, params: &Value) {
    if event == "Browser.downloadProgress"
        && params["state"] == "completed"
        && let Some(path) = params["filePath"].as_str()
    {
        saved.push_back(PathBuf::from(path));
    }
}

/// Where a profile's files go.
fn downloads(id: &str) -> PathBuf {
    browser().folder.join(format!("downloads-{id}"))
}

impl Profile {
    /// A profile with no storage, no cache and no history.
    #[track_caller]
    pub fn new() -> Profile {
        let browser = browser();
        let devtools = match Devtools::connect(&browser.address, &browser.path) {
            Ok(devtools) => devtools,
            Err(error) => panic!("the browser cannot be reached: {error}"),
        };
        let mut control = Control { devtools, saved: VecDeque::new() };
        let made = control.call("Target.createBrowserContext", &json!({}));
        let id = made["browserContextId"].as_str().unwrap_or_default();
        control.call(
            "Browser.setDownloadBehavior",
            &json!({
                "behavior": "allow",
                "browserContextId": id,
                "downloadPath": downloads(id),
                "eventsEnabled": true,
            }),
        );
        Profile(Arc::new(Context { id: id.to_owned(), control: Mutex::new(control) }))
    }

    /// A blank page in a window of its own. Two pages of one profile share
    /// storage, as two tabs do.
    #[track_caller]
    pub fn page(&self) -> Page {
        let made = self.control().call(
            "Target.createTarget",
            &json!({ "url": "about:blank", "browserContextId": self.0.id, "newWindow": true }),
        );
        let target = made["targetId"].as_str().unwrap_or_default();
        let path = format!("/devtools/page/{target}");
        match Devtools::connect(&browser().address, &path) {
            Ok(devtools) => Page::attach(devtools, self.clone()),
            Err(error) => panic!("the new page cannot be reached: {error}"),
        }
    }

    /// Waits for the next file that a page saves and returns where it lies.
    #[track_caller]
    pub fn downloaded(&self) -> PathBuf {
        let deadline = Instant::now() + Duration::from_secs(20);
        let mut control = self.control();
        let Control { devtools, saved } = &mut *control;
        loop {
            // The browser tells every profile of every file: another's is not ours.
            match saved.pop_front() {
                Some(file) if file.starts_with(downloads(&self.0.id)) => return file,
                Some(_) => continue,
                None => {}
            }
            let Some((event, params)) = devtools.next_event(deadline) else {
                panic!("waited 20 s for a download and none came");
            };
            note(saved, &event, &params);
        }
    }

    fn control(&self) -> MutexGuard<'_, Control> {
        let control = self.0.control.lock();
        control.unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        let id = json!({ "browserContextId": self.id });
        let control = self.control.get_mut();
        let devtools = &mut control.unwrap_or_else(PoisonError::into_inner).devtools;
        // The browser goes with the tests anyway.
        drop(devtools.call("Target.disposeBrowserContext", &id, |_, _, _| {}));
    }
}
