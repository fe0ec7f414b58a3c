//! Fields of forms.

use super::Dom;

impl Dom {
    /// Checks a radio button, or not.
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

    /// What has been typed into a field.
    pub fn value(&self) -> String {
        let input = self.as_kind::<web_sys::HtmlInputElement>();
        input.map_or_else(String::new, |input| input.value())
    }

    /// Puts a text into a field, or chooses what has it as its value.
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
