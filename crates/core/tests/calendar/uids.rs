//! An appointment keeps its name while its document is corrected, and shares it with no other.

use handbill_core::calendar::Which;
use serde_json::{Value, json};

use crate::document::Document;

fn uid(document: Value) -> String {
    Document::new(&document).whole().uid
}

fn entry_uid(document: Value) -> String {
    Document::new(&document).entry(0).uid
}

#[test]
fn with_an_id_or_an_address_everything_else_may_change() {
    for told_by in [
        json!({"@id": "https://a.example/e/42"}),
        json!({"@id": "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8"}),
        json!({"@id": "#event"}),
        json!({"identifier": "42"}),
        json!({"url": "https://a.example/e/42"}),
        json!({"url": "../e/42"}),
    ] {
        let with = |name: &str, start: &str, status: &str| {
            let mut document = told_by.clone();
            document["name"] = json!(name);
            document["startDate"] = json!(start);
            document["eventStatus"] = json!(status);
            document["subEvent"] = json!([{"@id": "x", "name": name, "startDate": start}]);
            document
        };
        let before = with("Opne day", "2024-02-14T12:30Z", "scheduled");
        let after = with("Open day", "2024-02-15T10:00Z", "cancelled");
        assert_eq!(uid(before.clone()), uid(after.clone()), "{told_by}");
        assert_eq!(
            entry_uid(before.clone()),
            entry_uid(after.clone()),
            "{told_by}"
        );
        assert_ne!(uid(before), entry_uid(after), "{told_by}");
    }
}

#[test]
fn a_name_holds_the_host_that_gave_it() {
    let host = |document: Value| {
        let uid = uid(document);
        uid.split_once('@')
            .map(|(hash, host)| (hash.len(), host.to_owned()))
    };
    let named = |more: Value| {
        let mut document = json!({"name": "A", "startDate": "2024-02-14T12:30Z"});
        for (key, value) in more.as_object().expect("members") {
            document[key] = value.clone();
        }
        document
    };
    let at = |host: &str| Some((16, host.to_owned()));
    assert_eq!(host(named(json!({}))), at("events.example"));
    assert_eq!(
        host(named(json!({"url": "https://A.example:8080/"}))),
        at("a.example")
    );
    assert_eq!(
        host(named(
            json!({"@id": "http://b.example/#e", "url": "https://a.example"})
        )),
        at("b.example")
    );
    assert_eq!(
        host(named(
            json!({"identifier": "42", "url": "https://a.example"})
        )),
        at("a.example")
    );
}

#[test]
fn a_new_date_is_no_new_event_where_the_old_one_is_told() {
    let first = json!({"name": "A", "startDate": "2024-02-14T12:30Z"});
    let moved = json!({"name": "A", "startDate": "2024-03-14T12:30Z", "previousStartDate": "2024-02-14T12:30Z"});
    let other = json!({"name": "A", "startDate": "2024-03-14T12:30Z"});
    assert_eq!(uid(first.clone()), uid(moved));
    assert_ne!(uid(first), uid(other));
}

#[test]
fn ids_of_different_documents_are_different() {
    let at = |url: &str| {
        uid(json!({"@id": "#event", "url": url, "name": "A", "startDate": "2024-02-14T12:30Z"}))
    };
    assert_ne!(at("https://a.example/1"), at("https://a.example/2"));
}

#[test]
fn an_entry_may_move_in_the_programme() {
    let programme = |entries: Value| {
        let document = json!({"@id": "https://a.example/e", "name": "A", "startDate": "2024-02-14T12:00Z", "subEvent": entries});
        let document = Document::new(&document);
        let named = |name: &str| {
            let position = document.timeline.entries.iter();
            position
                .map(|timed| timed.index)
                .position(|index| document.event.entries[index].name == name)
                .map(|position| document.entry(position).uid)
        };
        (named("Opening"), named("Panel"))
    };
    let before = programme(
        json!([{"name": "Opening", "startDate": "12:00"}, {"name": "Panel", "startDate": "13:00"}]),
    );
    let after = programme(
        json!([{"name": "Panel", "startDate": "12:30"}, {"name": "Lunch"}, {"name": "Opening", "startDate": "14:00"}]),
    );
    assert_eq!(before, after);
    assert_ne!(before.0, before.1);
}

#[test]
fn entries_that_look_the_same_are_not() {
    let document = Document::new(
        &json!({"@id": "https://a.example/0", "name": "A", "startDate": "2024-02-14T09:00Z", "subEvent": [
        {"name": "Copy of the whole", "startDate": "10:00", "@id": "https://a.example/0"},
            {"name": "Lunch", "startDate": "12:00"},
            {"name": "Lunch", "startDate": "12:00"},
            {"name": "Lunch", "startDate": "12:00", "track": "B"},
            {"name": "Lunch", "startDate": "2024-02-15T12:00Z"},
            {"name": "Copy", "startDate": "2024-02-15T13:00Z", "@id": "https://a.example/1"},
            {"name": "Paste", "startDate": "2024-02-15T14:00Z", "@id": "https://a.example/1"},
        ]}),
    );
    let mut uids: Vec<String> = (0..7)
        .map(|position| document.entry(position).uid)
        .collect();
    uids.push(document.whole().uid);
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), 8);
    assert!(document.appointment(Which::Entry(7)).is_none());
}

#[test]
fn names_do_not_change_from_release_to_release() {
    // What stands in people's calendars was named by an earlier version of this program.
    let document = json!({"@id": "https://a.example/e/42", "name": "A", "startDate": "2024-02-14T12:30Z", "subEvent": [{"name": "B", "startDate": "13:00"}]});
    assert_eq!(
        [
            uid(document.clone()),
            entry_uid(document),
            uid(json!({"name": "A", "startDate": "2024-02-14T12:30Z"})),
        ],
        [
            "791c0454b30edb7d@a.example",
            "1e8f4af7688606f4@a.example",
            "3c5a20f4cd39285e@events.example"
        ]
    );
}
