//! The two ways the built page is opened: from a web server, and from a disk.

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::http;

/// The folder the site lies in: anywhere but the server's root, for the page
/// must work wherever it is put.
const FOLDER: &str = "/some/sub/path";

/// The built page, as `cargo xtask test` names it.
pub fn dist() -> PathBuf {
    match std::env::var_os("QIANGXIAN_DIST") {
        Some(dist) => PathBuf::from(dist),
        None => panic!("QIANGXIAN_DIST is not set: run `cargo xtask test --only journeys`"),
    }
}

/// The page's address on a server of this machine.
pub fn over_http() -> String {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    let origin = ORIGIN.get_or_init(|| {
        let dist = dist();
        serve(move |address| match address.strip_prefix(FOLDER) {
            Some(rest) if rest.starts_with('/') => http::file(&dist, rest),
            _ => http::Reply::missing(),
        })
    });
    format!("{origin}{FOLDER}/")
}

/// The address of the single file, opened as by a double-click.
pub fn from_disk() -> String {
    format!("file://{}", dist().join("qiangxian.html").display())
}

/// Serves these answers for as long as the tests run; returns the origin.
pub fn serve(answer: impl Fn(&str) -> http::Reply + Send + Sync + 'static) -> String {
    let listening = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| Ok((listener.local_addr()?, listener)));
    match listening {
        Ok((address, listener)) => {
            std::thread::spawn(move || http::serve(&listener, answer));
            format!("http://{address}")
        }
        Err(error) => panic!("no free port on 127.0.0.1: {error}"),
    }
}
