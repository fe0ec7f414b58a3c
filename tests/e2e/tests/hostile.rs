//! In pages that are not made for it: their styles, scripts and policies are none of its business, and it is none of
//! theirs.

use handbill_e2e::document::sample;
use handbill_e2e::{Page, Reply, Server};

/// Inside what else a page is made of.
mod places;

/// Behind the strictest policies.
mod policies;

/// Among scripts that change what everybody uses.
mod scripts;

/// Under styles that reach for everything.
mod styles;

/// Nothing of it is left in the page.
mod traces;

const NAME: &str = "A Morning on Soil";

fn server() -> Server {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    server
}

/// The whole event is shown once, in the visitor's time, and nobody complains.
#[track_caller]
fn is_whole(page: &Page, among: &str) {
    page.wait_until(&format!("it is shown among {among}"), || {
        page.visible_text().contains(NAME) && page.programme().len() == 2
    });
    page.settle();
    let text = page.visible_text();
    assert_eq!(text.matches(NAME).count(), 1, "{among}: {text}");
    let line = page.entry("Earthworms");
    assert!(line.text.contains("17:45"), "{among}: {line:?}");
    page.control("link", "Register");
    assert_eq!(page.console(), [""; 0], "{among}");
}
