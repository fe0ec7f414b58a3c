//! Into a calendar: the event and each entry, as links and as a file.

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::page::Control;
use handbill_e2e::snippet::{SCRIPT, element_with, snippet};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

const ADD: &str = "Add to calendar";
const SAVE: &str = "Save or share: Earthworms";
const FILE: &str = "Apple Calendar and others (file)";
const SERVICES: [&str; 4] = ["Google", "Outlook.com", "Microsoft 365", "Yahoo"];

#[track_caller]
fn page_of(event: &Value) -> (Server, Page) {
    page_with(event, "")
}

/// A page with the event, and a script that runs before the widget's.
#[track_caller]
fn page_with(event: &Value, script: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    let body = format!("<script>{script}</script>{}", snippet("/event.json"));
    let page = Page::open(&server, &body);
    page.event("handbill:load");
    (server, page)
}

#[track_caller]
fn open(page: &Page, button: &str) {
    page.click(&page.control("button", button));
    page.wait_until("the links are there", || !calendars(page).is_empty());
}

/// The links to calendars, in order, the registration left out.
#[track_caller]
fn calendars(page: &Page) -> Vec<String> {
    let is_calendar = |name: &String| name == FILE || SERVICES.contains(&name.as_str());
    page.names("link").into_iter().filter(is_calendar).collect()
}

/// The parameters of a link, decoded by the browser.
#[track_caller]
fn parameters(page: &Page, name: &str) -> Value {
    let script = "return Object.fromEntries(new URL(arguments[0].href).searchParams)";
    page.run_on(&page.control("link", name), script)
}

/// The text of the file behind a link.
#[track_caller]
fn file(page: &Page, link: &Control) -> String {
    let text = page.run_on(
        link,
        "return fetch(arguments[0].href).then((file) => file.text())",
    );
    let text = text.as_str().expect("a text").replace("\r\n ", "");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    text
}

