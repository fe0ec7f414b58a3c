//! What is written for machines is what our own reader reads, and what search engines ask for.

use alike::{loses_its_offset, without_times};
use chrono::DateTime;
use handbill_core::event::Event;
use handbill_core::url::Url;
use handbill_core::{Problem, ProblemKind, Timeline, json_ld, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use zones::ChronoTz;

#[path = "json_ld/alike.rs"]
mod alike;
#[path = "json_ld/described.rs"]
mod described;
#[expect(dead_code, reason = "other tests need more of it")]
#[path = "properties/document.rs"]
mod document;
#[path = "host/zones.rs"]
mod zones;

const PAGE: &str = "https://host.example/open-day";

proptest! {
    #[test]
    fn a_well_formed_event_is_read_as_it_was_written(document in described::document()) {
        let (first, problems) = event_of(&document);
        prop_assert!(problems.is_empty(), "{problems:?}");
        let (timeline, _) = Timeline::resolve(&first, &ChronoTz, None);
        let text = written(&first, None);
        let (second, mut problems) = read_text(&text);
        // What cannot be shown, such as U+0000, is written as what stands for lost letters.
        problems.retain(|problem| problem.kind != ProblemKind::Encoding);
        prop_assert!(problems.is_empty(), "{problems:?} in {text}");
        prop_assert_eq!(without_times(&second), without_times(&first), "{}", text);

        let (again, problems) = Timeline::resolve(&second, &ChronoTz, None);
        if loses_its_offset(&timeline, &second) {
            return Ok(());
        }
        prop_assert_eq!(&again, &timeline, "{}", text);
        // Every gap and fold is settled; only a clock that nobody named stays unknown.
        prop_assert!(
            problems.iter().all(|problem| matches!(problem.kind, ProblemKind::NoZone | ProblemKind::NoPlaceClock)),
            "{problems:?} in {text}"
        );
    }

    #[test]
    fn what_is_read_is_written_as_it_stood(document in described::document(), has_page in any::<bool>()) {
        let page = has_page.then_some(PAGE);
        let text = written(&event_of(&document).0, page);
        prop_assert_eq!(written(&read(&text, "").0.expect("an event was written"), page), text);
    }

    #[test]
    fn anything_is_written_safely_and_only_once(document in document::any_json(), has_page in any::<bool>()) {
        let page = has_page.then_some(PAGE);
        let Some(event) = read(&document.to_string(), "").0 else { return Ok(()) };
        let text = written(&event, page);
        prop_assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{text}");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(&value["@type"], "Event");
        let again = read(&text, "").0.expect("an event was written");
        prop_assert_eq!(written(&again, page), text);
    }

    #[test]
    fn any_text_comes_back_as_it_is(name in any::<String>(), paragraph in any::<String>()) {
        let event = Event {
            name: name.clone(),
            description: vec![paragraph.clone()],
            ..Event::default()
        };
        let value: Value = serde_json::from_str(&written(&event, None)).expect("JSON");
        prop_assert_eq!(value["name"].as_str().unwrap_or_default(), name);
        prop_assert_eq!(value["description"].as_str(), Some(&*paragraph));
    }
}

#[test]
fn no_text_leaves_its_string_or_the_script_around_it() {
    for name in [
        "\"quoted\"",
        "back\\slash\\",
        "\\u003c\\\"",
        "\u{0}\u{1}\u{8}\t\n\r\u{c}\u{1b}\u{1f}\u{7f}",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "a\u{2028}b\u{2029}c",
        "日本 🎉",
    ] {
        let event = Event {
            name: name.into(),
            ..Event::default()
        };
        let text = written(&event, None);
        let value: Value = serde_json::from_str(&text).expect(name);
        assert_eq!(value["name"], name);
        assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{text}");
        assert!(!text.chars().any(char::is_control) || name.contains('\u{7f}'));
    }
    let event = Event {
        name: "</\u{2028}\u{1f}".into(),
        ..Event::default()
    };
    assert!(written(&event, None).contains(r#""name":"\u003c/\u2028\u001f""#));
}

#[test]
fn the_demo_has_what_search_engines_ask_for() {
    let demo = include_str!("../../../demo/event.json");
    let (event, problems) = read(demo, "");
    assert!(problems.is_empty());
    let text = written(&event.expect("an event"), Some(PAGE));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    // https://developers.google.com/search/docs/appearance/structured-data/event
    for (pointer, expected) in [
        ("/@context", "https://schema.org"),
        ("/@type", "Event"),
        ("/startDate", "2024-02-14T12:30+01:00"),
        ("/endDate", "2024-02-14T14:00+01:00"),
        ("/eventStatus", "https://schema.org/EventScheduled"),
        (
            "/eventAttendanceMode",
            "https://schema.org/OnlineEventAttendanceMode",
        ),
        ("/location/0/@type", "VirtualLocation"),
        ("/location/0/url", PAGE),
        ("/url", PAGE),
        ("/image/@type", "ImageObject"),
        ("/image/url", "https://host.example/crosswalk.svg"),
        ("/offers/@type", "Offer"),
        ("/offers/availability", "https://schema.org/InStock"),
        ("/organizer/0/@type", "Organization"),
        (
            "/organizer/0/name",
            "UNESCO Institute for Lifelong Learning",
        ),
        ("/timeZone", "Europe/Berlin"),
        ("/subEvent/0/@type", "Event"),
        ("/subEvent/0/startDate", "2024-02-14T12:30+01:00"),
        ("/subEvent/0/performer/0/@type", "Person"),
        ("/subEvent/0/performer/0/name", "Stefania Giannini"),
        ("/subEvent/2/performer/0/@type", "Role"),
        ("/subEvent/2/performer/0/roleName", "moderator"),
        (
            "/subEvent/2/performer/0/performer/name",
            "Raul Valdes Cotera",
        ),
        ("/subEvent/5/endDate", "2024-02-14T15:00+01:00"),
    ] {
        assert_eq!(
            value.pointer(pointer),
            Some(&json!(expected)),
            "{pointer} in {text}"
        );
    }
    assert!(value["name"].as_str().is_some_and(|name| !name.is_empty()));
    assert!(
        value["offers"]["url"]
            .as_str()
            .is_some_and(|url| url.starts_with("https://"))
    );
    assert_eq!(value["image"]["width"], 960);
    for entry in value["subEvent"].as_array().expect("a programme") {
        assert!(entry["name"].is_string() && instant(&entry["startDate"]));
    }
    // The ends that we inferred are none of the author's.
    assert_eq!(value["subEvent"][0].get("endDate"), None);
}

/// Whether a text is an instant, with the seconds that RFC 3339 asks for and ISO 8601 does not.
fn instant(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    let (before, after) = text.split_at(16.min(text.len()));
    DateTime::parse_from_rfc3339(&[before, ":00", after].concat()).is_ok()
}

#[test]
fn each_clock_writes_its_own_times() {
    let written_times = |document: Value| {
        let text = written(&event_of(&document).0, None);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        ["startDate", "endDate", "timeZone"].map(|key| value[key].as_str().map(str::to_owned))
    };
    let is = |start: &str, end: Option<&str>, zone: Option<&str>| {
        [Some(start), end, zone].map(|text| text.map(str::to_owned))
    };
    let floating = json!({"name": "A", "startDate": "2024-02-14T12:30", "endDate": "14:00"});
    assert_eq!(
        written_times(floating),
        is("2024-02-14T12:30", Some("2024-02-14T14:00"), None)
    );
    let days = json!({"name": "A", "startDate": "2024-02-14", "endDate": "2024-02-15", "timeZone": "Europe/Berlin"});
    assert_eq!(
        written_times(days),
        is("2024-02-14", Some("2024-02-15"), Some("Europe/Berlin"))
    );
    let backwards = json!({"name": "A", "startDate": "2024-02-14", "endDate": "2024-02-10"});
    assert_eq!(written_times(backwards), is("2024-02-14", None, None));
    let bracketed = json!({"name": "A", "startDate": "2024-07-14T10:30Z[Europe/Berlin]"});
    assert_eq!(
        written_times(bracketed),
        is("2024-07-14T12:30+02:00", None, Some("Europe/Berlin"))
    );
    let fixed = json!({"name": "A", "startDate": "2024-07-14T10:30-03:30"});
    assert_eq!(
        written_times(fixed),
        is("2024-07-14T10:30-03:30", None, None)
    );
}

fn event_of(document: &Value) -> (Event, Vec<Problem>) {
    read_text(&document.to_string())
}

/// The event, and what is wrong beside what chance leaves out of a document or takes from the list of all zones.
fn read_text(text: &str) -> (Event, Vec<Problem>) {
    let (event, mut problems) = read(text, "");
    problems.retain(|problem| match problem.kind {
        ProblemKind::Missing => !["startDate", "registration.url"].contains(&&*problem.path),
        ProblemKind::EmptyProgramme | ProblemKind::AbbreviatedZone(_) => false,
        _ => true,
    });
    (event.expect("there is an event"), problems)
}

fn written(event: &Event, page: Option<&str>) -> String {
    let (timeline, _) = Timeline::resolve(event, &ChronoTz, None);
    json_ld(event, &timeline, &ChronoTz, &full, page)
}

fn full(url: &Url) -> String {
    let base = url::Url::parse(PAGE).expect("an address");
    match base.join(url.as_str()) {
        Ok(full) => full.into(),
        Err(_) => url.as_str().into(),
    }
}
