//! Which entries and days are shown: what is found, and of that the day that stands open.

use std::rc::Rc;

use super::super::effect::follow;
use super::super::markup::Element;
use super::{Conference, day_of};
use crate::browser::dom::near;

/// Keeps what is shown to what is asked for.
pub fn keep(conference: &Rc<Conference>) {
    let there = conference.clone();
    follow(Box::new(move || there.show()));
    let there = conference.clone();
    // The browser has found a text in a day that does not stand open, or an address leads there.
    let whole = conference.programme.whole.clone();
    whole.on("beforematch", move |event| {
        if let Some(entry) = near(&event, ".entry, .day").map(Element::from) {
            there.reveal(&entry);
        }
    });
}

impl Conference {
    fn show(&self) {
        let programme = &self.programme;
        let days = programme.days.get();
        let (is_tabbed, found) = (self.is_tabbed(), self.found.get());
        let mut place = *self.memory.place.get();
        // Another zone has other days: the reader stays with what they read.
        if let Some(line) = programme.anchor.line().filter(|line| *line != place) {
            place = line;
            self.memory.place.set(line);
        }
        let open = day_of(&days, place);
        for (number, day) in days.iter().enumerate() {
            let mut is_any = false;
            for row in &day.day.rows {
                let is_found = found.binary_search(&row.entry).is_ok();
                is_any |= is_found;
                programme.lines[row.entry].item.show(is_found);
            }
            let hidden = match is_any {
                false => Some(""),
                // Not gone: the browser finds what is in it.
                true if number != open && is_tabbed => Some("until-found"),
                true => None,
            };
            day.element.set("hidden", hidden);
        }
        programme.anchor.restore();
    }

    /// Opens the day of something, and takes back what keeps it from being shown.
    pub(super) fn reveal(&self, part: &Element) {
        let lines = &self.programme.lines;
        let days = self.programme.days.get_untracked();
        let of_line = lines.iter().position(|line| line.item.is(part));
        let of_day = || {
            let day = days.iter().find(|day| day.element.is(part))?;
            Some(day.day.rows.first()?.entry)
        };
        let Some(entry) = of_line.or_else(of_day) else {
            return;
        };
        self.memory.place.set(entry);
        if self.found.get_untracked().binary_search(&entry).is_err() {
            self.memory.query.set(Default::default());
        }
    }
}
