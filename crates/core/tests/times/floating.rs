//! Days and civil times without a zone are on the clock of whoever looks.

use handbill_core::calendar::{Appointment, Form, Source, Which};
use handbill_core::json_ld;
use handbill_core::messages::Messages;
use handbill_core::snapshot::{Phase, RegistrationPhase};
use serde_json::{Value, json};

use super::{Seen, instant};
use crate::zones::ChronoTz;

const PLACES: [&str; 4] = [
    "America/Los_Angeles",
    "Asia/Tokyo",
    "Pacific/Kiritimati",
    "Europe/London",
];

fn open_day(more: Value) -> Value {
    let mut document = json!({
        "name": "Open day", "startDate": "2027-06-11", "registration": "https://a.example/r"
    });
    for (key, value) in more.as_object().expect("members") {
        document[key] = value.clone();
    }
    document
}

#[test]
fn a_day_is_on_from_midnight_to_midnight_of_the_visitor() {
    for place in PLACES {
        let seen = Seen::new(&open_day(json!({})), place);
        assert_eq!(seen.problems, [""; 0]);
        let phase = |time| seen.when(time).phase;
        assert_eq!(phase("2027-06-10T23:30"), Phase::Upcoming, "{place}");
        // A whole day does not start in some minutes.
        assert_eq!(phase("2027-06-10T23:59"), Phase::Upcoming, "{place}");
        assert_eq!(phase("2027-06-11T00:00"), Phase::Live, "{place}");
        assert_eq!(phase("2027-06-11T08:00"), Phase::Live, "{place}");
        assert_eq!(phase("2027-06-11T23:59"), Phase::Live, "{place}");
        assert_eq!(phase("2027-06-12T00:00"), Phase::Ended, "{place}");
        let registration = seen.when("2027-06-11T18:00").registration;
        assert_eq!(registration, RegistrationPhase::Open(None), "{place}");
    }
}

#[test]
fn a_civil_time_is_on_the_clock_of_the_visitor() {
    for place in PLACES {
        let document = json!({"name": "Call", "startDate": "2027-06-11T18:00", "endDate": "20:00", "subEvent": [
            {"name": "Talk", "startDate": "18:30"}, {"name": "Questions", "startDate": "19:00"}
        ]});
        let seen = Seen::new(&document, place);
        assert_eq!(seen.when("2027-06-11T17:44").phase, Phase::Upcoming);
        assert_eq!(seen.when("2027-06-11T18:10").phase, Phase::Break);
        let talk = seen.when("2027-06-11T18:45");
        assert_eq!(
            (talk.phase, &*talk.on, talk.next),
            (Phase::Live, &[0][..], Some(1))
        );
        assert_eq!(seen.when("2027-06-11T20:00").phase, Phase::Ended, "{place}");
    }
}

#[test]
fn registration_opens_and_closes_on_the_same_clock() {
    let document = open_day(json!({"registration": {
        "url": "https://a.example/r", "opens": "2027-05-01", "closes": "2027-06-01"
    }}));
    for place in PLACES {
        let seen = Seen::new(&document, place);
        let registration = |time| seen.when(time).registration;
        let opens = RegistrationPhase::OpensAt(seen.at("2027-05-01T00:00"));
        let open = RegistrationPhase::Open(Some(seen.at("2027-06-02T00:00")));
        assert_eq!(registration("2027-04-30T23:59"), opens, "{place}");
        assert_eq!(registration("2027-05-01T00:00"), open, "{place}");
        assert_eq!(registration("2027-06-01T23:59"), open, "{place}");
        assert_eq!(
            registration("2027-06-02T00:00"),
            RegistrationPhase::Closed,
            "{place}"
        );
    }
}

#[test]
fn an_instant_beside_floating_times_stays_that_instant() {
    let document = open_day(json!({"registration": {
        "url": "https://a.example/r", "closes": "2027-06-10T12:00Z"
    }}));
    for place in PLACES {
        let seen = Seen::new(&document, place);
        assert_eq!(
            seen.timeline.closes,
            Some(instant("2027-06-10T12:00Z")),
            "{place}"
        );
    }
}

#[test]
fn a_zone_anywhere_in_the_document_is_the_clock_of_its_days() {
    for more in [
        json!({"timeZone": "Europe/Berlin"}),
        json!({"subEvent": {"name": "Tour", "startDate": "2027-06-11T10:00+02:00"}}),
    ] {
        for place in PLACES {
            let seen = Seen::new(&open_day(more.clone()), place);
            assert_eq!(
                seen.timeline.starts_at(),
                Some(instant("2027-06-10T22:00Z")),
                "{place}"
            );
        }
    }
}

/// A time that no clock of the visitor shows, or that it shows twice, is nothing that the author could mend.
#[test]
fn the_gaps_of_a_visitor_are_no_problem_of_the_document() {
    for (time, place) in [
        ("2027-03-28T02:30", "Europe/Berlin"),
        ("2027-10-31T02:30", "Europe/Berlin"),
        ("2027-03-14T02:30", "America/New_York"),
    ] {
        let document = json!({"name": "Night", "startDate": time});
        let problems = [
            Seen::new(&document, place),
            Seen::new(&document, "Asia/Tokyo"),
        ]
        .map(|seen| seen.problems);
        assert_eq!(problems[0], problems[1]);
    }
}

#[test]
fn files_and_descriptions_have_floating_times_as_they_were_written() {
    let document = open_day(json!({
        "startDate": "2027-06-11T18:00", "endDate": "2027-06-11T20:00",
        "subEvent": [{"name": "Exhibition", "startDate": "2027-06-12"}, {"name": "Talk", "startDate": "18:30"}]
    }));
    let made = PLACES.map(|place| {
        let seen = Seen::new(&document, place);
        let source = Source {
            event: &seen.event,
            timeline: &seen.timeline,
            zones: &ChronoTz,
            messages: &Messages::english(),
            page: None,
            resolve: &|url| url.as_str().into(),
        };
        let whole = Appointment::new(&source, Which::Whole).expect("its time is known");
        assert_eq!(whole.slot.form, Form::Floating);
        assert_eq!(whole.slot.start.to_string(), "2027-06-11 18:00:00");
        assert_eq!(whole.slot.end.to_string(), "2027-06-11 20:00:00");
        let description = json_ld(
            &seen.event,
            &seen.timeline,
            &ChronoTz,
            &|url| url.as_str().into(),
            None,
        );
        assert!(
            description.contains(r#""startDate":"2027-06-11T18:00""#),
            "{description}"
        );
        (
            whole,
            Appointment::new(&source, Which::Entry(0)),
            description,
        )
    });
    assert!(made.iter().all(|one| *one == made[0]), "{made:#?}");
}
