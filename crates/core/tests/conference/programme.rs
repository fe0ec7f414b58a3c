//! Random programmes: up to 200 entries on several days, side by side, over each other, in no lane or without a time.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A document with a programme, whose lanes are rooms, tracks, both or none.
pub fn programme() -> impl Strategy<Value = Value> {
    let lanes = (0..6_usize, 0..4_usize);
    let dates = prop::sample::select(vec!["2024-03-29", "2024-06-03", "2024-10-26"]);
    (lanes, dates).prop_flat_map(|((rooms, tracks), date)| {
        let entries = prop::collection::vec(entry(rooms, tracks), 0..200);
        entries.prop_map(move |entries| {
            let first: chrono::NaiveDate = date.parse().expect("a day");
            let entries = entries.into_iter().map(|entry| entry.written(first));
            json!({"name": "Conference", "timeZone": "Europe/Berlin", "startDate": date,
                "subEvent": entries.collect::<Vec<_>>()})
        })
    })
}

#[derive(Clone, Debug)]
struct Entry {
    day: i64,
    /// By quarters of an hour, so that times meet; nothing for a whole day or no time.
    quarter: Option<u32>,
    is_dated: bool,
    /// In quarters of an hour.
    length: Option<u32>,
    room: Option<usize>,
    track: Option<usize>,
}

fn entry(rooms: usize, tracks: usize) -> impl Strategy<Value = Entry> {
    // One number too many, which is no lane; now and then something is in none anyway.
    let lane = |count: usize| {
        let is_lane = move |lane: Option<usize>| lane.filter(|lane| *lane < count);
        prop::option::weighted(0.8, 0..count + 1).prop_map(is_lane)
    };
    (
        0..4_i64,
        prop::option::weighted(0.92, 0..96_u32),
        prop::bool::ANY,
        prop::option::weighted(0.7, prop_oneof![1 => Just(0), 6 => 1..12_u32]),
        lane(rooms),
        lane(tracks),
    )
        .prop_map(|(day, quarter, is_dated, length, room, track)| Entry {
            day,
            quarter,
            is_dated,
            length,
            room,
            track,
        })
}

impl Entry {
    fn written(self, first: chrono::NaiveDate) -> Value {
        let day = first + chrono::TimeDelta::days(self.day);
        let mut members = Map::new();
        let mut put = |key: &str, value: String| _ = members.insert(key.to_owned(), json!(value));
        put("name", "Entry".to_owned());
        if let Some(quarter) = self.quarter {
            let start = day.and_time(chrono::NaiveTime::MIN)
                + chrono::TimeDelta::minutes(15) * quarter as i32;
            put("startDate", start.format("%Y-%m-%dT%H:%M").to_string());
            if let Some(length) = self.length {
                let end = start + chrono::TimeDelta::minutes(15) * length as i32;
                put("endDate", end.format("%Y-%m-%dT%H:%M").to_string());
            }
        } else if self.is_dated {
            put("startDate", day.to_string());
        }
        if let Some(room) = self.room {
            put("location", format!("Room {room}"));
        }
        if let Some(track) = self.track {
            put("track", format!("Track {track}"));
        }
        Value::Object(members)
    }
}
