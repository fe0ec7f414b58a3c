//! The time of an appointment, in the forms that calendars know.

use chrono::{Datelike, NaiveTime, Timelike};

use crate::time::{CivilDateTime, DAY, TimeZones, Timestamp, Zone, after};
use crate::timeline::{TimedEntry, Timeline};

/// The start and end of an appointment, in one of three forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The first second, or the first day at midnight.
    pub start: CivilDateTime,
    /// The second after the last, or the day after the last at midnight. It may equal the start.
    pub end: CivilDateTime,
    /// The clock that these times are on.
    pub form: Form,
    /// The event's own time zone identifier, where it has one.
    pub zone: Option<Box<str>>,
}

/// The forms of a time in RFC 5545 §3.3.4 and §3.3.5, without that of a named zone: calendars often fail at zone names,
/// and UTC is enough for an event that takes place once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In UTC.
    Utc,
    /// Floating: on the visitor's clock, since the document names no zone.
    Floating,
    /// Whole days.
    Date,
}

impl Slot {
    /// The event's own span.
    pub fn of_event(timeline: &Timeline, zones: &dyn TimeZones) -> Option<Self> {
        let (_, is_all_day) = timeline.when()?;
        let start = timeline.starts_at()?;
        let end = timeline.span.and_then(|span| span.end);
        let end = end.or(timeline.ends_at()).unwrap_or(start);
        Self::new(start, end, is_all_day, timeline, zones)
    }

    /// The span of an entry.
    pub fn of_entry(
        timed: &TimedEntry,
        timeline: &Timeline,
        zones: &dyn TimeZones,
    ) -> Option<Self> {
        let span = timed.span?;
        Self::new(
            span.start,
            span.end_or_start(),
            timed.is_all_day,
            timeline,
            zones,
        )
    }

    fn new(
        start: Timestamp,
        end: Timestamp,
        is_all_day: bool,
        timeline: &Timeline,
        zones: &dyn TimeZones,
    ) -> Option<Self> {
        let midnight = |at| {
            let civil = timeline.zone.civil_at(zones, at);
            civil.date().and_time(NaiveTime::MIN)
        };
        let (start, end, form) = if is_all_day {
            // The day of the last second, not that of the end: where the clocks go forward at midnight, a day ends
            // at one o'clock of the next.
            let last = midnight(after(end.max(after(start, 1)), -1));
            (
                midnight(start),
                after(last.and_utc(), DAY).naive_utc(),
                Form::Date,
            )
        } else {
            match &timeline.zone {
                floating @ Zone::Floating(_) => {
                    let civil = |at| floating.civil_at(zones, at);
                    (civil(start), civil(end), Form::Floating)
                }
                _ => (start.naive_utc(), end.naive_utc(), Form::Utc),
            }
        };
        let can_be_written = |at: &CivilDateTime| (1..=9999).contains(&at.year());
        (can_be_written(&start) && can_be_written(&end)).then(|| Self {
            start,
            end,
            form,
            zone: match &timeline.zone {
                Zone::Named(id) => Some(id.current_name().into()),
                _ => None,
            },
        })
    }

    /// How many whole days it takes; 0 for what has a time of day.
    pub fn days(&self) -> i64 {
        match self.form {
            Form::Date => (self.end - self.start).num_days(),
            _ => 0,
        }
    }
}

/// Writes a time in the basic form of ISO 8601, `20240214T113000Z`, or with separators, `2024-02-14T11:30:00Z`.
pub fn print(at: CivilDateTime, form: Form, [in_date, in_clock]: [&str; 2]) -> String {
    let mut text = String::with_capacity(20);
    let mut digits = |number: u32, width: u32, before: &str| {
        text.push_str(before);
        for place in (0..width).rev() {
            text.push(char::from(b'0' + (number / 10u32.pow(place) % 10) as u8));
        }
    };
    digits(at.year().unsigned_abs(), 4, "");
    digits(at.month(), 2, in_date);
    digits(at.day(), 2, in_date);
    if form != Form::Date {
        digits(at.hour(), 2, "T");
        digits(at.minute(), 2, in_clock);
        digits(at.second(), 2, in_clock);
    }
    if form == Form::Utc {
        text.push('Z');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse::civil;

    #[test]
    fn times_are_written_in_every_form() {
        let at = civil("0987-06-05T04:03:02").expect("a time");
        assert_eq!(print(at, Form::Utc, ["", ""]), "09870605T040302Z");
        assert_eq!(print(at, Form::Floating, ["-", ":"]), "0987-06-05T04:03:02");
        assert_eq!(print(at, Form::Date, ["-", ":"]), "0987-06-05");
    }
}
