//! What stays when something is wrong: the author's content or the good part of the document, one
//! clear sentence on the console that names the thing, and `handbill:error`.

use handbill_e2e::document::sample;
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT, element, element_with, snippet};
use handbill_e2e::{Page, Reply, Server};
use serde_json::json;

/// What the sample says when nothing is wrong with it.
const NAME: &str = "A Morning on Soil";

fn server() -> Server {
    Server::with_widget().expect("the widget")
}

/// A page with an event that answers as `reply` does.
#[track_caller]
fn page_with(reply: Reply) -> (Server, Page) {
    let server = server();
    server.put("/event.json", reply);
    let page = Page::open(&server, &snippet("/event.json"));
    (server, page)
}

/// Exactly one sentence on the console, which names one of `names`, and an event that holds the problems.
#[track_caller]
fn complains_once(page: &Page, names: &[&str]) {
    let error = page.event("handbill:error");
    page.wait_until("the console says why", || !page.complaints().is_empty());
    page.settle();
    let complaints = page.complaints();
    assert_eq!(
        complaints.len(),
        1,
        "one sentence is enough: {complaints:#?}"
    );
    assert!(
        names.iter().any(|name| complaints[0].contains(name)),
        "{names:?} is not named: {}",
        complaints[0]
    );
    let problems = error.detail["problems"].as_array().map_or(0, Vec::len);
    assert!(problems > 0, "the event tells no problem: {}", error.detail);
    assert_eq!(
        page.events()
            .iter()
            .filter(|event| event.kind == "handbill:error")
            .count(),
        1,
        "one event is enough"
    );
    let uncaught: Vec<String> = page
        .console()
        .into_iter()
        .filter(|line| line.starts_with("uncaught:"))
        .collect();
    assert_eq!(uncaught, [""; 0], "nothing is thrown at the page");
}

/// The author's content stands, and nothing of the widget's.
#[track_caller]
fn content_stays(page: &Page) {
    assert_eq!(page.visible_text(), CONTENT_TEXT);
}

#[test]
fn wasm_is_forbidden() {
    let server = server();
    server.put("/event.json", Reply::json(sample()));
    let policy = "script-src 'self'; style-src 'self'";
    server.put(
        "/page.html",
        Reply::page(&snippet("/event.json")).header("Content-Security-Policy", policy),
    );
    let page = Page::visit(&server.url("/page.html"));
    complains_once(
        &page,
        &[
            "Content-Security-Policy",
            "Content Security Policy",
            "CSP",
            "wasm-unsafe-eval",
        ],
    );
    content_stays(&page);
}

#[test]
fn wasm_does_not_arrive() {
    let server = server();
    server.put("/event.json", Reply::json(sample()));
    let page = Page::open(&server, &snippet("/event.json"));
    page.see(NAME);
    let requests = server.requests();
    let wasm = requests
        .iter()
        .find(|path| path.ends_with(".wasm"))
        .expect("the widget is wasm");
    server.put(wasm, Reply::status(404));
    drop(page);

    let page = Page::open(&server, &snippet("/event.json"));
    complains_once(&page, &["wasm", "WebAssembly"]);
    content_stays(&page);
}

#[test]
fn the_document_is_not_there() {
    let (_server, page) = page_with(Reply::status(404));
    complains_once(&page, &["event.json"]);
    assert!(
        page.complaints()[0].contains("404"),
        "{:?}",
        page.complaints()
    );
    content_stays(&page);
}

#[test]
fn the_document_is_on_a_host_that_does_not_answer() {
    let server = server();
    let page = Page::open(&server, &snippet("https://events.example/event.json"));
    complains_once(&page, &["events.example"]);
    content_stays(&page);
}

#[test]
fn the_address_is_none() {
    let server = server();
    let page = Page::open(&server, &snippet("http://["));
    complains_once(&page, &["http://["]);
    content_stays(&page);
}

