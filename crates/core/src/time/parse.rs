//! Parses times. chrono's format strings would add 15 KiB to what every visitor downloads.

use chrono::{FixedOffset, NaiveDate};

use crate::strings::trim;
use crate::time::resolve::at_offset;
use crate::time::rest::Rest;
use crate::time::{CivilDateTime, DAY, EventTime, TimeZoneId, Timestamp, Zone, after};

pub use crate::time::rest::NotATime;

/// Parses a time in one of the forms of [`EventTime`].
///
/// Seconds may follow, with a fraction that is dropped. `T` may be a space. `24:00` is the end of a day. `Z` before a
/// bracketed zone means that the offset there is unknown, so the time is one of UTC (RFC 9557 §2.2).
///
/// Other software writes `20270611T180000Z`, `7:30 PM`, and a space before the offset; an offset may be `UTC` or `GMT`.
pub fn event_time(text: &str) -> Result<EventTime, NotATime> {
    let mut rest = Rest(trim(text));
    if !rest.starts_with_a_date() {
        // A time of day is resolved to the next one after the entry before it, so `00:00` does for `24:00`.
        let (clock, _) = rest.clock(false)?;
        return if rest.0.is_empty() {
            Ok(EventTime::Clock(clock))
        } else {
            Err(NotATime::Form)
        };
    }
    let is_basic = rest.0.as_bytes().get(4) != Some(&b'-');
    let date = rest.date()?;
    if rest.0.is_empty() {
        return Ok(EventTime::Date(date));
    }
    if !["T", "t", " "].iter().any(|separator| rest.skip(separator)) {
        return Err(NotATime::Clock);
    }
    let clock = rest.clock(is_basic);
    let (clock, is_end_of_day) = clock.map_err(|_| NotATime::Clock)?;
    let days = i64::from(is_end_of_day);
    let civil = after(date.and_time(clock).and_utc(), days * DAY).naive_utc();
    let is_zulu = matches!(rest.0.as_bytes().first(), Some(b'Z' | b'z'));
    let offset = rest.offset().map_err(|_| NotATime::Offset)?;
    let zone = rest.zone()?;
    match (rest.0, offset, zone) {
        ("", _, Some(zone)) if is_zulu => Ok(EventTime::InstantIn {
            at: civil.and_utc(),
            zone,
        }),
        ("", offset, Some(zone)) => Ok(EventTime::Zoned {
            civil,
            zone,
            offset,
        }),
        ("", Some(offset), None) => {
            let at = at_offset(civil, offset);
            Ok(EventTime::Instant(at.with_timezone(&offset)))
        }
        ("", None, None) => Ok(EventTime::Civil(civil)),
        _ => Err(NotATime::Offset),
    }
}

/// The day at the beginning of a text.
pub fn day(text: &str) -> Option<NaiveDate> {
    Rest(trim(text)).date().ok()
}

/// Parses an instant: RFC 3339, with an offset or `Z`.
pub fn timestamp(text: &str) -> Option<Timestamp> {
    match event_time(text) {
        Ok(EventTime::Instant(instant)) => Some(instant.to_utc()),
        _ => None,
    }
}

impl Zone {
    /// The zone that a text names: an identifier, or an offset such as `UTC+6`, `UTC+5.5`, `GMT+5:30`, `+06:00`.
    pub fn parse(text: &str) -> Option<Self> {
        match offset(text) {
            Some(offset) => Some(Self::Fixed(offset)),
            None => TimeZoneId::new(text).map(Self::Named),
        }
    }
}

/// Parses an offset that stands for a time zone: `UTC+6`, `UTC+5.5`, `GMT+5:30`, `+06:00`.
pub fn offset(text: &str) -> Option<FixedOffset> {
    let text = trim(text);
    let has_name = text
        .get(..3)
        .is_some_and(|name| name.eq_ignore_ascii_case("UTC") || name.eq_ignore_ascii_case("GMT"));
    let mut rest = Rest(if has_name { &text[3..] } else { text });
    let sign = match () {
        () if rest.skip("+") => 1,
        () if rest.skip("-") || rest.skip("\u{2212}") => -1,
        () => return None,
    };
    let hours = rest.number(1, 2)?;
    let minutes = match () {
        () if rest.skip(":") => rest.number(2, 2)?,
        // A number alone is none.
        () if !has_name => return None,
        () if rest.0.is_empty() => 0,
        () if rest.skip(".") => match rest.number(1, 2)? {
            5 | 50 => 30,
            25 => 15,
            75 => 45,
            _ => return None,
        },
        () => rest.number(2, 2)?,
    };
    let is_offset = rest.0.is_empty() && hours <= 23 && minutes <= 59;
    let seconds = sign * (hours * 3600 + minutes * 60) as i32;
    is_offset.then(|| FixedOffset::east_opt(seconds)).flatten()
}

