//! The objects of a document, and how JSON-LD refers from one to another.

use super::word;
use crate::node::Node;

/// The objects of a document.
pub struct Graph<'a> {
    /// Those at its top: one, the items of an array, or those of a JSON-LD `@graph`.
    tops: Vec<&'a Node<'a>>,
    /// Those anywhere in it that have an `@id` and something to say, by their `@id`.
    named: Vec<(&'a str, &'a Node<'a>)>,
}

impl<'a> Graph<'a> {
    pub fn new(document: &'a Node<'a>) -> Self {
        let mut graph = Self {
            tops: Vec::new(),
            named: Vec::new(),
        };
        for top in document.items() {
            let inside = top.get("@graph").unwrap_or(top);
            graph.tops.extend(inside.items());
        }
        name_all(document, &mut graph.named);
        // Stable: of two objects with one name, the first is meant.
        sort(&mut graph.named);
        graph
    }

    /// The event that the document is about, and whether there are others beside it.
    ///
    /// Events that are part of another do not count, although JSON-LD may have them side by side.
    pub fn main(&self) -> (Option<&'a Node<'a>>, bool) {
        let events = || {
            self.tops
                .iter()
                .copied()
                .filter(|node| word::is_event(node))
        };
        let mut parts: Vec<(&str, &Node)> = events()
            .filter_map(|event| event.get("subEvent"))
            .flat_map(Node::items)
            .filter_map(|part| Some((id_of(part)?, part)))
            .collect();
        sort(&mut parts);
        let is_part = |event: &Node| {
            event.get("superEvent").is_some()
                || id_of(event).is_some_and(|id| find(&parts, id).is_some())
        };
        let mut mains = events().filter(|event| !is_part(event));
        if let Some(main) = mains.next() {
            return (Some(main), mains.next().is_some());
        }
        // A type nobody knows is no reason to show nothing, where there is a time.
        let has_start = |node: &&&Node| node.get("startDate").is_some();
        let some = events().next();
        (some.or(self.tops.iter().find(has_start).copied()), false)
    }

    /// The events that name `event` as the one they are part of, and where they stand.
    pub fn parts_of(&self, event: &Node) -> Vec<(usize, &'a Node<'a>)> {
        let Some(id) = id_of(event) else {
            return Vec::new();
        };
        let is_part = |node: &Node| {
            word::is_event(node) && node.get("superEvent").and_then(id_of) == Some(id)
        };
        let all = self.tops.iter().copied().enumerate();
        all.filter(|(_, node)| is_part(node)).collect()
    }

    /// The object that a value refers to by nothing but an `@id`; else the value itself.
    pub fn referred(&self, node: &'a Node<'a>) -> &'a Node<'a> {
        match (node, id_of(node)) {
            (Node::Map(members), Some(id)) if members.count() == 1 => {
                find(&self.named, id).unwrap_or(node)
            }
            _ => node,
        }
    }
}

fn name_all<'a>(node: &'a Node<'a>, named: &mut Vec<(&'a str, &'a Node<'a>)>) {
    match node {
        Node::Map(members) => {
            if let Some(id) = id_of(node).filter(|_| members.count() > 1) {
                named.push((id, node));
            }
            members.iter().for_each(|(_, node)| name_all(node, named));
        }
        Node::List(items) => items.iter().for_each(|node| name_all(node, named)),
        _ => {}
    }
}

fn id_of<'a>(node: &'a Node<'a>) -> Option<&'a str> {
    match node.get("@id") {
        Some(Node::Text(id)) => Some(id),
        _ => None,
    }
}

/// By name; of those of one name, the first stays the first.
fn sort(named: &mut [(&str, &Node)]) {
    named.sort_by_key(|(id, _)| *id);
}

/// The first of those called `id`.
fn find<'a>(named: &[(&str, &'a Node<'a>)], id: &str) -> Option<&'a Node<'a>> {
    let first = named.partition_point(|(other, _)| *other < id);
    named
        .get(first)
        .filter(|(other, _)| *other == id)
        .map(|(_, node)| *node)
}
