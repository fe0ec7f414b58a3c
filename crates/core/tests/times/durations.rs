//! Ends that are written as a length.

use serde_json::{Value, json};

use super::{Seen, instant};

fn seen(start: &str, end: Option<&str>, duration: &str) -> Seen {
    let document = json!({
        "name": "Workshop", "startDate": start, "endDate": end, "duration": duration, "timeZone": "Europe/Berlin"
    });
    Seen::new(&document, "UTC")
}

#[test]
fn an_event_without_an_end_ends_by_its_duration() {
    for (start, duration, end) in [
        ("2027-06-11T09:00", "PT8H", "2027-06-11T17:00+02:00"),
        ("2027-06-11T09:00", "PT90M", "2027-06-11T10:30+02:00"),
        ("2027-06-11T09:00Z", "P1DT2H", "2027-06-12T11:00Z"),
        // A day of the calendar, on which the clocks change.
        ("2027-03-27T09:00", "P1D", "2027-03-28T09:00+02:00"),
        ("2027-03-27T09:00", "PT24H", "2027-03-28T10:00+02:00"),
    ] {
        let seen = seen(start, None, duration);
        let span = seen.timeline.span.expect("it has a time");
        assert_eq!(span.end, Some(instant(end)), "{start} {duration}");
        assert!(seen.timeline.has_own_end && seen.problems.is_empty());
    }
}

#[test]
fn whole_days_have_a_number_of_days() {
    for (start, duration, last) in [
        ("2027-06-11", "P3D", "2027-06-13"),
        ("2027-06-11", "P1D", "2027-06-11"),
        // A day has no hours to count from.
        ("2027-06-11", "PT8H", "2027-06-11"),
        ("2027-06-11T00:00", "P2D", "2027-06-12"),
        ("2027-06-11T00:00", "PT24H", "2027-06-11"),
    ] {
        let seen = seen(start, None, duration);
        assert!(seen.timeline.is_all_day, "{start} {duration}");
        let after = instant(&format!("{last}T24:00+02:00"));
        assert_eq!(seen.timeline.ends_at(), Some(after), "{start} {duration}");
        assert_eq!(seen.problems, [""; 0]);
    }
}

#[test]
fn of_an_end_and_a_duration_the_end_counts() {
    const PROBLEM: &str = "duration: This leads to another end than endDate, which counts. Correct one, or leave it out.";
    for (end, duration, problems) in [
        ("2027-06-11T17:00", "PT8H", &[][..]),
        ("2027-06-11T16:59:30", "PT8H", &[]),
        ("2027-06-11T17:00", "PT7H", &[PROBLEM]),
        ("2027-06-11T17:00", "PT0S", &[]),
    ] {
        let seen = seen("2027-06-11T09:00", Some(end), duration);
        assert_eq!(seen.problems, problems, "{end} {duration}");
        let at = instant(&format!("{end}+02:00"));
        assert_eq!(seen.timeline.ends_at(), Some(at));
    }
    // A day that is named as the end leaves the hour to the duration.
    let evening = seen("2027-06-11T18:00", Some("2027-06-11"), "PT2H");
    assert_eq!(
        evening.timeline.ends_at(),
        Some(instant("2027-06-11T20:00+02:00"))
    );
    assert_eq!(evening.problems, [""; 0]);
}

#[test]
fn entries_have_durations_as_well() {
    let entry = |name: &str, duration: Value| json!({"name": name, "startDate": "10:00", "duration": duration});
    let document = json!({"name": "Day", "startDate": "2027-06-11T09:00", "timeZone": "Europe/Berlin", "subEvent": [
        entry("Talk", json!("PT45M")), entry("Walk", json!({"@type": "Duration", "name": "PT1H"})),
        {"name": "Wrong", "startDate": "11:30", "endDate": "12:00", "duration": "PT2H"},
        {"name": "None", "startDate": "12:00", "duration": "an hour"}
    ]});
    let seen = Seen::new(&document, "UTC");
    let ends = seen.timeline.entries.iter().map(|timed| {
        let end = timed.span.and_then(|span| span.end);
        end.filter(|_| timed.has_own_end)
    });
    let expected =
        ["10:45", "11:00", "12:00"].map(|time| Some(instant(&format!("2027-06-11T{time}+02:00"))));
    assert_eq!(ends.collect::<Vec<_>>(), [&expected[..], &[None]].concat());
    assert_eq!(
        seen.problems,
        [
            "subEvent[3].duration: \"an hour\" is not a duration we can read. \
         Write PT90M for 90 minutes, PT8H for eight hours, P2D for two days.",
            "subEvent[2].duration: This leads to another end than endDate, which counts. Correct one, or leave it out.",
        ]
    );
}
