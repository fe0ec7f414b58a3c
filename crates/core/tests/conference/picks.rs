//! What a visitor has starred.

use std::collections::BTreeSet;

use handbill_core::conference::{names, picks};
use proptest::prelude::*;
use serde_json::json;

use super::programme::programme;
use super::read_whole;

#[test]
fn entries_clash_that_run_at_one_time() {
    let entry = |name: &str, start: &str, end: &str, status: &str| {
        json!({"name": name, "startDate": start, "endDate": end,
        "eventStatus": status, "location": name})
    };
    let (_, timeline) = read_whole(
        &json!({"name": "E", "timeZone": "UTC", "startDate": "2024-06-03T09:00", "subEvent": [
            {"name": "Posters", "startDate": "2024-06-03"},
            entry("Worms", "09:00", "10:00", "scheduled"),
            entry("Moles", "10:00", "11:00", "scheduled"),
            entry("Bell", "10:00", "10:00", "scheduled"),
            entry("Roots", "10:30", "12:00", "scheduled"),
            entry("Toast", "11:30", "11:30", "scheduled"),
            entry("Clouds", "10:00", "12:00", "cancelled"),
            {"name": "Whenever"}
        ]}),
    );
    let position = |index: usize| {
        timeline
            .entries
            .iter()
            .position(|timed| timed.index == index)
            .expect("an entry")
    };
    let all: Vec<usize> = (0..timeline.entries.len()).collect();
    assert_eq!(
        picks::clashes(&timeline, &all),
        [(position(2), position(4)), (position(4), position(5))]
    );
    assert_eq!(
        picks::clashes(&timeline, &[position(2), position(1), 99]),
        []
    );
    assert_eq!(picks::clashes(&timeline, &[]), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_picked_is_read_again(document in programme(), every in 1..7_usize, lost in 2..9_usize) {
        let (event, timeline) = read_whole(&document);
        let names = names(&event, &timeline);
        prop_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        let picked: Vec<usize> = (0..names.len()).step_by(every).collect();
        let code = picks::code(&names, &picked, &[]);
        let found = picks::read(&code, &names).expect("it was just written");
        prop_assert_eq!(&found.picked, &picked);
        prop_assert_eq!(found.gone.len(), 0);
        let address = picks::fragment(&code);
        prop_assert_eq!(picks::in_fragment(&address), Some(code.clone()));

        // Against a programme that has lost some of its entries.
        let fewer: Vec<String> = names.iter().enumerate().filter(|(at, _)| at % lost != 0).map(|(_, name)| name.clone()).collect();
        let found = picks::read(&code, &fewer).expect("it was just written");
        let kept: Vec<&String> = found.picked.iter().map(|at| &fewer[*at]).collect();
        let expected: Vec<&String> = picked.iter().filter(|at| *at % lost != 0).map(|at| &names[*at]).collect();
        prop_assert_eq!(kept, expected);
        prop_assert_eq!(found.gone.len(), picked.len() - found.picked.len());
        let stored = picks::code(&fewer, &found.picked, &found.gone);
        let found = picks::read(&stored, &names).expect("it was just written");
        prop_assert_eq!(found.picked, picked);
    }

    #[test]
    fn any_code_is_read_without_a_panic(code in any::<String>(), short in "1\\.[a-zA-Z0-9_-]{0,20}") {
        let names = ["worms".to_owned()];
        picks::read(&code, &names);
        let length = short.len() - 2;
        prop_assert_eq!(picks::read(&short, &names).is_some(), length % 5 == 0);
    }
}
