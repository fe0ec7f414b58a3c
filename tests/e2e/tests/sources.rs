//! Where an event comes from, when it is read, and when it is read again.

use std::time::Duration;

use handbill_e2e::document::{named, sample};
use handbill_e2e::snippet::{CONTENT_TEXT, SCRIPT, element_with, snippet};
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::{Value, json};

const NAME: &str = "A Morning on Soil";
const OTHER: &str = "An Evening on Clay";

fn server() -> Server {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    server
}

/// How often a path was asked for.
fn asked(server: &Server, path: &str) -> usize {
    server
        .requests()
        .iter()
        .filter(|asked| *asked == path)
        .count()
}

const REFRESH: &str = "return document.querySelector('handbill-event').refresh().then(() => null)";

#[test]
fn the_page_s_own_description_for_search_engines_is_enough() {
    let server = server();
    let other =
        json!({"@context": "https://schema.org", "@type": "Organization", "name": "Clay & Co."});
    let event = json!({
        "@context": "https://schema.org", "@type": "EducationEvent", "name": NAME,
        "startDate": "2024-02-14T12:30+01:00", "location": {"@type": "VirtualLocation", "url": "https://example.org/"}
    });
    let head = format!(
        r#"<script type="application/ld+json">{other}</script><script type="application/ld+json">{event}</script>"#
    );
    let body = format!("{SCRIPT}{}", element_with("", "<p>The author’s.</p>"));
    server.put("/page.html", Reply::page_with_head(&head, &body));
    let page = Page::visit(&server.url("/page.html"));
    page.event("handbill:load");
    page.control("heading", NAME);
    page.see("17:15");
}

#[test]
fn a_page_that_describes_no_event_is_told_so() {
    let server = server();
    let page = Page::open(
        &server,
        &format!("{SCRIPT}{}", element_with("", "<p>The author’s.</p>")),
    );
    let error = page.event("handbill:error");
    assert!(
        error.detail["problems"][0]["message"]
            .as_str()
            .is_some_and(|text| text.contains("no event to show"))
    );
    page.see("The author’s.");
}

#[test]
fn what_stands_in_a_document_is_relative_to_where_it_came_from_in_the_end() {
    let server = server();
    let mut event = sample();
    event["registration"]["url"] = json!("signup");
    server.put("/deep/down/event.json", Reply::json(event));
    server.put(
        "/moved.json",
        Reply::status(302).header("Location", "/deep/down/event.json"),
    );
    let page = Page::open(&server, &snippet("/moved.json"));
    let link = page.control("link", "Register");
    assert_eq!(
        page.attribute(&link, "href"),
        Some(server.url("/deep/down/signup"))
    );
}

