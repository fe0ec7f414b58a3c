//! In a frame of its own: on a page that allows no scripts of others, or that trusts nobody.

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

/// What its address can say.
mod address;

/// What passes between it and the page, and what it may do.
mod rights;

/// As high as what stands in it.
mod size;

const NAME: &str = "A Morning on Soil";
const APOLOGY: &str = "This event cannot be shown at the moment.";

/// What the README gives a frame, and no more.
const SANDBOX: &str = r#"sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox""#;

/// A page that shows a frame, the widget on a second origin, the document on a third.
struct Apart {
    page: Server,
    widget: Server,
    documents: Server,
}

impl Apart {
    fn new() -> Self {
        let apart = Self {
            page: Server::start().expect("a page"),
            widget: Server::with_widget().expect("the widget"),
            documents: Server::start().expect("a third origin"),
        };
        apart.widget.header("Access-Control-Allow-Origin", "*");
        apart.documents.header("Access-Control-Allow-Origin", "*");
        let mut event = sample();
        event["registration"]["url"] = json!(apart.documents.url("/register"));
        apart.documents.put("/event.json", Reply::json(event));
        apart.documents.put("/register", Reply::page("Registered"));
        apart
    }

    fn script(&self) -> String {
        let url = self.widget.url("/dist/frame-host.js");
        format!(r#"<script async src="{url}"></script>"#)
    }

    /// A frame with these attributes, at this moment before the event, and with this in its address as well.
    fn frame(&self, attributes: &str, query: &str) -> String {
        let src = self.documents.url("/event.json");
        let query = format!("src={src}&now={BEFORE}&{query}");
        self.bare(attributes, &query)
    }

    fn bare(&self, attributes: &str, query: &str) -> String {
        let frame = self.widget.url("/dist/frame.html");
        format!(
            r#"<iframe id="frame" title="An event" src="{frame}?{query}" style="inline-size: 100%" {attributes}></iframe>"#
        )
    }

    /// The page with this body.
    #[track_caller]
    fn open(&self, body: &str) -> Page {
        Page::open(&self.page, body)
    }

    /// A page with a frame, entered when the event is shown there; with this in its address as well.
    #[track_caller]
    fn inside(&self, query: &str) -> Page {
        let page = self.open(&self.frame("", query));
        page.enter("#frame");
        page.see(NAME);
        page
    }
}

/// The height that the page gives the frame.
fn height(page: &Page) -> f64 {
    let height = page.run("return document.querySelector('#frame').clientHeight", &[]);
    height.as_f64().unwrap_or_default()
}

/// The frame is as high as what stands in it: nothing is cut off, nothing scrolls, nothing is empty.
#[track_caller]
fn fits(page: &Page) {
    page.wait_until("the frame fits what stands in it", || {
        let outside = height(page);
        page.enter("#frame");
        let inside = page.run(
            "return document.querySelector('handbill-event').getBoundingClientRect().height",
            &[],
        );
        page.leave();
        let inside = inside.as_f64().unwrap_or_default();
        inside > 300.0 && (outside - inside).abs() <= 1.0
    });
}

/// Presses the link or button with these words, as somebody with a keyboard does. The driver cannot ask for roles and
/// names in a frame that has a process of its own.
fn press(page: &Page, words: &str) {
    let script = "
        const { shadowRoot } = document.querySelector('handbill-event');
        const found = [...shadowRoot.querySelectorAll('a, button')].find((one) => one.textContent.trim() === arguments[0]);
        found?.focus();
        return found !== undefined && shadowRoot.activeElement === found";
    page.wait_until(&format!("{words:?} has the focus"), || {
        let has_it = page.run(script, &[json!(words)]) == json!(true);
        if !has_it {
            // Some engines let no script take the focus into a frame, only the visitor.
            page.press("Tab");
        }
        has_it
    });
    page.press("Enter");
}

fn heard(page: &Page, kind: &str) -> Vec<Value> {
    let events = page.events().into_iter();
    let events = events.filter(|event| event.kind == kind && event.target == "frame");
    events.map(|event| event.detail).collect()
}
