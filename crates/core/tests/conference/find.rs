//! Finding entries.

use handbill_core::CivilDate;
use handbill_core::conference::find::Choice;
use handbill_core::conference::{Facets, Index, Query, details};
use handbill_core::read::plain_text::FromHtml;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::read_whole;

fn programme() -> Value {
    json!({"name": "Soil days", "timeZone": "UTC", "startDate": "2024-06-03T09:00", "subEvent": [
        {"name": "Roots", "startDate": "11:00", "track": "Plants", "location": "Hall 1", "inLanguage": "en"},
        {"name": "Résumé of the year", "startDate": "09:00", "location": "Hall 1", "format": "talk", "inLanguage": "fr",
            "performer": {"name": "Élodie Martin", "affiliation": "Musée du Sol"}},
        {"name": "Earthworms", "startDate": "10:00", "track": "Animals", "location": "Attic", "format": "workshop",
            "description": "Bring boots.", "keywords": "compost", "inLanguage": "en"},
        {"name": "土壤中的生命", "startDate": "12:00", "track": "Animals", "location": "Hall 1", "inLanguage": "zh"}
    ]})
}

/// As a browser folds, for what is in this programme.
fn fold(text: &str) -> String {
    text.to_lowercase().replace(['é', 'è'], "e")
}

#[track_caller]
fn check(address: &str, expected: &[usize]) {
    let document = programme();
    let (event, timeline) = read_whole(&document);
    let index = Index::new(
        &event,
        &timeline,
        &details(&document.to_string(), "", Some(&FromHtml)),
        &fold,
    );
    let query = Query::read(address).unwrap_or_default();
    let starred = |position| position % 2 == 1;
    assert_eq!(index.find(&query, &fold, &starred), expected, "{address}");
}

#[test]
fn entries_are_found_by_all_that_is_said_of_them() {
    // By position: the year, worms, roots, life.
    check("", &[0, 1, 2, 3]);
    check("#handbill?q=resume", &[0]);
    check("#handbill?q=YEAR+R%C3%A9SUM%C3%89", &[0]);
    check("#handbill?q=elodie+musee", &[0]);
    check("#handbill?q=animals", &[1, 3]);
    check("#handbill?q=hall+animals", &[3]);
    check("#handbill?q=workshop", &[1]);
    check("#handbill?q=boots+worm", &[1]);
    check("#handbill?q=compost", &[1]);
    check("#handbill?q=%E5%9C%9F", &[3]);
    check("#handbill?q=%E4%B8%AD%E7%9A%84", &[3]);
    check("#handbill?q=worms+roots", &[]);
    // Not across two texts.
    check("#handbill?q=rootsplants", &[]);
    check("#handbill?q=+%20", &[0, 1, 2, 3]);
}

#[test]
fn entries_are_found_by_what_they_are() {
    check("#handbill?room=Hall+1", &[0, 2, 3]);
    check("#handbill?room=hall+1", &[]);
    check("#handbill?track=Animals&language=zh", &[3]);
    check("#handbill?format=talk", &[0]);
    check("#handbill?starred=1", &[1, 3]);
    check("#handbill?starred=1&q=worms", &[1]);
    check("#handbill?day=2030-01-01&view=grid", &[0, 1, 2, 3]);
}

#[test]
fn there_is_a_choice_where_there_are_two_things_to_choose() {
    let document = programme();
    let (event, _) = read_whole(&document);
    let facets = Facets::new(&event, &details(&document.to_string(), "", Some(&FromHtml)));
    let words = |choices: &[Choice]| {
        let words = choices
            .iter()
            .map(|choice| format!("{} {}", choice.value, choice.count));
        words.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(words(&facets.tracks), "Plants 1, Animals 2");
    assert_eq!(words(&facets.rooms), "Hall 1 3, Attic 1");
    assert_eq!(words(&facets.formats), "talk 1, workshop 1");
    assert_eq!(words(&facets.languages), "en 2, fr 1, zh 1");
    assert_eq!(Facets::new(&event, &[]).languages, []);

    let (event, _) = read_whole(&json!({"name": "E", "subEvent": [
        {"name": "A", "location": "Hall", "track": "T"}, {"name": "B", "location": "Hall"}, "C"
    ]}));
    assert!(Facets::new(&event, &[]).is_empty());
}

fn value() -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop_oneof![
        "[a-zA-Z &=%+#?]{1,12}",
        "\\PC{1,6}",
        any::<String>()
    ])
    .prop_map(|value| value.filter(|value| !value.is_empty()))
}

fn query() -> impl Strategy<Value = Query> {
    let day = prop::option::of((0..9999, 1..366_u32));
    (
        value(),
        value(),
        value(),
        value(),
        value(),
        any::<bool>(),
        day,
        value(),
    )
        .prop_map(
            |(text, track, room, format, language, starred, day, view)| Query {
                text: text.unwrap_or_default(),
                track,
                room,
                format,
                language,
                starred,
                day: day.and_then(|(year, day)| CivilDate::from_yo_opt(year, day)),
                view,
            },
        )
}

proptest! {
    #[test]
    fn a_query_is_read_as_it_was_written(query in query()) {
        let address = query.fragment();
        prop_assert!(address.is_ascii());
        let expected = (query != Query::default()).then_some(query);
        prop_assert_eq!(Query::read(&address), expected);
    }

    #[test]
    fn any_address_is_read_without_a_panic(rest in any::<String>(), ascii in "[%+=&0-9a-fq]{0,20}") {
        for rest in [rest, ascii] {
            let read = Query::read(&["#handbill?", &rest].concat());
            if let Some(query) = read {
                let again = Query::read(&query.fragment());
                prop_assert_eq!(again, Some(query));
            }
        }
    }
}
