//! Times in the form that the author wrote, without seconds where they are zero.

use chrono::{DateTime, FixedOffset};
use serde::ser::{Serialize, Serializer};

use crate::time::print::{print, print_clock, print_date};
use crate::time::resolve::at_offset;
use crate::time::{CivilDateTime, Duration, EventTime, HOUR};

impl Serialize for EventTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&written(self))
    }
}

/// In all units, so that no number has more digits than are read.
impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (weeks, days) = (self.days / 7, self.days % 7);
        let (hours, rest) = (self.seconds / HOUR, self.seconds % HOUR);
        let (minutes, seconds) = (rest / 60, rest % 60);
        serializer.collect_str(&format_args!(
            "P{weeks}W{days}DT{hours}H{minutes}M{seconds}S"
        ))
    }
}

fn written(time: &EventTime) -> String {
    match time {
        EventTime::Date(date) => print_date(*date),
        EventTime::Clock(clock) => print_clock(*clock),
        EventTime::Civil(civil) => on_clock(*civil),
        EventTime::Instant(at) => with_offset(*at),
        EventTime::Zoned {
            civil,
            zone,
            offset,
        } => {
            let time = match offset {
                None => on_clock(*civil),
                // A `Z` before the brackets would mean that the offset is unknown.
                Some(offset) => with_offset(at_offset(*civil, *offset).with_timezone(offset))
                    .replace('Z', "+00:00"),
            };
            [&time, "[", zone.as_str(), "]"].concat()
        }
        EventTime::InstantIn { at, zone } => {
            [&with_offset(at.fixed_offset()), "[", zone.as_str(), "]"].concat()
        }
    }
}

fn on_clock(civil: CivilDateTime) -> String {
    with_offset(civil.and_utc().fixed_offset()).replace('Z', "")
}

/// Midnight after the year 9999 can be written only as the end of its last day.
fn with_offset(at: DateTime<FixedOffset>) -> String {
    let text = print(at);
    match text.strip_prefix("+010000-01-01T00:00") {
        Some(offset) => ["9999-12-31T24:00", offset].concat(),
        None => text,
    }
}
