//! `time::resolve` against chrono-tz: every zone, every change of its offset from 1970 to 2037.
//!
//! The domain asks a host one question only, the offset of a zone at an instant.
//! That this is enough to go from a civil time to the instants it names is what is shown here.

use chrono::{FixedOffset, MappedLocalTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use handbill_core::time::resolve::{Fit, compatible, instants};
use handbill_core::{CivilDateTime, TimeZoneId, Timestamp, Zone};
use zones::ChronoTz;

#[path = "host/zones.rs"]
mod zones;

/// How much was compared: a test that compares nothing must not look like one that passes.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    changes: usize,
    gaps: usize,
    folds: usize,
    cases: usize,
}

impl Count {
    fn plus(self, other: Self) -> Self {
        Self {
            changes: self.changes + other.changes,
            gaps: self.gaps + other.gaps,
            folds: self.folds + other.folds,
            cases: self.cases + other.cases,
        }
    }
}

#[test]
fn every_civil_time_around_every_change_of_every_zone() {
    // Half of the zones to each of two threads.
    let (some, others) = TZ_VARIANTS.split_at(TZ_VARIANTS.len() / 2);
    let of_zones = |zones: &[Tz]| zones.iter().fold(Count::default(), check_zone);
    let count = std::thread::scope(|scope| {
        let other = scope.spawn(|| of_zones(others));
        let count = of_zones(some);
        count.plus(other.join().expect("the other half of the zones agrees"))
    });
    println!("{} zones, {count:?}", TZ_VARIANTS.len());
    assert!(TZ_VARIANTS.len() > 500);
    assert!(count.changes > 25_000, "{count:?}");
    assert!(count.gaps > 100_000, "{count:?}");
    assert!(count.folds > 100_000, "{count:?}");
    assert!(count.cases > 1_000_000, "{count:?}");
}

fn check_zone(mut count: Count, zone: &Tz) -> Count {
    for (at, before, after) in changes(*zone) {
        count.changes += 1;
        for civil in civil_times_around(at, before, after) {
            count.cases += 1;
            match check(*zone, civil) {
                Fit::Exact => {}
                Fit::Gap => count.gaps += 1,
                Fit::Fold => count.folds += 1,
            }
        }
    }
    count
}

/// The edges of a gap or fold, a second on either side of them, its middle, and what lies hours and days away.
fn civil_times_around(
    at: Timestamp,
    before: FixedOffset,
    after: FixedOffset,
) -> Vec<CivilDateTime> {
    let [one, other] = [before, after].map(|offset| at.naive_utc() + offset);
    let middle = one + (other - one) / 2;
    let (first, last) = (one.min(other), one.max(other));
    let hours =
        [-48, -36, -25, -24, -12, -3, -1, 1, 2, 3, 12, 24, 25, 36, 48].map(TimeDelta::hours);
    let away = hours
        .into_iter()
        .flat_map(|away| [first + away, last + away]);
    let seconds = [-1, 0, 1, 1800].map(TimeDelta::seconds);
    let edges = seconds
        .into_iter()
        .flat_map(|away| [first + away, middle + away, last + away]);
    away.chain(edges).collect()
}

fn check(zone: Tz, civil: CivilDateTime) -> Fit {
    let offset_at = |at: Timestamp| zone.offset_from_utc_datetime(&at.naive_utc()).fix();
    let expected = zone.from_local_datetime(&civil).map(|at| at.to_utc());
    assert_eq!(instants(civil, &offset_at), expected, "{zone} {civil}");
    let (at, fit) = compatible(civil, &offset_at);
    match expected {
        MappedLocalTime::Single(only) => {
            assert_eq!((at, fit), (only, Fit::Exact), "{zone} {civil}")
        }
        MappedLocalTime::Ambiguous(first, second) => {
            assert!(first < second, "{zone} {civil}");
            assert_eq!((at, fit), (first, Fit::Fold), "{zone} {civil}");
        }
        MappedLocalTime::None => {
            assert_eq!(
                (at, fit),
                (after_gap(zone, civil), Fit::Gap),
                "{zone} {civil}"
            );
        }
    }
    if fit != Fit::Gap {
        let named = Zone::Named(TimeZoneId::new(zone.name()).expect("the name of a zone"));
        assert_eq!(named.civil_at(&ChronoTz, at), civil, "{zone} {civil}");
    }
    fit
}

/// What Temporal's "compatible" makes of a time in a gap: the offset before the gap is kept.
///
/// Found by walking: the last second that the clock did show before, and as much later as the time is.
fn after_gap(zone: Tz, civil: CivilDateTime) -> Timestamp {
    let mut shown = civil;
    let mut step = TimeDelta::hours(24);
    while step > TimeDelta::zero() {
        if zone.from_local_datetime(&(shown - step)).latest().is_none() {
            shown -= step;
        } else {
            step = TimeDelta::seconds(step.num_seconds() / 2);
        }
    }
    let last = shown - TimeDelta::seconds(1);
    let at = zone
        .from_local_datetime(&last)
        .latest()
        .expect("shown before the gap");
    at.to_utc() + (civil - last)
}

/// Every change of the offset of a zone: when, from what, to what.
fn changes(zone: Tz) -> Vec<(Timestamp, FixedOffset, FixedOffset)> {
    let offset_at = |second: i64| {
        let at = Timestamp::from_timestamp(second, 0).expect("within the calendar");
        zone.offset_from_utc_datetime(&at.naive_utc()).fix()
    };
    const STEP: i64 = 24 * 3600;
    let (first, last) = (0, 2_145_916_800);
    let mut found = Vec::new();
    let mut before = offset_at(first);
    for start in (first..last).step_by(STEP as usize) {
        // More than one change within a step: the earliest is looked for, then the next from there.
        let end = start + STEP;
        let mut from = start;
        while before != offset_at(end) {
            let (mut same, mut other) = (from, end);
            while other - same > 1 {
                let middle = same + (other - same) / 2;
                if offset_at(middle) == before {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            let at = Timestamp::from_timestamp(other, 0).expect("within the calendar");
            found.push((at, before, offset_at(other)));
            before = offset_at(other);
            from = other;
        }
    }
    found
}
