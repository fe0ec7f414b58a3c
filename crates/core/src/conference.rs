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
//! Entries go by their positions in [`Timeline::entries`](crate::Timeline::entries) everywhere but in [`details`], which has no timeline.

mod address;
pub mod changes;
pub mod details;
pub mod find;
pub mod grid;
mod names;
pub mod picks;
mod tally;

pub use address::PREFIX;
pub use details::{Details, details};
pub use find::{Facets, Index, Query};
pub use grid::Grid;
pub use names::names;
