//! Which entries and days are shown: what is found, and of that the day that stands open.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::effect::follow;
use super::super::entry_link::visit;
use super::super::markup::Element;
use super::super::programme::ShownDay;
use super::blocks::Blocks;
use super::board::Board;
use super::{Conference, day_of};
use crate::browser::dom::near;
use crate::browser::printing::on_print;

/// The most entries that are shown as a timetable.
const MOST_CELLS: usize = 400;

/// What stands there, and what it was made from.
struct Standing {
    blocks: Rc<Blocks>,
    board: Board,
    made_from: RefCell<Option<MadeFrom>>,
}

/// The days, what is found of them, and whether it is a timetable.
type MadeFrom = (Rc<Vec<ShownDay>>, Rc<Vec<usize>>, bool);

/// Keeps what is shown to what is asked for.
pub fn keep(conference: &Rc<Conference>) {
    let programme = &conference.programme;
    let standing = Rc::new(Standing {
        blocks: Blocks::new(programme),
        board: Board::new(programme),
        made_from: RefCell::default(),
    });
    programme.count.set(0);
    let (there, shown) = (conference.clone(), standing.clone());
    follow(Box::new(move || there.show(&shown)));
    let there = conference.clone();
    // The browser has found a text in a day that does not stand open.
    let whole = programme.whole.clone();
    let whole = whole.on("beforematch", move |event| {
        if let Some(day) = near(&event, ".day").map(Element::from) {
            there.open_around(&day);
        }
    });
    let there = conference.clone();
    let printing = on_print(move |is_printing| {
        // On paper nothing is ever opened.
        there.is_printing.set(is_printing);
        if is_printing {
            standing.blocks.make_all();
        }
    });
    _ = whole.keep(Rc::new(printing));
    let there = conference.clone();
    follow(Box::new(move || {
        if let Some(entry) = *there.programme.announced.visited.get() {
            there.go_to(entry);
        }
    }));
}

impl Conference {
    fn show(&self, standing: &Standing) {
        let programme = &self.programme;
        let days = programme.days.get();
        let found = self.found.get();
        let is_tabbed = self.is_tabbed() && !*self.is_printing.get();
        let mut place = *self.memory.place.get();
        // Another zone has other days: the reader stays with what they read.
        if let Some(line) = programme.anchor.line().filter(|line| *line != place) {
            place = line;
            self.memory.place.set(line);
        }
        let open = is_tabbed.then(|| day_of(&days, place));
        let shown: Vec<Vec<u32>> = days.iter().map(|day| rows(day, &found)).collect();
        let seen = match open {
            Some(open) => shown[open].len(),
            None => found.len(),
        };
        let is_board = seen <= MOST_CELLS && self.is_grid();
        let is_same = |old: &MadeFrom| {
            Rc::ptr_eq(&old.0, &days) && Rc::ptr_eq(&old.1, &found) && old.2 == is_board
        };
        if !standing.made_from.borrow().as_ref().is_some_and(is_same) {
            let blocks = &standing.blocks;
            blocks.lay(&days, shown.clone(), (open, place), is_board);
            let made_from = (days.clone(), found.clone(), is_board);
            standing.made_from.replace(Some(made_from));
        } else {
            standing.blocks.finish();
        }
        let mut seen = Vec::new();
        for (number, (day, rows)) in days.iter().zip(shown).enumerate() {
            let hidden = match open {
                _ if rows.is_empty() => Some(""),
                // Not gone: the browser finds what is in it.
                Some(open) if number != open => Some("until-found"),
                _ => None,
            };
            day.element.set("hidden", hidden);
            if is_board && hidden.is_none() {
                seen.push((number, day.rows_at(&rows)));
            }
        }
        standing.board.place(self, &days, &seen, &standing.blocks);
        standing.blocks.make_around(place, open);
        programme.anchor.restore();
    }

    /// Opens a day.
    fn open_around(&self, element: &Element) {
        let days = self.programme.days.get_untracked();
        let day = days.iter().find(|day| day.element.is(element));
        if let Some(row) = day.and_then(|day| day.day.rows.first()) {
            self.memory.place.set(row.entry);
        }
    }

    /// Goes to an entry, and takes back what keeps it from being shown.
    pub(super) fn go_to(&self, entry: usize) {
        self.memory.place.set(entry);
        if self.found.get_untracked().binary_search(&entry).is_err() {
            self.memory.query.set(Default::default());
        }
        let line = self.programme.lines.get(entry);
        self.fill_of(line);
        visit(&line.item);
    }
}

/// What is found of a day, by the positions of its rows.
fn rows(day: &ShownDay, found: &[usize]) -> Vec<u32> {
    let rows = (0..).zip(&day.day.rows);
    rows.filter(|(_, row)| found.binary_search(&row.entry).is_ok())
        .map(|(position, _)| position)
        .collect()
}
