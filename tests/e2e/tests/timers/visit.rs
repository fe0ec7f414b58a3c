//! A visit whose clock the test moves.

use handbill_e2e::snippet::SCRIPT;
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

const CLOCK: &str = include_str!("clock.js");

/// A page whose time passes only when the test says so.
pub struct Visit {
    pub page: Page,
    _server: Server,
    body: String,
}

/// What the page did since it was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Timers that fired.
    pub woken: u64,
    /// Timers that fired and changed nothing that can be read.
    pub idle: u64,
    /// Changes of the shadow tree by those.
    pub wasted: u64,
    /// Changes of the shadow tree.
    pub mutations: u64,
    /// The longest delay that was asked for, in milliseconds.
    pub longest: u64,
    /// Frames that were asked for.
    pub frames: u64,
}

/// An element with its event inside: what a server says of the time must not correct the clock.
pub fn element(event: &Value, attributes: &str) -> String {
    format!(
        r#"<handbill-event lang="en-GB" {attributes}><script type="application/json">{event}</script></handbill-event>"#
    )
}

impl Visit {
    /// Opens a page with these elements when it is `now`.
    #[track_caller]
    pub fn at(now: &str, elements: &[String]) -> Self {
        Self::open(&format!(r#"data-start="{now}""#), elements.concat())
    }

    /// Opens a page that nobody looks at.
    #[track_caller]
    pub fn hidden_at(now: &str, elements: &[String]) -> Self {
        Self::open(
            &format!(r#"data-start="{now}" data-hidden"#),
            elements.concat(),
        )
    }

    #[track_caller]
    fn open(start: &str, body: String) -> Self {
        let server = Server::with_widget().expect("the widget");
        server.put("/clock.js", Reply::script(CLOCK));
        let clock = format!(r#"<script src="/clock.js" {start}></script>"#);
        server.put(
            "/page.html",
            Reply::page_with_head(&clock, &format!("{body}{SCRIPT}")),
        );
        let page = Page::visit(&server.url("/page.html"));
        let elements = body.matches("<handbill-event").count();
        page.wait_until("every element is there", || {
            let events = page.events();
            events
                .iter()
                .filter(|event| event.kind == "handbill:load")
                .count()
                == elements
        });
        page.run("clock.watch()", &[]);
        Self {
            page,
            _server: server,
            body,
        }
    }

    /// Lets time pass until it is `at`.
    #[track_caller]
    pub fn go_to(&self, at: &str) {
        let script = "return clock.advance(Date.parse(arguments[0]) - clock.now())";
        self.page.run(script, &[json!(at)]);
        self.tally();
    }

    /// Sets the clock to `at`, and lets no time pass.
    #[track_caller]
    pub fn set_clock(&self, at: &str) {
        self.page
            .run("clock.set(Date.parse(arguments[0]))", &[json!(at)]);
    }

    /// Nobody looks at the page any longer.
    #[track_caller]
    pub fn hide(&self) {
        self.page.run("clock.hide(true)", &[]);
    }

    /// Somebody looks at it again.
    #[track_caller]
    pub fn show(&self) {
        self.page.run("clock.hide(false)", &[]);
    }

    /// How long each timer still has to wait, in milliseconds.
    #[track_caller]
    pub fn pending(&self) -> Vec<u64> {
        let pending = self.page.run("return clock.pending()", &[]);
        let pending = pending.as_array().map(Vec::as_slice).unwrap_or_default();
        pending.iter().filter_map(Value::as_u64).collect()
    }

    /// What the page did so far. It never sets a timer that repeats.
    #[track_caller]
    pub fn tally(&self) -> Tally {
        let tally = self.page.run("return clock.tally", &[]);
        let count = |name: &str| tally[name].as_f64().map_or(0, |count| count as u64);
        assert_eq!(count("repeating"), 0, "{tally}");
        Tally {
            woken: count("woken"),
            idle: count("idle"),
            wasted: count("wasted"),
            mutations: count("mutations"),
            longest: count("longest"),
            frames: count("frames"),
        }
    }

    /// The entry that is marked as being on.
    #[track_caller]
    pub fn on(&self) -> Option<String> {
        let lines = self.page.programme().into_iter();
        let mut on = lines.filter(|line| line.text.split(' ').any(|word| word == "Now"));
        let first = on.next().map(|line| line.text);
        assert_eq!(on.next(), None, "one entry is on at a time");
        first
    }

    /// What can be read is what a page reads that is opened at this moment.
    #[track_caller]
    pub fn is_right(&self) {
        let now = self.page.run("return new window.Date().toISOString()", &[]);
        let fresh = Self::open(&format!("data-start={now}"), self.body.clone());
        assert_eq!(
            self.page.visible_text(),
            fresh.page.visible_text(),
            "at {now}"
        );
    }
}
