//! Headings at the level that fits into the page.

use super::markup::{Element, element};

const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A real heading. Beyond the sixth level all are alike.
pub fn heading(level: u8, class: &str, text: &str) -> Element {
    let tag = TAGS[usize::from(level).clamp(1, TAGS.len()) - 1];
    element(tag, class).child(text)
}
