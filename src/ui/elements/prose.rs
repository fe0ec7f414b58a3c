//! The author's own texts: marked with their language, in paragraphs.

use handbill_core::event::Event;

use crate::ui::model::display::Display;
use crate::ui::view::{Element, IntoView, View, el};

/// Puts a text of the author into an element, and marks its language where another one is shown.
pub fn authored(element: Element, event: &Event, text: &str, display: &Display) -> Element {
    let lang = event.foreign_language(text, &display.locale.tag);
    element.attr_if("lang", lang).child(text)
}

/// Paragraphs as they were written. Text is text: no markup in it is interpreted.
pub fn prose(event: &Event, paragraphs: &[String], display: &Display) -> View {
    let paragraphs = paragraphs.iter();
    let paragraphs: Vec<Element> = paragraphs
        .map(|text| authored(el("p").class("prose"), event, text, display))
        .collect();
    paragraphs.into_view()
}
