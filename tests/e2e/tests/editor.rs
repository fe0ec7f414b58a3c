//! What an editor hears about a mistake: one sentence with what to write instead, while visitors see
//! what is good.

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT, element_with, snippet};
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::{Value, json};

const NAME: &str = "A Morning on Soil";

/// A page with this at the document's address.
#[track_caller]
fn page_with(document: impl ToString) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(document));
    let page = Page::open(&server, &snippet("/event.json"));
    (server, page)
}

/// A page with the sample and an element that has these attributes, and none but these.
#[track_caller]
fn page_with_attributes(attributes: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let element = format!(
        r#"<handbill-event src="/event.json" lang="en-GB" {attributes}>{CONTENT}</handbill-event>"#
    );
    let page = Page::open(&server, &format!("{SCRIPT}{element}"));
    (server, page)
}

/// A page with this in a script inside the element.
#[track_caller]
fn page_with_script(text: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let script = format!(r#"{CONTENT}<script type="application/ld+json">{text}</script>"#);
    let page = Page::open(&server, &format!("{SCRIPT}{}", element_with("", &script)));
    (server, page)
}

/// The sample with another value in one place.
fn spoilt(pointer: &str, value: Value) -> Value {
    let mut event = sample();
    *event.pointer_mut(pointer).expect(pointer) = value;
    event
}

/// The sample with one of its names written in another way.
fn renamed(right: &str, wrong: &str) -> Value {
    let mut event = sample();
    let members = event.as_object_mut().expect("an object");
    let value = members.remove(right).expect(right);
    members.insert(wrong.to_owned(), value);
    event
}

/// The paths of the problems, after the one line of the console that tells them all.
#[track_caller]
fn complaint(page: &Page) -> (String, Vec<String>) {
    let error = page.event("handbill:error");
    page.wait_until("the console says why", || !page.complaints().is_empty());
    page.settle();
    let complaints = page.complaints();
    assert_eq!(complaints.len(), 1, "one line is enough: {complaints:#?}");
    let console = page.console();
    let uncaught = console.iter().filter(|line| line.starts_with("uncaught:"));
    assert_eq!(uncaught.count(), 0, "nothing is thrown at the page");
    let problems = error.detail["problems"].as_array().into_iter().flatten();
    let paths = problems.filter_map(|problem| problem["path"].as_str().map(str::to_owned));
    (complaints[0].clone(), paths.collect())
}

/// One sentence about what stands at `path`, with this hint.
#[track_caller]
fn hears(page: &Page, path: &str, hint: &str) {
    let (sentence, paths) = complaint(page);
    assert_eq!(paths, [path], "one problem: {sentence}");
    assert!(sentence.contains(hint), "{hint:?} is not in: {sentence}");
}

/// Visitors see everything that was written well.
#[track_caller]
fn visitors_see_the_rest(page: &Page) {
    page.see(NAME);
    visitors_see_programme(page);
}

#[track_caller]
fn visitors_see_programme(page: &Page) {
    page.entry("Welcome");
    page.entry("Earthworms");
}

#[test]
fn an_address_without_a_scheme() {
    for (pointer, path) in [
        ("/registration/url", "registration.url"),
        ("/registration", "registration"),
    ] {
        let (_server, page) = page_with(spoilt(pointer, json!("www.example.org/register")));
        hears(&page, path, "https://");
        visitors_see_the_rest(&page);
    }
}

#[test]
fn a_registration_that_leads_nowhere() {
    let (_server, page) = page_with(spoilt(
        "/registration",
        json!({"opens": "2030-01-01T10:00"}),
    ));
    hears(&page, "registration.url", "registration.url");
    visitors_see_the_rest(&page);
}

#[test]
fn html_in_a_description() {
    for (html, text) in [
        ("<p>Join us</p>", "Join us"),
        ("Fish &amp; chips", "Fish & chips"),
    ] {
        let (_server, page) = page_with(spoilt("/description", json!(html)));
        hears(&page, "description", "Write");
        visitors_see_the_rest(&page);
        page.see(text);
    }
}

#[test]
fn text_that_only_looks_like_html() {
    for text in ["Fish & chips; 3 < 4", "R&D, AT&T and <3"] {
        let (_server, page) = page_with(spoilt("/description", json!(text)));
        visitors_see_the_rest(&page);
        page.see(text);
        page.settle();
        assert_eq!(page.complaints(), [""; 0]);
    }
}

#[test]
fn quotes_of_a_word_processor() {
    let curly = r#"{“name”: “A Morning on Soil”, “startDate”: “2024-02-14T12:30+01:00”}"#;
    let low = curly.replacen('“', "„", 1);
    // Where only a value was pasted from elsewhere.
    let mixed = r#"{"name": “A Morning on Soil”, "startDate": "2024-02-14T12:30+01:00"}"#;
    for text in [curly, &low, mixed] {
        for (_server, page) in [page_with(text), page_with_script(text)] {
            hears(&page, "", "straight quotes");
            assert_eq!(page.visible_text(), CONTENT_TEXT);
        }
    }
}

#[test]
fn quotes_of_a_word_processor_inside_a_text_are_no_mistake() {
    let text = "It says: “dig”, and „grabt“";
    let (_server, page) = page_with(spoilt("/description", json!(text)));
    visitors_see_the_rest(&page);
    page.see(text);
    page.settle();
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_comma_after_the_last() {
    for text in [
        r#"{"name": "A Morning on Soil", "startDate": "2024-02-14T12:30+01:00",}"#,
        r#"{"name": "A Morning on Soil", "subEvent": [{"name": "Welcome"},
        ]}"#,
    ] {
        for (_server, page) in [page_with(text), page_with_script(text)] {
            hears(&page, "", "comma");
            // The comma is there; who is told that one is missing would write a second.
            let (sentence, _) = complaint(&page);
            assert!(!sentence.contains("missing comma"), "{sentence}");
            assert_eq!(page.visible_text(), CONTENT_TEXT);
        }
    }
}

