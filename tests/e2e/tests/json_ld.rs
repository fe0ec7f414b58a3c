//! What search engines are told, where an author asks for it.

use handbill_e2e::document::{named, sample};
use handbill_e2e::snippet::{SCRIPT, element_with};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

const NAME: &str = "A Morning on Soil";
const OTHER: &str = "An \"Evening\" on </script> Clay";

fn page(head: &str, attributes: &[&str]) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    // As a tag it would be left out.
    let written = OTHER.replace('<', "&lt;").replace('>', "&gt;");
    server.put("/other.json", Reply::json(named(&written)));
    let elements: String = attributes
        .iter()
        .map(|attributes| element_with(&format!("src='/event.json' {attributes}"), ""))
        .collect();
    let reply = Reply::page_with_head(head, &format!("{SCRIPT}{elements}"));
    server.put("/page.html", reply);
    let page = Page::visit(&server.url("/page.html"));
    page.control("heading", NAME);
    (server, page)
}

/// The events that the page describes, as a search engine reads them.
#[track_caller]
fn described(page: &Page) -> Vec<Value> {
    let script = "return [...document.querySelectorAll('script[type=\"application/ld+json\"]')].map((block) => JSON.parse(block.textContent))";
    page.run(script, &[])
        .as_array()
        .cloned()
        .unwrap_or_default()
}

/// Their names.
#[track_caller]
fn names(page: &Page) -> Vec<Value> {
    described(page)
        .iter()
        .map(|event| event["name"].clone())
        .collect()
}

#[test]
fn asked_to_it_describes_the_event_once() {
    let (_server, page) = page("", &["json-ld", "json-ld"]);
    page.wait_until("it is described", || !described(&page).is_empty());
    page.settle();
    let found = described(&page);
    assert_eq!(found.len(), 1, "{found:?}");
    let event = &found[0];
    assert_eq!(event["@type"], json!("Event"));
    assert_eq!(event["name"], json!(NAME));
    assert_eq!(event["startDate"], json!("2024-02-14T12:30+01:00"));
    assert_eq!(event["subEvent"][1]["name"], json!("Earthworms"));
    assert!(
        event.to_string().contains("https://example.org/register"),
        "{event}"
    );
}

#[test]
fn not_asked_it_writes_nothing_and_loads_nothing() {
    let (server, page) = page("", &[""]);
    page.settle();
    assert_eq!(names(&page), [Value::Null; 0]);
    assert!(
        !server
            .requests()
            .contains(&"/dist/handbill-panels.wasm".to_owned())
    );
}

#[test]
fn the_description_follows_the_event_and_goes_with_it() {
    let (_server, page) = page("", &["json-ld"]);
    page.wait_until("it is described", || names(&page) == [json!(NAME)]);
    let element = "const element = document.querySelector('handbill-event');";
    page.run(
        &format!("{element} element.setAttribute('src', '/other.json')"),
        &[],
    );
    page.wait_until("the other one is described", || {
        names(&page) == [json!(OTHER)]
    });
    page.run(
        &format!("{element} element.removeAttribute('json-ld')"),
        &[],
    );
    page.wait_until("nothing is described", || names(&page).is_empty());
    page.run(
        &format!("{element} element.setAttribute('json-ld', '')"),
        &[],
    );
    page.wait_until("it is described again", || names(&page) == [json!(OTHER)]);
    page.run(&format!("{element} element.remove()"), &[]);
    page.wait_until("it has gone with the element", || names(&page).is_empty());
}

#[test]
fn a_page_that_describes_its_event_is_not_told_twice() {
    let own = r#"<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Event", "name": "The page's own"}</script>"#;
    let (server, page) = page(own, &["json-ld"]);
    page.wait_until("the chunk is here", || {
        server
            .requests()
            .iter()
            .any(|path| path.contains("handbill-panels"))
    });
    page.settle();
    assert_eq!(names(&page), [json!("The page's own")]);
}

#[test]
fn a_page_that_lets_nobody_write_scripts_is_described_as_well() {
    let policy = r#"<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'">"#;
    let (_server, page) = page(policy, &["json-ld"]);
    page.wait_until("it is described", || described(&page).len() == 1);
    assert_eq!(page.complaints(), [""; 0]);
}
