//! A model of several windows over one browser storage.
//!
//! A window sees its own writes at once. They reach the storage, and with it the
//! other windows, when they *arrive*: until then the others see what stood there
//! before, as windows in processes of their own do. A window whose own write of a
//! key is under way does not see what arrives for that key before it.
//!
//! News (storage events) of what arrived come late, doubled and in any order. They
//! may be lost, unless the write raced with another window's: then the news is what
//! tells that window of the write. So a window that closes first hears the news of
//! races; two windows that write within the same moment and are both closed within
//! it are beyond what storage without locks can keep.

use qiangxian::form::{self, Form};
use qiangxian::session::{Clock, Session};
use qiangxian::storage::{self, Key, Saved, Store, StoreFault};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// A key was written, or removed.
#[derive(Clone, Debug)]
pub struct Change {
    pub key: String,
    pub text: Option<String>,
}

#[derive(Clone, Debug)]
struct News {
    change: Change,
    may_be_lost: bool,
}

/// What one window sees of the storage.
#[derive(Default)]
struct View {
    texts: BTreeMap<String, String>,
    on_the_way: VecDeque<Change>,
    news: Vec<News>,
    is_blocked: bool,
    forgets: bool,
    misreads: bool,
}

/// The storage that all windows share.
pub struct Shared {
    texts: RefCell<BTreeMap<String, String>>,
    views: RefCell<Vec<View>>,
    /// Characters that it holds.
    quota: Cell<usize>,
    /// Whether writes arrive by themselves, at once.
    at_once: Cell<bool>,
    time: Cell<u64>,
}

/// The storage and the clock as one window has them.
#[derive(Clone)]
pub struct Port {
    shared: Rc<Shared>,
    window: usize,
}

/// Numbers that edits write, found again wherever they are kept.
pub type Tokens = BTreeSet<u32>;

/// The first of the numbers; they have seven digits.
pub const FIRST: u32 = 7_000_000;

/// All numbers of edits in a text.
pub fn tokens(text: &str) -> Tokens {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let number = |at: usize| {
        let alone = (at == 0 || !is_digit(at - 1)) && !is_digit(at + 7);
        let digits =
            bytes.get(at..at + 7).filter(|digits| digits.iter().all(u8::is_ascii_digit))?;
        let number: u32 = std::str::from_utf8(digits).ok()?.parse().ok()?;
        (alone && (FIRST..FIRST + 1_000_000).contains(&number)).then_some(number)
    };
    (0..bytes.len()).filter(|at| bytes[*at] == b'7').filter_map(number).collect()
}

/// All numbers of edits in a form.
pub fn tokens_of(saved: &Saved) -> Tokens {
    let mut all = tokens(&form::write(&saved.form));
    all.extend(saved.drafts.iter().flat_map(|(_, text)| tokens(text)));
    all.extend(tokens(&saved.name));
    all
}

impl Shared {
    pub fn new(quota: usize) -> Rc<Shared> {
        Rc::new(Shared {
            texts: RefCell::default(),
            views: RefCell::default(),
            quota: Cell::new(quota),
            at_once: Cell::new(true),
            time: Cell::new(0),
        })
    }

    /// A place for one more window, or for one that is loaded again.
    pub fn port(self: &Rc<Shared>, window: usize) -> Port {
        let texts = self.texts.borrow().clone();
        let mut views = self.views.borrow_mut();
        if views.len() <= window {
            views.resize_with(window + 1, View::default);
        }
        views[window] = View { texts, ..View::default() };
        Port { shared: self.clone(), window }
    }

    pub fn set_quota(&self, quota: usize) {
        self.quota.set(quota);
    }

    pub fn set_at_once(&self, at_once: bool) {
        self.at_once.set(at_once);
        if at_once {
            let windows = self.views.borrow().len();
            (0..windows).for_each(|window| while self.arrive(window) {});
        }
    }

    /// The oldest write of a window arrives; whether there was one.
    pub fn arrive(&self, window: usize) -> bool {
        let mut views = self.views.borrow_mut();
        let Some(change) = views[window].on_the_way.pop_front() else { return false };
        apply(&mut self.texts.borrow_mut(), &change);
        for (_, view) in views.iter_mut().enumerate().filter(|(other, _)| *other != window) {
            let races = view.on_the_way.iter().any(|own| own.key == change.key);
            if !races {
                apply(&mut view.texts, &change);
            }
            view.news.push(News { change: change.clone(), may_be_lost: !races });
        }
        true
    }

    /// Takes one piece of a window's news out; `at` picks among all.
    pub fn news(&self, window: usize, at: usize, stays: bool) -> Option<Change> {
        let news = &mut self.views.borrow_mut()[window].news;
        let at = at.checked_rem(news.len())?;
        Some(if stays { news[at].change.clone() } else { news.remove(at).change })
    }

