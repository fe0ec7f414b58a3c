use handbill_e2e::snippet::snippet;
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

use super::{NAME, is_whole};

/// Everything of a page that somebody could leave something in; what is on the list of names may come and go.
const AROUND: &str = "
    const attributes = (one) => [...one.attributes].map(({ name, value }) => name + '=' + value);
    const outline = (one) => [...one.children].map((child) => child.localName);
    return Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then((kept) => ({
      globals: Object.getOwnPropertyNames(window).filter((name) => !/^(\\d+|cdc_.*|ret_nodes)$/.test(name)).sort(),
      foundations: [Object, Array, Element, HTMLElement, Node, Document, Promise, String, EventTarget]
        .map((one) => Object.getOwnPropertyNames(one.prototype).sort().join()),
      own: [Object.getOwnPropertyNames(document).sort(), Object.getOwnPropertyNames(document.body)],
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      head: outline(document.head), body: outline(document.body),
      attributes: [attributes(document.documentElement), attributes(document.head), attributes(document.body)],
      place: [location.href, document.title, history.length],
      cookie: document.cookie, session: Object.keys(sessionStorage), kept: kept.map((list) => list.length),
      focus: document.activeElement.localName, scroll: [scrollX, scrollY],
    }))";

/// A page whose widget stands in it but has not come: its script waits to be put there.
#[track_caller]
fn page(server: &Server) -> Page {
    let body = snippet("/event.json").replace("<script async", "<script async type='text/plain'");
    let page = Page::open(server, &format!("<p>Above</p>{body}<p>Below</p>"));
    // The driver's first search leaves something of its own.
    page.names("link");
    page
}

const START: &str = "
    const old = document.querySelector('script[type]');
    const made = document.createElement('script');
    made.src = old.getAttribute('src');
    old.replaceWith(made)";

#[test]
fn the_page_is_as_it_was() {
    let server = super::server();
    let page = page(&server);
    let before = page.run(AROUND, &[]);
    assert!(
        before["globals"]
            .as_array()
            .is_some_and(|names| names.len() > 500),
        "{before}"
    );
    page.run(START, &[]);
    is_whole(&page, "nothing");
    let after = page.run(AROUND, &[]);
    for (what, was) in before.as_object().expect("an outline") {
        assert_eq!(&after[what], was, "{what}");
    }
    assert_eq!(after["cookie"], json!(""));
    // Nor is anything left behind when it goes.
    page.run("document.querySelector('handbill-event').remove()", &[]);
    page.settle();
    let mut gone = page.run(AROUND, &[]);
    let body = gone["body"].as_array_mut().expect("a body");
    body.insert(2, json!("handbill-event"));
    for (what, was) in before.as_object().expect("an outline") {
        assert_eq!(&gone[what], was, "{what}, when it is gone");
    }
}

#[test]
fn nothing_is_kept_until_a_clock_is_chosen_and_then_one_thing() {
    let server = super::server();
    let page = page(&server);
    let kept = || page.run("return Object.keys(localStorage)", &[]);
    page.run("localStorage.clear()", &[]);
    page.run(START, &[]);
    is_whole(&page, "nothing");
    assert_eq!(kept(), json!([]));
    page.click(&page.control("button", "Change time zone"));
    page.click(&page.control("radio", "Event time"));
    page.wait_until("the clock has changed", || {
        page.entry("Earthworms").text.starts_with("13:00")
    });
    assert_eq!(kept(), json!(["handbill:zone"]));
    page.run("localStorage.clear()", &[]);
}

#[test]
fn nobody_else_hears_of_the_visitor() {
    let server = super::server();
    let stranger = Server::start().expect("a stranger");
    let mut event = handbill_e2e::document::sample();
    for (member, path) in [("url", "/a"), ("@context", "/b"), ("sameAs", "/c")] {
        event[member] = json!(stranger.url(path));
    }
    event["registration"]["url"] = json!(stranger.url("/register"));
    event["organizer"] =
        json!({"name": "The diggers", "url": stranger.url("/d"), "logo": stranger.url("/e.png")});
    server.put("/event.json", Reply::json(event));
    let page = Page::open(&server, &snippet("/event.json"));
    page.see(NAME);
    page.settle();
    let asked = page.run("return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin)", &[]);
    let asked: Vec<&Value> = asked.as_array().into_iter().flatten().collect();
    assert!(asked.len() >= 5, "{asked:?}");
    let strangers = asked
        .iter()
        .filter(|origin| ***origin != json!(server.origin()));
    assert_eq!(strangers.count(), 0, "{asked:?}");
    assert_eq!(stranger.requests(), [""; 0], "not even a look ahead");
}
