//! The schema.org types of an object.

use crate::node::Node;
use crate::strings::after_last;

/// The subtypes of schema.org `Event` whose names do not end in "Event".
const OTHER_EVENT_TYPES: [&str; 4] = ["Festival", "Hackathon", "CourseInstance", "EventSeries"];

/// Whether an object is an event: by its type or, without one, by its properties.
pub fn is_event(node: &Node) -> bool {
    // With misspelt names, which the reader reports.
    let keys = ["name", "startDate", "subEvent", "title", "start"];
    match types(node) {
        Some(_) => has_event_type(node),
        None => keys.iter().any(|key| node.get(key).is_some()),
    }
}

/// Whether an object has the type of an event.
pub fn has_event_type(node: &Node) -> bool {
    let is_event = |kind: &Node| {
        let Node::String(kind) = kind else {
            return false;
        };
        let kind = bare(kind.as_ref());
        kind.ends_with("Event") || OTHER_EVENT_TYPES.contains(&kind)
    };
    types(node).is_some_and(|types| types.iter().any(is_event))
}

/// Whether an object has this type, or one whose name ends with it.
pub fn is_a(node: &Node, name: &str) -> bool {
    types(node).is_some_and(|types| {
        types
            .iter()
            .any(|kind| matches!(kind, Node::String(kind) if bare(kind.as_ref()).ends_with(name)))
    })
}

/// The types: `@type`, or `type`.
fn types<'a>(node: &'a Node<'a>) -> Option<&'a [Node<'a>]> {
    let types = node.get("@type").or_else(|| node.get("type"))?;
    Some(types.items())
}

/// A term without its vocabulary: `https://schema.org/InStock` and `schema:InStock` are `InStock`.
pub fn bare(word: &str) -> &str {
    after_last(word, b"/#:")
}
