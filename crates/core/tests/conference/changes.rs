//! What a refresh brings.

use handbill_core::conference::changes::{Change, changes};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::programme::programme;
use super::read_whole;

fn programme_of(entries: Value) -> Value {
    json!({"name": "E", "timeZone": "UTC", "startDate": "2024-06-03T09:00", "subEvent": entries})
}

/// Each change in words, by the name of its entry.
fn told(before: Value, after: Value) -> Vec<String> {
    let (before, after) = (
        read_whole(&programme_of(before)),
        read_whole(&programme_of(after)),
    );
    let told = changes((&before.0, &before.1), (&after.0, &after.1))
        .into_iter()
        .map(|change| {
            let Change {
                entry,
                start,
                room,
                is_cancelled,
            } = change;
            let mut words = after.0.entries[after.1.entries[entry].index].name.clone();
            words.extend(start.map(|start| format!(", from {}", start.format("%-d at %H:%M"))));
            words.extend(room.map(|room| format!(", from {room}")));
            words.push_str(if is_cancelled { ", cancelled" } else { "" });
            words
        });
    told.collect()
}

#[test]
fn what_has_moved_is_told_with_where_it_was() {
    let before = json!([
        {"name": "Worms", "startDate": "14:00", "location": "Hall"},
        {"name": "Moles", "startDate": "15:00", "location": "Attic"},
        {"name": "Roots", "startDate": "16:00"},
        {"name": "Clouds", "startDate": "16:00", "eventStatus": "cancelled"},
        {"name": "Gone", "startDate": "16:00"}
    ]);
    assert_eq!(told(before.clone(), before.clone()), [""; 0]);
    let after = json!([
        {"name": "Moles", "startDate": "13:00", "location": "Hall"},
        {"name": "Worms", "startDate": "2024-06-04T14:00", "location": "Hall", "eventStatus": "cancelled"},
        {"name": "Roots", "startDate": "2024-06-03T16:00", "location": "Hall"},
        {"name": "Clouds", "startDate": "2024-06-03T16:00", "eventStatus": "cancelled"},
        {"name": "New", "startDate": "2024-06-03T17:00"}
    ]);
    assert_eq!(
        told(before.clone(), after),
        [
            "Moles, from 3 at 15:00, from Attic",
            "Worms, from 3 at 14:00, cancelled"
        ]
    );
    let after = json!([{"name": "Worms"}, {"name": "Moles", "startDate": "15:00"}]);
    assert_eq!(
        told(before, after),
        ["Worms, from 3 at 14:00, from Hall", "Moles, from Attic"]
    );
}

#[test]
fn what_is_said_for_the_first_time_is_no_change() {
    let before = json!([{"name": "Worms"}, {"name": "Moles", "startDate": "2024-06-03"}]);
    let after = json!([
        {"name": "Worms", "startDate": "14:00", "location": "Hall"},
        {"name": "Moles", "startDate": "2024-06-03T15:00"}
    ]);
    assert_eq!(told(before, after), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn between_any_two_programmes_changes_can_be_told(before in programme(), after in programme()) {
        let (before, after) = (read_whole(&before), read_whole(&after));
        let (before, after) = ((&before.0, &before.1), (&after.0, &after.1));
        prop_assert_eq!(changes(after, after), []);
        let told = changes(before, after);
        prop_assert!(told.is_sorted_by(|one, next| one.entry < next.entry));
        for change in told {
            let now = after.1.entries[change.entry].span.map(|span| span.start);
            prop_assert!(change.start.is_none() || change.start != now);
        }
    }
}
