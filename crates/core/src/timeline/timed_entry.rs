//! Entries of the timeline.

use crate::time::Span;

/// An entry of the programme, resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedEntry {
    /// The index in [`Event::entries`](crate::Event::entries).
    pub index: usize,
    /// Its time; `None` where none is known.
    pub span: Option<Span>,
    /// Whether the author gave the end. An inferred end is not shown.
    pub has_own_end: bool,
    /// Whether it is for whole days: the author gave no time of day.
    pub is_all_day: bool,
    /// Whether it takes place, by its own status.
    pub takes_place: bool,
}
