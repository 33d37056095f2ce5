//! Small steps that journeys share: the words in which they are told.

use std::path::PathBuf;

use crate::browser::Profile;
use crate::page::{Page, quoted};
use crate::site;

/// The fictional county that comes with the page.
pub const SAMPLE: &str = include_str!("../../seeds/sample-county.qiangxian.json");

/// Both ways of opening the page.
pub fn both() -> [String; 2] {
    [site::over_http(), site::from_disk()]
}

/// The page over http, in a new profile.
#[track_caller]
pub fn fresh() -> Page {
    in_profile(&Profile::new())
}

/// The page over http, in a profile that may know it already.
#[track_caller]
pub fn in_profile(profile: &Profile) -> Page {
    let page = profile.page();
    page.enter(&site::over_http());
    page
}

/// The control of a field.
pub fn field(id: &str) -> String {
    format!("[data-field=\"{id}\"]")
}

/// One option of a field.
pub fn option(id: &str, value: &str) -> String {
    format!("[data-field=\"{id}\"] input[value=\"{value}\"]")
}

/// One box of a metric's reference values.
pub fn end(metric: &str, end: &str) -> String {
    format!("[data-reference=\"{metric}\"][data-end=\"{end}\"]")
}

/// An action's control.
pub fn action(name: &str) -> String {
    format!("[data-action=\"{name}\"]")
}

/// A cell of a list field's row.
pub fn cell(field: &str, row: usize, part: &str) -> String {
    format!("[data-field=\"{field}\"] [data-row=\"{row}\"] [data-part=\"{part}\"]")
}

/// A figure's place inside an indicator.
pub fn points_of(indicator: &str) -> String {
    format!("[data-indicator=\"{indicator}\"] [data-points]")
}

