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
    let addresses = announced
        .event
        .places
        .iter()
        .map(|place| joined(&[place.name.as_deref(), place.address.as_deref()], COMMA));
    let addresses: Vec<Markup> = addresses
        .filter(|address| !address.is_empty())
        .map(|address| element("p", "address").child(address).into())
        .collect();
    element("section", "fact")
        .child(interface_heading(shown, 1, "label", shown.messages.place))
        .child(shown.words("p", "", shown.messages.attendance(mode)))
        .child(addresses)
        .into()
}
