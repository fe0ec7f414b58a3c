//! Which clock an event keeps.

use crate::event::Event;
use crate::problem::{Problem, ProblemKind};
use crate::time::{EventTime, TimeZones, Zone};
use crate::timeline::clock::knows;

/// The clock that the event keeps: the zone it names, else that of the first of its times that has one.
pub fn own(event: &Event, zones: &dyn TimeZones, problems: &mut Vec<Problem>) -> Zone {
    let mut report = |kind| {
        problems.push(Problem {
            path: "timeZone".into(),
            kind,
        });
    };
    if let Some(id) = &event.zone {
        if knows(zones, id) {
            return Zone::Named(id.clone());
        }
        report(ProblemKind::UnknownZone(id.as_str().into()));
    }
    let mut is_needed = false;
    // The event's own times, and then those of each entry: a start and an end by turns.
    for number in 0..2 * (event.entries.len() + 1) {
        let (start, end) = match (number / 2).checked_sub(1) {
            None => (&event.start, &event.end),
            Some(entry) => (&event.entries[entry].start, &event.entries[entry].end),
        };
        let Some(time) = (if number % 2 == 0 { start } else { end }) else {
            continue;
        };
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
            // A date is one on every clock, and what an unknown zone keeps cannot be told.
            EventTime::Date(_) | EventTime::Zoned { offset: None, .. } => continue,
        };
        if is_needed {
            report(ProblemKind::ZoneOfOthers);
        }
        return zone;
    }
    if is_needed {
        report(ProblemKind::NoZone);
    }
    Zone::Floating
}
