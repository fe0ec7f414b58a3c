//! What a later version of the programme has changed, at the lines that it is about.

use std::rc::Rc;

use handbill_core::agenda::Civil;
use handbill_core::conference::changes::Change;

use super::super::effect::follow;
use super::super::markup::{Element, element};
use super::Conference;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// What is told, and of which entries, for as long as the view lives.
pub fn notes(conference: &Rc<Conference>) -> Vec<(usize, Element)> {
    let mut notes = Vec::new();
    for change in conference.memory.changes.iter() {
        let Change {
            entry, start, room, ..
        } = change.clone();
        if let Some(start) = start {
            let note = element("p", "note news");
            notes.push((entry, note.clone()));
            let there = conference.clone();
            follow(Box::new(move || {
                let shown = there.programme.ctx.shown.get();
                let timeline = &there.programme.announced.timeline;
                let civil = |at| Civil::new(&IntlZones, &shown.zone, at, None);
                let (before, now) = (civil(start), timeline.entries[entry].span);
                let is_same_day =
                    now.is_some_and(|now| civil(now.start).start.date() == before.start.date());
                let text = match is_same_day {
                    true => format::times(&shown.locale, before),
                    false => format::date_and_time(&shown.locale, before.start),
                };
                let label = there.words("span", "", there.words.moved).child(" ");
                note.replace(label.child(text));
            }));
        }
        if let Some(room) = room {
            let label = conference.words("span", "", conference.words.moved_room);
            let note = element("p", "note news").child(label.child(" "));
            notes.push((entry, note.child(room)));
        }
    }
    notes
}
