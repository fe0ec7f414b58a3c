//! What the author of the page wants: the attributes of an element, understood.

use handbill_core::{TimeZoneId, TimeZones, Timestamp};

use crate::browser::clock::Clock;
use crate::browser::intl::zones::IntlZones;

/// What the attributes of an element say, each with its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `time-zone`.
    pub zone: ZoneWish,
    /// `lang`, or what the page says around the element; the browser's language where neither says any. Its words are
    /// here.
    pub lang: String,
    /// `hour-cycle`.
    pub hour_cycle: Option<&'static str>,
    /// `now`.
    pub clock: Clock,
    /// `json-ld`.
    pub json_ld: bool,
    /// `view`; nothing where it goes by the programme.
    pub view: Option<&'static str>,
    /// `heading-level`.
    pub heading_level: u8,
}

/// In which zone an author, or a visitor, wants the times shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneWish {
    /// As the way of attending suggests.
    Automatic,
    /// The visitor's.
    Viewer,
    /// The event's.
    Event,
    /// This one.
    Named(TimeZoneId),
}

impl ZoneWish {
    /// Reads a wish: `viewer`, `event`, or a zone that the browser knows.
    pub fn read(text: &str) -> Option<Self> {
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

    /// The text that reads as this wish.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Automatic => "",
            Self::Viewer => "viewer",
            Self::Event => "event",
            Self::Named(id) => id.as_str(),
        }
    }
}
