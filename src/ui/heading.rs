//! Headings at the level that fits into the page.

use super::context::Shown;
use super::markup::{Element, element};

const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

/// A real heading in the words of the interface.
pub fn interface_heading(shown: &Shown, depth: u8, class: &str, words: &str) -> Element {
    shown.words(tag(shown.heading_level + depth), class, words)
}

/// A real heading. Beyond the sixth level all are alike.
pub fn heading(level: u8, class: &str) -> Element {
    element(tag(level), class)
}

fn tag(level: u8) -> &'static str {
    TAGS[usize::from(level).clamp(1, TAGS.len()) - 1]
}
