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
            remembered.remember();
        }));
        anchor
    }

    /// These are the lines.
    pub fn hold(&self, lines: &Rc<Lines>) {
        self.lines.replace(Some(lines.clone()));
    }

    /// Remembers where the reader is.
    pub fn remember(&self) {
        let lines = self.lines.borrow();
        let lines = lines.iter().flat_map(|lines| lines.made());
        // What is not shown is nowhere, at zero.
        let tops = lines.map(|(entry, line)| (entry, line.item.top()));
        self.place.set(tops.rev().find(|(_, top)| *top < 0.0));
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
