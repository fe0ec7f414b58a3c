//! What appointments are made of.

use crate::event::{Entry, Event};
use crate::messages::Messages;
use crate::time::TimeZones;
use crate::timeline::{TimedEntry, Timeline};
use crate::url::Url;

/// What is to be put into a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The event by its own span.
    Whole,
    /// One of [`Timeline::entries`], by its position.
    Entry(usize),
}

/// Where appointments come from: a document, and what only the host knows of it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// What the author wrote.
    pub event: &'a Event,
    /// When all of it is.
    pub timeline: &'a Timeline,
    /// The host's zones: whole days are days on the event's own calendar.
    pub zones: &'a dyn TimeZones,
    /// The words of the interface: a few of them stand between the author's.
    pub messages: &'a Messages,
    /// The full address of the page that shows the event. The event's own `url` counts more.
    pub page: Option<&'a str>,
    /// The full form of an address, which may be relative to the document.
    pub resolve: &'a dyn Fn(&Url) -> String,
}

impl<'a> Source<'a> {
    /// An entry by its position in the timeline.
    pub(super) fn entry(&self, position: usize) -> Option<(&'a TimedEntry, &'a Entry)> {
        let timed = self.timeline.entries.get(position)?;
        Some((timed, self.event.entries.get(timed.index)?))
    }
}
