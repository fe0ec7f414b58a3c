//! The style of one view alone: that of large programmes, and the places in its timetable.

use std::cell::RefCell;

use handbill_core::parts::concat;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

use super::stylesheet::sheet_of_its_own;

/// The sheets of `style/` for large programmes, as the build has gathered them.
const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/conference.css"));

/// A sheet that a shadow root has for as long as this lives.
pub struct OwnStyle {
    root: ShadowRoot,
    sheet: CssStyleSheet,
    /// What is behind the sheets now.
    rules: RefCell<Option<String>>,
}

impl OwnStyle {
    /// Gives a root a sheet of its own; nothing in browsers without constructable sheets.
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

    /// Puts these rules behind the sheets. Where they are there already, nothing has to be looked at again.
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
