//! From a document to an [`Event`], and a list of what is wrong with it.
//!
//! Reading never fails as a whole: what is good is kept, what is not is left out and named.

use crate::event::Event;
use crate::node::Node;
use crate::problem::{Problem, ProblemKind};
use crate::time::parse::{self, NotATime};
use crate::time::{EventTime, TimeZoneId};
use crate::url::Url;

mod entry;
mod event;
mod graph;
mod offer;
mod person;
mod place;
mod word;

use graph::Graph;

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a document of JSON: the shorthands of Handbill, or schema.org JSON-LD.
#[cfg(feature = "json")]
pub fn read(text: &str) -> (Option<Event>, Vec<Problem>) {
    if text.len() > MAX_BYTES {
        return (None, vec![Problem::whole(ProblemKind::TooLarge)]);
    }
    // Some editors begin a file with a byte order mark, which browsers pass over before they parse it.
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return (None, vec![Problem::whole(ProblemKind::NoEvent)]);
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
    let graph = Graph::new(document);
    let (main, is_one_of_several) = graph.main();
    let mut reading = Reading {
        graph,
        path: Vec::new(),
        problems: Vec::new(),
    };
    if is_one_of_several {
        reading.report(ProblemKind::SeveralEvents);
    }
    let event = main.map(|node| event::event(&mut reading, node));
    if event.is_none() {
        reading.report(ProblemKind::NoEvent);
    }
    (event, reading.problems)
}

/// One step on the way from the top of an event to a value in it.
enum Step {
    Key(&'static str),
    Index(usize),
}

/// What the readers of all parts share: the document's objects, where they are, and what they found wrong.
struct Reading<'a> {
    graph: Graph<'a>,
    path: Vec<Step>,
    problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    /// Reports a problem with the value that is being read.
    fn report(&mut self, kind: ProblemKind) {
        let path = self.path();
        self.problems.push(Problem { path, kind });
    }

    fn report_at(&mut self, key: &'static str, kind: ProblemKind) {
        let path = self.path_to(key);
        self.problems.push(Problem { path, kind });
    }

    /// The way to the value that is being read, such as `subEvent[2].startDate`.
    fn path(&self) -> String {
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
        path
    }

    /// The way to what stands under `key` of the value that is being read.
    fn path_to(&mut self, key: &'static str) -> String {
        self.path.push(Step::Key(key));
        let path = self.path();
        self.path.pop();
        path
    }

    /// Which item of a list is being read.
    fn index(&self) -> Option<usize> {
        match self.path.last() {
            Some(Step::Index(index)) => Some(*index),
            _ => None,
        }
    }

