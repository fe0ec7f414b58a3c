//! One day of a programme: its heading, and the place of its rows.

use handbill_core::Timestamp;
use handbill_core::agenda::{Day, Row};

use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;
use crate::ui::elements::heading::heading;
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::zone_label::{city_label, zone_label};
use crate::ui::view::{Element, el};

/// A day that stands there.
pub struct DayView {
    /// Its date and rows.
    pub day: Day,
    /// The whole day.
    pub element: Element,
    /// The place of its rows.
    pub place: Element,
    /// Whether the clocks change on it: each row then names its offset.
    pub has_clock_change: bool,
}

impl DayView {
    /// A day without rows.
    pub fn new(loaded: &LoadedEvent, day: Day, display: &Display) -> Self {
        let title = match day.date {
            Some(date) => format::date(&display.locale, date),
            None => display.messages.day_not_known().into(),
        };
        let zone = &display.zone;
        let start = |row: &Row| Some(loaded.timeline.entries[row.entry].span?.start);
        let mut timed = day.rows.iter().filter(|row| row.shown.is_some());
        let first = timed.next().and_then(start);
        let last = day.rows.last().and_then(start).or(first);
        let offset = |at: Option<Timestamp>| at.map(|at| zone.offset_at(&IntlZones, at));
        let has_clock_change = offset(first) != offset(last);
        let label = first.map(|at| match has_clock_change {
            true => city_label(zone, at, display.messages),
            false => zone_label(zone, at, display.messages),
        });
        let bar = el("div")
            .class("bar")
            .child(
                heading(display.heading_level + 2)
                    .class("date")
                    .child(title),
            )
            .child(label.map(|label| el("p").class("zone").child(label)));
        let place = el("div").class("rows");
        Self {
            element: el("div").class("day").child(bar).child(place.clone()),
            place,
            has_clock_change,
            day,
        }
    }

    /// The rows at these positions.
    pub fn rows_at(&self, positions: &[u32]) -> Vec<Row> {
        let positions = positions.iter();
        positions.map(|at| self.day.rows[*at as usize]).collect()
    }
}
