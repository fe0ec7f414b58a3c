//! Days without a time of day, in all the ways in which programs write them.

use handbill_core::snapshot::Phase;
use handbill_core::{Agenda, json_ld};
use serde_json::{Value, json};

use super::{Seen, instant};
use crate::zones::ChronoTz;

fn seen(start: &str, end: Option<&str>, zone: Option<&str>) -> Seen {
    let document = json!({"name": "Fair", "startDate": start, "endDate": end, "timeZone": zone});
    Seen::new(&document, "America/Los_Angeles")
}

/// The first day and the last, if it is for whole days.
fn days(seen: &Seen) -> Option<(String, String)> {
    let span = seen.timeline.span.filter(|_| seen.timeline.is_all_day)?;
    let day = |at| seen.timeline.zone.civil_at(&ChronoTz, at);
    let (first, after) = (day(span.start), day(span.end?));
    assert_eq!(
        first.date().and_time(first.time()).to_string()[11..],
        *"00:00:00"
    );
    Some((
        first.date().to_string(),
        after.date().pred_opt()?.to_string(),
    ))
}

#[test]
fn midnights_on_one_clock_are_whole_days() {
    const BERLIN: Option<&str> = Some("Europe/Berlin");
    for (start, end, zone, last) in [
        ("2027-06-11T00:00", "2027-06-11T23:59", None, "11"),
        ("2027-06-11T00:00:00", "2027-06-11T23:59:59", BERLIN, "11"),
        ("2027-06-11T00:00", "2027-06-11T24:00", BERLIN, "11"),
        ("2027-06-11T00:00", "2027-06-12T00:00", BERLIN, "11"),
        ("2027-06-11T00:00", "2027-06-13T00:00", None, "12"),
        ("2027-06-11T00:00", "2027-06-13T23:59", BERLIN, "13"),
        // One day that ends when it begins.
        ("2027-06-11T00:00", "2027-06-11T00:00", BERLIN, "11"),
        ("2027-06-11T00:00", "23:59", BERLIN, "11"),
        ("2027-06-11T00:00", "24:00", BERLIN, "11"),
        ("2027-06-11T00:00", "2027-06-12", BERLIN, "12"),
        (
            "2027-06-11T00:00+02:00",
            "2027-06-11T23:59+02:00",
            None,
            "11",
        ),
        (
            "2027-06-11T00:00[Europe/Berlin]",
            "2027-06-12T23:59[Europe/Berlin]",
            None,
            "12",
        ),
        // In UTC, as midnights there or at the place.
        ("2027-06-11T00:00Z", "2027-06-11T23:59:59Z", None, "11"),
        (
            "2027-06-11T00:00:00+00:00",
            "2027-06-12T00:00:00+00:00",
            None,
            "11",
        ),
        ("2027-06-10T22:00Z", "2027-06-12T22:00Z", BERLIN, "12"),
    ] {
        let seen = seen(start, Some(end), zone);
        let expected = ("2027-06-11".to_owned(), format!("2027-06-{last}"));
        assert_eq!(days(&seen), Some(expected), "{start} {end}");
        assert_eq!(
            seen.problems
                .iter()
                .filter(|text| !text.starts_with("timeZone"))
                .count(),
            0
        );
    }
    // The clocks change in between.
    let spring = seen(
        "2027-03-27T00:00+01:00",
        Some("2027-03-29T00:00+02:00"),
        BERLIN,
    );
    assert_eq!(
        days(&spring),
        Some(("2027-03-27".to_owned(), "2027-03-28".to_owned()))
    );
}

#[test]
fn days_in_utc_are_days_of_the_visitor() {
    let seen = seen("2027-06-11T00:00Z", Some("2027-06-11T23:59Z"), None);
    assert_eq!(seen.problems, [""; 0]);
    assert_eq!(seen.when("2027-06-11T18:00").phase, Phase::Live);
    assert_eq!(seen.when("2027-06-10T23:59").phase, Phase::Upcoming);
}

#[test]
fn other_times_are_times() {
    for (start, end, zone) in [
        ("2027-06-11T00:00", Some("2027-06-11T06:00"), None),
        ("2027-06-11T18:00", Some("2027-06-12T00:00"), None),
        ("2027-06-11T18:00", Some("2027-06-11T23:59"), None),
        ("2027-06-11T00:00", Some("2027-06-10T00:00"), None),
        // A day and a night in Los Angeles.
        (
            "2027-06-11T00:00Z",
            Some("2027-06-12T00:00Z"),
            Some("America/Los_Angeles"),
        ),
        // Midnight in UTC is the afternoon somewhere.
        ("2027-06-11T00:00Z", None, None),
        ("2027-06-11T00:00Z", None, Some("Europe/Berlin")),
    ] {
        assert!(
            !seen(start, end, zone).timeline.is_all_day,
            "{start} {end:?}"
        );
    }
}

