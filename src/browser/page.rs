//! The page as a whole: its window, visibility, URL, scrolling and printing.

use gloo_events::EventListener;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Window;

#[wasm_bindgen]
extern "C" {
    // `web_sys::window` tries four names of the global object and checks its class; this is smaller.
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Option<Window>;
}

/// The window of the page.
pub fn window() -> Option<Window> {
    WINDOW.with(Clone::clone)
}

/// Calls `handler` when the page is hidden or shown, returns from a cache, or its window gets the focus, which it also
/// does after the device has slept or travelled. It listens as long as the page lives.
pub fn on_return(handler: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    let document = window.document();
    for name in ["pageshow", "focus"] {
        let handler = handler.clone();
        EventListener::new(&window, name, move |_| handler()).forget();
    }
    if let Some(document) = document {
        EventListener::new(&document, "visibilitychange", move |_| handler()).forget();
    }
}

/// Calls `handler` when the page is hidden or shown, and when the network is back, as long as the page lives.
pub fn on_attention(handler: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    if let Some(document) = window.document() {
        let handler = handler.clone();
        EventListener::new(&document, "visibilitychange", move |_| handler()).forget();
    }
    EventListener::new(&window, "online", move |_| handler()).forget();
}

/// Calls `handler` when the language of the browser changes, as long as the page lives.
pub fn on_language_change(handler: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "languagechange", move |_| handler()).forget();
    }
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}

/// The URL of the page without its fragment; nothing for a page that others cannot load.
pub fn address() -> Option<String> {
    let address = window()?.location().href().ok()?;
    let end = address.bytes().position(|byte| byte == b'#');
    let whole = &address[..end.unwrap_or(address.len())];
    whole.starts_with("http").then(|| whole.to_owned())
}

/// Scrolls the page down by so many pixels.
pub fn scroll_by(pixels: f64) {
    if pixels != 0.0
        && let Some(window) = window()
    {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = window() {
        // It throws in frames that may not print.
        _ = window.print();
    }
}
