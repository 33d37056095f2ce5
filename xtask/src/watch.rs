//! Rebuilds the page when a source changes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::wasm::Build;
use crate::{dist, workspace};

/// The files and folders that the page is built from.
const SOURCES: &[&str] =
    &["src", "style", "seeds", "index.html", "build.rs", "Cargo.toml", "Cargo.lock", ".cargo"];

/// How often the sources are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// The number of source files and the newest change among them: one of the two
/// differs after any edit, removal or renaming worth a build.
pub type Sources = (usize, Option<SystemTime>);

/// A thread that rebuilds, and the name of the latest build.
pub struct Watch {
    latest: Arc<(Mutex<String>, Condvar)>,
}

impl Watch {
    /// Starts to watch for changes since `seen`; builds go into this folder.
    pub fn start(folder: PathBuf, mut seen: Sources) -> Watch {
        let latest = Arc::new((Mutex::new(build_name()), Condvar::new()));
        let told = Arc::clone(&latest);
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(PAUSE);
                let now = sources();
                if now == seen {
                    continue;
                }
                seen = now;
                match dist::write(Build::Dev, &folder) {
                    Ok(()) => {
                        eprintln!("rebuilt");
                        *told.0.lock().unwrap_or_else(PoisonError::into_inner) = build_name();
                        told.1.notify_all();
                    }
                    Err(error) => eprintln!("error: {error:#}; the last good build is served"),
                }
            }
        });
        Watch { latest }
    }

    /// The name of the latest build.
    pub fn latest(&self) -> String {
        let latest = self.latest.0.lock();
        latest.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns when the latest build is another than this.
    pub fn wait_for_build_after(&self, known: &str) {
        let latest = self.latest.0.lock();
        let latest = latest.unwrap_or_else(PoisonError::into_inner);
        drop(self.latest.1.wait_while(latest, |latest| latest == known));
    }
}

/// A name no other build has, even after a restart.
fn build_name() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis()).to_string()
}

/// The sources as they are now.
pub fn sources() -> Sources {
    let mut found = (0, None);
    for source in SOURCES {
        visit(&workspace::root().join(source), &mut found);
    }
    found
}

fn visit(path: &Path, found: &mut Sources) {
    let Ok(about) = std::fs::metadata(path) else {
        return;
    };
    // A folder's own time changes when a file in it comes, goes or is renamed.
    found.0 += 1;
    found.1 = found.1.max(about.modified().ok());
    if about.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            visit(&entry.path(), found);
        }
    }
}
