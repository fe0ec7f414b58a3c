//! Elements and texts of the shadow tree, by one type each, so that a part of the view costs a few calls and no code.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Event, Node, ShadowRoot};

use super::page;

mod field;

/// The document that new nodes belong to; nothing outside a page.
fn document() -> Option<Document> {
    page::window().and_then(|window| window.document())
}

/// A node, or nothing where there is no document to make it in.
#[derive(Clone)]
pub struct Dom(Option<Node>);

/// A new element. Names are our own: one that no browser knows would be a mistake here, and shows as nothing.
pub fn element(tag: &str) -> Dom {
    Dom(document()
        .and_then(|document| document.create_element(tag).ok())
        .map(Node::from))
}

/// A new element of a drawing (SVG).
pub fn drawing(tag: &str) -> Dom {
    let space = Some("http://www.w3.org/2000/svg");
    Dom(document()
        .and_then(|document| document.create_element_ns(space, tag).ok())
        .map(Node::from))
}

/// A new text. Text is text: nothing in it is interpreted.
pub fn text(data: &str) -> Dom {
    Dom(document().map(|document| document.create_text_node(data).into()))
}

/// A node that is there already, such as a shadow root.
pub fn existing(node: &Node) -> Dom {
    Dom(Some(node.clone()))
}

impl Dom {
    /// Sets an attribute, or removes it.
    pub fn set(&self, name: &str, value: Option<&str>) {
        let element = self.as_kind::<web_sys::Element>();
        // Both fail only for names that are no names.
        match (element, value) {
            (Some(element), Some(value)) => _ = element.set_attribute(name, value),
            (Some(element), None) => _ = element.remove_attribute(name),
            (None, _) => {}
        }
    }

    /// Puts a node at the end of this one.
    pub fn append(&self, child: &Dom) {
        if let (Some(node), Some(child)) = (&self.0, &child.0) {
            _ = node.append_child(child);
        }
    }

    /// Puts an element after this one.
    pub fn after(&self, new: &Dom) {
        if let (Some(element), Some(new)) = (self.as_kind::<web_sys::Element>(), &new.0) {
            _ = element.after_with_node_1(new);
        }
    }

    /// Takes an element out of where it is.
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

    /// Puts a node before this one, wherever that is.
    pub fn insert_before(&self, new: &Dom) {
        if let (Some(node), Some(new)) = (&self.0, &new.0)
            && let Some(parent) = node.parent_node()
        {
            _ = parent.insert_before(new, Some(node));
        }
    }

    /// Takes everything out that stands between this node and another one behind it.
    pub fn clear_until(&self, end: &Dom) {
        let (Some(node), Some(end)) = (&self.0, &end.0) else {
            return;
        };
        while let Some(next) = node.next_sibling().filter(|next| next != end) {
            let Some(parent) = next.parent_node() else {
                return;
            };
            _ = parent.remove_child(&next);
        }
    }

    /// Takes everything out of this node.
    pub fn clear(&self) {
        if let Some(node) = &self.0 {
            node.set_text_content(None);
        }
    }

    /// Where its upper edge is, in pixels from that of the window.
    pub fn top(&self) -> f64 {
        let element = self.as_kind::<web_sys::Element>();
        element.map_or(0.0, |element| element.get_bounding_client_rect().top())
    }

    /// The shadow root that it is in.
    pub fn root(&self) -> Option<ShadowRoot> {
        Some(self.0.as_ref()?.get_root_node().unchecked_into())
    }

    /// Brings an element to the middle of the window and gives it the focus.
    pub fn visit(&self) {
        let Some(element) = self.as_kind::<web_sys::HtmlElement>() else {
            return;
        };
        let middle = web_sys::ScrollIntoViewOptions::new();
        middle.set_block(web_sys::ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&middle);
        _ = element.focus();
    }

    /// Sets a property of its own style.
    pub fn set_style(&self, name: &str, value: &str) {
        if let Some(element) = self.as_kind::<web_sys::HtmlElement>() {
            // It fails only for values that are no text.
            _ = element.style().set_property(name, value);
        }
    }

    /// Gives an element the focus.
    pub fn focus(&self) {
        if let Some(element) = self.as_kind::<web_sys::HtmlElement>() {
            _ = element.focus();
        }
    }

    /// Moves as little as is needed to bring an element into view.
    pub fn reveal(&self) {
        if let Some(element) = self.as_kind::<web_sys::Element>() {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// The nearest element around this one, or itself, that a selector fits.
    pub fn around(&self, selector: &str) -> Option<Dom> {
        around_element(self.as_kind()?, selector)
    }

    /// The first element inside that a selector fits.
    pub fn first(&self, selector: &str) -> Option<Dom> {
        let element = self.as_kind::<web_sys::Element>()?;
        let found = element.query_selector(selector).ok()?;
        found.map(|found| Dom(Some(found.into())))
    }

    /// Whether it is the same node.
    pub fn is(&self, other: &Dom) -> bool {
        self.0 == other.0
    }

    /// The node as one of its kind, which is not asked for again: it was made as such.
    pub fn as_kind<T: JsCast>(&self) -> Option<&T> {
        self.0.as_ref().map(|node| node.unchecked_ref())
    }

    /// Calls `heard` for every event of this name, until what is returned is dropped.
    pub fn listen(&self, name: &'static str, heard: Box<dyn FnMut(Event)>) -> Listener {
        let closure = Closure::wrap(heard);
        if let Some(node) = &self.0 {
            _ = node.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
        Listener {
            node: self.0.clone(),
            name,
            closure,
        }
    }
}

/// Listens for as long as it lives.
#[must_use = "a listener hears nothing once it is dropped"]
pub struct Listener {
    node: Option<Node>,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(node) = &self.node {
            _ = node.remove_event_listener_with_callback(
                self.name,
                self.closure.as_ref().unchecked_ref(),
            );
        }
    }
}

/// The nearest element around the target of an event that a selector fits.
pub fn near(event: &Event, selector: &str) -> Option<Dom> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    around_element(&target, selector)
}

/// The nearest element around the one with this `id` that a selector fits.
pub fn around(root: &ShadowRoot, id: &str, selector: &str) -> Option<Dom> {
    around_element(&root.get_element_by_id(id)?, selector)
}

fn around_element(element: &web_sys::Element, selector: &str) -> Option<Dom> {
    let found = element.closest(selector).ok()?;
    found.map(|found| Dom(Some(found.into())))
}

/// Which key an event is about; nothing while an input method composes a word out of several.
pub fn key_of(event: &Event) -> Option<String> {
    let event: &web_sys::KeyboardEvent = event.dyn_ref()?;
    (!event.is_composing()).then(|| event.key())
}
