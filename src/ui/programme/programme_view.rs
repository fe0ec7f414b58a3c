//! The view of a programme, as the conference chunk extends it.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use handbill_core::agenda::Row;

use super::anchor::Anchor;
use super::day_view::DayView;
use super::entry_rows::EntryRows;
use crate::ui::model::conference_state::Carried;
use crate::ui::model::context::Ctx;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::outlet::Outlet;
use crate::ui::signal::RwSignal;
use crate::ui::view::{Element, el};

/// The most entries that need neither search nor tabs.
pub const FEW: usize = 10;

/// A programme that stands there.
pub struct ProgrammeView {
    /// The context of the element.
    pub ctx: Ctx,
    /// The document.
    pub loaded: Arc<LoadedEvent>,
    /// One row for each entry.
    pub rows: Rc<EntryRows>,
    /// The place above the days.
    pub tools: Outlet,
    /// The days that stand there. They are built again for each zone, and the rows are moved.
    pub days: RwSignal<Arc<Vec<DayView>>>,
    /// How many rows are built at once; the conference builds the others near the reader.
    pub limit: Cell<usize>,
    /// The section, with its heading, tools and days.
    pub section: Element,
    /// The place of the reader.
    pub anchor: Rc<Anchor>,
    /// What the next view of the same element goes on from.
    pub carried: Carried,
}

impl ProgrammeView {
    /// A list of these rows of a day.
    pub fn list(&self, day: &DayView, rows: &[Row]) -> Element {
        let display = self.ctx.display.get_untracked();
        // Safari drops the list role of a list without bullets, unless it is written down.
        let list = el("ol").class("entries").attr("role", "list");
        for row in rows {
            let entry = self.rows.get(row.entry);
            entry.show_times(&self.loaded, *row, day, &display);
            list.append(entry.item.clone());
        }
        list
    }

    /// Puts every row under its day, however many there are.
    pub fn show_all(&self) {
        self.limit.set(usize::MAX);
        self.tools.element().set_attr("class", Some("tools"));
        for day in &*self.days.get_untracked() {
            day.place.replace(self.list(day, &day.day.rows));
        }
    }
}
