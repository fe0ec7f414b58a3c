//! The event's own time zone.

use crate::event::Event;
use crate::problem::{Problem, ProblemKind};
use crate::time::{EventTime, HOUR, TimeZoneId, TimeZones, Zone};
use crate::timeline::resolver::knows;
use crate::timeline::whole_days::days_in_utc;

/// The time zone of an event: the one that it names, else the zone or offset of its first time that has one, else that of
/// the visitor.
pub fn own_zone(
    event: &Event,
    zones: &dyn TimeZones,
    visitor: Option<&TimeZoneId>,
    problems: &mut Vec<Problem>,
) -> Zone {
    let mut report = |kind| {
        problems.push(Problem {
            path: "timeZone".into(),
            kind,
        });
    };
    match &event.zone {
        Some(Zone::Named(id)) if !knows(zones, id) => {
            report(ProblemKind::UnknownZone(id.as_str().into()));
        }
        // It was reported where it was read.
        Some(Zone::Floating(_)) | None => {}
        Some(zone) => return zone.clone(),
    }
    let mut is_needed = false;
    // The times of the event, then those of each entry: starts and ends in turn.
    for number in 0..2 * (event.entries.len() + 1) {
        let (start, end, duration) = match (number / 2).checked_sub(1) {
            None => (&event.start, &event.end, event.duration),
            Some(entry) => {
                let entry = &event.entries[entry];
                (&entry.start, &entry.end, entry.duration)
            }
        };
        let Some(time) = (if number % 2 == 0 { start } else { end }) else {
            continue;
        };
        // Midnights in UTC that mean days say nothing about any clock.
        if let Some(start) = start
            && days_in_utc(start, end.as_ref(), duration).is_some()
        {
            continue;
        }
        let zone = match time {
            EventTime::Zoned { zone, .. } | EventTime::InstantIn { zone, .. }
                if knows(zones, zone) =>
            {
                Zone::Named(zone.clone())
            }
            EventTime::Zoned {
                offset: Some(offset),
                ..
            } => Zone::Fixed(*offset),
            EventTime::Instant(instant) => Zone::Fixed(*instant.offset()),
            EventTime::InstantIn { .. } => Zone::utc(),
            EventTime::Civil(_) | EventTime::Clock(_) => {
                is_needed = event.zone.is_none();
                continue;
            }
            // A date has no offset, and an unknown zone none that is known.
            EventTime::Date(_) | EventTime::Zoned { offset: None, .. } => continue,
        };
        if is_needed {
            report(ProblemKind::ZoneOfOthers);
        } else if !is_of_a_place(&zone) && event.zone.is_none() && event.has_ground() {
            report(ProblemKind::NoPlaceClock);
        }
        return zone;
    }
    if is_needed {
        report(ProblemKind::NoZone);
    }
    Zone::Floating(visitor.cloned())
}

/// Whether clocks may show the offset of a zone.
///
/// Software writes UTC for any place, and the few places that keep it have a name: Reykjavik, or London in winter. Other
/// offsets are between −12 and +14 hours, in quarters.
pub fn is_of_a_place(zone: &Zone) -> bool {
    match zone {
        Zone::Fixed(offset) => {
            let seconds = i64::from(offset.local_minus_utc());
            seconds != 0 && (-12 * HOUR..=14 * HOUR).contains(&seconds) && seconds % (HOUR / 4) == 0
        }
        _ => true,
    }
}
