//! The way to register: a real link, for the pointer and for the keyboard.

use handbill_e2e::document::sample;
use handbill_e2e::snippet::{SEED, snippet};
use handbill_e2e::{Page, Reply, Server};
use serde_json::json;

const ZOOM: &str = "https://unesco-org.zoom.us/webinar/register/WN_AGy4hWd4SGWv3PMcLGg3uQ";

/// A page whose event is registered for at `/signup` on the same server.
fn signup() -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let mut event = sample();
    event["registration"]["url"] = json!(server.url("/signup"));
    server.put("/event.json", Reply::json(event));
    server.put("/signup", Reply::page("<p>Thank you</p>"));
    let page = Page::open(&server, &snippet("/event.json"));
    page.event("handbill:load");
    (server, page)
}

#[track_caller]
fn is_followed(server: &Server, page: &Page) {
    page.wait_until("the link is followed", || {
        server.requests().contains(&"/signup".to_owned())
    });
}

#[test]
fn it_is_a_real_link_to_the_seed_s_registration() {
    let server = Server::with_widget().expect("the widget");
    let page = Page::open(&server, &snippet(SEED));
    let link = page.control("link", "Register");
    assert_eq!(page.attribute(&link, "href").as_deref(), Some(ZOOM));
    let rel = page.attribute(&link, "rel").unwrap_or_default();
    assert!(
        rel.split_whitespace().any(|word| word == "noopener"),
        "rel is {rel:?}"
    );
    assert_eq!(
        page.names("link")
            .iter()
            .filter(|name| *name == "Register")
            .count(),
        1
    );
}

#[test]
fn the_keyboard_reaches_and_follows_it() {
    let (server, page) = signup();
    page.tab_to("link", "Register");
    assert!(
        !server.requests().contains(&"/signup".to_owned()),
        "it waits to be followed"
    );
    page.press("Enter");
    is_followed(&server, &page);
}

#[test]
fn a_pointer_follows_it() {
    let (server, page) = signup();
    page.click(&page.control("link", "Register"));
    is_followed(&server, &page);
}
