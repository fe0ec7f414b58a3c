//! Effects that run at once, when a value changes that they have read.
//!
//! Leptos' own need an executor for futures, a tenth of what visitors download, or are made for several threads. This is
//! the same for one thread, on Leptos' graph of signals.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Weak};

use leptos::prelude::{Owner, on_cleanup};
use leptos::reactive::graph::{
    AnySource, AnySubscriber, ReactiveNode, Source, Subscriber, WithObserver,
};

use super::kept;

/// Runs `effect` now, and again each time a value changes that it read, as long as its owner lives.
///
/// Not to be used with `batch`, which knows only Leptos' own effects.
pub fn follow(effect: Box<dyn Fn()>) {
    let follower = Rc::new_cyclic(|follower: &std::rc::Weak<Follower>| {
        let number = kept::put(Rc::new(follower.clone()));
        Follower {
            node: Arc::new(Node(number)),
            owner: Owner::new(),
            effect,
            sources: RefCell::default(),
        }
    });
    follower.run();
    let number = follower.node.0;
    let held = kept::put(follower);
    on_cleanup(move || {
        // The follower first: it takes itself out of what it has read.
        drop(kept::take(held));
        drop(kept::take(number));
    });
}

struct Follower {
    node: Arc<Node>,
    owner: Owner,
    effect: Box<dyn Fn()>,
    sources: RefCell<Vec<AnySource>>,
}

impl Follower {
    fn subscriber(&self) -> AnySubscriber {
        let node: Weak<Node> = Arc::downgrade(&self.node);
        AnySubscriber(Arc::as_ptr(&self.node) as usize, node)
    }

    fn run(&self) {
        let subscriber = self.subscriber();
        self.forget_sources(&subscriber);
        self.owner
            .with_cleanup(|| subscriber.with_observer(|| (self.effect)()));
    }

    /// Runs it where one of its sources has another value.
    fn check(&self) -> bool {
        let sources = self.sources.borrow().clone();
        // Whoever observes is told by what the source returns, and not called a second time.
        let has_changed = self.subscriber().with_observer(|| {
            sources
                .into_iter()
                .any(|source| source.update_if_necessary())
        });
        if has_changed {
            self.run();
        }
        has_changed
    }

    fn forget_sources(&self, subscriber: &AnySubscriber) {
        for source in self.sources.take() {
            source.remove_subscriber(subscriber);
        }
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        self.forget_sources(&self.subscriber());
    }
}

/// What the graph knows of a follower: the number under which there is a way to it.
struct Node(usize);

impl Node {
    fn follower(&self) -> Option<Rc<Follower>> {
        let way = kept::get(self.0)?;
        way.downcast_ref::<std::rc::Weak<Follower>>()?.upgrade()
    }
}

impl ReactiveNode for Node {
    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        self.follower().is_some_and(|follower| follower.check())
    }

    fn mark_check(&self) {
        self.update_if_necessary();
    }

    fn mark_dirty(&self) {
        if let Some(follower) = self.follower() {
            follower.run();
        }
    }
}

impl Subscriber for Node {
    fn add_source(&self, source: AnySource) {
        if let Some(follower) = self.follower() {
            let mut sources = follower.sources.borrow_mut();
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        if let Some(follower) = self.follower() {
            follower.forget_sources(subscriber);
        }
    }
}
