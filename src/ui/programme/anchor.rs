//! The scroll anchor: another zone changes what stands above the reader, and their entry stays in place.
//!
//! Some browsers see to that by themselves (`overflow-anchor`), and others do not.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::entry_rows::EntryRows;
use crate::browser::page;
use crate::ui::model::context::Ctx;
use crate::ui::reactive::effect;

/// The place of the reader in a programme.
#[derive(Default)]
pub struct Anchor {
    rows: RefCell<Option<Rc<EntryRows>>>,
    is_left: Cell<bool>,
    /// The row nearest to the upper edge of the window, and its distance from there in pixels.
    place: Cell<Option<(usize, f64)>>,
}

impl Anchor {
    /// Notes the place before anything follows another zone: it is made before all that does.
    pub fn new(ctx: Ctx) -> Rc<Self> {
        let anchor = Rc::new(Self::default());
        let noting = anchor.clone();
        effect(move || {
            ctx.display.get();
            noting.note(false);
        });
        anchor
    }

    /// Watches these rows.
    pub fn watch(&self, rows: &Rc<EntryRows>) {
        self.rows.replace(Some(rows.clone()));
    }

    /// Notes the place of the reader. It is nowhere while they have not come as far as the programme, unless `is_inside`
    /// says that they have: the rows above them may not be built yet.
    pub fn note(&self, mut is_inside: bool) {
        let rows = self.rows.borrow();
        let Some(rows) = &*rows else { return };
        let mut nearest = None::<(usize, f64)>;
        for (entry, row) in rows.built() {
            let top = row.item.top();
            is_inside |= top < 0.0;
            // A hidden row is at zero. Far rows do not tell where the reader is: those between may not be built.
            if top != 0.0 && nearest.is_none_or(|(_, other)| top.abs() < other.abs()) {
                nearest = Some((entry, top));
            }
        }
        self.place.set(nearest.filter(|_| is_inside));
    }

    /// The noted row, until [`Self::restore`].
    pub fn row(&self) -> Option<usize> {
        self.place.get().map(|(row, _)| row)
    }

    /// Leaves [`Self::restore`] to the conference, which has more to move first.
    pub fn leave(&self) {
        self.is_left.set(true);
    }

    /// Whether the conference restores the place.
    pub fn is_left(&self) -> bool {
        self.is_left.get()
    }

    /// Scrolls the noted row back to where it was.
    pub fn restore(&self) {
        if let (Some((row, top)), Some(rows)) = (self.place.take(), &*self.rows.borrow()) {
            page::scroll_by(rows.get(row).item.top() - top);
        }
    }
}
