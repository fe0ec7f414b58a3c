//! On paper: the whole programme with both times, and the address to register at.

use handbill_e2e::document::sample;
use handbill_e2e::snippet::snippet;
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::json;

#[test]
fn the_address_to_register_at_is_there_for_cameras() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let page = Page::open(&server, &snippet("/event.json"));
    page.run("window.print = () => (window.printed = true)", &[]);
    let button = page.control("button", "Add to calendar");
    page.click(&button);
    let button = page.control("button", "Print");
    page.click(&button);
    page.wait_until("it is printed", || {
        page.run("return window.printed === true", &[]) == json!(true)
    });
    let script = "const code = document.querySelector('handbill-event').shadowRoot.querySelector('.qr');
        return [code.getAttribute('aria-label'), getComputedStyle(code).display, code.getBoundingClientRect().width > 100]";
    let address = "https://example.org/register";
    assert_eq!(page.run(script, &[]), json!([address, "none", false]));
    if Ability::Paper.is_here() {
        page.on_paper(|| assert_eq!(page.run(script, &[]), json!([address, "block", true])));
    }
}

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
