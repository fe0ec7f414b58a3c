//! The days: what the query finds of each, which one is open, and whether it is a timetable.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::Event;

use super::blocks::Blocks;
use super::board::Board;
use super::context::Conference;
use super::navigation::day_of;
use crate::browser::dom::near;
use crate::browser::printing::on_print;
use crate::ui::programme::day_view::DayView;
use crate::ui::reactive::hold;
use crate::ui::view::Element;

/// The most entries that are shown as a timetable.
const MOST_CELLS: usize = 400;

/// The days that stand there.
struct Days {
    blocks: Rc<Blocks>,
    board: Board,
    built_from: RefCell<Option<BuiltFrom>>,
}

/// What the blocks were built from: the days, the entries found, and whether they are a timetable.
type BuiltFrom = (Arc<Vec<DayView>>, Arc<Vec<usize>>, bool);

/// Keeps the days to what the query finds.
pub fn show_days(conference: &Rc<Conference>) {
    let view = &conference.view;
    let days = Rc::new(Days {
        blocks: Blocks::new(view),
        board: Board::new(view),
        built_from: RefCell::default(),
    });
    view.limit.set(0);
    let shown = days.clone();
    conference.effect(move |conference| shown.show(conference));
    // The browser's own search has found a text in a day that is not open.
    let found = |conference: &Rc<Conference>, event: &Event| {
        if let Some(day) = near(event, ".day").map(Element::from) {
            open_around(conference, &day);
        }
    };
    view.section
        .listen("beforematch", conference.listener(found));
    let conference = conference.clone();
    hold(on_print(move |is_printing| {
        // On paper nothing can be opened. A script that prints goes on before any effect runs, so days are shown here.
        conference.is_printing.set(is_printing);
        days.show(&conference);
        if is_printing {
            days.blocks.build_all();
        }
    }));
}

fn open_around(conference: &Conference, element: &Element) {
    let days = conference.view.days.get_untracked();
    let day = days.iter().find(|day| day.element.is(element));
    if let Some(row) = day.and_then(|day| day.day.rows.first()) {
        conference.place.set(row.entry);
    }
}

impl Days {
    fn show(&self, conference: &Conference) {
        let view = &conference.view;
        let days = view.days.get();
        let found = conference.found.get();
        let is_tabbed = conference.is_tabbed() && !conference.is_printing.get();
        let mut place = conference.place.get();
        // Another zone has other days: the reader stays with the entry that they read.
        if let Some(row) = view.anchor.row().filter(|row| *row != place) {
            place = row;
            conference.place.set(row);
        }
        let open = is_tabbed.then(|| day_of(&days, place));
        let rows: Vec<Vec<u32>> = days.iter().map(|day| rows_found(day, &found)).collect();
        let visible = match open {
            Some(open) => rows.get(open).map_or(0, Vec::len),
            None => found.len(),
        };
        let is_board = visible <= MOST_CELLS && conference.is_grid();
        self.build(&days, &found, &rows, (open, place), is_board);
        let mut on_board = Vec::new();
        for (number, (day, rows)) in days.iter().zip(rows).enumerate() {
            let hidden = match open {
                _ if rows.is_empty() => Some(""),
                // The browser's own search still finds what is in it.
                Some(open) if number != open => Some("until-found"),
                _ => None,
            };
            day.element.set_attr("hidden", hidden);
            if is_board && hidden.is_none() {
                on_board.push((number, day.rows_at(&rows)));
            }
        }
        self.board.place(conference, &days, &on_board, &self.blocks);
        self.blocks.build_around(place, open);
        view.anchor.restore();
    }

    /// Lays the blocks out again, unless they were built from the same.
    fn build(
        &self,
        days: &Arc<Vec<DayView>>,
        found: &Arc<Vec<usize>>,
        rows: &[Vec<u32>],
        at: (Option<usize>, usize),
        is_board: bool,
    ) {
        let is_same = |old: &BuiltFrom| {
            Arc::ptr_eq(&old.0, days) && Arc::ptr_eq(&old.1, found) && old.2 == is_board
        };
        if self.built_from.borrow().as_ref().is_some_and(is_same) {
            self.blocks.finish();
        } else {
            self.blocks.lay(days, rows.to_vec(), at, is_board);
            let built_from = (days.clone(), found.clone(), is_board);
            self.built_from.replace(Some(built_from));
        }
    }
}

/// The positions of the rows of a day that are found.
fn rows_found(day: &DayView, found: &[usize]) -> Vec<u32> {
    let rows = (0..).zip(&day.day.rows);
    rows.filter(|(_, row)| found.binary_search(&row.entry).is_ok())
        .map(|(position, _)| position)
        .collect()
}
