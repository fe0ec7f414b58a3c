//! In which language the page, and the browser, speaks.

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

use super::page;

/// The language that the page gives an element: its own `lang`, or that of the nearest ancestor, also around the
/// component that it stands in.
pub fn of(element: &Element) -> Option<String> {
    let mut element = element.clone();
    loop {
        if let Some(nearest) = element.closest("[lang]").ok().flatten() {
            return nearest.get_attribute("lang").filter(|tag| !tag.is_empty());
        }
        let root: ShadowRoot = element.get_root_node().dyn_into().ok()?;
        element = root.host();
    }
}

/// The language of the browser.
pub fn of_browser() -> String {
    page::window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_else(|| "en".into())
}
