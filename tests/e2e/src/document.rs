//! Event documents that tests start from.

use serde_json::{Value, json};

/// A moment before the events of the suite, for the `now` attribute: their registration is open.
pub const BEFORE: &str = "2024-02-14T08:00:00Z";

/// A whole event in few words, at 12:30 in Berlin on 14 February 2024. Tests spoil one part of it.
pub fn sample() -> Value {
    json!({
        "name": "A Morning on Soil",
        "description": "Everybody who digs is welcome.",
        "timeZone": "Europe/Berlin",
        "startDate": "2024-02-14T12:30",
        "endDate": "2024-02-14T14:00",
        "eventAttendanceMode": "online",
        "registration": {"url": "https://example.org/register"},
        "subEvent": [
            {"startDate": "12:30", "name": "Welcome"},
            {"startDate": "13:00", "name": "Earthworms", "performer": {"name": "Ada Clay"}}
        ]
    })
}

/// The same event under another name, to be told apart on one page.
pub fn named(name: &str) -> Value {
    let mut event = sample();
    event["name"] = json!(name);
    event
}