    /// The member `key`; where it only refers to another object of the document by `@id`, that object.
    fn get(&self, map: &'a Node, key: &str) -> Option<&'a Node> {
        map.get(key).map(|node| self.graph.referred(node))
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

    /// Reports a property that has to be there and is not, or is empty.
    fn need(&mut self, map: &'a Node, key: &'static str) {
        let text = self.get(map, key).map(plain_text);
        if text.is_none_or(|text| text.is_some_and(|text| text.is_empty())) {
            self.report_at(key, ProblemKind::Missing);
        }
    }

    /// The first of several properties that has a text.
    fn first_text(&mut self, map: &'a Node, keys: &[&'static str]) -> Option<String> {
        keys.iter().find_map(|key| self.text(map, key))
    }

    /// What an object is called by machines. It is nothing that people see, so no form of it is a problem.
    fn id(&self, map: &'a Node) -> Option<String> {
        ["@id", "identifier", "id"]
            .iter()
            .find_map(|key| plain_text(map.get(key)?).filter(|id| !id.is_empty()))
    }

    /// A text in paragraphs: the items of a list of texts, or what blank lines separate.
    fn paragraphs(&mut self, map: &'a Node, key: &'static str) -> Vec<String> {
        let mut paragraphs = Vec::new();
        match self.get(map, key) {
            Some(Node::List(items)) if items.iter().all(|item| matches!(item, Node::Text(_))) => {
                for text in items.iter().filter_map(plain_text) {
                    split(&text, &mut paragraphs);
                }
            }
            _ => {
                if let Some(text) = self.text(map, key) {
                    split(&text, &mut paragraphs);
                }
            }
        }
        paragraphs
    }

    fn time(&mut self, map: &'a Node, key: &'static str) -> Option<EventTime> {
        let text = self.text(map, key)?;
        let mut time = parse::event_time(&text);
        if time == Err(NotATime::Zone) {
            // The time before the brackets is still good.
            let before = text.split('[').next().unwrap_or_default();
            self.report_at(key, ProblemKind::NotATime(text.clone(), NotATime::Zone));
            time = parse::event_time(before);
        }
        match time {
            Ok(time) => {
                if let EventTime::Zoned { zone, .. } | EventTime::InstantIn { zone, .. } = &time {
                    self.question(key, zone);
                }
                Some(time)
            }
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
            Some(zone) => self.question(key, zone),
            None => self.report_at(key, ProblemKind::UnknownZone(text)),
        }
        zone
    }

    fn question(&mut self, key: &'static str, zone: &TimeZoneId) {
        if zone.is_abbreviation() {
            self.report_at(key, ProblemKind::AbbreviatedZone(zone.to_string()));
        }
    }

    /// An address, as text or as the address of an object; the first where there are several.
    fn url(&mut self, map: &'a Node, key: &'static str) -> Option<Url> {
        self.each(map, key, Self::address).into_iter().next()
    }

    /// The address that a value is, or that it has.
    fn address(&mut self, node: &'a Node) -> Option<Url> {
        if !matches!(node, Node::Map(_)) {
            return self.safe_url(node);
        }
        let key = ["url", "contentUrl", "@id"]
            .into_iter()
            .find(|key| node.get(key).is_some());
        let Some(key) = key else {
            self.report_at("url", ProblemKind::Missing);
            return None;
        };
        self.path.push(Step::Key(key));
        let url = self.safe_url(node.get(key)?);
        self.path.pop();
        url
    }

    fn safe_url(&mut self, node: &Node) -> Option<Url> {
        let Some(text) = url_text(node) else {
            self.report(ProblemKind::NotText);
            return None;
        };
        let url = Url::new(text);
        if url.is_none() && !text.trim().is_empty() {
            self.report(ProblemKind::UnsafeUrl(text.trim().into()));
        }
        url
    }

    /// A whole number, such as a width in pixels, or the `value` of a schema.org `QuantitativeValue`.
    /// Anything else is passed over.
    fn whole(&self, map: &'a Node, key: &str) -> Option<u32> {
        let node = self.get(map, key)?;
        match node.get("value").unwrap_or(node) {
            Node::Number(text) | Node::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Everything under `key`, one value or many, read by `read`.
    fn each<T, Found: IntoIterator<Item = T>>(
        &mut self,
        map: &'a Node,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'a Node) -> Found,
    ) -> Vec<T> {
        let mut found = Vec::new();
        self.visit(map, key, &mut |reading, item| {
            found.extend(read(reading, item));
        });
        found
    }

    fn visit(
        &mut self,
        map: &'a Node,
        key: &'static str,
        visit: &mut dyn FnMut(&mut Self, &'a Node),
    ) {
        let Some(node) = self.get(map, key) else {
            return;
        };
        self.path.push(Step::Key(key));
        for (index, item) in node.items().iter().enumerate() {
            let is_list = matches!(node, Node::List(_));
            if is_list {
                self.path.push(Step::Index(index));
            }
            match self.graph.referred(item) {
                Node::Null => {}
                Node::Text(text) if text.trim().is_empty() => {}
                Node::Bool(_) | Node::List(_) => self.report(ProblemKind::NotText),
                item => visit(self, item),
            }
            if is_list {
                self.path.pop();
            }
        }
        self.path.pop();
    }
}

/// The text of a value: a string, a number, a JSON-LD `@value`, the name of an object, or the first of several.
fn plain_text(node: &Node) -> Option<String> {
    match node {
        Node::Map(_) => ["@value", "name"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(plain_text),
        Node::List(items) => items.first().and_then(plain_text),
        one => bare_text(one),
    }
}

/// The text of a value that is nothing but a text; a number, such as that of a room, is one as well.
fn bare_text(node: &Node) -> Option<String> {
    match node {
        Node::Text(text) | Node::Number(text) => Some(text.trim().into()),
        _ => None,
    }
}

/// The text of an address: a string, the first of several, or the `@id` by which JSON-LD refers to a page.
fn url_text(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        Node::Map(_) => ["@id", "@value"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(url_text),
        Node::List(items) => items.first().and_then(url_text),
        _ => None,
    }
}

/// Splits a text at its blank lines.
fn split(text: &str, paragraphs: &mut Vec<String>) {
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
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
