//! The time left until something happens, in the one unit that people would name.
//!
//! Days are counted on the calendar: what is tomorrow is one day away, whatever the hour.

use chrono::NaiveTime;

use crate::agenda::day_shift;
use crate::time::resolve::compatible;
use crate::time::{CivilDate, HOUR, TimeZones, Timestamp, Zone, after, earlier};

/// The unit of a countdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day of the calendar.
    Day,
    /// 60 minutes.
    Hour,
    /// 60 seconds.
    Minute,
    /// Only within the last minute.
    Second,
}

/// The time left. Hours, minutes and seconds are rounded down, so 119 seconds are one minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// The number of units; zero for what happens in the course of the present day.
    pub count: i64,
    /// The unit.
    pub unit: Unit,
}

/// What is counted down to.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// The instant at which there is nothing left to count.
    pub at: Timestamp,
    /// The day that is named, where it is a day without a time. Nothing but days is counted then.
    pub day: Option<CivilDate>,
    /// The clock whose days are counted.
    pub zone: &'a Zone,
}

/// Below this many milliseconds, hours are counted even where midnight lies between.
const MOST_HOURS_OVERNIGHT: i64 = 12 * HOUR * 1000;

impl Unit {
    fn milliseconds(self) -> i64 {
        match self {
            Self::Day => 86_400_000,
            Self::Hour => 3_600_000,
            Self::Minute => 60_000,
            Self::Second => 1_000,
        }
    }
}

impl Target<'_> {
    /// The time left; `None` once the instant has come.
    pub fn left(&self, zones: &dyn TimeZones, now: Timestamp) -> Option<Countdown> {
        let left = self.milliseconds_left(now);
        if left <= 0 {
            return None;
        }
        let today = self.zone.civil_at(zones, now).date();
        let days = match self.day {
            Some(day) => day_shift(today, day.into()).max(0),
            None => day_shift(today, self.zone.civil_at(zones, self.at)),
        };
        if self.day.is_some() || days > 0 && left >= MOST_HOURS_OVERNIGHT {
            return Some(Countdown {
                count: days,
                unit: Unit::Day,
            });
        }
        // Hours count from two on: "1 hour" would stand for nearly two.
        let unit = match left {
            left if left >= 2 * Unit::Hour.milliseconds() => Unit::Hour,
            left if left >= Unit::Minute.milliseconds() => Unit::Minute,
            _ => Unit::Second,
        };
        Some(Countdown {
            count: (left / unit.milliseconds()).max(1),
            unit,
        })
    }

    /// The first instant after `now` at which [`left`](Self::left) is another.
    pub fn next_change(&self, zones: &dyn TimeZones, now: Timestamp) -> Option<Timestamp> {
        let Countdown { count, unit } = self.left(zones, now)?;
        // A count changes a millisecond after exactly so much is left.
        let just_under =
            |left: i64| Timestamp::from_timestamp_millis(self.at.timestamp_millis() + 1 - left);
        let change = match unit {
            Unit::Day if self.day.is_some() => Some(self.midnight_after(zones, now)),
            Unit::Day => {
                let hours = just_under(MOST_HOURS_OVERNIGHT).filter(|at| *at > now);
                earlier(hours, Some(self.midnight_after(zones, now)))
            }
            Unit::Second if count == 1 => None,
            unit => just_under(count * unit.milliseconds()),
        };
        earlier(change, Some(self.at))
    }

    fn milliseconds_left(&self, now: Timestamp) -> i64 {
        self.at.timestamp_millis() - now.timestamp_millis()
    }

    fn midnight_after(&self, zones: &dyn TimeZones, now: Timestamp) -> Timestamp {
        let today = self.zone.civil_at(zones, now).date();
        let tomorrow = today.succ_opt().unwrap_or(today).and_time(NaiveTime::MIN);
        let (midnight, _) = compatible(tomorrow, &|at| self.zone.offset_at(zones, at));
        if midnight > now {
            midnight
        } else {
            // The clocks have gone back over midnight.
            after(now, HOUR)
        }
    }
}
