//! Fields of forms.

use super::Element;

impl Element {
    /// Checks a radio button, or not.
    pub fn check(&self, is_checked: bool) {
        self.0.check(is_checked);
    }

    /// Whether a radio button is checked.
    pub fn is_checked(&self) -> bool {
        self.0.is_checked()
    }

    /// What has been typed into a field.
    pub fn value(&self) -> String {
        self.0.value()
    }

    /// Puts a text into a field, or chooses what has it as its value.
    pub fn set_value(&self, text: &str) {
        self.0.set_value(text);
    }

    /// Empties a field.
    pub fn clear_value(&self) {
        self.0.clear_value();
    }
}
