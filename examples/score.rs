//! Scores form files: `cargo run --quiet --example score -- [--scenario NAME] FORM.json…`
//!
//! One JSON object a form, one a line; `-` reads standard input. A bad form is
//! reported on standard error, the others are still scored, and the exit
//! status is 1 in the end. The output is a contract: see `src/score/report.rs`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[path = "forms/mod.rs"]
mod forms;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use qiangxian::score::report;

    forms::each("score", |form, case| Ok(report(form.edition.0, &form.county, &form.score(case))))
}
