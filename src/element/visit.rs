//! Going to the entry that the address of the page points to. It comes with the deferred part of the program.

use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::ShadowRoot;

use crate::browser::dom;
use crate::ui::announcement::Announced;
use crate::ui::entry_link;

/// Opens what the entry says more, brings it to the middle of the window and gives it the focus, which also reads it
/// out to those who hear the page. Nothing where there is no such entry, or `claim` returns false.
#[inline(never)]
pub fn visit(root: &ShadowRoot, announced: &Announced, fragment: &str, claim: &Function) {
    let entry =
        entry_link::button_of(announced, fragment).and_then(|id| dom::around(root, &id, ".entry"));
    let Some(entry) = entry else { return };
    if claim.call0(&JsValue::NULL) != Ok(JsValue::TRUE) {
        return;
    }
    // It may be on a day that does not stand open.
    entry.tell("beforematch");
    entry.set_first("details", "open", "");
    entry.set("tabindex", Some("-1"));
    entry.visit();
}
