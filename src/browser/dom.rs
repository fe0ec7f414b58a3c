//! Elements and texts of the shadow tree, by one type each, so that a part of the view costs a few calls and no code.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Event, Node};

/// The document that new nodes belong to; nothing outside a page.
fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
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
        let element = self
            .0
            .as_ref()
            .map(|node| node.unchecked_ref::<web_sys::Element>());
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
