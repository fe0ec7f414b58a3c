//! Headings at the level that fits into the page.

use crate::ui::model::display::Display;
use crate::ui::view::{Element, el};

const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A heading with a message of the interface, `depth` levels below the announcement's own.
pub fn message_heading(display: &Display, depth: u8, message: &str) -> Element {
    display.message(tag(display.heading_level + depth), message)
}

/// An empty heading. Beyond the sixth level all are alike.
pub fn heading(level: u8) -> Element {
    el(tag(level))
}

fn tag(level: u8) -> &'static str {
    TAGS[usize::from(level).clamp(1, TAGS.len()) - 1]
}
