//! Before the page is printed, and after.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Window;

use super::page::window;

/// The name of an event, and what is called then.
type Heard = (&'static str, Closure<dyn FnMut()>);

/// Hears of it for as long as it lives.
#[must_use = "it hears nothing once it is dropped"]
pub struct Printing {
    window: Option<Window>,
    heard: [Heard; 2],
}

/// Calls `heard` with true before the page is printed, and with false after.
pub fn on_print(heard: impl Fn(bool) + Clone + 'static) -> Printing {
    let window = window();
    let after = heard.clone();
    let heard: [(_, Box<dyn FnMut()>); 2] = [
        ("beforeprint", Box::new(move || heard(true))),
        ("afterprint", Box::new(move || after(false))),
    ];
    let heard = heard.map(|(name, heard)| {
        let heard = Closure::wrap(heard);
        if let Some(window) = &window {
            _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
        (name, heard)
    });
    Printing { window, heard }
}

impl Drop for Printing {
    fn drop(&mut self) {
        let Some(window) = &self.window else { return };
        for (name, heard) in &self.heard {
            _ = window.remove_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
        }
    }
}
