//! The timetable: time from top to bottom, rooms or tracks from side to side.
//!
//! It is the list itself in a CSS grid: each entry once, in its order. Where a window is too narrow, it stays a list.

use std::cell::RefCell;

use handbill_core::agenda::Row;
use handbill_core::conference::Grid;
use handbill_core::number::decimal;
use handbill_core::strings::concat;

use super::blocks::Blocks;
use super::context::Conference;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;
use crate::browser::own_style::OwnStyle;
use crate::ui::programme::day_view::DayView;
use crate::ui::programme::programme_view::ProgrammeView;
use crate::ui::view::{Element, el};

/// How wide a column has to be, in quarters of an em: a word of a title fits, and ten rooms on most desks.
const COLUMN: usize = 27;
/// The style of what stands in it.
const CELL: &str = include_str!(concat!(env!("OUT_DIR"), "/cell.css"));
/// How wide the times beside it are, with the room around the whole.
const BESIDE: usize = 9;
/// The most columns that any window has room for.
const MOST_COLUMNS: usize = 24;
/// How high a row is thought to be while its entries are not made, in em.
const ROW: usize = 7;

/// The timetables that stand there.
pub struct Board {
    axes: RefCell<Vec<Element>>,
    style: Option<OwnStyle>,
}

impl Board {
    /// None yet.
    pub fn new(view: &ProgrammeView) -> Self {
        Self {
            axes: RefCell::default(),
            style: { view.section.root() }.and_then(|root| OwnStyle::new(&root)),
        }
    }

    /// Makes timetables of what is seen of some days, where they say more than a list.
    pub fn place(
        &self,
        conference: &Conference,
        days: &[DayView],
        seen: &[(usize, Vec<Row>)],
        blocks: &Blocks,
    ) {
        self.axes.take().iter().for_each(|axis| axis.remove());
        for day in days {
            day.element.set_attr("class", Some("day"));
        }
        let mut rules = String::new();
        for (number, rows) in seen {
            let grid = grid(&conference.view, rows);
            let columns = grid.lanes.last().map_or(1, |lane| lane.columns.end);
            // What is found may all be in one room.
            if grid.lanes.len() < 2 || columns > MOST_COLUMNS {
                continue;
            }
            let day = &days[*number];
            day.element.set_attr("class", Some("day board"));
            let axis = place_day(conference, &mut rules, *number, day, &grid, blocks);
            self.axes.borrow_mut().push(axis);
        }
        if let Some(style) = &self.style {
            style.set(&rules);
        }
    }
}

/// Whether anything of a programme runs beside anything else.
pub fn is_parallel(view: &ProgrammeView) -> bool {
    let days = view.days.get_untracked();
    days.iter()
        .any(|day| grid(view, &day.day.rows).lanes.len() > 1)
}

fn grid(view: &ProgrammeView, rows: &[Row]) -> Grid {
    Grid::new(&view.loaded.event, &view.loaded.timeline, rows)
}

/// Writes the style rules of one day, and returns the names of its rooms and times.
fn place_day(
    conference: &Conference,
    rules: &mut String,
    number: usize,
    day: &DayView,
    grid: &Grid,
    blocks: &Blocks,
) -> Element {
    let columns = grid.lanes.last().map_or(1, |lane| lane.columns.end);
    let which = number;
    let number = decimal(number as u32);
    day.element.set_attr("data-day", Some(&number));
    let text = |number: usize| decimal(number as u32);
    let day_is = concat(&["[data-day=\"", &number, "\"]"]);
    // Lines of a grid are counted from one; the bar of the day, the names and the times come before.
    let area = |from: [usize; 2], to: [usize; 2]| {
        let [top, start, bottom, end] = [from[0], from[1], to[0], to[1]].map(text);
        concat(&[&top, "/", &start, "/", &bottom, "/", &end])
    };
    let width = text((columns * COLUMN).div_ceil(4) + BESIDE);
    let mut add = |parts: &[&str]| parts.iter().for_each(|part| rules.push_str(part));
    let count = text(grid.rows.len() + grid.apart.len());
    add(&[
        "@container (min-width:",
        &width,
        "em){",
        &day_is,
        ":not([hidden]){display:grid;",
    ]);
    add(&[
        "grid-template:auto 2.75em repeat(",
        &count,
        ",auto)/auto repeat(",
    ]);
    add(&[
        &text(columns),
        ",minmax(0,1fr))}",
        &day_is,
        " :is(.rows,.entries){display:contents}",
    ]);
    add(&[&day_is, " .axis{display:contents}"]);
    let mut axis = el("div").class("axis").attr("aria-hidden", "true");
    for (place, lane) in grid.lanes.iter().enumerate() {
        let place = text(place);
        let to = [grid.rows.len() + grid.apart.len() + 3, lane.columns.end + 2];
        let area = area([2, lane.columns.start + 2], to);
        add(&[
            &day_is,
            " [data-lane=\"",
            &place,
            "\"]{grid-area:",
            &area,
            "}",
        ]);
        let name = lane.name.as_deref().unwrap_or_default();
        axis = axis.child(el("p").class("lane").attr("data-lane", &place).child(name));
    }
    for (row, at) in grid.rows.iter().enumerate() {
        let place = text(row);
        let area = area([row + 3, 1], [row + 4, 2]);
        add(&[
            &day_is,
            " [data-hour=\"",
            &place,
            "\"]{grid-area:",
            &area,
            "}",
        ]);
        let display = conference.view.ctx.display.get();
        let civil = display.zone.civil_at(&IntlZones, *at);
        let time = format::time(&display.locale, civil);
        axis = axis.child(el("p").class("hour").attr("data-hour", &place).child(time));
    }
    let placed = grid.cells.iter().map(|cell| {
        let from = [cell.rows.start + 3, cell.columns.start + 2];
        (
            cell.entry,
            area(from, [cell.rows.end + 3, cell.columns.end + 2]),
        )
    });
    let below = grid.rows.len() + 3;
    let apart = grid.apart.iter().enumerate();
    let apart = apart.map(|(row, entry)| {
        let from = [below + row, 2];
        (*entry, area(from, [below + row + 1, columns + 2]))
    });
    for (entry, area) in placed.chain(apart) {
        add(&["[data-entry=\"", &text(entry), "\"]{grid-area:", &area, "}"]);
    }
    blocks.each_of(which, |block, rows| {
        let is_of = |entry: usize| rows.iter().any(|row| row.entry == entry);
        let cells = { grid.cells.iter() }.filter(|cell| is_of(cell.entry));
        let all = cells.map(|cell| cell.rows.clone());
        let all = all.reduce(|one, next| one.start.min(next.start)..one.end.max(next.end));
        // Those without a time have rows of their own, and are made with the last of the others.
        let all = all.unwrap_or(grid.rows.len()..grid.rows.len() + 1);
        let area = area([all.start + 3, 2], [all.end + 3, columns + 2]);
        let size = text(all.len() * ROW);
        add(&["[data-block=\"", &text(block), "\"]{grid-area:"]);
        add(&[&area, ";block-size:", &size, "em}"]);
    });
    add(&[CELL]);
    add(&["}"]);
    // Before the entries, where it is out of the way of the last one's border.
    if let Some(entries) = day.element.first(".bar") {
        entries.after(&axis);
    }
    axis
}
