//! The lines under the days, in blocks. Those near the reader are made; the others are the names of their entries, which
//! the browser finds and reads out, until the reader comes near.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use handbill_core::agenda::Row;
use handbill_core::number::decimal;
use handbill_core::parts::joined;

use super::super::markup::{Element, Markup, element};
use super::super::programme::{Programme, ShownDay};
use crate::browser::idle;
use crate::browser::near_view::NearView;

/// How many lines are made at once; the style sheet knows it, too.
const BLOCK: usize = 10;
/// How many lines after the reader's are laid out at once: more than any window shows. The others of a day follow in a task
/// of their own.
const AHEAD: usize = 4 * BLOCK;

/// What is shown of the programme.
pub struct Blocks {
    programme: Weak<Programme>,
    days: RefCell<Rc<Vec<ShownDay>>>,
    blocks: RefCell<Vec<Block>>,
    /// Days and their rows, which are put there when others have been shown: those that do not stand open, and what is far
    /// below the reader.
    waiting: RefCell<Vec<(usize, Vec<u32>)>>,
    is_board: Cell<bool>,
    near: NearView,
}

/// Some lines of one day, by the positions of their rows in it.
struct Block {
    day: usize,
    rows: Vec<u32>,
    /// The names, until the lines stand there.
    names: Element,
    is_made: Cell<bool>,
}

impl Blocks {
    /// Nothing is shown yet.
    pub fn new(programme: &Rc<Programme>) -> Rc<Self> {
        Rc::new_cyclic(|there: &Weak<Self>| {
            let there = there.clone();
            let near = NearView::new(Box::new(move |seen| {
                let seen: Vec<Element> = seen.into_iter().map(Element::from).collect();
                if let Some(blocks) = there.upgrade() {
                    blocks.meet(&seen);
                }
            }));
            Self {
                programme: Rc::downgrade(programme),
                days: RefCell::default(),
                blocks: RefCell::default(),
                waiting: RefCell::default(),
                is_board: Cell::new(false),
                near,
            }
        })
    }

    /// Puts these rows under the days, by their positions, in place of what was there: first on the day that stands open, if one
    /// does, and around the entry where the reader is.
    ///
    /// In a timetable, blocks end where the time does.
    pub fn lay(
        self: &Rc<Self>,
        days: &Rc<Vec<ShownDay>>,
        rows: Vec<Vec<u32>>,
        (open, place): (Option<usize>, usize),
        is_board: bool,
    ) {
        self.is_board.set(is_board);
        self.near.clear();
        self.days.replace(days.clone());
        self.blocks.take();
        let all = rows.into_iter().enumerate();
        let (mut now, mut later): (Vec<_>, Vec<_>) =
            all.partition(|(day, _)| open.is_none_or(|open| *day == open));
        for (day, rows) in &mut now {
            let all = &days[*day].day.rows;
            let place = rows
                .iter()
                .position(|row| all[*row as usize].entry == place);
            let seen = place.unwrap_or_default() + AHEAD;
            if open.is_some() && !is_board && rows.len() > seen {
                later.push((*day, rows.split_off(seen)));
            }
        }
        self.waiting.replace(now);
        self.finish();
        self.waiting.replace(later);
        let there = Rc::downgrade(self);
        idle::after_paint(move || {
            if let Some(blocks) = there.upgrade() {
                blocks.finish();
            }
        });
    }

    /// Puts what waits where it belongs.
    pub fn finish(&self) {
        let Some(programme) = self.programme.upgrade() else {
            return;
        };
        let days = self.days.borrow();
        let mut blocks = self.blocks.borrow_mut();
        for (number, rows) in self.waiting.take() {
            let is_begun = blocks.iter().any(|block| block.day == number);
            let mut places = Vec::new();
            for rows in chunks(&days[number], rows, self.is_board.get()) {
                let names = names(&programme, &days[number].rows_at(&rows));
                if self.is_board.get() {
                    names.set("data-block", Some(&decimal(blocks.len() as u32)));
                }
                self.near.watch(names.dom());
                places.push(names.clone());
                blocks.push(Block {
                    day: number,
                    rows,
                    names,
                    is_made: Cell::new(false),
                });
            }
            let place = &days[number].place;
            if !is_begun {
                place.replace(places);
            } else {
                _ = place.clone().child(places);
            }
        }
    }

