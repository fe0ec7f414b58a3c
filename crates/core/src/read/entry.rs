//! One entry of the programme.

use super::value::{bare_text, plain_text};
use super::{Reading, person};
use crate::event::Entry;
use crate::node::Node;

/// Reads one more.
pub fn add<'a>(all: &mut Vec<Entry>, reading: &mut Reading<'a>, node: &'a Node<'a>) {
    if let Some(entry) = entry(reading, node) {
        all.push(entry);
    }
}

pub fn entry<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Entry> {
    let place = reading.index();
    if let Some(name) = bare_text(node) {
        return Some(Entry {
            place,
            name: name.into(),
            ..Entry::default()
        });
    }
    reading.need(node, "name");
    let entry = Entry {
        place,
        id: reading.id(node),
        name: reading.text(node, "name").unwrap_or_default(),
        start: reading.time(node, "startDate"),
        end: reading.time(node, "endDate"),
        status: reading.event_status(node).unwrap_or_default(),
        format: reading.text(node, "format"),
        description: reading.paragraphs(node, "description"),
        contributions: person::contributions(reading, node),
        room: reading.first(node, "location", |_, place| {
            let name = plain_text(place).filter(|name| !name.is_empty());
            name.map(Into::into)
        }),
        track: reading.text(node, "track"),
        url: reading
            .url(node, "recording")
            .or_else(|| reading.url(node, "url")),
    };
    // An entry without a name, a time and anybody is nothing to show; the problem with its name has named it.
    let is_something = !entry.name.is_empty()
        || entry.start.is_some()
        || !entry.contributions.is_empty()
        || !entry.description.is_empty();
    is_something.then_some(entry)
}
