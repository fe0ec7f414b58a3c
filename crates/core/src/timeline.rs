//! The timeline: all times of an event, resolved once to instants.

use chrono::NaiveTime;

use crate::event::{Availability, Event, EventStatus};
use crate::problem::Problem;
use crate::time::{
    CivilDate, EventTime, HOUR, Span, TimeZoneId, TimeZones, Timestamp, Zone, after, earlier,
};

mod entries;
mod inferred_ends;
mod lanes;
mod own_zone;
mod resolver;
mod size;
mod span;
mod timed_entry;
mod when;
mod whole_days;

pub(crate) use timed_entry::Resolved;
pub use timed_entry::TimedEntry;

use resolver::{Place, Resolver};

/// How long an event without an end counts as live, in seconds.
const ASSUMED_LENGTH: i64 = 3 * HOUR;

/// The default end of a day of the programme.
const DAY_CHANGE: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(clock) => clock,
    None => NaiveTime::MIN,
};

/// How long before its start an event is starting soon, in seconds.
const SOON: i64 = 15 * 60;

/// All instants of an event, and the other facts that a [`Snapshot`](crate::Snapshot) depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The event's own time zone; the visitor's where the document names none.
    pub zone: Zone,
    /// The end of a day of the programme, on that clock: an entry before it belongs to the night before.
    pub day_change: NaiveTime,
    /// The event's own start and end, as announced.
    pub span: Option<Span>,
    /// Whether the author gave the end.
    pub has_own_end: bool,
    /// Whether it is for whole days: the author gave no time of day.
    pub is_all_day: bool,
    /// The last day, where the author gave the start with a time of day, and the end without.
    pub ends_on: Option<CivilDate>,
    /// The start that was announced before.
    pub previous_start: Option<Timestamp>,
    /// When registration opens.
    pub opens: Option<Timestamp>,
    /// When registration closes.
    pub closes: Option<Timestamp>,
    /// The day on which registration opens, where the author gave no time of day.
    pub opens_on: Option<CivilDate>,
    /// The last day of registration, where the author gave no time of day.
    pub closes_on: Option<CivilDate>,
    /// Whether there is a URL to register at.
    pub has_registration: bool,
    /// The availability of places.
    pub availability: Availability,
    /// Whether there is a recording.
    pub has_recording: bool,
    /// The status.
    pub status: EventStatus,
    /// The programme by start. An entry without a time follows the entry before it in the document.
    pub entries: Vec<TimedEntry>,
    /// As [`boundaries`](Self::boundaries), in any order and with duplicates.
    changes: Vec<Timestamp>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
}

