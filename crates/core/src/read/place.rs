//! Places: `location`.

use crate::event::Place;
use crate::node::Node;
use crate::problem::ProblemKind;
use crate::read::cursor::Cursor;
use crate::read::text::plain_text;
use crate::read::types;
use crate::strings;
use crate::url::Url;

/// Reads a place: a text alone, a `Place`, or a `VirtualLocation`.
pub fn place<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Place> {
    if let Some(text) = cursor.bare(node) {
        let url =
            Url::new(&text).filter(|_| text.starts_with("https://") || text.starts_with("http://"));
        // Many authors write the word "online" in place of a URL.
        let is_word = text.eq_ignore_ascii_case("online");
        return Some(Place {
            is_virtual: is_word || url.is_some(),
            name: (!is_word && url.is_none()).then_some(text),
            address: None,
            url,
        });
    }
    let mut place = Place {
        is_virtual: types::is_a(node, "VirtualLocation"),
        name: cursor.text(node, "name"),
        address: address(cursor, node),
        url: cursor.url(node, "url"),
    };
    if place.name.is_none() && place.address.is_none() && node.get("@type").is_none() {
        if place.url.is_none() {
            cursor.report_at("name", ProblemKind::Missing);
            return None;
        }
        // A place with a URL and no address is online.
        place.is_virtual = true;
    }
    Some(place)
}

/// A postal address in one line, in the order of an envelope.
fn address<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<String> {
    let address = cursor.get(node, "address")?;
    let mut whole = String::new();
    if let Node::Object(_) = address {
        for (key, separator) in &[
            ("streetAddress", "\n"),
            ("postalCode", " "),
            ("addressLocality", "\n"),
            ("addressRegion", "\n"),
            ("addressCountry", "\n"),
        ] {
            let texts = address.get(key).map_or(&[][..], Node::items);
            for text in texts.iter().filter_map(plain_text) {
                whole.push_str(&cursor.line(text));
                whole.push_str(separator);
            }
        }
    } else {
        let text = cursor.text_in(node, "address")?;
        whole = cursor.prose(text);
    }
    let mut line = String::new();
    for part in strings::split(&whole, b'\n') {
        let part = strings::trim(part);
        if !line.is_empty() && !part.is_empty() {
            line.push_str(", ");
        }
        line.push_str(part);
    }
    (!line.is_empty()).then_some(line)
}
