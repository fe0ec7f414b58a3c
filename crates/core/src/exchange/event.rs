//! An event as a document, in the names of schema.org and Handbill's shorthands.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::event::{Contribution, Entry, Event, Image, Organization, Place, Registration, Section};
use crate::time::Zone;
use crate::time::print::{print_clock, zone_text};
use crate::url::Url;

/// In the language that the event was read in. URLs stay relative.
impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Object::new(serializer)?;
        object.member("@context", "https://schema.org")?;
        object.member("@type", "Event")?;
        object.optional("@id", &self.id)?;
        object.text("name", &self.name)?;
        object.optional("theme", &self.theme)?;
        object.list("description", &self.description)?;
        object.optional("inLanguage", &self.language)?;
        // One that cannot be read is not written again.
        let zone = self.zone.as_ref().filter(|zone| !zone.is_floating());
        object.optional("timeZone", &zone.cloned())?;
        object.optional("dayChange", &self.day_change.map(print_clock))?;
        object.optional("startDate", &self.start)?;
        object.optional("endDate", &self.end)?;
        object.optional("duration", &self.duration)?;
        object.optional("eventAttendanceMode", &self.mode)?;
        object.member("eventStatus", &self.status)?;
        object.optional("previousStartDate", &self.previous_start)?;
        object.optional("url", &self.url)?;
        object.optional("image", &self.image)?;
        object.list("organizer", &self.organizers)?;
        object.list("performer", &self.contributions)?;
        object.list("location", &self.places)?;
        object.optional("offers", &self.registration)?;
        object.optional("recording", &self.recording)?;
        object.optional("calendar", &self.calendar)?;
        object.optional(
            "programmeStatus",
            &self.programme_is_draft.then_some("draft"),
        )?;
        object.list("subEvent", &self.entries)?;
        object.optional("about", &self.about)?;
        object.end()
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Object::new(serializer)?;
        object.optional("@id", &self.id)?;
        object.text("name", &self.name)?;
        object.optional("startDate", &self.start)?;
        object.optional("endDate", &self.end)?;
        object.optional("duration", &self.duration)?;
        object.member("eventStatus", &self.status)?;
        object.optional("format", &self.format)?;
        object.list("description", &self.description)?;
        object.list("performer", &self.contributions)?;
        object.optional("location", &self.room)?;
        object.optional("track", &self.track)?;
        object.optional("url", &self.url)?;
        object.end()
    }
}

/// As a person with a `roleName`.
impl Serialize for Contribution {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { person, role } = self;
        let mut object = Object::new(serializer)?;
        object.optional("honorificPrefix", &person.honorific_prefix)?;
        object.text("name", &person.name)?;
        object.optional("honorificSuffix", &person.honorific_suffix)?;
        object.optional("jobTitle", &person.job_title)?;
        object.optional("affiliation", &person.affiliation)?;
        object.optional("url", &person.url)?;
        object.optional("roleName", role)?;
        object.end()
    }
}

impl Serialize for Organization {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Object::new(serializer)?;
        object.text("name", &self.name)?;
        object.optional("url", &self.url)?;
        object.end()
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kind = match self.is_virtual {
            true => "VirtualLocation",
            false => "Place",
        };
        let mut object = Object::new(serializer)?;
        object.member("@type", kind)?;
        object.optional("name", &self.name)?;
        object.optional("address", &self.address)?;
        object.optional("url", &self.url)?;
        object.end()
    }
}

impl Serialize for Image {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let sizes = self.sizes.iter();
        let sizes: Vec<String> = sizes
            .map(|(url, size)| [url.as_str(), " ", size].concat())
            .collect();
        let mut object = Object::new(serializer)?;
        object.member("url", &self.url)?;
        object.optional("caption", &self.alt)?;
        object.optional("width", &self.width)?;
        object.optional("height", &self.height)?;
        object.text("srcset", &sizes.join(", "))?;
        object.end()
    }
}

impl Serialize for Registration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Object::new(serializer)?;
        object.optional("url", &self.url)?;
        object.optional("validFrom", &self.opens)?;
        object.optional("validThrough", &self.closes)?;
        object.member("availability", &self.availability)?;
        object.end()
    }
}

impl Serialize for Section {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Object::new(serializer)?;
        object.optional("name", &self.name)?;
        object.list("description", &self.description)?;
        object.end()
    }
}

impl Serialize for Url {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&zone_text(self))
    }
}

/// Writes an object without its empty members.
struct Object<S: Serializer>(S::SerializeMap);

impl<S: Serializer> Object<S> {
    fn new(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    fn member(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), S::Error> {
        self.0.serialize_entry(key, value)
    }

    fn optional(&mut self, key: &str, value: &Option<impl Serialize>) -> Result<(), S::Error> {
        match value {
            Some(value) => self.member(key, value),
            None => Ok(()),
        }
    }

    fn text(&mut self, key: &str, value: &str) -> Result<(), S::Error> {
        match value {
            "" => Ok(()),
            text => self.member(key, text),
        }
    }

    fn list(&mut self, key: &str, values: &[impl Serialize]) -> Result<(), S::Error> {
        match values {
            [] => Ok(()),
            values => self.member(key, values),
        }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}
