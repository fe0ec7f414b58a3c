//! Going to the entry that the address of the page points to. It comes with the deferred part of the program.

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::ShadowRoot;

use crate::browser::dom;
use crate::ui::announcement::Announced;
use crate::ui::entry_link;
use crate::ui::save_button::entry_id;

/// Goes to the entry. Nothing where there is no such entry, or `claim` returns false.
#[inline(never)]
pub fn visit(root: &ShadowRoot, announced: &Announced, fragment: &str, claim: &Function) {
    let Some(position) = entry_link::entry_of(announced, fragment) else {
        return;
    };
    if claim.call0(&JsValue::NULL) != Ok(JsValue::TRUE) {
        return;
    }
    // It may be on a day that does not stand open, or have no line yet.
    announced.visited.set(Some(position));
    if let Some(entry) = dom::around(root, &entry_id(position), ".entry") {
        entry_link::visit(&entry.into());
    }
}
