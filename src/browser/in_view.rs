//! Watches whether one element is in view.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

use super::dom::Dom;

/// Watches an element for as long as it lives.
#[must_use = "nothing is watched once it is dropped"]
pub struct InView {
    observer: Option<IntersectionObserver>,
    _seen: Closure<dyn FnMut(Array)>,
}

impl InView {
    /// Calls `seen` with whether any of the element is in view, now and each time that changes.
    pub fn watch(element: &Dom, mut seen: Box<dyn FnMut(bool)>) -> Self {
        let heard = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // The last one is the present state.
            let last = entries.get(entries.length().wrapping_sub(1));
            let last: &IntersectionObserverEntry = last.unchecked_ref();
            seen(last.is_intersecting());
        });
        let observer = IntersectionObserver::new(heard.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, element.as_kind()) {
            observer.observe(element);
        }
        Self {
            observer,
            _seen: heard,
        }
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