impl Timeline {
    /// Resolves all times of an event, with the zones of the host.
    ///
    /// `visitor` is the zone of whoever looks: times without a zone are on that clock. UTC counts where it is not known.
    pub fn resolve(
        event: &Event,
        zones: &dyn TimeZones,
        visitor: Option<&TimeZoneId>,
    ) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let zone = own_zone::own_zone(event, zones, visitor, &mut problems);
        let mut resolver = Resolver {
            zones,
            zone: &zone,
            problems: &mut problems,
        };
        let own = resolver.own_span(event);
        let span = own.map(|own| own.span);
        let day = span.map(|span| resolver.civil(span.start).date().and_time(NaiveTime::MIN));
        let (opens, closes) = match &event.registration {
            Some(registration) => resolver.registration(registration, day),
            None => (None, None),
        };
        let previous_start = event
            .previous_start
            .as_ref()
            .and_then(|time| resolver.timestamp(time, day, Place::At("previousStartDate")));
        let mut entries = resolver.entries(event, span);
        inferred_ends::infer(&mut entries, event, span.and_then(|span| span.end));
        let mut timeline = Self {
            zone,
            day_change: event.day_change.unwrap_or(DAY_CHANGE),
            span,
            has_own_end: own.is_some_and(|own| own.has_own_end),
            is_all_day: own.is_some_and(|own| own.is_all_day),
            ends_on: own.and_then(|own| own.ends_on),
            previous_start,
            opens,
            closes,
            opens_on: opens.and_then(|_| day_of(&event.registration.as_ref()?.opens)),
            closes_on: closes.and_then(|_| day_of(&event.registration.as_ref()?.closes)),
            has_registration: event
                .registration
                .as_ref()
                .is_some_and(|registration| registration.url.is_some()),
            availability: event
                .registration
                .as_ref()
                .map(|registration| registration.availability)
                .unwrap_or_default(),
            has_recording: event.recording.is_some(),
            status: event.status,
            entries,
            changes: Vec::new(),
            starts_at: None,
            ends_at: None,
        };
        timeline.bound();
        (timeline, problems)
    }

    /// The event's own time.
    pub(crate) fn resolved(&self) -> Option<Resolved> {
        Some(Resolved {
            span: self.span?,
            has_own_end: self.has_own_end,
            is_all_day: self.is_all_day,
            ends_on: self.ends_on,
        })
    }

    /// The start of the event, else that of its first entry.
    pub fn starts_at(&self) -> Option<Timestamp> {
        self.starts_at
    }

    /// The end of the event, or of an entry that runs longer.
    pub fn ends_at(&self) -> Option<Timestamp> {
        self.ends_at
    }

    /// The instants at which the [`Snapshot`](crate::Snapshot) changes, in order.
    pub fn boundaries(&self) -> Vec<Timestamp> {
        let mut all = self.changes.clone();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The first of the boundaries after `now`. It is needed a few times an hour, so they are not sorted for it.
    pub fn boundary_after(&self, now: Timestamp) -> Option<Timestamp> {
        let later = self.changes.iter().copied().filter(|at| *at > now);
        later.min()
    }

    /// Whether [`zone`](Self::zone) may be the clock on the wall where the event is. UTC is not, unless its author named it.
    pub fn is_on_the_clock_of_a_place(&self) -> bool {
        own_zone::is_of_a_place(&self.zone)
    }

    /// Whether anything has a time of day. Whole days are the same in every zone.
    pub fn has_times(&self) -> bool {
        let of_entries = || {
            self.entries
                .iter()
                .any(|entry| entry.span.is_some() && !entry.is_all_day)
        };
        (self.span.is_some() && !self.is_all_day) || of_entries()
    }

    /// Fills in the derived fields.
    fn bound(&mut self) {
        let own_end = self.span.and_then(|span| span.end);
        let (mut first, mut ends) = (None, own_end);
        let mut all = Vec::with_capacity(2 * self.entries.len() + 5);
        for entry in &self.entries {
            if let (Some(span), true) = (entry.span, entry.takes_place) {
                let end = span.end_or_start();
                all.push(span.start);
                all.push(end);
                first = earlier(first, Some(span.start));
                ends = ends.max(Some(end));
            }
        }
        if let Some(span) = self.span {
            first = Some(span.start);
        }
        if let Some(start) = first {
            ends = ends.filter(|end| *end > start);
            let end = ends.unwrap_or(after(start, ASSUMED_LENGTH));
            ends = Some(end);
            all.push(start);
            all.push(self.soon(start));
            all.push(end);
        }
        let takes_place = self.status.takes_place();
        if !takes_place {
            all.clear();
        }
        if self.has_registration && self.status != EventStatus::Cancelled {
            for at in [self.opens, self.closes] {
                if let Some(at) = at
                    && (!takes_place || ends.is_none_or(|end| at < end))
                {
                    all.push(at);
                }
            }
        }
        self.changes = all;
        (self.starts_at, self.ends_at) = (first, ends);
    }
}

/// The day, where a time is no more than that.
fn day_of(written: &Option<EventTime>) -> Option<CivilDate> {
    match written {
        Some(EventTime::Date(date)) => Some(*date),
        _ => None,
    }
}
