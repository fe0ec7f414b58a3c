//! What an author pastes.

use crate::document::BEFORE;

/// The script, as the README has it.
pub const SCRIPT: &str = r#"<script async src="/dist/handbill.js"></script>"#;

/// The event of the demo, UNESCO's announcement.
pub const SEED: &str = "/dist/demo/event.json";

/// What stands in the element of most tests until the widget takes over, and stays if it cannot.
pub const CONTENT: &str = "<p>In the author’s own words.</p>";

/// [`CONTENT`] as a reader sees it.
pub const CONTENT_TEXT: &str = "In the author’s own words.";

/// An element in English that takes its event from `src`, at a moment [`BEFORE`] it.
pub fn element(src: &str) -> String {
    element_with(&format!(r#"src="{src}""#), CONTENT)
}

/// An element in English at a moment [`BEFORE`] the event, with these attributes and this content.
pub fn element_with(attributes: &str, content: &str) -> String {
    format!(
        r#"<handbill-event lang="en-GB" now="{BEFORE}" {attributes}>{content}</handbill-event>"#
    )
}

/// The script and an element that takes its event from `src`.
pub fn snippet(src: &str) -> String {
    format!("{SCRIPT}\n{}", element(src))
}
