//! The place of a reader in the programme: the entry at the upper edge of the window stays there when another clock
//! changes what stands above it. Some browsers see to that by themselves, and others do not.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::context::Ctx;
use super::effect::follow;
use super::lines::Lines;
use crate::browser::page;

/// Where the reader is.
#[derive(Default)]
pub struct Anchor {
    lines: RefCell<Option<Rc<Lines>>>,
    is_left: Cell<bool>,
    /// The line nearest to the upper edge of the window, and where its own edge was.
    place: Cell<Option<(usize, f64)>>,
}

impl Anchor {
    /// Remembers the place before anything follows another clock: it is made before all that does.
    pub fn new(ctx: &Ctx) -> Rc<Self> {
        let anchor = Rc::new(Self::default());
        let (shown, remembered) = (ctx.shown.clone(), anchor.clone());
        follow(Box::new(move || {
            shown.get();
            remembered.remember(false);
        }));
        anchor
    }

    /// These are the lines.
    pub fn hold(&self, lines: &Rc<Lines>) {
        self.lines.replace(Some(lines.clone()));
    }

    /// Remembers where the reader is. Who has not come as far as the programme stays where they are, unless `is_inside` says
    /// that they have: there may be no line yet above what they see.
    pub fn remember(&self, mut is_inside: bool) {
        let lines = self.lines.borrow();
        let Some(lines) = &*lines else { return };
        let mut nearest = None::<(usize, f64)>;
        for (entry, line) in lines.made() {
            let top = line.item.top();
            is_inside |= top < 0.0;
            // What is not shown is nowhere, at zero. There may be much between two lines that is not made yet: a line that
            // has gone by long ago does not tell where the reader is.
            if top != 0.0 && nearest.is_none_or(|(_, other)| top.abs() < other.abs()) {
                nearest = Some((entry, top));
            }
        }
        self.place.set(nearest.filter(|_| is_inside));
    }

    /// Which line it is, between the change and the way back.
    pub fn line(&self) -> Option<usize> {
        let place = self.place.get();
        place.map(|(line, _)| line)
    }

    /// Leaves the way back to somebody who has more to do before.
    pub fn leave(&self) {
        self.is_left.set(true);
    }

    /// Whether somebody else sees to the way back.
    pub fn is_left(&self) -> bool {
        self.is_left.get()
    }

    /// Brings the reader back to the place.
    pub fn restore(&self) {
        if let (Some((line, top)), Some(lines)) = (self.place.take(), &*self.lines.borrow()) {
            page::scroll_by(lines.get(line).item.top() - top);
        }
    }
}
