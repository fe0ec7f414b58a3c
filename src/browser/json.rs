//! A value of JavaScript as JSON. Nothing is asked of `JSON.stringify`, which pages replace, or of a `toJSON` of theirs.

use handbill_core::json::MAX_DEPTH;
use handbill_core::read::MAX_BYTES;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    // Both throw for objects that do, such as proxies.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_list(value: &JsValue) -> Result<bool, JsValue>;
}

/// The JSON of a value; an error is what the value has thrown.
///
/// What JSON does not know is null. What is nested too deep, or in a circle, is as deep as is too deep; and what is too large
/// is cut off where it is.
pub fn json(value: &JsValue) -> Result<String, JsValue> {
    let mut text = String::new();
    match write(value, 0, &mut text) {
        Err(Stop::Thrown(error)) => Err(error),
        Ok(()) | Err(Stop::TooLarge) => Ok(text),
    }
}

/// Why nothing more is written.
enum Stop {
    Thrown(JsValue),
    TooLarge,
}

impl From<JsValue> for Stop {
    fn from(error: JsValue) -> Self {
        Self::Thrown(error)
    }
}

fn write(value: &JsValue, depth: usize, text: &mut String) -> Result<(), Stop> {
    if text.len() > MAX_BYTES {
        return Err(Stop::TooLarge);
    }
    if let Some(string) = value.as_string() {
        quote(&string, text);
    } else if value.as_f64().is_some_and(f64::is_finite) {
        // By the operator: a method may have been replaced.
        let number = &JsValue::from_str("") + value;
        text.push_str(&number.as_string().unwrap_or_default());
    } else if let Some(truth) = value.as_bool() {
        text.push_str(if truth { "true" } else { "false" });
    } else if !value.is_object() || depth > MAX_DEPTH {
        text.push_str("null");
    } else if is_list(value)? {
        let length = Reflect::get(value, &"length".into())?.as_f64();
        text.push('[');
        for index in 0..length.unwrap_or_default() as u32 {
            if index > 0 {
                text.push(',');
            }
            write(&Reflect::get_u32(value, index)?, depth + 1, text)?;
        }
        text.push(']');
    } else {
        text.push('{');
        let keys = keys_of(value)?;
        for index in 0..keys.length() {
            if index > 0 {
                text.push(',');
            }
            let key = keys.get(index);
            quote(&key.as_string().unwrap_or_default(), text);
            text.push(':');
            write(&Reflect::get(value, &key)?, depth + 1, text)?;
        }
        text.push('}');
    }
    Ok(())
}

fn quote(string: &str, text: &mut String) {
    text.push('"');
    for character in string.chars() {
        match character {
            '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            // Two digits are enough for all that may not stand there as it is.
            '\0'..' ' => {
                text.push_str("\\u00");
                let code = character as u32;
                let digits = [code >> 4, code & 15];
                text.extend(
                    digits
                        .iter()
                        .filter_map(|digit| char::from_digit(*digit, 16)),
                );
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}
