//! What other programs get through serde, and what comes back of it.

#![cfg(feature = "serde")]

use handbill_core::event::{Event, Registration};
use handbill_core::time::parse::timestamp;
use handbill_core::{Problem, ProblemKind, Snapshot, Timeline, read};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use zones::ChronoTz;

#[path = "json_ld/described.rs"]
mod described;
#[expect(dead_code, reason = "other tests need more of it")]
#[path = "properties/document.rs"]
mod document;
#[path = "host/zones.rs"]
mod zones;

/// An event without what only problems and translations need: where in its document something stood, and that there is a
/// zone which cannot be read.
fn alike(mut event: Event) -> Event {
    event.zone = event.zone.filter(|zone| !zone.is_floating());
    event.translations = Default::default();
    event.registration = event.registration.map(|registration| Registration {
        paths: Default::default(),
        ..registration
    });
    event
        .entries
        .iter_mut()
        .for_each(|entry| entry.source_index = None);
    event
}

fn written(event: &Event) -> String {
    serde_json::to_string(event).expect("an event can be written")
}

/// An event that is written and read again.
fn again(event: &Event) -> Event {
    let text = written(event);
    read(&text, "").0.expect("an event was written")
}

fn schema() -> Validator {
    let schema = include_str!("../../../package/event.schema.json");
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

proptest! {
    #[test]
    fn an_event_is_read_as_it_was_written(
        document in prop_oneof![described::document(), document::any_json()],
        language in prop::sample::select(vec!["", "fr"]),
    ) {
        let Some(event) = read(&document.to_string(), language).0 else { return Ok(()) };
        prop_assert_eq!(alike(again(&event)), alike(event));
    }

    #[test]
    fn what_is_written_has_no_problem_of_its_own(
        document in prop_oneof![described::document(), document::any_json()],
    ) {
        let (event, problems) = read(&document.to_string(), "");
        let Some(event) = event else { return Ok(()) };
        let text = written(&event);
        for Problem { path, kind } in read(&text, "").1 {
            // What could not be read is not there any more; a NUL comes back as what stands for lost letters.
            let is_known = matches!(kind, ProblemKind::Missing | ProblemKind::Encoding) || problems.iter().any(|known| known.kind == kind);
            prop_assert!(is_known, "{}: {} in {}", path, kind, text);
        }
    }

    #[test]
    fn a_snapshot_comes_back_as_it_was(document in document::well_formed(), away in -100..100_i64) {
        let (event, _) = read(&document.to_string(), "");
        let (timeline, _) = Timeline::resolve(&event.expect("there is an event"), &ChronoTz, None);
        let first = timeline.boundaries().first().copied().unwrap_or_default();
        let snapshot = Snapshot::at(&timeline, first + chrono::TimeDelta::minutes(10 * away));
        let text = serde_json::to_string(&snapshot).expect("a snapshot can be written");
        prop_assert_eq!(serde_json::from_str::<Snapshot>(&text).expect("it was written"), snapshot);
    }
}

#[test]
fn every_form_of_a_time_comes_back() {
    for time in [
        "2024-02-14",
        "12:30",
        "12:30:15",
        "2024-02-14T12:30",
        "2024-02-14T12:30Z",
        "2024-02-14T12:30-05:45",
        "2024-02-14T12:30[Europe/Berlin]",
        "2024-02-14T12:30+01:00[Europe/Berlin]",
        "2024-02-14T12:30+00:00[Europe/London]",
        "2024-02-14T12:30Z[Europe/Berlin]",
        "9999-12-31T24:00",
        "9999-12-31T24:00Z",
        "9999-12-31T24:00+00:00[Europe/London]",
        "9999-12-31T24:00+23:59",
        "0000-01-01T00:00-23:59",
    ] {
        let document = json!({"name": "E", "startDate": time});
        let event = read(&document.to_string(), "").0.expect("an event");
        assert!(event.start.is_some(), "{time}");
        assert_eq!(again(&event).start, event.start, "{time}");
    }
}

#[test]
fn the_demo_is_written_as_the_schema_has_it() {
    let demo = include_str!("../../../demo/event.json");
    let (event, problems) = read(demo, "");
    assert_eq!(problems, []);
    let event = event.expect("there is an event");
    let document: Value = serde_json::from_str(&written(&event)).expect("it is JSON");
    if let Err(error) = schema().validate(&document) {
        panic!("{error}, at {}", error.instance_path());
    }
    assert_eq!(alike(again(&event)), alike(event));
    for (key, value) in [("@type", "Event"), ("eventStatus", "scheduled")] {
        assert_eq!(document[key], value);
    }
}

#[test]
fn a_problem_has_a_word_for_machines_and_a_sentence_for_people() {
    let problem = Problem {
        path: "subEvent[2].endDate".into(),
        kind: ProblemKind::EndsBeforeStart,
    };
    let expected = json!({
        "path": "subEvent[2].endDate",
        "kind": "endsBeforeStart",
        "message": problem.kind.to_string(),
    });
    assert_eq!(
        serde_json::to_value(&problem).expect("it can be written"),
        expected
    );
}

#[test]
fn a_snapshot_is_plain_to_other_programs() {
    let document = json!({
        "name": "E",
        "startDate": "2024-02-14T12:30Z",
        "subEvent": [{"name": "One", "startDate": "2024-02-14T12:30Z"}, {"name": "Two", "startDate": "2024-02-14T13:00Z"}],
        "registration": {"url": "https://a.example", "closes": "2024-02-14T13:00Z"}
    });
    let event = read(&document.to_string(), "").0.expect("an event");
    let (timeline, _) = Timeline::resolve(&event, &ChronoTz, None);
    let now = timestamp("2024-02-14T12:40Z").expect("an instant");
    let expected = json!({
        "status": "scheduled",
        "phase": "live",
        "on": [0],
        "next": 1,
        "registration": {"open": "2024-02-14T13:00:00Z"}
    });
    let snapshot = serde_json::to_value(Snapshot::at(&timeline, now));
    assert_eq!(snapshot.expect("it can be written"), expected);
}
