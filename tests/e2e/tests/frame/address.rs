use handbill_e2e::Reply;
use handbill_e2e::document::sample;
use serde_json::{Value, json};

use super::{APOLOGY, Apart, NAME, SANDBOX, heard};

#[test]
fn every_attribute_can_stand_in_the_address() {
    let apart = Apart::new();
    let query = "lang=fr&time-zone=Asia/Tokyo&hour-cycle=h12&heading-level=3&color-scheme=dark";
    let page = apart.open(&apart.frame("", query));
    page.enter("#frame");
    page.see("14 février 2024");
    let line = page.entry("Earthworms");
    assert!(
        line.text.contains("9:00"),
        "13:00 in Berlin is 9 in the evening in Tokyo: {line:?}"
    );
    let title = page.control("heading", NAME);
    let seen = page.run_on(
        &title,
        "return [arguments[0].localName, getComputedStyle(arguments[0]).colorScheme]",
    );
    assert_eq!(seen, json!(["h3", "dark"]));
}

/// `src` is in every address here, and a frame has a `loading` of its own.
#[test]
fn every_attribute_that_the_element_knows_can_stand_in_the_address() {
    let apart = Apart::new();
    let page = apart.inside("");
    let known = page.run(
        "return customElements.get('handbill-event').observedAttributes",
        &[],
    );
    let known = known.as_array().expect("a list").iter();
    let known = known.filter_map(Value::as_str);
    let known: Vec<_> = known
        .filter(|name| !["src", "loading", "now"].contains(name))
        .collect();
    assert!(known.contains(&"view"), "{known:?}");
    let query: Vec<_> = known.iter().map(|name| format!("{name}=x")).collect();
    let page = apart.inside(&query.join("&"));
    let found = "return arguments[0].filter((name) => \
        document.querySelector('handbill-event').getAttribute(name) === 'x')";
    assert_eq!(page.run(found, &[json!(known)]), json!(known));
}

#[test]
fn nothing_else_in_the_address_becomes_an_attribute() {
    let apart = Apart::new();
    let page = apart.inside("onclick=alert(1)&style=color:red&id=x&loading=lazy");
    let names = page.run(
        "return document.querySelector('handbill-event').getAttributeNames().sort()",
        &[],
    );
    assert_eq!(names, json!(["now", "src"]));
}

#[test]
fn without_a_language_it_speaks_that_of_the_browser() {
    let apart = Apart::new();
    let page = apart.inside("");
    assert_eq!(
        page.run(
            "return document.documentElement.lang === navigator.language",
            &[]
        ),
        json!(true)
    );
    page.see("Wednesday, February 14, 2024");
}

#[test]
fn a_relative_address_is_relative_to_the_frame() {
    let apart = Apart::new();
    apart
        .widget
        .put("/dist/events/event.json", Reply::json(sample()));
    let page = apart.open(&apart.bare("", "src=events/event.json"));
    page.enter("#frame");
    page.see(NAME);
}

#[test]
fn an_address_that_nobody_may_give_is_not_followed() {
    for query in [
        "",
        "src=",
        "src=javascript:alert(1)",
        r#"src=data:application/json,{%22name%22:%22Smuggled%22,%22startDate%22:%222030-01-01T10:00Z%22}"#,
        "src=file:///etc/passwd",
        "src=http://%25",
    ] {
        let apart = Apart::new();
        let page = apart.open(&[apart.script(), apart.bare(SANDBOX, query)].concat());
        page.enter("#frame");
        page.see(APOLOGY);
        page.leave();
        page.wait_until("the page hears of it", || {
            heard(&page, "handbill:error").len() == 1
        });
        let told = heard(&page, "handbill:error")[0].to_string();
        assert!(told.contains("src"), "{query}: {told}");
        assert_eq!(page.windows(), 1);
    }
}
