//! The language around an element.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page;

/// The BCP 47 tag of the nearest `lang` around an element, also around the component that it stands in; else the browser's.
pub fn around(element: &Element) -> String {
    let nearest = nearest(element).and_then(|nearest| nearest.get_attribute("lang"));
    let browser = || page::window()?.navigator().language();
    let stated = nearest.filter(|tag| !tag.is_empty());
    stated.or_else(browser).unwrap_or_default()
}

fn nearest(element: &Element) -> Option<Element> {
    let mut at = element.clone();
    loop {
        if let Ok(Some(nearest)) = at.closest("[lang]") {
            return Some(nearest);
        }
        // A shadow root has a host. It may be one of another window, which is no `ShadowRoot` of this one.
        let host = Reflect::get(&at.get_root_node(), &"host".into()).ok()?;
        if !host.is_object() {
            return None;
        }
        at = host.unchecked_into();
    }
}
