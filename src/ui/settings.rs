//! What the author of the page wants: the attributes of an element, understood.

use handbill_core::TimeZoneId;

use crate::browser::clock::Clock;
use crate::browser::intl::format::Locale;

/// What the attributes of an element say, each with its default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `time-zone`.
    pub zone: ZoneWish,
    /// `lang` and `hour-cycle`.
    pub locale: Locale,
    /// `now`.
    pub clock: Clock,
    /// `heading-level`.
    pub heading_level: u8,
}

/// In which zone an author wants the times shown.
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
