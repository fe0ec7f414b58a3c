//! The style sheet of the widget: one constructable sheet that every shadow root adopts.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

thread_local! {
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().filter(fill);
}

/// The sheets of `style/`, as `build.rs` has joined them.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/handbill.css"));

fn fill(sheet: &CssStyleSheet) -> bool {
    sheet.replace_sync(CSS).is_ok()
}

/// Parses the sheet, once for all elements.
pub fn prepare() {
    SHEET.with(|_| {});
}

/// Adopts the sheet into a shadow root.
///
/// A browser without constructable style sheets shows the event unstyled, and readable.
pub fn adopt(root: &ShadowRoot) {
    let is_adopted = SHEET.with(|sheet| sheet.as_ref().is_some_and(|sheet| give(root, sheet)));
    // A document in a frame takes sheets of its own window only.
    if !is_adopted && let Some(sheet) = sheet_of_its_own(root).filter(fill) {
        give(root, &sheet);
    }
}

/// Whether the root has taken the sheet. The setter throws for a sheet of another document.
fn give(root: &ShadowRoot, sheet: &CssStyleSheet) -> bool {
    Reflect::set(root, &"adoptedStyleSheets".into(), &Array::of1(sheet)).is_ok()
}

/// A new sheet of the window that the root belongs to.
pub fn sheet_of_its_own(root: &ShadowRoot) -> Option<CssStyleSheet> {
    let window = root.owner_document()?.default_view()?;
    let class = Reflect::get(&window, &"CSSStyleSheet".into()).ok()?;
    let sheet: JsValue = Reflect::construct(&class.into(), &Array::new()).ok()?;
    Some(sheet.into())
}
