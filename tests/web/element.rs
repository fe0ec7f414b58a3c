//! The element without its loader: a [`Host`] on a plain element, as `handbill.js` makes it.

use std::cell::Cell;
use std::rc::Rc;

use handbill::element::{Host, Reading};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement};

const EVENT: &str = r#"{
    "name": "Open day",
    "timeZone": "Europe/Berlin",
    "startDate": "2024-02-14T12:30",
    "endDate": "2024-02-14T14:00",
    "eventAttendanceMode": "online",
    "registration": {"url": "/register"},
    "subEvent": [{"startDate": "12:30", "name": "Opening"}, {"startDate": "13:00", "name": "Panel"}]
}"#;

struct Page {
    element: HtmlElement,
    host: Host,
}

impl Page {
    fn open(attributes: &[(&str, &str)]) -> Self {
        let document = web_sys::window()
            .and_then(|window| window.document())
            .expect("tests run in a page");
        let element: HtmlElement = document
            .create_element("div")
            .expect("a name of HTML")
            .unchecked_into();
        for (name, value) in [("lang", "en-GB"), ("now", "2024-02-14T10:00Z")]
            .iter()
            .chain(attributes)
        {
            element
                .set_attribute(name, value)
                .expect("a name of an attribute");
        }
        document
            .body()
            .expect("a page has a body")
            .append_child(&element)
            .expect("an element goes into a body");
        let host = Host::new(element.clone(), "en-GB".into());
        Self { element, host }
    }

    fn show(self, document: &str) -> Self {
        let address = "https://host.example/events/event.json";
        let reading = Reading::of(document.into(), address, "en").expect("it is JSON");
        self.host.show(reading, None, false);
        self.host.reveal();
        self
    }

    /// What is to be seen in the shadow tree, in one line.
    fn text(&self) -> String {
        let root = self
            .element
            .shadow_root()
            .and_then(|root| root.first_element_child());
        let text = root
            .map(|root| root.unchecked_into::<HtmlElement>().inner_text())
            .unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    async fn set(&self, name: &str, value: &str) {
        self.element
            .set_attribute(name, value)
            .expect("a name of an attribute");
        self.host.attribute_changed("en-GB");
        settled().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.host.disconnected();
        self.element.remove();
    }
}

/// Effects run after the task that changed their signals.
async fn settled() {
    let later = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("tests run in a page");
        window
            .set_timeout_with_callback(&resolve)
            .expect("a page has timers");
    });
    JsFuture::from(later)
        .await
        .expect("the promise is never rejected");
}

#[wasm_bindgen_test]
fn a_document_is_shown_in_the_visitors_time() {
    let page = Page::open(&[]).show(EVENT);
    let text = page.text();
    for expected in [
        "Open day",
        "15:30",
        "Dubai, GMT+4",
        "12:30",
        "Berlin",
        "Register",
        "Opening",
        "Panel",
    ] {
        assert!(text.contains(expected), "{expected} is not in: {text}");
    }
}

#[wasm_bindgen_test]
async fn attributes_are_followed() {
    let page = Page::open(&[]).show(EVENT);
    page.set("time-zone", "event").await;
    assert!(!page.text().contains("15:30"), "{}", page.text());
    page.set("time-zone", "Asia/Katmandu").await;
    assert!(
        page.text().contains("17:15") && page.text().contains("Kathmandu"),
        "{}",
        page.text()
    );
    page.set("now", "2024-02-14T12:10Z").await;
    assert!(
        page.text().contains("On now") && page.text().contains("Panel Now"),
        "{}",
        page.text()
    );
    page.set("now", "2024-02-14T16:00Z").await;
    assert!(
        page.text().contains("Ended") && !page.text().contains("Register"),
        "{}",
        page.text()
    );
}

#[wasm_bindgen_test]
async fn removal_takes_the_view_down_and_return_brings_it_back() {
    let page = Page::open(&[]).show(EVENT);
    page.element.remove();
    page.host.disconnected();
    assert_eq!(page.text(), "");
    let body = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body());
    body.expect("a page has a body")
        .append_child(&page.element)
        .expect("an element goes into a body");
    page.host.connected();
    page.host.connected();
    assert_eq!(
        page.text().matches("Open day").count(),
        1,
        "{}",
        page.text()
    );
    page.set("time-zone", "event").await;
    assert!(!page.text().contains("15:30"), "{}", page.text());
}

#[wasm_bindgen_test]
fn nothing_to_show_leaves_the_element_alone() {
    let page = Page::open(&[]).show(r#"{"@type": "Recipe", "name": "Soup"}"#);
    assert!(page.element.shadow_root().is_none());
}

#[wasm_bindgen_test]
fn the_page_hears_of_registration_and_can_take_it_over() {
    let page = Page::open(&[]).show(EVENT);
    let heard = Rc::new(Cell::new(0));
    let counter = heard.clone();
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        counter.set(counter.get() + 1);
        event.prevent_default();
    });
    let function = listener.as_ref().unchecked_ref();
    page.element
        .add_event_listener_with_callback("handbill:register", function)
        .expect("an element has events");
    let link = page
        .element
        .shadow_root()
        .and_then(|root| root.query_selector("a").ok().flatten());
    let link: HtmlElement = link.expect("there is a link").unchecked_into();
    assert_eq!(
        link.get_attribute("href").as_deref(),
        Some("https://host.example/register")
    );
    link.click();
    assert_eq!(heard.get(), 1);
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_an_attribute_is_told_once() {
    let page = Page::open(&[("heading-level", "9")]);
    let heard = Rc::new(Cell::new(0));
    let counter = heard.clone();
    let listener = Closure::<dyn FnMut(Event)>::new(move |_| counter.set(counter.get() + 1));
    let function = listener.as_ref().unchecked_ref();
    page.element
        .add_event_listener_with_callback("handbill:error", function)
        .expect("an element has events");
    let page = page.show(EVENT);
    settled().await;
    assert_eq!(heard.get(), 1);
    page.set("hour-cycle", "h12").await;
    assert_eq!(heard.get(), 1, "nothing new");
    page.set("hour-cycle", "24h").await;
    assert_eq!(heard.get(), 2, "one more");
    page.set("lang", "de").await;
    assert_eq!(heard.get(), 2, "nothing new");
}

#[wasm_bindgen_test]
async fn watching_a_recording_is_no_registration() {
    let document = EVENT.replacen('{', r#"{"recording": "/film", "#, 1);
    let page = Page::open(&[("now", "2024-02-15T10:00Z")]).show(&document);
    let heard = Rc::new(Cell::new(0));
    let counter = heard.clone();
    let listener = Closure::<dyn FnMut(Event)>::new(move |_| counter.set(counter.get() + 1));
    let function = listener.as_ref().unchecked_ref();
    page.element
        .add_event_listener_with_callback("handbill:register", function)
        .expect("an element has events");
    // The page stays where it is: the test would end with it.
    let stay = Closure::<dyn FnMut(Event)>::new(|event: Event| event.prevent_default());
    page.element
        .add_event_listener_with_callback("click", stay.as_ref().unchecked_ref())
        .expect("an element has events");
    let link = page
        .element
        .shadow_root()
        .and_then(|root| root.query_selector("a").ok().flatten());
    let link: HtmlElement = link.expect("there is a link").unchecked_into();
    assert_eq!(link.inner_text(), "Watch the recording");
    link.click();
    assert_eq!(heard.get(), 0);
}
