//! From a document to an [`Event`], and a list of what is wrong with it.
//!
//! Reading never fails as a whole: what is good is kept, what is not is left out and named.

use crate::event::Event;
use crate::node::Node;
use crate::problem::{Problem, ProblemKind};
use crate::time::{EventTime, TimeZoneId, parse};
use crate::url::Url;

mod entry;
mod event;
mod offer;
mod person;
mod place;
mod word;

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a document of JSON: the shorthands of Handbill, or schema.org JSON-LD.
#[cfg(feature = "json")]
pub fn read(text: &str) -> (Option<Event>, Vec<Problem>) {
    if text.len() > MAX_BYTES {
        return (None, vec![Problem::whole(ProblemKind::TooLarge)]);
    }
    match serde_json::from_str::<Node>(text) {
        Ok(document) => read_node(&document),
        // Nothing but the depth makes a document fail that is JSON.
        Err(error) if error.is_data() || error.to_string().starts_with("recursion limit") => {
            (None, vec![Problem::whole(ProblemKind::TooDeep)])
        }
        Err(error) => (
            None,
            vec![Problem::whole(ProblemKind::NotJson(error.to_string()))],
        ),
    }
}

/// Reads a document that has already been parsed.
pub fn read_node(document: &Node) -> (Option<Event>, Vec<Problem>) {
    let graph = graph_of(document);
    let mut reading = Reading {
        graph,
        path: Vec::new(),
        problems: Vec::new(),
    };
    let mut events = graph.iter().filter(|node| word::is_event(node));
    let Some(node) = events.next() else {
        return (None, vec![Problem::whole(ProblemKind::NoEvent)]);
    };
    if events.next().is_some() {
        reading.report(ProblemKind::SeveralEvents);
    }
    let event = event::event(&mut reading, node);
    (Some(event), reading.problems)
}

/// The objects at the top of a document: one, the items of an array, or those of a JSON-LD `@graph`.
fn graph_of(document: &Node) -> &[Node] {
    let top = document.items();
    match top {
        [only] => only.get("@graph").map_or(top, Node::items),
        _ => top,
    }
}

/// One step on the way from the top of a document to a value in it.
enum Step {
    Key(&'static str),
    Index(usize),
}

/// What the readers of all parts share: the document's objects, where they are, and what they found wrong.
struct Reading<'a> {
    graph: &'a [Node],
    path: Vec<Step>,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    /// Reports a problem with the value that is being read.
    fn report(&mut self, kind: ProblemKind) {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
                Step::Index(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        self.problems.push(Problem { path, kind });
    }

    fn report_at(&mut self, key: &'static str, kind: ProblemKind) {
        self.path.push(Step::Key(key));
        self.report(kind);
        self.path.pop();
    }

    /// The member `key`; where it only refers to another object of the document by `@id`, that object.
    fn get(&self, map: &'a Node, key: &str) -> Option<&'a Node> {
        map.get(key).map(|node| self.referred(node))
    }

    fn referred(&self, node: &'a Node) -> &'a Node {
        let Node::Map(members) = node else {
            return node;
        };
        let [(key, Node::Text(id))] = members.as_slice() else {
            return node;
        };
        let is_it = |candidate: &&Node| matches!(candidate.get("@id"), Some(Node::Text(other)) if other == id);
        match &**key {
            "@id" => self.graph.iter().find(is_it).unwrap_or(node),
            _ => node,
        }
    }

    /// A text, without the blanks around it; nothing where there is none or it is empty.
    fn text(&mut self, map: &'a Node, key: &'static str) -> Option<String> {
        let node = self.get(map, key)?;
        let text = plain_text(node);
        if text.is_none() {
            self.report_at(key, ProblemKind::NotText);
        }
        text.filter(|text| !text.is_empty())
    }

    /// The first of several properties that has a text.
    fn first_text(&mut self, map: &'a Node, keys: &[&'static str]) -> Option<String> {
        keys.iter().find_map(|key| self.text(map, key))
    }

    /// A text in paragraphs, which blank lines separate.
    fn paragraphs(&mut self, map: &'a Node, key: &'static str) -> Vec<String> {
        let Some(text) = self.text(map, key) else {
            return Vec::new();
        };
        let mut paragraphs = vec![String::new()];
        for line in text.lines().map(str::trim) {
            match paragraphs.last_mut() {
                Some(last) if line.is_empty() && !last.is_empty() => paragraphs.push(String::new()),
                Some(last) => {
                    if !last.is_empty() {
                        last.push('\n');
                    }
                    last.push_str(line);
                }
                None => {}
            }
        }
        paragraphs
    }

    fn time(&mut self, map: &'a Node, key: &'static str) -> Option<EventTime> {
        let text = self.text(map, key)?;
        match parse::event_time(&text) {
            Ok(time) => Some(time),
            Err(fault) => {
                self.report_at(key, ProblemKind::NotATime(text, fault));
                None
            }
        }
    }

    fn zone(&mut self, map: &'a Node, key: &'static str) -> Option<TimeZoneId> {
        let text = self.text(map, key)?;
        let zone = TimeZoneId::new(&text);
        match &zone {
            None => self.report_at(key, ProblemKind::UnknownZone(text)),
            Some(zone) if zone.is_abbreviation() => {
                self.report_at(key, ProblemKind::AbbreviatedZone(text))
            }
            Some(_) => {}
        }
        zone
    }

    /// An address, as text or as the `url` of an object.
    fn url(&mut self, map: &'a Node, key: &'static str) -> Option<Url> {
        let node = self.get(map, key)?;
        let text = match node.items().first().map(|item| self.referred(item)) {
            Some(object @ Node::Map(_)) => ["url", "contentUrl", "@id"]
                .iter()
                .find_map(|key| object.get(key))
                .and_then(plain_text),
            Some(item) => plain_text(item),
            None => return None,
        };
        self.path.push(Step::Key(key));
        let url = self.safe_url(text);
        self.path.pop();
        url
    }

    /// An address that is the value itself.
    fn own_url(&mut self, node: &Node) -> Option<Url> {
        self.safe_url(plain_text(node))
    }

    fn safe_url(&mut self, text: Option<String>) -> Option<Url> {
        let Some(text) = text else {
            self.report(ProblemKind::NotText);
            return None;
        };
        let url = Url::new(&text);
        if url.is_none() && !text.is_empty() {
            self.report(ProblemKind::UnsafeUrl(text));
        }
        url
    }

    /// A whole number, such as a width in pixels; anything else is passed over.
    fn whole(&self, map: &'a Node, key: &str) -> Option<u32> {
        match self.get(map, key)? {
            Node::Number(text) | Node::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Everything under `key`, one value or many, read by `read`.
    fn each<T>(
        &mut self,
        map: &'a Node,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'a Node) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.get(map, key) else {
            return Vec::new();
        };
        self.path.push(Step::Key(key));
        let mut found = Vec::new();
        for (index, item) in node.items().iter().enumerate() {
            let is_list = matches!(node, Node::List(_));
            if is_list {
                self.path.push(Step::Index(index));
            }
            let item = self.referred(item);
            if *item != Node::Null {
                found.extend(read(self, item));
            }
            if is_list {
                self.path.pop();
            }
        }
        self.path.pop();
        found
    }
}

/// The text of a value: a string, a number, a JSON-LD `@value`, the name of an object, or the first of several.
fn plain_text(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.trim().into()),
        Node::Number(number) => Some(number.as_ref().into()),
        Node::Map(_) => ["@value", "name"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(plain_text),
        Node::List(items) => items.first().and_then(plain_text),
        Node::Null | Node::Bool(_) => None,
    }
}
