//! One entry of the programme.

use super::{Reading, person, plain_text};
use crate::event::Entry;
use crate::node::Node;
use crate::problem::ProblemKind;

pub fn entry<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Entry> {
    if let Node::Text(name) = node {
        return Some(Entry {
            name: name.trim().into(),
            ..Entry::default()
        });
    }
    let name = reading.text(node, "name");
    if name.is_none() {
        reading.report_at("name", ProblemKind::Missing);
    }
    let start = reading.time(node, "startDate");
    // An entry of which nothing can be read is nothing to show; the problem above has named it.
    name.as_ref().map(drop).or(start.as_ref().map(drop))?;
    let mut contributions = reading.each(node, "performer", person::contribution);
    contributions.extend(reading.each(node, "contributor", person::contribution));
    Some(Entry {
        id: reading.first_text(node, &["@id", "identifier", "id"]),
        name: name.unwrap_or_default(),
        start,
        end: reading.time(node, "endDate"),
        format: reading.text(node, "format"),
        description: reading.paragraphs(node, "description"),
        contributions,
        room: reading
            .each(node, "location", |_, place| plain_text(place))
            .into_iter()
            .next(),
        track: reading.text(node, "track"),
        url: reading
            .url(node, "recording")
            .or_else(|| reading.url(node, "url")),
    })
}
