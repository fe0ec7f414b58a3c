//! What it takes to find one's way through the programme of a conference. It is loaded where there is one.
//!
//! ```text
//! (Event, Timeline, Day) ─▶ Grid: time by room
//! (Event, Timeline, Details) ─▶ Index ─▶ what a Query finds
//! names ─▶ picks: what a visitor has starred, for the device and for an address
//! (before, after) ─▶ Change: what a refresh has brought
//! Node ─▶ Details: what is said of an entry beyond its line
//! ```
//!
//! Entries go by their positions in [`Timeline::entries`] everywhere but in [`details`], which has no timeline.

use crate::event::{Entry, Event};
use crate::fragment::fragments;
use crate::timeline::Timeline;

mod address;
pub mod changes;
pub mod details;
pub mod find;
pub mod grid;
pub mod picks;
pub mod words;

pub use address::PREFIX;
pub use details::{Details, details};
pub use find::{Facets, Index, Query};
pub use grid::Grid;
pub use words::Words;

/// The names of the entries in addresses, in the order of [`Timeline::entries`].
pub fn names(event: &Event, timeline: &Timeline) -> Vec<String> {
    let mut fragments = fragments(event);
    let name = |index: usize| fragments.get_mut(index).map(std::mem::take);
    let indices = timeline.entries.iter().map(|timed| timed.index);
    indices.map(name).map(Option::unwrap_or_default).collect()
}

/// The room of an entry.
fn room(entry: &Entry) -> Option<&str> {
    entry.room.as_deref()
}

/// The track of an entry.
fn track(entry: &Entry) -> Option<&str> {
    entry.track.as_deref()
}

/// Each value once, in the order in which they come, and how often it does.
fn tally<'a>(values: &mut dyn Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut tally: Vec<(&str, usize)> = Vec::new();
    for value in values {
        match tally.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => tally.push((value, 1)),
        }
    }
    tally
}
