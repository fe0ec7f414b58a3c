//! Midnights that mean whole days: 00:00 to 23:59, to 24:00 or to 00:00, as many programs write them.

use chrono::{NaiveTime, Timelike};

use crate::time::{CivilDate, CivilDateTime, EventTime, after};

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

/// As [`whole_days`], for two instants that were written in UTC.
pub fn days_in_utc(start: &EventTime, end: &EventTime) -> Option<(CivilDate, CivilDate)> {
    match (start, end) {
        (EventTime::Instant(start), EventTime::Instant(end))
            if start.offset().local_minus_utc() == 0 && end.offset().local_minus_utc() == 0 =>
        {
            whole_days(start.naive_utc(), end.naive_utc())
        }
        _ => None,
    }
}

/// Whether a clock shows the beginning of a day.
pub fn is_midnight(civil: CivilDateTime) -> bool {
    civil.time() == NaiveTime::MIN
}
