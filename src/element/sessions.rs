//! The sessions of all elements that are in a page, and what all of them hear of.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::navigation;
use super::session::Session;
use crate::browser::{history, page};

thread_local! {
    static SESSIONS: RefCell<Vec<Rc<Session>>> = const { RefCell::new(Vec::new()) };
    static HEARS: OnceCell<()> = const { OnceCell::new() };
}

/// Adds one, until it is removed.
pub fn add(session: &Rc<Session>) {
    SESSIONS.with_borrow_mut(|sessions| sessions.push(session.clone()));
    HEARS.with(|hears| _ = hears.get_or_init(hear));
}

/// Removes one.
pub fn remove(session: &Rc<Session>) {
    SESSIONS.with_borrow_mut(|sessions| sessions.retain(|other| !Rc::ptr_eq(other, session)));
}

fn hear() {
    page::on_attention(|| each(|session| session.look()));
    page::on_language_change(|| each(|session| session.follow()));
    let listener = history::on_change(|| {
        navigation::begin();
        each(|session| session.navigate());
    });
    if let Some(listener) = listener {
        listener.forget();
    }
}

fn each(tell: impl Fn(&Rc<Session>)) {
    // Elements may come and go meanwhile.
    let sessions = SESSIONS.with_borrow(Clone::clone);
    sessions.iter().for_each(tell);
}
