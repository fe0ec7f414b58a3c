//! What holds for every document, every zone and every instant, tried on random ones.

use chrono::{DateTime, FixedOffset, TimeDelta};
use handbill_core::agenda::Day;
use handbill_core::event::Entry;
use handbill_core::json;
use handbill_core::node::Node;
use handbill_core::snapshot::{awaited, next_change, next_visible_change};
use handbill_core::time::parse::event_time;
use handbill_core::time::print::print;
use handbill_core::time::resolve::instants;
use handbill_core::timeline::TimedEntry;
use handbill_core::url::Url;
use handbill_core::{
    Agenda, Event, EventTime, ProblemKind, Snapshot, Span, TimeZoneId, Timeline, Timestamp, Zone,
    read,
};
use proptest::prelude::*;
use serde_json::Value;
use zones::ChronoTz;

#[path = "properties/document.rs"]
mod document;
#[path = "host/zones.rs"]
mod zones;

/// A node as serde_json has it: numbers as it counts them, and of a key that stands twice the last.
fn value_of(node: &Node<'_>) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(truth) => Value::from(*truth),
        Node::String(text) => Value::from(&**text),
        Node::Number(number) => {
            let number: f64 = number.parse().expect("a number of JSON is one of Rust");
            Value::from(number)
        }
        Node::Array(items) => items.iter().map(value_of).collect(),
        Node::Object(members) => {
            let members = members.iter();
            members
                .map(|(key, node)| (key.to_owned(), value_of(node)))
                .collect()
        }
    }
}

