//! The differences between two versions of a programme.

use crate::conference::names::names;
use crate::event::{Event, EventStatus};
use crate::time::Timestamp;
use crate::timeline::Timeline;

/// The changes of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The position in [`Timeline::entries`] of the later version.
    pub entry: usize,
    /// The earlier start, if it has another one now or none.
    pub start: Option<Timestamp>,
    /// The earlier room, if it has another one now or none.
    pub room: Option<String>,
    /// Whether it has been cancelled since.
    pub is_cancelled: bool,
}

/// The entries that have changed, in the order of the programme.
///
/// Entries are matched by [name](names). A start or a room that was not known before is no change, nor is the time of
/// day of an entry that was for a whole day.
pub fn changes(before: (&Event, &Timeline), after: (&Event, &Timeline)) -> Vec<Change> {
    let mut known: Vec<(String, usize)> = names(before.0, before.1).into_iter().zip(0..).collect();
    known.sort_unstable();
    let mut changes = Vec::new();
    // Floating times are other instants for a visitor who has travelled, and have not changed.
    let has_travelled =
        before.1.zone.is_floating() && after.1.zone.is_floating() && before.1.zone != after.1.zone;
    for (entry, name) in names(after.0, after.1).iter().enumerate() {
        let Ok(place) = known.binary_search_by(|(known, _)| known.cmp(name)) else {
            continue;
        };
        let [was, is] =
            [(before, known[place].1), (after, entry)].map(|((event, timeline), at)| {
                let timed = &timeline.entries[at];
                let start = timed.span.map(|span| span.start);
                (&event.entries[timed.index], start, timed.is_all_day)
            });
        let is_called_off = |status| status == EventStatus::Cancelled;
        let change = Change {
            entry,
            start: was
                .1
                .filter(|start| !was.2 && !has_travelled && is.1 != Some(*start)),
            room: was
                .0
                .room
                .as_deref()
                .filter(|earlier| is.0.room.as_deref() != Some(*earlier))
                .map(str::to_owned),
            is_cancelled: is_called_off(is.0.status) && !is_called_off(was.0.status),
        };
        if change.start.is_some() || change.room.is_some() || change.is_cancelled {
            changes.push(change);
        }
    }
    changes
}
