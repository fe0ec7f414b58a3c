//! Text in paragraphs.

use super::markup::{Markup, element};

/// Paragraphs as they were written. Text is text: nothing in it is interpreted.
pub fn prose(paragraphs: &[String]) -> Markup {
    let paragraph = |text: &String| element("p", "prose").child(text.as_str()).into();
    Markup::Many(paragraphs.iter().map(paragraph).collect())
}
