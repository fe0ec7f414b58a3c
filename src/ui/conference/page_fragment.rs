//! The fragment of the page's address. One programme owns it: the first large one on the page.

use std::cell::Cell;

use gloo_events::EventListener;

use crate::browser::history;
use crate::ui::model::conference_state::Carried;

thread_local! {
    /// The programme that owns the fragment, by what it carries from view to view.
    static OWNER: Cell<Option<Carried>> = const { Cell::new(None) };
}

fn is_owned_by(carried: Carried) -> bool {
    match OWNER.get().filter(|owner| !owner.is_disposed()) {
        Some(owner) => owner == carried,
        None => {
            OWNER.set(Some(carried));
            true
        }
    }
}

/// The fragment with its `#`; empty where another programme owns it.
pub fn get(carried: Carried) -> String {
    if is_owned_by(carried) {
        history::fragment()
    } else {
        String::new()
    }
}

/// Sets the fragment, as a step that *Back* takes back or in place of the last one.
pub fn set(carried: Carried, fragment: &str, is_step: bool) {
    if is_owned_by(carried) {
        history::set_fragment(fragment, is_step);
    }
}

/// Calls `handler` with the fragment whenever that changes, until the result is dropped.
pub fn on_change(carried: Carried, handler: impl Fn(String) + 'static) -> Option<EventListener> {
    history::on_change(move || {
        if is_owned_by(carried) {
            handler(history::fragment());
        }
    })
}
