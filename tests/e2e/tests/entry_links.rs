//! Links to entries: to go there, to copy and to pass on.

use handbill_e2e::document::{named, sample};
use handbill_e2e::snippet::{SCRIPT, element, snippet};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

const SAVE: &str = "Save or share: Earthworms";

/// A long programme with a long description at its end.
fn long() -> Value {
    let mut event = sample();
    let filler = (0..40)
        .map(|n| json!({"startDate": format!("13:{:02}", n + 1), "name": format!("Part {n}")}));
    let entries = event["subEvent"].as_array_mut().expect("a list");
    entries.extend(filler);
    entries.push(
        json!({"startDate": "13:50", "name": "Moles", "description": "They dig. ".repeat(60)}),
    );
    entries.push(
        json!({"startDate": "13:55", "@id": "https://soil.example/2024#talk-7", "name": "土の話"}),
    );
    entries.push(json!({"startDate": "13:57", "name": "ما الجديد؟"}));
    event
}

/// The page at an address that points into it.
#[track_caller]
fn page_at(event: &Value, fragment: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    server.put("/page.html", Reply::page(&snippet("/event.json")));
    let page = Page::visit(&server.url(&format!("/page.html{fragment}")));
    page.event("handbill:load");
    (server, page)
}

/// The line that has the focus, if one has.
#[track_caller]
fn visited(page: &Page) -> Option<String> {
    let script = "return document.activeElement?.shadowRoot?.activeElement?.closest('[tabindex]')?.innerText ?? null";
    let text = page.run(script, &[]);
    text.as_str()
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[track_caller]
fn wait_for_visit(page: &Page, name: &str) {
    page.wait_until(&format!("{name} has the focus"), || {
        visited(page).is_some_and(|line| line.contains(name))
    });
    let script = "const box = document.activeElement?.shadowRoot?.activeElement?.getBoundingClientRect(); return box?.bottom > 0 && box.top < innerHeight";
    page.wait_until(&format!("{name} is in view"), || {
        page.run(script, &[]) == json!(true)
    });
}

#[test]
fn an_address_leads_to_an_entry_and_opens_it() {
    let (_server, page) = page_at(&long(), "#handbill-moles");
    wait_for_visit(&page, "Moles");
    page.see("They dig.");
}

#[test]
fn another_address_on_the_same_page_does_as_well() {
    let (_server, page) = page_at(&long(), "");
    page.settle();
    assert_eq!(visited(&page), None, "nobody is taken anywhere unasked");
    page.run("location.hash = '#handbill-moles'", &[]);
    wait_for_visit(&page, "Moles");
    page.run("location.hash = '#handbill-earthworms'", &[]);
    wait_for_visit(&page, "Earthworms");
    page.run("history.back()", &[]);
    wait_for_visit(&page, "Moles");
}

#[test]
fn entries_are_called_by_identifiers_and_in_all_scripts() {
    let (server, page) = page_at(&long(), "#handbill-talk-7");
    wait_for_visit(&page, "土の話");
    page.run("location.hash = '#handbill-ما-الجديد'", &[]);
    wait_for_visit(&page, "ما الجديد");
    // An address that a messenger has encoded.
    let encoded = "#handbill-%D9%85%D8%A7-%D8%A7%D9%84%D8%AC%D8%AF%D9%8A%D8%AF";
    page.go_to(&server.url(&format!("/page.html?again{encoded}")));
    wait_for_visit(&page, "ما الجديد");
}

#[test]
fn an_address_that_leads_nowhere_does_nothing() {
    for fragment in [
        "#handbill-weasels",
        "#handbill-%E0%A4%A",
        "#handbill-",
        "#other",
    ] {
        let (_server, page) = page_at(&sample(), fragment);
        page.settle();
        assert_eq!(visited(&page), None, "{fragment}");
        assert_eq!(page.complaints(), [""; 0], "{fragment}");
    }
}

#[test]
fn reading_the_document_again_takes_nobody_back() {
    let (server, page) = page_at(&long(), "#handbill-moles");
    wait_for_visit(&page, "Moles");
    let mut event = long();
    event["name"] = json!("An Evening on Soil");
    server.put("/event.json", Reply::json(&event));
    page.run("scrollTo(0, 0)", &[]);
    page.run(
        "return document.querySelector('handbill-event').refresh()",
        &[],
    );
    page.see("An Evening on Soil");
    page.settle();
    assert_eq!(visited(&page), None);
}

#[test]
fn of_two_elements_the_first_that_has_the_entry_goes_there() {
    let server = Server::with_widget().expect("the widget");
    let mut other = named("Without it");
    other["subEvent"] = json!([{"startDate": "12:30", "name": "Welcome"}]);
    server.put("/other.json", Reply::json(&other));
    server.put("/event.json", Reply::json(sample()));
    let elements = [
        element("/other.json"),
        element("/event.json"),
        element("/event.json"),
    ]
    .concat();
    server.put("/page.html", Reply::page(&format!("{SCRIPT}{elements}")));
    let page = Page::visit(&server.url("/page.html#handbill-earthworms"));
    wait_for_visit(&page, "Earthworms");
    page.settle();
    let script =
        "return [...document.querySelectorAll('handbill-event')].indexOf(document.activeElement)";
    assert_eq!(page.run(script, &[]), json!(1));
}

#[test]
fn a_link_to_an_entry_is_copied() {
    let (server, page) = page_at(&sample(), "");
    let script = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })";
    page.run(script, &[]);
    page.click(&page.control("button", SAVE));
    page.click(&page.control("button", "Copy link"));
    page.see("Link copied");
    let copied = page.run("return window.copied", &[]);
    assert_eq!(copied, json!(server.url("/page.html#handbill-earthworms")));
}

#[test]
fn a_link_that_may_not_be_copied_can_be_read() {
    let (server, page) = page_at(&sample(), "");
    page.run(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
        &[],
    );
    page.click(&page.control("button", SAVE));
    page.click(&page.control("button", "Copy link"));
    page.see(&server.url("/page.html#handbill-earthworms"));
}

#[test]
fn where_a_device_passes_things_on_so_does_the_menu() {
    let (server, page) = page_at(&sample(), "");
    page.click(&page.control("button", SAVE));
    page.control("button", "Copy link");
    let has_share = page.run("return 'share' in navigator", &[]) == json!(true);
    assert_eq!(
        page.names("button").contains(&"Share".to_owned()),
        has_share
    );
    page.run(
        "navigator.share = async (data) => { window.shared = data }",
        &[],
    );
    page.click(&page.control("button", SAVE));
    page.click(&page.control("button", SAVE));
    page.click(&page.control("button", "Share"));
    let shared = page.run("return window.shared", &[]);
    let url = server.url("/page.html#handbill-earthworms");
    assert_eq!(shared, json!({"title": "Earthworms", "url": url}));
}

#[test]
fn a_page_without_such_an_address_loads_no_chunk() {
    let (server, page) = page_at(&sample(), "#elsewhere");
    page.settle();
    let asked = server.requests();
    let panels = asked.iter().any(|path| path.contains("handbill-panels"));
    assert!(!panels, "{asked:?}");
}