/// Parses a civil date-time, for tests and for callers that know the form.
pub fn civil(text: &str) -> Option<CivilDateTime> {
    match event_time(text) {
        Ok(EventTime::Civil(civil)) => Some(civil),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::print::print;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = match event_time(text) {
            Ok(EventTime::Date(date)) => format!("date {date}"),
            Ok(EventTime::Clock(clock)) => format!("clock {clock}"),
            Ok(EventTime::Civil(civil)) => format!("civil {civil}"),
            Ok(EventTime::Instant(instant)) => format!("instant {}", print(instant)),
            Ok(EventTime::Zoned {
                civil,
                zone,
                offset,
            }) => format!("zoned {civil} {zone} {offset:?}"),
            Ok(EventTime::InstantIn { at, zone }) => {
                format!("instant {} in {zone}", print(at.fixed_offset()))
            }
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_form_is_read() {
        check("2024-02-14", "date 2024-02-14");
        check("12:30", "clock 12:30:00");
        check("9:05", "clock 09:05:00");
        check("2024-02-14T12:30", "civil 2024-02-14 12:30:00");
        check(" 2024-02-14 12:30:15 ", "civil 2024-02-14 12:30:15");
        check("2024-02-14T12:30:00.123", "civil 2024-02-14 12:30:00");
        check("2024-02-14T24:00", "civil 2024-02-15 00:00:00");
        check("2024-02-14T12:30Z", "instant 2024-02-14T12:30Z");
        check("2024-02-14t12:30z", "instant 2024-02-14T12:30Z");
        check("2024-02-14T12:30+01:00", "instant 2024-02-14T12:30+01:00");
        check("2024-02-14T12:30:00-0330", "instant 2024-02-14T12:30-03:30");
        check(
            "2024-02-14T12:30\u{2212}05",
            "instant 2024-02-14T12:30-05:00",
        );
        check(
            "2024-02-14T12:30[Europe/Berlin]",
            "zoned 2024-02-14 12:30:00 Europe/Berlin None",
        );
        check(
            "2024-02-14T12:30+01:00[!Europe/Berlin][u-ca=gregory]",
            "zoned 2024-02-14 12:30:00 Europe/Berlin Some(+01:00)",
        );
        check(
            "2024-02-14T11:30Z[Europe/Berlin]",
            "instant 2024-02-14T11:30Z in Europe/Berlin",
        );
        check(
            "2024-02-14T11:30+00:00[Europe/London]",
            "zoned 2024-02-14 11:30:00 Europe/London Some(+00:00)",
        );
        check("24:00", "clock 00:00:00");
    }

    #[test]
    fn the_forms_of_other_software_are_read() {
        check(
            "2027-06-11 18:00:00 -0400",
            "instant 2027-06-11T18:00-04:00",
        );
        check("2027-06-11 18:00:00 UTC", "instant 2027-06-11T18:00Z");
        check("2027-06-11T18:00 GMT", "instant 2027-06-11T18:00Z");
        check("2027-06-11T18:00:00.000+0000", "instant 2027-06-11T18:00Z");
        check("20270611T180000Z", "instant 2027-06-11T18:00Z");
        check("20270611T180000", "civil 2027-06-11 18:00:00");
        check("20270611T1800+02", "instant 2027-06-11T18:00+02:00");
        check("20270611T240000", "civil 2027-06-12 00:00:00");
        check("20270611", "date 2027-06-11");
        check("20270611 18:00", "civil 2027-06-11 18:00:00");
        check("2027-06-11T7:30 PM", "civil 2027-06-11 19:30:00");
        check(
            "2027-06-11 07:30:00pm +01:00",
            "instant 2027-06-11T19:30+01:00",
        );
        check("2027-06-11 12:05 AM", "civil 2027-06-11 00:05:00");
        check("2027-06-11 12:05\u{202f}PM", "civil 2027-06-11 12:05:00");
        check("7:30 pm", "clock 19:30:00");
    }

    #[test]
    fn the_day_outlives_what_cannot_be_read() {
        for (text, part) in [
            ("2024-02-14T25:00", "Clock"),
            ("2024-02-14T", "Clock"),
            ("2024-02-14T12", "Clock"),
            ("2024-02-14T12:61", "Clock"),
            ("2024-02-14T13:00 PM", "Clock"),
            ("2024-02-14T0:30 AM", "Clock"),
            ("2024-02-14, half past twelve", "Clock"),
            ("2024-02-14T1230", "Clock"),
            ("2024-02-14T12:30+25:00", "Offset"),
            ("2024-02-14T12:30+01:", "Offset"),
            ("2024-02-14T12:30 EDT", "Offset"),
            ("2024-02-14T12:3０", "Clock"),
        ] {
            check(text, part);
            assert_eq!(
                day(text).map(|day| day.to_string()).as_deref(),
                Some("2024-02-14")
            );
        }
        assert_eq!(day("2024-02-30T12:30"), None);
    }

    #[test]
    fn offsets_stand_for_zones() {
        for (text, expected) in [
            ("UTC+6", Some("+06:00")),
            ("UTC+5.5", Some("+05:30")),
            ("UTC-3.5", Some("-03:30")),
            ("utc+5.75", Some("+05:45")),
            ("GMT+5:30", Some("+05:30")),
            ("GMT\u{2212}8", Some("-08:00")),
            (" +06:00 ", Some("+06:00")),
            ("UTC-0330", Some("-03:30")),
            ("-0330", None),
            ("-1.5", None),
            ("-8", None),
            ("UTC+0", Some("+00:00")),
            ("UTC", None),
            ("UTC+", None),
            ("UTC+24", None),
            ("UTC+5.3", None),
            ("UTC+5:60", None),
            ("UTC+5:5", None),
            ("Etc/GMT-6", None),
            ("+06:00x", None),
            ("\u{dc}TC+6", None),
        ] {
            let found = offset(text).map(|offset| offset.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_time_says_why() {
        for text in ["", "14 February 2024", "12.30", "2024-2-14", "12:30 CET"] {
            check(text, "Form");
        }
        for text in [
            "2024-02-30",
            "2023-02-29T10:00",
            "25:00",
            "24:01",
            "20240230",
            "13:00 PM",
        ] {
            check(text, "NoSuchTime");
        }
        check("2024-02-14T12:30[Europe/Köln]", "Zone");
        check("2024-02-14T12:30[Europe/Berlin", "Zone");
        // Characters of several bytes must never be cut in half.
        check("１２：３０", "Form");
    }
}
