//! What it takes to find one's way through the programme of a conference.

use handbill_core::{Event, Timeline, read};
use serde_json::Value;
use zones::ChronoTz;

#[path = "conference/changes.rs"]
mod changes;
#[path = "conference/details.rs"]
mod details;
#[expect(dead_code, reason = "other tests need more of it")]
#[path = "properties/document.rs"]
mod document;
#[path = "conference/find.rs"]
mod find;
#[path = "conference/grid.rs"]
mod grid;
#[path = "conference/large.rs"]
mod large;
#[path = "conference/picks.rs"]
mod picks;
#[path = "conference/programme.rs"]
mod programme;
#[path = "host/zones.rs"]
mod zones;

fn read_whole(document: &Value) -> (Event, Timeline) {
    let (event, _) = read(&document.to_string(), "");
    let event = event.expect("there is an event in the document");
    let (timeline, _) = Timeline::resolve(&event, &ChronoTz, None);
    (event, timeline)
}
