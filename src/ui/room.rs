//! A place that is filled and emptied again.

use leptos::prelude::Owner;

use super::markup::{Element, Markup};

/// A place that is filled later, and what is in it lives no longer than it is there.
#[derive(Clone)]
pub struct Room {
    element: Element,
    owner: Owner,
}

impl Room {
    /// An empty place inside the part that is being made.
    pub fn new(element: Element) -> Self {
        Self {
            element,
            owner: Owner::new(),
        }
    }

    /// Puts what `part` makes into it, in place of what was there.
    pub fn fill(&self, part: impl FnOnce() -> Markup) {
        self.clear();
        self.owner.with(|| self.element.replace(part()));
    }

    /// Takes everything out.
    pub fn clear(&self) {
        self.owner.cleanup();
        self.element.replace(Markup::Nothing);
    }

    /// The element that is filled.
    pub fn element(&self) -> Element {
        self.element.clone()
    }
}
