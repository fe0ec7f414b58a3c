//! Where the event takes place.

use super::announcement::Announced;
use super::context::Shown;
use super::heading::interface_heading;
use super::markup::{Markup, element};
use super::person::{COMMA, joined};

/// Online, on site or both, with the addresses. Nothing where nothing is known.
pub fn place(announced: &Announced, shown: &Shown) -> Markup {
    let Some(mode) = announced.event.mode else {
        return Markup::Nothing;
    };
    let mut fact = element("section", "fact")
        .child(interface_heading(shown, 1, "label", shown.messages.place))
        .child(shown.words("p", "", shown.messages.attendance(mode)));
    for place in &announced.event.places {
        let address = joined(&[place.name.as_deref(), place.address.as_deref()], COMMA);
        if !address.is_empty() {
            fact = fact.child(element("p", "address").child(address));
        }
    }
    fact.into()
}
