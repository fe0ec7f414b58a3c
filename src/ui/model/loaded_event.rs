//! A document that is loaded: its event, its timeline and its absolute addresses.

use std::sync::Arc;

use handbill_core::event::{Entry, Event};
use handbill_core::url::Url;
use handbill_core::{TimeZoneId, TimeZones, Timeline, Zone};

use crate::browser::address::resolve;
use crate::browser::intl::zones::IntlZones;

/// An event that is loaded and resolved, ready to be shown. It never changes: a refresh makes another one.
pub struct LoadedEvent {
    /// What the author wrote.
    pub event: Arc<Event>,
    /// Every time in it, resolved.
    pub timeline: Timeline,
    /// The absolute address of the registration page.
    pub registration: Option<String>,
    /// The absolute address of the recording.
    pub recording: Option<String>,
    /// The address of the document. Addresses inside are relative to it.
    pub address: String,
    /// Whether the programme is large enough for search, filters and days.
    pub is_conference: bool,
    /// The text of the document: for details that are read later, other languages, and the return of the element.
    pub document: String,
}

impl LoadedEvent {
    /// Makes the addresses absolute. `address` is where the document came from.
    pub fn new(
        event: Event,
        timeline: Timeline,
        zones: &dyn TimeZones,
        address: &str,
        document: String,
    ) -> Self {
        let registration = event.registration.as_ref();
        let registration = registration.and_then(|registration| registration.url.as_ref());
        let is_conference = timeline.is_conference(&event, zones);
        Self {
            registration: registration.map(|url| resolve(url, address)),
            recording: event.recording.as_ref().map(|url| resolve(url, address)),
            address: address.to_owned(),
            is_conference,
            document,
            event: Arc::new(event),
            timeline,
        }
    }

    /// The same event for a visitor in another zone; nothing where that makes no difference: only floating times depend on
    /// the visitor's clock.
    pub fn on_clock_of(&self, visitor: Option<&TimeZoneId>) -> Option<Self> {
        match &self.timeline.zone {
            Zone::Floating(zone) if zone.as_ref() != visitor => Some(Self {
                event: self.event.clone(),
                timeline: Timeline::resolve(&self.event, &IntlZones, visitor).0,
                registration: self.registration.clone(),
                recording: self.recording.clone(),
                address: self.address.clone(),
                is_conference: self.is_conference,
                document: self.document.clone(),
            }),
            _ => None,
        }
    }

    /// The absolute form of an address in the document.
    pub fn resolve(&self, url: &Url) -> String {
        resolve(url, &self.address)
    }

    /// The entry at `position` of the timeline, as the author wrote it.
    pub fn entry(&self, position: usize) -> &Entry {
        &self.event.entries[self.timeline.entries[position].index]
    }
}
