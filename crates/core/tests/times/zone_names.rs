//! Time zones under other names, and offsets that their zones do not have.

use serde_json::json;

use super::{Seen, instant};

#[test]
fn offsets_are_zones_of_their_own() {
    for (zone, start) in [
        ("UTC+6", "2027-06-11T18:00+06:00"),
        ("UTC+5.5", "2027-06-11T18:00+05:30"),
        ("GMT+5:30", "2027-06-11T18:00+05:30"),
        ("+06:00", "2027-06-11T18:00+06:00"),
        ("Etc/GMT-6", "2027-06-11T18:00+06:00"),
    ] {
        let document = json!({"name": "Talk", "startDate": "2027-06-11T18:00", "timeZone": zone});
        let seen = Seen::new(&document, "America/New_York");
        assert_eq!(seen.timeline.starts_at(), Some(instant(start)), "{zone}");
        assert_eq!(seen.problems, [""; 0], "{zone}");
    }
}

#[test]
fn names_of_windows_lead_to_names_of_places() {
    for (zone, right) in [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
    ] {
        let document =
            json!({"name": "Talk", "startDate": "2027-06-11T18:00+02:00", "timeZone": zone});
        let problem =
            format!("timeZone: \"{zone}\" is a name of Windows alone. Write \"{right}\".");
        assert_eq!(Seen::new(&document, "UTC").problems, [problem]);
    }
}

#[test]
fn a_zone_that_cannot_be_read_is_one_problem() {
    for start in ["2027-06-11T18:00", "2027-06-11T16:00Z"] {
        let document = json!({"name": "Talk", "startDate": start, "timeZone": "at the lake", "location": "Bern"});
        let seen = Seen::new(&document, "Asia/Tokyo");
        assert_eq!(
            seen.problems,
            [
                "timeZone: \"at the lake\" is not a time zone we know. Write one such as Europe/Berlin."
            ],
            "{start}"
        );
    }
}

#[test]
fn an_offset_that_its_zone_does_not_have_is_named() {
    let problems = |start: &str| {
        let document = json!({"name": "Talk", "startDate": start, "timeZone": "America/New_York"});
        Seen::new(&document, "UTC").problems
    };
    assert_eq!(
        problems("2027-06-11T18:00-05:00"),
        ["startDate: America/New_York is not at -05:00 on that day, \
        but at -04:00. Correct the offset, or leave it out."]
    );
    for right in [
        "2027-06-11T18:00-04:00",
        "2027-01-11T18:00-05:00",
        "2027-06-11T18:00Z",
    ] {
        assert_eq!(problems(right), [""; 0], "{right}");
    }
}