    /// Makes what is seen by somebody who looks at an entry; where that is not shown, by somebody who begins to read, on one
    /// day if that stands open alone.
    pub fn make_around(&self, entry: usize, day: Option<usize>) {
        let (days, blocks) = (self.days.borrow(), self.blocks.borrow());
        let place = |block: &Block| {
            let all = &days[block.day].day.rows;
            let mut rows = block.rows.iter();
            rows.position(|row| all[*row as usize].entry == entry)
        };
        let is_there = |block: &Block| day.is_none_or(|day| block.day == day);
        let has_it = |(number, block): (usize, &Block)| Some((number, place(block)?));
        let found = blocks.iter().enumerate().find_map(has_it);
        let first = || Some((blocks.iter().position(is_there)?, 0));
        let Some((number, place)) = found.or_else(first) else {
            return;
        };
        self.make(&blocks[number]);
        // What comes after it is in view as well.
        if let Some(next) = blocks.get(number + 1).filter(|_| place > BLOCK / 2) {
            self.make(next);
        }
    }

    /// Makes everything.
    pub fn make_all(&self) {
        self.finish();
        let blocks = self.blocks.borrow();
        blocks.iter().for_each(|block| self.make(block));
    }

    /// Tells of the blocks of one day: the number of each, and its entries.
    pub fn each_of(&self, day: usize, mut tell: impl FnMut(usize, &[Row])) {
        for (number, block) in self.blocks.borrow().iter().enumerate() {
            if block.day == day {
                tell(number, &self.days.borrow()[day].rows_at(&block.rows));
            }
        }
    }

    /// The reader has come near some of them, and stays where they are.
    fn meet(&self, seen: &[Element]) {
        let Some(programme) = self.programme.upgrade() else {
            return;
        };
        programme.anchor.remember(true);
        for block in self.blocks.borrow().iter() {
            if !block.is_made.get() && seen.iter().any(|seen| seen.is(&block.names)) {
                self.make(block);
            }
        }
        programme.anchor.restore();
    }

    fn make(&self, block: &Block) {
        if block.is_made.replace(true) {
            return;
        }
        if let Some(programme) = self.programme.upgrade() {
            let day = &self.days.borrow()[block.day];
            let list = programme.list(day, &day.rows_at(&block.rows));
            block.names.after(&list);
            block.names.remove();
        }
    }
}

/// The rows of a day in pieces.
fn chunks(day: &ShownDay, rows: Vec<u32>, is_board: bool) -> Vec<Vec<u32>> {
    let mut chunks: Vec<Vec<u32>> = Vec::new();
    for row in rows {
        let start = |row: &u32| day.day.rows[*row as usize].shown.map(|shown| shown.start);
        match chunks.last_mut() {
            Some(last)
                if last.len() < BLOCK || is_board && last.last().and_then(start) == start(&row) =>
            {
                last.push(row);
            }
            _ => chunks.push(vec![row]),
        }
    }
    chunks
}

/// The names of some entries, each about where its line will be.
fn names(programme: &Programme, rows: &[Row]) -> Element {
    let announced = &programme.announced;
    let name = |row: &Row| {
        let timed = &announced.timeline.entries[row.entry];
        announced.event.entries[timed.index].name.as_str()
    };
    let names: Vec<&str> = rows.iter().map(name).collect();
    let names = Markup::from(joined(&names, "\n"));
    let whole = element("p", "later").child(names);
    // There are a hundred of them, and most are of that height.
    if rows.len() != BLOCK {
        whole.set_style("--rows", &decimal(rows.len() as u32));
    }
    whole
}
