//! The place of a reader in the programme: the entry at the upper edge of the window stays there when another clock
//! changes what stands above it. Some browsers see to that by themselves, and others do not.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::context::Ctx;
use super::effect::follow;
use super::entry::Line;
use crate::browser::page;

/// Where the reader is.
#[derive(Default)]
pub struct Anchor {
    lines: RefCell<Rc<Vec<Line>>>,
    is_left: Cell<bool>,
    /// The line at the upper edge of the window, and where its own edge was.
    place: Cell<Option<(usize, f64)>>,
}

impl Anchor {
    /// Remembers the place before anything follows another clock: it is made before all that does.
    pub fn new(ctx: &Ctx) -> Rc<Self> {
        let anchor = Rc::new(Self::default());
        let (shown, remembered) = (ctx.shown.clone(), anchor.clone());
        follow(Box::new(move || {
            shown.get();
            let lines = remembered.lines.borrow();
            // What is not shown is nowhere, at zero.
            let last = lines.iter().rposition(|line| line.top() < 0.0);
            remembered
                .place
                .set(last.map(|last| (last, lines[last].top())));
        }));
        anchor
    }

    /// These are the lines, in order.
    pub fn hold(&self, lines: Rc<Vec<Line>>) {
        self.lines.replace(lines);
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
        if let Some((line, top)) = self.place.take() {
            page::scroll_by(self.lines.borrow()[line].top() - top);
        }
    }
}
