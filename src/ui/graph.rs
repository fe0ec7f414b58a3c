//! Who follows whom: the nodes under [sources and derived values](super::signal) and [effects](super::effect).
//!
//! Leptos' own graph is made for several threads and for any number of values: its locks, hashed sets and nodes of many
//! types are a twelfth of what visitors download. This is the same for one thread: what has changed is marked first, and
//! what follows runs after, so that nothing is ever derived from half a change.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

thread_local! {
    /// Who reads at the moment.
    static READER: RefCell<Weak<Node>> = const { RefCell::new(Weak::new()) };
    /// The effects that are to run, while a change is passed on.
    static DUE: RefCell<Option<Vec<Weak<Node>>>> = const { RefCell::new(None) };
}

/// What a node knows of the values that it has read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Freshness {
    /// They are the same.
    Fresh,
    /// What one of them follows from is another.
    Doubtful,
    /// One of them is another.
    Stale,
}

/// One node: a value, or an effect.
pub struct Node {
    /// Makes the value anew, or runs the effect; whether there is another value then. A source has none.
    run: Option<Box<dyn Fn() -> bool>>,
    is_effect: bool,
    freshness: Cell<Freshness>,
    read: RefCell<Vec<Rc<Node>>>,
    readers: RefCell<Vec<Weak<Node>>>,
}

impl Node {
    /// A node that somebody writes.
    pub fn source() -> Rc<Self> {
        Self::new(None, false)
    }

    /// A node whose value follows from others; `run` makes it and returns whether it is another one.
    pub fn derived(run: Box<dyn Fn() -> bool>) -> Rc<Self> {
        Self::new(Some(run), false)
    }

    /// A node that does something.
    pub fn effect(run: Box<dyn Fn() -> bool>) -> Rc<Self> {
        Self::new(Some(run), true)
    }

    fn new(run: Option<Box<dyn Fn() -> bool>>, is_effect: bool) -> Rc<Self> {
        Rc::new(Self {
            freshness: Cell::new(match run {
                Some(_) => Freshness::Stale,
                None => Freshness::Fresh,
            }),
            run,
            is_effect,
            read: RefCell::default(),
            readers: RefCell::default(),
        })
    }

    /// Whoever reads at the moment follows this node from now on. To be called once it is fresh: what it becomes on the
    /// way is no news to who has just asked.
    pub fn track(self: &Rc<Self>) {
        let Some(reader) = READER.with_borrow(Weak::upgrade) else {
            return;
        };
        let mut read = reader.read.borrow_mut();
        if read.iter().any(|node| Rc::ptr_eq(node, self)) {
            return;
        }
        read.push(self.clone());
        let mut readers = self.readers.borrow_mut();
        // Some nodes outlive all that ever read them.
        readers.retain(|reader| reader.strong_count() > 0);
        readers.push(Rc::downgrade(&reader));
    }

    /// Its value is another: all that follows from it runs, once.
    pub fn write(&self) {
        let is_outermost = DUE.with_borrow_mut(|due| {
            let is_outermost = due.is_none();
            due.get_or_insert_default();
            is_outermost
        });
        self.pass_on(Freshness::Stale);
        if is_outermost {
            let mut done = 0;
            while let Some(effect) = DUE.with_borrow(|due| due.as_ref()?.get(done).cloned()) {
                done += 1;
                // Some are gone with a part that has been made anew.
                if let Some(effect) = effect.upgrade() {
                    effect.refresh();
                }
            }
            DUE.take();
        }
    }

    /// Runs it where what it has read is another.
    pub fn refresh(self: &Rc<Self>) {
        if self.freshness.get() == Freshness::Doubtful {
            let read = self.read.borrow().clone();
            for node in read {
                node.refresh();
                // The first that is another decides: what stands behind it may not be read any more.
                if self.freshness.get() == Freshness::Stale {
                    break;
                }
            }
        }
        let is_stale = self.freshness.replace(Freshness::Fresh) == Freshness::Stale;
        if let (true, Some(run)) = (is_stale, &self.run) {
            for node in self.read.take() {
                let is_other = |reader: &Weak<Self>| reader.as_ptr() != Rc::as_ptr(self);
                node.readers.borrow_mut().retain(is_other);
            }
            let before = READER.replace(Rc::downgrade(self));
            let has_changed = run();
            READER.set(before);
            if has_changed {
                self.write();
            }
        }
    }

    fn pass_on(&self, freshness: Freshness) {
        let readers = self.readers.borrow().clone();
        for reader in readers.iter().filter_map(Weak::upgrade) {
            let known = reader.freshness.get();
            reader.freshness.set(known.max(freshness));
            if known != Freshness::Fresh {
                // Who follows it knows already.
            } else if reader.is_effect {
                let reader = Rc::downgrade(&reader);
                DUE.with_borrow_mut(|due| due.get_or_insert_default().push(reader));
            } else {
                reader.pass_on(Freshness::Doubtful);
            }
        }
    }
}
