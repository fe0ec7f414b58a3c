//! How the time left is counted: days on the calendar, hours within the day.

use chrono::TimeDelta;
use handbill_core::countdown::{Countdown, Target, Unit};
use handbill_core::snapshot::awaited;
use handbill_core::{TimeZoneId, Timestamp, Zone};
use proptest::prelude::*;
use serde_json::json;

use super::{Seen, instant};
use crate::zones::ChronoTz;

fn zone(id: &str) -> Zone {
    Zone::Named(TimeZoneId::new(id).expect("the name of a zone"))
}

/// The time left at `now` until `at`, on the clock of Berlin.
#[track_caller]
fn left(now: &str, at: &str) -> Option<(i64, Unit)> {
    let zone = zone("Europe/Berlin");
    let target = Target {
        at: instant(at),
        day: None,
        zone: &zone,
    };
    let left = target.left(&ChronoTz, instant(now))?;
    Some((left.count, left.unit))
}

#[test]
fn days_are_those_of_the_calendar() {
    use Unit::{Day, Hour, Minute, Second};
    let start = "2027-06-11T18:00+02:00";
    for (now, count, unit) in [
        ("2027-06-01T23:59+02:00", 10, Day),
        // Two nights away, whatever the hour.
        ("2027-06-09T00:00+02:00", 2, Day),
        ("2027-06-09T12:00+02:00", 2, Day),
        ("2027-06-09T23:59:59+02:00", 2, Day),
        // Tomorrow.
        ("2027-06-10T00:00+02:00", 1, Day),
        ("2027-06-10T23:59:59+02:00", 1, Day),
        // The same day.
        ("2027-06-11T00:00+02:00", 18, Hour),
        ("2027-06-11T00:00:01+02:00", 17, Hour),
        ("2027-06-11T16:00+02:00", 2, Hour),
        ("2027-06-11T16:00:01+02:00", 119, Minute),
        ("2027-06-11T17:59+02:00", 1, Minute),
        ("2027-06-11T17:59:01+02:00", 59, Second),
        ("2027-06-11T17:59:59+02:00", 1, Second),
    ] {
        assert_eq!(left(now, start), Some((count, unit)), "{now}");
    }
    assert_eq!(left(start, start), None);
}

#[test]
fn what_comes_in_the_night_is_counted_in_hours() {
    let start = "2027-06-12T06:00+02:00";
    assert_eq!(left("2027-06-11T18:00+02:00", start), Some((1, Unit::Day)));
    assert_eq!(
        left("2027-06-11T18:00:01+02:00", start),
        Some((11, Unit::Hour))
    );
    assert_eq!(left("2027-06-11T23:00+02:00", start), Some((7, Unit::Hour)));
    let midnight = "2027-06-12T00:00+02:00";
    assert_eq!(
        left("2027-06-11T23:59+02:00", midnight),
        Some((1, Unit::Minute))
    );
}

#[test]
fn whole_days_are_never_counted_in_hours() {
    let document = json!({"name": "Fair", "startDate": "2027-06-11", "registration": {
        "url": "https://a.example/r", "opens": "2027-06-01", "closes": "2027-06-05"
    }});
    for place in ["America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati"] {
        let seen = Seen::new(&document, place);
        let left = |time: &str| {
            let (now, snapshot) = (seen.at(time), seen.when(time));
            // Another clock may be shown: days are those of the event.
            let shown = zone("Asia/Tokyo");
            awaited(&seen.timeline, &snapshot, &ChronoTz, &shown)
                .map(|target| target?.left(&ChronoTz, now))
        };
        let days = |count| {
            Some(Countdown {
                count,
                unit: Unit::Day,
            })
        };
        assert_eq!(left("2027-05-30T23:59"), [days(12), days(2)], "{place}");
        assert_eq!(left("2027-05-31T23:59"), [days(11), days(1)], "{place}");
        // Until the end of the fifth.
        assert_eq!(left("2027-06-03T12:00"), [days(8), days(2)], "{place}");
        assert_eq!(left("2027-06-04T00:00"), [days(7), days(1)], "{place}");
        assert_eq!(left("2027-06-05T23:59"), [days(6), days(0)], "{place}");
        assert_eq!(left("2027-06-06T00:00"), [days(5), None], "{place}");
        assert_eq!(left("2027-06-10T23:59"), [days(1), None], "{place}");
        assert_eq!(left("2027-06-11T00:00"), [None, None], "{place}");
    }
}

#[test]
fn the_next_change_is_the_first_instant_that_reads_otherwise() {
    // The clocks go forward on the last night.
    let berlin = zone("Europe/Berlin");
    let target = Target {
        at: instant("2027-03-28T18:00+02:00"),
        day: None,
        zone: &berlin,
    };
    let left = |at| target.left(&ChronoTz, at);
    let mut now = instant("2027-03-24T11:00+01:00");
    let mut changes = 0;
    while let Some(next) = target.next_change(&ChronoTz, now) {
        assert_ne!(left(next), left(now), "at {next}");
        assert_eq!(
            left(next - TimeDelta::milliseconds(1)),
            left(now),
            "before {next}"
        );
        (now, changes) = (next, changes + 1);
    }
    assert_eq!(now, target.at);
    // Days 3, 2 and 1; hours 17 to 2, minutes 119 to 1, seconds 59 to 1, and the end.
    assert_eq!(changes, 3 + 16 + 119 + 59 + 1);
}

proptest! {
    #[test]
    fn the_number_of_days_is_the_difference_of_the_dates_that_are_shown(
        place in prop::sample::select(chrono_tz::TZ_VARIANTS.as_slice()),
        now in 0..2_145_916_800_i64,
        seconds in 1..5_000_000_i64,
    ) {
        let at = |second| Timestamp::from_timestamp(second, 0).expect("within the calendar");
        let (zone, now, target) = (zone(place.name()), at(now), at(now + seconds));
        let [today, day] = [now, target].map(|at| zone.civil_at(&ChronoTz, at).date());
        let days = (day - today).num_days();
        let left = |day| Target { at: target, day, zone: &zone }.left(&ChronoTz, now);
        let timed = left(None).expect("there is time left");
        if timed.unit == Unit::Day {
            prop_assert_eq!(timed.count, days);
            prop_assert!(days > 0 && seconds >= 12 * 3600);
        } else {
            prop_assert!(days < 1 || seconds < 12 * 3600, "{:?}", timed);
        }
        let whole = left(Some(day)).expect("there is time left");
        prop_assert_eq!((whole.count, whole.unit), (days.max(0), Unit::Day));
    }
}
