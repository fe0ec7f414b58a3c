//! An event as schema.org JSON-LD, for search engines and other programs.

use crate::event::{AttendanceMode, Event};
use crate::time::print::{print_clock, zone_text};
use crate::time::{TimeZones, Zone};
use crate::timeline::Timeline;
use crate::url::Url;

mod properties;
mod times;
mod writer;

use properties::Writing;
use times::OwnClock;
use writer::Writer;

/// Writes an event as a schema.org `Event`, safe inside a `<script type="application/ld+json">`.
///
/// `timeline` and `zones` are those of the event; `resolve` makes a URL absolute. The text reads back as the same event,
/// with each time as an instant in the offset of the event's own zone. Days stay days, and floating times stay without an
/// offset.
///
/// `page` is the URL of the page that announces the event. It fills in what search engines want and authors leave out:
/// the event's `url`, and the place of an online event. Without it, nothing is added.
pub fn json_ld(
    event: &Event,
    timeline: &Timeline,
    zones: &dyn TimeZones,
    resolve: &dyn Fn(&Url) -> String,
    page: Option<&str>,
) -> String {
    let mut writing = Writing {
        to: Writer::new(),
        clock: OwnClock {
            zones,
            zone: &timeline.zone,
        },
        resolve,
    };
    writing.to.text("@context", "https://schema.org");
    writing.to.text("@type", "Event");
    writing.to.optional("@id", event.id.as_deref());
    if !event.name.is_empty() {
        writing.to.text("name", &event.name);
    }
    writing.to.optional("theme", event.theme.as_deref());
    writing.to.paragraphs("description", &event.description);
    writing.to.optional("inLanguage", event.language.as_deref());
    writing.times(event, timeline);
    writing.status(event.status);
    writing.places(event, page);
    match &event.url {
        Some(url) => writing.url(Some(url)),
        None => writing.to.optional("url", page),
    }
    if let Some(image) = &event.image {
        writing.image(image);
    }
    writing.organizers(&event.organizers);
    writing.contributions(&event.contributions);
    if let Some(registration) = &event.registration {
        writing.offer(registration, timeline);
    }
    if let Some(recording) = &event.recording {
        writing.to.open_at("recordedIn", "CreativeWork");
        writing.url(Some(recording));
        writing.to.close();
    }
    if event.programme_is_draft {
        writing.to.text("programmeStatus", "draft");
    }
    writing.programme(&event.entries, timeline);
    if let Some(about) = &event.about {
        writing.section(about);
    }
    writing.to.finish()
}

impl Writing<'_> {
    fn times(&mut self, event: &Event, timeline: &Timeline) {
        // An offset tells the instant, but not the time zone.
        let zone = match &timeline.zone {
            zone @ Zone::Named(_) => Some(zone),
            _ => event.zone.as_ref().filter(|zone| !zone.is_floating()),
        };
        self.to.optional("timeZone", zone.map(zone_text).as_deref());
        let day_change = event.day_change.map(print_clock);
        self.to.optional("dayChange", day_change.as_deref());
        let own = timeline.resolved();
        if let Some(start) = self.clock.start(event.start.as_ref(), own) {
            self.to.text("startDate", &start);
            let end = self.clock.end(event.end.as_ref(), own);
            self.to.optional("endDate", end.as_deref());
        }
        let previous = self
            .clock
            .moment(event.previous_start.as_ref(), timeline.previous_start);
        self.to.optional("previousStartDate", previous.as_deref());
    }

    fn places(&mut self, event: &Event, page: Option<&str>) {
        let word = match event.mode {
            Some(AttendanceMode::Online) => "OnlineEventAttendanceMode",
            Some(AttendanceMode::OnSite) => "OfflineEventAttendanceMode",
            Some(AttendanceMode::Mixed) => "MixedEventAttendanceMode",
            None => "",
        };
        if !word.is_empty() {
            self.to.word("eventAttendanceMode", word);
        }
        let page = page.filter(|_| event.mode == Some(AttendanceMode::Online));
        if event.places.is_empty() && page.is_none() {
            return;
        }
        self.to.open_list("location");
        for place in &event.places {
            self.place(place);
        }
        if let (true, Some(page)) = (event.places.is_empty(), page) {
            self.to.open("VirtualLocation");
            self.to.text("url", page);
            self.to.close();
        }
        self.to.close_list();
    }
}
