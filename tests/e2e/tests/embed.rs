//! Every way to put the element on a page.

use std::collections::HashSet;
use std::time::Duration;

use handbill_e2e::document::{BEFORE, named, sample};
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT, element, element_with, snippet};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

const NAME: &str = "A Morning on Soil";

/// The sample's time as an author writes it for visitors without JavaScript.
const TIME: &str =
    r#"<p><time datetime="2024-02-14T12:30+01:00">14 February 2024, 12:30 CET</time></p>"#;

fn server() -> Server {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    server
}

/// The widget has taken over: the event is shown in the visitor's time, and the author's content
/// no more.
#[track_caller]
fn takes_over(page: &Page) {
    page.see(NAME);
    let line = page.entry("Earthworms");
    assert!(
        line.text.contains("17:45"),
        "13:00 in Berlin is 17:45 in Kathmandu: {line:?}"
    );
    page.settle();
    let text = page.visible_text();
    assert_eq!(
        text.matches(NAME).count(),
        1,
        "the event is shown once: {text}"
    );
    assert!(
        !text.contains(CONTENT_TEXT),
        "the author's content is replaced: {text}"
    );
    is_quiet(page);
}

/// Nothing went wrong.
#[track_caller]
fn is_quiet(page: &Page) {
    assert_eq!(page.console(), [""; 0]);
    let failed: Vec<String> = page
        .browser_log()
        .into_iter()
        .filter(|line| line.starts_with("SEVERE"))
        .collect();
    assert_eq!(failed, [""; 0]);
}

/// Nothing was asked for twice.
#[track_caller]
fn nothing_twice(server: &Server) {
    let requests = server.requests();
    let mut seen = HashSet::new();
    let twice: Vec<&String> = requests.iter().filter(|path| !seen.insert(*path)).collect();
    assert!(
        twice.is_empty(),
        "asked for twice: {twice:?} of {requests:#?}"
    );
}

#[test]
fn the_script_stands_before_the_element() {
    let server = server();
    let page = Page::open(&server, &format!("{SCRIPT}{}", element("/event.json")));
    takes_over(&page);
    nothing_twice(&server);
}

#[test]
fn the_script_stands_after_the_element() {
    let server = server();
    let page = Page::open(&server, &format!("{}{SCRIPT}", element("/event.json")));
    takes_over(&page);
    nothing_twice(&server);
}

#[test]
fn the_script_stands_in_the_head_and_is_waited_for() {
    let server = server();
    let head = r#"<script src="/dist/handbill.js"></script>"#;
    server.put(
        "/page.html",
        Reply::page_with_head(head, &element("/event.json")),
    );
    takes_over(&Page::visit(&server.url("/page.html")));
    nothing_twice(&server);
}

#[test]
fn the_script_stands_twice() {
    let server = server();
    let page = Page::open(
        &server,
        &format!("{SCRIPT}{}{SCRIPT}", element("/event.json")),
    );
    takes_over(&page);
    let requests = server.requests();
    assert_eq!(
        requests
            .iter()
            .filter(|path| path.ends_with("app_bg.wasm"))
            .count(),
        1,
        "{requests:#?}"
    );
}

#[test]
fn the_script_stands_alone() {
    let server = server();
    let script = format!(
        r#"<p>Above</p><script async src="/dist/handbill.js" data-src="/event.json" data-lang="en-GB" data-now="{BEFORE}"></script><p>Below</p>"#
    );
    let page = Page::open(&server, &script);
    takes_over(&page);
    nothing_twice(&server);
    let text = page.visible_text();
    let places = ["Above", NAME, "Below"].map(|part| text.find(part));
    assert!(
        places.is_sorted(),
        "the event stands where its tag does: {text}"
    );
}

/// Consent managers move the address of a script there until the visitor agrees, and leave it there.
#[test]
fn the_script_is_no_document_of_its_own() {
    let server = server();
    let script =
        r#"<script async src="/dist/handbill.js?v=2" data-src="/dist/handbill.js"></script>"#;
    let page = Page::open(&server, &format!("{}{script}", element("/event.json")));
    takes_over(&page);
    page.settle();
    assert_eq!(page.complaints(), [""; 0]);
    let elements = "return document.querySelectorAll('handbill-event').length";
    assert_eq!(page.run(elements, &[]), json!(1));
}

