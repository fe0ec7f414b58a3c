//! Where the event takes place.

use crate::ui::elements::heading::message_heading;
use crate::ui::elements::people::{COMMA, joined};
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::view::{IntoView, View, el};

/// Online, on site or both, with the addresses. Empty where the attendance mode is not known.
pub fn venue(loaded: &LoadedEvent, display: &Display) -> View {
    let Some(mode) = loaded.event.mode else {
        return View::Empty;
    };
    let messages = display.messages;
    let fact = el("section")
        .class("fact")
        .child(message_heading(display, 1, messages.place()).class("label"))
        .child(display.message("p", messages.attendance(mode)));
    for place in &loaded.event.places {
        let address = joined(&[place.name.as_deref(), place.address.as_deref()], COMMA);
        if !address.is_empty() {
            fact.append(el("p").class("address").child(address));
        }
    }
    fact.into_view()
}
