//! Local storage. Nothing else touches it.
//!
//! A browser may refuse it, in a frame or by its settings. Nothing is remembered then, and all else works.

use web_sys::Storage;

use super::page;

#[expect(
    clippy::disallowed_methods,
    reason = "the one module that touches storage"
)]
fn storage() -> Option<Storage> {
    page::window()?.local_storage().ok()?
}

/// The text stored under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores a text under a key.
pub fn set(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // A full storage remembers nothing new.
        _ = storage.set_item(key, text);
    }
}
