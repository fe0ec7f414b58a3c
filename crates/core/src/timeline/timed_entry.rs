//! Entries of the timeline.

use crate::time::{CivilDate, Span};

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
    /// The last day, where the author gave the start with a time of day, and the end without.
    pub ends_on: Option<CivilDate>,
    /// Whether it takes place, by its own status.
    pub takes_place: bool,
}

/// What a start and an end come to.
#[derive(Clone, Copy)]
pub(crate) struct Resolved {
    /// The instants.
    pub span: Span,
    /// Whether the author gave the end.
    pub has_own_end: bool,
    /// Whether it is for whole days.
    pub is_all_day: bool,
    /// The last day, where the author gave the start with a time of day, and the end without.
    pub ends_on: Option<CivilDate>,
}

impl TimedEntry {
    /// Its time.
    pub(crate) fn resolved(&self) -> Option<Resolved> {
        Some(Resolved {
            span: self.span?,
            has_own_end: self.has_own_end,
            is_all_day: self.is_all_day,
            ends_on: self.ends_on,
        })
    }
}
