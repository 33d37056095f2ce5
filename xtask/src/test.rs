//! `cargo xtask test`: everything the project checks, in one run.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::count::Count;
use crate::{dist, install, workspace};

/// A part of the run. Parts go on after a failure, so that one run shows all.
struct TestPart {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<Count>,
}

const PARTS: &[TestPart] = &[
    TestPart {
        name: "fmt",
        about: "the code is formatted",
        run: |_| {
            install::component("rustfmt")?;
            check(workspace::cargo().args(["fmt", "--all", "--check"]))
        },
    },
    TestPart {
        name: "clippy",
        about: "no warnings, native",
        run: |_| {
            install::component("clippy")?;
            let mut cargo = workspace::cargo();
            cargo.args(["clippy", "--workspace", "--all-targets"]);
            check(cargo.args(["--features", "journeys", "--", "-D", "warnings"]))
        },
    },
    TestPart {
        name: "clippy-web",
        about: "no warnings, compiled for the page",
        run: |_| {
            install::component("clippy")?;
            install::wasm_target()?;
            let mut cargo = workspace::cargo();
            cargo.args(["clippy", "--target", install::WASM, "--all-targets"]);
            let page = check(cargo.args(["--", "-D", "warnings"]))?;
            let mut cargo = workspace::cargo();
            cargo.args(["clippy", "--target", install::WASM]);
            cargo.args(["--bin", "sheets", "--features", "sheets"]);
            let sheets = check(cargo.args(["--", "-D", "warnings"]))?;
            Ok(if page.failed > 0 { page } else { sheets })
        },
    },
    TestPart {
        name: "native",
        about: "the engine and the tests of the rulebooks",
        run: |more| {
            install::readers();
            tests(workspace::cargo().args(["test", "--no-fail-fast"]).args(more))
        },
    },
    TestPart {
        name: "xtask",
        about: "these commands",
        run: |more| tests(workspace::cargo().args(["test", "--package", "xtask"]).args(more)),
    },
    TestPart { name: "web", about: "components, mounted in a browser", run: web },
    TestPart {
        name: "journeys",
        about: "the page that ships, used in a browser",
        run: |more| {
            let mut count = Count::default();
            if let Some(too_much) = dist::run()?.too_much() {
                eprintln!("{too_much}");
                count = Count::failure();
            }
            count += tests(journeys()?.args(more))?;
            Ok(count)
        },
    },
];

/// Runs all parts, or the one named after `--only`, and ends with the count.
/// What follows a `--` goes to the test binaries.
pub fn run(args: &[String]) -> Result<()> {
    let (args, more) = match args.iter().position(|arg| arg == "--") {
        Some(at) => args.split_at(at),
        None => (args, [].as_slice()),
    };
    let parts: Vec<&TestPart> = match args {
        [] => PARTS.iter().collect(),
        [only, name] if only == "--only" => vec![named(name)?],
        [only] if only == "--only" => {
            bail!("`--only` wants the name of a part after it: {}", names())
        }
        [unknown, ..] => bail!("`cargo xtask test` takes no `{unknown}`"),
    };
    let mut total = Count::default();
    let mut summary = Vec::new();
    for part in parts {
        println!("\n== {}: {} ==", part.name, part.about);
        let started = Instant::now();
        let count = (part.run)(more).unwrap_or_else(|error| {
            eprintln!("error: {error:#}");
            Count::failure()
        });
        summary.push(format!("{:<12} {count}  ({} s)", part.name, started.elapsed().as_secs()));
        total += count;
    }
    println!("\n{}\n{total}", summary.join("\n"));
    if total.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// `cargo xtask measure`: sizes and times of the page that ships. It reports
/// and judges nothing.
pub fn measure(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.first() {
        bail!("`cargo xtask measure` takes no `{unknown}`");
    }
    dist::run()?;
    let mut measure = journeys()?;
    measure.args(["--", "--ignored", "--exact", "measure::measure", "--nocapture"]);
    tests(&mut measure).map(drop)
}

/// `cargo xtask engines`: the page that ships, used in Firefox and WebKit. Apart
/// from the tests, for these browsers are large.
pub fn engines(args: &[String]) -> Result<()> {
    if let Some(unknown) = args.first() {
        bail!("`cargo xtask engines` takes no `{unknown}`");
    }
    install::engines()?;
    dist::run()?;
    let count = tests(journeys()?.args(["--", "--ignored", "engines::"]))?;
    if count.failed > 0 {
        bail!("{count}");
    }
    Ok(())
}

fn named(name: &str) -> Result<&'static TestPart> {
    let found = PARTS.iter().find(|part| part.name == name);
    found.with_context(|| format!("there is no part `{name}`; there are {}", names()))
}

fn names() -> String {
    let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
    names.join(", ")
}

/// The tests of `tests/web`, with this package's other program as the runner.
fn web(more: &[String]) -> Result<Count> {
    install::wasm_target()?;
    let browser = install::browser()?;
    let runner = ["--package", "xtask", "--features", "test-runner", "--bin", "wasm-test-runner"];
    let runner = workspace::build_executable(&runner, &[])?;
    tests(
        workspace::cargo()
            .args(["test", "--target", install::WASM, "--test", "web"])
            .args(more)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", browser.driver)
            // All tests together; its own bound of 20 seconds is too short for them.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "600"),
    )
}

/// The journeys, told where the built page and the browser are.
fn journeys() -> Result<Command> {
    let browser = install::browser()?;
    install::readers();
    let mut cargo = workspace::cargo();
    cargo
        .args(["test", "--features", "journeys", "--test", "journeys"])
        .env("QIANGXIAN_DIST", workspace::dist())
        .env("QIANGXIAN_CHROMIUM", browser.chromium);
    Ok(cargo)
}

/// Runs a check that is no test: it counts only when it fails.
fn check(command: &mut Command) -> Result<Count> {
    let status = command.status().context("cargo could not be started")?;
    Ok(if status.success() { Count::default() } else { Count::failure() })
}

/// Runs tests, shows what they print, and counts them by their own summaries.
fn tests(command: &mut Command) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo could not be started")?;
    let mut count = Count::default();
    let stdout = child.stdout.take().context("the tests' output is closed")?;
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line.context("reading what the tests print")?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count += Count::of_line(&line);
    }
    let status = child.wait().context("waiting for the tests")?;
    // It did not compile, or was killed: there is no summary to count.
    if !status.success() && count.failed == 0 {
        count += Count::failure();
    }
    Ok(count)
}
