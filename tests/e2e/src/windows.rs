//! Where else a visitor can look: into the frames of a page, and at how many windows are open; and what a browser does
//! with its windows.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::Page;
use crate::browser::DESKTOP;
use crate::session::Session;

impl Page {
    /// Looks into the first frame that `selector` finds: from now on the page is the frame's document.
    #[track_caller]
    pub fn enter(&self, selector: &str) {
        let entered = self.try_enter(selector);
        entered.unwrap_or_else(|error| panic!("the frame {selector}: {error:#}"));
    }

    /// Looks at the whole page again.
    #[track_caller]
    pub fn leave(&self) {
        let left = self.browser.session.post("frame", json!({"id": null}));
        left.unwrap_or_else(|error| panic!("the page around the frame: {error:#}"));
    }

    /// How many windows and tabs are open.
    #[track_caller]
    pub fn windows(&self) -> usize {
        let handles = self.browser.session.get("window/handles");
        let handles = handles.unwrap_or_else(|error| panic!("the windows: {error:#}"));
        handles.as_array().map_or(0, Vec::len)
    }

    /// Puts something in front of the page, so that nobody sees it.
    #[track_caller]
    pub fn cover(&self) {
        if self.browser.engine.has_tabs() {
            self.run("window.front = open('about:blank')", &[]);
        } else {
            let minimised = self.browser.session.minimise();
            minimised.unwrap_or_else(|error| panic!("the window is put away: {error:#}"));
        }
    }

    /// Takes away what [`cover`](Self::cover) has put there.
    #[track_caller]
    pub fn uncover(&self) {
        if self.browser.engine.has_tabs() {
            self.run("front.close()", &[]);
        } else {
            self.resize(DESKTOP.0, DESKTOP.1);
        }
    }

    fn try_enter(&self, selector: &str) -> Result<()> {
        let session = &self.browser.session;
        let script = "return document.querySelector(arguments[0])";
        let found = session.elements(script, &[json!(selector)])?;
        let frame = found.first().context("there is none")?;
        session
            .post("frame", json!({"id": frame.to_json()}))
            .map(drop)
    }
}

impl Session {
    /// Gives the window this size, frame included, and waits until the page knows.
    pub fn resize(&self, (width, height): (u32, u32)) -> Result<()> {
        self.size.set(None);
        self.post("window/rect", json!({"width": width, "height": height}))?;
        let deadline = Instant::now() + Duration::from_secs(5);
        loop {
            let there = self.run("return innerWidth", &[])?;
            if there == json!(width) {
                self.size.set(Some((width, height)));
                return Ok(());
            }
            if Instant::now() > deadline {
                bail!("the page is {there} wide in a window of {width}");
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The size that the window was given, unless something else has been done to it since.
    pub fn size(&self) -> Option<(u32, u32)> {
        self.size.get()
    }

    /// Puts the window away.
    pub fn minimise(&self) -> Result<()> {
        self.size.set(None);
        self.post("window/minimize", json!({})).map(drop)
    }

    /// Closes every window but the oldest.
    pub fn close_others(&self) -> Result<()> {
        let windows = self.get("window/handles")?;
        let mut windows = windows.as_array().context("no list of windows")?.iter();
        let first = windows.next().context("no window is open")?;
        for window in windows {
            // Engines disagree on which is the oldest, and the one that stays may be of another size.
            self.size.set(None);
            self.post("window", json!({"handle": window}))?;
            self.close()?;
        }
        self.post("window", json!({"handle": first})).map(drop)
    }

    /// Has the page leave for an empty one by itself; where it does not, the driver takes it there.
    pub fn leave(&self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(1);
        let mut is_left = self.run("location.replace('about:blank')", &[]).is_ok();
        let is_empty = || self.run("return location.href === 'about:blank'", &[]);
        while is_left && !is_empty().is_ok_and(|is_empty| is_empty == json!(true)) {
            is_left = Instant::now() < deadline;
        }
        if is_left {
            Ok(())
        } else {
            self.go_to("about:blank")
        }
    }
}
