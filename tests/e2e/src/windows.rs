//! Where else a visitor can look: into the frames of a page, and at how many windows are open.

use anyhow::{Context, Result};
use serde_json::json;

use crate::Page;
use crate::browser::DESKTOP;

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
            let minimised = self.browser.session.post("window/minimize", json!({}));
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
