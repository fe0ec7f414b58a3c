//! The scroll anchor: another zone changes what stands above the reader, and their entry stays in place.
//!
//! Some browsers see to that by themselves (`overflow-anchor`), and others do not.

use std::rc::Rc;

use leptos::prelude::{Get, GetValue, LocalStorage, SetValue, StoredValue};

use super::entry_rows::EntryRows;
use crate::browser::page;
use crate::ui::model::context::Ctx;
use crate::ui::reactive::effect;

/// The place of the reader in a programme.
#[derive(Clone, Copy)]
pub struct Anchor {
    rows: StoredValue<Option<Rc<EntryRows>>, LocalStorage>,
    is_left: StoredValue<bool>,
    /// The row nearest to the upper edge of the window, and its distance from there in pixels.
    place: StoredValue<Option<(usize, f64)>>,
}

impl Anchor {
    /// Notes the place before anything follows another zone: it is made before all that does.
    pub fn new(ctx: Ctx) -> Self {
        let anchor = Self {
            rows: StoredValue::new_local(None),
            is_left: StoredValue::new(false),
            place: StoredValue::new(None),
        };
        effect(move || {
            ctx.display.get();
            anchor.note(false);
        });
        anchor
    }

    /// Watches these rows.
    pub fn watch(self, rows: &Rc<EntryRows>) {
        self.rows.set_value(Some(rows.clone()));
    }

    /// Notes the place of the reader. It is nowhere while they have not come as far as the programme, unless `is_inside`
    /// says that they have: the rows above them may not be built yet.
    pub fn note(self, mut is_inside: bool) {
        let Some(rows) = self.rows.get_value() else {
            return;
        };
        let mut nearest = None::<(usize, f64)>;
        for (entry, row) in rows.built() {
            let top = row.item.top();
            is_inside |= top < 0.0;
            // A hidden row is at zero. Far rows do not tell where the reader is: those between may not be built.
            if top != 0.0 && nearest.is_none_or(|(_, other)| top.abs() < other.abs()) {
                nearest = Some((entry, top));
            }
        }
        self.place.set_value(nearest.filter(|_| is_inside));
    }

    /// The noted row, until [`Self::restore`].
    pub fn row(self) -> Option<usize> {
        self.place.get_value().map(|(row, _)| row)
    }

    /// Leaves [`Self::restore`] to the conference, which has more to move first.
    pub fn leave(self) {
        self.is_left.set_value(true);
    }

    /// Whether the conference restores the place.
    pub fn is_left(self) -> bool {
        self.is_left.get_value()
    }

    /// Scrolls the noted row back to where it was.
    pub fn restore(self) {
        let place = self.place.get_value();
        self.place.set_value(None);
        if let (Some((row, top)), Some(rows)) = (place, self.rows.get_value()) {
            page::scroll_by(rows.get(row).item.top() - top);
        }
    }
}
