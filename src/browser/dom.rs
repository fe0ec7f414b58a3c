//! Nodes of the shadow tree. One type for all keeps views small: each call is one function of the program.

use std::sync::Arc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Document, Event, Node, ShadowRoot};

use super::page;

mod field;

/// The document that new nodes belong to.
fn document() -> Option<Document> {
    page::window().and_then(|window| window.document())
}

/// A node, or nothing where there is no document to make it in.
#[derive(Clone)]
pub struct Dom(Option<Arc<Node>>);

/// A new HTML element.
pub fn element(tag: &str) -> Dom {
    let element = document().and_then(|document| document.create_element(tag).ok());
    Dom::new(element.map(Node::from))
}

/// A new SVG element.
pub fn svg_element(tag: &str) -> Dom {
    let space = Some("http://www.w3.org/2000/svg");
    let element = document().and_then(|document| document.create_element_ns(space, tag).ok());
    Dom::new(element.map(Node::from))
}

/// A new text node. No markup in it is interpreted.
pub fn text(data: &str) -> Dom {
    Dom::new(document().map(|document| document.create_text_node(data).into()))
}

/// A node of the page, such as a shadow root.
pub fn existing(node: &Node) -> Dom {
    Dom::new(Some(node.clone()))
}

impl Dom {
    fn new(node: Option<Node>) -> Self {
        Self(node.map(Arc::new))
    }

    /// Sets an attribute, or removes it.
    pub fn set(&self, name: &str, value: Option<&str>) {
        let element = self.as_kind::<web_sys::Element>();
        // Both fail only for invalid names, and ours are valid.
        match (element, value) {
            (Some(element), Some(value)) => _ = element.set_attribute(name, value),
            (Some(element), None) => _ = element.remove_attribute(name),
            (None, _) => {}
        }
    }

    /// Appends a node.
    pub fn append(&self, child: &Dom) {
        if let (Some(node), Some(child)) = (&self.0, &child.0) {
            _ = node.append_child(child);
        }
    }

    /// Inserts an element after this one.
    pub fn after(&self, new: &Dom) {
        if let (Some(element), Some(new)) = (self.as_kind::<web_sys::Element>(), &new.0) {
            _ = element.after_with_node_1(new);
        }
    }

    /// Removes an element from the tree.
    pub fn remove(&self) {
        if let Some(element) = self.as_kind::<web_sys::Element>() {
            element.remove();
        }
    }

    /// The `id` of an element.
    pub fn id(&self) -> String {
        let element = self.as_kind::<web_sys::Element>();
        element.map_or_else(String::new, web_sys::Element::id)
    }

    /// Inserts a node before this one.
    pub fn insert_before(&self, new: &Dom) {
        if let (Some(node), Some(new)) = (&self.0, &new.0)
            && let Some(parent) = node.parent_node()
        {
            _ = parent.insert_before(new, Some(node));
        }
    }

    /// Removes the siblings between this node and a later one.
    pub fn clear_until(&self, end: &Dom) {
        let (Some(node), Some(end)) = (&self.0, &end.0) else {
            return;
        };
        while let Some(next) = node.next_sibling().filter(|next| *next != **end) {
            let Some(parent) = next.parent_node() else {
                return;
            };
            _ = parent.remove_child(&next);
        }
    }

    /// Removes all children.
    pub fn clear(&self) {
        if let Some(node) = &self.0 {
            node.set_text_content(None);
        }
    }

    /// The distance of its upper edge from that of the window, in pixels.
    pub fn top(&self) -> f64 {
        let element = self.as_kind::<web_sys::Element>();
        element.map_or(0.0, |element| element.get_bounding_client_rect().top())
    }

    /// The shadow root around it; none where its view has been taken down.
    pub fn root(&self) -> Option<ShadowRoot> {
        self.0.as_ref()?.get_root_node().dyn_into().ok()
    }

    /// Scrolls an element to the middle of the window and gives it the focus.
    pub fn visit(&self) {
        let Some(element) = self.as_kind::<web_sys::HtmlElement>() else {
            return;
        };
        let middle = web_sys::ScrollIntoViewOptions::new();
        middle.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&middle);
        _ = element.focus();
    }

    /// Sets a CSS property of this element alone.
    pub fn set_style(&self, name: &str, value: &str) {
        if let Some(element) = self.as_kind::<web_sys::HtmlElement>() {
            // It fails only for read-only styles.
            _ = element.style().set_property(name, value);
        }
    }

    /// Gives an element the focus.
    pub fn focus(&self) {
        if let Some(element) = self.as_kind::<web_sys::HtmlElement>() {
            _ = element.focus();
        }
    }

    /// Scrolls just as far as it takes to see the element.
    pub fn reveal(&self) {
        if let Some(element) = self.as_kind::<web_sys::Element>() {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// The closest ancestor that matches a selector, or itself.
    pub fn around(&self, selector: &str) -> Option<Dom> {
        around_element(self.as_kind()?, selector)
    }

    /// The first descendant that matches a selector.
    pub fn first(&self, selector: &str) -> Option<Dom> {
        let element = self.as_kind::<web_sys::Element>()?;
        let found = element.query_selector(selector).ok()?;
        found.map(|found| Dom::new(Some(found.into())))
    }

    /// Whether it is the same node.
    pub fn is(&self, other: &Dom) -> bool {
        self.0 == other.0
    }

    /// The node as one of its kind, without a check: it was made as such.
    pub fn as_kind<T: JsCast>(&self) -> Option<&T> {
        self.0.as_ref().map(|node| node.unchecked_ref())
    }

    /// Calls `handler` for every event of this name, until the result is dropped. The handler may cancel the event.
    pub fn listen(
        &self,
        name: &'static str,
        mut handler: Box<dyn FnMut(&Event)>,
    ) -> Option<EventListener> {
        let options = EventListenerOptions::enable_prevent_default();
        let node = &**self.0.as_ref()?;
        let handler = move |event: &Event| handler(event);
        Some(EventListener::new_with_options(
            node, name, options, handler,
        ))
    }
}

/// The closest ancestor of the target of an event that matches a selector, or the target itself.
pub fn near(event: &Event, selector: &str) -> Option<Dom> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    around_element(&target, selector)
}

fn around_element(element: &web_sys::Element, selector: &str) -> Option<Dom> {
    let found = element.closest(selector).ok()?;
    found.map(|found| Dom::new(Some(found.into())))
}

/// The key of a keyboard event; nothing while an input method composes a word.
pub fn key_of(event: &Event) -> Option<String> {
    let event: &web_sys::KeyboardEvent = event.dyn_ref()?;
    (!event.is_composing()).then(|| event.key())
}
