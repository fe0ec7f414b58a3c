//! The programme by day, as the clock of a time zone shows it.

use chrono::Datelike;

use crate::time::{CivilDate, CivilDateTime, Span, TimeZones, Timestamp, Zone};
use crate::timeline::{TimedEntry, Timeline};

/// The programme by day, in one time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The days with entries, in order.
    pub days: Vec<Day>,
}

/// One day of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date on the displayed clock; `None` where no entry has a known day.
    pub date: Option<CivilDate>,
    /// The entries that start on that day, in order. Those of the night after it count to it on the event's own clock.
    pub rows: Vec<Row>,
}

/// One entry: its times on the displayed clock, and on the event's own where they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The position in [`Timeline::entries`].
    pub entry: usize,
    /// On the displayed clock; `None` for an entry of a whole day or without a time. Its date is that of the day, or the
    /// next one in the night after it: [`day_shift`] tells.
    pub shown: Option<Civil>,
    /// On the event's own clock, where the two differ.
    pub own: Option<Civil>,
}

/// A start and an end on the clock of some time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// The clock time of the start.
    pub start: CivilDateTime,
    /// The clock time of the end; `None` where the author gave none or no more than the day, and for a span of zero length.
    pub end: Option<CivilDateTime>,
}

impl Civil {
    /// A start and an end on the clock of `zone`.
    pub fn new(
        zones: &dyn TimeZones,
        zone: &Zone,
        start: Timestamp,
        end: Option<Timestamp>,
    ) -> Self {
        let end = end.filter(|end| *end > start);
        Self {
            start: zone.civil_at(zones, start),
            end: end.map(|end| zone.civil_at(zones, end)),
        }
    }
}

impl Agenda {
    /// The programme by the days of `zone`. Each entry is in it once.
    ///
    /// Where the event's own clock shows the same as that of `zone`, a night belongs to the day it began on, until
    /// [`Timeline::day_change`]. Elsewhere it is another time of day, and days are calendar days.
    pub fn new(timeline: &Timeline, zones: &dyn TimeZones, zone: &Zone) -> Self {
        // Floating times cannot be converted: they are shown as they are.
        let zone = if timeline.zone.is_floating() {
            &timeline.zone
        } else {
            zone
        };
        let date_of = |timed: &TimedEntry| {
            let span = timed.span?;
            // A whole day is a date on the event's calendar, in every zone.
            let zone = if timed.is_all_day {
                &timeline.zone
            } else {
                zone
            };
            Some(zone.civil_at(zones, span.start).date())
        };
        let mut days: Vec<Day> = Vec::new();
        // An entry without a time stays on the day of the entry before it; the first takes that of the entry after it.
        let mut date = timeline.entries.iter().find_map(date_of);
        // The day of the last entry with a time of day: whole days do not end a night.
        let mut night = None;
        for (entry, timed) in timeline.entries.iter().enumerate() {
            let row = row(timeline, zones, zone, entry, timed);
            if let Some(Civil { start, .. }) = row.shown {
                let is_late = row.own.is_none() && start.time() < timeline.day_change;
                if !(is_late && night.is_some_and(|night| day_shift(night, start) == 1)) {
                    night = Some(start.date());
                }
                date = night;
            } else {
                date = date_of(timed).or(date);
            }
            // A date may come again: after whole days, and where the clocks go back over midnight.
            match days.binary_search_by_key(&date, |day| day.date) {
                Ok(day) => days[day].rows.push(row),
                Err(place) => days.insert(
                    place,
                    Day {
                        date,
                        rows: vec![row],
                    },
                ),
            }
        }
        Self { days }
    }
}

fn row(
    timeline: &Timeline,
    zones: &dyn TimeZones,
    zone: &Zone,
    entry: usize,
    timed: &TimedEntry,
) -> Row {
    let Some(span) = timed.span.filter(|_| !timed.is_all_day) else {
        return Row {
            entry,
            shown: None,
            own: None,
        };
    };
    let end = span
        .end
        .filter(|_| timed.has_own_end && timed.ends_on.is_none());
    let shown = Civil::new(zones, zone, span.start, end);
    let own = Civil::new(zones, &timeline.zone, span.start, end);
    Row {
        entry,
        shown: Some(shown),
        own: (own != shown).then_some(own),
    }
}

/// Whether two time zones have the same offset at the start and end of an event and of each entry.
pub fn clocks_agree(timeline: &Timeline, zones: &dyn TimeZones, one: &Zone, other: &Zone) -> bool {
    let is_same_at = |at| one.offset_at(zones, at) == other.offset_at(zones, at);
    let is_same = |span: Option<Span>, is_all_day| {
        is_all_day
            || span.is_none_or(|span| is_same_at(span.start) && is_same_at(span.end_or_start()))
    };
    let mut entries = timeline.entries.iter();
    one == other
        || (is_same(timeline.span, timeline.is_all_day)
            && entries.all(|entry| is_same(entry.span, entry.is_all_day)))
}

/// The number of days from a date to a civil time: −1 for the day before.
pub fn day_shift(date: CivilDate, civil: CivilDateTime) -> i64 {
    i64::from(civil.date().num_days_from_ce() - date.num_days_from_ce())
}
