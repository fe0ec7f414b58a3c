//! Effects that run when a value changes that they have read.

use leptos::prelude::{Owner, on_cleanup};

use super::graph::Node;
use super::kept;

/// Runs `effect` now, and again each time a value changes that it read, as long as its owner lives.
pub fn follow(effect: Box<dyn Fn()>) {
    let owner = Owner::new();
    let node = Node::effect(Box::new(move || {
        owner.with_cleanup(&effect);
        false
    }));
    node.refresh();
    let held = kept::put(node);
    on_cleanup(move || drop(kept::take(held)));
}
