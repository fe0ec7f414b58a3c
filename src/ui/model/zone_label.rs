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
        Zone::Floating(_) => messages.event_time().into(),
        Zone::Fixed(offset) if offset.local_minus_utc() == 0 => "UTC".into(),
        Zone::Named(id) if is_utc(id) => "UTC".into(),
        Zone::Fixed(_) => offset(),
        Zone::Named(id) => match id.place() {
            Some(city) => concat(&[&city, messages.comma(), &offset()]),
            None => offset(),
        },
    }
}

/// The event's own zone: with the abbreviation in front that the language has for it, as announcements write it, unless
/// that is the offset.
pub fn event_zone_label(zone: &Zone, at: Timestamp, display: &Display) -> String {
    let label = zone_label(zone, at, display.messages);
    let short = match zone {
        Zone::Named(id) if !is_utc(id) => abbreviation(id, at, &display.locale.tag),
        _ => None,
    };
    match short.filter(|short| !label.ends_with(short.as_str())) {
        Some(short) => concat(&[&short, display.messages.comma(), &label]),
        None => label,
    }
}

/// The city alone, where the line has no room for more.
pub fn city_label(zone: &Zone, at: Timestamp, messages: &Messages) -> String {
    let city = match zone {
        Zone::Named(id) if !is_utc(id) => id.place(),
        _ => None,
    };
    city.unwrap_or_else(|| zone_label(zone, at, messages))
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
