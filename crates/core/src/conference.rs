//! Tools for the programme of a conference: timetable, search, stars, details. They are a lazy chunk of the widget.
//!
//! ```text
//! (Event, Timeline, Day) ─▶ Grid: time by room
//! (Event, Timeline, Details) ─▶ Index ─▶ what a Query finds
//! names ─▶ picks: the starred entries, for storage and for a link
//! (before, after) ─▶ Change: the differences after a refresh
//! text ─▶ Details: everything about an entry that its row does not show
//! ```
//!
//! Entries are named by their position in [`Timeline::entries`](crate::Timeline::entries); [`details()`] go by
//! [`Event::entries`](crate::Event::entries).

pub mod changes;
pub mod details;
pub mod find;
mod fragment;
pub mod grid;
mod names;
pub mod picks;
mod tally;

pub use details::{Details, details};
pub use find::{Facets, Index, Query};
pub use fragment::PREFIX;
pub use grid::Grid;
pub use names::names;
