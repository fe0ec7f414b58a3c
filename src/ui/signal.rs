//! Values that parts of the view follow.

use std::cell::RefCell;
use std::rc::Rc;

use super::graph::Node;

/// A value that has one writer.
pub struct Source<T> {
    node: Rc<Node>,
    value: Rc<RefCell<Rc<T>>>,
}

impl<T: 'static> Source<T> {
    /// With this value at first.
    pub fn new(value: T) -> Self {
        Self {
            node: Node::source(),
            value: Rc::new(RefCell::new(Rc::new(value))),
        }
    }

    /// The value; the part that is being made is made again when there is another.
    pub fn get(&self) -> Rc<T> {
        self.node.track();
        self.get_untracked()
    }

    /// The value as it is now.
    pub fn get_untracked(&self) -> Rc<T> {
        self.value.borrow().clone()
    }

    /// Puts another value in its place.
    pub fn set(&self, value: T) {
        // What was there is dropped after the borrow has ended.
        let _before = self.value.replace(Rc::new(value));
        self.node.write();
    }
}

impl<T> Clone for Source<T> {
    fn clone(&self) -> Self {
        Self {
            node: self.node.clone(),
            value: self.value.clone(),
        }
    }
}

/// A value that follows from others, and is another one only where it differs.
pub struct Derived<T> {
    node: Rc<Node>,
    value: Rc<RefCell<Option<Rc<T>>>>,
}

impl<T: PartialEq + 'static> Derived<T> {
    /// What `derive` returns, again each time a value changes that it read.
    pub fn new(derive: impl Fn() -> T + 'static) -> Self {
        let value: Rc<RefCell<Option<Rc<T>>>> = Rc::default();
        let kept = value.clone();
        let node = Node::derived(Box::new(move || {
            let new = derive();
            let has_changed = kept.borrow().as_deref() != Some(&new);
            if has_changed {
                let _before = kept.replace(Some(Rc::new(new)));
            }
            has_changed
        }));
        Self { node, value }
    }

    /// The value; the part that is being made is made again when there is another.
    pub fn get(&self) -> Rc<T> {
        let value = self.get_untracked();
        self.node.track();
        value
    }

    /// The value as it is now.
    pub fn get_untracked(&self) -> Rc<T> {
        self.node.refresh();
        match &*self.value.borrow() {
            Some(value) => value.clone(),
            // It is made when it is asked for first, unless it asks for itself.
            None => unreachable!(),
        }
    }
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        Self {
            node: self.node.clone(),
            value: self.value.clone(),
        }
    }
}
