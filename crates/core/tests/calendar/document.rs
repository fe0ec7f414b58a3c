//! A document on a site for tests, and what it puts into calendars.

use handbill_core::calendar::{Appointment, Source, Which};
use handbill_core::messages::Messages;
use handbill_core::{Event, Timeline, Timestamp, read};
use serde_json::Value;

use crate::zones::ChronoTz;

/// Where the documents of these tests lie, with a query that changes from visit to visit.
pub const ADDRESS: &str = "https://events.example/2024/event.json?visit=1";

/// The page that shows them.
pub const PAGE: &str = "https://events.example/2024/";

/// A document that was read.
pub struct Document {
    pub event: Event,
    pub timeline: Timeline,
}

impl Document {
    #[track_caller]
    pub fn new(document: &Value) -> Self {
        Self::read(&document.to_string()).expect("there is an event in the document")
    }

    pub fn read(text: &str) -> Option<Self> {
        let event = read(text, "").0?;
        let (timeline, _) = Timeline::resolve(&event, &ChronoTz, None);
        Some(Self { event, timeline })
    }

    pub fn appointment(&self, which: Which) -> Option<Appointment> {
        let base = url::Url::parse(ADDRESS).expect("an address");
        let source = Source {
            event: &self.event,
            timeline: &self.timeline,
            zones: &ChronoTz,
            messages: &Messages::english(),
            page: Some(PAGE),
            // As browsers do it, and the widget.
            resolve: &|url| match base.join(url.as_str()) {
                Ok(full) => full.into(),
                Err(_) => url.as_str().into(),
            },
        };
        Appointment::new(&source, which)
    }

    #[track_caller]
    pub fn whole(&self) -> Appointment {
        self.appointment(Which::Whole).expect("its time is known")
    }

    #[track_caller]
    pub fn entry(&self, position: usize) -> Appointment {
        self.appointment(Which::Entry(position))
            .expect("its time is known")
    }

    /// The event and all of its entries, as far as they have times.
    pub fn all(&self) -> Vec<Appointment> {
        let entries = (0..self.timeline.entries.len()).map(Which::Entry);
        [Which::Whole]
            .into_iter()
            .chain(entries)
            .filter_map(|which| self.appointment(which))
            .collect()
    }
}

/// When the files of these tests are made.
pub fn stamp() -> Timestamp {
    handbill_core::time::parse::timestamp("2024-01-02T03:04:05Z").expect("an instant")
}
