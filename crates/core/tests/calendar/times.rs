//! When appointments are, as files write it.

use handbill_core::calendar::{Form, Which, ics};
use serde_json::json;

use crate::document::{Document, stamp};
use crate::reader::unfold;
use crate::{unesco, with};

/// Start, end and form, as they are written into a file.
fn times(document: &Document, which: Which) -> Vec<String> {
    let appointment = document.appointment(which).expect("its time is known");
    let file = ics::file(&[appointment], None, stamp());
    let is_time = |line: &String| line.starts_with("DTSTART") || line.starts_with("DTEND");
    unfold(&file).into_iter().filter(is_time).collect()
}

#[test]
fn a_span_of_no_length_has_no_end() {
    // "14:00 Closing; 14:00 – 15:00 Networking": a mere point of the programme.
    let event = unesco();
    assert_eq!(event.entry(4).title, "Closing");
    assert_eq!(times(&event, Which::Entry(4)), ["DTSTART:20240214T130000Z"]);
    assert_eq!(
        times(&event, Which::Entry(5)),
        ["DTSTART:20240214T130000Z", "DTEND:20240214T140000Z"]
    );
}

#[test]
fn the_event_takes_its_own_span_and_entries_the_one_that_is_inferred() {
    let event = unesco();
    assert_eq!(
        times(&event, Which::Whole),
        ["DTSTART:20240214T113000Z", "DTEND:20240214T130000Z"]
    );
    assert_eq!(
        times(&event, Which::Entry(0)),
        ["DTSTART:20240214T113000Z", "DTEND:20240214T113500Z"]
    );
    let no_end =
        with(json!({"subEvent": [{"name": "A", "startDate": "13:00", "endDate": "15:00"}]}));
    assert_eq!(
        times(&no_end, Which::Whole),
        ["DTSTART:20240214T113000Z", "DTEND:20240214T140000Z"]
    );
    let no_times = with(json!({"startDate": null, "subEvent": [{"name": "A"}]}));
    assert_eq!(no_times.appointment(Which::Whole), None);
    assert_eq!(no_times.appointment(Which::Entry(0)), None);
    assert_eq!(no_times.appointment(Which::Entry(1)), None);
}

#[test]
fn whole_days_end_with_the_day_after() {
    let whole = |start: &str, end: &str, zone: &str| {
        let document = with(json!({"startDate": start, "endDate": end, "timeZone": zone}));
        assert_eq!(document.whole().slot.form, Form::Date);
        times(&document, Which::Whole).join(" ")
    };
    for (start, end, zone, expected) in [
        ("2024-02-29", "", "Europe/Berlin", "20240229 20240301"),
        (
            "2024-02-14",
            "2024-02-16",
            "Pacific/Auckland",
            "20240214 20240217",
        ),
        (
            "2024-12-31",
            "2024-12-31",
            "America/New_York",
            "20241231 20250101",
        ),
        // The clocks go forward at the midnight that begins the day, and at the one that ends it.
        ("2024-03-31", "", "Asia/Beirut", "20240331 20240401"),
        ("2024-03-30", "", "Asia/Beirut", "20240330 20240331"),
        // They go back at the one that ends it: it comes twice.
        ("2024-11-02", "", "America/Havana", "20241102 20241103"),
        // An end with a time of day takes the whole of that day.
        (
            "2024-02-14",
            "2024-02-15T12:00",
            "Europe/Berlin",
            "20240214 20240216",
        ),
        (
            "2024-02-14",
            "2024-02-15T00:00",
            "Europe/Berlin",
            "20240214 20240215",
        ),
    ] {
        let (first, after) = expected.split_once(' ').expect("two days");
        let expected = ["DTSTART;VALUE=DATE:", first, " DTEND;VALUE=DATE:", after].concat();
        assert_eq!(whole(start, end, zone), expected, "{start} {end} {zone}");
    }
    let days = with(json!({"startDate": null, "subEvent": [
        {"name": "A", "startDate": "2024-02-14"}, {"name": "B", "startDate": "2024-02-15"}]}));
    assert_eq!(
        times(&days, Which::Whole),
        ["DTSTART;VALUE=DATE:20240214", "DTEND;VALUE=DATE:20240216"]
    );
}

#[test]
fn the_clock_of_nobody_knows_where_stays_what_it_is() {
    let floating = with(json!({"timeZone": null, "endDate": "2024-02-14T14:00"}));
    assert_eq!(
        times(&floating, Which::Whole),
        ["DTSTART:20240214T123000", "DTEND:20240214T140000"]
    );
    assert_eq!(floating.whole().slot.zone, None);
}

#[test]
fn years_that_no_calendar_can_write_are_left_out() {
    for (start, is_written) in [
        ("9999-12-31T23:00Z", false),
        ("9999-12-31T20:00Z", true),
        ("9999-12-31", false),
        ("0000-12-31T23:00Z", false),
        ("0001-01-01T00:00Z", true),
        ("0001-01-01T00:00+01:00", false),
    ] {
        let document = with(json!({"timeZone": "UTC", "startDate": start}));
        assert_eq!(
            document.appointment(Which::Whole).is_some(),
            is_written,
            "{start}"
        );
    }
}
