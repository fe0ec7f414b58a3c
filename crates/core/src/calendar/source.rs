//! The input for appointments: a document, and the context that only the host knows.

use crate::event::{Entry, Event};
use crate::messages::Messages;
use crate::time::TimeZones;
use crate::timeline::{TimedEntry, Timeline};
use crate::url::Url;

/// The subject of an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The event by its own span.
    Whole,
    /// One of [`Timeline::entries`], by its position.
    Entry(usize),
}

/// The event, and the context that only the host knows.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The event.
    pub event: &'a Event,
    /// Its resolved times.
    pub timeline: &'a Timeline,
    /// The host's zones: whole days are days on the event's own calendar.
    pub zones: &'a dyn TimeZones,
    /// The messages of the interface, for labels in the description.
    pub messages: &'a Messages,
    /// The absolute URL of the page with the widget; the event's own `url` counts first.
    pub page: Option<&'a str>,
    /// Makes a URL absolute: it may be relative to the document.
    pub resolve: &'a dyn Fn(&Url) -> String,
}

impl<'a> Source<'a> {
    /// An entry by its position in the timeline.
    pub(super) fn entry(&self, position: usize) -> Option<(&'a TimedEntry, &'a Entry)> {
        let timed = self.timeline.entries.get(position)?;
        Some((timed, self.event.entries.get(timed.index)?))
    }
}
