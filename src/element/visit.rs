//! Going to the entry that the address of the page points to. It comes with the deferred part of the program.

use js_sys::Function;
use leptos::prelude::{GetUntracked, Set};
use wasm_bindgen::JsValue;

use crate::ui::model::context::Inputs;
use crate::ui::model::entry_link::linked_entry;

/// Goes to the entry. Nothing where there is no such entry, or `claim` returns false.
pub fn visit(inputs: Inputs, fragment: &str, claim: &Function) {
    let Some(position) = linked_entry(&inputs.loaded.get_untracked(), fragment) else {
        return;
    };
    if claim.call0(&JsValue::NULL) != Ok(JsValue::TRUE) {
        return;
    }
    inputs.linked_entry.set(Some(position));
}
