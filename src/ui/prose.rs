//! Text in paragraphs.

use super::announcement::Announced;
use super::context::Shown;
use super::markup::{Markup, element};

/// Paragraphs as they were written. Text is text: nothing in it is interpreted.
pub fn prose(announced: &Announced, paragraphs: &[String], shown: &Shown) -> Markup {
    let paragraph =
        |text: &String| Markup::from(announced.written(element("p", "prose"), text, shown));
    Markup::Many(paragraphs.iter().map(paragraph).collect())
}
