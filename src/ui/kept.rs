//! What parts of the view keep alive, by number.
//!
//! Leptos wants what it keeps to be fit for several threads. Nothing of a page is, and what usually wraps such things
//! asks for its thread on every use: code for threads, and a second allocator, in a program that has one thread. A
//! number is fit for any.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static KEPT: RefCell<Vec<Option<Rc<dyn Any>>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps something until it is [taken](take).
pub fn put(thing: Rc<dyn Any>) -> usize {
    KEPT.with_borrow_mut(|kept| match kept.iter().position(Option::is_none) {
        Some(free) => {
            kept[free] = Some(thing);
            free
        }
        None => {
            kept.push(Some(thing));
            kept.len() - 1
        }
    })
}

/// Keeps it no longer. It is dropped by the caller: that may run code which keeps something else.
#[must_use = "what is taken is dropped by whoever takes it"]
pub fn take(number: usize) -> Option<Rc<dyn Any>> {
    KEPT.with_borrow_mut(|kept| kept.get_mut(number)?.take())
}
