//! An appointment: the content of an RFC 5545 `VEVENT`, whatever it is written as.

use crate::calendar::plain_text::line;
use crate::calendar::slot::Slot;
use crate::calendar::source::{Source, Which};
use crate::calendar::urls::Urls;
use crate::calendar::{description, location, uid};
use crate::event::{EventStatus, Organization};
use crate::messages::Messages;
use crate::strings::{before_first, concat, split_once};

/// The content of an RFC 5545 `VEVENT`, in plain texts and absolute URLs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Globally unique, and the same in every later version of the document (RFC 5545 §3.8.4.7).
    pub uid: String,
    /// The version: the higher replaces the lower (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    /// Whether it takes place.
    pub status: Status,
    /// When it is.
    pub slot: Slot,
    /// The title, in one line.
    pub title: String,
    /// The description and the people, in paragraphs with a blank line between them.
    pub description: String,
    /// Absolute URLs with labels, the most important last.
    pub urls: Vec<String>,
    /// The place on the ground, in one line; never a URL.
    pub location: Option<String>,
    /// The online meetings.
    pub conferences: Vec<String>,
    /// The page of the event.
    pub url: Option<String>,
    /// The first organiser with an email address.
    pub organizer: Option<Organizer>,
}

/// `STATUS` (RFC 5545 §3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It takes place at that time.
    Confirmed,
    /// It is postponed, and the time is the one announced before.
    Tentative,
    /// It does not take place.
    Cancelled,
}

/// `ORGANIZER` (RFC 5545 §3.8.4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organizer {
    /// The name.
    pub name: String,
    /// The `mailto:` URL.
    pub address: String,
}

impl Appointment {
    /// The appointment for an event or an entry.
    ///
    /// `None` where no time is known, or where it lies outside the years 1 to 9999 that iCalendar can write.
    /// An entry without an end takes the inferred one. An event without one ends with its last entry, else when it no
    /// longer counts as live.
    pub fn new(source: &Source<'_>, which: Which) -> Option<Self> {
        let Source {
            event, messages, ..
        } = source;
        let part = match which {
            Which::Whole => None,
            Which::Entry(position) => Some(source.entry(position)?),
        };
        let slot = match part {
            None => Slot::of_event(source.timeline, source.zones)?,
            Some((timed, _)) => Slot::of_entry(timed, source.timeline, source.zones)?,
        };
        let status = worse(event.status, part.map(|(_, entry)| entry.status));
        let urls = Urls::new(source, part.map(|(_, entry)| entry), status);
        let name = match part {
            Some((_, entry)) if !entry.name.is_empty() => &entry.name,
            _ => &event.name,
        };
        Some(Self {
            uid: uid::uid(source, part),
            sequence: sequence(status),
            status: Status::of(status),
            slot,
            title: title(status, name, messages),
            description: description::description(source, part.map(|(_, entry)| entry)),
            urls: urls.listed(messages),
            location: location::location(source, part.map(|(_, entry)| entry), status),
            conferences: urls.conferences,
            url: urls.page,
            organizer: event.organizers.iter().find_map(Organizer::of),
        })
    }

    /// The description followed by the URLs.
    pub fn notes(&self) -> String {
        let mut notes = self.description.clone();
        for address in &self.urls {
            if !notes.is_empty() {
                notes.push_str("\n\n");
            }
            notes.push_str(address);
        }
        notes
    }
}

impl Status {
    fn of(status: EventStatus) -> Self {
        match status {
            EventStatus::Cancelled => Self::Cancelled,
            EventStatus::Postponed => Self::Tentative,
            _ => Self::Confirmed,
        }
    }
}

/// The `SEQUENCE` for a status.
///
/// A document does not tell how often it changed, so the number follows the usual course of an announcement: scheduled,
/// postponed, rescheduled, cancelled. Calendars compare two versions with the same number by `DTSTAMP`
/// (RFC 5546 §2.1.5), so a second new date counts as well.
fn sequence(status: EventStatus) -> u32 {
    match status {
        EventStatus::Scheduled => 0,
        EventStatus::Postponed => 1,
        EventStatus::Rescheduled | EventStatus::MovedOnline => 2,
        EventStatus::Cancelled => 3,
    }
}

/// Of the statuses of an event and its entry, the one that changes more for the visitor.
fn worse(whole: EventStatus, part: Option<EventStatus>) -> EventStatus {
    let rank = |status: EventStatus| match status {
        EventStatus::Cancelled => 4,
        EventStatus::Postponed => 3,
        status => sequence(status),
    };
    match part {
        Some(part) if rank(part) > rank(whole) => part,
        _ => whole,
    }
}

/// The name, after a word for its status. Links have no field for the status, some calendars do not show `STATUS`
/// (dancelist-data#205), and some hide the entry (hackgreenville-com#498).
fn title(status: EventStatus, name: &str, messages: &Messages) -> String {
    let word = match status {
        EventStatus::Cancelled => messages.cancelled(),
        EventStatus::Postponed => messages.postponed(),
        _ => return line(name),
    };
    concat(&[word, ": ", &line(name)])
}

impl Organizer {
    fn of(organization: &Organization) -> Option<Self> {
        let url = organization.url.as_ref()?.as_str();
        // A `mailto:` URL may go on with a subject and other header fields.
        let (scheme, address) = split_once(before_first(url, b"?"), b':')?;
        let is_mail = scheme.eq_ignore_ascii_case("mailto") && split_once(address, b'@').is_some();
        is_mail.then(|| Self {
            name: line(&organization.name),
            address: concat(&["mailto:", address]),
        })
    }
}
