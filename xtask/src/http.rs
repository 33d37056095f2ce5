//! A web server for files of one folder, on this machine only.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// What the server sends back.
pub struct Reply {
    status: &'static str,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Reply {
    /// The content asked for, with its media type.
    pub fn found(media_type: &'static str, body: impl Into<Vec<u8>>) -> Reply {
        Reply { status: "200 OK", media_type, body: body.into() }
    }

    /// There is nothing at this address.
    pub fn missing() -> Reply {
        Reply {
            status: "404 Not Found",
            media_type: "text/plain; charset=utf-8",
            body: b"not found\n".to_vec(),
        }
    }
}

/// Answers requests for ever, each connection in a thread of its own. `answer`
/// is given the address with its leading slash, and what follows a `?`.
pub fn serve(listener: &TcpListener, answer: impl Fn(&str) -> Reply + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    for connection in listener.incoming().flatten() {
        let answer = Arc::clone(&answer);
        // A browser that closes the connection early is no error.
        std::thread::spawn(move || converse(&connection, &*answer).ok());
    }
}

/// A file of the folder, the folder's page for `/`. The name is one plain file
/// name: no folders, nothing hidden, so nothing outside can be reached.
pub fn file(folder: &Path, address: &str) -> Reply {
    let name = match address.split(['?', '#']).next() {
        Some("/") | None => "index.html",
        Some(path) => path.trim_start_matches('/'),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if name.starts_with('.') || !name.chars().all(plain) {
        return Reply::missing();
    }
    match std::fs::read(folder.join(name)) {
        Ok(body) => Reply::found(media_type(name), body),
        Err(_) => Reply::missing(),
    }
}

/// The media type by the name's ending. Browsers compile a module while it
/// loads only if it comes as `application/wasm`.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

fn converse(connection: &TcpStream, answer: &dyn Fn(&str) -> Reply) -> Result<()> {
    // Browsers open spare connections that never ask for anything.
    connection.set_read_timeout(Some(Duration::from_secs(30)))?;
    let Some((method, address)) = request(connection)? else {
        return Ok(());
    };
    let reply = match method.as_str() {
        "GET" | "HEAD" => answer(&address),
        _ => Reply { status: "405 Method Not Allowed", ..Reply::missing() },
    };
    let mut out = connection;
    write!(
        out,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        reply.status,
        reply.media_type,
        reply.body.len()
    )?;
    if method == "GET" {
        out.write_all(&reply.body)?;
    }
    out.flush()
}

/// The method and the address of a request; its headers are read past, for a
/// connection closed on unread bytes would lose the reply.
fn request(connection: &TcpStream) -> Result<Option<(String, String)>> {
    const LONGEST: u64 = 64 * 1024;
    let mut lines = BufReader::new(connection.take(LONGEST)).lines();
    let Some(first) = lines.next().transpose()? else {
        return Ok(None);
    };
    while let Some(header) = lines.next().transpose()? {
        if header.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    Ok(words
        .next()
        .zip(words.next())
        .map(|(method, address)| (method.to_owned(), address.to_owned())))
}
