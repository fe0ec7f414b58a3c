//! What turns HTML in documents into plain text. It comes in a chunk, with the first document that may have any.

use std::cell::Cell;

use handbill_core::read::plain_text::{Html, PlainText};

thread_local! {
    static HTML: Cell<Html> = const { Cell::new(None) };
}

/// What is here; nothing before a document needed it, or where the chunk could not be had.
pub fn known() -> Html {
    HTML.get()
}

/// Keeps what has come.
pub fn learn(html: &'static dyn PlainText) {
    HTML.set(Some(html));
}
