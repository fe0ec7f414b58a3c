//! Durations: `PT8H`, `P1DT2H` (ISO 8601).

use crate::strings::trim;
use crate::time::HOUR;

/// A length of time. Its days are days of the calendar, which are not always of 24 hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Duration {
    /// Days, with seven for each week.
    pub days: i64,
    /// Seconds beyond the days.
    pub seconds: i64,
}

/// The designators in their order, with the days and seconds that one stands for. `T` separates the time.
const UNITS: [(u8, i64, i64); 6] = [
    (b'W', 7, 0),
    (b'D', 1, 0),
    (b'T', 0, 0),
    (b'H', 0, HOUR),
    (b'M', 0, 60),
    (b'S', 0, 1),
];

impl Duration {
    /// Parses weeks, days, hours, minutes and seconds, each a whole number of up to six digits. `None` for months and
    /// years, which have no fixed length, and for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let mut found = Self::default();
        let mut rest = trim(text).strip_prefix('P')?.as_bytes();
        let mut units = UNITS.iter();
        // `P` and `T` are followed by a number.
        let (mut is_number_due, mut is_time) = (true, false);
        while !rest.is_empty() {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let designator = *rest.get(digits)?;
            let (_, days, seconds) = units.find(|(unit, ..)| *unit == designator)?;
            if designator == b'T' {
                is_time = true;
            } else if designator != b'W' && designator != b'D' && !is_time {
                return None;
            }
            if (designator == b'T') != (digits == 0) || digits > 6 {
                return None;
            }
            let number = rest[..digits]
                .iter()
                .fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
            found.days += number * days;
            found.seconds += number * seconds;
            is_number_due = designator == b'T';
            rest = &rest[digits + 1..];
        }
        (!is_number_due).then_some(found)
    }

    /// Whether it has no length.
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        for (text, days, seconds) in [
            ("PT8H", 0, 8 * HOUR),
            ("P1DT2H", 1, 2 * HOUR),
            (" PT90M ", 0, 5400),
            ("P2W", 14, 0),
            ("P1W2DT3H4M5S", 9, 3 * HOUR + 245),
            ("PT0S", 0, 0),
            ("P3D", 3, 0),
        ] {
            assert_eq!(
                Duration::parse(text),
                Some(Duration { days, seconds }),
                "{text}"
            );
        }
        for text in [
            "",
            "P",
            "PT",
            "P1DT",
            "8H",
            "PT8",
            "P8H",
            "PTH",
            "P1M",
            "P1Y",
            "-PT1H",
            "PT-1H",
            "PT1H1D",
            "PT1M1H",
            "P1D1D",
            "PTT1H",
            "PT1234567S",
            "two hours",
            "PT８H",
        ] {
            assert_eq!(Duration::parse(text), None, "{text}");
        }
    }
}
