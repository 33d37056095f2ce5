//! A connection to Chromium's DevTools protocol: calls out, events in.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Message, WebSocket, client};

/// Longest wait for an answer; a call that takes longer is an error.
const PATIENCE: Duration = Duration::from_secs(60);

/// One target (the browser, or a page) and the calls made to it so far.
pub struct Devtools {
    socket: WebSocket<TcpStream>,
    calls: u64,
}

impl Devtools {
    /// Connects to a target: `address` is `127.0.0.1:PORT`.
    pub fn connect(address: &str, path: &str) -> Result<Devtools, String> {
        let stream = TcpStream::connect(address).map_err(|error| format!("{address}: {error}"))?;
        // A picture or a printed page comes as one message.
        let unbounded = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let url = format!("ws://{address}{path}");
        let (socket, _) = client::client_with_config(url.as_str(), stream, Some(unbounded))
            .map_err(|error| format!("{url}: {error}"))?;
        Ok(Devtools { socket, calls: 0 })
    }

    /// Sends a call and returns its number, without waiting for the answer.
    pub fn send(&mut self, method: &str, params: &Value) -> Result<u64, String> {
        self.calls += 1;
        let call = json!({ "id": self.calls, "method": method, "params": params });
        self.socket
            .send(Message::text(call.to_string()))
            .map_err(|error| format!("{method}: {error}"))?;
        Ok(self.calls)
    }

    /// Calls and waits for the answer; events that come first go to `on_event`,
    /// which may send calls of its own.
    pub fn call(
        &mut self,
        method: &str,
        params: &Value,
        mut on_event: impl FnMut(&mut Devtools, &str, &Value),
    ) -> Result<Value, String> {
        let id = self.send(method, params)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut message = self.read(deadline).map_err(|error| format!("{method}: {error}"))?;
            if let Some(event) = message["method"].as_str() {
                on_event(self, event, &message["params"]);
            } else if message["id"] == id {
                return match message["error"]["message"].as_str() {
                    Some(error) => Err(format!("{method}: {error}")),
                    None => Ok(message["result"].take()),
                };
            }
        }
    }

    /// The next event, or nothing when none comes before the deadline.
    pub fn next_event(&mut self, deadline: Instant) -> Option<(String, Value)> {
        loop {
            let mut message = self.read(deadline).ok()?;
            if let Some(event) = message["method"].as_str() {
                return Some((event.to_owned(), message["params"].take()));
            }
        }
    }

    fn read(&mut self, deadline: Instant) -> Result<Value, String> {
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err("no answer in time".to_owned());
            }
            self.socket
                .get_ref()
                .set_read_timeout(Some(left))
                .map_err(|error| error.to_string())?;
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    return serde_json::from_str(&text).map_err(|error| error.to_string());
                }
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if error.kind() == std::io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.to_string()),
            }
        }
    }
}
