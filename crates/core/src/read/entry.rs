//! Entries of the programme: `subEvent`.

use crate::event::Entry;
use crate::node::Node;
use crate::read::cursor::Cursor;
use crate::read::person;
use crate::read::text::plain_text;

/// Reads an entry, and adds it to the others.
pub fn add<'a>(all: &mut Vec<Entry>, cursor: &mut Cursor<'a>, node: &'a Node<'a>) {
    if let Some(entry) = entry(cursor, node) {
        all.push(entry);
    }
}

/// Reads an entry: a text alone, or an object. `None` where it has nothing to show.
pub fn entry<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Entry> {
    let source_index = cursor.index();
    if let Some(name) = cursor.bare(node) {
        return Some(Entry {
            source_index,
            name,
            ..Entry::default()
        });
    }
    cursor.need(node, "name");
    let entry = Entry {
        source_index,
        id: cursor.id(node),
        name: cursor.text(node, "name").unwrap_or_default(),
        start: cursor.time(node, "startDate"),
        end: cursor.time(node, "endDate"),
        duration: cursor.duration(node),
        status: cursor.event_status(node).unwrap_or_default(),
        format: cursor.text(node, "format"),
        description: cursor.paragraphs(node, "description"),
        contributions: person::contributions(cursor, node),
        room: cursor.only(node, "location", |cursor, place| {
            let name = plain_text(place).filter(|name| !name.is_empty());
            name.map(|name| cursor.line(name))
        }),
        track: cursor.text(node, "track"),
        url: cursor
            .url(node, "recording")
            .or_else(|| cursor.url(node, "url")),
    };
    // The missing name of any other entry has been reported.
    let is_something = !entry.name.is_empty()
        || entry.start.is_some()
        || !entry.contributions.is_empty()
        || !entry.description.is_empty();
    is_something.then_some(entry)
}
