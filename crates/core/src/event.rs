//! The event as its author described it: plain data, texts and times as written, nothing derived.
//!
//! Types and fields are named after schema.org; each says which property it is read from. A *shorthand* is a property that
//! only Handbill knows.

use chrono::NaiveTime;

use crate::language::is_alike;
use crate::time::{Duration, EventTime, Zone};
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
    /// `timeZone`, a shorthand: the zone of every time that names none. One that cannot be read floats.
    pub zone: Option<Zone>,
    /// `dayChange`, a shorthand: the time before noon at which a day of the programme ends, on the event's own clock.
    pub day_change: Option<NaiveTime>,
    /// `startDate`.
    pub start: Option<EventTime>,
    /// `endDate`.
    pub end: Option<EventTime>,
    /// `duration`: it counts where there is no `endDate`.
    pub duration: Option<Duration>,
    /// `eventAttendanceMode`; where that is missing, by the kinds of places.
    pub mode: Option<AttendanceMode>,
    /// `eventStatus`.
    pub status: EventStatus,
    /// `previousStartDate`.
    pub previous_start: Option<EventTime>,
    /// `url`: the page of the event.
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
    /// `recording`, a shorthand, or the URL of `recordedIn`: shown after the end.
    pub recording: Option<Url>,
    /// `calendar`, a shorthand: a hosted iCalendar file to subscribe to (RFC 5545).
    pub calendar: Option<Url>,
    /// Whether `programmeStatus`, a shorthand, is `draft`.
    pub programme_is_draft: bool,
    /// `subEvent`, or the events that name this one as `superEvent`, in the order of the document.
    pub entries: Vec<Entry>,
    /// `about`: a closing section on the background of the event.
    pub about: Option<Section>,
}

impl Event {
    /// Whether people come to some place on the ground.
    pub fn has_ground(&self) -> bool {
        match self.mode {
            Some(mode) => mode != AttendanceMode::Online,
            None => self.places.iter().any(|place| !place.is_virtual),
        }
    }

    /// The language of a text, where it is not that of `shown`. Both are BCP 47 tags.
    ///
    /// A text of the translation is in that language; any other is in the document's own.
    pub fn foreign_language(&self, text: &str, shown: &str) -> Option<&str> {
        let own = self.language.as_deref();
        let translation = self.translations.language();
        let mut languages = [own, translation].into_iter().flatten();
        if languages.all(|language| is_alike(language, shown)) {
            return None;
        }
        let mut translated = self.translations.texts.iter();
        let language = match translated.any(|translated| translated == text) {
            true => translation,
            false => own,
        };
        language.filter(|language| !is_alike(language, shown))
    }
}

/// One entry of the programme: a `subEvent`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its index in `subEvent`, for the paths of problems; `None` where there is no list.
    pub source_index: Option<usize>,
    /// `@id` or `identifier`.
    pub id: Option<String>,
    /// `name`.
    pub name: String,
    /// `startDate`.
    pub start: Option<EventTime>,
    /// `endDate`.
    pub end: Option<EventTime>,
    /// `duration`: it counts where there is no `endDate`.
    pub duration: Option<Duration>,
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
    /// `track`, a shorthand: the name of one of several parallel tracks.
    pub track: Option<String>,
    /// `recording` or `url`: a page or a recording.
    pub url: Option<Url>,
}

impl Entry {
    /// The lane: the track, else the room. Entries in different lanes run in parallel.
    pub fn lane(&self) -> Option<&str> {
        self.track.as_deref().or(self.room.as_deref())
    }
}

/// A person who takes part, with the `roleName` of a schema.org `Role` around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The person.
    pub person: Person,
    /// `roleName`: "moderator". `None` for an ordinary speaker.
    pub role: Option<String>,
}

/// A schema.org `Person`, or an organisation as a performer.
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

/// A schema.org `Organization` that organises the event.
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
    /// Whether this is an online place.
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
    /// `caption`, `description` or `name`: the alt text.
    pub alt: Option<String>,
    /// `width` in pixels.
    pub width: Option<u32>,
    /// `height` in pixels.
    pub height: Option<u32>,
    /// `srcset`, a shorthand: the picture in other sizes, each with its descriptor, as in HTML.
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
    /// The paths of `opens` and `closes` in the document, for problems.
    pub paths: [String; 2],
}
