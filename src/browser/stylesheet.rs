//! One style sheet for all elements of a page, adopted and never written into the document.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, ShadowRoot};

thread_local! {
    static SHEET: Option<CssStyleSheet> = constructed();
}

/// The sheets of `style/`, as the build has gathered them.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/handbill.css"));

fn constructed() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(CSS).ok()?;
    Some(sheet)
}

/// Gives a shadow root the style of the widget.
///
/// A browser without constructable style sheets shows it unstyled, and readable.
pub fn adopt(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            root.set_adopted_style_sheets(JsCast::unchecked_ref::<JsValue>(&Array::of1(sheet)));
        }
    });
}
