//! The event: the top object of a document.

use crate::event::{AttendanceMode, Entry, Event, Image, Place, Section, Translations};
use crate::node::Node;
use crate::problem::{Problem, ProblemKind};
use crate::read::cursor::{Cursor, Step};
use crate::read::text::{bare_text, split};
use crate::read::{entry, offer, person, place};
use crate::strings::{self, concat};
use crate::url::Url;

/// The entries that were streamed, and their problems.
#[derive(Default)]
pub struct Programme {
    pub entries: Vec<Entry>,
    pub problems: Vec<Problem>,
}

/// Reads an event. `programme` has its entries where they were streamed.
pub fn event<'a>(
    cursor: &mut Cursor<'a>,
    node: &'a Node<'a>,
    programme: Option<Programme>,
) -> Event {
    near_misses(cursor, node);
    for key in ["name", "startDate"] {
        if misses(node).all(|(_, right)| *right != key) {
            cursor.need(node, key);
        }
    }
    let places = cursor.each(node, "location", place::place);
    Event {
        id: cursor.id(node),
        name: cursor.text(node, "name").unwrap_or_default(),
        theme: cursor.text(node, "theme"),
        description: cursor.paragraphs(node, "description"),
        language: cursor.language(node),
        translations: Translations::default(),
        zone: cursor.zone(node, "timeZone"),
        day_change: cursor.day_change(node),
        start: cursor.time(node, "startDate"),
        end: cursor.time(node, "endDate"),
        duration: cursor.duration(node),
        mode: cursor.attendance_mode(node).or_else(|| mode_of(&places)),
        status: cursor.event_status(node).unwrap_or_default(),
        previous_start: cursor.time(node, "previousStartDate"),
        url: cursor.url(node, "url"),
        image: cursor.first(node, "image", image),
        organizers: cursor.each(node, "organizer", person::organization),
        contributions: person::contributions(cursor, node),
        places,
        registration: offer::registration(cursor, node),
        recording: cursor
            .url(node, "recording")
            .or_else(|| cursor.url(node, "recordedIn")),
        calendar: calendar(cursor, node),
        programme_is_draft: cursor.programme_is_draft(node),
        entries: entries(cursor, node, programme),
        about: cursor.first(node, "about", section),
    }
}

/// Misspelt property names, and the right ones.
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

fn near_misses<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) {
    for (wrong, right) in misses(node) {
        cursor.report_at(wrong, ProblemKind::DidYouMean(right));
    }
}

/// The misspelt names in an object that lacks the right ones.
fn misses(node: &Node) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let is_missed =
        |(wrong, right): &&(&str, &str)| node.get(wrong).is_some() && node.get(right).is_none();
    NEAR_MISSES.iter().filter(is_missed)
}

/// The URL of a hosted calendar. Many sites write `webcal:`, which is `https:` for calendar programs.
fn calendar<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Url> {
    match cursor.get(node, "calendar") {
        Some(Node::String(text)) => match strings::trim(text).strip_prefix("webcal:") {
            Some(rest) => Url::new(&concat(&["https:", rest])),
            None => cursor.url(node, "calendar"),
        },
        _ => cursor.url(node, "calendar"),
    }
}

/// The attendance mode by the kinds of places.
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

fn entries<'a>(
    cursor: &mut Cursor<'a>,
    node: &'a Node<'a>,
    programme: Option<Programme>,
) -> Vec<Entry> {
    let Programme {
        mut entries,
        mut problems,
    } = programme.unwrap_or_else(|| {
        let mut programme = Programme::default();
        visit_entries(cursor, node, &mut |cursor, part| {
            entry::add(&mut programme.entries, cursor, part)
        });
        programme
    });
    cursor.problems.append(&mut problems);
    entries.shrink_to_fit();
    if node.get("subEvent").is_none() {
        entries
            .iter_mut()
            .for_each(|entry| entry.source_index = None);
    }
    entries
}

/// Visits the entries: those in `subEvent`, else the events that name this one as `superEvent`.
pub fn visit_entries<'a>(
    cursor: &mut Cursor<'a>,
    node: &'a Node<'a>,
    visit: &mut dyn FnMut(&mut Cursor<'a>, &'a Node<'a>),
) {
    if let Some(programme) = node.get("subEvent") {
        if programme.items().is_empty() {
            cursor.report_at("subEvent", ProblemKind::EmptyProgramme);
        }
        return cursor.visit(node, "subEvent", visit);
    }
    for (index, part) in cursor.graph.parts_of(node) {
        cursor
            .path
            .extend([Step::Key("@graph"), Step::Index(index)]);
        visit(cursor, part);
        cursor.path.clear();
    }
}

/// A URL alone, or an `ImageObject`.
fn image<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Image> {
    Some(Image {
        url: cursor.address(node)?,
        alt: cursor.first_text(node, &["caption", "description", "name"]),
        width: cursor.whole(node, "width"),
        height: cursor.whole(node, "height"),
        sizes: sizes(cursor, node),
    })
}

/// The candidates in `srcset`, as in HTML: a URL, a blank and a descriptor, separated by commas.
fn sizes<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Vec<(Url, String)> {
    let Some(text) = cursor.text(node, "srcset") else {
        return Vec::new();
    };
    let mut sizes = Vec::new();
    for part in strings::split(&text, b',').map(strings::trim) {
        let (address, size) = strings::split_once(part, b' ').unwrap_or((part, "1x"));
        match Url::new(address) {
            Some(url) => sizes.push((url, strings::trim(size).to_owned())),
            None => cursor.report_at("srcset", ProblemKind::UnsafeUrl(address.into())),
        }
    }
    sizes
}

/// A text alone, or an object with a name and a description.
///
/// schema.org lets `about` be any thing; one without a description is a keyword, and is left out.
fn section<'a>(cursor: &mut Cursor<'a>, node: &'a Node<'a>) -> Option<Section> {
    let mut description = cursor.paragraphs(node, "description");
    if let Some(text) = bare_text(node) {
        if let Some(kind) = cursor.html_in(text) {
            cursor.report(kind);
        }
        split(&cursor.prose(text), &mut description);
    }
    (!description.is_empty()).then(|| Section {
        name: cursor.text(node, "name"),
        description,
    })
}