#[test]
fn a_lone_midnight_is_a_day_without_a_time() {
    const PROBLEM: &str = "startDate: A lone midnight is taken for a day without a time. \
                           Write the time, or the day alone, as in 2024-02-14.";
    for (start, zone) in [
        ("2027-06-11T00:00:00", None),
        ("2027-06-11T00:00", Some("Europe/Berlin")),
        ("2027-06-11T00:00+02:00", None),
        ("2027-06-10T22:00Z", Some("Europe/Berlin")),
    ] {
        let seen = seen(start, None, zone);
        let day = "2027-06-11".to_owned();
        assert_eq!(days(&seen), Some((day.clone(), day)), "{start}");
        assert!(
            seen.problems.contains(&PROBLEM.to_owned()),
            "{:?}",
            seen.problems
        );
    }
    // The programme says that it is a time.
    let document = json!({"name": "Ball", "startDate": "2027-06-11T00:00", "subEvent": [
        {"name": "Waltz", "startDate": "00:00"}, {"name": "Polka", "startDate": "00:30"}]});
    assert!(!Seen::new(&document, "UTC").timeline.is_all_day);
}

#[test]
fn an_end_that_is_a_day_is_no_midnight() {
    let at_six = "2027-06-11T18:00+02:00";
    let same = seen(at_six, Some("2027-06-11"), None);
    let span = same.timeline.span.expect("it has a time");
    assert_eq!((span.start, span.end), (instant(at_six), None));
    assert_eq!(same.problems, [""; 0]);
    assert!(!same.timeline.has_own_end);

    let later = seen(at_six, Some("2027-06-13"), None);
    let last = later.timeline.ends_on.map(|day| day.to_string());
    assert_eq!(last.as_deref(), Some("2027-06-13"));
    assert_eq!(
        later.timeline.ends_at(),
        Some(instant("2027-06-14T00:00+02:00"))
    );

    let before = seen(at_six, Some("2027-06-10"), None);
    assert_eq!(before.problems.len(), 1);
    assert_eq!(before.timeline.ends_on, None);
}

#[test]
fn entries_have_days_as_events_do() {
    let document = json!({"name": "Fair", "startDate": "2027-06-11", "timeZone": "Europe/Berlin", "subEvent": [
        {"name": "Exhibition", "startDate": "2027-06-11T00:00", "endDate": "2027-06-12T23:59"},
        {"name": "Camp", "startDate": "2027-06-11T18:00", "endDate": "2027-06-13"},
        {"name": "Talk", "startDate": "2027-06-11T19:00", "endDate": "2027-06-11"},
        {"name": "Party", "startDate": "2027-06-12T00:00"}
    ]});
    let seen = Seen::new(&document, "UTC");
    let [exhibition, camp, talk, party] = &seen.timeline.entries[..] else {
        panic!("four entries")
    };
    assert!(exhibition.is_all_day && !party.is_all_day);
    assert_eq!(
        camp.ends_on.map(|day| day.to_string()).as_deref(),
        Some("2027-06-13")
    );
    assert!(!talk.has_own_end);
    let agenda = Agenda::new(&seen.timeline, &ChronoTz, &seen.timeline.zone);
    let shown = agenda.days[0].rows[1].shown.expect("its start is shown");
    assert_eq!(shown.end, None);
}

#[test]
fn days_are_described_as_days() {
    let described = |document: Value| {
        let seen = Seen::new(&document, "America/Los_Angeles");
        let text = json_ld(
            &seen.event,
            &seen.timeline,
            &ChronoTz,
            &|url| url.as_str().into(),
            None,
        );
        let value: Value = serde_json::from_str(&text).expect("JSON");
        [&value["startDate"], &value["endDate"]].map(|time| time.as_str().map(str::to_owned))
    };
    let written = |start: &str, end: Option<&str>| [Some(start.to_owned()), end.map(str::to_owned)];
    for (start, end, expected) in [
        (
            "2027-06-11T00:00Z",
            Some("2027-06-12T23:59Z"),
            written("2027-06-11", Some("2027-06-12")),
        ),
        ("2027-06-11T00:00", None, written("2027-06-11", None)),
        (
            "2027-06-11T18:00+02:00",
            Some("2027-06-11"),
            written("2027-06-11T18:00+02:00", None),
        ),
        (
            "2027-06-11T18:00+02:00",
            Some("2027-06-13"),
            written("2027-06-11T18:00+02:00", Some("2027-06-13")),
        ),
    ] {
        let document = json!({"name": "Fair", "startDate": start, "endDate": end});
        assert_eq!(described(document), expected, "{start} {end:?}");
    }
}
