//! How an element looks, and whether anybody sees it.

use super::Element;
use crate::browser::dom::Dom;
use crate::browser::in_view::InView;
use crate::browser::later_style;
use crate::browser::own_style::OwnStyle;

impl Element {
    /// The element itself, for those who watch it.
    pub fn dom(&self) -> &Dom {
        &self.0
    }

    /// Gives the shadow root that it is in the style of what comes later.
    pub fn dress(&self) {
        if let Some(root) = self.0.root() {
            later_style::adopt(&root);
        }
    }

    /// Sets a property of its own style.
    pub fn set_style(&self, name: &str, value: &str) {
        self.0.set_style(name, value);
    }

    /// A style of its own for the shadow root that it is in.
    pub fn own_style(&self) -> Option<OwnStyle> {
        OwnStyle::new(&self.0.root()?)
    }

    /// Calls `seen` with whether the element is in view, now and each time that changes, until what is returned is dropped.
    pub fn when_in_view(&self, seen: Box<dyn FnMut(bool)>) -> InView {
        InView::watch(&self.0, seen)
    }
}
