//! The location of an appointment on the ground.

use crate::calendar::plain_text::line;
use crate::calendar::source::Source;
use crate::event::{AttendanceMode, Entry, EventStatus};

/// The rooms and places on the ground; for an online event, the word for that.
///
/// Never a URL: calendars show the location to everybody who may see that somebody is busy.
pub fn location(source: &Source<'_>, entry: Option<&Entry>, status: EventStatus) -> Option<String> {
    let event = source.event;
    let is_online =
        event.mode == Some(AttendanceMode::Online) || status == EventStatus::MovedOnline;
    let mut all = String::new();
    let mut add = |separator: &str, text: Option<&str>| {
        let text = text.map(line).filter(|text| !text.contains("://"));
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            all.push_str(if all.is_empty() { "" } else { separator });
            all.push_str(&text);
        }
    };
    add("", entry.and_then(|entry| entry.room.as_deref()));
    let places = event
        .places
        .iter()
        .filter(|place| !place.is_virtual && !is_online);
    for place in places {
        add("; ", place.name.as_deref());
        add(", ", place.address.as_deref());
    }
    if all.is_empty() && (is_online || event.places.iter().any(|place| place.is_virtual)) {
        all.push_str(source.messages.online());
    }
    (!all.is_empty()).then_some(all)
}
