//! What a time zone is called beside a time.

use handbill_core::messages::Messages;
use handbill_core::strings::concat;
use handbill_core::{TimeZoneId, Timestamp, Zone};

use super::display::Display;
use crate::browser::intl::format;
use crate::browser::intl::zones::{IntlZones, abbreviation};

/// City and offset at an instant: `Berlin, GMT+1`. Never an abbreviation, which several places may share.
pub fn zone_label(zone: &Zone, at: Timestamp, messages: &Messages) -> String {
    let offset = || format::offset(zone.offset_at(&IntlZones, at));
    match zone {
        Zone::Floating(_) => messages.event_time.into(),
        Zone::Fixed(offset) if offset.local_minus_utc() == 0 => "UTC".into(),
        Zone::Named(id) if is_utc(id) => "UTC".into(),
        Zone::Fixed(_) => offset(),
        Zone::Named(id) => concat(&[id.city().as_str(), messages.comma, &offset()]),
    }
}

/// The event's own zone: with the abbreviation in front that the language has for it, as announcements write it.
pub fn event_zone_label(zone: &Zone, at: Timestamp, display: &Display) -> String {
    let label = zone_label(zone, at, display.messages);
    match zone {
        Zone::Named(id) if !is_utc(id) => match abbreviation(id, at, &display.locale.tag) {
            Some(short) => concat(&[&short, display.messages.comma, &label]),
            None => label,
        },
        _ => label,
    }
}

/// The city alone, where the line has no room for more.
pub fn city_label(zone: &Zone, at: Timestamp, messages: &Messages) -> String {
    match zone {
        Zone::Named(id) if !is_utc(id) => id.city(),
        zone => zone_label(zone, at, messages),
    }
}

/// Whether an identifier is one of the names of UTC.
pub fn is_utc(zone: &TimeZoneId) -> bool {
    [
        "UTC",
        "Etc/UTC",
        "Etc/UCT",
        "Etc/Universal",
        "Etc/Zulu",
        "GMT",
        "Etc/GMT",
    ]
    .contains(&zone.as_str())
}
