//! Every time of an event, resolved once to the instant it names.

use chrono::{FixedOffset, NaiveTime, TimeDelta};

use crate::event::{Availability, Event, EventStatus};
use crate::problem::{Problem, ProblemKind};
use crate::time::resolve::{Fit, compatible, instants};
use crate::time::{CivilDate, CivilDateTime, EventTime, Span, TimeZones, Timestamp, Zone};

/// How far an end is inferred: beyond this, the next entry belongs to another day and not to this one.
const LONGEST_INFERRED: TimeDelta = TimeDelta::hours(12);

/// How long an event counts as live whose end nobody gave.
const ASSUMED_LENGTH: TimeDelta = TimeDelta::hours(3);

/// How long before its start an event counts as starting soon.
pub const SOON: TimeDelta = TimeDelta::minutes(15);

/// The instants of an event, and what else decides how it stands at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The event's own clock.
    pub zone: Zone,
    /// The event's own start and end, as announced.
    pub span: Option<Span>,
    /// Whether the author gave days and no times of day.
    pub is_all_day: bool,
    /// The start that was announced before.
    pub previous_start: Option<Timestamp>,
    /// When registration opens.
    pub opens: Option<Timestamp>,
    /// When registration closes.
    pub closes: Option<Timestamp>,
    /// Whether there is somewhere to register.
    pub has_registration: bool,
    /// Whether there are places left.
    pub availability: Availability,
    /// Whether there is a recording for afterwards.
    pub has_recording: bool,
    /// Whether the event takes place at all.
    pub status: EventStatus,
    /// The programme by start; an entry without a time follows the entry it stands behind.
    pub entries: Vec<TimedEntry>,
    /// Every instant at which something may change, in order.
    pub boundaries: Vec<Timestamp>,
}

/// An entry of the programme with its instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedEntry {
    /// Which of [`Event::entries`] it is.
    pub index: usize,
    /// When it is on; nothing where the author gave no time that can be read.
    pub span: Option<Span>,
    /// Whether the author gave the end; otherwise it is inferred, and not shown.
    pub has_own_end: bool,
    /// Whether the author gave a day and no time of day.
    pub is_all_day: bool,
}

impl Timeline {
    /// Resolves every time of an event by the host's zones.
    pub fn resolve(event: &Event, zones: &dyn TimeZones) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let zone = own_zone(event, zones, &mut problems);
        let mut clock = Clock {
            zones,
            zone: &zone,
            problems: &mut problems,
        };
        let own = clock.own_span(event);
        let day = own.map(|(span, _)| clock.civil(span.start).date());
        let registration = event.registration.as_ref();
        let mut on_the_day = |time: Option<&EventTime>, path: &str| {
            let day = day.unwrap_or_default().and_time(NaiveTime::MIN);
            time.and_then(|time| clock.timestamp(time, day, path))
        };
        let opens = on_the_day(
            registration.and_then(|r| r.opens.as_ref()),
            "registration.opens",
        );
        let closes = on_the_day(
            registration.and_then(|r| r.closes.as_ref()),
            "registration.closes",
        );
        let previous_start = on_the_day(event.previous_start.as_ref(), "previousStartDate");
        let mut entries = clock.entries(event, own.map(|(span, _)| span));
        infer_ends(&mut entries, event, own.and_then(|(span, _)| span.end));
        let mut timeline = Self {
            span: own.map(|(span, _)| span),
            is_all_day: own.is_some_and(|(_, is_all_day)| is_all_day),
            previous_start,
            opens,
            closes,
            has_registration: registration.is_some_and(|r| r.url.is_some()),
            availability: registration.map(|r| r.availability).unwrap_or_default(),
            has_recording: event.recording.is_some(),
            status: event.status,
            entries,
            boundaries: Vec::new(),
            zone,
        };
        timeline.boundaries = timeline.all_boundaries();
        (timeline, problems)
    }

    /// When the event begins: its own start, else that of its first entry.
    pub fn starts_at(&self) -> Option<Timestamp> {
        let first = || {
            self.entries
                .iter()
                .filter_map(|entry| entry.span)
                .map(|span| span.start)
                .min()
        };
        self.span.map(|span| span.start).or_else(first)
    }

    /// When the last of it is over: the event itself, or an entry that runs past its end.
    pub fn ends_at(&self) -> Option<Timestamp> {
        let ends = self
            .entries
            .iter()
            .filter_map(|entry| entry.span)
            .map(|span| span.end_or_start());
        match ends.chain(self.span.and_then(|span| span.end)).max() {
            Some(end) if Some(end) > self.starts_at() => Some(end),
            _ => self.starts_at().map(|start| start + ASSUMED_LENGTH),
        }
    }

    fn all_boundaries(&self) -> Vec<Timestamp> {
        let spans = self.entries.iter().filter_map(|entry| entry.span);
        let mut all: Vec<Timestamp> = spans
            .flat_map(|span| [Some(span.start), span.end])
            .flatten()
            .collect();
        let start = self.starts_at();
        all.extend(
            [
                start,
                start.map(|start| start - SOON),
                self.ends_at(),
                self.opens,
                self.closes,
            ]
            .into_iter()
            .flatten(),
        );
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The clock that the event keeps: the zone it names, else the offset its start was written in.
fn own_zone(event: &Event, zones: &dyn TimeZones, problems: &mut Vec<Problem>) -> Zone {
    let some_instant = Timestamp::default();
    if let Some(id) = &event.zone {
        if zones.offset_at(id, some_instant).is_some() {
            return Zone::Named(id.clone());
        }
        problems.push(at("timeZone", ProblemKind::UnknownZone(id.to_string())));
    }
    match &event.start {
        Some(EventTime::Zoned { zone, .. }) if zones.offset_at(zone, some_instant).is_some() => {
            Zone::Named(zone.clone())
        }
        Some(EventTime::Zoned {
            offset: Some(offset),
            ..
        }) => Zone::Fixed(*offset),
        Some(EventTime::Instant(instant)) => Zone::Fixed(*instant.offset()),
        start => {
            let entries = event
                .entries
                .iter()
                .flat_map(|entry| [&entry.start, &entry.end]);
            let needs_zone = |time: &&Option<EventTime>| {
                matches!(time, Some(EventTime::Civil(_) | EventTime::Clock(_)))
            };
            if event.zone.is_none() && entries.chain([start]).any(|time| needs_zone(&time)) {
                problems.push(at("timeZone", ProblemKind::NoZone));
            }
            Zone::Floating
        }
    }
}

fn at(path: &str, kind: ProblemKind) -> Problem {
    Problem {
        path: path.into(),
        kind,
    }
}

/// The event's own clock while its times are resolved.
struct Clock<'a> {
    zones: &'a dyn TimeZones,
    zone: &'a Zone,
    problems: &'a mut Vec<Problem>,
}