#[test]
fn a_server_that_does_not_answer_is_named() {
    let server = server();
    let hurry = "<script>AbortSignal.timeout = () => AbortSignal.abort(new DOMException('late', 'TimeoutError'))</script>";
    let page = Page::open(&server, &[hurry, &snippet("/event.json")].concat());
    let error = page.event("handbill:error");
    let message = error.detail["problems"][0]["message"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(
        message.contains("/event.json") && message.contains("no answer within 30 seconds"),
        "{message}"
    );
    page.see(CONTENT_TEXT);
}

#[test]
fn nothing_is_asked_for_twice() {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    page.event("handbill:load");
    page.settle();
    let mut requests = server.requests();
    let count = requests.len();
    requests.sort();
    requests.dedup();
    assert_eq!(requests.len(), count, "{requests:?}");
}

#[test]
fn what_was_asked_for_ahead_is_not_asked_for_again() {
    let server = server();
    // As the README has it, with the addresses of this server.
    let readme = include_str!("../../../README.md");
    let lines = readme.lines().filter(|line| line.starts_with("<link rel="));
    let head: String = lines
        .map(|line| {
            line.replace("https://cdn.example/handbill/", "/dist/")
                .replace("event.json", "/event.json")
        })
        .collect();
    assert_eq!(head.matches("<link").count(), 3, "{head}");
    server.put(
        "/page.html",
        Reply::page_with_head(&head, &snippet("/event.json")),
    );
    let page = Page::visit(&server.url("/page.html"));
    page.control("heading", NAME);
    page.settle();
    let mut requests = server.requests();
    let count = requests.len();
    requests.sort();
    requests.dedup();
    assert_eq!(requests.len(), 5, "{requests:?}");
    if !Ability::Preload.is_here() {
        return;
    }
    assert_eq!(requests.len(), count, "{requests:?}");
    let unused: Vec<String> = page
        .browser_log()
        .into_iter()
        .filter(|line| line.contains("preload"))
        .collect();
    assert_eq!(unused, [""; 0]);
}

#[test]
fn a_document_beyond_all_measure_is_refused_in_one_sentence() {
    let server = server();
    let mut deep = json!("end");
    for _ in 0..70 {
        deep = json!([deep]);
    }
    let mut event = sample();
    event["about"] = deep;
    let long = json!({"name": "x".repeat(8 * 1024 * 1024)});
    for (document, sentence) in [
        (event, "nested deeper than 64 levels"),
        (long, "larger than 8 MiB"),
    ] {
        server.put("/event.json", Reply::json(document));
        let page = Page::open(&server, &snippet("/event.json"));
        let error = page.event("handbill:error");
        let problems = error.detail["problems"].as_array().expect("a list").clone();
        assert_eq!(problems.len(), 1, "{problems:?}");
        let message = problems[0]["message"].as_str().unwrap_or_default();
        assert!(message.contains(sentence), "{message}");
        page.see(CONTENT_TEXT);
    }
}

#[test]
fn a_lazy_element_waits_until_it_is_nearly_in_view() {
    let server = server();
    let body = format!(
        "{SCRIPT}<div style='height: 4000px'></div>{}",
        element_with("src='/event.json' loading='lazy'", "<p>Below.</p>")
    );
    let page = Page::open(&server, &body);
    page.settle();
    assert_eq!(asked(&server, "/event.json"), 0);
    assert_eq!(asked(&server, "/dist/handbill-app_bg.wasm"), 0);
    page.run("scrollTo(0, 3500)", &[]);
    page.event("handbill:load");
    page.control("heading", NAME);
}

#[test]
fn asked_to_it_reads_the_document_again() {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    page.control("heading", NAME);
    server.put("/event.json", Reply::json(named(OTHER)));
    page.run(REFRESH, &[]);
    page.control("heading", OTHER);
    assert!(!page.visible_text().contains(NAME));
}

/// Hides the page, or shows it again.
const HIDE: &str = "Object.defineProperty(document, 'hidden', { value: arguments[0], configurable: true }); document.dispatchEvent(new Event('visibilitychange'))";

#[test]
fn every_so_many_minutes_it_looks_for_news_as_long_as_somebody_looks() {
    let server = server();
    let body = format!(
        "{SCRIPT}{}",
        element_with("src='/event.json' refresh='0.02'", "")
    );
    let page = Page::open(&server, &body);
    page.control("heading", NAME);
    server.put("/event.json", Reply::json(named(OTHER)));
    page.control("heading", OTHER);
    page.run(HIDE, &[json!(true)]);
    page.settle();
    let before = asked(&server, "/event.json");
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(
        asked(&server, "/event.json"),
        before,
        "hidden, it asks for nothing"
    );
    page.run(HIDE, &[json!(false)]);
    page.wait_until("it looks again", || asked(&server, "/event.json") > before);
    page.run(
        "document.querySelector('handbill-event').removeAttribute('refresh')",
        &[],
    );
    page.settle();
    let before = asked(&server, "/event.json");
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(
        asked(&server, "/event.json"),
        before,
        "no longer told to, it asks no more"
    );
}

#[test]
fn what_could_be_read_stays_when_a_later_version_cannot() {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    page.control("heading", NAME);
    for broken in [
        Reply::status(404),
        Reply::script("{\"name\": "),
        Reply::page("<p>Log in.</p>"),
    ] {
        server.put("/event.json", broken);
        page.run("recorder.events.length = 0", &[]);
        page.run(REFRESH, &[]);
        let error = page.event("handbill:error");
        let message = error.detail["problems"][0]["message"].to_string();
        assert!(
            message.contains("What was read before is still shown."),
            "{message}"
        );
        page.control("heading", NAME);
    }
    server.put("/event.json", Reply::json(named(OTHER)));
    page.run(REFRESH, &[]);
    page.control("heading", OTHER);
}

#[test]
fn after_a_fault_of_the_network_it_tries_again_by_itself() {
    let server = server();
    server.put("/event.json", Reply::status(503));
    let page = Page::open(&server, &snippet("/event.json"));
    page.event("handbill:error");
    page.see(CONTENT_TEXT);
    server.put("/event.json", Reply::json(sample()));
    page.run("dispatchEvent(new Event('online'))", &[]);
    page.control("heading", NAME);
    assert_eq!(page.complaints().len(), 1, "{:?}", page.complaints());
}

#[test]
fn after_a_fault_nothing_is_tried_again_while_nobody_looks() {
    let server = server();
    server.put("/event.json", Reply::status(503));
    let page = Page::open(&server, &snippet("/event.json"));
    page.event("handbill:error");
    let online = "dispatchEvent(new Event('online'))";
    page.run(online, &[]);
    page.wait_until("it is tried again", || asked(&server, "/event.json") == 2);
    page.settle();
    page.run(HIDE, &[json!(true)]);
    page.run(online, &[]);
    page.settle();
    assert_eq!(asked(&server, "/event.json"), 2);
    // Another attribute does not make it forget.
    page.run(
        "document.querySelector('handbill-event').setAttribute('refresh', 'never')",
        &[],
    );
    server.put("/event.json", Reply::json(sample()));
    page.run(HIDE, &[json!(false)]);
    page.control("heading", NAME);
    assert_eq!(page.complaints().len(), 1, "{:?}", page.complaints());
}

#[test]
fn an_interval_longer_than_a_browser_s_timers_is_no_hurry() {
    let server = server();
    let body = format!(
        "{SCRIPT}{}",
        element_with("src='/event.json' refresh='100000'", "")
    );
    let page = Page::open(&server, &body);
    page.control("heading", NAME);
    page.settle();
    assert_eq!(asked(&server, "/event.json"), 1);
}

#[test]
fn after_a_fault_it_comes_up_when_asked_to() {
    let server = server();
    for path in ["handbill-app_bg.wasm", "handbill-app.js"] {
        let path = ["/dist/", path].concat();
        server.put(&path, Reply::status(500));
        let page = Page::open(&server, &snippet("/event.json"));
        page.event("handbill:error");
        page.see(CONTENT_TEXT);
        server.take_back(&path);
        page.run(REFRESH, &[]);
        page.control("heading", NAME);
    }
}

#[test]
fn the_page_hears_how_the_event_goes_on() {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    page.event("handbill:load");
    let phases = || -> Vec<Value> {
        let events = page.events();
        let heard = events.iter().filter(|event| event.kind == "handbill:phase");
        heard.map(|event| event.detail["phase"].clone()).collect()
    };
    assert_eq!(phases(), ["upcoming"]);
    for (now, expected) in [
        ("2024-02-14T11:20Z", 1),
        ("2024-02-14T11:40Z", 2),
        ("2024-02-14T12:40Z", 2),
        ("2024-02-14T15:00Z", 3),
    ] {
        let script = "document.querySelector('handbill-event').setAttribute('now', arguments[0])";
        page.run(script, &[json!(now)]);
        assert_eq!(phases().len(), expected, "at {now}");
    }
    assert_eq!(phases(), ["upcoming", "live", "ended"]);
}

#[test]
fn a_box_that_an_application_puts_on_the_page_later_is_found() {
    let server = server();
    let page = Page::open(&server, SCRIPT);
    page.settle();
    page.run(
        "const box = document.createElement('div'); box.className = 'handbill-event'; box.dataset.src = '/event.json'; box.textContent = 'Later.'; document.body.append(box)",
        &[],
    );
    page.control("heading", NAME);
    page.event("handbill:load");
    page.settle();
    assert_eq!(
        page.names("heading")
            .iter()
            .filter(|name| *name == NAME)
            .count(),
        1
    );
}

#[test]
fn a_script_in_the_head_shows_the_event_at_the_end_of_the_page() {
    let server = server();
    let head = r#"<script async src="/dist/handbill.js" data-src="/event.json" data-now="2024-02-14T08:00Z"></script>"#;
    server.put(
        "/page.html",
        Reply::page_with_head(head, "<p>The page.</p>"),
    );
    let page = Page::visit(&server.url("/page.html"));
    page.control("heading", NAME);
    assert!(page.visible_text().starts_with("The page."));
}

#[test]
fn of_two_versions_the_first_is_used_and_the_page_is_told() {
    let server = server();
    let script = std::fs::read_to_string(handbill_e2e::server::dist().join("handbill.js"))
        .expect("the script");
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        script.contains(version),
        "the script knows its version, {version}"
    );
    server.put(
        "/old/handbill.js",
        Reply::script(&script.replace(version, "0.0.9")),
    );
    let page = Page::open(
        &server,
        &format!(
            "{}<script src='/old/handbill.js'></script>",
            snippet("/event.json").replace("async ", "")
        ),
    );
    page.control("heading", NAME);
    assert_eq!(
        page.complaints(),
        [format!(
            "Handbill: this page loads version {version} and version 0.0.9. The first one is used."
        )]
    );
}

