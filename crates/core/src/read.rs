//! From a document to an [`Event`], and a list of what is wrong with it.
//!
//! Reading never fails as a whole: what is good is kept, what is not is left out and named.

use crate::event::{Entry, Event};
use crate::node::Node;
use crate::number::decimal;
use crate::parts::trimmed;
use crate::problem::{Problem, ProblemKind};

mod by_entry;
pub(crate) mod entry;
pub(crate) mod event;
mod graph;
mod not_json;
mod offer;
pub(crate) mod person;
mod place;
pub(crate) mod translate;
pub(crate) mod value;
mod word;

pub(crate) use by_entry::by_entry;
use graph::Graph;

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a document of JSON: the shorthands of Handbill, or schema.org JSON-LD.
///
/// `language` is the BCP 47 tag of the language to read it in, where the document has translations; an empty one stands
/// for the document's own words. What is wrong with the text as a whole, and leaves no event, is a problem with an empty
/// path.
pub fn read(text: &str, language: &str) -> (Option<Event>, Vec<Problem>) {
    let mut read = Read::default();
    let parsed = by_entry(text, language, &mut read.1, &mut |reading, node| {
        entry::add(&mut read.0, reading, node)
    });
    let (document, is_read) = match parsed {
        Ok(parsed) => parsed,
        Err(kind) => return (None, vec![Problem::whole(kind)]),
    };
    let (mut reading, main, is_one_of_several) = Reading::of(&document);
    reading.entries = is_read.then_some(read);
    if is_one_of_several {
        reading.report(ProblemKind::SeveralEvents);
    }
    let Some(own) = main else {
        reading.report(ProblemKind::NoEvent);
        return (None, reading.problems);
    };
    let translated = translate::translated_to(own, language);
    let node = translated.as_ref().unwrap_or(own);
    let translations = translate::translations(own, language);
    let event = event::event(&mut reading, node, translations);
    (Some(event), reading.problems)
}

/// One step on the way from the top of an event to a value in it.
enum Step {
    Key(&'static str),
    Index(usize),
}

/// What the readers of all parts share: the document's objects, where they are, and what they found wrong.
pub(crate) struct Reading<'a> {
    graph: Graph<'a>,
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// The entries, if they have been read before the rest.
    entries: Option<Read>,
}

/// Entries, and what is wrong with them.
type Read = (Vec<Entry>, Vec<Problem>);

impl<'a> Reading<'a> {
    /// The beginning of a reading: its main event, and whether there are others beside it.
    pub(crate) fn of(document: &'a Node<'a>) -> (Self, Option<&'a Node<'a>>, bool) {
        let graph = Graph::new(document);
        let (main, is_one_of_several) = graph.main();
        let reading = Self {
            graph,
            path: Vec::new(),
            problems: Vec::new(),
            entries: None,
        };
        (reading, main, is_one_of_several)
    }

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
                    path.push_str(&decimal(*index as u32));
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
    pub(crate) fn get(&self, map: &'a Node<'a>, key: &str) -> Option<&'a Node<'a>> {
        map.get(key).map(|node| self.graph.referred(node))
    }

    /// How many values there are under `key`: a list of exactly so many need not grow, and has no more room than it needs.
    pub(crate) fn count(&self, map: &'a Node<'a>, key: &str) -> usize {
        self.get(map, key).map_or(0, |node| node.items().len())
    }

    /// Everything under `key`, one value or many, read by `read`.
    pub(crate) fn each<T>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'a Node<'a>) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        self.visit(map, key, &mut |reading, item| {
            if let Some(read) = read(reading, item) {
                found.push(read);
            }
        });
        found
    }

    /// The first of what stands under `key` that can be read by `read`. The others are read, too: they may have problems.
    pub(crate) fn first<T>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'a Node<'a>) -> Option<T>,
    ) -> Option<T> {
        let mut first = None;
        self.visit(map, key, &mut |reading, item| {
            let read = read(reading, item);
            if first.is_none() {
                first = read;
            }
        });
        first
    }

    /// Visits everything under `key`, one value or many.
    pub(crate) fn visit(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        visit: &mut dyn FnMut(&mut Self, &'a Node<'a>),
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
            self.item(item, visit);
            if is_list {
                self.path.pop();
            }
        }
        self.path.pop();
    }

    /// Visits one value, if it can be one.
    fn item(&mut self, item: &'a Node<'a>, visit: &mut dyn FnMut(&mut Self, &'a Node<'a>)) {
        match self.graph.referred(item) {
            Node::Null => {}
            Node::Text(text) if trimmed(text).is_empty() => {}
            Node::Bool(_) | Node::List(_) => self.report(ProblemKind::NotText),
            item => visit(self, item),
        }
    }
}