impl Clock<'_> {
    fn civil(&self, timestamp: Timestamp) -> CivilDateTime {
        self.zone.civil_at(self.zones, timestamp)
    }

    /// The instant of a time that somebody wrote; a time of day alone is the first such time at or after `earliest`.
    fn timestamp(
        &mut self,
        time: &EventTime,
        earliest: CivilDateTime,
        path: &str,
    ) -> Option<Timestamp> {
        match time {
            EventTime::Instant(instant) => Some(instant.to_utc()),
            EventTime::Civil(civil) => Some(self.resolve(self.zone, *civil, None, path)),
            EventTime::Date(date) => Some(self.midnight(*date, path)),
            EventTime::Clock(clock) => {
                let today = earliest.date().and_time(*clock);
                let civil = if today < earliest {
                    today.checked_add_signed(TimeDelta::days(1))?
                } else {
                    today
                };
                Some(self.resolve(self.zone, civil, None, path))
            }
            EventTime::Zoned {
                civil,
                zone,
                offset,
            } => {
                let named = Zone::Named(zone.clone());
                if self.zones.offset_at(zone, Timestamp::default()).is_some() {
                    return Some(self.resolve(&named, *civil, *offset, path));
                }
                self.problems
                    .push(at(path, ProblemKind::UnknownZone(zone.to_string())));
                let fallback = offset.map_or_else(|| self.zone.clone(), Zone::Fixed);
                Some(self.resolve(&fallback, *civil, None, path))
            }
        }
    }

    fn midnight(&mut self, date: CivilDate, path: &str) -> Timestamp {
        // Where the clocks go forward at midnight, the day begins an hour later; nobody need be told.
        let known = self.problems.len();
        let timestamp = self.resolve(self.zone, date.and_time(NaiveTime::MIN), None, path);
        self.problems.truncate(known);
        timestamp
    }

    fn resolve(
        &mut self,
        zone: &Zone,
        civil: CivilDateTime,
        offset: Option<FixedOffset>,
        path: &str,
    ) -> Timestamp {
        let zones = self.zones;
        let offset_at = |timestamp| zone.offset_at(zones, timestamp);
        if let Some(offset) = offset {
            let meant = civil.and_utc() - TimeDelta::seconds(offset.local_minus_utc().into());
            let named = instants(civil, &offset_at);
            if [named.earliest(), named.latest()].contains(&Some(meant)) {
                return meant;
            }
            self.problems.push(at(path, ProblemKind::OffsetDisagrees));
        }
        let (timestamp, fit) = compatible(civil, &offset_at);
        match fit {
            Fit::Exact => {}
            Fit::Gap => self.problems.push(at(path, ProblemKind::InGap)),
            Fit::Fold => self.problems.push(at(path, ProblemKind::InFold)),
        }
        timestamp
    }

    /// The end of a span that starts at `start`: exclusive, so that the last day given counts whole.
    fn end(&mut self, time: Option<&EventTime>, start: Timestamp, path: &str) -> Option<Timestamp> {
        let end = match time? {
            EventTime::Date(date) => self.midnight(date.succ_opt()?, path),
            time => self.timestamp(time, self.civil(start), path)?,
        };
        if end < start {
            self.problems.push(at(path, ProblemKind::EndsBeforeStart));
            return None;
        }
        Some(end)
    }

    /// The event's own span, and whether it is one of whole days.
    fn own_span(&mut self, event: &Event) -> Option<(Span, bool)> {
        let time = event.start.as_ref()?;
        if let EventTime::Clock(clock) = time {
            let found = clock.to_string();
            self.problems.push(at(
                "startDate",
                ProblemKind::NotATime(found, crate::time::parse::NotATime::Form),
            ));
            return None;
        }
        let start = self.timestamp(time, CivilDateTime::default(), "startDate")?;
        let mut end = self.end(event.end.as_ref(), start, "endDate");
        let is_date = |time: &EventTime| matches!(time, EventTime::Date(_));
        let is_all_day = is_date(time) && event.end.as_ref().is_none_or(is_date);
        if let (EventTime::Date(day), true, None) = (time, is_all_day, end) {
            end = day.succ_opt().map(|next| self.midnight(next, "endDate"));
        }
        Some((Span { start, end }, is_all_day))
    }

    fn entries(&mut self, event: &Event, own: Option<Span>) -> Vec<TimedEntry> {
        // The last start in each lane, and in all of them: what a time of day alone is counted from.
        let mut lanes: Vec<(Option<&str>, CivilDateTime)> = Vec::new();
        let mut last: Option<CivilDateTime> = None;
        let mut entries = Vec::with_capacity(event.entries.len());
        for (index, entry) in event.entries.iter().enumerate() {
            let lane = lanes.iter().position(|(name, _)| *name == entry.lane());
            let earliest = match (lane, last, own) {
                (Some(lane), _, _) => lanes[lane].1,
                (None, Some(last), _) => last.date().and_time(NaiveTime::MIN),
                (None, None, Some(own)) => self.first_possible(own.start, entry.start.as_ref()),
                (None, None, None) => CivilDateTime::default(),
            };
            let path = |key: &str| format!("subEvent[{index}].{key}");
            let start = match (&entry.start, own, last) {
                (Some(EventTime::Clock(_)), None, None) => {
                    self.problems
                        .push(at(&path("startDate"), ProblemKind::NoZone));
                    None
                }
                (Some(time), _, _) => self.timestamp(time, earliest, &path("startDate")),
                (None, _, _) => None,
            };
            let is_all_day = matches!(entry.start, Some(EventTime::Date(_)));
            let span = start.map(|start| {
                let mut end = self.end(entry.end.as_ref(), start, &path("endDate"));
                if let (Some(EventTime::Date(day)), None) = (&entry.start, end) {
                    end = day.succ_opt().map(|next| self.midnight(next, ""));
                }
                Span { start, end }
            });
            if let Some(start) = start {
                let civil = self.civil(start);
                last = Some(civil);
                match lane {
                    Some(lane) => lanes[lane].1 = civil,
                    None => lanes.push((entry.lane(), civil)),
                }
            }
            let has_own_end = entry.end.is_some() && span.is_some_and(|span| span.end.is_some());
            entries.push(TimedEntry {
                index,
                span,
                has_own_end,
                is_all_day,
            });
        }
        // Stable, and by the last known start: what has no time stays where its author put it.
        let mut key = Timestamp::MIN_UTC;
        let mut keyed: Vec<(Timestamp, TimedEntry)> = Vec::with_capacity(entries.len());
        for entry in entries {
            key = entry.span.map_or(key, |span| span.start);
            keyed.push((key, entry));
        }
        keyed.sort_by_key(|(start, _)| *start);
        keyed.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Where the first entry's time of day is counted from: doors may open before the event starts, but an entry
    /// that seems to come more than twelve hours before it comes after midnight.
    fn first_possible(&self, start: Timestamp, entry: Option<&EventTime>) -> CivilDateTime {
        let start = self.civil(start);
        match entry {
            Some(EventTime::Clock(clock)) if start.time() - *clock > LONGEST_INFERRED => start,
            _ => start.date().and_time(NaiveTime::MIN),
        }
    }
}

/// Gives an end to each entry without one: the next start in its lane, for the last one the end of the event.
///
/// An entry that is in no lane is for everybody: it ends when anything starts, and ends what is in any lane.
fn infer_ends(entries: &mut [TimedEntry], event: &Event, own_end: Option<Timestamp>) {
    let mut next_starts: Vec<(Option<&str>, Timestamp)> = Vec::new();
    for entry in entries.iter_mut().rev() {
        let Some(span) = &mut entry.span else {
            continue;
        };
        let lane = event.entries[entry.index].lane();
        if span.end.is_none() {
            let meets = |other: Option<&str>| lane.is_none() || other.is_none() || other == lane;
            let next = next_starts
                .iter()
                .filter(|(other, _)| meets(*other))
                .map(|(_, start)| *start)
                .min();
            let end = next.or(own_end.filter(|end| *end >= span.start));
            span.end = end.filter(|end| *end - span.start <= LONGEST_INFERRED);
        }
        match next_starts.iter_mut().find(|(other, _)| *other == lane) {
            Some(known) => known.1 = span.start,
            None => next_starts.push((lane, span.start)),
        }
    }
}
