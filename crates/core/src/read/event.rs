//! The event as a whole.

use super::value::{bare_text, split};
use super::{Reading, Step, entry, offer, person, place};
use crate::event::{AttendanceMode, Entry, Event, Image, Place, Section, Translations};
use crate::node::Node;
use crate::parts::{self, concat};
use crate::problem::ProblemKind;
use crate::url::Url;

/// Reads it from its node, in which a translation has taken its place.
pub fn event<'a>(
    reading: &mut Reading<'a>,
    node: &'a Node<'a>,
    translations: Translations,
) -> Event {
    near_misses(reading, node);
    for key in ["name", "startDate"] {
        if misses(node).all(|(_, right)| *right != key) {
            reading.need(node, key);
        }
    }
    let places = reading.each(node, "location", place::place);
    Event {
        id: reading.id(node),
        name: reading.text(node, "name").unwrap_or_default(),
        theme: reading.text(node, "theme"),
        description: reading.paragraphs(node, "description"),
        language: reading.language(node),
        translations,
        zone: reading.zone(node, "timeZone"),
        day_change: reading.day_change(node),
        start: reading.time(node, "startDate"),
        end: reading.time(node, "endDate"),
        mode: reading.attendance_mode(node).or_else(|| mode_of(&places)),
        status: reading.event_status(node).unwrap_or_default(),
        previous_start: reading.time(node, "previousStartDate"),
        url: reading.url(node, "url"),
        image: reading.first(node, "image", image),
        organizers: reading.each(node, "organizer", person::organization),
        contributions: person::contributions(reading, node),
        places,
        registration: offer::registration(reading, node),
        recording: reading
            .url(node, "recording")
            .or_else(|| reading.url(node, "recordedIn")),
        calendar: calendar(reading, node),
        programme_is_draft: reading.programme_is_draft(node),
        entries: entries(reading, node),
        about: reading.first(node, "about", section),
    }
}

/// Names that authors write, and those that they mean.
const NEAR_MISSES: [(&str, &str); 8] = [
    ("title", "name"),
    ("start", "startDate"),
    ("end", "endDate"),
    ("timezone", "timeZone"),
    ("subEvents", "subEvent"),
    ("programme", "subEvent"),
    ("organiser", "organizer"),
    ("registrationUrl", "registration"),
];

fn near_misses<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) {
    for (wrong, right) in misses(node) {
        reading.report_at(wrong, ProblemKind::DidYouMean(right));
    }
}

/// What stands under a wrong name, and not under the right one.
fn misses(node: &Node) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let is_missed =
        |(wrong, right): &&(&str, &str)| node.get(wrong).is_some() && node.get(right).is_none();
    NEAR_MISSES.iter().filter(is_missed)
}

/// The address of a hosted calendar. Sites hand it out as `webcal:` too, which is `https:` for calendar programs alone.
fn calendar<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Url> {
    match reading.get(node, "calendar") {
        Some(Node::Text(text)) => match parts::trimmed(text).strip_prefix("webcal:") {
            Some(rest) => Url::new(&concat(&["https:", rest])),
            None => reading.url(node, "calendar"),
        },
        _ => reading.url(node, "calendar"),
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

fn entries<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Vec<Entry> {
    let (mut entries, mut problems) = reading.entries.take().unwrap_or_else(|| {
        let mut entries = Vec::new();
        visit_entries(reading, node, &mut |reading, part| {
            entry::add(&mut entries, reading, part)
        });
        (entries, Vec::new())
    });
    reading.problems.append(&mut problems);
    entries.shrink_to_fit();
    if node.get("subEvent").is_none() {
        entries.iter_mut().for_each(|entry| entry.place = None);
    }
    entries
}

/// Visits what is part of the event: as it says itself, else as its parts say.
pub fn visit_entries<'a>(
    reading: &mut Reading<'a>,
    node: &'a Node<'a>,
    visit: &mut dyn FnMut(&mut Reading<'a>, &'a Node<'a>),
) {
    if let Some(programme) = node.get("subEvent") {
        if programme.items().is_empty() {
            reading.report_at("subEvent", ProblemKind::EmptyProgramme);
        }
        return reading.visit(node, "subEvent", visit);
    }
    for (index, part) in reading.graph.parts_of(node) {
        reading
            .path
            .extend([Step::Key("@graph"), Step::Index(index)]);
        visit(reading, part);
        reading.path.clear();
    }
}

/// An address alone, or an `ImageObject`.
fn image<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Image> {
    Some(Image {
        url: reading.address(node)?,
        alternative: reading.first_text(node, &["caption", "description", "name"]),
        width: reading.whole(node, "width"),
        height: reading.whole(node, "height"),
        sizes: sizes(reading, node),
    })
}

/// The same picture in other sizes: an address, a blank, and what says the size, separated by commas (HTML, `srcset`).
fn sizes<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Vec<(Url, String)> {
    let Some(text) = reading.text(node, "srcset") else {
        return Vec::new();
    };
    let mut sizes = Vec::new();
    for part in parts::split(&text, b',').map(parts::trimmed) {
        let (address, size) = parts::cut(part, b' ').unwrap_or((part, "1x"));
        match Url::new(address) {
            Some(url) => sizes.push((url, parts::trimmed(size).to_owned())),
            None => reading.report_at("srcset", ProblemKind::UnsafeUrl(address.into())),
        }
    }
    sizes
}

/// A text alone, or an object with a name and a description.
///
/// schema.org lets `about` be any thing; one without a description is a keyword and nothing to read.
fn section<'a>(reading: &mut Reading<'a>, node: &'a Node<'a>) -> Option<Section> {
    let mut description = reading.paragraphs(node, "description");
    if let Some(text) = bare_text(node) {
        split(text, &mut description);
    }
    (!description.is_empty()).then(|| Section {
        name: reading.text(node, "name"),
        description,
    })
}
