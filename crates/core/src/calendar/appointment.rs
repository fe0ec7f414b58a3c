//! What stands in a calendar.

use crate::calendar::address::Addresses;
use crate::calendar::plain::line;
use crate::calendar::slot::Slot;
use crate::calendar::source::{Source, Which};
use crate::calendar::{description, location, uid};
use crate::event::{EventStatus, Organization};
use crate::messages::Messages;
use crate::parts::{concat, cut, until};

/// What stands in a calendar: an RFC 5545 `VEVENT`, in plain texts and full addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The same in every later version of the document, and nowhere else in the world (RFC 5545 §3.8.4.7).
    pub uid: String,
    /// Which version it is: the higher replaces the lower (RFC 5545 §3.8.7.4).
    pub sequence: u32,
    /// Whether it takes place.
    pub status: Status,
    /// When.
    pub slot: Slot,
    /// In one line.
    pub title: String,
    /// What it is about and who takes part: paragraphs with a blank line between them.
    pub description: String,
    /// Full addresses with a word before them where one is needed, the most important last.
    pub addresses: Vec<String>,
    /// On a street, never on the network: in one line.
    pub location: Option<String>,
    /// Where it takes place on the network.
    pub conferences: Vec<String>,
    /// The page about it.
    pub url: Option<String>,
    /// Who stands behind it, where that is somebody with an address for mail.
    pub organizer: Option<Organizer>,
}

/// `STATUS` (RFC 5545 §3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It takes place at that time.
    Confirmed,
    /// It is put off, and the time is the one announced before.
    Tentative,
    /// It does not take place.
    Cancelled,
}

/// `ORGANIZER` (RFC 5545 §3.8.4.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organizer {
    /// The name.
    pub name: String,
    /// The address: `mailto:` and what follows.
    pub address: String,
}

impl Appointment {
    /// What stands in a calendar for an event or an entry.
    ///
    /// Nothing where no time is known, or where it lies outside the years 1 to 9999 that a calendar can write.
    /// An entry without an end takes the one that is inferred; an event without one ends with its last entry, else
    /// when it stops counting as live.
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
        let addresses = Addresses::new(source, part.map(|(_, entry)| entry), status);
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
            addresses: addresses.listed(messages),
            location: location::location(source, part.map(|(_, entry)| entry), status),
            conferences: addresses.conferences,
            url: addresses.page,
            organizer: event.organizers.iter().find_map(Organizer::of),
        })
    }

    /// Everything that is said of it in words, addresses included.
    pub fn notes(&self) -> String {
        let mut notes = self.description.clone();
        for address in &self.addresses {
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

/// The version that a status stands for.
///
/// A document does not say how often it was changed, so the number follows the course of an announcement: it is
/// scheduled, put off, given a new date or place, called off. Two versions of one number are told apart by their
/// `DTSTAMP` (RFC 5546 §2.1.5), so that a second new date, or another time in the programme, counts as well.
fn sequence(status: EventStatus) -> u32 {
    match status {
        EventStatus::Scheduled => 0,
        EventStatus::Postponed => 1,
        EventStatus::Rescheduled | EventStatus::MovedOnline => 2,
        EventStatus::Cancelled => 3,
    }
}

/// The status of a part of something: the one that upsets plans more.
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

/// The name, after the word for what has become of it: links have no field for that, and of the calendars that read
/// files some do not show `STATUS` (dancelist-data#205), or no longer show the entry at all (hackgreenville-com#498).
fn title(status: EventStatus, name: &str, messages: &Messages) -> String {
    let word = match status {
        EventStatus::Cancelled => messages.cancelled,
        EventStatus::Postponed => messages.postponed,
        _ => return line(name),
    };
    concat(&[word, ": ", &line(name)])
}

impl Organizer {
    fn of(organization: &Organization) -> Option<Self> {
        let url = organization.url.as_ref()?.as_str();
        // What may follow are a subject and other fields of a letter, which are no part of the address.
        let (scheme, address) = cut(until(url, b"?"), b':')?;
        let is_mail = scheme.eq_ignore_ascii_case("mailto") && cut(address, b'@').is_some();
        is_mail.then(|| Self {
            name: line(&organization.name),
            address: concat(&["mailto:", address]),
        })
    }
}
