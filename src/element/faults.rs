//! What is wrong with the attributes and the document of an element.

use std::cell::RefCell;

use handbill_core::Problem;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use crate::browser::dispatch;
use crate::lazy;

/// What its page has been told of it.
pub struct Faults {
    element: HtmlElement,
    /// The attributes that are wrong and have been told, or will be with the first document.
    told: RefCell<String>,
}

impl Faults {
    /// Nothing has been told yet.
    pub fn new(element: &HtmlElement) -> Self {
        Self {
            element: element.clone(),
            told: RefCell::default(),
        }
    }

    /// What is wrong with the attributes. What has been told once is not told again for another attribute.
    pub fn new_among(&self, faults: Vec<Problem>) -> Vec<Problem> {
        let mut all = String::new();
        for fault in &faults {
            let value = self.element.get_attribute(&fault.path);
            all.push_str(&fault.path);
            all.push_str(&value.unwrap_or_default());
        }
        if self.told.replace(all.clone()) == all {
            return Vec::new();
        }
        faults
    }

    /// Tells the page what is wrong. The sentences come with the deferred part: most documents need none.
    pub fn tell(&self, problems: Vec<Problem>) {
        if problems.is_empty() {
            return;
        }
        let element = self.element.clone();
        spawn_local(async move {
            if lazy::tell(element, problems).await.is_err() {
                dispatch::warn(
                    "Handbill: this event has a fault, and what it is could not be loaded.",
                );
            }
        });
    }
}
