//! Where an event takes place.

use super::{Reading, plain_text, word};
use crate::event::Place;
use crate::node::Node;

/// A text alone, a `Place`, or a `VirtualLocation`.
pub fn place<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Place> {
    if let Node::Text(name) = node {
        // The word "online" in place of an address is how many authors say that there is none.
        let is_virtual = name.trim().eq_ignore_ascii_case("online");
        return Some(Place {
            is_virtual,
            name: (!is_virtual).then(|| name.trim().into()),
            address: None,
            url: None,
        });
    }
    Some(Place {
        is_virtual: word::is_a(node, "VirtualLocation"),
        name: reading.text(node, "name"),
        address: address(reading, node),
        url: reading.url(node, "url"),
    })
}

/// An address in one line, the way an envelope has it from top to bottom.
fn address<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<String> {
    let address = reading.get(node, "address")?;
    if !matches!(address, Node::Map(_)) {
        return plain_text(address);
    }
    let text = |key| {
        address
            .get(key)
            .and_then(plain_text)
            .filter(|text| !text.is_empty())
    };
    let town: Vec<String> = ["postalCode", "addressLocality"]
        .into_iter()
        .filter_map(text)
        .collect();
    let lines: Vec<String> = [
        text("streetAddress"),
        Some(town.join(" ")),
        text("addressRegion"),
        text("addressCountry"),
    ]
    .into_iter()
    .flatten()
    .filter(|line| !line.is_empty())
    .collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}