/// A value with all of its numbers as floats, and without the zeros that no text can show.
fn counted(value: Value) -> Value {
    let shown = |text: String| text.replace('\0', "\u{fffd}");
    match value {
        Value::Number(number) => Value::from(number.as_f64()),
        Value::String(text) => Value::from(shown(text)),
        Value::Array(items) => items.into_iter().map(counted).collect(),
        Value::Object(members) => {
            let members = members.into_iter();
            members
                .map(|(key, value)| (shown(key), counted(value)))
                .collect()
        }
        other => other,
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        read(&text, "");
        let _ = event_time(&text);
    }

    #[test]
    fn a_damaged_document_is_read_without_a_panic(
        document in document::well_formed(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..4),
    ) {
        let mut text: Vec<char> = document.to_string().chars().collect();
        for (place, char) in damage {
            let place = place.index(text.len());
            text[place] = char;
        }
        walk_through(read(&text.into_iter().collect::<String>(), "").0, &utc());
    }

    #[test]
    fn any_json_comes_to_an_agenda_without_a_panic(
        document in document::any_json(),
        zone in document::zone(),
    ) {
        let (event, problems) = read(&document.to_string(), "fr");
        prop_assert!(event.is_some() || !problems.is_empty());
        walk_through(event, &named(zone));
    }

    #[test]
    fn texts_are_read_as_serde_json_reads_them(
        document in document::any_json(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC\"{}\\[\\]:,\\\\0-9.eE+-]"), 0..3),
    ) {
        let mut text: Vec<String> = document.to_string().chars().map(String::from).collect();
        for (place, other) in damage {
            let place = place.index(text.len());
            text[place] = other;
        }
        let text = text.concat();
        let expected = serde_json::from_str::<Value>(&text);
        // It refuses halves of surrogate pairs, and what is too large a number for it.
        let is_refused = expected.as_ref().is_err_and(|error| {
            let why = error.to_string();
            why.contains("surrogate") || why.contains("out of range") || why.contains("hex escape")
        });
        prop_assume!(!is_refused);
        let read = json::parse(&text);
        prop_assert_eq!(read.as_ref().ok().map(value_of), expected.ok().map(counted));
        if let Err(json::Error::Syntax { at }) = read {
            // What comes before is the beginning of something, or all of it.
            let before = json::parse(&text[..at]);
            prop_assert!(before.is_ok() || before == Err(json::Error::Syntax { at }), "{}: {:?}", at, before);
        }
    }

    /// Of one that stands in a list, no entry is read before the whole.
    #[test]
    fn a_document_reads_the_same_entry_by_entry(
        document in prop_oneof![document::any_json(), document::well_formed()],
    ) {
        let text = document.to_string();
        prop_assert_eq!(read(&text, "fr"), read(&["[", &text, "]"].concat(), "fr"));
    }

    #[test]
    fn the_next_change_is_the_first_instant_at_which_a_snapshot_differs(
        document in document::well_formed(),
        away in prop::collection::vec(0.0..1.0, 8),
    ) {
        let timeline = timeline_of(&document);
        let mut now = match timeline.boundaries().first() {
            Some(first) => *first - TimeDelta::days(2),
            None => Timestamp::default(),
        };
        let mut changes = Vec::new();
        loop {
            let current = Snapshot::at(&timeline, now);
            let next = next_change(&timeline, now);
            let until = next.unwrap_or(now + TimeDelta::days(400));
            let length = (until - now).num_seconds() as f64;
            let sampled = away.iter().map(|part| now + TimeDelta::seconds((part * length) as i64));
            for at in sampled.chain([until - TimeDelta::seconds(1)]) {
                prop_assert_eq!(&Snapshot::at(&timeline, at), &current, "from {} to {}", now, at);
            }
            let Some(next) = next else { break };
            prop_assert!(next > now);
            prop_assert_ne!(&Snapshot::at(&timeline, next), &current, "at {}", next);
            changes.push(next);
            now = next;
        }
        prop_assert_eq!(changes, timeline.boundaries());
    }

    #[test]
    fn the_next_visible_change_is_the_first_instant_that_reads_otherwise(
        document in document::well_formed(),
        away in prop::collection::vec(0.0..1.0, 4),
        before in 0..4_000_000i64,
        shown in document::zone(),
    ) {
        // There, clocks went back over a midnight that they had shown, and the day of the calendar with them.
        prop_assume!(!["St_Johns", "Newfoundland", "Goose_Bay", "Moncton"].iter().any(|place| shown.ends_with(place)));
        let (timeline, shown) = (timeline_of(&document), named(shown));
        let visible = |at| {
            let snapshot = Snapshot::at(&timeline, at);
            let left = awaited(&timeline, &snapshot, &ChronoTz, &shown);
            let left = left.map(|target| target?.left(&ChronoTz, at));
            (snapshot, left)
        };
        let first = timeline.boundaries().first().copied().unwrap_or_default();
        let mut now = first - TimeDelta::seconds(before);
        // From up to 46 days before, through two countdowns of days, hours, minutes and seconds.
        for _ in 0..700 {
            let current = visible(now);
            let next = next_visible_change(&timeline, &ChronoTz, &shown, now);
            let until = next.unwrap_or(now + TimeDelta::days(400));
            let length = (until - now).num_milliseconds() as f64;
            let sampled = away.iter().map(|part| now + TimeDelta::milliseconds((part * length) as i64));
            for at in sampled.chain([until - TimeDelta::milliseconds(1)]) {
                prop_assert_eq!(&visible(at), &current, "from {} to {}", now, at);
            }
            let Some(next) = next else { break };
            prop_assert!(next > now);
            prop_assert_ne!(&visible(next), &current, "at {}", next);
            now = next;
        }
    }

    #[test]
    fn every_entry_is_once_in_the_agenda_of_any_zone(
        document in document::well_formed(),
        zone in document::zone(),
    ) {
        let timeline = timeline_of(&document);
        let visitor = if timeline.zone.is_floating() { timeline.zone.clone() } else { named(zone) };
        let agenda = Agenda::new(&timeline, &ChronoTz, &named(zone));

        let mut entries: Vec<usize> = agenda.days.iter().flat_map(|day| &day.rows).map(|row| row.entry).collect();
        entries.sort_unstable();
        prop_assert_eq!(entries, (0..timeline.entries.len()).collect::<Vec<_>>());

        prop_assert!(agenda.days.iter().all(|day| !day.rows.is_empty()));
        prop_assert!(agenda.days.windows(2).all(|days| days[0].date < days[1].date), "{:?}", agenda);
        let heading = |entry: usize| {
            let of_entry = |day: &&Day| day.rows.iter().any(|row| row.entry == entry);
            agenda.days.iter().find(of_entry).and_then(|day| day.date)
        };
        for day in &agenda.days {
            prop_assert!(day.rows.windows(2).all(|rows| rows[0].entry < rows[1].entry), "{:?}", day);
            let starts: Vec<Timestamp> = day.rows.iter()
                .filter_map(|row| timeline.entries[row.entry].span)
                .map(|span| span.start)
                .collect();
            prop_assert!(starts.is_sorted(), "{:?}", day);
            for row in &day.rows {
                let timed = &timeline.entries[row.entry];
                let Some(shown) = row.shown else {
                    prop_assert!(timed.span.is_none() || timed.is_all_day);
                    continue;
                };
                let span = timed.span.expect("what is shown with a time has one");
                // Under the day before where the night before is not over on the event's own clock.
                let before = timeline.entries[..row.entry].iter().rposition(|timed| timed.span.is_some() && !timed.is_all_day);
                let yesterday = shown.start.date().pred_opt();
                let is_late = row.own.is_none()
                    && shown.start.time() < timeline.day_change
                    && before.is_some_and(|before| heading(before) == yesterday);
                prop_assert_eq!(day.date, if is_late { yesterday } else { Some(shown.start.date()) });
                prop_assert!(names(&visitor, shown.start, span.start));
                let own = row.own.unwrap_or(shown);
                prop_assert!(names(&timeline.zone, own.start, span.start));
                prop_assert_eq!(own.end.is_some(), shown.end.is_some());
                if let (Some(shown), Some(own)) = (shown.end, own.end) {
                    prop_assert!(timed.has_own_end);
                    prop_assert!(names(&visitor, shown, span.end_or_start()));
                    prop_assert!(names(&timeline.zone, own, span.end_or_start()));
                }
            }
        }
    }

    #[test]
    fn an_entry_ends_where_its_author_said_or_before_the_next_one(document in document::well_formed()) {
        let event = event_of(&document);
        let (timeline, _) = Timeline::resolve(&event, &ChronoTz, None);
        for (position, timed) in timeline.entries.iter().enumerate() {
            let Some(span) = timed.span else { continue };
            let end = span.end.expect("every entry with a time has an end");
            prop_assert!(end >= span.start);
            if !timed.has_own_end && !timed.is_all_day {
                prop_assert_eq!(end, inferred_end(&event, &timeline, position, span.start), "{:?}", timeline);
            }
        }
    }

    #[test]
    fn a_time_of_day_alone_is_that_time_and_not_before_the_entry_ahead(document in document::well_formed()) {
        let event = event_of(&document);
        let (timeline, problems) = Timeline::resolve(&event, &ChronoTz, None);
        let in_gap = |index: usize| problems.iter().any(|problem| {
            problem.kind == ProblemKind::InGap && problem.path == format!("subEvent[{index}].startDate")
        });
        let mut starts: Vec<Option<Span>> = vec![None; event.entries.len()];
        for timed in &timeline.entries {
            starts[timed.index] = timed.span;
        }
        let mut ahead: Option<(usize, Span)> = None;
        for (index, entry) in event.entries.iter().enumerate() {
            if let (Some(EventTime::Clock(clock)), Some(span)) = (&entry.start, starts[index]) {
                let civil = timeline.zone.civil_at(&ChronoTz, span.start);
                prop_assert!(civil.time() == *clock || in_gap(index), "{index}: {civil}");
                let is_in_lane = ahead.is_some_and(|(ahead, _)| event.entries[ahead].lane() == entry.lane());
                if let (Some((other, before)), true) = (ahead, is_in_lane) {
                    // By the clock on the wall, which gaps and folds move.
                    let day = before.start - TimeDelta::days(1)..before.start + TimeDelta::hours(49);
                    prop_assert!(day.contains(&span.start), "{index} after {other}");
                    let before = timeline.zone.civil_at(&ChronoTz, before.start);
                    prop_assert!(civil >= before || in_gap(other), "{index} after {other}");
                }
            }
            if let Some(span) = starts[index] {
                ahead = Some((index, span));
            }
        }
    }

    #[test]
    fn an_address_is_one_that_browsers_take_for_safe(text in document::address()) {
        let base = url::Url::parse("https://host.example/").expect("an address");
        if let Some(ours) = Url::new(&text) {
            for text in [ours.as_str(), &text] {
                if let Ok(theirs) = base.join(text) {
                    prop_assert!(["https", "http", "mailto"].contains(&theirs.scheme()), "{text:?} is {theirs}");
                }
            }
        }
    }

    #[test]
    fn an_instant_is_read_as_it_was_printed(at in document::instant()) {
        prop_assert_eq!(event_time(&print(at)), Ok(EventTime::Instant(at)));
    }

    #[test]
    fn an_instant_keeps_its_minute_whatever_the_offset(
        second in -62_167_219_200_i64..253_402_300_800,
        offset in -86_399..86_400,
    ) {
        let offset = FixedOffset::east_opt(offset).expect("within a day");
        let at = DateTime::from_timestamp(second, 0).expect("within the calendar").with_timezone(&offset);
        if let Ok(EventTime::Instant(read)) = event_time(&print(at)) {
            prop_assert_eq!(read.to_utc(), at.to_utc());
        } else {
            // The clock of that offset has left the years of four digits.
            prop_assert!(print(at).starts_with(['+', '-']));
        }
    }
}

