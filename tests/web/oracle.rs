//! `Intl` against chrono-tz: every zone that both know, every change of its offset from 2024 to 2027, and a sample of
//! the years from 1970 to 2037.
//!
//! Both read the IANA database, but seldom the same release of it: [`news`] has what they may disagree on.

use std::fmt::Write;

use chrono::{FixedOffset, MappedLocalTime, Offset, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use handbill::browser::intl::zones::IntlZones;
use handbill_core::time::resolve::{Fit, compatible};
use handbill_core::{CivilDateTime, TimeZoneId, TimeZones, Timestamp};
use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use news::is_news;

mod news;

/// The years whose every change is looked at.
const CHANGES: (i32, i32) = (2024, 2027);

#[wasm_bindgen_test]
fn every_zone_has_the_offsets_that_chrono_tz_gives_it() {
    let (first, last) = (january(1970), january(2038));
    let mut found = Findings::default();
    for (zone, id) in zones() {
        found.zones += 1;
        let mut at = first;
        while at < last {
            found.compare(zone, &id, at);
            // Closer together where the browser may know of a change that chrono-tz does not.
            let is_close = (january(CHANGES.0)..january(CHANGES.1 + 1)).contains(&at);
            at += TimeDelta::days(if is_close { 28 } else { 90 });
        }
        for (at, ..) in changes(zone) {
            for second in [-1, 0, 1] {
                found.compare(zone, &id, at + TimeDelta::seconds(second));
            }
        }
    }
    found.hold(150_000);
}

#[wasm_bindgen_test]
fn every_civil_time_around_a_change_names_the_instant_that_chrono_tz_gives_it() {
    let mut found = Findings::default();
    let (mut gaps, mut folds) = (0, 0);
    for (zone, id) in zones() {
        found.zones += 1;
        let offset_at = |at| {
            IntlZones
                .offset_at(&id, at)
                .expect("the browser knows the zone")
        };
        for (at, before, after) in changes(zone) {
            for civil in civil_times_around(at, before, after) {
                let expected = match zone.from_local_datetime(&civil).map(|at| at.to_utc()) {
                    MappedLocalTime::Single(only) => (only, Fit::Exact),
                    MappedLocalTime::Ambiguous(first, _) => (first, Fit::Fold),
                    // As far after the gap as the time was into it.
                    MappedLocalTime::None => ((civil - before).and_utc(), Fit::Gap),
                };
                gaps += usize::from(expected.1 == Fit::Gap);
                folds += usize::from(expected.1 == Fit::Fold);
                let resolved = compatible(civil, &offset_at);
                let shown = resolved.0.naive_utc() + offset_at(resolved.0);
                let returns = resolved.1 == Fit::Gap || shown == civil;
                found.count(resolved == expected && returns, zone, at, || {
                    format!("{civil} is {resolved:?}, not {expected:?}, and shown as {shown}")
                });
            }
        }
    }
    assert!(gaps > 3_000, "{gaps} times in gaps");
    assert!(folds > 3_000, "{folds} times in folds");
    found.hold(20_000);
}

#[wasm_bindgen_test]
fn every_zone_that_the_browser_offers_is_one_that_chrono_tz_knows() {
    let script = Function::new_no_args("return Intl.supportedValuesOf('timeZone')");
    let offered: Array = script
        .call0(&JsValue::NULL)
        .expect("the browser lists its zones")
        .unchecked_into();
    assert!(offered.length() > 400, "{} zones", offered.length());
    let unknown: Vec<String> = offered
        .iter()
        .filter_map(|id| id.as_string())
        .filter(|id| id.parse::<Tz>().is_err())
        .collect();
    assert_eq!(unknown, [""; 0]);
}

/// What was compared, and where the two disagree for no listed reason.
#[derive(Default)]
struct Findings {
    zones: usize,
    cases: usize,
    excused: usize,
    faults: usize,
    report: String,
}

impl Findings {
    fn compare(&mut self, zone: Tz, id: &TimeZoneId, at: Timestamp) {
        let expected = offset(zone, at);
        let found = IntlZones.offset_at(id, at);
        self.count(found == Some(expected), zone, at, || {
            format!("{found:?} by Intl, {expected} by chrono-tz")
        });
    }

    fn count(&mut self, agrees: bool, zone: Tz, at: Timestamp, told: impl FnOnce() -> String) {
        self.cases += 1;
        if agrees {
            return;
        }
        if is_news(zone, at) {
            self.excused += 1;
            return;
        }
        self.faults += 1;
        // Writing to a text cannot fail.
        _ = writeln!(self.report, "{zone} at {at}: {}", told());
    }

    /// Nothing differs that may not, and enough was compared: a test that compares nothing must not look like one
    /// that passes.
    fn hold(&self, cases: usize) {
        console_log!(
            "{} zones, {} cases, {} excused",
            self.zones,
            self.cases,
            self.excused
        );
        assert_eq!(self.faults, 0, "\n{}", self.report);
        assert!(self.zones > 400, "{} zones", self.zones);
        assert!(self.cases > cases, "{} cases", self.cases);
    }
}

/// The zones of chrono-tz that the browser knows.
fn zones() -> impl Iterator<Item = (Tz, TimeZoneId)> {
    let known = TZ_VARIANTS.into_iter().map(|zone| {
        let id = TimeZoneId::new(zone.name()).expect("the name of a zone");
        (zone, id)
    });
    known.filter(|(_, id)| IntlZones.offset_at(id, Timestamp::default()).is_some())
}

fn offset(zone: Tz, at: Timestamp) -> FixedOffset {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix()
}

fn january(year: i32) -> Timestamp {
    chrono::Utc
        .with_ymd_and_hms(year, 1, 1, 0, 0, 0)
        .earliest()
        .expect("within the calendar")
}

/// Every change of the offset of a zone in the years of [`CHANGES`]: when, from what, to what.
fn changes(zone: Tz) -> Vec<(Timestamp, FixedOffset, FixedOffset)> {
    let end = january(CHANGES.1 + 1);
    let mut day = january(CHANGES.0);
    let mut found = Vec::new();
    while day < end {
        let next = day + TimeDelta::days(1);
        let (before, after) = (offset(zone, day), offset(zone, next));
        if before != after {
            let (mut same, mut other) = (day, next);
            while other - same > TimeDelta::seconds(1) {
                let middle = same + TimeDelta::seconds((other - same).num_seconds() / 2);
                if offset(zone, middle) == before {
                    same = middle;
                } else {
                    other = middle;
                }
            }
            found.push((other, before, after));
        }
        day = next;
    }
    found
}

/// The edges of a gap or fold, a second on either side of them, its middle, and what lies hours away.
fn civil_times_around(
    at: Timestamp,
    before: FixedOffset,
    after: FixedOffset,
) -> Vec<CivilDateTime> {
    let [one, other] = [before, after].map(|offset| at.naive_utc() + offset);
    let (first, last) = (one.min(other), one.max(other));
    let middle = first + (last - first) / 2;
    let seconds = [-1, 0, 1].map(TimeDelta::seconds);
    let edges = seconds
        .into_iter()
        .flat_map(|away| [first + away, middle + away, last + away]);
    let hours = [-24, -3, 3, 24].map(TimeDelta::hours);
    edges.chain(hours.map(|away| middle + away)).collect()
}
