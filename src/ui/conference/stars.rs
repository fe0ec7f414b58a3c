//! The star at each entry, the colour of its track, and what else is starred at its time.

use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::Event;
use handbill_core::conference::picks::clashes;
use handbill_core::number::decimal;
use handbill_core::parts::{concat, joined};

use super::super::effect::follow;
use super::super::entry::Line;
use super::super::markup::{Element, element};
use super::Conference;
use crate::browser::dom::near;

/// How many colours there are; tracks beyond have them again. The name of a track always stands beside.
const COLOURS: usize = 6;

/// Makes a line what it is in a large programme.
pub struct Stars {
    /// Each track once, in the order of the document.
    tracks: Vec<String>,
    /// What is said of starred entries at the same time.
    notes: RefCell<Vec<(usize, Element)>>,
}

impl Stars {
    /// Knows the tracks of the programme.
    pub fn new(event: &Event) -> Self {
        let mut tracks: Vec<String> = Vec::new();
        for track in event
            .entries
            .iter()
            .filter_map(|entry| entry.track.as_ref())
        {
            if !tracks.contains(track) {
                tracks.push(track.clone());
            }
        }
        Self {
            tracks,
            notes: RefCell::default(),
        }
    }

    /// Puts what belongs there at a line.
    pub fn dress(&self, conference: &Conference, position: usize, line: &Line) {
        let number = decimal(position as u32);
        line.item.set("data-entry", Some(&number));
        let announced = &conference.programme.announced;
        let entry = &announced.event.entries[announced.timeline.entries[position].index];
        let track = entry.track.as_ref();
        let track = track.and_then(|track| self.tracks.iter().position(|known| known == track));
        if let Some(track) = track {
            let colour = decimal((track % COLOURS) as u32);
            line.item.set("data-track", Some(&colour));
        }
        if !conference.is_many {
            return;
        }
        let words = conference.words;
        let name = concat(&[words.star, conference.shown.messages.colon, &entry.name]);
        let star = element("button", "star")
            .attribute("type", "button")
            .attribute("aria-label", &name)
            .attribute("value", &number);
        let picked = conference.picks.get_untracked();
        press(&star, picked.binary_search(&position).is_ok());
        line.mark.after(&star);
        for (_, note) in self.notes.borrow().iter().filter(|(of, _)| *of == position) {
            _ = line.what.clone().child(note.clone());
        }
    }
}

/// Lets stars be pressed, and shows which are.
pub fn keep(conference: &Rc<Conference>) {
    let there = conference.clone();
    let whole = conference.programme.whole.clone();
    _ = whole.on("click", move |event| {
        let star = near(&event, ".star").map(Element::from);
        if let Some(entry) = star.and_then(|star| star.value().parse().ok()) {
            there.picks.toggle(entry);
        }
    });
    keep_pressed(conference);
    keep_clashes(conference);
}

fn press(star: &Element, is_picked: bool) {
    let pressed = if is_picked { "true" } else { "false" };
    star.set("aria-pressed", Some(pressed));
    star.replace(if is_picked { "★" } else { "☆" });
}

fn keep_pressed(conference: &Rc<Conference>) {
    let there = conference.clone();
    let known: RefCell<Rc<Vec<usize>>> = RefCell::default();
    follow(Box::new(move || {
        let picked = there.picks.get();
        let before = known.replace(picked.clone());
        for (position, line) in there.programme.lines.made() {
            let is_picked = picked.binary_search(&position).is_ok();
            if is_picked != before.binary_search(&position).is_ok()
                && let Some(star) = line.what.first(".star")
            {
                press(&star, is_picked);
            }
        }
    }));
}

/// Tells at each of two starred entries that the other one is at the same time.
fn keep_clashes(conference: &Rc<Conference>) {
    let there = conference.clone();
    follow(Box::new(move || {
        let programme = &there.programme;
        let notes = &there.stars.notes;
        notes.take().iter().for_each(|(_, note)| note.remove());
        let picked = there.picks.get();
        let pairs = clashes(&programme.announced.timeline, &picked);
        for position in picked.iter() {
            let others = pairs.iter().filter_map(|(one, other)| match position {
                position if position == one => Some(*other),
                position if position == other => Some(*one),
                _ => None,
            });
            let others: Vec<&str> = others.map(|other| there.name(other)).collect();
            if others.is_empty() {
                continue;
            }
            let names = joined(&others, there.shown.messages.comma);
            let note = element("p", "note clash")
                .child(there.words("span", "", there.words.clash))
                .child(" ")
                .child(names);
            if let Some(line) = programme.lines.known(*position) {
                _ = line.what.clone().child(note.clone());
            }
            notes.borrow_mut().push((*position, note));
        }
    }));
}
