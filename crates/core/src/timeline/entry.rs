//! An entry of a programme on the timeline.

use crate::time::Span;

/// An entry of the programme with its instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedEntry {
    /// Which of [`Event::entries`](crate::Event::entries) it is.
    pub index: usize,
    /// When it is on; nothing where the author gave no time that can be read.
    pub span: Option<Span>,
    /// Whether the author gave the end; otherwise it is inferred, and not shown.
    pub has_own_end: bool,
    /// Whether the author gave a day and no time of day.
    pub is_all_day: bool,
    /// Whether it takes place, as far as its own status goes.
    pub takes_place: bool,
}
