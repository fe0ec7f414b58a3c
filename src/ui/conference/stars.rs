//! The star at each entry, the colour of its track, and a note on starred entries at the same time.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use handbill_core::Event;
use handbill_core::conference::picks::clashes;
use handbill_core::number::decimal;
use handbill_core::strings::{concat, join};

use super::context::Conference;
use crate::browser::dom::near;
use crate::ui::programme::entry_row::EntryRow;
use crate::ui::view::{Element, el};

/// How many colours there are. Tracks beyond share them; the name of a track always stands beside its colour.
const COLOURS: usize = 6;

/// The stars of a programme.
pub struct Stars {
    /// Each track once, in the order of the document.
    tracks: Vec<String>,
    /// The notes on clashes, with the positions of their entries.
    clashes: RefCell<Vec<(usize, Element)>>,
}

impl Stars {
    /// Lets stars be pressed, and follows which are.
    pub fn new(conference: &Rc<Conference>) -> Rc<Self> {
        let stars = Rc::new(Self {
            tracks: tracks(&conference.view.loaded.event),
            clashes: RefCell::default(),
        });
        let picks = conference.picks;
        conference.view.section.listen("click", move |event| {
            let star = near(event, ".star");
            if let Some(entry) = star.and_then(|star| star.value().parse().ok()) {
                picks.toggle(entry);
            }
        });
        follow_pressed(conference);
        follow_clashes(conference, stars.clone());
        stars
    }

    /// Adds star, colour and note to a row.
    pub fn decorate(&self, conference: &Conference, position: usize, row: &EntryRow) {
        let number = decimal(position as u32);
        row.item.set_attr("data-entry", Some(&number));
        let entry = conference.view.loaded.entry(position);
        let track = entry.track.as_ref();
        let track = track.and_then(|track| self.tracks.iter().position(|known| known == track));
        if let Some(track) = track {
            let colour = decimal((track % COLOURS) as u32);
            row.item.set_attr("data-track", Some(&colour));
        }
        if !conference.is_many {
            return;
        }
        let colon = conference.display.messages.colon();
        let label = concat(&[conference.words.star(), colon, &entry.name]);
        let star = el("button")
            .class("star")
            .attr("type", "button")
            .attr("aria-label", &label)
            .attr("value", &number);
        let picked = conference.picks.get_untracked();
        press(&star, picked.binary_search(&position).is_ok());
        row.mark.after(&star);
        let clashes = self.clashes.borrow();
        for (_, note) in clashes.iter().filter(|(of, _)| *of == position) {
            row.what.append(note.clone());
        }
    }
}

fn tracks(event: &Event) -> Vec<String> {
    let mut tracks: Vec<String> = Vec::new();
    for track in { event.entries.iter() }.filter_map(|entry| entry.track.as_ref()) {
        if !tracks.contains(track) {
            tracks.push(track.clone());
        }
    }
    tracks
}

fn press(star: &Element, is_picked: bool) {
    star.set_flag("aria-pressed", is_picked);
    star.replace(if is_picked { "★" } else { "☆" });
}

fn follow_pressed(conference: &Rc<Conference>) {
    let mut known = Arc::new(Vec::new());
    conference.effect(move |conference| {
        let picked = conference.picks.get();
        let before = std::mem::replace(&mut known, picked.clone());
        for (position, row) in conference.view.rows.built() {
            let is_picked = picked.binary_search(&position).is_ok();
            if is_picked != before.binary_search(&position).is_ok()
                && let Some(star) = row.what.first(".star")
            {
                press(&star.into(), is_picked);
            }
        }
    });
}

/// Notes at each of two starred entries that the other one is at the same time.
fn follow_clashes(conference: &Rc<Conference>, stars: Rc<Stars>) {
    conference.effect(move |conference| {
        let view = &conference.view;
        for (_, note) in stars.clashes.take() {
            note.remove();
        }
        let picked = conference.picks.get();
        let pairs = clashes(&view.loaded.timeline, &picked);
        for position in picked.iter() {
            let others = pairs.iter().filter_map(|(one, other)| match position {
                position if position == one => Some(*other),
                position if position == other => Some(*one),
                _ => None,
            });
            let others: Vec<&str> = others.map(|other| conference.name(other)).collect();
            if others.is_empty() {
                continue;
            }
            let names = join(&others, conference.display.messages.comma());
            let note = el("p")
                .class("note clash")
                .child(conference.message("span", conference.words.clash()))
                .child(" ")
                .child(names);
            if let Some(row) = view.rows.if_built(*position) {
                row.what.append(note.clone());
            }
            stars.clashes.borrow_mut().push((*position, note));
        }
    });
}
