//! An event without a time of its own is when its entries are.

use serde_json::{Value, json};

use super::{Seen, instant};

/// The start, the end and whether it is for whole days.
fn when(entries: Value) -> Option<(String, Option<String>, bool)> {
    let document = json!({"name": "Days", "timeZone": "Europe/Berlin", "subEvent": entries});
    let seen = Seen::new(&document, "UTC");
    let (span, is_all_day) = seen.timeline.when()?;
    let text = |at| {
        seen.timeline
            .zone
            .civil_at(&crate::zones::ChronoTz, at)
            .to_string()
    };
    Some((text(span.start), span.end.map(text), is_all_day))
}

#[track_caller]
fn check(entries: Value, start: &str, end: Option<&str>, is_all_day: bool) {
    let full = |time: &str| format!("2027-06-{time}:00");
    assert_eq!(
        when(entries),
        Some((full(start), end.map(full), is_all_day))
    );
}

#[test]
fn it_is_from_the_first_to_the_last() {
    let entry = |start: &str, end: Option<&str>| json!({"name": "Talk", "startDate": start, "endDate": end});
    check(
        json!([
            entry("2027-06-11T10:00", None),
            entry("12:00", Some("13:30"))
        ]),
        "11 10:00",
        Some("11 13:30"),
        false,
    );
    // The end of the last one is not known.
    check(
        json!([entry("2027-06-11T10:00", None), entry("12:00", None)]),
        "11 10:00",
        None,
        false,
    );
    check(
        json!([
            entry("2027-06-11T10:00", None),
            entry("2027-06-13T16:00", None)
        ]),
        "11 10:00",
        Some("13 16:00"),
        false,
    );
    // One that runs longer than the last.
    check(
        json!([
            entry("2027-06-11T10:00", Some("18:00")),
            entry("12:00", Some("13:00"))
        ]),
        "11 10:00",
        Some("11 18:00"),
        false,
    );
    check(
        json!([entry("2027-06-11", None), entry("2027-06-12", None)]),
        "11 00:00",
        Some("13 00:00"),
        true,
    );
    check(
        json!([entry("2027-06-11", None), entry("2027-06-12T10:00", None)]),
        "11 00:00",
        Some("12 10:00"),
        true,
    );
    assert_eq!(when(json!([{"name": "Talk"}])), None);
}

#[test]
fn its_own_time_counts() {
    let document = json!({"name": "Day", "startDate": "2027-06-11T10:00Z", "subEvent": [
        {"name": "Doors", "startDate": "2027-06-11T09:00Z", "endDate": "2027-06-11T12:00Z"}]});
    let seen = Seen::new(&document, "UTC");
    let (span, _) = seen.timeline.when().expect("it has a time");
    assert_eq!((span.start, span.end), (instant("2027-06-11T10:00Z"), None));
}
