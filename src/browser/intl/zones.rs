//! What the browser knows about time zones.

use std::cell::RefCell;

use chrono::FixedOffset;
use handbill_core::{TimeZoneId, TimeZones, Timestamp};

use super::{DateTimeFormat, formatter, options, part_of, text_of};

thread_local! {
    // One formatter per zone: making one costs a hundred times what using it does.
    static FORMATTERS: RefCell<Vec<(TimeZoneId, Option<DateTimeFormat>)>> = const { RefCell::new(Vec::new()) };
}

/// The time zones of the browser.
#[derive(Clone, Copy, Debug)]
pub struct IntlZones;

impl TimeZones for IntlZones {
    fn offset_at(&self, zone: &TimeZoneId, at: Timestamp) -> Option<FixedOffset> {
        let text = formatter_for(zone)?
            .format_at(at.timestamp_millis() as f64)
            .ok()?;
        parse_offset(&text)
    }
}

fn formatter_for(zone: &TimeZoneId) -> Option<DateTimeFormat> {
    FORMATTERS.with_borrow_mut(|known| {
        if let Some((_, formatter)) = known.iter().find(|(id, _)| id == zone) {
            return formatter.clone();
        }
        let options = options(&[("timeZone", zone.as_str()), ("timeZoneName", "longOffset")]);
        let formatter = DateTimeFormat::new("en-US", &options).ok();
        known.push((zone.clone(), formatter.clone()));
        formatter
    })
}

/// Reads what `longOffset` prints at the end of a date: `GMT`, `GMT+05:45`, `GMT-00:44:30`.
fn parse_offset(text: &str) -> Option<FixedOffset> {
    // Byte by byte: this is asked for every time there is.
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

/// The visitor's own zone, if the browser says one that can be believed.
///
/// `Etc/Unknown` is what ICU says where it found none.
pub fn viewer_zone() -> Option<TimeZoneId> {
    let options = formatter("en", &[])?.resolved_options().ok()?;
    let id = text_of(&options, "timeZone")?;
    TimeZoneId::new(&id).filter(|zone| zone.as_str() != "Etc/Unknown")
}

/// What a language calls a zone for short at an instant, such as `CET`; nothing where it has only an offset for it.
pub fn abbreviation(zone: &TimeZoneId, at: Timestamp, tag: &str) -> Option<String> {
    let formatter = formatter(
        tag,
        &[("timeZone", zone.as_str()), ("timeZoneName", "short")],
    )?;
    part_of(&formatter, at.timestamp_millis() as f64, "timeZoneName")
        .filter(|name| !name.contains(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::parse_offset;

    #[test]
    fn long_offsets_are_read() {
        let seconds = |text| parse_offset(text).map(|offset| offset.local_minus_utc());
        assert_eq!(seconds("2/14/2024, GMT+05:45"), Some(20_700));
        assert_eq!(seconds("2/14/2024, GMT"), Some(0));
        assert_eq!(seconds("1/7/1972, GMT-00:44:30"), Some(-2_670));
        assert_eq!(seconds("2/14/2024, CET"), None);
    }
}
