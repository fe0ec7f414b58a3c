//! The objects of a JSON-LD document, and the references between them.

use crate::node::{Members, Node};
use crate::read::types;

/// The objects of a document.
#[derive(Default)]
pub struct Graph<'a> {
    /// The top objects: one, the items of an array, or those of a `@graph`.
    tops: Vec<&'a Node<'a>>,
    /// All objects with an `@id` and other members; empty where nothing refers to them.
    ids: Ids<'a>,
}

/// Objects by `@id`.
#[derive(Default)]
pub struct Ids<'a> {
    nodes: Vec<&'a Node<'a>>,
    /// Each `@id` with the position of its object, sorted. Of duplicates, the first comes first.
    names: Vec<(&'a str, usize)>,
}

impl<'a> Graph<'a> {
    pub fn new(document: &'a Node<'a>) -> Self {
        let mut graph = Self {
            tops: Vec::new(),
            ids: Ids::default(),
        };
        for top in document.items() {
            let inside = top.get("@graph").unwrap_or(top);
            graph.tops.extend(inside.items());
        }
        match collect_ids(document, &mut graph.ids) {
            true => graph.ids.names.sort_unstable(),
            false => graph.ids = Ids::default(),
        }
        graph
    }

    /// The main event of the document, and whether there are others beside it.
    ///
    /// Entries do not count, although JSON-LD may have them beside their event.
    pub fn main(&self) -> (Option<&'a Node<'a>>, bool) {
        let mut events = Vec::new();
        let mut parts: Vec<(&str, usize)> = Vec::new();
        for node in &self.tops {
            if types::is_event(node) {
                events.push(*node);
                let entries = node.get("subEvent").map_or(&[][..], Node::items);
                parts.extend(entries.iter().filter_map(|part| Some((id_of(part)?, 0))));
            }
        }
        // A single event is no entry.
        if events.len() < 2 {
            parts.clear();
        }
        parts.sort_unstable();
        let is_part = |event: &Node| {
            event.get("superEvent").is_some()
                || id_of(event).is_some_and(|id| find(&parts, id).is_some())
        };
        let (mut main, mut has_others) = (None, false);
        for event in &events {
            if !is_part(event) {
                has_others = main.is_some();
                main = main.or(Some(*event));
            }
        }
        // An object of an unknown type still is an event where it has a start.
        let has_start = |node: &&&Node| node.get("startDate").is_some();
        let some = main.or(events.first().copied());
        let some = some.or(self.tops.iter().find(has_start).copied());
        if some.is_some() {
            return (some, has_others);
        }
        let nested = self.nested();
        (nested.first().map(|(_, event)| *event), nested.len() > 1)
    }

    /// The object around an event that is not one of the top objects.
    pub fn parent(&self, event: &Node) -> Option<&'a Node<'a>> {
        if self.tops.iter().any(|top| std::ptr::eq(*top, event)) {
            return None;
        }
        self.nested().first().map(|(parent, _)| *parent)
    }

    /// The events in any property of the top objects, such as `mainEntity` of a page, with the objects around them. Items of
    /// an `ItemList` may be in a `ListItem`.
    fn nested(&self) -> Vec<(&'a Node<'a>, &'a Node<'a>)> {
        let mut found = Vec::new();
        for top in &self.tops {
            for value in top.values() {
                for node in value.items() {
                    let node = self.resolved(node);
                    let node = node.get("item").map_or(node, |item| self.resolved(item));
                    if types::has_event_type(node) {
                        found.push((*top, node));
                    }
                }
            }
        }
        found
    }

    /// The property with the first event that is too deep to be found.
    pub fn buried(&self) -> Option<&'a str> {
        self.tops.iter().find_map(|top| buried(top, ""))
    }

    /// The events that name `event` as `superEvent`, with their positions.
    pub fn parts_of(&self, event: &Node) -> Vec<(usize, &'a Node<'a>)> {
        let Some(id) = id_of(event) else {
            return Vec::new();
        };
        let is_part = |node: &Node| {
            types::is_event(node) && node.get("superEvent").and_then(id_of) == Some(id)
        };
        let mut parts = Vec::new();
        for (place, node) in self.tops.iter().enumerate() {
            if is_part(node) {
                parts.push((place, *node));
            }
        }
        parts
    }

    /// Resolves a reference, which is an object with nothing but an `@id`. Any other value is returned as it is.
    pub fn resolved(&self, node: &'a Node<'a>) -> &'a Node<'a> {
        match (node, id_of(node)) {
            (Node::Object(members), Some(id)) if members.count() == 1 => {
                find(&self.ids.names, id).map_or(node, |at| self.ids.nodes[at])
            }
            _ => node,
        }
    }
}

/// Collects all objects with an `@id` and other members; returns whether there is any reference.
pub fn collect_ids<'a>(node: &'a Node<'a>, ids: &mut Ids<'a>) -> bool {
    let mut refers = false;
    if let (Node::Object(members), Some(id)) = (node, id_of(node)) {
        refers = members.count() == 1;
        if !refers {
            ids.names.push((id, ids.nodes.len()));
            ids.nodes.push(node);
        }
    }
    for node in node.values() {
        refers |= collect_ids(node, ids);
    }
    refers
}

/// An event with what it takes over from the object around it: a course date the name of its course, an event at a place the
/// place. `None` where it has all of its own.
pub fn adopted<'a>(event: &Node<'a>, parent: &Node<'a>) -> Option<Node<'a>> {
    let Node::Object(members) = event else {
        return None;
    };
    let mut all = members.all().to_vec();
    let mut take = |key: &'static str, value: &Node<'a>| {
        if event.get(key).is_none() {
            all.extend([Node::String(key.into()), value.clone()]);
        }
    };
    for key in ["name", "description"] {
        if let (Some(value), true) = (parent.get(key), types::is_a(parent, "Course")) {
            take(key, value);
        }
    }
    if types::is_a(parent, "Place") || types::is_a(parent, "Venue") {
        take("location", parent);
    }
    (all.len() > members.all().len()).then(|| Node::Object(Members::of(all)))
}

/// The property with the first event in a value, which is itself in `property`.
fn buried<'a>(node: &'a Node<'a>, property: &'a str) -> Option<&'a str> {
    if types::has_event_type(node) {
        return Some(property);
    }
    match node {
        Node::Object(members) => members.iter().find_map(|(key, node)| buried(node, key)),
        node => {
            let mut items = node.values().iter();
            items.find_map(|item| buried(item, property))
        }
    }
}

fn id_of<'a>(node: &'a Node<'a>) -> Option<&'a str> {
    match node.get("@id") {
        Some(Node::String(id)) => Some(id),
        _ => None,
    }
}

/// The position of the first object with an `@id`.
fn find(names: &[(&str, usize)], id: &str) -> Option<usize> {
    let first = names.partition_point(|(other, _)| *other < id);
    let (name, at) = names.get(first)?;
    (*name == id).then_some(*at)
}
