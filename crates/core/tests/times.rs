//! What the times of a document mean: from the text that an author writes to the state that a visitor sees.

use handbill_core::problem::windows_zones::recognise;
use handbill_core::time::parse::{civil, timestamp};
use handbill_core::time::resolve::compatible;
use handbill_core::{Event, Snapshot, TimeZoneId, Timeline, Timestamp, Zone, read};
use serde_json::Value;
use zones::ChronoTz;

#[path = "times/countdown.rs"]
mod countdown;
#[path = "times/durations.rs"]
mod durations;
#[path = "times/floating.rs"]
mod floating;
#[path = "times/of_entries.rs"]
mod of_entries;
#[path = "times/place.rs"]
mod place;
#[path = "times/whole_days.rs"]
mod whole_days;
#[path = "times/zone_names.rs"]
mod zone_names;
#[path = "host/zones.rs"]
mod zones;

/// A document as a visitor in some zone has it.
struct Seen {
    event: Event,
    timeline: Timeline,
    /// Each problem with its path and sentence.
    problems: Vec<String>,
    zone: Zone,
}

impl Seen {
    #[track_caller]
    fn new(document: &Value, visitor: &str) -> Self {
        let (event, mut problems) = read(&document.to_string(), "");
        let event = event.expect("there is an event in the document");
        let zone = TimeZoneId::new(visitor).expect("the name of a zone");
        let (timeline, more) = Timeline::resolve(&event, &ChronoTz, Some(&zone));
        problems.extend(more);
        recognise(&mut problems);
        Self {
            event,
            timeline,
            problems: problems.iter().map(ToString::to_string).collect(),
            zone: Zone::Named(zone),
        }
    }

    /// The instant at which the visitor's clock shows a civil time.
    #[track_caller]
    fn at(&self, text: &str) -> Timestamp {
        let civil = civil(text).expect("a civil time");
        compatible(civil, &|at| self.zone.offset_at(&ChronoTz, at)).0
    }

    /// The state when the visitor's clock shows a civil time.
    #[track_caller]
    fn when(&self, text: &str) -> Snapshot {
        Snapshot::at(&self.timeline, self.at(text))
    }
}

/// An instant as RFC 3339 has it.
#[track_caller]
fn instant(text: &str) -> Timestamp {
    timestamp(text).expect("an instant")
}
