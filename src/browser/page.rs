//! What happens to the page as a whole. Who listens does so as long as the page lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{EventTarget, Window};

#[wasm_bindgen]
extern "C" {
    // Asked for by its name: `web_sys::window` looks for the global object under four, and asks what it is.
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Option<Window>;
}

/// The window of the page; nothing outside one.
pub fn window() -> Option<Window> {
    WINDOW.with(Clone::clone)
}

/// Calls `heard` when the page is hidden or shown, comes back out of a cache, or its window is looked at again: also
/// after the device has slept or travelled.
pub fn on_return(heard: impl Fn() + 'static) {
    let window = window();
    let document = window.as_ref().and_then(|window| window.document());
    let document = document.map(EventTarget::from);
    let window = window.map(EventTarget::from);
    listen(
        &[
            (&window, "pageshow"),
            (&window, "focus"),
            (&document, "visibilitychange"),
        ],
        Box::new(heard),
    );
}

/// Whether nobody can see the page.
pub fn is_hidden() -> bool {
    window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}

/// The full address of the page, without what points into it.
pub fn address() -> Option<String> {
    let address = window()?.location().href().ok()?;
    let end = address.bytes().position(|byte| byte == b'#');
    let whole = &address[..end.unwrap_or(address.len())];
    whole.starts_with("http").then(|| whole.to_owned())
}

/// Moves the page by so many pixels.
pub fn scroll_by(pixels: f64) {
    if pixels != 0.0
        && let Some(window) = window()
    {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}

/// Opens what the browser has for printing.
pub fn print() {
    if let Some(window) = window() {
        // It throws where the page stands in a frame that may not.
        _ = window.print();
    }
}

fn listen(events: &[(&Option<EventTarget>, &str)], heard: Box<dyn Fn()>) {
    let heard = Closure::wrap(heard);
    for (target, name) in events {
        if let Some(target) = target {
            _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    }
    heard.forget();
}
