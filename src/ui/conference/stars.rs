//! The star at each entry, the colour of its track, and what else is starred at its time.

use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::conference::picks::clashes;
use handbill_core::number::decimal;

use super::super::effect::follow;
use super::super::markup::{Element, element};
use super::Conference;
use crate::browser::dom::near;

/// How many colours there are; tracks beyond have them again. The name of a track always stands beside.
const COLOURS: usize = 6;

/// Puts them at the lines of the programme.
pub fn show(conference: &Rc<Conference>) {
    let (programme, words) = (&conference.programme, conference.words);
    let announced = &programme.announced;
    let mut tracks: Vec<&str> = Vec::new();
    let mut stars = Vec::with_capacity(programme.lines.len());
    for (position, line) in programme.lines.iter().enumerate() {
        let number = decimal(position as u32);
        line.item.set("data-entry", Some(&number));
        let entry = &announced.event.entries[announced.timeline.entries[position].index];
        if let Some(track) = entry.track.as_deref() {
            let known = tracks.iter().position(|known| *known == track);
            let track = known.unwrap_or_else(|| {
                tracks.push(track);
                tracks.len() - 1
            });
            let colour = decimal((track % COLOURS) as u32);
            line.item.set("data-track", Some(&colour));
        }
        if !conference.is_many {
            continue;
        }
        let name = [words.star, conference.shown.messages.colon, &entry.name].concat();
        let star = element("button", "star")
            .attribute("type", "button")
            .attribute("aria-label", &name)
            .attribute("aria-pressed", "false")
            .attribute("value", &number)
            .child("☆");
        line.mark.after(&star);
        stars.push(star);
    }
    let there = conference.clone();
    programme.whole.clone().on("click", move |event| {
        let star = near(&event, ".star").map(Element::from);
        if let Some(entry) = star.and_then(|star| star.value().parse().ok()) {
            there.picks.toggle(entry);
        }
    });
    keep_pressed(conference, stars);
    keep_clashes(conference);
}

fn keep_pressed(conference: &Rc<Conference>, stars: Vec<Element>) {
    let there = conference.clone();
    let known: RefCell<Rc<Vec<usize>>> = RefCell::default();
    follow(Box::new(move || {
        let picked = there.picks.get();
        let before = known.replace(picked.clone());
        for position in before.iter().chain(picked.iter()) {
            let Some(star) = stars.get(*position) else {
                continue;
            };
            let is_picked = picked.binary_search(position).is_ok();
            star.set(
                "aria-pressed",
                Some(if is_picked { "true" } else { "false" }),
            );
            star.replace(if is_picked { "★" } else { "☆" });
        }
    }));
}

/// Tells at each of two starred entries that the other one is at the same time.
fn keep_clashes(conference: &Rc<Conference>) {
    let there = conference.clone();
    let notes: RefCell<Vec<Element>> = RefCell::default();
    follow(Box::new(move || {
        let programme = &there.programme;
        notes.take().iter().for_each(Element::remove);
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
            let names = others.join(there.shown.messages.comma);
            let note = element("p", "note clash")
                .child(there.words("span", "", there.words.clash))
                .child(" ")
                .child(names);
            _ = programme.lines[*position].what.clone().child(note.clone());
            notes.borrow_mut().push(note);
        }
    }));
}
