//! When an event is: by its own time, else by those of its entries.

use crate::time::{DAY, Span, Timestamp, after};
use crate::timeline::{SOON, TimedEntry, Timeline};

impl Timeline {
    /// The span to show for the whole event, and whether it is for whole days.
    ///
    /// Without a time of its own, an event is from the first of its entries to the last end that an author gave. Where the
    /// last entry has none, a day is known only if it is another.
    pub fn when(&self) -> Option<(Span, bool)> {
        if let Some(span) = self.span {
            return Some((span, self.is_all_day));
        }
        let start = self.starts_at()?;
        let timed = self.entries.iter().filter(|entry| entry.takes_place);
        let last = timed
            .filter_map(|entry| Some((last_known(entry)?, entry)))
            .max_by_key(|(end, _)| *end);
        let (end, last) = last?;
        let is_known =
            end > start && (last.has_own_end || last.is_all_day || end >= after(start, DAY));
        let span = Span {
            start,
            end: is_known.then_some(end),
        };
        // A day at either end has no time of day to show.
        Some((span, self.starts_with_a_day() || last.is_all_day))
    }

    /// Whether what comes first is a whole day.
    pub fn starts_with_a_day(&self) -> bool {
        match self.span {
            Some(_) => self.is_all_day,
            None => {
                let takes_place = |entry: &&TimedEntry| entry.span.is_some() && entry.takes_place;
                let first = self.entries.iter().find(takes_place);
                first.is_some_and(|entry| entry.is_all_day)
            }
        }
    }

    /// The instant from which an event with this start is starting soon. For a whole day, that is the start.
    pub(crate) fn soon(&self, start: Timestamp) -> Timestamp {
        match self.starts_with_a_day() {
            true => start,
            false => after(start, -SOON),
        }
    }
}

/// The end that the author gave, or the start.
fn last_known(entry: &TimedEntry) -> Option<Timestamp> {
    let span = entry.span?;
    match entry.has_own_end || entry.is_all_day {
        true => Some(span.end_or_start()),
        false => Some(span.start),
    }
}
