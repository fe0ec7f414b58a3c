//! What the page sees: one [`Host`] behind each `<handbill-event>`.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use js_sys::futures::future_to_promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

pub mod attributes;
pub mod description;
mod linked_entry;
mod load;
mod load_problem;
mod locale_file;
mod mount;
mod navigation;
mod page_events;
mod reading;
pub mod report;
mod reports;
mod schedule;
pub mod sentences;
mod session;
mod sessions;
mod source;
pub mod visit;

use session::Session;

use crate::browser::loader::Loader;
use crate::ui::reactive;

/// The Rust half of one element, from when it is in a page and the program is there until it leaves the page.
///
/// `handbill.js` makes it, and passes on the callbacks of the custom element. JavaScript frees it at some time after the element
/// has left; by then it holds nothing that would keep the element alive.
#[wasm_bindgen]
pub struct Host(RefCell<Option<Rc<Session>>>);

// Every method takes `&self`: a callback that re-enters an exclusive borrow would throw.
#[wasm_bindgen]
impl Host {
    /// Shows nothing before [`refresh`](Self::refresh). `known` is what there is of the document: the promise of a request that
    /// `handbill.js` has made for `src`, or what [`disconnected`](Self::disconnected) has returned before, or nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement, loader: Loader, known: JsValue) -> Self {
        reactive::start();
        let session = Rc::new(Session::new(element, loader, known));
        sessions::add(&session);
        Self(RefCell::new(Some(session)))
    }

    /// Loads the document. The promise is kept when it is shown, or when it is reported why it is not.
    pub fn refresh(&self) -> Promise {
        let session = self.session();
        future_to_promise(async move {
            if let Some(session) = session {
                session.refresh().await;
            }
            Ok(JsValue::UNDEFINED)
        })
    }

    /// The element is at another place of the page.
    pub fn moved(&self) {
        if let Some(session) = self.session() {
            session.moved();
        }
    }

    /// An attribute has another value or none, or the property `event`: then it is `src` that has changed.
    pub fn changed(&self, name: &str) {
        if let Some(session) = self.session() {
            session.change(name);
        }
    }

    /// The element has left the page. Returns what can be shown when it is back, for the next host of the element.
    pub fn disconnected(&self) -> JsValue {
        let Some(session) = self.0.take() else {
            return JsValue::UNDEFINED;
        };
        sessions::remove(&session);
        session.end()
    }
}

impl Host {
    fn session(&self) -> Option<Rc<Session>> {
        self.0.borrow().clone()
    }
}
