//! Whether a document says what the clocks show at the place of its event.

use serde_json::{Value, json};

use super::Seen;

fn seen(more: Value) -> Seen {
    let mut document = json!({
        "name": "Concert", "startDate": "2027-06-11T22:00Z", "location": {"@type": "Place", "name": "London"}
    });
    for (key, value) in more.as_object().expect("members") {
        document[key] = value.clone();
    }
    Seen::new(&document, "Asia/Tokyo")
}

const PROBLEM: &str = "timeZone: These times are in UTC, which is no clock of the place, so visitors have them on their \
                       own. Add \"timeZone\": \"Europe/London\", or that of the place.";

#[test]
fn utc_is_no_clock_of_a_place() {
    for more in [
        json!({}),
        json!({"startDate": "2027-06-11T22:00:00+00:00"}),
        json!({"startDate": "2027-06-11", "subEvent": [{"name": "Talk", "startDate": "2027-06-11T22:00Z"}]}),
        // No city has these offsets.
        json!({"startDate": "2027-06-11T22:00+03:20"}),
        json!({"startDate": "2027-06-11T22:00-13:00"}),
        json!({"location": ["London", {"@type": "VirtualLocation", "url": "https://a.example/"}]}),
    ] {
        let seen = seen(more.clone());
        assert_eq!(seen.problems, [PROBLEM], "{more}");
        assert!(!seen.timeline.is_on_the_clock_of_a_place(), "{more}");
    }
}

#[test]
fn what_the_author_says_counts() {
    for more in [
        json!({"startDate": "2027-06-11T22:00+01:00"}),
        json!({"startDate": "2027-06-11T22:00+05:45"}),
        json!({"startDate": "2027-06-11T22:00Z[Europe/London]"}),
        json!({"timeZone": "Europe/London"}),
        json!({"timeZone": "UTC"}),
        json!({"startDate": "2027-06-11T22:00"}),
    ] {
        let seen = seen(more.clone());
        assert!(!seen.problems.contains(&PROBLEM.to_owned()), "{more}");
        assert!(seen.timeline.is_on_the_clock_of_a_place(), "{more}");
    }
}

#[test]
fn what_is_online_needs_no_clock_of_a_place() {
    for more in [
        json!({"location": {"@type": "VirtualLocation", "url": "https://a.example/"}}),
        json!({"eventAttendanceMode": "online"}),
        json!({"location": null}),
    ] {
        assert_eq!(seen(more.clone()).problems, [""; 0], "{more}");
    }
}
