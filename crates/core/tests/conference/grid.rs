//! Time by room.

use std::collections::BTreeSet;

use handbill_core::agenda::Row;
use handbill_core::conference::Grid;
use handbill_core::{Agenda, Event, TimeZoneId, Timeline, Zone};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::programme::programme;
use super::read_whole;
use super::zones::ChronoTz;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_cell_overlaps_another_and_none_is_lost(
        document in programme(),
        zone in prop::sample::select(vec!["Europe/Berlin", "America/Los_Angeles", "Asia/Kathmandu"]),
    ) {
        let (event, timeline) = read_whole(&document);
        let zone = Zone::Named(TimeZoneId::new(zone).expect("the name of a zone"));
        for day in Agenda::new(&timeline, &ChronoTz, &zone).days {
            check(&event, &timeline, &day.rows);
        }
    }

    /// A visitor who looks for something sees some of a day.
    #[test]
    fn a_part_of_a_day_is_a_grid_as_well(document in programme(), every in 2..5_usize) {
        let (event, timeline) = read_whole(&document);
        for day in Agenda::new(&timeline, &ChronoTz, &timeline.zone).days {
            let some: Vec<Row> = day.rows.into_iter().step_by(every).collect();
            check(&event, &timeline, &some);
        }
    }
}

/// What holds for the grid of any day.
pub fn check(event: &Event, timeline: &Timeline, day: &[Row]) {
    let grid = Grid::new(event, timeline, day);
    assert!(grid.rows.is_sorted_by(|one, next| one < next), "{grid:?}");

    // The lanes lie side by side from the first column to the last.
    let mut width = 0;
    for lane in &grid.lanes {
        assert_eq!(lane.columns.start, width, "{grid:?}");
        assert!(lane.columns.end > width, "{grid:?}");
        width = lane.columns.end;
    }

    // Every row of the day is there once.
    let expected: Vec<usize> = day.iter().map(|row| row.entry).collect();
    let has_time = |entry: &usize| {
        let timed = &timeline.entries[*entry];
        timed.span.is_some() && !timed.is_all_day
    };
    let (in_cells, apart): (Vec<usize>, Vec<usize>) =
        expected.iter().partition(|entry| has_time(entry));
    assert_eq!(
        grid.cells.iter().map(|cell| cell.entry).collect::<Vec<_>>(),
        in_cells
    );
    assert_eq!(grid.apart, apart);

    let mut taken = BTreeSet::new();
    for cell in &grid.cells {
        // It takes the time between its start and its end, and has a place.
        let timed = &timeline.entries[cell.entry];
        let span = timed.span.expect("what has a cell has a time");
        assert_eq!(grid.rows[cell.rows.start], span.start);
        if span.end_or_start() > span.start {
            assert_eq!(Some(grid.rows[cell.rows.end]), span.end);
        } else {
            assert_eq!(cell.rows.len(), 1);
        }
        for row in cell.rows.clone() {
            for column in cell.columns.clone() {
                assert!(
                    taken.insert((row, column)),
                    "{cell:?} overlaps another in {grid:?}"
                );
            }
        }
        // It stands in its own lane, or goes across all of them.
        let entry = &event.entries[timed.index];
        let name = if grid.is_by_room {
            &entry.room
        } else {
            &entry.track
        };
        assert!(!cell.columns.is_empty() && cell.columns.end <= width);
        let lane = grid.lanes.iter().find(|lane| lane.name == *name);
        let is_within = lane.is_some_and(|lane| {
            lane.columns.start <= cell.columns.start && cell.columns.end <= lane.columns.end
        });
        assert!(
            is_within || name.is_none() && cell.columns == (0..width),
            "{cell:?} in {grid:?}"
        );
    }
}

/// The grid of the first day of a programme in UTC, in words: its lanes, then its cells.
fn drawn(entries: Value) -> (Vec<String>, Vec<String>) {
    let document = json!({"name": "Conference", "timeZone": "UTC", "startDate": "2024-06-03", "subEvent": entries});
    let (event, timeline) = read_whole(&document);
    let agenda = Agenda::new(&timeline, &ChronoTz, &Zone::utc());
    let grid = Grid::new(&event, &timeline, &agenda.days[0].rows);
    check(&event, &timeline, &agenda.days[0].rows);
    let lane = |lane: &handbill_core::conference::grid::Lane| {
        format!("{} {:?}", lane.name.as_deref().unwrap_or("-"), lane.columns)
    };
    let name = |entry: usize| &event.entries[timeline.entries[entry].index].name;
    let cells = grid
        .cells
        .iter()
        .map(|cell| format!("{} {:?} × {:?}", name(cell.entry), cell.columns, cell.rows));
    let apart = grid.apart.iter().map(|entry| name(*entry).clone());
    (
        grid.lanes.iter().map(lane).collect(),
        cells.chain(apart).collect(),
    )
}

