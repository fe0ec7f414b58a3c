//! Prints times in the forms that [`parse`](super::parse) reads.

use chrono::{DateTime, Datelike, FixedOffset, NaiveTime, Timelike};

use crate::number::add_padded;
use crate::time::{CivilDate, CivilDateTime, Zone, after};

/// The offset of UTC.
const ZULU: &str = "Z";

/// Prints an instant as RFC 3339, without seconds where they are zero: `2024-02-14T12:30+01:00`, or `Z` for UTC.
///
/// RFC 3339 has no seconds in an offset, and some old local times do: the offset is cut to the minute. A year before 0 or
/// after 9999 has a sign and six digits, as in ECMAScript.
pub fn print(at: DateTime<FixedOffset>) -> String {
    let offset = at.offset().local_minus_utc() / 60 * 60;
    let at = after(at.to_utc(), offset.into()).naive_utc();
    let mut text = String::with_capacity(25);
    let mut digits = |number: u32, width: u32, before: &str| {
        text.push_str(before);
        add_padded(number, width, &mut text);
    };
    let (width, sign) = match at.year() {
        0..=9999 => (4, ""),
        year => (6, if year < 0 { "-" } else { "+" }),
    };
    digits(at.year().unsigned_abs(), width, sign);
    digits(at.month(), 2, "-");
    digits(at.day(), 2, "-");
    digits(at.hour(), 2, "T");
    digits(at.minute(), 2, ":");
    if at.second() != 0 {
        digits(at.second(), 2, ":");
    }
    match offset {
        0 => text.push_str(ZULU),
        _ => add_offset(offset, &mut text),
    }
    text
}

/// Prints a zone in a form that [`Zone::parse`] reads; a floating one has none.
pub fn zone_text(zone: &Zone) -> String {
    match zone {
        Zone::Named(id) => id.as_str().into(),
        Zone::Fixed(offset) => offset_text(*offset),
        Zone::Floating(_) => String::new(),
    }
}

/// Prints an offset: `+01:00`.
pub fn offset_text(offset: FixedOffset) -> String {
    let mut text = String::new();
    add_offset(offset.local_minus_utc(), &mut text);
    text
}

fn add_offset(seconds: i32, text: &mut String) {
    let minutes = seconds.unsigned_abs() / 60;
    text.push(if seconds < 0 { '-' } else { '+' });
    add_padded(minutes / 60, 2, text);
    text.push(':');
    add_padded(minutes % 60, 2, text);
}

/// Prints a civil time: `2024-02-14T12:30`.
pub fn print_civil(civil: CivilDateTime) -> String {
    let mut text = print(civil.and_utc().fixed_offset());
    text.truncate(text.len() - ZULU.len());
    text
}

/// Prints a date: `2024-02-14`.
pub fn print_date(date: CivilDate) -> String {
    let mut text = print_civil(date.and_time(NaiveTime::MIN));
    text.truncate(text.len() - "T00:00".len());
    text
}

/// Prints a time of day: `04:00`.
pub fn print_clock(clock: NaiveTime) -> String {
    print_civil(CivilDate::default().and_time(clock)).split_off("2024-02-14T".len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::EventTime;
    use crate::time::parse::{event_time, timestamp};

    #[test]
    fn instants_print_as_they_are_read() {
        for text in [
            "2024-02-14T12:30+01:00",
            "2024-12-31T23:59:58Z",
            "1970-01-01T00:00-00:30",
            "0999-06-01T05:00+05:45",
        ] {
            let Ok(EventTime::Instant(instant)) = event_time(text) else {
                panic!("{text}")
            };
            assert_eq!(print(instant), text);
        }
        assert_eq!(
            timestamp("2024-02-14T12:30+01:00"),
            timestamp("2024-02-14T11:30Z")
        );
        assert_eq!(timestamp("2024-02-14T12:30"), None);
    }

    #[test]
    fn what_rfc_3339_has_no_form_for_prints_as_the_same_instant() {
        let monrovia = FixedOffset::east_opt(-(44 * 60 + 30)).expect("within a day");
        let at = timestamp("1970-06-01T12:00Z").expect("an instant");
        assert_eq!(print(at.with_timezone(&monrovia)), "1970-06-01T11:16-00:44");
        let eve = timestamp("0000-01-01T00:00+01:00").expect("an instant");
        assert_eq!(print(eve.fixed_offset()), "-000001-12-31T23:00Z");
        let far = timestamp("9999-12-31T24:00Z").expect("an instant");
        assert_eq!(print(far.fixed_offset()), "+010000-01-01T00:00Z");
    }
}
