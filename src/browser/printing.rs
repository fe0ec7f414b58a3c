//! Before the page is printed, and after.

use gloo_events::EventListener;

use super::page::window;

/// Calls `handler` with true before the page is printed and with false after, until the result is dropped.
pub fn on_print(handler: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let after = handler.clone();
    Some([
        EventListener::new(&window, "beforeprint", move |_| handler(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
    ])
}
