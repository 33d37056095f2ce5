//! Self-assessment against a quality index: rulebook in, scorecard out.
//!
//! A county's officers enter the facts behind an index's indicators, and the page
//! says what they come to and why. [`rulebook::Rulebook`] is the index,
//! [`form::Form`] what is entered, [`score::score`] what it comes to,
//! [`session::Session`] the open form with all that can be done to it. The page,
//! `ui`, shows a session.
//!
//! `docs/README.md` lists what is told elsewhere: the words of the trade
//! (`docs/glossary.md`), an edit and a link on their way through the code
//! (`docs/a-day.md`), file formats and decisions.
//!
//! # The map
//!
//! | room | what is in it |
//! | --- | --- |
//! | [`rulebook`] | one dated edition of an indicator system as data: fields, rules, metrics, readings, wording, source; reading and checking it |
//! | [`score`] | a rulebook and answers give a scorecard: ranges, the efficacy coefficient (功效系数法), rounding, findings; what readings are worth |
//! | [`form`] | the form and its file: bounds, reading, writing, what people type, undo |
//! | [`desk`] | what is missing, unproved and due: gaps, departments, deadlines, targets, the overview |
//! | [`plan`] | what it would take: gains of single steps, one figure to a target, the cheapest way to a target |
//! | [`league`] | several counties, one order: ranks, references from the league, what is robust, years, the league file |
//! | [`link`] | a form as the text of a share link, and back |
//! | [`storage`] | saved forms: keys, versions, two windows, what cannot be read; `storage/browser.rs` is the browser's |
//! | [`text`] | every sentence the page shows; facts in, plain Chinese out |
//! | `sheets` | workbooks both ways, and one of formulas; in wasm a module of its own, without the page |
//! | [`papers`] | the papers that are handed in, as Word documents; in the page a module of its own |
//! | [`session`] | the open form and what can be done with it: edits, undo, half-typed text, scenarios, what came in, saving; no browser, no views |
//! | `ui` | the page: a Leptos application over the session; only in wasm |
//!
//! `ui` ships in several modules. The first is the table with its pane; the second,
//! with most other views, is loaded behind it; the league and `papers` come when they
//! are asked for. `ui/lazy.rs` says how and `ui/later.rs` says what; without the
//! feature `split` all is one module.
//!
//! `main.rs` mounts the page and does nothing else. `build.rs` reads and checks
//! `seeds/*.toml` with `rulebook`'s own reader, and writes each edition as a
//! constant: nothing of it is read when the page starts.
//!
//! # Arrows
//!
//! ```text
//! rulebook <- score <- form <- { desk, plan, league, link, storage } <- text <- { sheets, papers, session } <- ui
//! ```
//!
//! A room may use every room to its left. `desk`, `plan`, `league`, `link`
//! and `storage` do not see each other. `text` words what the rooms before it found, so it knows
//! their types; none of them knows a sentence. `ui` reaches `sheets` only through
//! the module that is loaded when a workbook is asked for.
//!
//! # Invariants
//!
//! * Only `ui` knows Leptos. Only `ui` and `storage/browser.rs` know the browser, but for
//!   `score/fold.rs`, which calls the JavaScript engine's Unicode normalisation. All else
//!   runs natively and has no clock, disk, network or thread.
//! * State is written in one place, the [`session::Session`] in its signal. The
//!   page derives the rest by memos.
//! * Figures are exact decimals; there is no float in the rooms of the score.
//! * No number of a rulebook stands in Rust. An edition is a file in `seeds/`.
//! * The form is the state; the scorecard is derived from it and never stored.
//!   Unanswered is not zero: every score is a range, and says why.
//! * What is wrong with a file, a link or a stored text is a value that names
//!   the offender, never a panic. It is worded in `text`, and nowhere else is
//!   there a Chinese sentence.
//! * Nothing is sent: there is no request after the page has loaded, but for the page's own
//!   modules for spreadsheets, papers and the league when they are first asked for. The
//!   page reads no code from text. Markup is written in one place, `text/table.rs`, which
//!   fills the clipboard and escapes.
//! * What is stored is never dropped: the unreadable is kept aside, a newer
//!   version's text is left alone, and other apps' keys are not touched.
//!
//! `tests/native/tidy.rs` holds what of this can be read off the sources.

#![warn(missing_docs)]

pub mod desk;
pub mod form;
pub mod league;
pub mod link;
pub mod papers;
pub mod plan;
pub mod rulebook;
pub mod score;
pub mod session;
#[cfg(any(feature = "sheets", not(target_arch = "wasm32")))]
pub mod sheets;
pub mod storage;
#[allow(missing_docs, reason = "a constant is its own wording")]
pub mod text;
#[cfg(all(target_arch = "wasm32", not(feature = "sheets")))]
pub mod ui;
