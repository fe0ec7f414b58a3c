//! The parts of a time, parsed from the front of a text.

use chrono::{FixedOffset, NaiveDate, NaiveTime};

use crate::strings::split_once;
use crate::time::TimeZoneId;

/// Why a text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATime {
    /// It has none of the forms.
    Form,
    /// It has the form, but no calendar has that date or no clock that time.
    NoSuchTime,
    /// A day, and something that is not a time of day. Its day can be read.
    Clock,
    /// A day and a time of day, and something that is not an offset. Its day can be read.
    Offset,
    /// The brackets contain no zone, or are left open.
    Zone,
}

/// The rest of a text while it is parsed from the front.
pub struct Rest<'a>(pub &'a str);

impl<'a> Rest<'a> {
    pub fn skip(&mut self, prefix: &str) -> bool {
        match self.0.strip_prefix(prefix) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// A number of `least` to `most` digits.
    pub fn number(&mut self, least: usize, most: usize) -> Option<u32> {
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

    /// Whether the date comes first: `2024-02-14` or `20240214`.
    pub fn starts_with_a_date(&self) -> bool {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        digits == 8 || digits == 4 && self.0.as_bytes().get(4) == Some(&b'-')
    }

    pub fn date(&mut self) -> Result<NaiveDate, NotATime> {
        let mut parts = || {
            let year = self.number(4, 4)?;
            let has_hyphens = self.skip("-");
            let month = self.number(2, 2)?;
            if has_hyphens && !self.skip("-") {
                return None;
            }
            Some((year, month, self.number(2, 2)?))
        };
        let (year, month, day) = parts().ok_or(NotATime::Form)?;
        NaiveDate::from_ymd_opt(year as i32, month, day).ok_or(NotATime::NoSuchTime)
    }

    /// A time of day, and whether it is `24:00`. Without colons, as in `180000`, where it `is_basic`.
    pub fn clock(&mut self, is_basic: bool) -> Result<(NaiveTime, bool), NotATime> {
        let mut has_colons = true;
        let mut parts = || {
            let hour = self.number(1, 2)?;
            has_colons = self.skip(":");
            let minute = (has_colons || is_basic).then(|| self.number(2, 2))??;
            Some((hour, minute))
        };
        let (mut hour, minute) = parts().ok_or(NotATime::Form)?;
        let mut second = 0;
        let has_seconds = match has_colons {
            true => self.skip(":"),
            false => self.0.starts_with(|next: char| next.is_ascii_digit()),
        };
        if has_seconds {
            second = self.number(2, 2).ok_or(NotATime::Form)?;
            if self.skip(".") || self.skip(",") {
                self.number(1, 9).ok_or(NotATime::Form)?;
            }
        }
        if let Some(is_afternoon) = self.meridiem() {
            hour = match hour {
                1..=11 => hour + if is_afternoon { 12 } else { 0 },
                12 => {
                    if is_afternoon {
                        12
                    } else {
                        0
                    }
                }
                _ => return Err(NotATime::NoSuchTime),
            };
        }
        let is_end_of_day = (hour, minute, second) == (24, 0, 0);
        let hour = if is_end_of_day { 0 } else { hour };
        // A leap second counts as the second before it.
        let clock = NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second });
        Ok((clock.ok_or(NotATime::NoSuchTime)?, is_end_of_day))
    }

    /// `AM` or `PM`; whether it is the latter.
    fn meridiem(&mut self) -> Option<bool> {
        let word = self.without_blank();
        let is_afternoon = match word.0.as_bytes() {
            [b'A' | b'a', b'M' | b'm', ..] => false,
            [b'P' | b'p', b'M' | b'm', ..] => true,
            _ => return None,
        };
        *self = Rest(&word.0[2..]);
        Some(is_afternoon)
    }

    /// What follows one blank, or the same.
    fn without_blank(&self) -> Self {
        let mut rest = Rest(self.0);
        // Browsers write narrow ones.
        _ = rest.skip(" ") || rest.skip("\u{a0}") || rest.skip("\u{202f}");
        rest
    }

    pub fn offset(&mut self) -> Result<Option<FixedOffset>, NotATime> {
        let is_last = self.0.is_empty();
        *self = self.without_blank();
        if self.0.is_empty() {
            return if is_last {
                Ok(None)
            } else {
                Err(NotATime::Form)
            };
        }
        if self.skip("Z") || self.skip("z") {
            return Ok(FixedOffset::east_opt(0));
        }
        if let [a, b, c, ..] = self.0.as_bytes()
            && [b"UTC", b"GMT"]
                .iter()
                .any(|name| [*a, *b, *c].eq_ignore_ascii_case(*name))
        {
            self.0 = &self.0[3..];
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
    pub fn zone(&mut self) -> Result<Option<TimeZoneId>, NotATime> {
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