/// A form file on the disk, in a folder that only this test uses.
#[track_caller]
pub fn file(test: &str, name: &str, text: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("qiangxian-files-{}", std::process::id())).join(test);
    let path = folder.join(name);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, text));
    match written {
        Ok(()) => path,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

/// Where a control of an indicator, or of the basics, is in the page.
fn home(css: &str) -> Option<String> {
    const BASICS: [&str; 4] = ["county", "year", "base", "veto"];
    if BASICS.iter().any(|name| css.contains(&format!("[data-form='{name}']"))) {
        return Some("base".into());
    }
    let named = ["[data-field=\"", "[data-reference=\""].iter().find_map(|mark| {
        let (_, name) = css.split_once(mark)?;
        name.split('.').next().map(str::to_owned)
    });
    let within = || {
        let (_, rest) = css.split_once("[data-indicator='")?;
        let (id, part) = rest.split_once("']")?;
        // The row has these too.
        let figure = ["[data-points]", "[data-low]", "[data-high]", "[data-state]"];
        let in_row = part.trim().is_empty() || figure.iter().any(|name| part.contains(name));
        (!in_row).then(|| id.to_owned())
    };
    named.or_else(within)
}

impl Page {
    /// Opens what a control stands in, as a user does who looks for it: the
    /// indicator, then what is folded around it. What filters the table stays.
    #[track_caller]
    pub fn reach(&self, css: &str) {
        if let Some(home) = home(css) {
            self.wait_for(&format!(
                "((css, home) => {{ if (!document.querySelector(css)) \
                 location.hash = `#/fill/${{home}}${{/^#.fill.*?([?].*)?$/.exec(location.hash)?.[1] ?? ''}}`; \
                 return document.querySelector(css); }})({}, '{home}')",
                quoted(css)
            ));
        }
        self.eval(&format!(
            "for (let e = document.querySelector({}), first = e?.matches('summary') ? e.parentElement : e; \
             (first = first?.parentElement?.closest('details:not([open])'));) \
             first.querySelector('summary').click()",
            quoted(css)
        ));
    }

    /// Opens an address of the page and waits until it answers.
    #[track_caller]
    pub fn enter(&self, url: &str) {
        self.open(url);
        self.wait_for_element("html[data-ready]");
    }

    /// Loads the page again and waits until it answers.
    #[track_caller]
    pub fn reenter(&self) {
        self.reload();
        self.wait_for_element("html[data-ready]");
    }

    /// Waits until an element shows exactly this.
    #[track_caller]
    pub fn shows(&self, css: &str, text: &str) {
        self.reach(css);
        self.wait_for(&format!(
            "((e) => e && e.textContent.trim() === {})(document.querySelector({}))",
            quoted(text),
            quoted(css)
        ));
    }

    /// Waits until a control holds exactly this.
    #[track_caller]
    pub fn holds(&self, css: &str, value: &str) {
        self.reach(css);
        self.wait_for(&format!(
            "document.querySelector({}).value === {}",
            quoted(css),
            quoted(value)
        ));
    }

    /// Waits until some visible notice says this.
    #[track_caller]
    pub fn told(&self, words: &str) {
        self.wait_for(&format!(
            "[...document.querySelectorAll('[data-message]')]\
             .some((e) => e.offsetParent && e.innerText.includes({}))",
            quoted(words)
        ));
    }

    /// Waits until there is no complaint. What was done is told as a status, and
    /// goes away by itself.
    #[track_caller]
    pub fn told_nothing(&self) {
        self.wait_for(
            "![...document.querySelectorAll('[data-message]')]\
             .some((e) => !e.closest('[role=status]'))",
        );
    }

    /// Waits until the views' module has come, after which nothing is asked for.
    #[track_caller]
    pub fn complete(&self) {
        self.wait_for(
            "location.protocol === 'file:' || \
             performance.getEntriesByType('resource').some((e) => e.name.includes('-part-views-'))",
        );
    }

    /// Waits for the total: secured, and the most that is still possible.
    #[track_caller]
    pub fn totals(&self, points: &str, high: &str) {
        self.shows("[data-total] [data-points]", points);
        self.shows("[data-total] [data-low]", points);
        self.shows("[data-total] [data-high]", high);
    }

    /// The total and the points of every row of the table, with what is still
    /// possible.
    #[track_caller]
    pub fn scores(&self) -> Vec<String> {
        let all = self.eval(
            "['[data-total]', ...[...document.querySelectorAll('tr[data-indicator]')]\
             .map((e) => `tr[data-indicator=\"${e.dataset.indicator}\"]`)].map((css) =>\
             ['points', 'low', 'high'].map((f) => document.querySelector(`${css} [data-${f}]`)\
             .textContent).join(' '))",
        );
        let all = all.as_array().cloned().unwrap_or_default();
        all.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Answers by clicking an option, or takes it away again.
    #[track_caller]
    pub fn pick(&self, id: &str, value: &str) {
        self.click(&option(id, value));
    }

    /// Whether an option is checked.
    #[track_caller]
    pub fn picked(&self, id: &str, value: &str) -> bool {
        self.reach(&option(id, value));
        self.count(&format!("{}:checked", option(id, value))) == 1
    }

    /// Types a figure and goes on with Tab.
    #[track_caller]
    pub fn figure(&self, css: &str, text: &str) {
        self.fill(css, text);
        self.press("Tab");
    }

    /// Goes to a view by its tab.
    #[track_caller]
    pub fn view(&self, name: &str) {
        self.click(&format!(".tabs a[href='#/{name}']"));
        self.wait_for_element(&format!("[data-view={name}]"));
    }

    /// Clicks the control of an action.
    #[track_caller]
    pub fn act(&self, name: &str) {
        self.click(&action(name));
    }

    /// Waits until everything typed is stored, and the page says so.
    #[track_caller]
    pub fn saved(&self) {
        self.wait_for(
            "/^已保存 \\d\\d:\\d\\d$/.test(document.querySelector('[data-saved]').textContent)",
        );
    }

    /// Shares the form that is shown, closes what shows the link, and returns it.
    #[track_caller]
    pub fn link(&self) -> String {
        self.act("share");
        self.wait_for("document.querySelector('[data-link]').value.includes('#q')");
        let link = self.value("[data-link]");
        self.close_dialog();
        link
    }

    /// Closes the dialogue that is open.
    #[track_caller]
    pub fn close_dialog(&self) {
        self.click(&format!("dialog[open] {}", action("close")));
        self.wait_for("!document.querySelector('dialog[open]')");
    }

    /// Opens an indicator by its row in the table.
    #[track_caller]
    pub fn open_row(&self, indicator: &str) {
        self.click(&format!("[data-open='{indicator}']"));
        self.wait_for_element(&format!(".pane [data-indicator='{indicator}']"));
    }

    /// The numbers of the indicators in the table, in the order of their rows.
    #[track_caller]
    pub fn rows(&self) -> String {
        let rows = self.eval(
            "[...document.querySelectorAll('tr[data-indicator]')]\
             .map((e) => e.dataset.indicator).join(' ')",
        );
        rows.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the table has these rows.
    #[track_caller]
    pub fn shows_rows(&self, rows: &str) {
        self.wait_for(&format!(
            "[...document.querySelectorAll('tr[data-indicator]')]\
             .map((e) => e.dataset.indicator).join(' ') === {}",
            quoted(rows)
        ));
    }

    /// Waits until an element has the focus.
    #[track_caller]
    pub fn focused(&self, css: &str) {
        self.wait_for(&format!(
            "document.activeElement === document.querySelector({})",
            quoted(css)
        ));
    }

    /// Whether an element is where the user sees it.
    #[track_caller]
    pub fn in_view(&self, css: &str) -> bool {
        let js = format!(
            "((b) => b.height > 0 && b.top >= 0 && b.bottom <= innerHeight && b.left >= 0 && \
             b.right <= innerWidth)(document.querySelector({}).getBoundingClientRect())",
            quoted(css)
        );
        self.eval(&js) == true
    }

    /// Nothing went wrong in the page. A journey is told so in its end anyway; here
    /// it fails at the line that asked.
    #[track_caller]
    pub fn well(&self) {
        assert_eq!(self.take_errors(), [""; 0]);
    }
}
