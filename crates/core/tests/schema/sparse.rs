//! Documents with next to nothing in them, in which it shows whether a name is read.

use serde_json::{Value, json};

/// An object of each part of the schema in a sparse document, and where it stands in it.
pub fn objects() -> Vec<(&'static str, Value, &'static str)> {
    let event = |name: &str, value: Value| {
        let mut event = json!({"name": "Open day", "startDate": "2027-02-14T12:30Z"});
        if !name.is_empty() {
            event[name] = value;
        }
        event
    };
    let named = json!({"name": "Open day", "startDate": "2027-02-14T12:30Z", "@id": "#a"});
    let side_by_side =
        json!({"@graph": [named, {"name": "Talk", "startDate": "2027-02-14T13:00Z"}]});
    let part = json!({"@graph": [named, {"superEvent": {"@id": "#a"}, "name": "Talk"}]});
    let empty = || json!({});
    vec![
        ("graph", empty(), ""),
        ("other", json!({"name": "A"}), ""),
        ("typedEvent", json!({"name": "A"}), ""),
        (
            "inside",
            json!({"@type": "ItemList", "itemListElement": {"item": {}}}),
            "/itemListElement",
        ),
        ("object", side_by_side.clone(), "/@graph/1"),
        ("event", event("", json!(null)), ""),
        ("eventProperties", event("", json!(null)), ""),
        ("eventProperties", side_by_side, "/@graph/1"),
        (
            "entryObject",
            event("subEvent", json!([{"name": "Talk"}])),
            "/subEvent/0",
        ),
        ("entryObject", part, "/@graph/1"),
        ("organization", event("organizer", empty()), "/organizer"),
        (
            "organization",
            event("organizer", json!({"name": "A"})),
            "/organizer",
        ),
        ("person", event("performer", empty()), "/performer"),
        (
            "person",
            event("performer", json!({"name": "A"})),
            "/performer",
        ),
        (
            "person",
            event(
                "subEvent",
                json!({"name": "Talk", "performer": {"name": "A"}}),
            ),
            "/subEvent/performer",
        ),
        (
            "language",
            event("subEvent", json!({"name": "Talk", "inLanguage": {}})),
            "/subEvent/inLanguage",
        ),
        (
            "contribution",
            event("performer", json!({"name": "A", "performer": "B"})),
            "/performer",
        ),
        (
            "contribution",
            event("performer", json!({"@type": "Role"})),
            "/performer",
        ),
        (
            "role",
            event("performer", json!({"performer": "B"})),
            "/performer",
        ),
        (
            "place",
            event("location", json!({"name": "Hall"})),
            "/location",
        ),
        (
            "role",
            event("performer", json!({"@type": "Role"})),
            "/performer",
        ),
        ("place", event("location", empty()), "/location"),
        (
            "postalAddress",
            event("location", json!({"address": {}})),
            "/location/address",
        ),
        (
            "room",
            event("subEvent", json!({"name": "Talk", "location": {}})),
            "/subEvent/location",
        ),
        ("image", event("image", json!({"url": "a.jpg"})), "/image"),
        (
            "pixels",
            event("image", json!({"url": "a.jpg", "width": {}})),
            "/image/width",
        ),
        ("address", event("url", empty()), "/url"),
        ("linkText", event("url", json!({"url": {}})), "/url/url"),
        ("offer", event("offers", empty()), "/offers"),
        (
            "registration",
            event("registration", empty()),
            "/registration",
        ),
        (
            "section",
            event("about", json!({"description": "Old."})),
            "/about",
        ),
        ("blank", event("name", empty()), "/name"),
        ("text", event("theme", empty()), "/theme"),
        ("time", event("endDate", empty()), "/endDate"),
        ("duration", event("duration", empty()), "/duration"),
        ("zone", event("timeZone", empty()), "/timeZone"),
        ("dayChange", event("dayChange", empty()), "/dayChange"),
        (
            "mode",
            event("eventAttendanceMode", empty()),
            "/eventAttendanceMode",
        ),
        ("status", event("eventStatus", empty()), "/eventStatus"),
        (
            "availability",
            event("offers", json!({"availability": {}})),
            "/offers/availability",
        ),
        (
            "draft",
            event("programmeStatus", empty()),
            "/programmeStatus",
        ),
        (
            "reference",
            json!({"name": "A", "x": {"@id": "#b", "name": "B"}, "theme": {}}),
            "/theme",
        ),
    ]
}

/// Values that make a difference wherever anything does.
pub fn marks() -> Value {
    json!([
        true, 5, "#b", "fr", "Person", "Role", "VirtualLocation", "2031-01-01T10:00Z", "javascript:x", {"@id": "#a"}, ["a"],
        {"name": "Open day"}, {"@type": "Event", "name": "Open day"}, {"fr": {"name": "Portes ouvertes"}}
    ])
}