#[test]
fn an_empty_script() {
    for text in ["", "\n  "] {
        for (_server, page) in [page_with(text), page_with_script(text)] {
            hears(&page, "", "empty");
            assert_eq!(page.visible_text(), CONTENT_TEXT);
        }
    }
}

/// One sentence about the name `wrong`, which says that `right` is meant.
#[track_caller]
fn says_the_right_name(page: &Page, wrong: &str, right: &str) {
    // In quotes: without, some wrong names would hold the right ones.
    hears(page, wrong, &format!("\"{right}\""));
}

#[test]
fn a_programme_under_another_name() {
    for wrong in ["subEvents", "programme"] {
        let (_server, page) = page_with(renamed("subEvent", wrong));
        says_the_right_name(&page, wrong, "subEvent");
        page.see(NAME);
        page.control("link", "Register");
    }
}

#[test]
fn an_organiser_in_british_english() {
    let mut event = sample();
    event["organiser"] = json!("The Earth Society");
    let (_server, page) = page_with(event);
    says_the_right_name(&page, "organiser", "organizer");
    visitors_see_the_rest(&page);
}

#[test]
fn a_title_in_place_of_a_name() {
    let (_server, page) = page_with(renamed("name", "title"));
    says_the_right_name(&page, "title", "name");
    page.entry("Earthworms");
    page.control("link", "Register");
}

#[test]
fn a_start_in_place_of_a_start_date() {
    let mut event = renamed("startDate", "start");
    // The entries' times of day would need the day that is not read.
    event["subEvent"][0]["startDate"] = json!("2024-02-14T12:30");
    event["subEvent"][1]["startDate"] = json!("2024-02-14T13:00");
    let (_server, page) = page_with(event);
    says_the_right_name(&page, "start", "startDate");
    visitors_see_the_rest(&page);
}

