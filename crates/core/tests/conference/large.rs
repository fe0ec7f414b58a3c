//! A conference of a thousand entries: five days, ten rooms, into the night, and over a change of clocks.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use handbill_core::conference::details;
use handbill_core::conference::{Facets, Index, Query, names, picks};
use handbill_core::read::plain_text::FromHtml;
use handbill_core::{Agenda, CivilDate, TimeZoneId, Timestamp, Zone};
use serde_json::{Value, json};

use super::zones::ChronoTz;
use super::{grid, read_whole};

const DAYS: i64 = 5;
const ROOMS: i64 = 10;
const SLOTS: i64 = 20;

/// A conference whose days begin at one in the afternoon in Berlin and end after three at night; in summer, by the clock,
/// an hour later.
pub fn conference(first: &str) -> Value {
    let first: NaiveDate = first.parse().expect("a day");
    let noon = first.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12);
    let mut entries = Vec::new();
    for room in 0..ROOMS {
        for day in 0..DAYS {
            for slot in 0..SLOTS {
                let start = noon + TimeDelta::days(day) + TimeDelta::minutes(45 * slot);
                entries.push(json!({
                    "@id": format!("#{day}-{room}-{slot}"),
                    "name": format!("Talk {slot} on day {day} in room {room}"),
                    "startDate": print(start),
                    "endDate": print(start + TimeDelta::minutes(if slot % 7 == 6 { 0 } else { 45 })),
                    "location": format!("Room {room}"),
                    "track": format!("Track {}", slot % 4),
                    "inLanguage": if slot % 3 == 0 { "fr" } else { "en" },
                    "performer": {"@id": format!("#speaker-{}", slot % 9)}
                }));
            }
        }
    }
    let people = (0..9).map(|number| json!({"@type": "Person", "@id": format!("#speaker-{number}"), "name": format!("Ada {number}")}));
    json!([
        {"name": "Conference", "timeZone": "Europe/Berlin", "startDate": print(noon), "subEvent": entries},
        {"@graph": people.collect::<Vec<_>>()}
    ])
}

fn print(at: Timestamp) -> String {
    at.format("%Y-%m-%dT%H:%MZ").to_string()
}

/// The day that an entry belongs under, by its instant alone.
fn expected(zone: &str, first: CivilDate, start: Timestamp) -> CivilDate {
    use chrono::TimeZone;
    let tz: chrono_tz::Tz = zone.parse().expect("a zone");
    let civil = tz.from_utc_datetime(&start.naive_utc()).naive_local();
    let is_night =
        zone == "Europe/Berlin" && civil.time() < NaiveTime::from_hms_opt(4, 0, 0).expect("a time");
    match is_night && civil.date() > first {
        true => civil.date().pred_opt().expect("a day before"),
        false => civil.date(),
    }
}

#[test]
fn no_entry_is_lost_doubled_or_on_the_wrong_day() {
    // In summer; then over the night of 31 March 2024, in which Berlin has an hour less, and one with an hour more.
    for first in ["2024-06-03", "2024-03-28", "2024-10-24"] {
        let (event, timeline) = read_whole(&conference(first));
        let first: CivilDate = first.parse().expect("a day");
        assert_eq!(timeline.entries.len(), 1000);
        assert!(timeline.is_conference(&event, &ChronoTz));
        for zone in [
            "Europe/Berlin",
            "America/Los_Angeles",
            "Asia/Kathmandu",
            "Pacific/Auckland",
        ] {
            let shown = Zone::Named(TimeZoneId::new(zone).expect("a zone"));
            let agenda = Agenda::new(&timeline, &ChronoTz, &shown);
            let mut seen = vec![0; 1000];
            for day in &agenda.days {
                for row in &day.rows {
                    seen[row.entry] += 1;
                    let start = timeline.entries[row.entry].span.expect("a time").start;
                    let date = expected(zone, first, start);
                    assert_eq!(day.date, Some(date), "{start} in {zone}");
                }
                grid::check(&event, &timeline, &day.rows);
            }
            assert!(seen.iter().all(|times| *times == 1), "{zone}");
            if zone == "Europe/Berlin" {
                // In summer, the last talk of a day begins at 04:15: another day has begun.
                let is_in_winter_then = first.to_string() == "2024-10-24";
                assert_eq!(agenda.days.len(), 6 - usize::from(is_in_winter_then));
            }
        }
    }
}

#[test]
fn everything_works_at_that_size() {
    let document = conference("2024-06-03");
    let (event, timeline) = read_whole(&document);
    let details = details(&document.to_string(), "", Some(&FromHtml));
    assert_eq!(details.len(), 1000);
    let mut keys: Vec<u64> = details
        .iter()
        .map(|details| details.people[0].key)
        .collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 9);

    let facets = Facets::new(&event, &details);
    assert_eq!((facets.rooms.len(), facets.rooms[0].count), (10, 100));
    assert_eq!((facets.tracks.len(), facets.languages.len()), (4, 2));

    let fold = |text: &str| text.to_lowercase();
    let index = Index::new(&event, &timeline, &details, &fold);
    let query = Query::read("#handbill?q=talk+ada+8&room=Room+3&language=en").expect("a query");
    let found = index.find(&query, &fold, &|_| true);
    // Slots 8 and 17 by speaker 8; of slot 18, which has it in the name, the language is another.
    assert_eq!(found.len(), 2 * DAYS as usize);
    let ids = |position: &usize| {
        event.entries[timeline.entries[*position].index]
            .room
            .clone()
    };
    assert!(
        found
            .iter()
            .all(|position| ids(position).as_deref() == Some("Room 3"))
    );

    let names = names(&event, &timeline);
    let all: Vec<usize> = (0..1000).collect();
    let code = picks::code(&names, &all, &[]);
    assert_eq!(code.len(), 2 + 5 * 1000);
    let read = picks::read(&code, &names).expect("a code");
    assert_eq!((read.picked, read.gone.len()), (all.clone(), 0));
    // Ten at a time, each beside each other, but for those that are a point in time.
    let clashes = picks::clashes(&timeline, &all);
    let slots = (0..SLOTS).filter(|slot| slot % 7 != 6).count();
    assert_eq!(clashes.len(), slots * 45 * DAYS as usize);
}
