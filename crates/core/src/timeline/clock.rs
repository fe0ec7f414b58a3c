//! The event's own clock, and the instants of the times that were written by it.

use chrono::{FixedOffset, NaiveTime, TimeDelta};

use super::TimedEntry;
use super::lane::Lanes;
use crate::event::{Event, Registration};
use crate::problem::{Problem, ProblemKind};
use crate::time::resolve::{Fit, compatible, instants};
use crate::time::{
    CivilDate, CivilDateTime, EventTime, Span, TimeZoneId, TimeZones, Timestamp, Zone,
};

/// How far a time of day alone is carried over midnight; beyond this it is more likely a slip.
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// The clock that the event keeps: the zone it names, else that of the first of its times that has one.
pub fn own_zone(event: &Event, zones: &dyn TimeZones, problems: &mut Vec<Problem>) -> Zone {
    let mut report = |kind| {
        problems.push(Problem {
            path: "timeZone".into(),
            kind,
        });
    };
    if let Some(id) = &event.zone {
        if knows(zones, id) {
            return Zone::Named(id.clone());
        }
        report(ProblemKind::UnknownZone(id.to_string()));
    }
    let entries = event.entries.iter();
    let of_entries = entries.flat_map(|entry| [&entry.start, &entry.end]);
    let times = [&event.start, &event.end].into_iter().chain(of_entries);
    let mut is_needed = false;
    for time in times.flatten() {
        let zone = match time {
            EventTime::Zoned { zone, .. } | EventTime::InstantIn { zone, .. }
                if knows(zones, zone) =>
            {
                Zone::Named(zone.clone())
            }
            EventTime::Zoned {
                offset: Some(offset),
                ..
            } => Zone::Fixed(*offset),
            EventTime::Instant(instant) => Zone::Fixed(*instant.offset()),
            EventTime::InstantIn { .. } => Zone::utc(),
            EventTime::Civil(_) | EventTime::Clock(_) => {
                is_needed = event.zone.is_none();
                continue;
            }
            // A date is one on every clock, and what an unknown zone keeps cannot be told.
            EventTime::Date(_) | EventTime::Zoned { offset: None, .. } => continue,
        };
        if is_needed {
            report(ProblemKind::ZoneOfOthers);
        }
        return zone;
    }
    if is_needed {
        report(ProblemKind::NoZone);
    }
    Zone::Floating
}

/// Whether a time is a day and no more.
pub fn is_date(time: &EventTime) -> bool {
    matches!(time, EventTime::Date(_))
}

fn knows(zones: &dyn TimeZones, zone: &TimeZoneId) -> bool {
    zones.offset_at(zone, Timestamp::default()).is_some()
}

/// Where in a document a time stands; put into words only where there is a problem to report.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// At a path that is known as a whole.
    At(&'a str),
    /// Under a key of an entry.
    Entry {
        event: &'a Event,
        index: usize,
        key: &'static str,
    },
}

impl Place<'_> {
    fn path(self) -> String {
        match self {
            Self::At(path) => path.into(),
            Self::Entry { event, index, key } => match event.entries[index].place {
                None if event.entries.len() == 1 => ["subEvent.", key].concat(),
                place => {
                    let index = place.unwrap_or(index).to_string();
                    ["subEvent[", &index, "].", key].concat()
                }
            },
        }
    }
}

/// The first moment at or after `earliest` at which a clock shows this time of day.
fn following(clock: NaiveTime, earliest: CivilDateTime) -> CivilDateTime {
    let today = earliest.date().and_time(clock);
    if today < earliest {
        today + TimeDelta::days(1)
    } else {
        today
    }
}

/// The event's own clock while its times are resolved.
pub struct Clock<'a> {
    pub zones: &'a dyn TimeZones,
    pub zone: &'a Zone,
    pub problems: &'a mut Vec<Problem>,
}

