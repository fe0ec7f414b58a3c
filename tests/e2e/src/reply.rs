//! What a server answers, whole or spoilt on its way.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// What the server answers at one path.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) delay: Duration,
    status: u16,
    body: Vec<u8>,
    spoilt: Option<Spoilt>,
    hold: Option<(usize, Arc<Gate>)>,
}

/// Where an answer stops until it is known how it goes on.
#[derive(Debug, Default)]
struct Gate {
    goes_on: Mutex<Option<bool>>,
    known: Condvar,
}

/// Holds an answer where it has stopped; the connection ends there where this is dropped.
#[derive(Debug)]
#[must_use = "the connection ends once it is dropped"]
pub struct Hold(Arc<Gate>);

impl Gate {
    fn decide(&self, goes_on: bool) {
        let mut decided = self.goes_on.lock().unwrap_or_else(PoisonError::into_inner);
        decided.get_or_insert(goes_on);
        self.known.notify_all();
    }

    fn wait(&self) -> bool {
        let decided = self.goes_on.lock().unwrap_or_else(PoisonError::into_inner);
        let is_open = |decided: &mut Option<bool>| decided.is_none();
        let decided = self.known.wait_while(decided, is_open);
        decided
            .unwrap_or_else(PoisonError::into_inner)
            .unwrap_or_default()
    }
}

impl Hold {
    /// The rest of the answer comes.
    pub fn release(self) {
        self.0.decide(true);
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.decide(false);
    }
}

/// What goes wrong on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoilt {
    /// The connection ends without an answer.
    Reset,
    /// The connection ends half-way through the body.
    Truncated,
    /// Every seventh byte of the body is another one.
    Corrupted,
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

    /// The same, spoilt on its way.
    pub fn spoilt(mut self, how: Spoilt) -> Self {
        self.spoilt = Some(how);
        self
    }

    /// The same, which stops before this byte of its body.
    pub fn held_at(mut self, byte: usize) -> (Self, Hold) {
        let gate = Arc::<Gate>::default();
        self.hold = Some((byte, gate.clone()));
        (self, Hold(gate))
    }

    /// Any other file.
    pub fn new(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            body: body.into(),
            delay: Duration::ZERO,
            spoilt: None,
            hold: None,
        }
        .header("content-type", content_type)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.headers
            .iter()
            .any(|(own, _)| own.eq_ignore_ascii_case(name))
    }

    /// Writes it as HTTP/1.1 (RFC 9112). One answer per connection: nothing that is held back holds up anything else.
    pub(crate) fn write(mut self, to: &mut impl Write, has_body: bool) -> io::Result<()> {
        let whole = self.body.len();
        match self.spoilt {
            Some(Spoilt::Reset) => return Ok(()),
            Some(Spoilt::Truncated) => self.body.truncate(whole / 2),
            Some(Spoilt::Corrupted) => self
                .body
                .iter_mut()
                .step_by(7)
                .for_each(|byte| *byte ^= 0x55),
            None => {}
        }
        write!(
            to,
            "HTTP/1.1 {} -\r\nconnection: close\r\ncontent-length: {whole}\r\n",
            self.status
        )?;
        for (name, value) in &self.headers {
            write!(to, "{name}: {value}\r\n")?;
        }
        to.write_all(b"\r\n")?;
        if has_body && ![204, 304].contains(&self.status) {
            let stop = self.hold.as_ref().map_or(0, |(byte, _)| *byte);
            let (before, after) = self.body.split_at(stop.min(self.body.len()));
            to.write_all(before)?;
            to.flush()?;
            if self.hold.is_none_or(|(_, gate)| gate.wait()) {
                to.write_all(after)?;
            }
        }
        to.flush()
    }
}
