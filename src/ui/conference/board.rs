//! The timetable: time from top to bottom, rooms or tracks from side to side. It is the list itself, each entry once and in
//! its order, in another style; where there is no room for it, the list stays one.

use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::agenda::Row;
use handbill_core::conference::Grid;
use handbill_core::number::decimal;

use super::super::effect::follow;
use super::super::markup::{Element, element};
use super::super::programme::ShownDay;
use super::Conference;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// How wide a column has to be, in em: a word of a title fits.
const COLUMN: usize = 8;
/// The style of what stands in it.
const CELL: &str = include_str!(concat!(env!("OUT_DIR"), "/cell.css"));
/// How wide the times beside it are, with the room around the whole.
const BESIDE: usize = 9;

/// Keeps the places of what is shown.
pub fn keep(conference: &Rc<Conference>) {
    let there = conference.clone();
    let axes: RefCell<Vec<Element>> = RefCell::default();
    let style = conference.programme.tools.element().own_style();
    follow(Box::new(move || {
        axes.take().iter().for_each(Element::remove);
        let mut rules = String::new();
        let days = there.programme.days.get();
        let found = there.found.get();
        let is_grid = there.is_grid();
        for (number, day) in days.iter().enumerate() {
            let rows = day.day.rows.iter().copied();
            let rows: Vec<Row> = rows
                .filter(|row| found.binary_search(&row.entry).is_ok())
                .collect();
            let grid = is_grid.then(|| there.grid(&rows));
            // What is found may all be in one room.
            let grid = grid.filter(|grid| grid.lanes.len() > 1);
            let class = if grid.is_some() { "day board" } else { "day" };
            day.element.set("class", Some(class));
            if let Some(grid) = grid {
                let axis = there.place(&mut rules, number, day, &grid);
                axes.borrow_mut().push(axis);
            }
        }
        if let Some(style) = &style {
            style.set(&rules);
        }
    }));
}

impl Conference {
    /// Whether anything runs beside anything else, so that a timetable says more than a list.
    pub(super) fn is_parallel(&self) -> bool {
        let days = self.programme.days.get_untracked();
        days.iter()
            .any(|day| self.grid(&day.day.rows).lanes.len() > 1)
    }

    fn grid(&self, rows: &[Row]) -> Grid {
        let announced = &self.programme.announced;
        Grid::new(&announced.event, &announced.timeline, rows)
    }

    /// Whether the timetable is asked for: by the visitor, else by the author, else by the programme.
    pub(super) fn is_grid(&self) -> bool {
        let query = self.memory.query.get();
        let wanted = self.programme.ctx.settings.get().view;
        let is_grid = query.view.as_deref().or(wanted).unwrap_or("grid") == "grid";
        is_grid && self.is_parallel()
    }

    /// Writes down the places of one day, and returns the names of its rooms and times.
    fn place(&self, rules: &mut String, number: usize, day: &ShownDay, grid: &Grid) -> Element {
        let columns = grid.lanes.last().map_or(1, |lane| lane.columns.end);
        let number = decimal(number as u32);
        day.element.set("data-day", Some(&number));
        let text = |number: usize| decimal(number as u32);
        let day_is = ["[data-day=\"", &number, "\"]"].concat();
        // Lines of a grid are counted from one; the bar of the day, the names and the times come before.
        let area = |from: [usize; 2], to: [usize; 2]| {
            let [top, start, bottom, end] = [from[0], from[1], to[0], to[1]].map(text);
            [&top, "/", &start, "/", &bottom, "/", &end].concat()
        };
        let width = text(columns * COLUMN + BESIDE);
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
            " .entries{display:contents}",
        ]);
        add(&[&day_is, " .axis{display:contents}"]);
        let mut axis = element("div", "axis").attribute("aria-hidden", "true");
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
            axis = axis.child(
                element("p", "lane")
                    .attribute("data-lane", &place)
                    .child(name),
            );
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
            let civil = self
                .programme
                .ctx
                .shown
                .get()
                .zone
                .civil_at(&IntlZones, *at);
            let time = format::time(&self.shown.locale, civil);
            axis = axis.child(
                element("p", "hour")
                    .attribute("data-hour", &place)
                    .child(time),
            );
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
        add(&[CELL]);
        add(&["}"]);
        // Before the entries, where it is out of the way of the last one's border.
        if let Some(entries) = day.element.first(".bar") {
            entries.after(&axis);
        }
        axis
    }
}
