//! A small web server: one origin with the built widget under `/dist/`, the pages and documents
//! that a test puts there, and a record of everything that was asked for.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use std::{env, fs};

use anyhow::{Result, anyhow, ensure};
use tiny_http::{Header, Request, Response};

const RECORDER: &str = include_str!("recorder.js");

/// A server on a port of its own; it ends when dropped. Two servers are two origins.
#[derive(Debug)]
pub struct Server {
    address: String,
    content: Arc<Mutex<Content>>,
    listener: Arc<Listener>,
    thread: Option<JoinHandle<()>>,
}

/// What the server answers at one path.
#[derive(Clone, Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    delay: Duration,
}

#[derive(Debug, Default)]
struct Content {
    replies: HashMap<String, Reply>,
    headers: Vec<(String, String)>,
    requests: Vec<String>,
}

struct Listener(tiny_http::Server);

impl Server {
    /// Starts a server on a free port of this machine.
    pub fn start() -> Result<Self> {
        let server = tiny_http::Server::http("127.0.0.1:0")
            .map_err(|error| anyhow!("cannot listen: {error}"))?;
        let address = format!("http://{}", server.server_addr());
        let listener = Arc::new(Listener(server));
        let content = Arc::new(Mutex::new(Content::default()));
        let thread = {
            let (listener, content) = (listener.clone(), content.clone());
            thread::spawn(move || {
                while let Ok(request) = listener.0.recv() {
                    let content = content.clone();
                    // A thread each, so that a reply held back holds up nothing else.
                    thread::spawn(move || answer(request, &content));
                }
            })
        };
        Ok(Self {
            address,
            content,
            listener,
            thread: Some(thread),
        })
    }

    /// Starts a server that has the built widget; fails where nobody has built it.
    pub fn with_widget() -> Result<Self> {
        let script = dist().join("handbill.js");
        ensure!(
            script.is_file(),
            "there is no {}: run `cargo xtask dist` first",
            script.display()
        );
        Self::start()
    }

    /// Puts a page or document at `path`, before what the built widget has there.
    pub fn put(&self, path: &str, reply: Reply) {
        lock(&self.content).replies.insert(path.to_owned(), reply);
    }

    /// Sends this header with every reply that has none of that name.
    pub fn header(&self, name: &str, value: &str) {
        lock(&self.content)
            .headers
            .push((name.to_owned(), value.to_owned()));
    }

    /// The address of `path` on this server.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.address
    }

    /// Every path asked for so far, in order, with its query; without the suite's own recorder.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.content).requests.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listener.0.unblock();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Reply {
    /// A page with this body, whose console and events are recorded.
    pub fn page(body: &str) -> Self {
        Self::page_with_head("", body)
    }

    /// A page with this at the end of its head, and this body.
    pub fn page_with_head(head: &str, body: &str) -> Self {
        let page = format!(
            r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A page with an event</title>
<link rel="icon" href="data:,">
<script src="/recorder.js"></script>
{head}
</head>
<body>
{body}
</body>
</html>"#
        );
        Self::new("text/html; charset=utf-8", page)
    }

    /// A JSON document.
    pub fn json(document: impl ToString) -> Self {
        Self::new("application/json", document.to_string())
    }

    /// A script.
    pub fn script(text: &str) -> Self {
        Self::new("text/javascript; charset=utf-8", text)
    }

    /// A short plain text with this status.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::new("text/plain; charset=utf-8", format!("status {status}"))
        }
    }

    /// The same with another header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same, held back for a while.
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            body: body.into(),
            delay: Duration::ZERO,
        }
        .header("content-type", content_type)
    }

    fn has(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|(own, _)| own.eq_ignore_ascii_case(name))
    }
}

/// The folder with the built widget.
pub fn dist() -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    env::var_os("HANDBILL_DIST").map_or_else(default, PathBuf::from)
}

fn answer(request: Request, content: &Mutex<Content>) {
    let path = request
        .url()
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let mut reply = {
        let mut content = lock(content);
        if path != "/recorder.js" {
            content.requests.push(request.url().to_owned());
        }
        let mut reply = content
            .replies
            .get(&path)
            .cloned()
            .unwrap_or_else(|| find(&path));
        for (name, value) in &content.headers {
            if !reply.has(name) {
                reply = reply.header(name, value);
            }
        }
        reply
    };
    thread::sleep(reply.delay);
    let mut response =
        Response::from_data(std::mem::take(&mut reply.body)).with_status_code(reply.status);
    for (name, value) in &reply.headers {
        match Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            Ok(header) => response.add_header(header),
            Err(()) => eprintln!("not a header: {name}: {value}"),
        }
    }
    // The browser may have gone away meanwhile, which is no failure of the server's.
    let _ = request.respond(response);
}

/// What stands at `path` when no test has put anything there.
fn find(path: &str) -> Reply {
    if path == "/recorder.js" {
        return Reply::script(RECORDER);
    }
    let Some(path) = path.strip_prefix("/dist/") else {
        return Reply::status(404);
    };
    let path = Path::new(path);
    if !path
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return Reply::status(404);
    }
    match fs::read(dist().join(path)) {
        Ok(body) => Reply::new(content_type(path), body),
        Err(_) => Reply::status(404),
    }
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn lock(content: &Mutex<Content>) -> MutexGuard<'_, Content> {
    content.lock().unwrap_or_else(PoisonError::into_inner)
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Listener")
    }
}
