//! The event as a whole.

use super::{Reading, entry, offer, person, place};
use crate::event::{AttendanceMode, Event, Image, Place, Section};
use crate::node::Node;
use crate::problem::ProblemKind;

pub fn event<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Event {
    let name = reading.text(node, "name");
    if name.is_none() {
        reading.report_at("name", ProblemKind::Missing);
    }
    let start = reading.time(node, "startDate");
    if start.is_none() && node.get("startDate").is_none() {
        reading.report_at("startDate", ProblemKind::Missing);
    }
    let places = reading.each(node, "location", place::place);
    Event {
        id: reading.first_text(node, &["@id", "identifier", "id"]),
        name: name.unwrap_or_default(),
        theme: reading.text(node, "theme"),
        description: reading.paragraphs(node, "description"),
        zone: reading.zone(node, "timeZone"),
        start,
        end: reading.time(node, "endDate"),
        mode: reading.attendance_mode(node).or_else(|| mode_of(&places)),
        status: reading.event_status(node).unwrap_or_default(),
        previous_start: reading.time(node, "previousStartDate"),
        url: reading.url(node, "url"),
        image: reading.each(node, "image", image).into_iter().next(),
        organizers: reading.each(node, "organizer", person::organization),
        places,
        registration: offer::registration(reading, node),
        recording: reading
            .url(node, "recording")
            .or_else(|| reading.url(node, "recordedIn")),
        programme_is_draft: reading.programme_is_draft(node),
        entries: reading.each(node, "subEvent", entry::entry),
        about: reading.each(node, "about", section).into_iter().next(),
    }
}

/// Where an author says nothing, the places tell how to attend.
fn mode_of(places: &[Place]) -> Option<AttendanceMode> {
    match (
        places.iter().any(|place| place.is_virtual),
        places.iter().any(|place| !place.is_virtual),
    ) {
        (true, true) => Some(AttendanceMode::Mixed),
        (true, false) => Some(AttendanceMode::Online),
        (false, true) => Some(AttendanceMode::OnSite),
        (false, false) => None,
    }
}

/// An address alone, or an `ImageObject`.
fn image<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Image> {
    let url = match node {
        Node::Map(_) => {
            let key = if node.get("url").is_some() {
                "url"
            } else {
                "contentUrl"
            };
            if node.get(key).is_none() {
                reading.report_at("url", ProblemKind::Missing);
            }
            reading.url(node, key)?
        }
        _ => reading.own_url(node)?,
    };
    Some(Image {
        url,
        alternative: reading.first_text(node, &["caption", "description", "name"]),
        width: reading.whole(node, "width"),
        height: reading.whole(node, "height"),
    })
}

/// A text alone, or an object with a name and a description.
///
/// schema.org lets `about` be any thing; one without a description is a keyword and nothing to read.
fn section<'a>(reading: &mut Reading<'a>, node: &'a Node) -> Option<Section> {
    let description = reading.paragraphs(node, "description");
    (!description.is_empty()).then(|| Section {
        name: reading.text(node, "name"),
        description,
    })
}
