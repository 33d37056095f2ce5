//! `cargo xtask fuzz`: random tests with fresh seeds, for as long as asked.

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Seconds that each of them runs.
const SECONDS: u32 = 60;

/// The suites of `tests/native` with an ignored test named `fuzz`.
const SUITES: &[&str] = &["windows", "session_random"];

/// Runs every suite for the seconds asked.
pub fn run(args: &[String]) -> Result<()> {
    let seconds = parse(args)?;
    for suite in SUITES {
        println!("== {suite}: {seconds} s ==");
        let mut cargo = workspace::cargo();
        cargo.args(["test", "--test", "native", "--", "--ignored", "--nocapture", "--exact"]);
        cargo.arg(format!("{suite}::fuzz"));
        let status = cargo.env("FUZZ_SECONDS", seconds.to_string()).status();
        if !status.context("cargo could not be started")?.success() {
            bail!("{suite} found something: the shortest input is printed above");
        }
    }
    Ok(())
}

fn parse(args: &[String]) -> Result<u32> {
    match args {
        [] => Ok(SECONDS),
        [key, value] if key == "--seconds" => {
            value.parse().with_context(|| format!("`{value}` is no number of seconds"))
        }
        [unknown, ..] => bail!("`cargo xtask fuzz` takes no `{unknown}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_read() {
        let parse = |args: &[&str]| {
            parse(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>()).ok()
        };
        assert_eq!(parse(&[]), Some(SECONDS));
        assert_eq!(parse(&["--seconds", "5"]), Some(5));
        assert_eq!(parse(&["--seconds", "x"]), None);
        assert_eq!(parse(&["--seconds"]), None);
    }
}
