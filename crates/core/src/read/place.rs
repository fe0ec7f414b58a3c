//! Where an event takes place.

use super::value::{bare_text, plain_text};
use super::{Reading, word};
use crate::event::Place;
use crate::node::Node;
use crate::parts;
use crate::problem::ProblemKind;
use crate::url::Url;

/// A text alone, a `Place`, or a `VirtualLocation`.
pub fn place<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Place> {
    if let Some(text) = bare_text(node) {
        let url =
            Url::new(text).filter(|_| text.starts_with("https://") || text.starts_with("http://"));
        // The word "online" in place of an address is how many authors say that there is none.
        let is_word = text.eq_ignore_ascii_case("online");
        return Some(Place {
            is_virtual: is_word || url.is_some(),
            name: (!is_word && url.is_none()).then(|| text.into()),
            address: None,
            url,
        });
    }
    let mut place = Place {
        is_virtual: word::is_a(node, "VirtualLocation"),
        name: reading.text(node, "name"),
        address: address(reading, node),
        url: reading.url(node, "url"),
    };
    if place.name.is_none() && place.address.is_none() && node.get("@type").is_none() {
        if place.url.is_none() {
            reading.report_at("name", ProblemKind::Missing);
            return None;
        }
        // What has an address on the network and none on a street is on the network.
        place.is_virtual = true;
    }
    Some(place)
}

/// An address in one line, the way an envelope has it from top to bottom.
fn address<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<String> {
    let address = reading.get(node, "address")?;
    let mut whole = String::new();
    if let Node::Map(_) = address {
        for (key, separator) in &[
            ("streetAddress", "\n"),
            ("postalCode", " "),
            ("addressLocality", "\n"),
            ("addressRegion", "\n"),
            ("addressCountry", "\n"),
        ] {
            if let Some(text) = address.get(key).and_then(plain_text) {
                whole.push_str(text);
                whole.push_str(separator);
            }
        }
    } else {
        whole = reading.text(node, "address")?;
    }
    let mut line = String::new();
    for part in parts::split(&whole, b'\n') {
        let part = parts::trimmed(part);
        if !line.is_empty() && !part.is_empty() {
            line.push_str(", ");
        }
        line.push_str(part);
    }
    (!line.is_empty()).then_some(line)
}
