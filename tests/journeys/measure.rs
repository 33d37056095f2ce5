//! Times of the page that ships on a slow machine: `cargo xtask measure`. It
//! reports and asserts nothing.

use serde_json::Value;

use crate::browser::Profile;
use crate::page::Page;
use crate::site;

/// How many times slower than this machine the measured one is.
const SLOWER: f64 = 4.0;

/// How many visits, each with an empty cache, the first edit is timed in.
const VISITS: usize = 5;

/// How many edits are timed.
const EDITS: usize = 100;

/// Defines `edit(n)`: changes an answer, and promises the times, in
/// milliseconds since the edit, at which the total had changed and at which the
/// frame with it was drawn. Every edit types a count of the open indicator.
const EDIT: &str = r#"
window.edit = (n) => new Promise((done, fail) => {
  const shown = () => document.querySelector("[data-total] [data-points]").textContent;
  const before = shown();
  const late = setTimeout(() => fail(new Error("edit " + n + ": the total stayed " + before)), 10000);
  const observer = new MutationObserver(() => {
    if (shown() === before) return;
    const total = performance.now();
    observer.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () =>
        done({ total: total - start, frame: performance.now() - start, at: total });
      drawn.port2.postMessage(0);
    });
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  const start = performance.now();
  const count = document.querySelector('[data-field="4.honor-national"]');
  count.value = n % 2 === 0 ? "1" : "0";
  count.dispatchEvent(new Event("input", { bubbles: true }));
  count.dispatchEvent(new Event("change", { bubbles: true }));
});
"#;

/// Makes the first edit as soon as the page says that it is ready; `first` is
/// the promise of it.
const FIRST: &str = r#"
window.first = new Promise((done, fail) => {
  const look = () => {
    const root = document.documentElement;
    if (root && root.hasAttribute("data-ready")) edit(0).then(done, fail);
    else requestAnimationFrame(look);
  };
  look();
});
"#;

#[test]
#[ignore = "reports times: cargo xtask measure"]
fn measure() {
    let mut first = Vec::new();
    for _ in 0..VISITS {
        first.push(time(&visit().eval("first"), "at"));
    }
    report("navigation to first answered edit", &mut first);

    let page = visit();
    page.eval("first");
    let (mut total, mut frame) = (Vec::new(), Vec::new());
    for n in 1..=EDITS {
        let edit = page.eval(&format!("edit({n})"));
        total.push(time(&edit, "total"));
        frame.push(time(&edit, "frame"));
    }
    report("edit to new total", &mut total);
    report("edit to new total, drawn", &mut frame);
}

/// Promised once ten timers in a row have come in time: a browser that has just
/// been started has much to do that is not the page's.
const REST: &str = r#"
new Promise((done) => {
  let calm = 0, due = performance.now() + 20;
  const look = () => {
    const late = performance.now() - due > 5;
    calm = late ? 0 : calm + 1;
    if (calm === 10) return done();
    due = performance.now() + 20;
    setTimeout(look, 20);
  };
  setTimeout(look, 20);
})
"#;

/// The page, just opened on a slow machine that never saw it before.
fn visit() -> Page {
    let page = Profile::new().page();
    page.eval(REST);
    page.cpu_throttle(SLOWER);
    page.init_script(EDIT);
    page.init_script(FIRST);
    page.open(&format!("{}#/fill/4", site::over_http()));
    page
}

fn time(edit: &Value, name: &str) -> f64 {
    edit[name].as_f64().unwrap_or(f64::NAN)
}

fn report(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    println!(
        "{what:<34} p50 {:>7.1} ms   p95 {:>7.1} ms   ({} times, {SLOWER}x slower)",
        at(0.5),
        at(0.95),
        times.len()
    );
}
