//! Texts, in the forms that JSON-LD allows.

use crate::node::Node;
use crate::strings::{self, trim};

/// The text of a value: a string, a number, a JSON-LD `@value`, the name of an object, or the first of several.
pub fn plain_text<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    match node {
        Node::Object(_) => ["@value", "name"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(plain_text),
        Node::Array(items) => items.first().and_then(plain_text),
        one => bare_text(one),
    }
}

/// Whether [`plain_text`] leaves out other values.
pub fn is_one_of_several(node: &Node) -> bool {
    match node {
        Node::Object(_) => ["@value", "name"]
            .iter()
            .find_map(|key| node.get(key))
            .is_some_and(is_one_of_several),
        Node::Array(items) => {
            let mut others = items.iter().skip(1);
            others.any(|other| *other != Node::Null) || items.first().is_some_and(is_one_of_several)
        }
        _ => false,
    }
}

/// A text alone, or a number, such as that of a room.
pub fn bare_text<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    match node {
        Node::String(text) | Node::Number(text) => Some(trim(text)),
        _ => None,
    }
}

/// Splits a text into paragraphs at its blank lines.
pub fn split(text: &str, paragraphs: &mut Vec<String>) {
    let mut is_open = false;
    for line in strings::split(text, b'\n') {
        let line = trim(line);
        match paragraphs.last_mut() {
            _ if line.is_empty() => is_open = false,
            Some(last) if is_open => {
                last.push('\n');
                last.push_str(line);
            }
            _ => {
                paragraphs.push(line.into());
                is_open = true;
            }
        }
    }
}
