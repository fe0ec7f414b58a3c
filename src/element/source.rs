//! Where an element takes its event document from.

use handbill_core::strings::{contains, split};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

use crate::browser::page;

/// Where a document is.
pub enum Source {
    /// In the property `event`.
    Property(JsValue),
    /// At this URL.
    Url(String),
    /// In a script of the page: the one with this `id`, else the one inside, else the page's own description of an event.
    Script(Option<String>),
}

impl Source {
    /// What an element says.
    pub fn of(element: &HtmlElement) -> Self {
        let property = Reflect::get(element, &"event".into()).unwrap_or_default();
        if property.is_truthy() {
            return Self::Property(property);
        }
        match element.get_attribute("src").filter(|src| !src.is_empty()) {
            None => Self::Script(None),
            Some(src) => match src.strip_prefix('#') {
                Some(id) => Self::Script(Some(id.to_owned())),
                None => Self::Url(in_full(&src, element)),
            },
        }
    }
}

/// The text of the script that an element means, once the page is parsed.
pub fn script(element: &HtmlElement, id: Option<&str>) -> Option<String> {
    let document = page::window()?.document()?;
    let script = match id {
        Some(id) => document.get_element_by_id(id),
        None => script_inside(element).or_else(|| description(&document)),
    };
    script?.text_content()
}

/// The URL of the page that an element stands in: addresses in what stands there are relative to it.
pub fn base(element: &HtmlElement) -> String {
    element.base_uri().ok().flatten().unwrap_or_default()
}

/// A URL in full; as it is written where it makes none.
fn in_full(url: &str, element: &HtmlElement) -> String {
    web_sys::Url::new_with_base(url, &base(element))
        .map_or_else(|_| url.to_owned(), |url| url.href())
}

fn script_inside(element: &HtmlElement) -> Option<Element> {
    let kinds = "script[type=\"application/json\"],script[type=\"application/ld+json\"]";
    element.query_selector(kinds).ok()?
}

/// The page's own description of its event, which search engines read as well.
fn description(document: &Document) -> Option<Element> {
    let kind = "script[type=\"application/ld+json\"]:not([data-handbill])";
    let scripts = document.query_selector_all(kind).ok()?;
    let scripts = (0..scripts.length()).filter_map(|at| scripts.get(at));
    let mut scripts = scripts.map(|script| script.unchecked_into::<Element>());
    scripts.find(|script| describes_event(&script.text_content().unwrap_or_default()))
}

/// Whether some object in a text of JSON-LD has the type of an event.
fn describes_event(text: &str) -> bool {
    let is_event = |part: &str| {
        let mut types = ["Event", "Festival", "Hackathon", "CourseInstance"].iter();
        types.any(|kind| contains(part, kind))
    };
    let mut parts = split(text, b'"');
    while parts.by_ref().any(|part| part == "@type") {
        // Its value ends where the next member begins, or the object ends.
        let mut value = parts
            .by_ref()
            .take_while(|part| !contains(part, ",") && !contains(part, "}"));
        if value.any(is_event) {
            return true;
        }
    }
    false
}
