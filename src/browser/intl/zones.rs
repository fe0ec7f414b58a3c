//! The browser's time zones, as the core asks for them: the offset of a zone at an instant.

use std::cell::RefCell;

use chrono::FixedOffset;
use handbill_core::{TimeZoneId, TimeZones, Timestamp};

use super::{DateTimeFormat, formatter, options, part_of, text_of};

thread_local! {
    // One formatter per zone: making one costs as much as a hundred uses.
    static KNOWN: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

/// What is cached of one zone.
struct Known {
    zone: TimeZoneId,
    formatter: Option<DateTimeFormat>,
    /// The offset by days of UTC since 1970; nothing for a day on which it changes. A look here is twenty times as fast as
    /// the browser, and a programme has few days.
    offsets: Vec<(i64, Option<FixedOffset>)>,
}

/// The most days in the cache, which is searched from end to end.
const MOST_DAYS: usize = 32;
/// The seconds of a day.
const DAY: i64 = 86_400;

/// The time zones of the browser.
#[derive(Clone, Copy, Debug)]
pub struct IntlZones;

impl TimeZones for IntlZones {
    fn offset_at(&self, zone: &TimeZoneId, at: Timestamp) -> Option<FixedOffset> {
        KNOWN.with_borrow_mut(|all| {
            let place = all.iter().position(|known| known.zone == *zone);
            let place = place.unwrap_or_else(|| {
                all.push(Known::new(zone));
                all.len() - 1
            });
            all[place].offset_at(at.timestamp())
        })
    }
}

impl Known {
    fn new(zone: &TimeZoneId) -> Self {
        let options = options(&[("timeZone", zone.as_str()), ("timeZoneName", "longOffset")]);
        Self {
            zone: zone.clone(),
            formatter: DateTimeFormat::new("en-US", &options).ok(),
            offsets: Vec::new(),
        }
    }

    fn offset_at(&mut self, seconds: i64) -> Option<FixedOffset> {
        let day = seconds.div_euclid(DAY);
        let place = self.offsets.iter().rposition(|(known, _)| *known == day);
        let offset = match place {
            Some(place) => self.offsets[place].1,
            None => self.offset_on(day),
        };
        offset.or_else(|| self.ask(seconds))
    }

    /// The offset of a whole day. No zone changes its clocks twice within one, so both ends tell.
    fn offset_on(&mut self, day: i64) -> Option<FixedOffset> {
        let offset = self.ask(day * DAY);
        let offset = offset.filter(|offset| self.ask(day * DAY + DAY - 1) == Some(*offset));
        if self.offsets.len() == MOST_DAYS {
            self.offsets.clear();
        }
        self.offsets.push((day, offset));
        offset
    }

    fn ask(&self, seconds: i64) -> Option<FixedOffset> {
        let text = self.formatter.as_ref()?.format_at(seconds as f64 * 1000.0);
        parse_offset(&text.ok()?)
    }
}

/// Parses the end of a date with `longOffset`: `GMT`, `GMT+05:45`, `GMT-00:44:30`. Nothing where there is none.
pub fn parse_offset(text: &str) -> Option<FixedOffset> {
    // Byte by byte: this runs for every time of a programme.
    let bytes = text.as_bytes();
    let mut from = bytes.iter().rposition(|byte| *byte == b'T')? + 1;
    if !bytes[..from].ends_with(b"GMT") {
        return None;
    }
    let is_west = match bytes.get(from) {
        None => return FixedOffset::east_opt(0),
        Some(sign) => *sign == b'-',
    };
    let mut seconds = 0;
    for unit in [3600, 60, 1] {
        let [tens, ones] = [bytes.get(from + 1), bytes.get(from + 2)];
        let (Some(tens), Some(ones)) = (tens, ones) else {
            break;
        };
        let two = i32::from(*tens) * 10 + i32::from(*ones) - 11 * i32::from(b'0');
        seconds += two * unit;
        from += 3;
    }
    FixedOffset::east_opt(if is_west { -seconds } else { seconds })
}

/// The visitor's own zone. Nothing where the browser names none: ICU says `Etc/Unknown` then.
pub fn viewer_zone() -> Option<TimeZoneId> {
    let options = formatter("en-US", &[])?.resolved_options().ok()?;
    let id = text_of(&options, "timeZone")?;
    TimeZoneId::new(&id).filter(|zone| zone.as_str() != "Etc/Unknown")
}

/// The abbreviation of a zone at an instant in a language, such as `CET`; nothing where it has an offset only.
pub fn abbreviation(zone: &TimeZoneId, at: Timestamp, tag: &str) -> Option<String> {
    let formatter = formatter(
        tag,
        &[("timeZone", zone.as_str()), ("timeZoneName", "short")],
    )?;
    part_of(&formatter, at.timestamp_millis() as f64, "timeZoneName")
        .filter(|name| !name.bytes().any(|byte| byte.is_ascii_digit()))
}
