//! The project's own commands: build, serve, pack and test the page.
//!
//! Nothing is installed by hand: `wasm-bindgen` is a library here, and what
//! rustup or apt can add is added when it is missing.

mod count;
mod dist;
mod floor;
mod fuzz;
mod http;
mod install;
mod optimise;
mod serve;
mod shell;
mod sizes;
mod split;
mod style;
mod test;
mod wasm;
mod watch;
mod workspace;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask serve [--dev] [--no-open] [--port N]
        builds the page that ships and serves it on this machine only;
        --dev builds quickly and reloads the page when a source changes
cargo xtask dist
        writes dist/: the site, and qiangxian.html, the whole app in one file
cargo xtask test [--only PART] [-- FILTER]
        runs every check and test and ends with the count; the parts are
        fmt, clippy, clippy-web, native, xtask, web, journeys
cargo xtask fuzz [--seconds N]
        tries random interleavings of windows, and random work of one, with
        fresh seeds; each for N seconds, 60 unless told
cargo xtask measure
        reports the weight and the speed of the page that ships
cargo xtask engines
        uses the page that ships in Firefox and in WebKit
cargo xtask help
        lists these commands
";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = run(&args) {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn run(args: &[String]) -> Result<()> {
    let (command, rest) =
        args.split_first().map_or(("help", args), |(first, rest)| (first.as_str(), rest));
    match command {
        "serve" => serve::run(&serve::Options::parse(rest)?),
        "dist" => match rest {
            [] => dist::run().map(drop),
            [unknown, ..] => bail!("`cargo xtask dist` takes no `{unknown}`"),
        },
        "test" => test::run(rest),
        "fuzz" => fuzz::run(rest),
        "measure" => test::measure(rest),
        "engines" => test::engines(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => bail!("there is no command `{unknown}`; `cargo xtask help` lists them"),
    }
}
