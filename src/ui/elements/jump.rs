//! Jumping to an entry, by a link or a button.

use crate::ui::view::Element;

/// Opens the entry's details, scrolls it to the middle of the window and gives it the focus, which also reads it out.
pub fn jump_to(entry: &Element) {
    if let Some(details) = entry.first("details") {
        details.set("open", Some(""));
    }
    entry.set_attr("tabindex", Some("-1"));
    entry.visit();
}
