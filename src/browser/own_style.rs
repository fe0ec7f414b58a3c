//! The style sheet of one large programme: that of its chunk, and the places in its timetable.

use std::cell::RefCell;

use handbill_core::strings::concat;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

use super::stylesheet::sheet_of_its_own;

/// The sheets of `style/` for large programmes, as `build.rs` has joined them.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/conference.css"));

/// A sheet of one shadow root. Dropping it removes the sheet.
pub struct OwnStyle {
    root: ShadowRoot,
    sheet: CssStyleSheet,
    /// The rules that are set now.
    rules: RefCell<Option<String>>,
}

impl OwnStyle {
    /// Adopts a new sheet into a root; nothing in browsers without constructable style sheets.
    pub fn new(root: &ShadowRoot) -> Option<Self> {
        let root = root.clone();
        let sheet = sheet_of_its_own(&root)?;
        let style = Self {
            root,
            sheet,
            rules: RefCell::default(),
        };
        style.set("");
        let sheets = style.known()?;
        sheets.push(&style.sheet);
        style.adopt(&sheets);
        Some(style)
    }

    /// Sets the rules behind the chunk's. The same rules cost no restyling.
    pub fn set(&self, rules: &str) {
        if self.rules.borrow().as_deref() != Some(rules) {
            _ = self.sheet.replace_sync(&concat(&[CSS, rules]));
            self.rules.replace(Some(rules.to_owned()));
        }
    }

    fn known(&self) -> Option<Array> {
        let known = Reflect::get(&self.root, &"adoptedStyleSheets".into()).ok()?;
        Some(Array::from(&known))
    }

    fn adopt(&self, sheets: &Array) {
        _ = Reflect::set(&self.root, &"adoptedStyleSheets".into(), sheets);
    }
}

impl Drop for OwnStyle {
    fn drop(&mut self) {
        if let Some(sheets) = self.known() {
            let others = sheets
                .iter()
                .filter(|sheet| sheet != self.sheet.as_ref() as &JsValue);
            self.adopt(&others.collect());
        }
    }
}
