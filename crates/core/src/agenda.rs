//! The programme as a calendar shows it: by the days of a zone.

use chrono::Datelike;

use crate::time::{CivilDate, CivilDateTime, Span, TimeZones, Timestamp, Zone};
use crate::timeline::{TimedEntry, Timeline};

/// The programme by the days of one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The days that have entries, in order.
    pub days: Vec<Day>,
}

/// One day of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day on the displayed clock; nothing where no day is known of any entry.
    pub date: Option<CivilDate>,
    /// What starts on that day, and in the night after it on the event's own clock, in order.
    pub rows: Vec<Row>,
}

/// One entry on the clock that is shown, and on the event's own where that shows something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which of [`Timeline::entries`] it is.
    pub entry: usize,
    /// On the displayed clock; nothing for an entry of a whole day or without a time. Its date is the day's or, in the
    /// night that belongs to it, the next one: [`day_shift`] tells.
    pub shown: Option<Civil>,
    /// On the event's own clock, where the two differ.
    pub own: Option<Civil>,
}

/// A start, and an end where the author gave one, on the clock of some zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// What the clock shows at the start.
    pub start: CivilDateTime,
    /// What it shows at the end; nothing for a start alone or a span of zero length.
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
    /// Where the event's own clock shows the same as that of `zone`, a night that goes on after midnight belongs to the
    /// day it began on, until [`Timeline::day_change`]. Elsewhere it is another time of day, and days are calendar days.
    pub fn new(timeline: &Timeline, zones: &dyn TimeZones, zone: &Zone) -> Self {
        // A clock on an unknown wall cannot be converted: it is shown as it is.
        let zone = if timeline.zone == Zone::Floating {
            &timeline.zone
        } else {
            zone
        };
        let date_of = |timed: &TimedEntry| {
            let span = timed.span?;
            // A whole day is a date on the event's calendar, wherever one looks from.
            let zone = if timed.is_all_day {
                &timeline.zone
            } else {
                zone
            };
            Some(zone.civil_at(zones, span.start).date())
        };
        let mut days: Vec<Day> = Vec::new();
        // What has no time stays with the entry that it stands behind, or before, where it is the first.
        let mut date = timeline.entries.iter().find_map(date_of);
        // Where the entry stands that comes before by time of day: a night goes on over whole days.
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
            // Dates may come again: after whole days, and where the clocks go back over midnight.
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
    let end = span.end.filter(|_| timed.has_own_end);
    let shown = Civil::new(zones, zone, span.start, end);
    let own = Civil::new(zones, &timeline.zone, span.start, end);
    Row {
        entry,
        shown: Some(shown),
        own: (own != shown).then_some(own),
    }
}

/// Whether two clocks show the same at every instant of an event that is shown: at its start and end, and at those of
/// each entry.
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

/// By how many days a civil time lies after a date: −1 for the day before.
pub fn day_shift(date: CivilDate, civil: CivilDateTime) -> i64 {
    i64::from(civil.date().num_days_from_ce() - date.num_days_from_ce())
}
