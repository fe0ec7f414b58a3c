//! An event as its author described it: plain data, texts and times as written, nothing derived.
//!
//! The names are those of schema.org; each type says which property it is read from.

use chrono::NaiveTime;

use crate::language::primary;
use crate::time::{EventTime, TimeZoneId};
use crate::url::Url;

mod enumerations;
mod translations;

pub use enumerations::{AttendanceMode, Availability, EventStatus};
pub use translations::Translations;

/// A schema.org `Event`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// `@id` or `identifier`.
    pub id: Option<String>,
    /// `name`.
    pub name: String,
    /// `theme`, a shorthand: the motto under the title.
    pub theme: Option<String>,
    /// `description`, in paragraphs.
    pub description: Vec<String>,
    /// `inLanguage`: a BCP 47 tag for the language that the texts are in.
    pub language: Option<String>,
    /// `translations`, a shorthand.
    pub translations: Translations,
    /// `timeZone`, a shorthand: the zone of every time that names none.
    pub zone: Option<TimeZoneId>,
    /// `dayChange`, a shorthand: when a day of the programme is over, before noon, on the event's own clock.
    pub day_change: Option<NaiveTime>,
    /// `startDate`.
    pub start: Option<EventTime>,
    /// `endDate`.
    pub end: Option<EventTime>,
    /// `eventAttendanceMode`, or what the places say.
    pub mode: Option<AttendanceMode>,
    /// `eventStatus`.
    pub status: EventStatus,
    /// `previousStartDate`.
    pub previous_start: Option<EventTime>,
    /// `url`: the event's own page.
    pub url: Option<Url>,
    /// `image`, the first where there are several.
    pub image: Option<Image>,
    /// `organizer`.
    pub organizers: Vec<Organization>,
    /// `performer` and `contributor` of the event as a whole.
    pub contributions: Vec<Contribution>,
    /// `location`.
    pub places: Vec<Place>,
    /// `registration`, a shorthand, or the first of `offers`.
    pub registration: Option<Registration>,
    /// `recording`, a shorthand, or the address of `recordedIn`: shown after the end.
    pub recording: Option<Url>,
    /// `calendar`, a shorthand: a file that somebody hosts for calendars to follow (RFC 5545).
    pub calendar: Option<Url>,
    /// `programmeStatus` is `draft`, a shorthand.
    pub programme_is_draft: bool,
    /// `subEvent`, or what names the event as its `superEvent`, in the order of the document.
    pub entries: Vec<Entry>,
    /// `about`: a closing section about what stands behind the event.
    pub about: Option<Section>,
}

impl Event {
    /// The language that a text is in, where that is another one than `shown`, a BCP 47 tag.
    pub fn foreign_language(&self, text: &str, shown: &str) -> Option<&str> {
        let own = self.language.as_deref()?;
        let is_translated = || {
            let mut all = self.translations.texts.iter();
            all.any(|translated| translated == text)
        };
        let is_foreign = !primary(own).eq_ignore_ascii_case(primary(shown)) && !is_translated();
        is_foreign.then_some(own)
    }
}

/// One entry of the programme: a `subEvent`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Which item of `subEvent` it was read from; nothing where there is no list. Problems name it.
    pub place: Option<usize>,
    /// `@id` or `identifier`.
    pub id: Option<String>,
    /// `name`.
    pub name: String,
    /// `startDate`.
    pub start: Option<EventTime>,
    /// `endDate`.
    pub end: Option<EventTime>,
    /// `eventStatus`.
    pub status: EventStatus,
    /// `format`, a shorthand: "video message", "workshop".
    pub format: Option<String>,
    /// `description`, in paragraphs.
    pub description: Vec<String>,
    /// `performer` and `contributor`.
    pub contributions: Vec<Contribution>,
    /// `location`: the room.
    pub room: Option<String>,
    /// `track`, a shorthand: what runs beside other tracks.
    pub track: Option<String>,
    /// `recording` or `url`: where more is to be found.
    pub url: Option<Url>,
}

impl Entry {
    /// What separates parallel entries: the track, else the room.
    pub fn lane(&self) -> Option<&str> {
        self.track.as_deref().or(self.room.as_deref())
    }
}

/// Somebody's part in an entry: a person, and the `roleName` of a schema.org `Role` around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Who.
    pub person: Person,
    /// `roleName`: "moderator". Nothing for somebody who simply speaks.
    pub role: Option<String>,
}

/// A schema.org `Person`, or an organisation that performs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// `honorificPrefix`: "Ms".
    pub honorific_prefix: Option<String>,
    /// `name`, or `givenName` and `familyName`.
    pub name: String,
    /// `honorificSuffix`: "PhD".
    pub honorific_suffix: Option<String>,
    /// `jobTitle`.
    pub job_title: Option<String>,
    /// `affiliation` or `worksFor`, by name.
    pub affiliation: Option<String>,
    /// `url`.
    pub url: Option<Url>,
}

/// A schema.org `Organization` that stands behind the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// `name`.
    pub name: String,
    /// `url`.
    pub url: Option<Url>,
}

/// A schema.org `Place` or `VirtualLocation`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whether this is an address on the network and not one on a street.
    pub is_virtual: bool,
    /// `name`.
    pub name: Option<String>,
    /// `address` in one line.
    pub address: Option<String>,
    /// `url`.
    pub url: Option<Url>,
}

/// A schema.org `ImageObject`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// `url` or `contentUrl`.
    pub url: Url,
    /// `caption`, `description` or `name`: what is to be seen, for those who do not see it.
    pub alternative: Option<String>,
    /// `width` in pixels.
    pub width: Option<u32>,
    /// `height` in pixels.
    pub height: Option<u32>,
    /// `srcset`, a shorthand: the same picture in other sizes, each with what says its size, as in HTML.
    pub sizes: Vec<(Url, String)>,
}

/// A headed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `name`.
    pub name: Option<String>,
    /// `description`, in paragraphs.
    pub description: Vec<String>,
}

/// How to take part: a schema.org `Offer`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registration {
    /// `url`.
    pub url: Option<Url>,
    /// `validFrom`, or the shorthand `opens`.
    pub opens: Option<EventTime>,
    /// `validThrough`, or the shorthand `closes`.
    pub closes: Option<EventTime>,
    /// `availability`.
    pub availability: Availability,
    /// Where `opens` and `closes` stand in the document, for problems to name.
    pub paths: [String; 2],
}
