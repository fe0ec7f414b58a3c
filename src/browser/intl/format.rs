//! Dates and times in the visitor's language.
//!
//! The core has converted every time to the zone that is shown; `Intl` formats civil times, as UTC.

use std::cell::RefCell;

use chrono::FixedOffset;
use handbill_core::agenda::Civil;
use handbill_core::countdown::{Countdown, Unit};
use handbill_core::number::decimal;
use handbill_core::strings::concat;
use handbill_core::time::print::print_civil;
use handbill_core::{CivilDate, CivilDateTime};

use super::{DateTimeFormat, RelativeTimeFormat, formatter, options};

/// A language and an hour cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The BCP 47 tag.
    pub tag: String,
    /// `h12` or `h23`; nothing for the one that the language uses.
    pub hour_cycle: Option<&'static str>,
}

/// The forms of dates and times.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Time,
    Date,
    ShortDate,
    DateAndTime,
}

impl Style {
    /// The options of `Intl.DateTimeFormat`.
    fn options(self) -> &'static [(&'static str, &'static str)] {
        // A numeric minute lets the language choose one digit or two for the hour.
        match self {
            Self::Time => &[UTC, ("hour", "numeric"), ("minute", "numeric")],
            Self::Date => &[UTC, ("dateStyle", "full")],
            Self::ShortDate => &[
                UTC,
                ("weekday", "short"),
                ("month", "short"),
                ("day", "numeric"),
            ],
            Self::DateAndTime => &[
                UTC,
                ("hour", "numeric"),
                ("minute", "numeric"),
                ("year", "numeric"),
                ("month", "long"),
                ("day", "numeric"),
            ],
        }
    }
}

const UTC: (&str, &str) = ("timeZone", "UTC");

thread_local! {
    static RELATIVE: RefCell<Option<(String, RelativeTimeFormat)>> = const { RefCell::new(None) };
    // Making a formatter costs as much as a hundred uses. A page has few languages.
    static FORMATTERS: RefCell<Vec<(Locale, Style, Option<DateTimeFormat>)>> = const { RefCell::new(Vec::new()) };
}

fn formatter_for(locale: &Locale, style: Style) -> Option<DateTimeFormat> {
    FORMATTERS.with_borrow_mut(|known| {
        if let Some((.., formatter)) = known.iter().find(|(l, s, _)| l == locale && *s == style) {
            return formatter.clone();
        }
        let mut options = style.options().to_vec();
        if let Some(cycle) = locale.hour_cycle {
            options.push(("hourCycle", cycle));
        }
        let formatter = formatter(&locale.tag, &options);
        known.push((locale.clone(), style, formatter.clone()));
        formatter
    })
}

fn milliseconds(civil: CivilDateTime) -> f64 {
    civil.and_utc().timestamp_millis() as f64
}

/// Formats by `Intl`, or in ISO form where the browser cannot.
fn format(locale: &Locale, style: Style, civil: CivilDateTime) -> String {
    formatter_for(locale, style)
        .and_then(|formatter| formatter.format_at(milliseconds(civil)).ok())
        .unwrap_or_else(|| print_civil(civil))
}

/// A time of day: `12:30`, `6:30 am`.
pub fn time(locale: &Locale, civil: CivilDateTime) -> String {
    format(locale, Style::Time, civil)
}

/// A start, or a start and an end: `12:30 – 14:00`. It names no day.
pub fn times(locale: &Locale, civil: Civil) -> String {
    let Some(end) = civil.end else {
        return time(locale, civil.start);
    };
    if end.date() == civil.start.date()
        && let Some(formatter) = formatter_for(locale, Style::Time)
        && let Ok(range) = formatter.format_range(milliseconds(civil.start), milliseconds(end))
    {
        return range;
    }
    // `Intl` would add dates to a range over midnight, and the day stands above it already.
    concat(&[&time(locale, civil.start), " – ", &time(locale, end)])
}

/// A day with its weekday and year.
pub fn date(locale: &Locale, date: CivilDate) -> String {
    format(locale, Style::Date, date.into())
}

/// A day in a few letters: `Mon, 3 Jun`.
pub fn short_date(locale: &Locale, date: CivilDate) -> String {
    format(locale, Style::ShortDate, date.into())
}

/// A range of days, or one.
pub fn dates(locale: &Locale, first: CivilDate, last: CivilDate) -> String {
    let range = formatter_for(locale, Style::Date)
        .filter(|_| first < last)
        .and_then(|formatter| {
            formatter
                .format_range(milliseconds(first.into()), milliseconds(last.into()))
                .ok()
        });
    range.unwrap_or_else(|| date(locale, first))
}

/// A day and a time of day.
pub fn date_and_time(locale: &Locale, civil: CivilDateTime) -> String {
    format(locale, Style::DateAndTime, civil)
}

/// The time left, in words: `in 3 days`, `tomorrow`.
pub fn countdown(tag: &str, countdown: Countdown) -> String {
    let unit = match countdown.unit {
        Unit::Day => "day",
        Unit::Hour => "hour",
        Unit::Minute => "minute",
        Unit::Second => "second",
    };
    let said = relative(tag)
        .and_then(|formatter| formatter.format_left(countdown.count as f64, unit).ok());
    said.unwrap_or_default()
}

/// The formatter of countdowns, cached for the last language.
fn relative(tag: &str) -> Option<RelativeTimeFormat> {
    RELATIVE.with_borrow_mut(|known| {
        if let Some((_, formatter)) = known.as_ref().filter(|(language, _)| language == tag) {
            return Some(formatter.clone());
        }
        let options = options(&[("numeric", "auto")]);
        let formatter = RelativeTimeFormat::new(tag, &options)
            .or_else(|_| RelativeTimeFormat::new("en", &options))
            .ok()?;
        *known = Some((tag.to_owned(), formatter.clone()));
        Some(formatter)
    })
}

/// An offset from UTC as people know it: `GMT+5:45`, `GMT`.
pub fn offset(offset: FixedOffset) -> String {
    let minutes = offset.local_minus_utc() / 60;
    let mut text = String::from("GMT");
    if minutes != 0 {
        text.push_str(if minutes < 0 { "−" } else { "+" });
        text.push_str(&decimal(minutes.unsigned_abs() / 60));
        if minutes % 60 != 0 {
            let rest = minutes.unsigned_abs() % 60;
            text.push_str(if rest < 10 { ":0" } else { ":" });
            text.push_str(&decimal(rest));
        }
    }
    text
}
