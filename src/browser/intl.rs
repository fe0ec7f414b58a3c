//! `Intl`: the rules of time zones, and dates in every language. Nothing else talks to it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

pub mod fold;
pub mod format;
pub mod zone_list;
pub mod zones;

#[wasm_bindgen]
extern "C" {
    /// `Intl.DateTimeFormat`, with the arguments that are used here and constructors that may throw.
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch, js_name = format)]
    fn format_at(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch, js_name = formatRange)]
    fn format_range(this: &DateTimeFormat, start: f64, end: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch, js_name = formatToParts)]
    fn format_to_parts(this: &DateTimeFormat, milliseconds: f64) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, catch, js_name = resolvedOptions)]
    fn resolved_options(this: &DateTimeFormat) -> Result<Object, JsValue>;

    /// `Intl.RelativeTimeFormat`.
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Clone)]
    type RelativeTimeFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(locale: &str, options: &Object) -> Result<RelativeTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch, js_name = format)]
    fn format_left(this: &RelativeTimeFormat, count: f64, unit: &str) -> Result<String, JsValue>;
}

/// The options of a constructor: pairs of name and value.
fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // Setting a plain member of a new object cannot fail.
        _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

/// The text under a key of an object.
fn text_of(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &key.into()).ok()?.as_string()
}

/// A formatter for the language, or for English where the browser does not take its tag.
fn formatter(tag: &str, pairs: &[(&str, &str)]) -> Option<DateTimeFormat> {
    let options = options(pairs);
    DateTimeFormat::new(tag, &options)
        .or_else(|_| DateTimeFormat::new("en", &options))
        .ok()
}

/// The first part of this type in a formatted instant, given in milliseconds since 1970.
fn part_of(formatter: &DateTimeFormat, milliseconds: f64, kind: &str) -> Option<String> {
    let parts = formatter.format_to_parts(milliseconds).ok()?;
    let part = parts
        .iter()
        .find(|part| text_of(part, "type").as_deref() == Some(kind))?;
    text_of(&part, "value")
}
