//! The rows under the days, in blocks. A block is built when the reader comes near; until then it is a paragraph with the
//! names of its entries, which the browser's search finds and screen readers read out.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use handbill_core::agenda::Row;
use handbill_core::number::decimal;
use handbill_core::strings::join;

use crate::browser::idle;
use crate::browser::near_view::NearView;
use crate::ui::programme::day_view::DayView;
use crate::ui::programme::programme_view::ProgrammeView;
use crate::ui::view::{Element, el};

/// The rows of one block; the style sheet knows this number, too.
const BLOCK: usize = 10;
/// How many rows after the reader's are laid out at once: more than any window shows. The others follow in a task of their
/// own.
const AHEAD: usize = 4 * BLOCK;

/// The blocks of all days.
pub struct Blocks {
    view: Weak<ProgrammeView>,
    days: RefCell<Arc<Vec<DayView>>>,
    blocks: RefCell<Vec<Block>>,
    /// Days and rows that are laid out after the first paint: closed days, and what is far below the reader.
    waiting: RefCell<Vec<(usize, Vec<u32>)>>,
    is_board: Cell<bool>,
    near: NearView,
}

/// Some rows of one day, by their positions in it.
struct Block {
    day: usize,
    rows: Vec<u32>,
    /// The names, until the rows stand there.
    names: Element,
    is_built: Cell<bool>,
}

impl Blocks {
    /// None yet.
    pub fn new(view: &Rc<ProgrammeView>) -> Rc<Self> {
        Rc::new_cyclic(|there: &Weak<Self>| {
            let there = there.clone();
            let near = NearView::new(Box::new(move |seen| {
                let seen: Vec<Element> = seen.into_iter().map(Element::from).collect();
                if let Some(blocks) = there.upgrade() {
                    blocks.build_near(&seen);
                }
            }));
            Self {
                view: Rc::downgrade(view),
                days: RefCell::default(),
                blocks: RefCell::default(),
                waiting: RefCell::default(),
                is_board: Cell::new(false),
                near,
            }
        })
    }

    /// Lays these rows out under the days, in place of what was there: first on the open day, around the reader's entry.
    ///
    /// In a timetable, entries that start together stay in one block.
    pub fn lay(
        self: &Rc<Self>,
        days: &Arc<Vec<DayView>>,
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

    /// Lays out what waits.
    pub fn finish(&self) {
        let Some(view) = self.view.upgrade() else {
            return;
        };
        let days = self.days.borrow();
        let mut blocks = self.blocks.borrow_mut();
        for (number, rows) in self.waiting.take() {
            let is_begun = blocks.iter().any(|block| block.day == number);
            let mut places = Vec::new();
            for rows in chunks(&days[number], rows, self.is_board.get()) {
                let names = names(&view, &days[number].rows_at(&rows));
                if self.is_board.get() {
                    names.set_attr("data-block", Some(&decimal(blocks.len() as u32)));
                }
                self.near.watch(names.dom());
                places.push(names.clone());
                blocks.push(Block {
                    day: number,
                    rows,
                    names,
                    is_built: Cell::new(false),
                });
            }
            let place = &days[number].place;
            if !is_begun {
                place.replace(places);
            } else {
                place.append(places);
            }
        }
    }

    /// Builds the blocks around an entry; where that is not found, the first ones of the open day.
    pub fn build_around(&self, entry: usize, day: Option<usize>) {
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
        self.build(&blocks[number]);
        // What comes after it is in view as well.
        if let Some(next) = blocks.get(number + 1).filter(|_| place > BLOCK / 2) {
            self.build(next);
        }
    }

    /// Builds all of them.
    pub fn build_all(&self) {
        self.finish();
        let blocks = self.blocks.borrow();
        blocks.iter().for_each(|block| self.build(block));
    }

    /// Calls `tell` for each block of a day, with its number and rows.
    pub fn each_of(&self, day: usize, mut tell: impl FnMut(usize, &[Row])) {
        for (number, block) in self.blocks.borrow().iter().enumerate() {
            if block.day == day {
                tell(number, &self.days.borrow()[day].rows_at(&block.rows));
            }
        }
    }

    /// Builds the blocks that the reader has come near. What they look at stays in place.
    fn build_near(&self, seen: &[Element]) {
        let Some(view) = self.view.upgrade() else {
            return;
        };
        view.anchor.note(true);
        for block in self.blocks.borrow().iter() {
            if !block.is_built.get() && seen.iter().any(|seen| seen.is(&block.names)) {
                self.build(block);
            }
        }
        view.anchor.restore();
    }

    fn build(&self, block: &Block) {
        if block.is_built.replace(true) {
            return;
        }
        if let Some(view) = self.view.upgrade() {
            let day = &self.days.borrow()[block.day];
            let list = view.list(day, &day.rows_at(&block.rows));
            block.names.after(&list);
            block.names.remove();
        }
    }
}

/// The rows of a day in blocks.
fn chunks(day: &DayView, rows: Vec<u32>, is_board: bool) -> Vec<Vec<u32>> {
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

/// The names of some entries, each about where its row will be.
fn names(view: &ProgrammeView, rows: &[Row]) -> Element {
    let name = |row: &Row| view.loaded.entry(row.entry).name.as_str();
    let names: Vec<&str> = rows.iter().map(name).collect();
    let whole = el("p").class("later").child(join(&names, "\n"));
    // Most blocks have the height that the style sheet assumes.
    if rows.len() != BLOCK {
        whole.set_style("--rows", &decimal(rows.len() as u32));
    }
    whole
}