/// What combines or delays scripts runs copies of them, which have no address.
#[test]
fn a_copy_of_the_script_says_what_is_wrong() {
    let server = server();
    let copy = "fetch('/dist/handbill.js').then((response) => response.text()).then((text) => {
        const script = document.createElement('script');
        script.src = arguments[0](text);
        document.head.append(script);
    })";
    for address in [
        "(text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))",
        "(text) => 'data:text/javascript,' + encodeURIComponent(text)",
    ] {
        let copy = copy.replace("arguments[0]", &format!("({address})"));
        let body = format!("{}<script>{copy}</script>", element("/event.json"));
        let page = Page::open(&server, &body);
        page.wait_until("the console says why", || !page.complaints().is_empty());
        let complaints = page.complaints();
        assert_eq!(complaints.len(), 1, "{complaints:#?}");
        assert!(
            complaints[0].contains("copy of the script"),
            "{complaints:?}"
        );
        page.see(CONTENT_TEXT);
    }
}

#[test]
fn a_plain_box_stands_for_the_element() {
    let server = server();
    let plain = format!(
        r#"<div class="handbill-event" data-src="/event.json" data-lang="en-GB" data-now="{BEFORE}">{CONTENT}</div>"#
    );
    let page = Page::open(&server, &format!("{plain}{SCRIPT}"));
    takes_over(&page);
    nothing_twice(&server);
}

#[test]
fn page_document_and_script_are_in_three_folders() {
    let server = server();
    server.put("/news/events/soil.json", Reply::json(sample()));
    let script = r#"<script async src="../../dist/handbill.js"></script>"#;
    let body = format!("{script}{}", element("../events/soil.json"));
    server.put("/news/2024/february.html", Reply::page(&body));
    let page = Page::visit(&server.url("/news/2024/february.html"));
    takes_over(&page);
    nothing_twice(&server);
}

#[test]
fn the_script_comes_from_another_origin() {
    let elsewhere = Server::with_widget().expect("the widget");
    elsewhere.header("Access-Control-Allow-Origin", "*");
    let server = server();
    let script = format!(
        r#"<script async src="{}"></script>"#,
        elsewhere.url("/dist/handbill.js")
    );
    let page = Page::open(&server, &format!("{script}{}", element("/event.json")));
    takes_over(&page);
    assert_eq!(server.requests(), ["/page.html", "/event.json"]);
    nothing_twice(&elsewhere);
}

#[test]
fn the_document_comes_from_another_origin() {
    let elsewhere = Server::start().expect("a second origin");
    elsewhere.put(
        "/event.json",
        Reply::json(sample()).header("Access-Control-Allow-Origin", "*"),
    );
    let server = server();
    let page = Page::open(&server, &snippet(&elsewhere.url("/event.json")));
    takes_over(&page);
    nothing_twice(&elsewhere);
}

