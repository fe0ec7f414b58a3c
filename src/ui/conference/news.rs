//! Notes on what a later version of the document has changed, at the entries concerned.

use std::rc::Rc;

use handbill_core::agenda::Civil;

use super::context::Conference;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;
use crate::ui::view::{Element, el};

/// The notes, each with the position of its entry in the timeline.
pub fn notes(conference: &Rc<Conference>) -> Vec<(usize, Element)> {
    let mut notes = Vec::new();
    for change in conference.changes.iter() {
        let entry = change.entry;
        if let Some(start) = change.start {
            let note = el("p").class("note news");
            notes.push((entry, note.clone()));
            conference.effect(move |conference| {
                let display = conference.view.ctx.display.get();
                let timeline = &conference.view.loaded.timeline;
                let civil = |at| Civil::new(&IntlZones, &display.zone, at, None);
                let (before, now) = (civil(start), timeline.entries[entry].span);
                let is_same_day =
                    now.is_some_and(|now| civil(now.start).start.date() == before.start.date());
                let text = match is_same_day {
                    true => format::times(&display.locale, before),
                    false => format::date_and_time(&display.locale, before.start),
                };
                let label = conference.message("span", conference.words.moved());
                note.replace(label.child(" ").child(text));
            });
        }
        if let Some(room) = &change.room {
            let label = conference.message("span", conference.words.moved_room());
            let note = el("p").class("note news").child(label.child(" "));
            notes.push((entry, note.child(room.as_str())));
        }
    }
    notes
}
