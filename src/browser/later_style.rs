//! The style sheet of panels. It comes with their chunk.

use std::cell::OnceCell;

use js_sys::{Array, Reflect};
use web_sys::{CssStyleSheet, ShadowRoot};

use super::stylesheet::sheet_of_its_own;

/// The sheets of `style/` for panels, as `build.rs` has joined them.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/later.css"));

thread_local! {
    static SHEET: OnceCell<Option<CssStyleSheet>> = const { OnceCell::new() };
}

/// Adopts it into a shadow root, after the sheets that are there.
pub fn adopt(root: &ShadowRoot) {
    let is_adopted = SHEET.with(|sheet| {
        let sheet = sheet.get_or_init(|| filled(CssStyleSheet::new().ok()?));
        sheet.as_ref().is_some_and(|sheet| give(root, sheet))
    });
    // A document in a frame takes sheets of its own window only.
    if !is_adopted && let Some(sheet) = sheet_of_its_own(root).and_then(filled) {
        give(root, &sheet);
    }
}

fn filled(sheet: CssStyleSheet) -> Option<CssStyleSheet> {
    sheet.replace_sync(CSS).ok()?;
    Some(sheet)
}

/// Whether the root has the sheet now. The setter throws for a sheet of another document.
fn give(root: &ShadowRoot, sheet: &CssStyleSheet) -> bool {
    let name = "adoptedStyleSheets".into();
    let Ok(known) = Reflect::get(root, &name) else {
        return false;
    };
    let sheets = Array::from(&known);
    if !sheets.includes(sheet, 0) {
        sheets.push(sheet);
    }
    Reflect::set(root, &name, &sheets).is_ok()
}