#[test]
fn a_frozen_clock_without_an_offset() {
    let (_server, page) = page_with_attributes(r#"now="2024-02-14T12:20""#);
    hears(&page, "now", "offset");
    visitors_see_the_rest(&page);
}

#[test]
fn an_attribute_with_a_value_that_is_not_known() {
    for (name, value) in [("hour-cycle", "24h"), ("heading-level", "9")] {
        let (_server, page) = page_with_attributes(&format!(r#"now="{BEFORE}" {name}="{value}""#));
        hears(&page, name, name);
        visitors_see_the_rest(&page);
    }
}

#[test]
fn two_attributes_with_values_that_are_not_known() {
    let (_server, page) = page_with_attributes(&format!(
        r#"now="{BEFORE}" hour-cycle="24h" heading-level="9""#
    ));
    let (sentence, mut paths) = complaint(&page);
    paths.sort();
    assert_eq!(paths, ["heading-level", "hour-cycle"], "{sentence}");
    for name in paths {
        assert_eq!(sentence.matches(&name).count(), 1, "{sentence}");
    }
    visitors_see_the_rest(&page);
}

/// What turns HTML into plain text is loaded for those documents alone.
#[test]
fn html_in_texts_becomes_plain_text() {
    let html = "/dist/handbill-html.wasm".to_owned();
    let (server, page) = page_with(sample());
    page.see(NAME);
    page.settle();
    assert!(!server.requests().contains(&html));
    let mut event = sample();
    event["name"] = json!("Soil &amp; Water: A User&#8217;s <b>Guide</b>");
    event["description"] = json!("<p>First</p><p>Second</p>");
    let (server, page) = page_with(event);
    page.see("Soil & Water: A User’s Guide");
    page.see("Second");
    assert!(server.requests().contains(&html));
    let (_, paths) = complaint(&page);
    assert_eq!(paths, ["name", "description"]);
    visitors_see_programme(&page);
}

#[test]
fn html_stays_as_it_is_where_its_chunk_cannot_be_had() {
    let server = Server::with_widget().expect("the widget");
    let mut event = sample();
    event["name"] = json!("Soil &amp; Water");
    server.put("/event.json", Reply::json(event));
    server.put("/dist/handbill-html.wasm", Reply::status(500));
    let page = Page::open(&server, &snippet("/event.json"));
    page.see("Soil &amp; Water");
    visitors_see_programme(&page);
}

#[test]
fn an_offset_in_place_of_a_zone_is_good() {
    let (_server, page) = page_with(spoilt("/timeZone", json!("GMT+1")));
    visitors_see_the_rest(&page);
    page.settle();
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_zone_of_windows() {
    let (_server, page) = page_with(spoilt("/timeZone", json!("W. Europe Standard Time")));
    hears(&page, "timeZone", "Write \"Europe/Berlin\".");
    visitors_see_the_rest(&page);
}

#[test]
fn a_zone_that_nobody_knows_while_the_zones_of_windows_cannot_be_had() {
    let server = Server::with_widget().expect("the widget");
    server.put(
        "/event.json",
        Reply::json(spoilt("/timeZone", json!("Mars/Crater"))),
    );
    server.put("/dist/handbill-windows.wasm", Reply::status(500));
    let page = Page::open(&server, &snippet("/event.json"));
    hears(&page, "timeZone", "not a time zone we know");
    visitors_see_the_rest(&page);
}

#[test]
fn no_name() {
    let mut event = sample();
    event.as_object_mut().expect("an object").remove("name");
    let (_server, page) = page_with(event);
    hears(&page, "name", "name");
    page.entry("Earthworms");
    let headings = page.names("heading");
    assert!(headings.contains(&"When".to_owned()), "{headings:?}");
    assert!(!headings.contains(&String::new()), "{headings:?}");
}

/// A page on which an event is shown that is on, by a clock that many hours ahead of the device's,
/// for an hour around that moment. The document is dated by a clock as many hours ahead.
#[track_caller]
fn dated(page: &Page, server: &Server, ahead: f64, around: f64) -> Value {
    let moments = page.run(
        "const at = (hours) => new Date(Date.now() + hours * 3600000); \
         const [ahead, around] = arguments; \
         return [at(ahead).toUTCString(), at(around - .5).toISOString(), at(around + .5).toISOString()]",
        &[json!(ahead), json!(around)],
    );
    let mut event = sample();
    event["startDate"] = moments[1].clone();
    event["endDate"] = moments[2].clone();
    event["subEvent"] = json!([{"startDate": moments[1], "name": "Welcome"}]);
    let date = moments[0].as_str().expect("a date");
    server.put("/event.json", Reply::json(&event).header("Date", date));
    json!({"event": event, "date": date})
}

/// Puts an element onto the page and reads what it says of its state.
#[track_caller]
fn state(page: &Page) -> &'static str {
    page.run(
        "document.body.insertAdjacentHTML('beforeend', arguments[0])",
        &[json!(format!(
            r#"<handbill-event src="/event.json" lang="en-GB">{CONTENT}</handbill-event>"#
        ))],
    );
    page.entry("Welcome");
    page.settle();
    let text = page.visible_text();
    let states = ["Upcoming", "On now", "Ended"];
    states
        .into_iter()
        .find(|state| text.contains(state))
        .unwrap_or_else(|| panic!("none of {states:?} in: {text}"))
}

#[track_caller]
fn empty_page() -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let page = Page::open(&server, SCRIPT);
    (server, page)
}

#[test]
fn a_server_whose_clock_is_ahead_is_believed() {
    let (server, page) = empty_page();
    dated(&page, &server, 1.0, 1.0);
    assert_eq!(state(&page), "On now");
}

#[test]
fn a_server_whose_clock_is_behind_is_believed() {
    let (server, page) = empty_page();
    dated(&page, &server, -1.0, -1.0);
    assert_eq!(state(&page), "On now");
}

#[test]
fn an_answer_that_was_kept_for_a_day_says_nothing_about_the_clock() {
    let (server, page) = empty_page();
    let kept = dated(&page, &server, -24.0, 0.0);
    // A service worker answers with what it has kept, as those do that make a page work in a train.
    let worker = format!(
        "const kept = {kept}; \
         addEventListener('install', () => skipWaiting()); \
         addEventListener('activate', (event) => event.waitUntil(clients.claim())); \
         addEventListener('fetch', (event) => {{ \
           if (new URL(event.request.url).pathname !== '/event.json') return; \
           const headers = {{ 'Content-Type': 'application/json', Date: kept.date }}; \
           event.respondWith(new Response(JSON.stringify(kept.event), {{ headers }})) \
         }})"
    );
    server.put("/worker.js", Reply::script(&worker));
    let is_claimed = page.run(
        "const claimed = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)); \
         return navigator.serviceWorker.register('/worker.js').then(() => claimed).then(() => true)",
        &[],
    );
    assert_eq!(is_claimed, json!(true));
    assert_eq!(state(&page), "On now");
    assert!(
        !server.requests().contains(&"/event.json".to_owned()),
        "the server was not asked"
    );
}

#[test]
fn an_answer_that_the_server_has_confirmed_is_of_now() {
    if !Ability::Cache.is_here() {
        return;
    }
    let (server, page) = empty_page();
    let kept = dated(&page, &server, -24.0, 0.0);
    let reply = Reply::json(&kept["event"])
        .header("ETag", "\"soil\"")
        .header("Cache-Control", "max-age=600")
        .header("Date", kept["date"].as_str().expect("a date"));
    server.put("/event.json", reply);
    let fetched = page.run(
        "return fetch('/event.json').then((answer) => answer.text()).then((text) => text.length > 0)",
        &[],
    );
    assert_eq!(fetched, json!(true));
    server.put("/event.json", Reply::status(304).header("ETag", "\"soil\""));
    assert_eq!(state(&page), "On now");
}
