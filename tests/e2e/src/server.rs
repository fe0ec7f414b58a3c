//! A small web server: one origin with the built widget under `/dist/`, the pages and documents
//! that a test puts there, and a record of everything that was asked for.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::Reply;

const RECORDER: &str = include_str!("recorder.js");

/// A server on a port of its own; it ends when dropped. Two servers are two origins.
#[derive(Debug)]
pub struct Server {
    address: String,
    content: Arc<Mutex<Content>>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Content {
    replies: HashMap<String, Reply>,
    headers: Vec<(String, String)>,
    requests: Vec<String>,
}

/// Listens on a port that no server of this process has had before. Browsers live longer than servers, and what a visitor has
/// chosen is remembered by origin.
fn listen() -> io::Result<TcpListener> {
    static HAD: Mutex<Option<HashSet<u16>>> = Mutex::new(None);
    loop {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let mut had = HAD.lock().unwrap_or_else(PoisonError::into_inner);
        if had.get_or_insert_default().insert(port) {
            return Ok(listener);
        }
    }
}

impl Server {
    /// Starts a server on a free port of this machine.
    pub fn start() -> Result<Self> {
        let listener = listen().context("cannot listen")?;
        let address = format!("http://{}", listener.local_addr()?);
        let content = Arc::new(Mutex::new(Content::default()));
        let is_over = Arc::new(AtomicBool::new(false));
        let thread = {
            let (content, is_over) = (content.clone(), is_over.clone());
            thread::spawn(move || {
                for connection in listener.incoming() {
                    if is_over.load(Ordering::Relaxed) {
                        return;
                    }
                    let content = content.clone();
                    // A thread each, so that a reply held back holds up nothing else.
                    thread::spawn(move || connection.map(|stream| answer(stream, &content)));
                }
            })
        };
        Ok(Self {
            address,
            content,
            is_over,
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

    /// Takes away what was put at `path`: what the built widget has there is there again.
    pub fn take_back(&self, path: &str) {
        lock(&self.content).replies.remove(path);
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
        self.is_over.store(true, Ordering::Relaxed);
        // It looks up once somebody knocks.
        let _ = TcpStream::connect(self.address.trim_start_matches("http://"));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The folder with the built widget.
pub fn dist() -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    env::var_os("HANDBILL_DIST").map_or_else(default, PathBuf::from)
}

/// Answers the one request of a connection. The browser may go away meanwhile, which is no failure of the server's.
fn answer(mut stream: TcpStream, content: &Mutex<Content>) -> Option<()> {
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .ok()?;
    let (method, target) = request(&stream)?;
    let path = target
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let reply = {
        let mut content = lock(content);
        if path != "/recorder.js" {
            content.requests.push(target);
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
        if !reply.has("date") {
            reply = reply.header("date", &httpdate::fmt_http_date(SystemTime::now()));
        }
        reply
    };
    thread::sleep(reply.delay);
    reply.write(&mut stream, method != "HEAD").ok()
}

/// Method and target of a request, once its head has arrived. Browsers open connections that they may never use.
fn request(stream: &TcpStream) -> Option<(String, String)> {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if reader.read_until(b'\n', &mut head).ok()? == 0 {
            return None;
        }
    }
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    request.parse(&head).ok()?;
    Some((request.method?.to_owned(), request.path?.to_owned()))
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
