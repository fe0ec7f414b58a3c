//! Lists where one value is expected: nothing is lost without a word.

use handbill_core::event::{AttendanceMode, Availability, Event, EventStatus};
use handbill_core::{EventTime, ProblemKind, read};
use serde_json::{Value, json};

/// The event, and the paths at which only one of several values is shown. There are no other problems.
#[track_caller]
fn event(members: Value) -> (Event, Vec<String>) {
    let mut document = json!({"@type": ["Event", "MusicEvent"], "name": "Open day", "startDate": "2027-06-11T18:00+02:00"});
    for (key, value) in members.as_object().expect("members") {
        document[key] = value.clone();
    }
    let (event, problems) = read(&document.to_string(), "");
    let kinds = problems.iter().map(|problem| &problem.kind);
    assert!(
        kinds.clone().all(|kind| *kind == ProblemKind::OneOfSeveral),
        "{problems:?}"
    );
    let paths = problems.into_iter().map(|problem| problem.path).collect();
    (event.expect("there is an event"), paths)
}

#[test]
fn what_a_list_loses_is_said() {
    let (event, paths) = event(json!({
        "name": ["Open day", "Tag der offenen Tür"],
        "startDate": ["2027-06-11", "2027-06-12", "2027-06-13"],
        "url": ["https://a.example", "https://b.example"],
        "offers": {"availability": ["InStock", "SoldOut"], "validFrom": ["2027-01-01", "2027-02-01"]},
        "subEvent": [{"name": "Talk", "location": ["Hall A", "Hall B"], "performer": {"name": "Ada", "jobTitle": ["Dean", "Poet"]}}],
    }));
    assert_eq!(event.name, "Open day");
    let day = "2027-06-11".parse().expect("a day");
    assert_eq!(event.start, Some(EventTime::Date(day)));
    assert_eq!(event.url.expect("a URL").as_str(), "https://a.example");
    assert_eq!(event.entries[0].room.as_deref(), Some("Hall A"));
    let offer = event.registration.expect("an offer");
    assert_eq!(offer.availability, Availability::Open);
    let mut paths = paths;
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "name",
            "offers.availability",
            "offers.validFrom",
            "startDate",
            "subEvent[0].location",
            "subEvent[0].performer.jobTitle",
            "url",
        ]
    );
}

#[test]
fn a_list_of_one_loses_nothing() {
    let (event, paths) = event(json!({
        "name": ["Open day"],
        "startDate": ["2027-06-11", null],
        "eventStatus": ["EventPostponed"],
        "url": ["https://a.example", " "],
        "image": ["a.jpg", "b.jpg"],
        "subEvent": [{"name": ["Talk"], "location": ["Hall"]}],
    }));
    assert_eq!(event.status, EventStatus::Postponed);
    assert_eq!(paths, [""; 0]);
}

#[test]
fn of_several_states_the_gravest_is_shown() {
    for (states, shown) in [
        (
            json!(["EventScheduled", "EventCancelled"]),
            EventStatus::Cancelled,
        ),
        (
            json!(["EventPostponed", "EventRescheduled"]),
            EventStatus::Postponed,
        ),
        (
            json!(["EventMovedOnline", "EventRescheduled"]),
            EventStatus::Rescheduled,
        ),
        (
            json!([{"@id": "https://schema.org/EventMovedOnline"}, "scheduled"]),
            EventStatus::MovedOnline,
        ),
    ] {
        let (event, paths) = event(
            json!({"eventStatus": states, "subEvent": [{"name": "Talk", "eventStatus": states}]}),
        );
        assert_eq!(event.status, shown, "{states}");
        assert_eq!(event.entries[0].status, shown, "{states}");
        assert_eq!(paths.len(), 2, "{states}");
    }
}

#[test]
fn two_ways_to_take_part_are_both() {
    for (modes, shown) in [
        (
            json!(["OnlineEventAttendanceMode", "OfflineEventAttendanceMode"]),
            AttendanceMode::Mixed,
        ),
        (
            json!(["online", "OnlineEventAttendanceMode"]),
            AttendanceMode::Online,
        ),
    ] {
        let (event, paths) = event(json!({"eventAttendanceMode": modes}));
        assert_eq!(event.mode, Some(shown));
        assert_eq!(paths, [""; 0]);
    }
}

#[test]
fn every_line_of_an_address_is_kept() {
    let (event, paths) = event(json!({"location": {"name": "Hall",
        "address": {"streetAddress": ["Building C", "Long Street 1"], "addressLocality": "Town"}}}));
    assert_eq!(paths, [""; 0]);
    let address = event.places[0].address.as_deref();
    assert_eq!(address, Some("Building C, Long Street 1, Town"));
}
