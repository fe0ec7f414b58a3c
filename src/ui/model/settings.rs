//! What the author of the page wants: the attributes of an element, understood.

use handbill_core::{TimeZoneId, TimeZones, Timestamp};

use crate::browser::clock::Clock;
use crate::browser::intl::zones::IntlZones;

/// What the attributes of an element say, each with its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `time-zone`.
    pub zone: ZonePreference,
    /// `lang`, or the language that the page has around the element; else the browser's. Its messages are loaded.
    pub lang: String,
    /// `hour-cycle`.
    pub hour_cycle: Option<&'static str>,
    /// `now`.
    pub clock: Clock,
    /// `json-ld`.
    pub json_ld: bool,
    /// `view`; nothing where the programme decides.
    pub view: Option<&'static str>,
    /// `heading-level`, 1 to 6.
    pub heading_level: u8,
}

/// The time zone that an author or a visitor prefers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZonePreference {
    /// As the attendance mode suggests: the event's on site, else the visitor's.
    Automatic,
    /// The visitor's.
    Viewer,
    /// The event's.
    Event,
    /// This one.
    Named(TimeZoneId),
}

impl ZonePreference {
    /// Parses `viewer`, `event`, or the identifier of a zone that the browser knows.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "viewer" => Some(Self::Viewer),
            "event" => Some(Self::Event),
            id => {
                let id = TimeZoneId::new(id)?;
                IntlZones.offset_at(&id, Timestamp::default())?;
                Some(Self::Named(id))
            }
        }
    }

    /// The text that parses as this preference.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Automatic => "",
            Self::Viewer => "viewer",
            Self::Event => "event",
            Self::Named(id) => id.as_str(),
        }
    }
}
