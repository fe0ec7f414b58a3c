//! One day of a programme as a timetable: a row per time, a column per room.

use std::ops::Range;

use crate::agenda::Row;
use crate::conference::tally::tally;
use crate::event::{Entry, Event};
use crate::time::Timestamp;
use crate::timeline::Timeline;

/// One day of a programme as a grid in which no two cells overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Whether the lanes are rooms; otherwise they are tracks.
    pub is_by_room: bool,
    /// The lanes with entries on that day, in the order of the document; one without a name comes first.
    pub lanes: Vec<Lane>,
    /// The instants at which the rows begin: every start and end. The last row holds only entries of zero length.
    pub rows: Vec<Timestamp>,
    /// The entries with a time, in order.
    pub cells: Vec<Cell>,
    /// The positions of entries without a cell, in order: those of whole days, and those without a time.
    pub apart: Vec<usize>,
}

/// A room or a track. It has as many columns as entries at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The name; `None` for entries in no lane that run beside others.
    pub name: Option<String>,
    /// Its columns in the grid.
    pub columns: Range<usize>,
}

/// The place of an entry in the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The position in [`Timeline::entries`].
    pub entry: usize,
    /// Its columns.
    pub columns: Range<usize>,
    /// Its rows; at least one.
    pub rows: Range<usize>,
}

impl Grid {
    /// The grid of some or all rows of a [`Day`](crate::agenda::Day).
    ///
    /// Lanes are rooms where the programme names two or more, else tracks. An entry in no lane is for everybody: it spans
    /// all lanes, unless another entry runs beside it.
    pub fn new(event: &Event, timeline: &Timeline, day: &[Row]) -> Self {
        let mut grid = Self {
            is_by_room: tally(&mut event.entries.iter().filter_map(room)).len() > 1,
            lanes: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            apart: Vec::new(),
        };
        grid.fill(timeline, day);
        let lane = if grid.is_by_room { room } else { track };
        grid.arrange(event, timeline, lane);
        grid
    }

    /// Gives every entry its rows; the columns come later.
    fn fill(&mut self, timeline: &Timeline, day: &[Row]) {
        let mut spans = Vec::with_capacity(day.len());
        for row in day {
            let timed = &timeline.entries[row.entry];
            match timed.span.filter(|_| !timed.is_all_day) {
                Some(span) => spans.push((row.entry, span.start, span.end_or_start())),
                None => self.apart.push(row.entry),
            }
        }
        self.rows = spans
            .iter()
            .flat_map(|(_, start, end)| [*start, *end])
            .collect();
        self.rows.sort_unstable();
        self.rows.dedup();
        let row = |at: Timestamp| self.rows.partition_point(|row| *row < at);
        let cells = spans.iter().map(|(entry, start, end)| {
            let first = row(*start);
            Cell {
                entry: *entry,
                columns: 0..0,
                rows: first..row(*end).max(first + 1),
            }
        });
        self.cells = cells.collect();
    }

    /// Gives every cell its columns.
    fn arrange(&mut self, event: &Event, timeline: &Timeline, lane: fn(&Entry) -> Option<&str>) {
        let names = tally(&mut event.entries.iter().filter_map(lane));
        // The entries in no lane, those of each lane, and those across all lanes.
        let mut beside: Vec<Vec<usize>> = vec![Vec::new(); names.len() + 1];
        let mut across = Vec::new();
        let mut end_before = 0;
        for (index, cell) in self.cells.iter().enumerate() {
            let entry = &event.entries[timeline.entries[cell.entry].index];
            let name =
                lane(entry).and_then(|lane| names.iter().position(|(name, _)| *name == lane));
            // Cells are ordered by start, so only the cell before and the next one can run beside it.
            let next = self.cells.get(index + 1);
            let is_alone = end_before <= cell.rows.start
                && next.is_none_or(|next| next.rows.start >= cell.rows.end);
            end_before = end_before.max(cell.rows.end);
            match name {
                None if is_alone => across.push(index),
                None => beside[0].push(index),
                Some(name) => beside[name + 1].push(index),
            }
        }
        let mut width = 0;
        for (number, members) in beside.iter().enumerate() {
            // Without any lane, entries across all of them still need one column.
            let is_all = number == 0 && !across.is_empty() && across.len() == self.cells.len();
            if members.is_empty() && !is_all {
                continue;
            }
            let first = width;
            width += pack(&mut self.cells, members, first).max(1);
            self.lanes.push(Lane {
                name: number.checked_sub(1).map(|name| names[name].0.to_owned()),
                columns: first..width,
            });
        }
        for index in across {
            self.cells[index].columns = 0..width;
        }
    }
}

/// Puts overlapping cells of one lane side by side, and returns the number of columns.
///
/// A cell with no other beside it is as wide as the lane.
fn pack(cells: &mut [Cell], members: &[usize], first: usize) -> usize {
    // For a group of cells that overlap directly or through others: the row in which each of its columns ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut widths: Vec<usize> = Vec::new();
    let mut places = Vec::with_capacity(members.len());
    for member in members {
        let rows = &cells[*member].rows;
        if ends.iter().all(|end| *end <= rows.start) {
            ends.clear();
            widths.push(0);
        }
        let column = ends.iter().position(|end| *end <= rows.start);
        let column = column.unwrap_or(ends.len());
        match ends.get_mut(column) {
            Some(end) => *end = rows.end,
            None => ends.push(rows.end),
        }
        let group = widths.len() - 1;
        widths[group] = ends.len();
        places.push((group, column));
    }
    let width = widths.iter().copied().max().unwrap_or_default();
    for (member, (group, column)) in members.iter().zip(places) {
        let is_last = column + 1 == widths[group];
        let end = if is_last { width } else { column + 1 };
        cells[*member].columns = first + column..first + end;
    }
    width
}

fn room(entry: &Entry) -> Option<&str> {
    entry.room.as_deref()
}

fn track(entry: &Entry) -> Option<&str> {
    entry.track.as_deref()
}
