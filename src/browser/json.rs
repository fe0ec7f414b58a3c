//! A document that the browser has parsed, as a [`Node`].

use handbill_core::node::{MAX_DEPTH, Node};
use js_sys::{Array, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

/// A document as the browser has it.
#[derive(Clone, Debug)]
pub struct Document(JsValue);

impl Document {
    /// The document that this value is.
    pub fn new(value: &JsValue) -> Self {
        Self(value.clone())
    }

    /// A copy of it, as the core reads it.
    pub fn node(&self) -> Option<Node> {
        node(&self.0)
    }
}

/// Copies a value of JavaScript; nothing where it is nested too deep or in a circle.
///
/// Functions, symbols and `undefined` become `null`, as they are not in JSON.
pub fn node(value: &JsValue) -> Option<Node> {
    copy(value, 0)
}

fn copy(value: &JsValue, depth: usize) -> Option<Node> {
    if let Some(text) = value.as_string() {
        return Some(Node::Text(text.into()));
    }
    if let Some(truth) = value.as_bool() {
        return Some(Node::Bool(truth));
    }
    if value.is_object() && !value.is_function() {
        if depth == MAX_DEPTH {
            return None;
        }
        if let Some(list) = value.dyn_ref::<Array>() {
            return list
                .iter()
                .map(|item| copy(&item, depth + 1))
                .collect::<Option<_>>()
                .map(Node::List);
        }
        let object: &Object = value.unchecked_ref();
        let members = Object::entries(object);
        let pairs = members.iter().map(|pair| {
            let pair: Array = pair.unchecked_into();
            let key = pair.get(0).as_string().unwrap_or_default();
            Some((key.into(), copy(&pair.get(1), depth + 1)?))
        });
        return pairs.collect::<Option<_>>().map(Node::Map);
    }
    if value.js_typeof() == "number" {
        // The browser prints the number, so that the widget need not carry code that does.
        let text: Option<JsString> = js_sys::Number::from(value.clone())
            .to_string_with_radix(10)
            .ok();
        return Some(text.map_or(Node::Null, |text| Node::Number(String::from(text).into())));
    }
    Some(Node::Null)
}