impl Clock<'_> {
    fn report(&mut self, place: Place<'_>, kind: ProblemKind) {
        self.problems.push(Problem {
            path: place.path(),
            kind,
        });
    }

    pub fn civil(&self, timestamp: Timestamp) -> CivilDateTime {
        self.zone.civil_at(self.zones, timestamp)
    }

    /// The instant of a time that somebody wrote; a time of day alone is the first such time at or after `earliest`.
    pub fn timestamp(
        &mut self,
        time: &EventTime,
        earliest: Option<CivilDateTime>,
        place: Place<'_>,
    ) -> Option<Timestamp> {
        match time {
            EventTime::Instant(instant) => Some(instant.to_utc()),
            EventTime::Civil(civil) => Some(self.resolve(self.zone, *civil, None, place)),
            EventTime::Date(date) => Some(self.midnight(*date)),
            EventTime::Clock(clock) => {
                if earliest.is_none() {
                    self.report(place, ProblemKind::NoDay);
                }
                Some(self.resolve(self.zone, following(*clock, earliest?), None, place))
            }
            EventTime::InstantIn {
                at: timestamp,
                zone,
            } => {
                self.check(zone, place);
                Some(*timestamp)
            }
            EventTime::Zoned {
                civil,
                zone,
                offset,
            } => {
                if self.check(zone, place) {
                    return Some(self.resolve(&Zone::Named(zone.clone()), *civil, *offset, place));
                }
                let fallback = offset.map_or_else(|| self.zone.clone(), Zone::Fixed);
                Some(self.resolve(&fallback, *civil, None, place))
            }
        }
    }

    /// As [`timestamp`](Self::timestamp), for a time at which something is over: a day counts whole.
    fn end_of(
        &mut self,
        time: &EventTime,
        earliest: Option<CivilDateTime>,
        place: Place<'_>,
    ) -> Option<Timestamp> {
        match time {
            EventTime::Date(date) => Some(self.midnight(date.succ_opt()?)),
            time => self.timestamp(time, earliest, place),
        }
    }

    fn check(&mut self, zone: &TimeZoneId, place: Place<'_>) -> bool {
        let is_known = knows(self.zones, zone);
        if !is_known {
            self.report(place, ProblemKind::UnknownZone(zone.to_string()));
        }
        is_known
    }

    fn midnight(&mut self, date: CivilDate) -> Timestamp {
        // Where the clocks go forward at midnight, the day begins an hour later; nobody need be told.
        let offset_at = |timestamp| self.zone.offset_at(self.zones, timestamp);
        compatible(date.and_time(NaiveTime::MIN), &offset_at).0
    }

    fn resolve(
        &mut self,
        zone: &Zone,
        civil: CivilDateTime,
        offset: Option<FixedOffset>,
        place: Place<'_>,
    ) -> Timestamp {
        let zones = self.zones;
        let offset_at = |timestamp| zone.offset_at(zones, timestamp);
        if let Some(offset) = offset {
            let meant = civil.and_utc() - TimeDelta::seconds(offset.local_minus_utc().into());
            let named = instants(civil, &offset_at);
            if [named.earliest(), named.latest()].contains(&Some(meant)) {
                return meant;
            }
        }
        let (timestamp, fit) = compatible(civil, &offset_at);
        match (fit, offset) {
            (Fit::Gap, _) => self.report(place, ProblemKind::InGap),
            (_, Some(_)) => self.report(place, ProblemKind::OffsetDisagrees),
            (Fit::Fold, None) => self.report(place, ProblemKind::InFold),
            (Fit::Exact, None) => {}
        }
        timestamp
    }

    /// The span from `start`, which was `written`, and whether it ends as the author said. A day alone lasts until the next.
    fn span(
        &mut self,
        written: &EventTime,
        start: Timestamp,
        end: Option<&EventTime>,
        place: Place<'_>,
    ) -> (Span, bool) {
        let is_clock = matches!(end, Some(EventTime::Clock(_)));
        let earliest = self.civil(start);
        let mut end = end.and_then(|end| self.end_of(end, Some(earliest), place));
        if end.is_some_and(|end| end < start || (is_clock && end - start > HALF_A_DAY)) {
            self.report(place, ProblemKind::EndsBeforeStart);
            end = None;
        }
        let has_own_end = end.is_some();
        if is_date(written) && !has_own_end {
            end = self.end_of(written, None, place);
        }
        (Span { start, end }, has_own_end)
    }

    /// The event's own span.
    pub fn own_span(&mut self, event: &Event) -> Option<Span> {
        let written = event.start.as_ref()?;
        let start = self.timestamp(written, None, Place::At("startDate"))?;
        let (span, _) = self.span(written, start, event.end.as_ref(), Place::At("endDate"));
        Some(span)
    }

    /// When registration opens and closes; a time of day alone is one on the day of the event.
    pub fn registration(
        &mut self,
        registration: &Registration,
        day: Option<CivilDateTime>,
    ) -> (Option<Timestamp>, Option<Timestamp>) {
        let [opens_at, closes_at] = &registration.paths;
        let (opens_at, closes_at) = (Place::At(opens_at), Place::At(closes_at));
        let opens = registration
            .opens
            .as_ref()
            .and_then(|time| self.timestamp(time, day, opens_at));
        let closes = registration
            .closes
            .as_ref()
            .and_then(|time| self.end_of(time, day, closes_at));
        if closes.is_some() && closes < opens {
            self.report(closes_at, ProblemKind::EndsBeforeStart);
            return (opens, None);
        }
        (opens, closes)
    }

    /// The programme by start, with the ends that its author gave.
    pub fn entries(
        &mut self,
        event: &Event,
        lanes: &Lanes<'_>,
        own: Option<Span>,
    ) -> Vec<TimedEntry> {
        // The last start in each lane, and in all of them: what a time of day alone is counted from.
        let mut last_in: Vec<Option<CivilDateTime>> = vec![None; lanes.count()];
        let mut last: Option<CivilDateTime> = None;
        // By the last known start, so that what has no time stays where its author put it.
        let mut key = Timestamp::MIN_UTC;
        let mut keyed = Vec::with_capacity(event.entries.len());
        for (index, entry) in event.entries.iter().enumerate() {
            let lane = lanes.number(entry);
            let earliest = match (last_in[lane], last, own) {
                (Some(last), _, _) => Some(last),
                (None, Some(last), _) => Some(last.date().and_time(NaiveTime::MIN)),
                (None, None, Some(own)) => {
                    Some(self.first_possible(own.start, entry.start.as_ref()))
                }
                (None, None, None) => None,
            };
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

    /// Where the first entry's time of day is counted from: doors may open before the event starts, but an entry
    /// that seems to come more than twelve hours before it comes after midnight.
    fn first_possible(&self, start: Timestamp, entry: Option<&EventTime>) -> CivilDateTime {
        let start = self.civil(start);
        match entry {
            Some(EventTime::Clock(clock)) if start.time() - *clock > HALF_A_DAY => start,
            _ => start.date().and_time(NaiveTime::MIN),
        }
    }
}
