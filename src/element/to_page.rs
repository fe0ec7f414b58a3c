//! What an element tells its page while it is shown.

use std::cell::{Cell, RefCell};

use web_sys::HtmlElement;

use crate::browser::dispatch::{dispatch, object};

/// The way from the view of an element to its page.
pub struct ToPage {
    element: HtmlElement,
    /// The phase that the page was told last, or is to be told.
    phase: RefCell<String>,
    is_due: Cell<bool>,
    /// Whether the view has been in the page.
    is_open: Cell<bool>,
}

impl ToPage {
    /// Nothing has been told yet.
    pub fn new(element: &HtmlElement) -> Self {
        Self {
            element: element.clone(),
            phase: RefCell::default(),
            is_due: Cell::new(false),
            is_open: Cell::new(false),
        }
    }

    /// Tells it, by the name of an event and one member of its detail; false where the page takes that over. A phase waits
    /// until the view is in the page.
    pub fn tell(&self, name: &str, member: (&str, &str)) -> bool {
        if name != "handbill:phase" {
            return dispatch(&self.element, name, true, &object(&[member]));
        }
        // An element that is moved shows the same phase again, and it is no news.
        if self.phase.replace(member.1.to_owned()) != member.1 {
            self.is_due.set(true);
            self.tell_phase();
        }
        true
    }

    /// The view is in the page.
    pub fn open(&self) {
        self.is_open.set(true);
        self.tell_phase();
    }

    fn tell_phase(&self) {
        if self.is_open.get() && self.is_due.take() {
            let phase = self.phase.borrow().clone();
            let detail = object(&[("phase", &phase)]);
            dispatch(&self.element, "handbill:phase", false, &detail);
        }
    }
}
