//! The engine and the session, tested without a browser: a suite a subject. What
//! several suites share stands first.
#![cfg(not(target_arch = "wasm32"))]

mod any_form;
mod editions;
mod link_forms;
mod plan_forms;
mod session_model;

mod desk;
mod explain;
mod filing;
mod form_file;
mod form_memory;
mod formulas;
mod fuzz_decoders;
mod golden_forms;
mod invisible;
mod jinan;
mod league;
mod league_example;
mod link;
mod link_find;
mod link_large;
mod link_refused;
mod merge;
mod next_year;
mod papers;
mod pasted;
mod plan;
mod plan_book;
mod plan_cheapest;
mod plan_reach;
mod proof;
mod readings;
mod readings_example;
mod returned;
mod reviewing;
mod reviews;
mod rulebooks;
mod sample;
mod score_example;
mod score_properties;
mod score_tables;
mod scoring_table;
mod session_league;
mod session_random;
mod session_replacing;
mod shandong;
mod sheets;
mod storage;
mod table;
mod third_edition;
mod tidy;
mod typed;
mod units;
mod windows;
