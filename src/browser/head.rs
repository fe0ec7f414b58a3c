//! JSON-LD in the head of the page: the only thing that is written outside an element, and only where its author asks.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::page;

const KIND: &str = "application/ld+json";

/// Marks our blocks, to tell them from the page's own.
const MARK: &str = "data-handbill";

/// A block of JSON-LD. Dropping it removes it.
pub struct Block(Element);

impl Block {
    /// Writes a block, unless the page has one that describes an event, or the same from another element.
    pub fn write(text: &str) -> Option<Self> {
        let document = page::window()?.document()?;
        let there = document.query_selector_all("script[type=\"application/ld+json\"]");
        if there.is_ok_and(|there| describes(&there, text)) {
            return None;
        }
        let block = document.create_element("script").ok()?;
        block.set_attribute("type", KIND).ok()?;
        block.set_attribute(MARK, "").ok()?;
        // A text node, since Trusted Types guard the text of a script.
        block.append_child(&document.create_text_node(text)).ok()?;
        document.head()?.append_child(&block).ok()?;
        Some(Self(block))
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn describes(blocks: &NodeList, text: &str) -> bool {
    let blocks = (0..blocks.length()).filter_map(|at| blocks.get(at));
    let mut elements = blocks.filter_map(|block| block.dyn_into::<Element>().ok());
    elements.any(|block| {
        let found = block.text_content().unwrap_or_default();
        match block.has_attribute(MARK) {
            true => found == text,
            false => found.contains("@type") && found.contains("Event"),
        }
    })
}
