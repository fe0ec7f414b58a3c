//! Resolves written times on the event's own clock.

use chrono::{DateTime, FixedOffset, NaiveTime};

use crate::event::{Event, Registration};
use crate::number::decimal;
use crate::problem::{Problem, ProblemKind};
use crate::strings::concat;
use crate::time::resolve::{Fit, at_offset, compatible, instants};
use crate::time::{
    CivilDate, CivilDateTime, DAY, EventTime, HOUR, TimeZoneId, TimeZones, Timestamp, Zone, after,
};

/// How far a time of day is carried over midnight, in seconds. Beyond this it is probably a mistake.
pub const HALF_A_DAY: i64 = 12 * HOUR;

/// Whether a time is a day without a time of day.
pub fn is_date(time: &EventTime) -> bool {
    matches!(time, EventTime::Date(_))
}

/// Whether the host knows a zone.
pub fn knows(zones: &dyn TimeZones, zone: &TimeZoneId) -> bool {
    zones.offset_at(zone, Timestamp::default()).is_some()
}

/// The place of a time in the document. It becomes a path only for a problem.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// A path.
    At(&'a str),
    /// A member of an entry.
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
            Self::Entry { event, index, key } => match event.entries[index].source_index {
                None if event.entries.len() == 1 => concat(&["subEvent.", key]),
                source_index => {
                    let index = decimal(source_index.unwrap_or(index) as u32);
                    concat(&["subEvent[", &index, "].", key])
                }
            },
        }
    }
}

/// The first civil time at or after `earliest` with this time of day.
pub fn following(clock: NaiveTime, earliest: CivilDateTime) -> CivilDateTime {
    let today = earliest.date().and_time(clock);
    if today < earliest {
        after(today.and_utc(), DAY).naive_utc()
    } else {
        today
    }
}

/// The event's own clock, and the problems with times so far.
pub struct Resolver<'a> {
    pub zones: &'a dyn TimeZones,
    pub zone: &'a Zone,
    pub problems: &'a mut Vec<Problem>,
}

impl Resolver<'_> {
    pub fn report(&mut self, place: Place<'_>, kind: ProblemKind) {
        self.problems.push(Problem {
            path: place.path(),
            kind,
        });
    }

    pub fn civil(&self, timestamp: Timestamp) -> CivilDateTime {
        self.zone.civil_at(self.zones, timestamp)
    }

    /// Resolves a written time. A time of day alone is the first one at or after `earliest`.
    pub fn timestamp(
        &mut self,
        time: &EventTime,
        earliest: Option<CivilDateTime>,
        place: Place<'_>,
    ) -> Option<Timestamp> {
        match time {
            EventTime::Instant(instant) => {
                self.check_offset(*instant, place);
                Some(instant.to_utc())
            }
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

    /// As [`timestamp`](Self::timestamp), for an end: a day ends at the next midnight.
    pub fn end_of(
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

    /// Reports an offset that the event's own zone does not have. UTC is no place's.
    fn check_offset(&mut self, at: DateTime<FixedOffset>, place: Place<'_>) {
        let right = self.zone.offset_at(self.zones, at.to_utc());
        let found = *at.offset();
        if let Zone::Named(id) = self.zone
            // RFC 3339 has no seconds in an offset.
            && found.local_minus_utc() / 60 != right.local_minus_utc() / 60
            && found.local_minus_utc() != 0
        {
            let id = id.as_str().into();
            self.report(place, ProblemKind::OffsetOfOthers(found, id, right));
        }
    }

    fn check(&mut self, zone: &TimeZoneId, place: Place<'_>) -> bool {
        let is_known = knows(self.zones, zone);
        if !is_known {
            self.report(place, ProblemKind::UnknownZone(zone.as_str().into()));
        }
        is_known
    }

    pub fn midnight(&self, date: CivilDate) -> Timestamp {
        // Where the clocks go forward at midnight, the day begins an hour later. That is not a problem to report.
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
            let meant = at_offset(civil, offset);
            let named = instants(civil, &offset_at);
            if named.earliest() == Some(meant) || named.latest() == Some(meant) {
                return meant;
            }
        }
        let (timestamp, fit) = compatible(civil, &offset_at);
        // The gaps and folds of the visitor's clock are nothing that the author could mend.
        if zone.is_floating() {
            return timestamp;
        }
        match (fit, offset) {
            (Fit::Gap, _) => self.report(place, ProblemKind::InGap),
            (_, Some(_)) => self.report(place, ProblemKind::OffsetDisagrees),
            (Fit::Fold, None) => self.report(place, ProblemKind::InFold),
            (Fit::Exact, None) => {}
        }
        timestamp
    }

    /// The opening and closing of registration. A time of day alone is on the day of the event.
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
}