#[test]
fn what_changes_on_a_box_or_a_script_changes_the_event() {
    let server = server();
    server.put("/other.json", Reply::json(named(OTHER)));
    let script = SCRIPT.replace(
        "<script",
        "<script data-src='/event.json' data-lang='en-GB'",
    );
    for (body, selector) in [
        (script, "script[data-src]"),
        (
            format!(
                "{SCRIPT}<div class='handbill-event' data-src='/event.json' data-lang='en-GB'></div>"
            ),
            "div",
        ),
    ] {
        let page = Page::open(&server, &body);
        page.control("heading", NAME);
        let change = "const source = document.querySelector(arguments[0]); source.dataset.timeZone = 'event'; source.dataset.jsonLd = ''";
        page.run(change, &[json!(selector)]);
        page.wait_until("the event's clock is shown", || {
            page.entry("Earthworms").text.starts_with("13:00")
        });
        page.wait_until("the event is described", || {
            page.run(
                "return !!document.head.querySelector('[data-handbill]')",
                &[],
            ) == json!(true)
        });
        page.run(
            "delete document.querySelector(arguments[0]).dataset.timeZone",
            &[json!(selector)],
        );
        page.wait_until("the visitor's clock is shown", || {
            page.entry("Earthworms").text.starts_with("17:45")
        });
        page.run(
            "document.querySelector(arguments[0]).dataset.src = '/other.json'",
            &[json!(selector)],
        );
        page.control("heading", OTHER);
    }
}
