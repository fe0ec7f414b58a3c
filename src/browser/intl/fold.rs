//! Case and accent folding, for searches.

use js_sys::JsString;

/// The text in lower case and without combining marks (Unicode form NFD).
pub fn fold(text: &str) -> String {
    let plain: String = JsString::from(text).normalize("NFD").to_lower_case().into();
    plain
        .chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .collect()
}
