//! The cursor: the path to the current value, and the problems so far.

use crate::node::Node;
use crate::number::decimal;
use crate::problem::{Problem, ProblemKind};
use crate::read::graph::Graph;
use crate::read::plain_text::Html;
use crate::strings::trim;

/// One step of a path.
pub enum Step {
    /// A member of an object.
    Key(&'static str),
    /// An item of an array.
    Index(usize),
}

/// The shared state of the readers of all properties.
pub struct Cursor<'a> {
    /// The objects of the document, for references by `@id`.
    pub graph: Graph<'a>,
    /// What turns HTML in texts into plain text.
    pub html: Html,
    /// The path to the current value.
    pub path: Vec<Step>,
    /// The problems so far.
    pub problems: Vec<Problem>,
}

impl<'a> Cursor<'a> {
    /// A cursor at the top of a document, its main event, and whether there are other events beside it.
    pub fn new(document: &'a Node<'a>, html: Html) -> (Self, Option<&'a Node<'a>>, bool) {
        let graph = Graph::new(document);
        let (main, is_one_of_several) = graph.main();
        let cursor = Self {
            graph,
            html,
            path: Vec::new(),
            problems: Vec::new(),
        };
        (cursor, main, is_one_of_several)
    }

    /// A cursor at an entry, for a document without references.
    pub fn at_entry(index: usize, html: Html) -> Self {
        // Room for the longest path in an entry: to the name of a person in a `Role`.
        let mut path = Vec::with_capacity(8);
        path.push(Step::Key("subEvent"));
        path.push(Step::Index(index));
        Self {
            graph: Graph::default(),
            html,
            path,
            problems: Vec::new(),
        }
    }

    /// Reports a problem with the current value.
    pub fn report(&mut self, kind: ProblemKind) {
        let path = self.path();
        self.problems.push(Problem { path, kind });
    }

    /// Reports a problem with the member `key` of the current value.
    pub fn report_at(&mut self, key: &'static str, kind: ProblemKind) {
        let path = self.path_to(key);
        self.problems.push(Problem { path, kind });
    }

    /// The path to the current value, such as `subEvent[2].startDate`.
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

    /// The path to the member `key` of the current value.
    pub fn path_to(&mut self, key: &'static str) -> String {
        self.path.push(Step::Key(key));
        let path = self.path();
        self.path.pop();
        path
    }

    /// The index of the current value in its array.
    pub fn index(&self) -> Option<usize> {
        match self.path.last() {
            Some(Step::Index(index)) => Some(*index),
            _ => None,
        }
    }

    /// The member `key`, with a reference by `@id` resolved.
    pub fn get(&self, map: &'a Node<'a>, key: &str) -> Option<&'a Node<'a>> {
        map.get(key).map(|node| self.graph.resolved(node))
    }

    /// The number of values under `key`, to allocate a `Vec` of exactly that capacity.
    pub fn count(&self, map: &'a Node<'a>, key: &str) -> usize {
        self.get(map, key).map_or(0, |node| node.items().len())
    }

    /// Reads every value under `key`, one or many.
    pub fn each<T>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'a Node<'a>) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        self.visit(map, key, &mut |cursor, item| {
            if let Some(read) = read(cursor, item) {
                found.push(read);
            }
        });
        found
    }

    /// Reads every value under `key`, and returns the first valid one. The others are read for their problems.
    pub fn first<T>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        read: impl FnMut(&mut Self, &'a Node<'a>) -> Option<T>,
    ) -> Option<T> {
        self.each(map, key, read).into_iter().next()
    }

    /// The only valid value under `key`; where there are several, the first, and a problem.
    pub fn only<T>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        read: impl FnMut(&mut Self, &'a Node<'a>) -> Option<T>,
    ) -> Option<T> {
        let all = self.each(map, key, read);
        if all.len() > 1 {
            self.report_at(key, ProblemKind::OneOfSeveral);
        }
        all.into_iter().next()
    }

    /// Visits every value under `key`, one or many.
    pub fn visit(
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
            let is_list = matches!(node, Node::Array(_));
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

    /// Visits one value, unless it is empty or of a wrong type.
    pub fn item(&mut self, item: &'a Node<'a>, visit: &mut dyn FnMut(&mut Self, &'a Node<'a>)) {
        match self.graph.resolved(item) {
            Node::Null => {}
            Node::String(text) if trim(text).is_empty() => {}
            Node::Bool(_) | Node::Array(_) => self.report(ProblemKind::NotText),
            item => visit(self, item),
        }
    }
}
