//! Journeys through the page that ships, in a headless Chromium that is driven
//! over its DevTools protocol: `cargo xtask test --only journeys`.
//!
//! A journey takes a [`browser::Profile`] (storage of its own), opens a
//! [`page::Page`] in it and does what a user does. When it fails, its output has
//! what was waited for and the page's console, and `target/journeys/` a picture.

mod browser;
mod city;
mod desk;
mod devtools;
mod dispatched;
mod ears;
mod engines;
mod figures;
mod files;
mod filing;
mod fill;
mod forms;
mod formulas;
mod full_marks;
mod going_round;
mod hands;
mod harness;
mod heard;
#[path = "../../xtask/src/http.rs"]
mod http;
mod keyboard;
mod keys;
mod league;
mod league_sheets;
mod log;
mod measure;
mod next_year;
mod page;
mod paper;
mod papers;
mod pasting;
mod phone;
mod places;
mod readings;
mod references;
mod report;
mod rest;
mod reviewing;
mod saving;
mod screens;
mod sharing;
mod site;
mod slices;
mod smoke;
mod steps;
mod units;
mod whatif;
mod workbooks;