fn entry(name: &str, start: &str, end: &str, room: &str) -> Value {
    let mut entry = json!({"name": name, "startDate": start, "endDate": end});
    if !room.is_empty() {
        entry["location"] = json!(room);
    }
    entry
}

#[test]
fn rooms_stand_in_the_order_of_the_document() {
    let (lanes, cells) = drawn(json!([
        entry("Coffee", "08:00", "09:00", ""),
        entry("Worms", "09:00", "10:00", "Hall"),
        entry("Moles", "09:00", "11:00", "Attic"),
        entry("Roots", "10:00", "11:00", "Hall"),
        {"name": "Posters", "startDate": "2024-06-03"},
        {"name": "Whenever"}
    ]));
    assert_eq!(lanes, ["Hall 0..1", "Attic 1..2"]);
    assert_eq!(
        cells,
        [
            "Coffee 0..2 × 0..1",
            "Worms 0..1 × 1..2",
            "Moles 1..2 × 1..3",
            "Roots 0..1 × 2..3",
            "Posters",
            "Whenever"
        ]
    );
}

#[test]
fn what_overlaps_in_a_room_stands_side_by_side() {
    let (lanes, cells) = drawn(json!([
        entry("A", "09:00", "11:00", "Hall"),
        entry("B", "10:00", "12:00", "Hall"),
        entry("C", "11:00", "13:00", "Hall"),
        entry("D", "13:00", "14:00", "Hall"),
        entry("E", "09:00", "10:00", "Attic")
    ]));
    assert_eq!(lanes, ["Hall 0..2", "Attic 2..3"]);
    assert_eq!(
        cells,
        [
            "A 0..1 × 0..2",
            "E 2..3 × 0..1",
            "B 1..2 × 1..3",
            "C 0..1 × 2..4",
            "D 0..2 × 4..5"
        ]
    );
}

#[test]
fn what_is_in_no_room_has_a_lane_only_where_something_runs_beside_it() {
    let (lanes, cells) = drawn(json!([
        entry("Desk", "08:00", "10:00", ""),
        entry("Worms", "09:00", "10:00", "Hall"),
        entry("Moles", "09:00", "10:00", "Attic"),
        entry("Lunch", "10:00", "11:00", "")
    ]));
    assert_eq!(lanes, ["- 0..1", "Hall 1..2", "Attic 2..3"]);
    assert_eq!(
        cells,
        [
            "Desk 0..1 × 0..2",
            "Worms 1..2 × 1..2",
            "Moles 2..3 × 1..2",
            "Lunch 0..3 × 2..3"
        ]
    );
}

#[test]
fn a_point_in_time_has_a_row() {
    let (lanes, cells) = drawn(json!([
        entry("Worms", "09:00", "10:00", "Hall"),
        entry("Bell", "10:00", "10:00", "Hall"),
        entry("Moles", "10:00", "11:00", "Hall"),
        entry("Farewell", "11:00", "11:00", "Attic")
    ]));
    assert_eq!(lanes, ["Hall 0..2", "Attic 2..3"]);
    assert_eq!(
        cells,
        [
            "Worms 0..2 × 0..1",
            "Bell 0..1 × 1..2",
            "Moles 1..2 × 1..2",
            "Farewell 2..3 × 2..3"
        ]
    );
}

#[test]
fn tracks_are_lanes_where_there_are_no_rooms_to_choose_from() {
    let track = |name: &str, track: &str| json!({"name": name, "startDate": "09:00", "track": track, "location": "Hall"});
    let (lanes, _) = drawn(json!([track("Worms", "Soil"), track("Clouds", "Air")]));
    assert_eq!(lanes, ["Soil 0..1", "Air 1..2"]);
    let (lanes, cells) = drawn(json!([
        entry("Worms", "09:00", "10:00", ""),
        entry("Moles", "10:00", "11:00", "")
    ]));
    assert_eq!(lanes, ["- 0..1"]);
    assert_eq!(cells, ["Worms 0..1 × 0..1", "Moles 0..1 × 1..2"]);
    let (lanes, cells) = drawn(json!([
        entry("Worms", "09:00", "10:00", ""),
        entry("Moles", "09:00", "11:00", "")
    ]));
    assert_eq!(lanes, ["- 0..2"]);
    assert_eq!(cells, ["Worms 0..1 × 0..1", "Moles 1..2 × 0..2"]);
}

#[test]
fn a_day_without_times_has_an_empty_grid() {
    let (lanes, cells) = drawn(json!(["One", "Two"]));
    assert_eq!(lanes, [""; 0]);
    assert_eq!(cells, ["One", "Two"]);
}
