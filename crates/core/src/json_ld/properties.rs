//! The properties of an event: people, places, offers, and the programme.

use crate::event::{
    Availability, Contribution, Entry, EventStatus, Image, Organization, Person, Place,
    Registration, Section,
};
use crate::json_ld::times::OwnClock;
use crate::json_ld::writer::Writer;
use crate::number::decimal;
use crate::timeline::{Resolved, TimedEntry, Timeline};
use crate::url::Url;

/// The shared state of all writers.
pub struct Writing<'a> {
    pub to: Writer,
    pub clock: OwnClock<'a>,
    pub resolve: &'a dyn Fn(&Url) -> String,
}

impl Writing<'_> {
    pub fn url(&mut self, url: Option<&Url>) {
        if let Some(url) = url {
            self.to.text("url", &(self.resolve)(url));
        }
    }

    pub fn status(&mut self, status: EventStatus) {
        let word = match status {
            EventStatus::Scheduled => "EventScheduled",
            EventStatus::Cancelled => "EventCancelled",
            EventStatus::Postponed => "EventPostponed",
            EventStatus::Rescheduled => "EventRescheduled",
            EventStatus::MovedOnline => "EventMovedOnline",
        };
        self.to.word("eventStatus", word);
    }

    pub fn image(&mut self, image: &Image) {
        self.to.open_at("image", "ImageObject");
        self.url(Some(&image.url));
        self.to.optional("caption", image.alt.as_deref());
        for (key, pixels) in [("width", image.width), ("height", image.height)] {
            if let Some(pixels) = pixels {
                self.to.bare(key, &decimal(pixels));
            }
        }
        self.to.close();
    }

    pub fn organizers(&mut self, organizers: &[Organization]) {
        if organizers.is_empty() {
            return;
        }
        self.to.open_list("organizer");
        for organizer in organizers {
            self.to.open("Organization");
            self.to.text("name", &organizer.name);
            self.url(organizer.url.as_ref());
            self.to.close();
        }
        self.to.close_list();
    }

    /// Everybody is written as a performer, to keep their order: the reader takes `contributor` after `performer`.
    pub fn contributions(&mut self, contributions: &[Contribution]) {
        if contributions.is_empty() {
            return;
        }
        self.to.open_list("performer");
        for contribution in contributions {
            match &contribution.role {
                Some(role) => {
                    self.to.open("Role");
                    self.to.text("roleName", role);
                    // A `Role` repeats the property that it is the value of.
                    self.to.open_at("performer", "Person");
                    self.person(&contribution.person);
                    self.to.close();
                    self.to.close();
                }
                None => {
                    self.to.open("Person");
                    self.person(&contribution.person);
                    self.to.close();
                }
            }
        }
        self.to.close_list();
    }

    fn person(&mut self, person: &Person) {
        let to = &mut self.to;
        to.text("name", &person.name);
        to.optional("honorificPrefix", person.honorific_prefix.as_deref());
        to.optional("honorificSuffix", person.honorific_suffix.as_deref());
        to.optional("jobTitle", person.job_title.as_deref());
        if let Some(name) = &person.affiliation {
            to.open_at("affiliation", "Organization");
            to.text("name", name);
            to.close();
        }
        self.url(person.url.as_ref());
    }

    pub fn place(&mut self, place: &Place) {
        self.to.open(if place.is_virtual {
            "VirtualLocation"
        } else {
            "Place"
        });
        self.to.optional("name", place.name.as_deref());
        self.to.optional("address", place.address.as_deref());
        self.url(place.url.as_ref());
        self.to.close();
    }

    pub fn offer(&mut self, registration: &Registration, timeline: &Timeline) {
        self.to.open_at("offers", "Offer");
        self.url(registration.url.as_ref());
        let word = match registration.availability {
            Availability::Open => "InStock",
            Availability::Full => "SoldOut",
            Availability::WaitingList => "BackOrder",
        };
        self.to.word("availability", word);
        let opens = self
            .clock
            .moment(registration.opens.as_ref(), timeline.opens);
        self.to.optional("validFrom", opens.as_deref());
        let closes = self
            .clock
            .moment(registration.closes.as_ref(), timeline.closes);
        self.to.optional("validThrough", closes.as_deref());
        self.to.close();
    }

    pub fn section(&mut self, section: &Section) {
        self.to.open_at("about", "Thing");
        self.to.optional("name", section.name.as_deref());
        self.to.paragraphs("description", &section.description);
        self.to.close();
    }

    /// The programme, in the order of the document.
    pub fn programme(&mut self, entries: &[Entry], timeline: &Timeline) {
        let mut timed = vec![None; entries.len()];
        for entry in &timeline.entries {
            if let Some(place) = timed.get_mut(entry.index) {
                *place = Some(entry);
            }
        }
        let mut is_open = false;
        for (entry, timed) in entries.iter().zip(timed) {
            let given = timed.and_then(TimedEntry::resolved);
            let start = self.clock.start(entry.start.as_ref(), given);
            // An entry with nothing but an unresolved time would read back as no entry, and shift the others.
            let is_something = !entry.name.is_empty()
                || start.is_some()
                || !entry.contributions.is_empty()
                || !entry.description.is_empty();
            if !is_something {
                continue;
            }
            if !is_open {
                // An empty list is a problem for the reader, so it is opened with the first entry.
                self.to.open_list("subEvent");
                is_open = true;
            }
            self.entry(entry, given, start);
        }
        if is_open {
            self.to.close_list();
        }
    }

    fn entry(&mut self, entry: &Entry, given: Option<Resolved>, start: Option<String>) {
        self.to.open("Event");
        self.to.optional("@id", entry.id.as_deref());
        if !entry.name.is_empty() {
            self.to.text("name", &entry.name);
        }
        if let Some(start) = start {
            self.to.text("startDate", &start);
            // An inferred end is left out: the reader infers it again.
            let end = self.clock.end(entry.end.as_ref(), given);
            self.to.optional("endDate", end.as_deref());
        }
        if entry.status != EventStatus::Scheduled {
            self.status(entry.status);
        }
        self.to.optional("format", entry.format.as_deref());
        self.to.paragraphs("description", &entry.description);
        self.contributions(&entry.contributions);
        if let Some(room) = &entry.room {
            self.to.open_at("location", "Place");
            self.to.text("name", room);
            self.to.close();
        }
        self.to.optional("track", entry.track.as_deref());
        self.url(entry.url.as_ref());
        self.to.close();
    }
}
