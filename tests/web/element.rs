//! The element without its loader: a [`Host`] on a plain element, as `handbill.js` makes it.

use std::cell::Cell;
use std::rc::Rc;

use handbill::browser::loader::Loader;
use handbill::element::Host;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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

const ADDRESS: &str = "https://host.example/events/event.json";

struct Page {
    element: HtmlElement,
    host: Host,
}

impl Page {
    /// An element with these attributes, which has this document already.
    fn open(attributes: &[(&str, &str)], document: &str) -> Self {
        let page = web_sys::window().and_then(|window| window.document());
        let element = page.expect("tests run in a page").create_element("div");
        let element: HtmlElement = element.expect("a name of HTML").unchecked_into();
        for (name, value) in [("lang", "en-GB"), ("now", "2024-02-14T10:00Z")]
            .iter()
            .chain(attributes)
        {
            element
                .set_attribute(name, value)
                .expect("a name of an attribute");
        }
        body().append_child(&element).expect("an element goes in");
        let known = Array::of2(&ADDRESS.into(), &document.into());
        let host = Host::new(element.clone(), loader(), known.into());
        Self { element, host }
    }

    /// The same, when it is shown.
    async fn shown(attributes: &[(&str, &str)], document: &str) -> Self {
        let page = Self::open(attributes, document);
        page.refresh().await;
        page
    }

    async fn refresh(&self) {
        let done = JsFuture::from(self.host.refresh()).await;
        done.expect("the promise is never rejected");
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
        self.host.changed(name);
        settled().await;
    }

    /// How often the page hears of something.
    fn count(&self, name: &str) -> Rc<Cell<u32>> {
        let heard = Rc::new(Cell::new(0));
        let counter = heard.clone();
        self.listen(name, move |_| counter.set(counter.get() + 1));
        heard
    }

    fn listen(&self, name: &str, heard: impl FnMut(Event) + 'static) {
        let heard = Closure::<dyn FnMut(Event)>::new(heard).into_js_value();
        self.element
            .add_event_listener_with_callback(name, heard.unchecked_ref())
            .expect("an element has events");
    }

    fn link(&self) -> HtmlElement {
        let root = self.element.shadow_root();
        let link = root.and_then(|root| root.query_selector("a").ok().flatten());
        link.expect("there is a link").unchecked_into()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.host.disconnected();
        self.element.remove();
    }
}

/// What `handbill.js` would do where the network is down.
fn loader() -> Loader {
    let loader = Object::new();
    let set = |name: &str, value: JsValue| {
        Reflect::set(&loader, &name.into(), &value).expect("an object takes members");
    };
    let language_of = |element: HtmlElement| element.lang();
    set(
        "languageOf",
        Closure::<dyn Fn(HtmlElement) -> String>::new(language_of).into_js_value(),
    );
    let request = |_: String| Promise::reject(&"the network is down".into());
    let request = Closure::<dyn Fn(String) -> Promise>::new(request).into_js_value();
    set("requestDocument", request.clone());
    set("requestLocale", request);
    let forget = Closure::<dyn Fn(String)>::new(|_| ()).into_js_value();
    set("forgetLocale", forget);
    set("whenParsed", Promise::resolve(&JsValue::UNDEFINED).into());
    loader.unchecked_into()
}

fn body() -> HtmlElement {
    let page = web_sys::window().and_then(|window| window.document());
    let body = page.and_then(|page| page.body());
    body.expect("a page has a body")
}

/// What follows from a change comes within the task.
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
async fn a_document_is_shown_in_the_visitors_time() {
    let page = Page::shown(&[], EVENT).await;
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
    let page = Page::shown(&[], EVENT).await;
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
    let mut page = Page::shown(&[], EVENT).await;
    page.element.remove();
    let known = page.host.disconnected();
    assert_eq!(page.text(), "");
    body()
        .append_child(&page.element)
        .expect("an element goes in");
    page.host = Host::new(page.element.clone(), loader(), known);
    page.refresh().await;
    page.refresh().await;
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
async fn nothing_to_show_leaves_the_element_alone() {
    let page = Page::shown(&[], r#"{"@type": "Recipe", "name": "Soup"}"#).await;
    assert!(page.element.shadow_root().is_none());
}

#[wasm_bindgen_test]
async fn the_page_hears_of_registration_and_can_take_it_over() {
    let page = Page::shown(&[], EVENT).await;
    let heard = page.count("handbill:register");
    page.listen("handbill:register", |event| event.prevent_default());
    let link = page.link();
    assert_eq!(
        link.get_attribute("href").as_deref(),
        Some("https://host.example/register")
    );
    link.click();
    assert_eq!(heard.get(), 1);
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_an_attribute_is_reported_once() {
    let page = Page::open(&[("heading-level", "9")], EVENT);
    let heard = page.count("handbill:error");
    page.refresh().await;
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
    let page = Page::shown(&[("now", "2024-02-15T10:00Z")], &document).await;
    let heard = page.count("handbill:register");
    // The page stays where it is: the test would end with it.
    page.listen("click", |event| event.prevent_default());
    let link = page.link();
    assert_eq!(link.inner_text(), "Watch the recording");
    link.click();
    assert_eq!(heard.get(), 0);
}
