//! Infers the ends of entries without one.

use crate::event::Event;
use crate::time::{HOUR, Timestamp, after, earlier};
use crate::timeline::lanes::Lanes;
use crate::timeline::timed_entry::TimedEntry;

/// The longest inferred length, in seconds. Beyond it the next entry is probably on another day.
const LONGEST: i64 = 10 * HOUR;

/// The length of an entry that no other follows, in seconds.
const ASSUMED_LENGTH: i64 = HOUR;

/// Gives an end to each entry without one: the next start in its lane; for the last one, the end of the event.
///
/// An entry in no lane is for everybody: it ends when any other starts, and its start ends entries in all lanes.
/// Entries with the same start in one lane run side by side, unless the later one has its own end. Then the earlier is
/// of zero length, as in "14:00 Closing; 14:00 – 15:00 Networking".
pub fn infer(entries: &mut [TimedEntry], event: &Event, own_end: Option<Timestamp>) {
    let has_end = |entry: &TimedEntry| entry.span.is_none_or(|span| span.end.is_some());
    let lanes = Lanes::of(event, !entries.iter().all(has_end));
    let mut ahead_in = vec![Ahead::default(); lanes.count];
    let mut ahead_anywhere = Ahead::default();
    for entry in entries.iter_mut().rev().filter(|entry| !entry.is_all_day) {
        let Some(span) = &mut entry.span else {
            continue;
        };
        let start = span.start;
        let lane = lanes.numbers[entry.index];
        if span.end.is_none() {
            let next = match lane {
                0 => ahead_anywhere.after(start),
                _ => earlier(ahead_in[lane].after(start), ahead_in[0].after(start)),
            };
            let end = next
                .or(own_end.filter(|end| *end >= start))
                .filter(|end| *end <= after(start, LONGEST));
            span.end = Some(end.unwrap_or(after(start, ASSUMED_LENGTH)));
        }
        for ahead in [&mut ahead_in[lane], &mut ahead_anywhere] {
            ahead.meet(start, entry.has_own_end);
        }
    }
}

/// The next starts, while the programme is walked from its end.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// The earliest start so far.
    start: Option<Timestamp>,
    /// Whether an entry with that start has an end of its own.
    has_own_end: bool,
    /// The start after that one.
    later: Option<Timestamp>,
}

impl Ahead {
    fn meet(&mut self, start: Timestamp, has_own_end: bool) {
        if self.start == Some(start) {
            self.has_own_end |= has_own_end;
        } else {
            *self = Self {
                start: Some(start),
                has_own_end,
                later: self.start,
            };
        }
    }

    /// The end of an entry that starts at `start`.
    fn after(&self, start: Timestamp) -> Option<Timestamp> {
        if self.start == Some(start) && !self.has_own_end {
            self.later
        } else {
            self.start
        }
    }
}
