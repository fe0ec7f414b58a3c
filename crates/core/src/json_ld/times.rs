//! The instants of the timeline, printed on the event's own clock.

use chrono::{Datelike, FixedOffset, NaiveTime, Offset, Utc};

use crate::time::print::{print, print_civil, print_date};
use crate::time::resolve::compatible;
use crate::time::{CivilDate, EventTime, TimeZones, Timestamp, Zone, after};
use crate::timeline::Resolved;

/// The event's own clock.
pub struct OwnClock<'a> {
    pub zones: &'a dyn TimeZones,
    pub zone: &'a Zone,
}

impl OwnClock<'_> {
    /// Prints a time with the form that its author `written` and the instant that it was resolved to.
    ///
    /// A day stays a day: search engines and our reader take it as a whole day.
    pub fn moment(&self, written: Option<&EventTime>, at: Option<Timestamp>) -> Option<String> {
        let (written, at) = (written?, at?);
        match written {
            EventTime::Date(date) => day(*date),
            written => self.time(Some(written), at),
        }
    }

    /// As [`moment`](Self::moment), for the start of a span.
    pub fn start(&self, written: Option<&EventTime>, given: Option<Resolved>) -> Option<String> {
        let given = given?;
        match written? {
            EventTime::Date(date) => day(*date),
            _ if given.is_all_day => day(self.date(given.span.start)),
            written => self.time(Some(written), given.span.start),
        }
    }

    /// As [`moment`](Self::moment), for the end of a span; `None` where the author gave none that counts.
    pub fn end(&self, written: Option<&EventTime>, given: Option<Resolved>) -> Option<String> {
        let given = given.filter(|given| given.has_own_end)?;
        let end = given.span.end?;
        // A last day ends at the midnight after it.
        let last = self.date(after(end, -1));
        match written {
            // A day that does not count leaves the end to the duration.
            Some(EventTime::Date(date)) if self.end_of(*date) == Some(end) => day(*date),
            _ if given.is_all_day && self.end_of(last) == Some(end) => day(last),
            written => self.time(written, end),
        }
    }

    fn date(&self, at: Timestamp) -> CivilDate {
        self.zone.civil_at(self.zones, at).date()
    }

    fn end_of(&self, date: CivilDate) -> Option<Timestamp> {
        let midnight = date.succ_opt()?.and_time(NaiveTime::MIN);
        let offset_at = |at| self.zone.offset_at(self.zones, at);
        Some(compatible(midnight, &offset_at).0)
    }

    /// `None` for a year that RFC 3339 cannot write.
    fn time(&self, written: Option<&EventTime>, at: Timestamp) -> Option<String> {
        let text = match self.offset(written, at) {
            Some(offset) => print(at.with_timezone(&offset)),
            None => print_civil(self.zone.civil_at(self.zones, at)),
        };
        (!text.starts_with(['+', '-'])).then_some(text)
    }

    /// The offset to print an instant in; `None` for a floating time.
    fn offset(&self, written: Option<&EventTime>, at: Timestamp) -> Option<FixedOffset> {
        if !self.zone.is_floating() {
            return Some(self.zone.offset_at(self.zones, at));
        }
        match written? {
            EventTime::Date(_) | EventTime::Clock(_) | EventTime::Civil(_) => None,
            EventTime::Instant(instant) => Some(*instant.offset()),
            EventTime::Zoned { zone, offset, .. } => self.zones.offset_at(zone, at).or(*offset),
            EventTime::InstantIn { zone, .. } => self.zones.offset_at(zone, at).or(Some(Utc.fix())),
        }
    }
}

/// `None` for a year that RFC 3339 cannot write.
fn day(date: CivilDate) -> Option<String> {
    (0..=9999).contains(&date.year()).then(|| print_date(date))
}
