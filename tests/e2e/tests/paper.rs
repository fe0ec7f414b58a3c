//! On paper: the whole programme with both times, and the address to register at.

use handbill_e2e::document::sample;
use handbill_e2e::snippet::snippet;
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::json;

#[test]
fn everything_is_printed_but_what_one_would_press() {
    if !Ability::Paper.is_here() {
        return;
    }
    let server = Server::with_widget().expect("the widget");
    let mut event = sample();
    event["subEvent"][1]["description"] = json!("They dig. ".repeat(60));
    server.put("/event.json", Reply::json(&event));
    let page = Page::open(&server, &snippet("/event.json"));
    page.entry("Earthworms");
    assert!(
        !page.visible_text().contains("They dig."),
        "on a screen it waits"
    );
    let link = page.control("link", "Register");
    page.on_paper(|| {
        let text = page.visible_text();
        for printed in ["17:45", "13:00 Berlin", "Register", "Programme"] {
            assert!(text.contains(printed), "{printed} in {text}");
        }
        for pressed in ["Change time zone", "Add to calendar", "Save", "Details"] {
            assert!(!text.contains(pressed), "{pressed} in {text}");
        }
        // What a style sheet adds is no text of the page.
        let script = "return getComputedStyle(arguments[0], '::after').content";
        let added = page.run_on(&link, script);
        // Engines write down the rule or what comes of it.
        let known = [json!("attr(href)"), json!("\"https://example.org/register\"")];
        assert!(known.contains(&added), "{added}");
        // The description is laid out, whatever its disclosure says.
        let height = "return document.querySelector('handbill-event').shadowRoot.querySelector('details').getBoundingClientRect().height > 40";
        assert_eq!(page.run(height, &[]), json!(true));
    });
    page.control("button", "Change time zone");
}
