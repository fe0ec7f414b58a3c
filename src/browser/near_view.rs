//! Watches which of many elements come near the window.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::dom::Dom;

/// How near is near: what is built within this margin stands there before it is seen.
const MARGIN: &str = "400px 0px";

/// Watches elements for as long as it lives.
#[must_use = "nothing is watched once it is dropped"]
pub struct NearView {
    observer: Option<IntersectionObserver>,
    _seen: Closure<dyn FnMut(Array)>,
}

impl NearView {
    /// Calls `seen` with the elements that have come near since the last call.
    pub fn new(seen: Box<dyn Fn(Vec<Dom>)>) -> Self {
        let heard = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let entries = entries.iter().filter_map(|entry| {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                entry.is_intersecting().then(|| entry.target())
            });
            seen(
                entries
                    .map(|target| super::dom::existing(&target))
                    .collect(),
            );
        });
        let around = IntersectionObserverInit::new();
        around.set_root_margin(MARGIN);
        let callback = heard.as_ref().unchecked_ref();
        Self {
            observer: IntersectionObserver::new_with_options(callback, &around).ok(),
            _seen: heard,
        }
    }

    /// Watches one more element.
    pub fn watch(&self, element: &Dom) {
        if let (Some(observer), Some(element)) = (&self.observer, element.as_kind()) {
            observer.observe(element);
        }
    }

    /// Watches none of them any more.
    pub fn clear(&self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Drop for NearView {
    fn drop(&mut self) {
        self.clear();
    }
}
