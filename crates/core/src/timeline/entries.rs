//! Resolves the times of all entries.

use chrono::NaiveTime;

use crate::event::{Entry, Event};
use crate::time::{CivilDateTime, EventTime, Span, Timestamp, after};
use crate::timeline::lanes::Lanes;
use crate::timeline::resolver::{HALF_A_DAY, Place, Resolver, following};
use crate::timeline::span::End;
use crate::timeline::timed_entry::TimedEntry;

impl Resolver<'_> {
    /// The programme by start, with the ends that the author gave.
    pub fn entries(&mut self, event: &Event, own: Option<Span>) -> Vec<TimedEntry> {
        // The last start in each lane, and in all: times of day are counted from these, others need none.
        let is_clock = |entry: &Entry| matches!(entry.start, Some(EventTime::Clock(_)));
        let lanes = Lanes::of(event, event.entries.iter().any(is_clock));
        let mut last_in: Vec<Option<CivilDateTime>> = vec![None; lanes.count];
        let mut last: Option<CivilDateTime> = None;
        // The sort key: the last known start, so that an entry without a time stays behind the one before it.
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
                ends_on: None,
                takes_place: entry.status.takes_place(),
            };
            if let Some(written) = &entry.start
                && let Some(start) = self.timestamp(written, earliest, place("startDate"))
            {
                let resolved = self.span(
                    written,
                    start,
                    End {
                        time: entry.end.as_ref(),
                        place: place("endDate"),
                        duration: entry.duration,
                        duration_place: place("duration"),
                    },
                );
                timed.span = Some(resolved.span);
                timed.has_own_end = resolved.has_own_end;
                timed.is_all_day = resolved.is_all_day;
                timed.ends_on = resolved.ends_on;
                // The civil time as written: after a time in a gap, the next may lie before the time that the clock shows.
                let civil = match (written, earliest) {
                    (EventTime::Civil(civil), _) => *civil,
                    (EventTime::Clock(clock), Some(earliest)) => following(*clock, earliest),
                    _ => self.civil(start),
                };
                last = Some(civil);
                last_in[lane] = last;
                key = resolved.span.start;
            }
            keyed.push((key, timed));
        }
        keyed.sort_by_key(|(start, _)| *start);
        keyed.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The earliest civil time for the first entry in a lane: on the day of the last entry in another lane, else on that of
    /// the event. Doors may open before the event starts; but a time of day more than twelve hours before the start is one
    /// after midnight.
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
