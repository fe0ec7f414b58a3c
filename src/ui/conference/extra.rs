//! What else is known of an entry, behind a disclosure: its people, links, and where else they are in the programme.

use std::rc::Rc;

use handbill_core::conference::details::{Details, LinkKind, PersonDetails};
use handbill_core::fragment::PREFIX;
use handbill_core::number::decimal;
use handbill_core::parts::concat;
use handbill_core::url::Url;

use super::super::entry::Line;
use super::super::markup::{Element, Markup, element};
use super::Conference;
use crate::browser::address::{encoded, resolve};
use crate::browser::dom::near;

/// What its disclosure is called by machines; the position of the entry follows.
const ID: &str = "extra-";

/// Puts a disclosure at a line that has more to say. It is filled when it is opened.
pub fn dress(conference: &Conference, position: usize, line: &Line) {
    if !conference.has_more(position) {
        return;
    }
    let words = [
        conference.words.more,
        conference.shown.messages.colon,
        conference.name(position),
    ];
    let summary = conference
        .words("summary", "", conference.words.more)
        .attribute("aria-label", &concat(&words));
    let extra = element("details", "more extra")
        .attribute("id", &concat(&[ID, &decimal(position as u32)]))
        .child(summary);
    _ = line.what.clone().child(extra);
}

/// Fills disclosures when they are opened.
pub fn keep(conference: &Rc<Conference>) {
    let there = conference.clone();
    let whole = conference.programme.whole.clone();
    _ = whole.on("click", move |event| {
        let summary = near(&event, ".extra > summary");
        let extra = summary.and_then(|summary| summary.around("details"));
        if let Some(extra) = extra.map(Element::from) {
            there.fill(&extra);
        }
    });
}

impl Conference {
    /// Fills the disclosure of a line, if it has one: somebody is led there.
    pub(super) fn fill_of(&self, line: &Line) {
        if let Some(extra) = line.what.first(".extra") {
            self.fill(&extra);
        }
    }

    /// Fills a disclosure, once.
    fn fill(&self, extra: &Element) {
        let position = extra.id().strip_prefix(ID).and_then(|id| id.parse().ok());
        if let (Some(position), Some(_)) = (position, extra.first("summary:only-child")) {
            _ = extra.clone().child(self.more(position));
        }
    }

    fn details_of(&self, position: usize) -> Option<&Details> {
        let timed = self.programme.announced.timeline.entries.get(position)?;
        self.details.get(timed.index)
    }

    fn has_more(&self, position: usize) -> bool {
        self.details_of(position).is_some_and(|details| {
            details.language.is_some()
                || !details.links.is_empty()
                || details.people.iter().any(|person| person.about.is_some())
        })
    }

    fn more(&self, position: usize) -> Markup {
        let (Some(details), announced) = (self.details_of(position), &self.programme.announced)
        else {
            return Markup::Nothing;
        };
        let timed = &announced.timeline.entries[position];
        let entry = &announced.event.entries[timed.index];
        let mut parts: Vec<Markup> = Vec::new();
        for (contribution, person) in entry.contributions.iter().zip(&details.people) {
            parts.push(self.person(position, &contribution.person.name, person));
        }
        if let Some(language) = &details.language {
            let label = self.words("span", "", self.words.spoken).child(" ");
            parts.push(
                element("p", "note")
                    .child(label)
                    .child(language.as_str())
                    .into(),
            );
        }
        for link in &details.links {
            let kind = match link.kind {
                LinkKind::Page => self.words.page,
                LinkKind::Recording => self.words.recording,
                LinkKind::Material => self.words.material,
            };
            let label = link.name.as_deref().unwrap_or(kind);
            parts.push(element("p", "").child(self.link(&link.url, label)).into());
        }
        Markup::Many(parts)
    }

    fn person(&self, position: usize, name: &str, person: &PersonDetails) -> Markup {
        let announced = &self.programme.announced;
        let mut whole = element("div", "someone");
        let said = person.about.as_deref();
        if let Some(image) = said.and_then(|said| said.image.as_ref()) {
            let picture = element("img", "face")
                .attribute("alt", "")
                .attribute("loading", "lazy")
                .attribute("src", &resolve(image, &announced.address));
            whole = whole.child(picture);
        }
        let mut about = element("div", "").child(element("p", "name").child(name));
        for paragraph in said.iter().flat_map(|said| &said.description) {
            about = about.child(element("p", "prose").child(paragraph.as_str()));
        }
        for link in said.iter().flat_map(|said| &said.links) {
            about = about.child(element("p", "").child(self.link(link, link.as_str())));
        }
        let others = (0..announced.timeline.entries.len()).filter(|other| {
            let details = self.details_of(*other);
            let people = details.map_or(&[][..], |details| &details.people);
            *other != position && people.iter().any(|other| other.key == person.key)
        });
        let others: Vec<Markup> = others
            .map(|other| {
                let address = concat(&[PREFIX, &encoded(&self.names[other])]);
                let link = element("a", "").attribute("href", &address);
                element("li", "").child(link.child(self.name(other))).into()
            })
            .collect();
        if !others.is_empty() {
            let list = element("ul", "").attribute("role", "list").child(others);
            about = about
                .child(self.words("p", "label", self.words.also))
                .child(list);
        }
        whole.child(about).into()
    }

    fn link(&self, url: &Url, label: &str) -> Element {
        element("a", "")
            .attribute("href", &resolve(url, &self.programme.announced.address))
            .attribute("rel", "noopener")
            .child(label)
    }
}