#[test]
fn the_document_is_not_json() {
    let (_server, page) = page_with(Reply::json(
        r#"{"name": "A Morning on Soil", "startDate": }"#,
    ));
    complains_once(&page, &["JSON"]);
    content_stays(&page);
}

#[test]
fn the_document_is_html() {
    // What a site with a friendly error page answers, with status 200.
    let (_server, page) = page_with(Reply::page("<p>Oops</p>"));
    complains_once(&page, &["event.json"]);
    content_stays(&page);
}

#[test]
fn the_document_holds_no_event() {
    let (_server, page) = page_with(Reply::json("[]"));
    complains_once(&page, &["event"]);
    content_stays(&page);
}

#[test]
fn the_child_script_is_not_json() {
    let server = server();
    let script = r#"<script type="application/json">{"name": "A Morning on Soil",}</script>"#;
    let page = Page::open(
        &server,
        &format!(
            "{SCRIPT}{}",
            element_with("", &format!("{CONTENT}{script}"))
        ),
    );
    complains_once(&page, &["JSON"]);
    content_stays(&page);
}

#[test]
fn the_document_s_zone_is_unknown() {
    let mut event = sample();
    event["timeZone"] = json!("Mars/Olympus");
    let (_server, page) = page_with(Reply::json(event));
    page.see(NAME);
    // Nobody can convert these times, but they can be shown as they were written.
    assert!(
        page.entry("Earthworms").text.contains("13:00"),
        "{:?}",
        page.entry("Earthworms")
    );
    page.control("link", "Register");
    complains_once(&page, &["Mars/Olympus"]);
}

#[test]
fn the_zone_attribute_is_unknown() {
    let server = server();
    server.put("/event.json", Reply::json(sample()));
    let element = element_with(r#"src="/event.json" time-zone="Mars/Olympus""#, CONTENT);
    let page = Page::open(&server, &format!("{SCRIPT}{element}"));
    page.see(NAME);
    // An attribute that nobody can read is as good as none.
    assert!(
        page.entry("Earthworms").text.contains("17:45"),
        "{:?}",
        page.entry("Earthworms")
    );
    complains_once(&page, &["Mars/Olympus"]);
}

#[test]
fn the_programme_is_empty() {
    let mut event = sample();
    event["subEvent"] = json!([]);
    let (_server, page) = page_with(Reply::json(event));
    page.see(NAME);
    page.see("Everybody who digs is welcome.");
    page.control("link", "Register");
    assert_eq!(page.programme(), []);
    assert!(
        !page.names("heading").contains(&"Programme".to_owned()),
        "no heading over nothing"
    );
    complains_once(&page, &["programme", "subEvent"]);
}

#[test]
fn the_registration_is_a_script() {
    let mut event = sample();
    event["registration"]["url"] = json!("javascript:document.title='taken over'");
    let (_server, page) = page_with(Reply::json(event));
    page.see(NAME);
    page.entry("Earthworms");
    let links = page.names("link");
    assert!(
        !links.contains(&"Register".to_owned()),
        "nothing leads there: {links:?}"
    );
    complains_once(&page, &["javascript:", "registration"]);
}

#[test]
fn one_entry_has_no_time() {
    let mut event = sample();
    event["subEvent"][1]["startDate"] = json!("half past one");
    let (_server, page) = page_with(Reply::json(event));
    page.entry("Welcome");
    complains_once(&page, &["half past one", "subEvent[1].startDate"]);
}

#[test]
fn a_broken_element_leaves_its_neighbour_alone() {
    let server = server();
    server.put("/event.json", Reply::json(sample()));
    let page = Page::open(
        &server,
        &format!(
            "{SCRIPT}{}{}",
            element("/missing.json"),
            element("/event.json")
        ),
    );
    page.see(NAME);
    complains_once(&page, &["missing.json"]);
    assert!(page.visible_text().contains(CONTENT_TEXT));
}
