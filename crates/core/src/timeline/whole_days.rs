//! Midnights that mean whole days: 00:00 to 23:59, to 24:00 or to 00:00, as many programs write them.

use chrono::{NaiveTime, Timelike};

use crate::time::{CivilDate, CivilDateTime, DAY, Duration, EventTime, after};

/// The first and the last day that a start and an end on one clock mean; `None` where they are times of day.
pub fn whole_days(start: CivilDateTime, end: CivilDateTime) -> Option<(CivilDate, CivilDate)> {
    let last = match (is_midnight(end), end.hour(), end.minute()) {
        // A day that ends when it begins, as some programs write it.
        (true, ..) if end == start => end.date(),
        (true, ..) => after(end.and_utc(), -1).date_naive(),
        (_, 23, 59) => end.date(),
        _ => return None,
    };
    (is_midnight(start) && last >= start.date()).then_some((start.date(), last))
}

/// As [`whole_days`], for two instants that were written in UTC, or one and a duration in days.
pub fn days_in_utc(
    start: &EventTime,
    end: Option<&EventTime>,
    duration: Option<Duration>,
) -> Option<(CivilDate, CivilDate)> {
    let utc = |time: &EventTime| match time {
        EventTime::Instant(at) if at.offset().local_minus_utc() == 0 => Some(at.naive_utc()),
        _ => None,
    };
    let start = utc(start)?;
    let end = match (end, duration) {
        (Some(end), _) => utc(end)?,
        (None, Some(Duration { days, seconds: 0 })) => {
            after(start.and_utc(), days * DAY).naive_utc()
        }
        _ => return None,
    };
    whole_days(start, end)
}

/// Whether a clock shows the beginning of a day.
pub fn is_midnight(civil: CivilDateTime) -> bool {
    civil.time() == NaiveTime::MIN
}