#[test]
fn the_document_stands_in_the_element() {
    for kind in ["application/json", "application/ld+json"] {
        let server = server();
        let content = format!(r#"{CONTENT}<script type="{kind}">{}</script>"#, sample());
        let page = Page::open(&server, &format!("{SCRIPT}{}", element_with("", &content)));
        takes_over(&page);
        assert!(
            !server.requests().contains(&"/event.json".to_owned()),
            "nothing is fetched for {kind}"
        );
    }
}

#[test]
fn the_document_stands_elsewhere_on_the_page() {
    let server = server();
    let document = format!(
        r#"<script type="application/ld+json" id="soil">{}</script>"#,
        sample()
    );
    let page = Page::open(&server, &format!("{document}{SCRIPT}{}", element("#soil")));
    takes_over(&page);
    nothing_twice(&server);
}

#[test]
fn two_elements_share_one_widget() {
    let server = server();
    server.put("/other.json", Reply::json(named("An Evening on Clay")));
    let page = Page::open(
        &server,
        &format!(
            "{}{}{SCRIPT}",
            element("/event.json"),
            element("/other.json")
        ),
    );
    page.see("An Evening on Clay");
    page.see(NAME);
    page.settle();
    assert_eq!(page.programme().len(), 4);
    assert_eq!(
        page.events()
            .iter()
            .filter(|event| event.kind == "handbill:load")
            .count(),
        2
    );
    is_quiet(&page);
    nothing_twice(&server);
}

#[test]
fn an_element_is_taken_away_and_put_back() {
    let server = server();
    let page = Page::open(&server, &format!("<main></main>{}", snippet("/event.json")));
    takes_over(&page);
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    assert_eq!(page.visible_text(), "");
    page.run("document.querySelector('main').append(kept)", &[]);
    takes_over(&page);
    page.run("document.body.append(kept)", &[]);
    takes_over(&page);
    assert!(page.visible_text_of("main").is_empty());
}

#[test]
fn an_application_makes_an_element_at_any_time() {
    let server = server();
    let page = Page::open(&server, SCRIPT);
    page.settle();
    assert_eq!(page.visible_text(), "");
    let make = "const made = document.createElement('handbill-event'); made.lang = 'en-GB'; \
                made.setAttribute('now', arguments[0]); made.setAttribute('src', '/event.json'); document.body.append(made)";
    page.run(make, &[json!(BEFORE)]);
    takes_over(&page);
    nothing_twice(&server);
}

#[test]
fn the_author_s_time_is_the_visitor_s_before_the_event_is_there() {
    let server = server();
    server.put(
        "/event.json",
        Reply::json(sample()).after(Duration::from_millis(1500)),
    );
    let content = format!("{CONTENT}{TIME}");
    let page = Page::open(
        &server,
        &format!("{SCRIPT}{}", element_with(r#"src="/event.json""#, &content)),
    );
    page.wait_until("the author's own time is rewritten", || {
        let text = page.visible_text();
        text.contains(CONTENT_TEXT) && text.contains("17:15")
    });
    takes_over(&page);
}

#[test]
fn the_author_s_time_is_the_visitor_s_where_wasm_is_forbidden() {
    let server = server();
    let content = format!("{CONTENT}{TIME}");
    let body = format!("{SCRIPT}{}", element_with(r#"src="/event.json""#, &content));
    server.put(
        "/page.html",
        Reply::page(&body).header("Content-Security-Policy", "script-src 'self'"),
    );
    let page = Page::visit(&server.url("/page.html"));
    page.see("17:15");
    page.event("handbill:error");
    let text = page.visible_text();
    assert!(
        text.contains("17:15"),
        "it stays when the widget cannot come: {text}"
    );
    assert!(text.contains("14 February 2024"), "{text}");
    let labels = ["Kathmandu", "GMT+5:45", "UTC+5:45", "your time"];
    assert!(
        labels.iter().any(|label| text.contains(label)),
        "it says whose time it is: {text}"
    );
}

#[test]
fn a_policy_without_inline_styles_and_scripts_is_enough() {
    let server = server();
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:";
    let body = snippet("/event.json");
    server.put(
        "/page.html",
        Reply::page(&body).header("Content-Security-Policy", policy),
    );
    let page = Page::visit(&server.url("/page.html"));
    takes_over(&page);
    // Unstyled, a list item would have its marker and the link no padding: the stylesheet is there.
    let link = page.control("link", "Register");
    let padding = page.run_on(
        &link,
        "return parseFloat(getComputedStyle(arguments[0]).paddingInlineStart)",
    );
    assert!(
        padding.as_f64().is_some_and(|padding| padding > 0.0),
        "the link is no button: {padding}"
    );
}

#[test]
fn the_page_around_it_is_left_alone() {
    let server = server();
    let page = Page::open(&server, "<main><p>Around it</p></main>");
    let around = "return [document.head.outerHTML, document.body.children.length, Object.getOwnPropertyNames(window), document.cookie, localStorage.length]";
    // The driver's first search leaves a global of its own.
    page.names("link");
    let before = page.run(around, &[]);
    let paste = "const main = document.querySelector('main'); main.insertAdjacentHTML('beforeend', arguments[0]); \
                 const script = document.createElement('script'); script.src = '/dist/handbill.js'; main.append(script)";
    page.run(paste, &[json!(element("/event.json"))]);
    takes_over(&page);

    let after = page.run(around, &[]);
    assert_eq!(after[0], before[0], "the head");
    assert_eq!(after[1], before[1], "the body");
    assert_eq!(after[3], before[3], "the cookies");
    assert_eq!(after[4], before[4], "the storage");
    let names = |globals: &Value| -> HashSet<String> {
        globals
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect()
    };
    let (before, after) = (names(&before[2]), names(&after[2]));
    let new: Vec<&String> = after.difference(&before).collect();
    assert!(
        new.len() <= 1
            && new
                .iter()
                .all(|name| name.to_lowercase().contains("handbill")),
        "globals: {new:?}"
    );
}

#[test]
fn nobody_else_is_asked_for_anything() {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    takes_over(&page);
    let asked = page.run(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)",
        &[],
    );
    let asked: Vec<&str> = asked
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(
        asked.iter().any(|url| url.ends_with("/event.json")),
        "the list is a list: {asked:#?}"
    );
    for url in asked {
        assert!(
            url.starts_with(server.origin()) || url.starts_with("data:"),
            "{url} is a stranger"
        );
    }
}
