//! What is kept on the visitor's device: the only place that touches storage.
//!
//! A browser may refuse it, in a frame or by its settings; then nothing is remembered, and nothing else is different.

use web_sys::Storage;

use super::page;

fn storage() -> Option<Storage> {
    page::window()?.local_storage().ok()?
}

/// What is kept under a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text under a key.
pub fn set(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // A full storage remembers nothing new.
        _ = storage.set_item(key, text);
    }
}
