//! Form fields.

use super::Dom;

impl Dom {
    /// Checks or unchecks a radio button.
    pub fn check(&self, is_checked: bool) {
        if let Some(input) = self.as_kind::<web_sys::HtmlInputElement>() {
            input.set_checked(is_checked);
        }
    }

    /// Whether a radio button is checked.
    pub fn is_checked(&self) -> bool {
        let input = self.as_kind::<web_sys::HtmlInputElement>();
        input.is_some_and(|input| input.checked())
    }

    /// The value of a field.
    pub fn value(&self) -> String {
        let input = self.as_kind::<web_sys::HtmlInputElement>();
        input.map_or_else(String::new, |input| input.value())
    }

    /// Sets the value of a field, or chooses the option with it.
    pub fn set_value(&self, text: &str) {
        if let Some(input) = self.as_kind::<web_sys::HtmlInputElement>() {
            input.set_value(text);
        }
    }

    /// Empties a field.
    pub fn clear_value(&self) {
        if let Some(input) = self.as_kind::<web_sys::HtmlInputElement>() {
            input.set_value("");
        }
    }
}
