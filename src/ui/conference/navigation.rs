//! Ways to an entry or a day: links, *Now*, tabs.

use std::rc::Rc;

use handbill_core::conference::Query;

use super::context::Conference;
use super::more;
use crate::ui::elements::jump::jump_to;
use crate::ui::programme::day_view::DayView;

impl Conference {
    /// Whether one day is open, and tabs lead to the others. Tracked.
    pub fn is_tabbed(&self) -> bool {
        let is_filter = self.query.get().is_filter();
        self.is_many && self.view.days.get().len() > 1 && !is_filter
    }

    /// Opens a day.
    pub fn open_day(&self, day: usize) {
        let days = self.view.days.get_untracked();
        let Some(day) = days.get(day) else { return };
        if let Some(row) = day.day.rows.first() {
            self.place.set(row.entry);
        }
        self.change(true, |query| query.day = day.day.date);
    }
}

/// Goes to an entry, and takes back a search that hides it.
pub fn go_to(conference: &Rc<Conference>, entry: usize) {
    if entry >= conference.view.loaded.timeline.entries.len() {
        return;
    }
    conference.place.set(entry);
    if { conference.found.get_untracked() }
        .binary_search(&entry)
        .is_err()
    {
        conference.query.set(Query::default());
    }
    conference.after_effects(move |conference| {
        let row = conference.view.rows.get(entry);
        more::fill_row(conference, row);
        jump_to(&row.item);
    });
}

/// Goes to the entry that the address of the page leads to.
pub fn follow_linked_entry(conference: &Rc<Conference>) {
    conference.effect(|conference| {
        if let Some(entry) = conference.view.ctx.inputs.linked_entry.get() {
            go_to(conference, entry);
        }
    });
}

/// The day that an entry is on, by its number.
pub fn day_of(days: &[DayView], entry: usize) -> usize {
    let has_it = |day: &DayView| day.day.rows.iter().any(|row| row.entry == entry);
    days.iter().position(has_it).unwrap_or_default()
}
