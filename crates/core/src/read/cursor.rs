//! Where a reader is in a document: the way to it, and the problems found so far.

use crate::node::Node;
use crate::number::decimal;
use crate::parts::trimmed;
use crate::problem::{Problem, ProblemKind};
use crate::read::graph::Graph;

/// One step on the way from the top of an event to a value in it.
pub enum Step {
    /// To the member of an object.
    Key(&'static str),
    /// To the item of a list.
    Index(usize),
}

/// What the readers of all parts share: the document's objects, where they are, and what they found wrong.
pub struct Cursor<'a> {
    /// What references lead to.
    pub graph: Graph<'a>,
    /// The way to the value that is being read.
    pub path: Vec<Step>,
    /// What is wrong with what has been read.
    pub problems: Vec<Problem>,
}

impl<'a> Cursor<'a> {
    /// At the top of a document; with its main event, and whether there are others beside that.
    pub fn new(document: &'a Node<'a>) -> (Self, Option<&'a Node<'a>>, bool) {
        let graph = Graph::new(document);
        let (main, is_one_of_several) = graph.main();
        let cursor = Self {
            graph,
            path: Vec::new(),
            problems: Vec::new(),
        };
        (cursor, main, is_one_of_several)
    }

    /// At an entry of which no reference leads anywhere.
    pub fn at_entry(index: usize) -> Self {
        // With room for the longest way within an entry: to a name of a person who has a role.
        let mut path = Vec::with_capacity(8);
        path.push(Step::Key("subEvent"));
        path.push(Step::Index(index));
        Self {
            graph: Graph::default(),
            path,
            problems: Vec::new(),
        }
    }

    /// Reports a problem with the value that is being read.
    pub fn report(&mut self, kind: ProblemKind) {
        let path = self.path();
        self.problems.push(Problem { path, kind });
    }

    /// Reports a problem with what stands under `key` of it.
    pub fn report_at(&mut self, key: &'static str, kind: ProblemKind) {
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
    pub fn path_to(&mut self, key: &'static str) -> String {
        self.path.push(Step::Key(key));
        let path = self.path();
        self.path.pop();
        path
    }

    /// Which item of a list is being read.
    pub fn index(&self) -> Option<usize> {
        match self.path.last() {
            Some(Step::Index(index)) => Some(*index),
            _ => None,
        }
    }

    /// The member `key`; where it only refers to another object of the document by `@id`, that object.
    pub fn get(&self, map: &'a Node<'a>, key: &str) -> Option<&'a Node<'a>> {
        map.get(key).map(|node| self.graph.referred(node))
    }

    /// How many values there are under `key`: a list of exactly so many need not grow, and has no more room than it needs.
    pub fn count(&self, map: &'a Node<'a>, key: &str) -> usize {
        self.get(map, key).map_or(0, |node| node.items().len())
    }

    /// Everything under `key`, one value or many, read by `read`.
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

    /// The first of what stands under `key` that can be read by `read`. The others are read, too: they may have problems.
    pub fn first<T>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &'a Node<'a>) -> Option<T>,
    ) -> Option<T> {
        let mut first = None;
        self.visit(map, key, &mut |cursor, item| {
            let read = read(cursor, item);
            if first.is_none() {
                first = read;
            }
        });
        first
    }

    /// Visits everything under `key`, one value or many.
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
    pub fn item(&mut self, item: &'a Node<'a>, visit: &mut dyn FnMut(&mut Self, &'a Node<'a>)) {
        match self.graph.referred(item) {
            Node::Null => {}
            Node::Text(text) if trimmed(text).is_empty() => {}
            Node::Bool(_) | Node::List(_) => self.report(ProblemKind::NotText),
            item => visit(self, item),
        }
    }
}