/// What the documentation of `timeline::ends` says, in so many words.
fn inferred_end(
    event: &Event,
    timeline: &Timeline,
    position: usize,
    start: Timestamp,
) -> Timestamp {
    let lane = |timed: &TimedEntry| -> Option<&str> { Entry::lane(&event.entries[timed.index]) };
    let own = lane(&timeline.entries[position]);
    let next = timeline.entries[position + 1..]
        .iter()
        .filter(|other| !other.is_all_day)
        .filter(|other| own.is_none() || lane(other).is_none() || lane(other) == own)
        .filter_map(|other| Some((other.span?.start, other.has_own_end)))
        .filter(|(other, has_own_end)| *other > start || *has_own_end)
        .map(|(other, _)| other)
        .min();
    let event_end = timeline
        .span
        .and_then(|span| span.end)
        .filter(|end| *end >= start);
    next.or(event_end)
        .filter(|end| *end - start <= TimeDelta::hours(10))
        .unwrap_or(start + TimeDelta::hours(1))
}

/// Everything that a host does with an event, from before its beginning until after its end.
fn walk_through(event: Option<Event>, zone: &Zone) {
    let Some(event) = event else { return };
    let (timeline, problems) = Timeline::resolve(&event, &ChronoTz, None);
    for problem in problems {
        assert!(!problem.path.is_empty());
        assert!(!problem.to_string().is_empty());
    }
    Agenda::new(&timeline, &ChronoTz, zone);
    let mut now = Timestamp::MIN_UTC;
    for _ in 0..200 {
        Snapshot::at(&timeline, now);
        let Some(next) = next_change(&timeline, now) else {
            break;
        };
        now = next;
    }
    Snapshot::at(&timeline, Timestamp::MAX_UTC);
    assert_eq!(next_change(&timeline, Timestamp::MAX_UTC), None);
}

fn event_of(document: &Value) -> Event {
    read(&document.to_string(), "")
        .0
        .expect("there is an event in the document")
}

fn timeline_of(document: &Value) -> Timeline {
    Timeline::resolve(&event_of(document), &ChronoTz, None).0
}

/// Whether `civil` is what the clock of a zone shows at `at`.
fn names(zone: &Zone, civil: handbill_core::CivilDateTime, at: Timestamp) -> bool {
    let named = instants(civil, &|at| zone.offset_at(&ChronoTz, at));
    [named.earliest(), named.latest()].contains(&Some(at))
}

fn named(zone: &str) -> Zone {
    Zone::Named(TimeZoneId::new(zone).expect("the name of a zone"))
}

fn utc() -> Zone {
    Zone::utc()
}
