//! Spans: from a start, an end and a duration as written to instants.

use crate::event::Event;
use crate::problem::ProblemKind;
use crate::time::resolve::compatible;
use crate::time::{DAY, Duration, EventTime, Span, Timestamp, Zone, after};
use crate::timeline::resolver::{HALF_A_DAY, Place, Resolver, is_date};
use crate::timeline::timed_entry::Resolved;
use crate::timeline::whole_days::{days_in_utc, is_midnight, whole_days};

/// By how many seconds a duration may miss the end: a last minute is not always counted.
const TOLERANCE: i64 = 60;

/// What the author wrote on the end of something.
#[derive(Clone, Copy)]
pub struct End<'a> {
    /// `endDate`, and its place.
    pub time: Option<&'a EventTime>,
    pub place: Place<'a>,
    /// `duration`, and its place.
    pub duration: Option<Duration>,
    pub duration_place: Place<'a>,
}

impl Resolver<'_> {
    /// The span of what starts at `start`, which was `written`. A day alone lasts until the next.
    pub fn span(&mut self, written: &EventTime, start: Timestamp, end: End<'_>) -> Resolved {
        let is_all_day = is_date(written);
        let earliest = self.civil(start);
        // The last day, where it is no more than that.
        let last = match end.time {
            Some(EventTime::Date(last)) if !is_all_day => Some(*last),
            _ => None,
        };
        // An evening that ends on its own day has no known end.
        let is_evening = last == Some(earliest.date()) && !is_midnight(earliest);
        let time = end.time.filter(|_| !is_evening);
        let mut at = time.and_then(|time| self.end_of(time, Some(earliest), end.place));
        let is_clock = matches!(time, Some(EventTime::Clock(_)));
        let is_long = |at| is_clock && at > after(start, HALF_A_DAY);
        let forward = at.filter(|at| *at >= start);
        let mut whole = self.whole_days((written, start), (time, forward));
        if whole.is_none() && at.is_some_and(|at| at < start || is_long(at)) {
            self.report(end.place, ProblemKind::EndsBeforeStart);
            at = None;
        }
        let ends_on = last.filter(|_| at.is_some());
        let by_duration = end
            .duration
            .and_then(|length| self.end_after(length, written, start));
        match (at, by_duration) {
            (Some(at), Some(other)) => {
                let is_near = (at.timestamp() - other.timestamp()).abs() <= TOLERANCE;
                if !is_near && last.is_none() {
                    self.report(end.duration_place, ProblemKind::DurationDisagrees);
                }
            }
            (None, Some(_)) => {
                at = by_duration;
                whole = self.whole_days((written, start), (None, by_duration));
            }
            _ => {}
        }
        if let Some(whole) = whole {
            return whole;
        }
        let has_own_end = at.is_some();
        if is_all_day && !has_own_end {
            at = self.end_of(written, None, end.place);
        }
        Resolved {
            span: Span { start, end: at },
            has_own_end,
            is_all_day,
            ends_on,
        }
    }

    /// The end of what starts at `start` and has a length. Whole days have a whole number of them.
    fn end_after(
        &self,
        length: Duration,
        written: &EventTime,
        start: Timestamp,
    ) -> Option<Timestamp> {
        let civil = after(self.civil(start).and_utc(), length.days * DAY).naive_utc();
        if is_date(written) {
            return (length.days > 0).then(|| self.midnight(civil.date()));
        }
        let day = match length.days {
            0 => start,
            _ => compatible(civil, &|at| self.zone.offset_at(self.zones, at)).0,
        };
        Some(after(day, length.seconds))
    }

    /// The span of what starts and ends at midnights that mean whole days.
    fn whole_days(
        &self,
        (written, start): (&EventTime, Timestamp),
        (written_end, end): (Option<&EventTime>, Option<Timestamp>),
    ) -> Option<Resolved> {
        let end = end?;
        if is_date(written) {
            return None;
        }
        // As written: where the clocks go forward at midnight, they do not show it.
        let civil = |written: Option<&EventTime>, at| match written {
            Some(EventTime::Civil(civil)) => *civil,
            _ => self.civil(at),
        };
        let in_utc = || match self.zone {
            Zone::Named(_) => None,
            _ => days_in_utc(written, written_end, None),
        };
        let days = whole_days(civil(Some(written), start), civil(written_end, end));
        let (first, last) = days.or_else(in_utc)?;
        Some(Resolved {
            span: Span {
                start: self.midnight(first),
                end: Some(self.midnight(last.succ_opt()?)),
            },
            has_own_end: true,
            is_all_day: true,
            ends_on: None,
        })
    }

    /// The event's own span.
    pub fn own_span(&mut self, event: &Event) -> Option<Resolved> {
        let written = event.start.as_ref()?;
        let start = self.timestamp(written, None, Place::At("startDate"))?;
        let end = End {
            time: event.end.as_ref(),
            place: Place::At("endDate"),
            duration: event.duration,
            duration_place: Place::At("duration"),
        };
        let mut resolved = self.span(written, start, end);
        let is_alone = event.end.is_none()
            && event.duration.is_none()
            && event.entries.iter().all(|entry| entry.start.is_none());
        // Midnight in UTC is the afternoon somewhere.
        let is_lone = is_alone && !is_date(written) && *self.zone != Zone::utc();
        if is_lone && is_midnight(self.civil(start)) {
            self.report(Place::At("startDate"), ProblemKind::MidnightAlone);
            let day = self.civil(start).date();
            resolved.is_all_day = true;
            resolved.span.end = day.succ_opt().map(|next| self.midnight(next));
        }
        Some(resolved)
    }
}
