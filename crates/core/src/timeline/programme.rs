//! The entries of an event, in the order in which they take place.

use chrono::NaiveTime;

use crate::event::{Entry, Event};
use crate::time::{CivilDateTime, EventTime, Span, Timestamp, after};
use crate::timeline::clock::{Clock, HALF_A_DAY, Place, following, is_date};
use crate::timeline::entry::TimedEntry;
use crate::timeline::lane::Lanes;

impl Clock<'_> {
    /// The programme by start, with the ends that its author gave.
    pub fn entries(&mut self, event: &Event, own: Option<Span>) -> Vec<TimedEntry> {
        // The last start in each lane, and in all of them: what a time of day alone is counted from. No other time is.
        let is_clock = |entry: &Entry| matches!(entry.start, Some(EventTime::Clock(_)));
        let lanes = Lanes::of(event, event.entries.iter().any(is_clock));
        let mut last_in: Vec<Option<CivilDateTime>> = vec![None; lanes.count];
        let mut last: Option<CivilDateTime> = None;
        // By the last known start, so that what has no time stays where its author put it.
        let mut key = Timestamp::MIN_UTC;
        let mut keyed = Vec::with_capacity(event.entries.len());
        for (index, entry) in event.entries.iter().enumerate() {
            let lane = lanes.numbers[index];
            let earliest =
                last_in[lane].or_else(|| self.first_possible(own, last, entry.start.as_ref()));
            let place = |key| Place::Entry { event, index, key };
            let mut timed = TimedEntry {
                index,
                span: None,
                has_own_end: false,
                is_all_day: false,
                takes_place: entry.status.takes_place(),
            };
            if let Some(written) = &entry.start
                && let Some(start) = self.timestamp(written, earliest, place("startDate"))
            {
                let (span, has_own_end) =
                    self.span(written, start, entry.end.as_ref(), place("endDate"));
                timed.span = Some(span);
                timed.has_own_end = has_own_end;
                timed.is_all_day = is_date(written);
                // As it was written: where the clocks skip it, the next time may still come before what they show.
                let civil = match (written, earliest) {
                    (EventTime::Civil(civil), _) => *civil,
                    (EventTime::Clock(clock), Some(earliest)) => following(*clock, earliest),
                    _ => self.civil(start),
                };
                last = Some(civil);
                last_in[lane] = last;
                key = start;
            }
            keyed.push((key, timed));
        }
        keyed.sort_by_key(|(start, _)| *start);
        keyed.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Where the time of day of the first entry in a lane is counted from: the day of the entry before it in another
    /// lane, else that of the event. Doors may open before the event starts, but an entry that seems to come more than
    /// twelve hours before that comes after midnight.
    fn first_possible(
        &self,
        own: Option<Span>,
        last: Option<CivilDateTime>,
        entry: Option<&EventTime>,
    ) -> Option<CivilDateTime> {
        let start = own.map(|own| self.civil(own.start));
        let base = last.or(start)?;
        let day = base.date();
        Some(match (entry, start) {
            (Some(EventTime::Clock(clock)), Some(start))
                if start.and_utc() > after(day.and_time(*clock).and_utc(), HALF_A_DAY) =>
            {
                base
            }
            _ => day.and_time(NaiveTime::MIN),
        })
    }
}
