//! The address of the page, as the programme that it speaks of sees it. Where there are several large programmes on a page,
//! that is the first of them: an address that two follow would be right for neither.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::super::programme::Kept;
use crate::browser::history;

thread_local! {
    /// What is kept of the programme that has the address. It lives as long as its element.
    static HOLDER: RefCell<Weak<<Kept as std::ops::Deref>::Target>> = const { RefCell::new(Weak::new()) };
}

/// Whether the address speaks of this programme.
fn is_of(kept: &Kept) -> bool {
    HOLDER.with_borrow_mut(|holder| match holder.upgrade() {
        Some(first) => Rc::ptr_eq(&first, kept),
        None => {
            *holder = Rc::downgrade(kept);
            true
        }
    })
}

/// What the address points to, from its `#` on; empty where it is of another programme.
pub fn fragment(kept: &Kept) -> String {
    if is_of(kept) {
        history::fragment()
    } else {
        String::new()
    }
}

/// Lets the address point to something else, in a new step or in place of the last one.
pub fn point_to(kept: &Kept, fragment: &str, is_new: bool) {
    if is_of(kept) {
        history::point_to(fragment, is_new);
    }
}

/// Calls `heard` with what the address points to, each time that changes, until what is returned is dropped.
pub fn on_change(kept: &Kept, heard: impl Fn(String) + 'static) -> history::Pointing {
    let kept = kept.clone();
    history::on_change(Box::new(move || {
        if is_of(&kept) {
            heard(history::fragment());
        }
    }))
}
