//! Events that stand in a property of something else: a page, a place, a list.

use handbill_core::event::Event;
use handbill_core::read::describes_event;
use handbill_core::{Problem, ProblemKind, read};
use serde_json::{Value, json};

fn kinds(problems: Vec<Problem>) -> Vec<ProblemKind> {
    problems.into_iter().map(|problem| problem.kind).collect()
}

/// The event of a document in which nothing is wrong.
#[track_caller]
fn event(document: &Value) -> Event {
    let (event, problems) = read(&document.to_string(), "");
    assert_eq!(problems, [], "{document}");
    event.expect("there is an event")
}

fn day() -> Value {
    json!({"@type": "Event", "name": "Open day", "startDate": "2027-06-11T18:00+02:00", "subEvent": ["Tour", "Talk"]})
}

#[test]
fn an_event_one_level_down_is_found() {
    for document in [
        json!({"@type": "Organization", "name": "Club", "event": day()}),
        json!({"@type": "Organization", "name": "Club", "events": [day()]}),
        json!({"@type": "WebPage", "name": "Page", "mainEntity": day()}),
        json!({"@type": "Article", "name": "News", "about": [{"@type": "Thing", "name": "x"}, day()]}),
        json!({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": day()}]}),
        json!({"@type": "ItemList", "itemListElement": day()}),
        json!({"@type": "CreativeWork", "name": "Slides", "superEvent": day()}),
        json!({"@type": "Place", "name": "Hall", "subEvent": ["No"], "event": day()}),
        json!([{"@type": "WebSite", "name": "Site"}, {"@type": "WebPage", "mainEntity": day()}]),
        json!({"@graph": [{"@type": "WebSite", "name": "Site"}, {"@type": "WebPage", "mainEntity": day()}]}),
    ] {
        let event = event(&document);
        assert_eq!(event.name, "Open day", "{document}");
        assert_eq!(event.entries.len(), 2, "{document}");
        assert!(describes_event(&document.to_string()), "{document}");
    }
}

#[test]
fn a_top_event_comes_before_those_in_others() {
    let document = json!([
        {"@type": "Organization", "name": "Club", "event": {"@type": "Event", "name": "Other", "startDate": "2027-06-12"}},
        day(),
    ]);
    assert_eq!(event(&document).name, "Open day");
}

#[test]
fn a_course_date_has_the_name_of_its_course() {
    let document = json!({"@type": "Course", "name": "Pottery", "description": "On the wheel.", "url": "https://a.example",
        "hasCourseInstance": {"@type": "CourseInstance", "startDate": "2027-06-11T18:00+02:00"}});
    let course = event(&document);
    assert_eq!(course.name, "Pottery");
    assert_eq!(course.description, ["On the wheel."]);
    let mut named = document;
    named["hasCourseInstance"]["name"] = json!("Pottery in June");
    assert_eq!(event(&named).name, "Pottery in June");
}

#[test]
fn an_event_at_a_place_takes_place_there() {
    let document = json!({"@type": "EventVenue", "name": "The Hall", "address": "Long Street 1", "event": day()});
    let place = &event(&document).places[0];
    assert_eq!(place.name.as_deref(), Some("The Hall"));
    assert_eq!(place.address.as_deref(), Some("Long Street 1"));
}

#[test]
fn of_several_the_first_is_shown() {
    let other = json!({"@type": "Event", "name": "Other", "startDate": "2027-06-12"});
    let document = json!({"@type": "Organization", "name": "Club", "event": [day(), other]});
    let (event, problems) = read(&document.to_string(), "");
    assert_eq!(event.expect("an event").name, "Open day");
    assert_eq!(kinds(problems), [ProblemKind::SeveralEvents]);
}

#[test]
fn an_event_further_down_is_named_by_its_property() {
    let list =
        json!({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": day()}]});
    for (document, property) in [
        (json!({"@type": "WebPage", "mainEntity": list}), "item"),
        (
            json!({"@type": "WebPage", "about": {"@type": "Person", "performerIn": [[day()]]}}),
            "performerIn",
        ),
    ] {
        let (event, problems) = read(&document.to_string(), "");
        assert_eq!(event, None);
        let kind = ProblemKind::BuriedEvent(property.into());
        assert_eq!(kinds(problems), [kind]);
        assert!(!describes_event(&document.to_string()), "{document}");
    }
    assert_eq!(
        ProblemKind::BuriedEvent("item".into()).to_string(),
        "The event in \"item\" is too deep in the document to be found. Write it at the top."
    );
}

#[test]
fn what_a_page_says_of_other_things_is_no_event() {
    for text in [
        "",
        "{",
        "<p>",
        "{\"name\": \"Site\"}",
        "{\"@type\": \"Recipe\", \"name\": \"The Event\"}",
        "{\"@type\": \"Organization\", \"name\": \"Club\", \"event\": \"Event\"}",
    ] {
        assert!(!describes_event(text), "{text}");
    }
}
