//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use crate::http::{self, Reply};
use crate::wasm::Build;
use crate::watch::{self, Sources, Watch};
use crate::{dist, workspace};

/// Ports tried first, so that the address, and with it what the browser keeps
/// for the page, stays the same from one start to the next.
const USUAL_PORTS: std::ops::Range<u16> = 7300..7310;

/// What was asked for on the command line.
pub struct Options {
    /// Build quickly, and again upon every change.
    dev: bool,
    /// Open the page in the user's browser.
    open: bool,
    /// This port and no other.
    port: Option<u16>,
}

impl Options {
    /// Reads the arguments after `serve`.
    pub fn parse(args: &[String]) -> Result<Options> {
        let mut options = Options { dev: false, open: true, port: None };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--dev" => options.dev = true,
                "--no-open" => options.open = false,
                "--port" => options.port = Some(port(args.next())?),
                unknown => bail!("`cargo xtask serve` takes no `{unknown}`"),
            }
        }
        Ok(options)
    }
}

fn port(arg: Option<&String>) -> Result<u16> {
    let given = arg.context("`--port` wants a number after it")?;
    given
        .parse()
        .ok()
        .with_context(|| format!("`--port {given}`: expected a number from 1 to 65535"))
}

/// Builds, serves and opens the page; returns only upon an error.
pub fn run(options: &Options) -> Result<()> {
    // Bound before the build, so that a port in use is reported at once.
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let folder =
        if options.dev { workspace::root().join("target/page-dev") } else { workspace::dist() };
    let how = if options.dev { Build::Dev } else { Build::Page };
    // Read before the build, so that an edit made meanwhile counts as a change.
    let sources = watch::sources();
    dist::write(how, &folder)?;

    println!("{address}");
    if options.open {
        open(&address);
    }
    if options.dev {
        serve_and_watch(&listener, folder, sources);
    } else {
        http::serve(&listener, move |address| http::file(&folder, address));
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind(("127.0.0.1", port));
    match port {
        Some(port) => bind(port).with_context(|| format!("port {port} cannot be used")),
        None => USUAL_PORTS
            .chain([0])
            .find_map(|port| bind(port).ok())
            .context("no free port was found on 127.0.0.1"),
    }
}

/// Serves the folder while a thread rebuilds it; the page asks `/__reload` and
/// is answered when there is a newer build.
fn serve_and_watch(listener: &TcpListener, folder: PathBuf, sources: Sources) {
    let watch = Arc::new(Watch::start(folder.clone(), sources));
    http::serve(listener, move |address| {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        match path {
            "/__reload" => {
                watch.wait_for_build_after(query);
                Reply::found("text/plain", "")
            }
            "/__reload.js" => Reply::found("text/javascript", reload_script(&watch.latest())),
            "/" | "/index.html" => with_reload(&folder),
            _ => http::file(&folder, path),
        }
    });
}

/// The page with the reload script, which the policy admits as one of its own.
fn with_reload(folder: &std::path::Path) -> Reply {
    match std::fs::read_to_string(folder.join("index.html")) {
        Ok(page) => Reply::found(
            "text/html; charset=utf-8",
            page.replace("</head>", "<script src=\"__reload.js\"></script>\n</head>"),
        ),
        Err(_) => Reply::missing(),
    }
}

fn reload_script(build: &str) -> String {
    format!(
        "(function wait() {{\n  fetch(\"/__reload?{build}\")\n    \
         .then(() => location.reload(), () => setTimeout(wait, 1000));\n}})();\n"
    )
}

/// Opens the address in the user's browser; where that fails the address stands
/// in the terminal.
fn open(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let started =
        Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() {
        eprintln!("note: `{opener}` was not found; open the address above in a browser");
    }
}
