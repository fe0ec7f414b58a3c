//! All rows of a programme. Each is built when it is first to be seen: nobody looks at a thousand at once.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use handbill_core::Snapshot;

use super::entry_row::{EntryRow, EntryState};
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;

/// Adds something to a row that has just been built; the position of its entry comes first.
type Decorate = Box<dyn Fn(usize, &EntryRow)>;

/// One row for each entry, by its position in the timeline. They stay out of the reactive graph.
pub struct EntryRows {
    loaded: Arc<LoadedEvent>,
    display: Arc<Display>,
    rows: Vec<OnceCell<Box<EntryRow>>>,
    snapshot: RefCell<Arc<Snapshot>>,
    decorate: RefCell<Option<Decorate>>,
}

impl EntryRows {
    /// None is built yet. The language stays the same as long as they live.
    pub fn new(
        loaded: &Arc<LoadedEvent>,
        display: &Arc<Display>,
        snapshot: Arc<Snapshot>,
    ) -> Rc<Self> {
        let count = loaded.timeline.entries.len();
        Rc::new(Self {
            loaded: loaded.clone(),
            display: display.clone(),
            rows: (0..count).map(|_| OnceCell::new()).collect(),
            snapshot: RefCell::new(snapshot),
            decorate: RefCell::default(),
        })
    }

    /// The row of the entry at `position`, built if need be.
    pub fn get(&self, position: usize) -> &EntryRow {
        let cell = &self.rows[position];
        if let Some(row) = cell.get() {
            return row;
        }
        let row =
            cell.get_or_init(|| Box::new(EntryRow::new(&self.loaded, position, &self.display)));
        self.show_state(position, row);
        if let Some(decorate) = &*self.decorate.borrow() {
            decorate(position, row);
        }
        row
    }

    /// The row of the entry at `position`, if it is built.
    pub fn if_built(&self, position: usize) -> Option<&EntryRow> {
        self.rows.get(position)?.get().map(|row| &**row)
    }

    /// The rows that are built, with the positions of their entries.
    pub fn built(&self) -> impl Iterator<Item = (usize, &EntryRow)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(position, row)| Some((position, &**row.get()?)))
    }

    /// Adds something to every row: to those that are built, and to each one later.
    pub fn decorate(&self, decorate: Decorate) {
        for (position, row) in self.built() {
            decorate(position, row);
        }
        self.decorate.replace(Some(decorate));
    }

    /// Shows how the event stands. Rows whose state is the same are not touched.
    pub fn show_states(&self, snapshot: &Arc<Snapshot>) {
        self.snapshot.replace(snapshot.clone());
        for (position, row) in self.built() {
            self.show_state(position, row);
        }
    }

    fn show_state(&self, position: usize, row: &EntryRow) {
        let state = EntryState::of(&self.loaded.timeline, &self.snapshot.borrow(), position);
        row.show_state(state, self.display.messages);
    }
}