#[test]
fn an_event_goes_into_any_calendar() {
    let (_server, page) = page_of(&sample());
    let button = page.control("button", ADD);
    assert_eq!(
        page.attribute(&button, "aria-expanded").as_deref(),
        Some("false")
    );
    open(&page, ADD);
    assert_eq!(
        page.attribute(&button, "aria-expanded").as_deref(),
        Some("true")
    );
    assert_eq!(
        calendars(&page),
        [FILE, "Google", "Outlook.com", "Microsoft 365", "Yahoo"]
    );
    let link = page.control("link", FILE);
    assert_eq!(
        page.attribute(&link, "download").as_deref(),
        Some("a-morning-on-soil.ics")
    );
    let file = file(&page, &link);
    for line in [
        "SUMMARY:A Morning on Soil\r\n",
        "DTSTART:20240214T113000Z\r\n",
        "DTEND:20240214T130000Z\r\n",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
    let google = parameters(&page, "Google");
    assert_eq!(google["dates"], "20240214T113000Z/20240214T130000Z");
    assert_eq!(google["text"], "A Morning on Soil");
    assert_eq!(
        parameters(&page, "Outlook.com")["startdt"],
        "2024-02-14T11:30:00Z"
    );
    page.click(&button);
    assert_eq!(calendars(&page), [""; 0], "the button closes it again");
}

#[test]
fn an_entry_goes_there_by_itself_with_a_link_back_to_it() {
    let (server, page) = page_of(&sample());
    open(&page, SAVE);
    let link = page.control("link", FILE);
    assert_eq!(
        page.attribute(&link, "download").as_deref(),
        Some("earthworms.ics")
    );
    let file = file(&page, &link);
    let url = format!("URL:{}#handbill-earthworms\r\n", server.url("/page.html"));
    for line in [
        "SUMMARY:Earthworms\r\n",
        "DTSTART:20240214T120000Z\r\n",
        &url,
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
    assert_eq!(parameters(&page, "Yahoo")["st"], "20240214T120000Z");
}

#[test]
fn several_menus_are_open_at_once_and_each_closes_by_itself() {
    let (_server, page) = page_of(&sample());
    open(&page, ADD);
    open(&page, SAVE);
    page.wait_until("both are open", || calendars(&page).len() == 10);
    page.click(&page.control("button", ADD));
    assert_eq!(calendars(&page).len(), 5);
}

#[test]
fn the_keyboard_is_enough() {
    let (_server, page) = page_of(&sample());
    page.tab_to("button", ADD);
    page.press("Enter");
    page.wait_until("the links are there", || !calendars(&page).is_empty());
    assert_eq!(
        page.focused().1,
        ADD,
        "the focus stays, the links come next"
    );
    page.press("Tab");
    assert_eq!(page.focused(), ("link".into(), FILE.into()));
    page.press("Escape");
    assert_eq!(page.focused(), ("button".into(), ADD.into()));
    assert_eq!(calendars(&page), [""; 0]);
}

#[test]
fn the_page_hears_of_it_first_and_may_take_it_over() {
    let script =
        "document.addEventListener('handbill:calendar', (event) => event.preventDefault())";
    let (server, page) = page_with(&sample(), script);
    open(&page, ADD);
    page.click(&page.control("link", "Google"));
    let heard = page.event("handbill:calendar");
    let url = heard.detail["url"].as_str().unwrap_or_default();
    assert!(url.starts_with("https://calendar.google.com/"), "{url}");
    page.settle();
    let address = page.run("return location.href", &[]);
    assert_eq!(
        address,
        json!(server.url("/page.html")),
        "and nothing else happens"
    );
}

#[test]
fn a_calendar_that_the_author_keeps_is_followed() {
    let mut event = sample();
    event["calendar"] = json!("/feeds/soil.ics");
    let (server, page) = page_of(&event);
    open(&page, ADD);
    let hosted = server.url("/feeds/soil.ics");
    let href = |name: &str| page.attribute(&page.control("link", name), "href");
    assert_eq!(href(FILE), Some(hosted));
    let google = parameters(&page, "Google");
    let cid = google["cid"].as_str().unwrap_or_default();
    assert!(
        cid.starts_with("webcal://127.0.0.1:") && cid.ends_with("/feeds/soil.ics"),
        "{google}"
    );
}

#[test]
fn a_cancelled_event_puts_right_what_is_there() {
    let mut event = sample();
    event["eventStatus"] = json!("EventCancelled");
    let (_server, page) = page_of(&event);
    open(&page, "Update your calendar");
    assert_eq!(calendars(&page), [FILE], "a link would add it once more");
    let file = file(&page, &page.control("link", FILE));
    assert!(file.contains("STATUS:CANCELLED\r\n"), "{file}");
}

#[test]
fn what_is_over_or_not_dated_has_no_button() {
    for (now, start) in [
        ("2025-01-01T00:00Z", json!("2024-02-14T12:30")),
        (BEFORE, Value::Null),
    ] {
        let mut event = sample();
        event["startDate"] = start.clone();
        if start.is_null() {
            event["endDate"] = Value::Null;
            event["subEvent"] = json!([{"name": "Earthworms"}]);
        }
        let server = Server::with_widget().expect("the widget");
        server.put("/event.json", Reply::json(&event));
        let element =
            element_with(&format!("src='/event.json' now='{now}'"), "").replacen(BEFORE, now, 1);
        let page = Page::open(&server, &format!("{SCRIPT}{element}"));
        page.event("handbill:load");
        assert!(!page.names("button").contains(&ADD.to_owned()), "{now}");
    }
}

/// What the browser says of itself on some device.
fn device(agent: &str) -> String {
    format!("Object.defineProperty(navigator, 'userAgent', {{ get: () => '{agent}' }})")
}

#[test]
fn what_fits_the_device_comes_first() {
    let android =
        device("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36");
    let (_server, page) = page_with(&sample(), &android);
    open(&page, ADD);
    assert_eq!(calendars(&page)[..2], ["Google", FILE]);
    let iphone = device(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1",
    );
    let (_server, page) = page_with(&sample(), &iphone);
    open(&page, ADD);
    assert_eq!(calendars(&page)[..2], [FILE, "Google"]);
}

#[test]
fn inside_another_app_there_is_a_link_and_a_text_to_copy() {
    let messenger =
        device("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Mobile/15E148 Instagram 350.0");
    let (_server, page) = page_with(&sample(), &messenger);
    open(&page, ADD);
    assert_eq!(calendars(&page), ["Google"]);
    page.see("This app cannot save files.");
    let text = page.visible_text();
    assert!(
        text.contains("A Morning on Soil") && text.contains("14 February 2024"),
        "{text}"
    );
}
