//! The time left until an instant, in the one unit that people would name.

use crate::time::Timestamp;

/// The unit of a countdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 24 hours.
    Day,
    /// 60 minutes.
    Hour,
    /// 60 seconds.
    Minute,
    /// Only within the last minute.
    Second,
}

/// The time left until an instant. Hours, minutes and seconds are rounded down, so 119 seconds are one minute; days to the
/// nearest, so 45 hours are two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// The number of units; at least one.
    pub count: i64,
    /// The unit.
    pub unit: Unit,
}

impl Unit {
    fn milliseconds(self) -> i64 {
        match self {
            Self::Day => 86_400_000,
            Self::Hour => 3_600_000,
            Self::Minute => 60_000,
            Self::Second => 1_000,
        }
    }

    /// The milliseconds from which a part of a unit counts as a whole one.
    fn rounding(self) -> i64 {
        match self {
            Self::Day => self.milliseconds() / 2,
            _ => 0,
        }
    }
}

impl Countdown {
    /// The time left until `target`; `None` once it has come.
    pub fn until(target: Timestamp, now: Timestamp) -> Option<Self> {
        let left = target.timestamp_millis() - now.timestamp_millis();
        // A unit counts from two on: "1 day" would stand for a whole day of waiting.
        let unit = match left {
            ..=0 => return None,
            left if left >= 2 * Unit::Day.milliseconds() - Unit::Day.rounding() => Unit::Day,
            left if left >= 2 * Unit::Hour.milliseconds() => Unit::Hour,
            left if left >= Unit::Minute.milliseconds() => Unit::Minute,
            _ => Unit::Second,
        };
        Some(Self {
            count: ((left + unit.rounding()) / unit.milliseconds()).max(1),
            unit,
        })
    }

    /// The first instant after `now` at which the countdown to `target` changes.
    pub fn next_change(target: Timestamp, now: Timestamp) -> Option<Timestamp> {
        let current = Self::until(target, now)?;
        if current
            == (Self {
                count: 1,
                unit: Unit::Second,
            })
        {
            return Some(target);
        }
        let left = current.count * current.unit.milliseconds() - current.unit.rounding();
        // It changes a millisecond after exactly so much is left.
        Timestamp::from_timestamp_millis(target.timestamp_millis() + 1 - left)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn target() -> Timestamp {
        Timestamp::from_timestamp(1_707_910_200, 0).expect("the instant is in range")
    }

    #[track_caller]
    fn check(seconds_before: i64, count: i64, unit: Unit) {
        let now = target() - TimeDelta::seconds(seconds_before);
        assert_eq!(
            Countdown::until(target(), now),
            Some(Countdown { count, unit })
        );
    }

    #[test]
    fn the_unit_is_the_one_people_name() {
        check(10 * 86_400, 10, Unit::Day);
        check(60 * 3_600, 3, Unit::Day);
        check(60 * 3_600 - 1, 2, Unit::Day);
        check(36 * 3_600, 2, Unit::Day);
        check(36 * 3_600 - 1, 35, Unit::Hour);
        check(7_200, 2, Unit::Hour);
        check(7_199, 119, Unit::Minute);
        check(60, 1, Unit::Minute);
        check(59, 59, Unit::Second);
        check(1, 1, Unit::Second);
        assert_eq!(Countdown::until(target(), target()), None);
    }

    #[test]
    fn the_next_change_is_the_first_instant_that_reads_otherwise() {
        let mut now = target() - TimeDelta::days(4);
        let mut changes = 0;
        while let Some(next) = Countdown::next_change(target(), now) {
            let reading = |at| Countdown::until(target(), at);
            assert_ne!(reading(next), reading(now), "at {next}");
            assert_eq!(
                reading(next - TimeDelta::milliseconds(1)),
                reading(now),
                "before {next}"
            );
            (now, changes) = (next, changes + 1);
        }
        assert_eq!(now, target());
        // Days 4, 3, 2; hours 35 to 2; minutes 119 to 1; seconds 59 to 1, and the end.
        assert_eq!(changes, 3 + 34 + 119 + 59);
    }
}
