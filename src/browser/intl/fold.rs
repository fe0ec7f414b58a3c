//! Text without capitals and accents, for comparing what was typed with what is written.

use js_sys::JsString;

/// The text in small letters and without the marks on them, in any script that has either (Unicode form NFD).
pub fn fold(text: &str) -> String {
    let plain: String = JsString::from(text).normalize("NFD").to_lower_case().into();
    plain
        .chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .collect()
}
