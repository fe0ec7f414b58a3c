//! *More* at an entry: its people, links and language, and where its people appear again.

use std::rc::Rc;

use handbill_core::conference::details::{Details, LinkKind, PersonDetails};
use handbill_core::fragment::PREFIX;
use handbill_core::number::decimal;
use handbill_core::strings::concat;
use handbill_core::url::Url;
use web_sys::Event;

use super::context::Conference;
use crate::browser::address::encoded;
use crate::browser::dom::near;
use crate::ui::programme::entry_row::EntryRow;
use crate::ui::view::{Element, IntoView, View, el};

/// The `id` of a disclosure begins so; the position of its entry follows.
const ID: &str = "extra-";

/// Adds an empty disclosure to a row that has more to say. It is filled when it is opened.
pub fn decorate(conference: &Conference, position: usize, row: &EntryRow) {
    if !has_more(conference, position) {
        return;
    }
    let more = conference.words.more();
    let colon = conference.display.messages.colon();
    let label = concat(&[more, colon, conference.name(position)]);
    let summary = conference
        .message("summary", more)
        .attr("aria-label", &label);
    row.what.append(
        el("details")
            .class("more extra")
            .attr("id", &concat(&[ID, &decimal(position as u32)]))
            .child(summary),
    );
}

/// Fills disclosures when they are opened: one listener for all.
pub fn fill_on_click(conference: &Rc<Conference>) {
    let fill = |conference: &Rc<Conference>, event: &Event| {
        let summary = near(event, ".extra > summary");
        let details = summary.and_then(|summary| summary.around("details"));
        if let Some(details) = details.map(Element::from) {
            fill(conference, &details);
        }
    };
    let section = &conference.view.section;
    section.listen("click", conference.listener(fill));
}

/// Fills the disclosure of a row, if it has one: a link leads there.
pub fn fill_row(conference: &Conference, row: &EntryRow) {
    if let Some(details) = row.what.first(".extra").map(Element::from) {
        fill(conference, &details);
    }
}

fn fill(conference: &Conference, details: &Element) {
    let position = details.id().strip_prefix(ID).and_then(|id| id.parse().ok());
    if let (Some(position), Some(_)) = (position, details.first("summary:only-child")) {
        details.append(content(conference, position));
    }
}

fn details_of(conference: &Conference, position: usize) -> Option<&Details> {
    let timed = conference.view.loaded.timeline.entries.get(position)?;
    conference.details.get(timed.index)
}

fn has_more(conference: &Conference, position: usize) -> bool {
    details_of(conference, position).is_some_and(|details| {
        details.language.is_some()
            || !details.links.is_empty()
            || details.people.iter().any(|person| person.about.is_some())
    })
}

fn content(conference: &Conference, position: usize) -> View {
    let Some(details) = details_of(conference, position) else {
        return View::Empty;
    };
    let words = conference.words;
    let contributions = &conference.view.loaded.entry(position).contributions;
    let mut parts: Vec<Element> = Vec::new();
    for (contribution, details) in contributions.iter().zip(&details.people) {
        parts.push(person(
            conference,
            position,
            &contribution.person.name,
            details,
        ));
    }
    if let Some(language) = &details.language {
        let label = conference.message("span", words.spoken()).child(" ");
        parts.push(el("p").class("note").child(label).child(language.as_str()));
    }
    for found in &details.links {
        let kind = match found.kind {
            LinkKind::Page => words.page(),
            LinkKind::Recording => words.recording(),
            LinkKind::Material => words.material(),
        };
        let label = found.name.as_deref().unwrap_or(kind);
        parts.push(el("p").child(link(conference, &found.url, label)));
    }
    parts.into_view()
}

fn person(
    conference: &Conference,
    position: usize,
    name: &str,
    details: &PersonDetails,
) -> Element {
    let loaded = &conference.view.loaded;
    let about = details.about.as_deref();
    let image = about.and_then(|about| about.image.as_ref());
    let image = image.map(|image| {
        el("img")
            .class("face")
            .attr("alt", "")
            .attr("loading", "lazy")
            .attr("src", &loaded.resolve(image))
    });
    let text = el("div").child(el("p").class("name").child(name));
    for paragraph in about.iter().flat_map(|about| &about.description) {
        text.append(el("p").class("prose").child(paragraph.as_str()));
    }
    for url in about.iter().flat_map(|about| &about.links) {
        text.append(el("p").child(link(conference, url, url.as_str())));
    }
    let others = (0..loaded.timeline.entries.len()).filter(|other| {
        let others = details_of(conference, *other);
        let people = others.map_or(&[][..], |others| &others.people);
        *other != position && people.iter().any(|other| other.key == details.key)
    });
    let others: Vec<Element> = others
        .map(|other| {
            let href = concat(&[PREFIX, &encoded(&conference.names[other])]);
            let link = el("a").attr("href", &href).child(conference.name(other));
            el("li").child(link)
        })
        .collect();
    if !others.is_empty() {
        text.append(
            conference
                .message("p", conference.words.also())
                .class("label"),
        );
        text.append(el("ul").attr("role", "list").child(others));
    }
    el("div").class("someone").child(image).child(text)
}

fn link(conference: &Conference, url: &Url, label: &str) -> Element {
    el("a")
        .attr("href", &conference.view.loaded.resolve(url))
        .attr("rel", "noopener")
        .child(label)
}