    /// The next news that no window closes without.
    pub fn news_of_race(&self, window: usize) -> Option<Change> {
        let news = &mut self.views.borrow_mut()[window].news;
        let at = news.iter().position(|news| !news.may_be_lost)?;
        Some(news.remove(at).change)
    }

    /// Loses one piece of news, if it is of those that may be lost.
    pub fn lose(&self, window: usize, at: usize) {
        let news = &mut self.views.borrow_mut()[window].news;
        if let Some(at) = at.checked_rem(news.len())
            && news[at].may_be_lost
        {
            news.remove(at);
        }
    }

    /// A window is gone: its writes still arrive, nobody hears its news.
    pub fn close(&self, window: usize) {
        while self.arrive(window) {}
        self.views.borrow_mut()[window].news.clear();
    }

    pub fn trouble(&self, window: usize, blocked: Option<bool>, forgets: bool, misreads: bool) {
        let view = &mut self.views.borrow_mut()[window];
        view.is_blocked = blocked.unwrap_or(view.is_blocked);
        view.forgets |= forgets;
        view.misreads |= misreads;
    }

    pub fn calm(&self) {
        for view in self.views.borrow_mut().iter_mut() {
            (view.is_blocked, view.forgets, view.misreads) = (false, false, false);
        }
    }

    /// All stored forms and what is put aside, as they arrived.
    pub fn stored(&self) -> BTreeMap<String, String> {
        let is_form = |key: &str| matches!(Key::parse(key), Some(Key::Form(_) | Key::Aside(_)));
        let texts = self.texts.borrow();
        texts.iter().filter(|(key, _)| is_form(key)).map(|(k, t)| (k.clone(), t.clone())).collect()
    }

    /// Characters that are stored.
    pub fn used(&self) -> usize {
        used(&self.texts.borrow())
    }

    /// Whether nothing is under way.
    pub fn is_quiet(&self) -> bool {
        self.views.borrow().iter().all(|view| view.on_the_way.is_empty() && view.news.is_empty())
    }

    /// Numbers in writes and news that are under way.
    pub fn under_way(&self) -> Tokens {
        let views = self.views.borrow();
        let changes = views.iter().flat_map(|view| {
            view.on_the_way.iter().chain(view.news.iter().map(|news| &news.change))
        });
        changes.filter_map(|change| change.text.as_deref()).flat_map(tokens).collect()
    }
}

fn apply(texts: &mut BTreeMap<String, String>, change: &Change) {
    match &change.text {
        Some(text) => drop(texts.insert(change.key.clone(), text.clone())),
        None => drop(texts.remove(&change.key)),
    }
}

fn used(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(key, text)| key.encode_utf16().count() + text.encode_utf16().count()).sum()
}

impl Port {
    fn view<T>(&self, read: impl FnOnce(&mut View) -> T) -> Result<T, StoreFault> {
        let mut views = self.shared.views.borrow_mut();
        let view = &mut views[self.window];
        if view.is_blocked { Err(StoreFault::Blocked) } else { Ok(read(view)) }
    }

    fn change(&self, key: &str, text: Option<&str>) -> Result<(), StoreFault> {
        let change = Change { key: key.to_owned(), text: text.map(str::to_owned) };
        let quota = self.shared.quota.get();
        self.view(|view| {
            if std::mem::take(&mut view.forgets) && change.text.is_some() {
                return Ok(());
            }
            let before = used(&view.texts);
            let mut after = view.texts.clone();
            apply(&mut after, &change);
            if used(&after) > quota && used(&after) > before {
                return Err(StoreFault::Full);
            }
            view.texts = after;
            view.on_the_way.push_back(change);
            Ok(())
        })??;
        if self.shared.at_once.get() {
            while self.shared.arrive(self.window) {}
        }
        Ok(())
    }
}

impl Store for Port {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.view(|view| match std::mem::take(&mut view.misreads) {
            true => Err(StoreFault::Blocked),
            false => Ok(view.texts.get(key).cloned()),
        })?
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.change(key, Some(text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.change(key, None)
    }

    fn keys(&self) -> Result<Vec<String>, StoreFault> {
        self.view(|view| view.texts.keys().cloned().collect())
    }
}

impl Clock for Port {
    fn millis(&self) -> u64 {
        self.shared.time.set(self.shared.time.get() + 1);
        self.shared.time.get()
    }

    fn minute(&self) -> String {
        "2022-07-20T09:30".to_owned()
    }

    fn fresh_id(&self) -> String {
        format!("w{}-{}", self.window, self.millis())
    }
}

/// A window that is loaded: it opens what is stored.
pub fn window(shared: &Rc<Shared>, at: usize, scenario: Option<&str>) -> (Session, Port) {
    let port = shared.port(at);
    let mut session = Session::new(Form::blank().unwrap(), port.fresh_id());
    session.load(storage::open(&port), scenario, &port);
    (session, port)
}
