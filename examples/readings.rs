//! What each reading is worth to forms:
//! `cargo run --quiet --example readings -- [--scenario NAME] FORM.json…`
//!
//! One JSON object a form, one a line; `-` reads standard input. A bad form is
//! reported on standard error, the others are still read, and the exit status
//! is 1 in the end. The output is a contract: see `src/score/report.rs`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[path = "forms/mod.rs"]
mod forms;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use qiangxian::rulebook::Kind;
    use qiangxian::score::readings_report;

    forms::each("readings", |form, case| {
        if form.edition.kind == Kind::Checklist {
            return Err("任务清单不计分，没有口径选项。".into());
        }
        Ok(readings_report(form.edition.0, &form.county, &form.worth(case)))
    })
}
