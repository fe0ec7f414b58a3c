//! Whether a programme is so large that it needs the tools of a conference.

use crate::agenda::Agenda;
use crate::event::{Entry, Event};
use crate::time::TimeZones;
use crate::timeline::{TimedEntry, Timeline};

/// The most entries of one day without those tools.
const FEW: usize = 20;

/// The most entries of several days without them.
const FEW_OF_DAYS: usize = 10;

impl Timeline {
    /// Whether the programme has more than 20 entries, more than ten on several days of the event's own clock, or parallel
    /// lanes.
    pub fn is_conference(&self, event: &Event, zones: &dyn TimeZones) -> bool {
        self.entries.len() > FEW
            || (self.entries.len() > FEW_OF_DAYS
                && Agenda::new(self, zones, &self.zone).days.len() > 1)
            || self.is_parallel(event)
    }

    fn is_parallel(&self, event: &Event) -> bool {
        let lane = |entry: &TimedEntry| event.entries.get(entry.index).and_then(Entry::lane);
        let mut entries = self.entries.iter().filter(|entry| !entry.is_all_day);
        while let Some(one) = entries.next() {
            let (Some(span), Some(own)) = (one.span, lane(one)) else {
                continue;
            };
            // An inferred end is the next start in the lane, which may be hours later.
            let end = span.end.filter(|_| one.has_own_end);
            let is_beside = |other: &TimedEntry| {
                let start = other.span.map(|other| other.start);
                (start == Some(span.start) || start.is_some_and(|start| end > Some(start)))
                    && lane(other).is_some_and(|lane| lane != own)
            };
            // Entries are ordered by start, so those before have been compared already.
            if entries.clone().any(is_beside) {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;
    use crate::time::{TimeZoneId, Timestamp};

    struct NoZones;

    impl TimeZones for NoZones {
        fn offset_at(&self, _: &TimeZoneId, _: Timestamp) -> Option<chrono::FixedOffset> {
            None
        }
    }

    #[track_caller]
    fn check(entries: &str, expected: bool) {
        let document = [
            r#"{"name": "E", "startDate": "2024-06-03T18:00Z", "subEvent": ["#,
            entries,
            "]}",
        ];
        let (event, _) = read(&document.concat(), "");
        let event = event.expect("it can be read");
        let (timeline, _) = Timeline::resolve(&event, &NoZones, None);
        assert_eq!(timeline.is_conference(&event, &NoZones), expected);
    }

    #[test]
    fn an_evening_is_no_conference() {
        check("", false);
        check(r#""Somewhen", "Whenever""#, false);
        check(
            r#"{"name": "Talk", "startDate": "18:00"}, {"name": "Night", "startDate": "01:30"}"#,
            false,
        );
        // People move from room to room.
        check(
            r#"{"name": "A", "startDate": "18:00", "track": "1"}, {"name": "B", "startDate": "18:30", "track": "2"}"#,
            false,
        );
        check(
            r#"{"name": "A", "startDate": "18:00", "endDate": "19:00", "track": "1"},
            {"name": "B", "startDate": "19:00", "track": "2"}"#,
            false,
        );
        check(
            r#"{"name": "A", "startDate": "18:00", "location": "1"}, {"name": "B", "startDate": "18:00"}"#,
            false,
        );
    }

    #[test]
    fn rooms_that_are_used_at_one_time_are_one() {
        check(
            r#"{"name": "A", "startDate": "18:00", "location": "1"}, {"name": "B", "startDate": "18:00", "location": "2"}"#,
            true,
        );
        check(
            r#"{"name": "A", "startDate": "18:00", "endDate": "20:00", "track": "1"}, {"name": "Tea", "startDate": "18:30"},
            {"name": "B", "startDate": "19:00", "track": "2"}"#,
            true,
        );
    }

    #[test]
    fn many_entries_or_days_are() {
        check(&[r#""Talk""#; 20].join(","), false);
        check(&[r#""Talk""#; 21].join(","), true);
        let two_days = |count: usize| {
            let first = r#"{"name": "A", "startDate": "2024-06-03"}"#;
            let rest = vec![r#"{"name": "B", "startDate": "2024-06-04"}"#; count - 1];
            [&[first], &*rest].concat().join(",")
        };
        check(&two_days(10), false);
        check(&two_days(11), true);
    }
}
