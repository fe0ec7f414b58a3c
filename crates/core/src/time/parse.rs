//! Parses times. chrono's format strings would add 15 KiB to what every visitor downloads.

use chrono::{FixedOffset, NaiveDate, NaiveTime};

use crate::strings::{split_once, trim};
use crate::time::resolve::at_offset;
use crate::time::{CivilDateTime, DAY, EventTime, TimeZoneId, Timestamp, after};

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATime {
    /// It has none of the forms.
    Form,
    /// It has the form, but no calendar has that date or no clock that time.
    NoSuchTime,
    /// The brackets contain no zone, or are left open.
    Zone,
}

/// Parses a time in one of the forms of [`EventTime`].
///
/// Seconds may follow, with a fraction that is dropped. `T` may be a space. `24:00` is the end of a day. `Z` before a
/// bracketed zone means that the offset there is unknown, so the time is one of UTC (RFC 9557 §2.2).
pub fn event_time(text: &str) -> Result<EventTime, NotATime> {
    let mut rest = Rest(trim(text));
    if rest.0.as_bytes().get(4) != Some(&b'-') {
        // A time of day is resolved to the next one after the entry before it, so `00:00` does for `24:00`.
        let (clock, _) = rest.clock()?;
        return if rest.0.is_empty() {
            Ok(EventTime::Clock(clock))
        } else {
            Err(NotATime::Form)
        };
    }
    let date = rest.date()?;
    if rest.0.is_empty() {
        return Ok(EventTime::Date(date));
    }
    if !["T", "t", " "].iter().any(|separator| rest.skip(separator)) {
        return Err(NotATime::Form);
    }
    let (clock, is_end_of_day) = rest.clock()?;
    let days = i64::from(is_end_of_day);
    let civil = after(date.and_time(clock).and_utc(), days * DAY).naive_utc();
    let is_zulu = matches!(rest.0.as_bytes().first(), Some(b'Z' | b'z'));
    let offset = rest.offset()?;
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
        _ => Err(NotATime::Form),
    }
}

/// Parses an instant: RFC 3339, with an offset or `Z`.
pub fn timestamp(text: &str) -> Option<Timestamp> {
    match event_time(text) {
        Ok(EventTime::Instant(instant)) => Some(instant.to_utc()),
        _ => None,
    }
}

/// The rest of a text while it is parsed from the front.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn skip(&mut self, prefix: &str) -> bool {
        match self.0.strip_prefix(prefix) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// A number of `least` to `most` digits.
    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let digits = self
            .0
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_digit)
            .count();
        if digits < least {
            return None;
        }
        let (number, rest) = self.0.split_at(digits);
        self.0 = rest;
        Some(
            number
                .bytes()
                .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')),
        )
    }

    fn date(&mut self) -> Result<NaiveDate, NotATime> {
        let mut parts = || {
            let year = self.number(4, 4)?;
            let month = self.skip("-").then(|| self.number(2, 2))??;
            let day = self.skip("-").then(|| self.number(2, 2))??;
            Some((year, month, day))
        };
        let (year, month, day) = parts().ok_or(NotATime::Form)?;
        NaiveDate::from_ymd_opt(year as i32, month, day).ok_or(NotATime::NoSuchTime)
    }

    /// A time of day, and whether it is `24:00`.
    fn clock(&mut self) -> Result<(NaiveTime, bool), NotATime> {
        let mut parts = || {
            let hour = self.number(1, 2)?;
            let minute = self.skip(":").then(|| self.number(2, 2))??;
            Some((hour, minute))
        };
        let (hour, minute) = parts().ok_or(NotATime::Form)?;
        let mut second = 0;
        if self.skip(":") {
            second = self.number(2, 2).ok_or(NotATime::Form)?;
            if self.skip(".") || self.skip(",") {
                self.number(1, 9).ok_or(NotATime::Form)?;
            }
        }
        let is_end_of_day = (hour, minute, second) == (24, 0, 0);
        let hour = if is_end_of_day { 0 } else { hour };
        // A leap second counts as the second before it.
        let clock = NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second });
        Ok((clock.ok_or(NotATime::NoSuchTime)?, is_end_of_day))
    }

    fn offset(&mut self) -> Result<Option<FixedOffset>, NotATime> {
        if self.skip("Z") || self.skip("z") {
            return Ok(FixedOffset::east_opt(0));
        }
        let sign = match () {
            () if self.skip("+") => 1,
            // Word processors turn the hyphen into a minus sign.
            () if self.skip("-") || self.skip("\u{2212}") => -1,
            () => return Ok(None),
        };
        let hours = self.number(2, 2).ok_or(NotATime::Form)?;
        let has_colon = self.skip(":");
        let minutes = match self.number(2, 2) {
            Some(minutes) => minutes,
            None if has_colon => return Err(NotATime::Form),
            None => 0,
        };
        if hours > 23 || minutes > 59 {
            return Err(NotATime::NoSuchTime);
        }
        Ok(FixedOffset::east_opt(
            sign * (hours * 3600 + minutes * 60) as i32,
        ))
    }

    /// The zone in brackets; tags such as `[u-ca=gregory]` are ignored (RFC 9557 §3.3).
    fn zone(&mut self) -> Result<Option<TimeZoneId>, NotATime> {
        let mut zone = None;
        while self.skip("[") {
            self.skip("!");
            let (inside, rest) = split_once(self.0, b']').ok_or(NotATime::Zone)?;
            self.0 = rest;
            if split_once(inside, b'=').is_none() {
                zone = Some(TimeZoneId::new(inside).ok_or(NotATime::Zone)?);
            }
        }
        Ok(zone)
    }
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
    fn what_is_not_a_time_says_why() {
        for text in [
            "",
            "14 February 2024",
            "12.30",
            "2024-2-14",
            "2024-02-14T",
            "2024-02-14T12",
            "12:30 CET",
        ] {
            check(text, "Form");
        }
        for text in [
            "2024-02-30",
            "2023-02-29T10:00",
            "25:00",
            "24:01",
            "2024-02-14T12:61",
            "2024-02-14T12:30+25:00",
        ] {
            check(text, "NoSuchTime");
        }
        check("2024-02-14T12:30+01:", "Form");
        check("2024-02-14T12:30[Europe/Köln]", "Zone");
        check("2024-02-14T12:30[Europe/Berlin", "Zone");
        // Characters of several bytes must never be cut in half.
        check("１２：３０", "Form");
        check("2024-02-14T12:3０", "Form");
    }
}
