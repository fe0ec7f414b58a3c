//! A host for tests: the zones of chrono-tz.

use chrono::{FixedOffset, Offset, TimeZone};
use chrono_tz::Tz;
use handbill_core::{TimeZoneId, TimeZones, Timestamp};

/// The zones of the IANA database as chrono-tz has them.
pub struct ChronoTz;

impl TimeZones for ChronoTz {
    fn offset_at(&self, zone: &TimeZoneId, at: Timestamp) -> Option<FixedOffset> {
        let zone: Tz = zone.as_str().parse().ok()?;
        Some(zone.offset_from_utc_datetime(&at.naive_utc()).fix())
    }
}
