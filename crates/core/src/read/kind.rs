//! What an object of JSON-LD is: its type in schema.org's vocabulary.

use crate::node::Node;
use crate::parts::behind;

/// The subtypes of schema.org `Event` whose names do not end in "Event".
const OTHER_EVENT_TYPES: [&str; 4] = ["Festival", "Hackathon", "CourseInstance", "EventSeries"];

/// Whether an object is an event: by its type, or, without a type, by what it has.
pub fn is_event(node: &Node) -> bool {
    match types(node) {
        Some(types) => types.iter().any(|kind| {
            let Node::Text(kind) = kind else { return false };
            let kind = bare(kind.as_ref());
            kind.ends_with("Event") || OTHER_EVENT_TYPES.contains(&kind)
        }),
        // With the names that authors write for these, too: the reader will say what they should be.
        None => ["name", "startDate", "subEvent", "title", "start"]
            .iter()
            .any(|key| node.get(key).is_some()),
    }
}

/// Whether an object has this schema.org type, or one whose name ends with it.
pub fn is_a(node: &Node, name: &str) -> bool {
    types(node).is_some_and(|types| {
        types
            .iter()
            .any(|kind| matches!(kind, Node::Text(kind) if bare(kind.as_ref()).ends_with(name)))
    })
}

/// `@type`, which schema.org lets one write as `type`.
fn types<'a>(node: &'a Node<'a>) -> Option<&'a [Node<'a>]> {
    let types = node.get("@type").or_else(|| node.get("type"))?;
    Some(types.items())
}

/// A word without the vocabulary before it: `https://schema.org/InStock` and `schema:InStock` are `InStock`.
pub fn bare(word: &str) -> &str {
    behind(word, b"/#:")
}
