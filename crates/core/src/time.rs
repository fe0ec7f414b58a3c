//! Timestamps, civil times, spans and time zones.
//!
//! A *timestamp* is an instant. A *civil* date-time is what a wall clock shows. A zone resolves it to one instant, or
//! sometimes to none (in a *gap*) or two (in a *fold*).

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, Utc};

mod duration;
pub mod parse;
pub mod print;
pub mod resolve;
mod rest;
mod zone_name;

pub use duration::Duration;

/// An instant, to the second.
pub type Timestamp = DateTime<Utc>;

/// The seconds of an hour.
pub const HOUR: i64 = 60 * 60;

/// The seconds of a day of 24 hours.
pub const DAY: i64 = 24 * HOUR;

/// The instant that is `seconds` after another, or before it where they are negative. Beyond the range of chrono, the
/// instant itself.
///
/// Much smaller than chrono's `+`, which also handles fractions and leap seconds.
pub fn after(at: Timestamp, seconds: i64) -> Timestamp {
    DateTime::from_timestamp(at.timestamp() + seconds, 0).unwrap_or(at)
}

/// The earlier of two instants, or the one that is known.
pub fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

/// A calendar date and a clock time without a zone.
pub type CivilDateTime = NaiveDateTime;

/// A calendar date without a zone.
pub type CivilDate = NaiveDate;

/// A time as its author wrote it, not resolved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventTime {
    /// A whole day: `2024-02-14`.
    Date(CivilDate),
    /// A time of day, on a day that the context gives: `12:30`.
    Clock(NaiveTime),
    /// A date-time on the event's own clock: `2024-02-14T12:30`.
    Civil(CivilDateTime),
    /// An instant with the offset it was written in: `2024-02-14T12:30+01:00`, or `Z` (RFC 3339).
    Instant(DateTime<FixedOffset>),
    /// A date-time on the clock of a named zone (RFC 9557): `2024-02-14T12:30+01:00[Europe/Berlin]`.
    Zoned {
        /// The civil time in that zone.
        civil: CivilDateTime,
        /// The zone in the brackets.
        zone: TimeZoneId,
        /// The offset before the brackets, if there was one.
        offset: Option<FixedOffset>,
    },
    /// An instant, and the zone to show it in (RFC 9557 §2.2): `2024-02-14T11:30Z[Europe/Berlin]`.
    InstantIn {
        /// The instant.
        at: Timestamp,
        /// The zone in the brackets.
        zone: TimeZoneId,
    },
}

/// The identifier of a time zone in the IANA database, such as `Europe/Berlin`.
///
/// Only its form is checked. The host knows whether the zone exists.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TimeZoneId(Box<str>);

impl TimeZoneId {
    /// Checks the form of an identifier: letters, digits and `_ + - / .`, at most 64 of them.
    pub fn new(id: &str) -> Option<Self> {
        let allowed = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-' | b'/' | b'.')
        };
        let formed = !id.is_empty() && id.len() <= 64 && id.bytes().all(allowed);
        (formed && id.as_bytes()[0].is_ascii_alphabetic()).then(|| Self(id.into()))
    }

    /// The identifier, as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is an abbreviation such as `CET`, whose rules are seldom those that its author means.
    ///
    /// The few places without a region, such as `Singapore`, mix capital and small letters.
    pub fn is_abbreviation(&self) -> bool {
        let id = &*self.0;
        let has = |kind: fn(&u8) -> bool| id.as_bytes().iter().any(kind);
        let is_mixed = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
        let is_universal = ["UTC", "GMT", "UCT"]
            .iter()
            .any(|known| id.eq_ignore_ascii_case(known));
        !has(|byte| *byte == b'/') && !is_mixed && !is_universal
    }
}

impl fmt::Display for TimeZoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The time zone database of the host, reduced to one question.
pub trait TimeZones {
    /// The offset of `zone` from UTC at the instant `at`; `None` where the host does not know the zone.
    fn offset_at(&self, zone: &TimeZoneId, at: Timestamp) -> Option<FixedOffset>;
}

/// The clock of an event or a visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// A zone of the IANA database that the host knows.
    Named(TimeZoneId),
    /// A fixed offset from UTC, for documents with offsets and no zone.
    Fixed(FixedOffset),
    /// The clock of whoever looks, for documents that name no zone: their times are shown as written, never converted. It
    /// holds the zone of that visitor; UTC counts where it is not known.
    Floating(Option<TimeZoneId>),
}

impl Zone {
    /// UTC.
    pub fn utc() -> Self {
        Self::Fixed(Utc.fix())
    }

    /// The offset from UTC at an instant; zero for a zone unknown to the host.
    pub fn offset_at(&self, zones: &dyn TimeZones, at: Timestamp) -> FixedOffset {
        match self {
            Self::Named(id) | Self::Floating(Some(id)) => {
                zones.offset_at(id, at).unwrap_or(Utc.fix())
            }
            Self::Fixed(offset) => *offset,
            Self::Floating(None) => Utc.fix(),
        }
    }

    /// Whether this is the clock of whoever looks.
    pub fn is_floating(&self) -> bool {
        matches!(self, Self::Floating(_))
    }

    /// The civil time in this zone at an instant.
    pub fn civil_at(&self, zones: &dyn TimeZones, at: Timestamp) -> CivilDateTime {
        after(at, self.offset_at(zones, at).local_minus_utc().into()).naive_utc()
    }
}

/// A half-open stretch of time: it contains its start, and not its end. One of zero length is never on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first instant.
    pub start: Timestamp,
    /// The instant after the last; `None` where it is neither given nor inferred.
    pub end: Option<Timestamp>,
}

impl Span {
    /// The end, or the start where there is no end.
    pub fn end_or_start(&self) -> Timestamp {
        self.end.unwrap_or(self.start)
    }

    /// Whether the span has begun and not yet ended.
    pub fn is_on(&self, now: Timestamp) -> bool {
        self.start <= now && now < self.end_or_start()
    }
}

#[cfg(test)]
mod tests {
    use super::TimeZoneId;

    #[test]
    fn zone_identifiers_have_a_form() {
        for good in [
            "Europe/Berlin",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+3",
            "UTC",
        ] {
            assert!(TimeZoneId::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "/Berlin",
            "Europe/Köln",
            "+01:00",
            "Europe Berlin",
            &"x".repeat(65),
        ] {
            assert!(TimeZoneId::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn abbreviations_are_told_from_places() {
        let is_abbreviation = |id| TimeZoneId::new(id).expect("formed").is_abbreviation();
        assert!(is_abbreviation("CET"));
        assert!(is_abbreviation("EST5EDT"));
        assert!(is_abbreviation("cest"));
        assert!(!is_abbreviation("UTC"));
        assert!(!is_abbreviation("gmt"));
        assert!(!is_abbreviation("Singapore"));
        assert!(!is_abbreviation("Europe/Paris"));
    }
}
