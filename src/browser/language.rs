//! In which language the page, or the browser, speaks.

use web_sys::Element;

/// The language of an element: its own `lang`, that of the nearest ancestor, else the browser's.
pub fn of(element: &Element) -> String {
    let from_page = || {
        let nearest = element.closest("[lang]").ok().flatten();
        nearest
            .and_then(|nearest| nearest.get_attribute("lang"))
            .filter(|tag| !tag.is_empty())
    };
    let from_browser = || web_sys::window().and_then(|window| window.navigator().language());
    from_page()
        .or_else(from_browser)
        .unwrap_or_else(|| "en".into())
}
